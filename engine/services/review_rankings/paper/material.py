"""The days of a bot's experiment on paper: every arm replayed over the candles that had closed by now, no others."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.backtest import BacktestResult, begun
from engine.bots.tape import Tape, tape_of
from engine.core.errors import DataError
from engine.experiments.paper.days import ArmDays, Counts, arm_days
from engine.experiments.paper.design import Paper
from engine.market.bars import DAY_MS, Bars, gaps, timestamp
from engine.market.market import Market
from engine.services.startup import App
from engine.services.tune_bot import known_until

LATE_DAYS: Final = 2  # without a new candle, after which it is said that an experiment waits for some


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Whole UTC days since the start (d,) since 1970, with what each arm did on them; candles that are here and
    missing since then, and what is to be told of that.
    """

    days: Counts
    arms: tuple[ArmDays, ...]
    present: int
    missing: int
    notes: tuple[str, ...]


Mark = tuple[tuple[str, str, str, int], ...]


def next_midnight(app: App, paper: Paper) -> int:
    """The first UTC midnight from now on, by the clock that the markets live by: the first day is a whole one."""
    return -(-app.now_on(app.candles.market(*paper.markets[0])) // DAY_MS) * DAY_MS


def whole_until(app: App, paper: Paper) -> int:
    """The midnight up to which every market's candles are known: no day counts before all of them have ended it."""
    return min(known_until(app, *each) for each in paper.markets) // DAY_MS * DAY_MS


def mark_of(app: App, paper: Paper) -> Mark:
    """What changes whenever there are other candles, or another day is over."""
    until, found = whole_until(app, paper), []
    for symbol, step in paper.markets:
        listing = app.candles.listing(symbol, step)
        found.append((symbol, step, "" if listing is None else listing.version, until))
    return tuple(found)


def material(app: App, paper: Paper, begins_ms: int, most_days: int | None = None) -> Material:
    """Every arm from the first midnight on, flat, over what is known by now; `most_days` of it where a plan ends."""
    until = whole_until(app, paper)
    here = [_known(app, each, until) for each in paper.markets]
    opened = [bars.time[(bars.time >= begins_ms) & (bars.time < until)] for bars, _ in here]
    days: Counts = np.unique(np.concatenate(opened) // DAY_MS)[:most_days]
    end = int(days[-1] + 1) * DAY_MS if len(days) else begins_ms
    arms = tuple(
        arm_days([_run(app, place, paper, number, begins_ms) for place in here], days)
        for number in range(len(paper.arms))
    )
    counts = [_counted(bars, market, begins_ms, end) for bars, market in here]
    notes = (*_gaps(paper, counts), *(_late(app, paper) if most_days is None or len(days) < most_days else ()))
    return Material(days, arms, sum(a for a, _ in counts), sum(b for _, b in counts), notes)


def _known(app: App, place: tuple[str, str], until: int) -> tuple[Bars, Market]:
    """A market's candles that had closed by then; remembered while they are the same."""
    listing = app.candles.listing(*place)
    market = app.candles.market(*place)  # DataError, naming what there is, where it is gone
    key, mark = ("paper candles", place), (None if listing is None else listing.version, until)
    known = app.recent.get(key)
    if known is None or known[0] != mark:
        known = app.recent.put(key, (mark, app.candles.bars(*place).until(until)))
    bars: Bars = known[1]
    return bars, market


def _run(app: App, place: tuple[Bars, Market], paper: Paper, arm: int, begins_ms: int) -> BacktestResult | None:
    """The exact replay of one arm on one market; None before its first candle."""
    parameters = paper.arms[arm]
    tape = _tape(app, place, parameters.timeframe)
    start = int(np.searchsorted(tape.bars.time, begins_ms))
    return None if start >= len(tape) else begun(tape, parameters, paper.setup, start)


def _tape(app: App, place: tuple[Bars, Market], timeframe: str) -> Tape:
    bars, market = place
    key = ("paper tape", bars.symbol, bars.step, timeframe)
    known = app.recent.get(key)
    # The candles themselves are what is remembered: other ones are another object.
    if known is None or known[0] is not bars or known[1] != market:
        known = app.recent.put(key, (bars, market, tape_of(bars, market, timeframe)))
    tape: Tape = known[2]
    return tape


def _counted(bars: Bars, market: Market, begins_ms: int, end_ms: int) -> tuple[int, int]:
    """Candles of these days that are here, and that are missing."""
    first, last = np.searchsorted(bars.time, [begins_ms, end_ms])
    if last <= first:
        return 0, (end_ms - begins_ms) // bars.step_ms
    part = bars.slice(int(first), int(last))
    lead = int(part.time[0]) - begins_ms
    missing = lead // bars.step_ms if lead > market.longest_pause_ms else 0
    return len(part), missing + sum(each.missing for each in gaps(part, market.longest_pause_ms))


def _gaps(paper: Paper, counts: list[tuple[int, int]]) -> tuple[str, ...]:
    """What is missing on each market."""
    return tuple(
        f"{symbol} {step}: {missing:,} candles are missing since the start; nothing is filled in."
        for (symbol, step), (_, missing) in zip(paper.markets, counts, strict=True)
        if missing
    )


def _late(app: App, paper: Paper) -> tuple[str, ...]:
    """Which markets the days wait for."""
    found = []
    for place in paper.markets:
        known, now = known_until(app, *place), app.now_on(app.candles.market(*place))
        if now - known >= LATE_DAYS * DAY_MS:
            found.append(
                f"{place[0]} {place[1]} is known to {timestamp(known):%Y-%m-%d}: bring newer candles in or fetch them,"
                " the days wait for them."
            )
    return tuple(found)


def checked_clock(app: App, paper: Paper) -> None:
    """DataError where simulated and real markets are to run together: they live by different clocks."""
    kinds = {app.candles.market(*each).simulated for each in paper.markets}
    if len(kinds) > 1:
        raise DataError("simulated and real markets live by different clocks: take one kind or the other.")
