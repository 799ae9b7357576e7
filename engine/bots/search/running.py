"""Candidates over the course: what each earned a day, how much it had at work, and every position it took."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.bots.backtest import Setup, columns, rules_of
from engine.bots.kernel.fold import Columns, fold
from engine.bots.kernel.moments import efficiency_ratio, mean_and_deviation, rolling_mean
from engine.bots.parameters import BotParameters
from engine.bots.search.course import Course
from engine.bots.strategy import RATIO_BARS, TREND_BARS, Signals, daily_volatility
from engine.bots.tape import Tape, fixed
from engine.bots.trades import Trades, trades_from
from engine.market.bars import Floats

Counts = NDArray[np.int64]
LEAST_EQUITY = 1e-9  # of the capital: who owes more than that has lost everything


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """One candidate by day, begun afresh with the whole capital at every stretch, all costs paid.

    `logs` (d,) log returns, `exposure` (d,) mean share of equity at work, long or short; `entry_day` and `pnl` (m,)
    of each position, an open one closed at the stretch's end; `fees` and `traded` (d,) on the day of the entry.
    """

    parameters: BotParameters
    logs: Floats
    exposure: Floats
    entry_day: Counts
    pnl: Floats
    fees: Floats
    traded: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """One stretch of the course at one timeframe: its table, its first bar, its days, the bars by each day's end."""

    table: Columns
    first: int
    days: slice
    ends: Counts


def groups(candidates: Sequence[BotParameters]) -> list[list[int]]:
    """The candidates' numbers, those together that read the same band: the smallest piece of work."""
    found: dict[tuple[str, int], list[int]] = {}
    for number, each in enumerate(candidates):
        found.setdefault((each.timeframe, each.window), []).append(number)
    return list(found.values())


def run_together(course: Course, candidates: Sequence[BotParameters], setup: Setup) -> list[Run]:
    """The runs of candidates with one timeframe and one window."""
    timeframe, window = candidates[0].timeframe, candidates[0].window
    tape = course.tapes[timeframe]
    stretches = _stretches(course, timeframe, columns(tape, _seen(tape, window), setup.delay))
    return [_run(course, stretches, each, setup) for each in candidates]


def _seen(tape: Tape, window: int) -> Signals:
    """Every indicator, whether or not a candidate reads it; each is known at its bar's close."""
    close, run = tape.bars.close, tape.run
    mean, deviation = mean_and_deviation(close, run, window)
    ratio, trend = efficiency_ratio(close, run, RATIO_BARS), rolling_mean(close, run, TREND_BARS)
    return Signals(*(fixed(array) for array in (mean, deviation, ratio, trend, daily_volatility(tape))))


def _stretches(course: Course, timeframe: str, table: Columns) -> list[_Stretch]:
    bounds, cuts = course.bounds(timeframe), course.plan.cuts
    found = []
    for a, b in pairwise(cuts):
        first, last = int(bounds[a]), int(bounds[b])
        part = Columns._make(array[first:last] for array in table)
        if last > first:
            new_day, paid = part.new_day.copy(), part.funding.copy()
            new_day[0], paid[0] = True, 0.0  # a fresh bot: its first day begins here, and nothing was carried in
            part = part._replace(new_day=fixed(new_day), funding=fixed(paid))
        found.append(_Stretch(part, first, slice(a, b), bounds[a + 1 : b + 1] - first))
    return found


def _run(course: Course, stretches: Sequence[_Stretch], parameters: BotParameters, setup: Setup) -> Run:
    tape = course.tapes[parameters.timeframe]
    rules, days = rules_of(parameters, tape, setup.costs), len(course.days)
    logs, exposure, fees, traded = (np.zeros(days) for _ in range(4))
    entry_day, pnl = [], []
    leave = setup.costs.taker_fee + setup.costs.slippage_bps / 1e4
    for part in stretches:
        if not len(part.table.close):
            continue
        equity, position, book, _ = fold(part.table, rules, setup.capital)
        trades = trades_from(book)
        worth = np.abs(position) * part.table.close
        cost = leave * worth[-1]
        equity[-1] -= cost
        with_start = np.maximum(np.r_[setup.capital, equity], LEAST_EQUITY * setup.capital)
        logs[part.days] = np.diff(np.log(with_start[np.r_[0, part.ends]]))
        exposure[part.days] = _by_day(worth / with_start[1:], part.ends)
        day = part.days.start + np.searchsorted(part.ends, trades.entry_bar, side="right")
        entry_day.append(day)
        pnl.append(_closed(trades, cost))
        np.add.at(fees, day, trades.fees)
        np.add.at(traded, day, _traded(trades))
    return Run(parameters, logs, exposure, np.concatenate(entry_day), np.concatenate(pnl), fees, traded)


def _by_day(values: Floats, ends: Counts) -> Floats:
    """The mean of the bars of each day; 0 for a day without any."""
    running = np.r_[0.0, np.cumsum(values)][np.r_[0, ends]]
    means: Floats = np.diff(running) / np.maximum(np.diff(np.r_[0, ends]), 1)
    return means


def _closed(trades: Trades, cost: float) -> Floats:
    """What each position earned; the one still open pays for its closing."""
    pnl = trades.pnl.copy()
    pnl[trades.exit_bar < 0] -= cost
    return pnl


def _traded(trades: Trades) -> Floats:
    exits = np.where(trades.exit_bar >= 0, np.nan_to_num(trades.exit_price), 0.0)
    return (trades.entry_price + exits) * trades.quantity
