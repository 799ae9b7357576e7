"""Several bots on one cash, measured: all together, each alone with its part of the money, and everything held."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.markets.left_out import shared_days
from engine.bots.measure.benchmarks import BOTS, Benchmark, beside, held
from engine.bots.measure.comparison import Comparison, compare
from engine.bots.measure.record import record
from engine.bots.measure.resampling import Draws, draws, middle, sums
from engine.bots.parameters import BotParameters
from engine.bots.performance import Performance, Replay, performance
from engine.bots.portfolio import Member, PortfolioResult, portfolio
from engine.bots.sweep.swept import Floats
from engine.core.errors import DataError
from engine.core.interval import Interval
from engine.market.bars import Times


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One bot of several: what it earned of the common money, and alone with an equal part of it.

    `pnl`, `fees` in quote currency, an open position at its last close; `at_work` the average share of the common
    equity that it had in the market, long or short.
    """

    symbol: str
    parameters: BotParameters
    trades: int
    pnl: float
    fees: float
    at_work: float
    alone: Performance


@dataclass(frozen=True, slots=True)
class Correlation:
    """How two bots' daily returns, each alone, go together: -1 to 1, with the range that drawing their days gives."""

    first: str
    second: str
    value: Interval


@dataclass(frozen=True, slots=True, eq=False)
class Together:
    """A replay of several bots on one cash beside what else the money could have done.

    `apart` is the difference that the common cash makes: all alone with equal parts before, together after;
    `apart_equity` (t,) is the sum of the former. `hold` is an equal part in every market, `same_exposure` each market
    at the average share of equity that its bot had at work.
    """

    result: PortfolioResult
    performance: Performance
    parts: tuple[Part, ...]
    apart: Comparison
    apart_equity: Floats
    hold: Benchmark
    hold_equity: Floats
    same_exposure: Benchmark | None
    correlations: tuple[Correlation, ...]

    @property
    def mean_correlation(self) -> float | None:
        """The average over all pairs that are known; None where none is."""
        known = [each.value.value for each in self.correlations if each.value.value is not None]
        return float(np.mean(known)) if known else None


def together(members: Sequence[Member], setup: Setup, seed: int = 0) -> Together:
    """Replay the bots on one cash and measure it; DataError for fewer than two, or for two on one market."""
    names = [each.symbol for each in members]
    if len(names) < 2 or len(set(names)) < len(names):
        raise DataError(
            f"bots on one cash need at least two markets, each once, were {', '.join(names) or 'none'}."
            " Name others, or begin a bot on another market."
        )
    result = portfolio(tuple(members), setup)
    equal = replace(setup, capital=setup.capital / len(members))
    alone = [backtest(each.tape, each.parameters, equal) for each in members]
    own, replays = result.record, [record(each) for each in alone]
    apart = _summed(result.time, alone, [each.equity for each in alone])
    fee = setup.costs.taker_fee
    hold = _summed(
        result.time, alone, [held(bot, 1.0, fee, each.tape.funding) for bot, each in zip(replays, alone, strict=True)]
    )
    at_work = _at_work(result)
    return Together(
        result, performance(own, seed), tuple(_parts(result, alone, at_work, seed)),
        compare(_instead(own, apart, alone), own, seed), apart,
        beside("Holding equal parts", hold, own, seed, who=BOTS), hold,
        _same_exposure(result, own, at_work, seed), correlations(names, replays, seed),
    )  # fmt: skip


def _summed(clock: Times, alone: list[BacktestResult], courses: Sequence[Floats]) -> Floats:
    """One course for each bot, at its market's own times, summed up on the common clock."""
    laid = [on_clock(clock, bot.tape.bars.time, course) for bot, course in zip(alone, courses, strict=True)]
    found: Floats = np.sum(laid, axis=0)
    return found


def on_clock(clock: Times, time: Times, values: Floats) -> Floats:
    """Values at a market's own times as they stand on the common clock: the first before it begins, then the last."""
    known = np.searchsorted(time, clock, side="right") - 1
    found: Floats = values[np.maximum(known, 0)]
    return found


def correlations(names: Sequence[str], replays: Sequence[Replay], seed: int = 0) -> tuple[Correlation, ...]:
    """Every pair of the replays' daily returns over the days that all have; the same blocks of days are drawn for all.

    Undefined where a bot never traded, or where too few days are shared.
    """
    daily = shared_days(list(replays))
    drawn = None if daily is None else draws(daily.shape[1], seed)
    return tuple(
        Correlation(
            names[a], names[b], _correlation(daily[a], daily[b], drawn) if daily is not None else Interval(None)
        )
        for a, b in combinations(range(len(names)), 2)
    )


def _correlation(a: Floats, b: Floats, drawn: Draws | None) -> Interval:
    if len(a) < 3 or not a.std() > 0 or not b.std() > 0:
        return Interval(None, n=len(a))
    a, b = (a - a.mean()) / a.std(), (b - b.mean()) / b.std()
    value = float((a * b).mean())
    if drawn is None:
        return Interval(value, n=len(a))
    n = drawn.days
    both, first, second = (sums(each, drawn) / n for each in (a * b, a, b))
    spread = np.sqrt(np.maximum((sums(a**2, drawn) / n - first**2) * (sums(b**2, drawn) / n - second**2), 0.0))
    again = np.full(len(both), np.nan)
    np.divide(both - first * second, spread, out=again, where=spread > 1e-12)
    low, high = middle(again, drawn) or (None, None)
    return Interval(value, low, high, n)


def _parts(result: PortfolioResult, alone: list[BacktestResult], at_work: Floats, seed: int) -> list[Part]:
    return [
        Part(
            member.symbol, member.parameters, len(taken), float(taken.pnl.sum()), float(taken.fees.sum()),
            float(share), performance(record(one), seed),
        )
        for member, taken, one, share in zip(result.members, result.trades, alone, at_work, strict=True)
    ]  # fmt: skip


def _at_work(result: PortfolioResult) -> Floats:
    """The average share of the common equity that each bot had in the market, (bots,); 0 where equity ran out."""
    if not (result.equity > 0).all():
        return np.zeros(len(result.members))
    found: Floats = (np.abs(result.worth) / result.equity).mean(axis=1)
    return found


def _instead(own: Replay, equity: Floats, alone: list[BacktestResult]) -> Replay:
    """The same clock with the sum of the bots alone: their equity, what they held, their trades."""
    worth = _summed(own.time, alone, [np.abs(each.position) * each.tape.bars.close for each in alone])
    entries = np.concatenate([
        np.searchsorted(own.time, each.tape.bars.time[each.trades.entry_bar]) for each in alone
    ])  # fmt: skip
    pnl = np.concatenate([each.trades.pnl for each in alone])
    return replace(own, equity=equity, position=worth, entry_bar=entries, trade_pnl=pnl)


def _same_exposure(result: PortfolioResult, own: Replay, at_work: Floats, seed: int) -> Benchmark | None:
    """Each market at its bot's average share, brought back at every close; one fee each, funding paid."""
    if not at_work.any():
        return None
    fee = result.setup.costs.taker_fee
    gained = np.zeros(len(result.time))
    for member, share in zip(result.members, at_work, strict=True):
        bars, tape = member.tape.bars, member.tape
        at = np.searchsorted(result.time, bars.time)
        gained[at[1:]] += share * (bars.close[1:] / bars.close[:-1] - 1 - tape.funding[1:])
        gained[min(1, len(gained) - 1)] -= share * fee / (1 + fee)
    equity = result.setup.capital * np.cumprod(np.maximum(1 + np.r_[0.0, gained[1:]], 0.0))
    return beside("Holding at equal exposure", equity, own, seed, who=BOTS)
