"""What a change did: two replays over the same days, every difference with its error and one plain sentence."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.measure.drawdown import deepest
from engine.bots.measure.resampling import RESAMPLES, Draws, draws, falls, middle, sharpes, sums
from engine.bots.performance import (
    WEEK_DAYS,
    Replay,
    annual_sharpe,
    by_day,
    daily_logs,
    returns_of,
)
from engine.core.errors import DataError
from engine.core.interval import Interval

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

POINTS: Final = "points"


@dataclass(frozen=True, slots=True)
class Difference:
    """One number before, after, and by how much it changed (after - before), with a sentence that says so."""

    before: float | None
    after: float | None
    change: Interval
    sentence: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before against after over the same days; `is_same` when the two replays never differ."""

    total_return: Difference
    max_drawdown: Difference
    sharpe: Difference
    trades_per_week: Difference
    exposure: Difference
    is_same: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """Both replays cut at the same midnights, a day (d,): log returns, entries, share of bars with a position.

    `drawn` says which days are drawn.
    """

    logs: tuple[Floats, Floats]
    entries: tuple[Floats, Floats]
    held: tuple[Floats, Floats]
    drawn: Draws


def compare(before: Replay, after: Replay, seed: int = 0, resamples: int = RESAMPLES) -> Comparison:
    """The differences of two replays, each day drawn for both at once (a paired circular block bootstrap).

    What the market did cancels out, so the difference is known better than either number. The ranges are
    centred on the differences of the full record: resampling works at daily closes, the numbers at every close.
    On simulated markets with clustered volatility the 95 % ranges held the true difference in return in 94 to
    97 % of records of 1 to 5 years (90 to 95 % of 90 days), and in Sharpe in 94 to 97 % (91 to 97 %). The range
    of the deepest fall held the typical difference in 90 to 99 %, but that of a single fresh period only in
    73 to 87 %: read it as what is typical, not as a promise.
    """
    pair = _paired(before, after, seed, resamples)
    return Comparison(
        total_return=_return(before, after, pair),
        max_drawdown=_drawdown(before, after, pair),
        sharpe=_sharpe(before, after, pair),
        trades_per_week=_trades(before, after, pair),
        exposure=_exposure(before, after, pair),
        is_same=np.array_equal(before.equity, after.equity) and np.array_equal(before.position, after.position),
    )


def return_difference(before: Replay, after: Replay, seed: int = 0, resamples: int = RESAMPLES) -> Difference:
    """The difference in total return alone, as `compare` gives it."""
    return _return(before, after, _paired(before, after, seed, resamples))


def paired_logs(before: Replay, after: Replay) -> tuple[Floats, Floats] | None:
    """Log returns of equity on the UTC days that both cover, (d,) each; None when equity ran out in either."""
    logs = [_logs(replay, last) for replay, last in zip((before, after), _shared(before, after), strict=True)]
    return None if logs[0] is None or logs[1] is None else (logs[0], logs[1])


def _shared(before: Replay, after: Replay) -> tuple[Counts, Counts]:
    """The last bars, in either replay, of the days that both cover; DataError when they are not the same days."""
    days = (by_day(before), by_day(after))
    common = np.intersect1d(days[0].day, days[1].day)
    if not len(common) or any(each.day[0] != common[0] or each.day[-1] != common[-1] for each in days):
        raise DataError(
            f"before and after must cover the same days, were {len(days[0].day)} and {len(days[1].day)} days"
            f" of which {len(common)} in common. Replay both over the same candles."
        )
    ends = [each.last[np.searchsorted(each.day, common)] for each in days]
    return ends[0], ends[1]


def _paired(before: Replay, after: Replay, seed: int, resamples: int) -> _Pair | None:
    """Both replays at the ends of the days they share; None when there are too few days or equity ran out."""
    ends, logs = _shared(before, after), paired_logs(before, after)
    drawn = None if logs is None else draws(len(ends[0]), seed, resamples)
    if logs is None or drawn is None:
        return None
    cut = list(zip((before, after), ends, strict=True))
    entries = [_entries(replay, last) for replay, last in cut]
    held = [_held(replay, last) for replay, last in cut]
    return _Pair(logs, (entries[0], entries[1]), (held[0], held[1]), drawn)


def _logs(replay: Replay, last: Counts) -> Floats | None:
    """Log returns of the shared days; a first day of a single bar returned nothing and keeps its place."""
    logs = daily_logs(replay.equity, last)
    return np.r_[0.0, logs] if logs is not None and last[0] == 0 else logs


def _entries(replay: Replay, last: Counts) -> Floats:
    day = np.minimum(np.searchsorted(last, replay.entry_bar), len(last) - 1)
    return np.bincount(day, minlength=len(last)).astype(np.float64)


def _held(replay: Replay, last: Counts) -> Floats:
    bars = np.arange(len(replay.position))
    day = np.minimum(np.searchsorted(last, bars), len(last) - 1)
    return np.bincount(day, replay.position != 0, len(last)) / np.bincount(day, minlength=len(last))


def _change(value: float | None, resampled: Floats | None, observed: float, drawn: Draws | None) -> Interval:
    """The range of resampled differences, moved from the observed daily difference to the full record's."""
    if value is None or resampled is None or drawn is None:
        return Interval(value, n=drawn.days if drawn else 0)
    ends = middle(resampled, drawn)
    if ends is None:
        return Interval(value, n=drawn.days)
    return Interval(value, ends[0] - observed + value, ends[1] - observed + value, drawn.days)


def _return(before: Replay, after: Replay, pair: _Pair | None) -> Difference:
    old, new = (float(each.equity[-1] / each.equity[0] - 1) for each in (before, after))
    if pair is None:
        change = Interval(new - old)
    else:
        ended = [np.expm1(sums(logs, pair.drawn)) for logs in pair.logs]
        change = _change(new - old, ended[1] - ended[0], new - old, pair.drawn)
    return Difference(old, new, change, sentence("return", change, scale=100, unit=POINTS))


def _drawdown(before: Replay, after: Replay, pair: _Pair | None) -> Difference:
    old, new = (deepest(each.equity).depth for each in (before, after))
    if pair is None:
        change = Interval(new - old)
    else:
        fallen = [falls(logs, pair.drawn) for logs in pair.logs]
        daily = [deepest(np.exp(np.r_[0.0, np.cumsum(logs)])).depth for logs in pair.logs]
        change = _change(new - old, fallen[1] - fallen[0], daily[1] - daily[0], pair.drawn)
    return Difference(old, new, change, sentence("the largest drawdown", change, scale=100, unit=POINTS))


def _sharpe(before: Replay, after: Replay, pair: _Pair | None) -> Difference:
    old, new = (annual_sharpe(returns_of(each.equity), each.bars_per_year) for each in (before, after))
    value = None if old is None or new is None else new - old
    if pair is None or value is None:
        change = Interval(value)
    else:
        # As many of the shared days a year as the market trades: 365, or 252 where it closes.
        a_year = float(np.sqrt(before.days_per_year))
        daily = [np.expm1(logs) for logs in pair.logs]
        ratios = [sharpes(each, pair.drawn) * a_year for each in daily]
        spread = [float(each.std(ddof=1)) for each in daily]
        seen = [float(each.mean()) / sd * a_year if sd > 0 else 0.0 for each, sd in zip(daily, spread, strict=True)]
        change = _change(value, ratios[1] - ratios[0], seen[1] - seen[0], pair.drawn)
    return Difference(old, new, change, sentence("the Sharpe ratio", change))


def _trades(before: Replay, after: Replay, pair: _Pair | None) -> Difference:
    weeks = [each.days / WEEK_DAYS for each in (before, after)]
    if min(weeks) <= 0:
        return Difference(None, None, Interval(None), sentence("trades a week", Interval(None)))
    old, new = (len(each.trade_pnl) / each_weeks for each, each_weeks in zip((before, after), weeks, strict=True))
    change = Interval(new - old)
    if pair is not None:
        span = pair.drawn.days / WEEK_DAYS
        moved = (sums(pair.entries[1], pair.drawn) - sums(pair.entries[0], pair.drawn)) / span
        observed = float(pair.entries[1].sum() - pair.entries[0].sum()) / span
        change = _change(new - old, moved, observed, pair.drawn)
    return Difference(old, new, change, sentence("the number of trades a week", change))


def _exposure(before: Replay, after: Replay, pair: _Pair | None) -> Difference:
    """The share of the time with a position; every bar counts the same."""
    old, new = (float(np.count_nonzero(each.position) / len(each.position)) for each in (before, after))
    change = Interval(new - old)
    if pair is not None:
        moved = (sums(pair.held[1], pair.drawn) - sums(pair.held[0], pair.drawn)) / pair.drawn.days
        observed = float(pair.held[1].mean() - pair.held[0].mean())
        change = _change(new - old, moved, observed, pair.drawn)
    return Difference(old, new, change, sentence("the time in the market", change, scale=100, unit=POINTS))


def sentence(what: str, change: Interval, scale: float = 1.0, unit: str = "") -> str:
    """One plain sentence about a difference, chosen by rule: undefined, none, unsure, or sure."""
    named = what[0].upper() + what[1:]
    if change.value is None:
        return f"{named} cannot be compared: it is undefined before or after."
    if change.value == 0 and not (change.low or change.high):
        return f"{named} did not change."
    if change.low is None or change.high is None:
        moved = f"{change.value * scale:+.2f} {unit}".rstrip()
        return f"{named} changed by {moved}; too little happened to say how sure that is."
    if not change.excludes_zero:
        return f"The change in {what} is smaller than its error: do not count on it."
    verb = "rose" if change.value > 0 else "fell"
    low, high = sorted((abs(change.low), abs(change.high)))
    amount = f"{abs(change.value) * scale:.2f} {unit}".rstrip()
    return f"{named} {verb} by {amount} (95 %: {low * scale:.2f} to {high * scale:.2f})."
