"""Choose on all markets but one, judge on the one left out: does what was found on some markets hold on another?

A cross-validation over markets: each is left out once, the configuration with the best average objective on the others
is run on it, and nothing of it had been seen. Markets move together, and all share the same days: what was good
everywhere in these years looks good here as well. It says whether settings carry over to another market, not whether
they carry over to another year; that is the walk-forward's to say.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.backtest import backtest
from engine.bots.markets.several import OnMarket, Several
from engine.bots.measure.record import record
from engine.bots.measure.resampling import Draws, draws, middle, sharpes
from engine.bots.parameters import BotParameters
from engine.bots.performance import Replay, by_day, daily_logs, performance
from engine.bots.sweep.swept import Floats
from engine.core.interval import Interval

ASSUMES: Final = (
    "The range draws the same days on all markets at once, so that they may move together. It takes the choices as they"
    " were made and these years as typical; other years are in none of these numbers."
)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One market judged by what the others chose: the choice's Sharpe ratio there (averaged) and here, a year.

    `out_of_sample` and `total_return` carry the 95 % ranges of this market's own record; `rank` is the choice's place
    among the `of` valid configurations on it.
    """

    symbol: str
    number: int
    parameters: BotParameters
    in_sample: float
    out_of_sample: Interval
    total_return: Interval
    trades: int
    rank: int
    of: int
    works: bool


@dataclass(frozen=True, slots=True)
class CrossMarket:
    """Every market left out once; the Sharpe ratios a year, averaged over the markets.

    `days` are those that all markets have in common, from which the range of `out_of_sample` is drawn (`ASSUMES`).
    """

    folds: tuple[LeftOut, ...]
    in_sample: float
    out_of_sample: Interval
    days: int

    @property
    def works_on(self) -> int:
        """On how many markets the choice of the others made money and beat holding at equal exposure."""
        return sum(each.works for each in self.folds)

    @property
    def sentence(self) -> str:
        """What it says, by rule: carried over, lost, or smaller than its error."""
        out, n = self.out_of_sample, len(self.folds)
        there = f"Chosen on the other markets, a setting's Sharpe ratio averages {_number(self.in_sample)} where it was"
        here = f"{there} chosen and {_number(out.value or 0.0)} on the market left out"
        on = f"It works on {self.works_on} of {n}."
        if out.low is None or out.high is None:
            return f"{here}; too few days in common to say how sure that is. {on}"
        told = f"{here} (95 %: {_number(out.low)} to {_number(out.high)})."
        if out.low > 0:
            return f"{told} It carries over to markets that no choice had seen. {on}"
        return f"{told} It {'loses there' if out.high < 0 else 'is smaller there than its error'}. {on}"


def leave_one_out(found: Several, seed: int = 0) -> CrossMarket:
    """Each market judged by the others' choice."""
    replays, folds = [], []
    for market in found.markets:
        number, in_sample = chosen([each for each in found.markets if each is not market], found)
        replay = record(backtest(market.tape, found.grid.configuration(number), found.setup))
        replays.append(replay)
        folds.append(_judged(market, number, in_sample, found, replay))
    out, days = together(replays, [each.out_of_sample.value or 0.0 for each in folds], seed)
    return CrossMarket(tuple(folds), float(np.mean([each.in_sample for each in folds])), out, days)


def chosen(others: list[OnMarket], found: Several) -> tuple[int, float]:
    """The configuration with the best average objective on these markets, and its average Sharpe ratio on them.

    Where it never traded, or has no Sharpe ratio, a market counts 0, as cash would.
    """
    traded = [each.swept.metrics.trades > 0 for each in others]
    average = np.mean(
        [np.where(on, np.nan_to_num(each.swept.objective(found.objective)), 0.0)
         for each, on in zip(others, traded, strict=True)], axis=0,
    )  # fmt: skip
    number = int(np.argmax(np.where(found.grid.is_valid & np.any(traded, axis=0), average, -np.inf)))
    return number, float(np.mean([np.nan_to_num(each.swept.metrics.sharpe[number]) for each in others]))


def together(replays: list[Replay], values: list[float], seed: int = 0) -> tuple[Interval, int]:
    """The average of the replays' Sharpe ratios a year with its range, and the days that all have in common.

    Whole days are drawn in blocks, the same ones for all replays. As for every difference, the range is moved from the
    daily ratios of the shared days to `values`, those of the full records.
    """
    value = float(np.mean(values))
    daily = shared_days(replays)
    drawn = None if daily is None else draws(daily.shape[1], seed)
    if daily is None or drawn is None:
        return Interval(value, n=0 if daily is None else daily.shape[1]), 0 if daily is None else daily.shape[1]
    a_year = np.sqrt([each.days_per_year for each in replays])
    resampled = np.mean([_sharpes(row, drawn) * scale for row, scale in zip(daily, a_year, strict=True)], axis=0)
    spread = daily.std(axis=1, ddof=1)
    seen = np.divide(daily.mean(axis=1), spread, out=np.zeros(len(daily)), where=spread > 0) * a_year
    ends = middle(resampled, drawn)
    if ends is None:
        return Interval(value, n=drawn.days), drawn.days
    moved = value - float(seen.mean())
    return Interval(value, ends[0] + moved, ends[1] + moved, drawn.days), drawn.days


def shared_days(replays: list[Replay]) -> Floats | None:
    """Simple returns of the UTC days that all replays have, (replays, d); None when one's equity ran out."""
    logs, days = [], []
    for each in replays:
        cut = by_day(each)
        found = daily_logs(each.equity, cut.last)
        if found is None:
            return None
        logs.append(found)
        days.append(cut.day[len(cut.day) - len(found) :])  # a first day of a single bar has no return
    common = days[0]
    for each_days in days[1:]:
        common = np.intersect1d(common, each_days)
    table: Floats = np.expm1([log[np.isin(day, common)] for log, day in zip(logs, days, strict=True)])
    return table


def _sharpes(daily: Floats, drawn: Draws) -> Floats:
    """As `sharpes`, 0 where nothing varies: a market on which nothing was traded is cash."""
    found: Floats = np.nan_to_num(sharpes(daily, drawn))
    return found


def _judged(market: OnMarket, number: int, in_sample: float, found: Several, replay: Replay) -> LeftOut:
    told = performance(replay)
    return LeftOut(
        market.symbol, number, found.grid.configuration(number), in_sample, told.sharpe, told.total_return,
        told.trades, int(market.rank[number]), int(found.grid.is_valid.sum()), bool(market.works[number]),
    )  # fmt: skip


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")
