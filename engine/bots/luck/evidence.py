"""Everything that speaks for or against the best of a sweep, gathered once: luck, the future, its neighbours."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from engine.bots.backtest import Setup, backtest
from engine.bots.luck.cut.halves import Halves
from engine.bots.luck.cut.thinned import MOST, Thinned, thinned
from engine.bots.luck.look_ahead import LookAhead, look_ahead
from engine.bots.luck.neighbours import Neighbourhood, neighbourhood
from engine.bots.luck.order import OrderTest, shuffled_order
from engine.bots.luck.overfitting import PARTS, Overfitting, overfitting
from engine.bots.luck.permutation import LuckTest, Shuffles, luck_test
from engine.bots.luck.surrogates import KINDS, Kind
from engine.bots.luck.walk_forward import FEWEST_STRETCH, FOLDS, WalkForward, planned, walk_forward
from engine.bots.measure.deflated import Deflated, deflated_sharpe
from engine.bots.measure.record import record
from engine.bots.measure.sensitivity import Variant, sensitivity
from engine.bots.parameters import BotParameters
from engine.bots.performance import performance
from engine.bots.search.course import LEARNING
from engine.bots.sweep.sweep import sweep_stretches
from engine.bots.sweep.swept import Objective, Swept, Workload
from engine.bots.tape import Tape
from engine.core.errors import ParameterError
from engine.core.interval import Interval

Stage = Literal["shuffled markets", "mirrored markets", "walk-forward", "overfitting", "the chosen setting"]
STAGES: Final[tuple[Stage, ...]] = (
    "shuffled markets", "mirrored markets", "walk-forward", "overfitting", "the chosen setting"
)  # fmt: skip
Told = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """How thoroughly to ask: luck's markets of each kind, folds of the walk-forward (12 at best), what counts, seed.

    At most `cells` configurations times days are looked at day by day.
    """

    objective: Objective = "total_return"
    shuffles: int = 100
    folds: int = FOLDS
    seed: int = 0
    cells: int = MOST

    def __post_init__(self) -> None:
        Shuffles(self.shuffles)
        if not 2 <= self.folds <= 60:
            raise ParameterError(f"a walk-forward needs 2 to 60 folds, was {self.folds}. Take {FOLDS}.")

    def luck(self, kind: Kind) -> Shuffles:
        """The luck test of this kind."""
        return Shuffles(self.shuffles, self.seed, kind, self.objective)


@dataclass(frozen=True, slots=True)
class Record:
    """One setting over one period: its days, its return and Sharpe ratio a year with their ranges, trades, fall."""

    days: float
    total_return: Interval
    sharpe: Interval
    trades: int
    max_drawdown: Interval


@dataclass(frozen=True, slots=True, eq=False)
class LuckEvidence:
    """All eight answers about the best of `trials` settings on the past; `held` is the same setting held back.

    `effective` counts trials that moved alike once, `traded` those that traded at all. What needs more days than
    there are is None: `walk`, `overfit`, `deflated`. `order` is None below ten trades, `held` where nothing is held
    back. `variants` are the same setting with other costs and one bar later. `by_day` counts the configurations that
    `walk`, `overfit` and `deflated` were asked of: fewer than `trials` where the days of all would not fit into memory.
    """

    asked: Asked
    trials: int
    traded: int
    effective: float | None
    share_profitable: float
    best: int
    parameters: BotParameters
    past: Record
    held: Record | None
    luck: LuckTest
    signs: LuckTest
    walk: WalkForward | None
    overfit: Overfitting | None
    deflated: Deflated | None
    neighbours: Neighbourhood
    variants: tuple[Variant, ...]
    order: OrderTest | None
    look_ahead: LookAhead
    days_per_year: int
    by_day: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class _Days:
    """What the sweep over stretches tells."""

    walk: WalkForward | None = None
    overfit: Overfitting | None = None
    deflated: Deflated | None = None
    configurations: int = 0


def evidence(
    market: Halves, past: Swept, asked: Asked, workload: Workload | None = None, stage: Told | None = None
) -> LuckEvidence | None:
    """The evidence for the best of `past`, a sweep over `market.past`; None when it was cancelled.

    `stage` hears the name of each part as it begins (STAGES, in this order), `workload.progress` how far that part is.
    DataError where no configuration traded.
    """
    workload, say = workload or Workload(), stage or _silent
    best = past.best(asked.objective)
    tests = []
    for name, kind in zip(STAGES, KINDS, strict=False):
        say(name)
        test = luck_test(market.past, past.grid, past.setup, asked.luck(kind), workload, past)
        if test is None:
            return None
        tests.append(test)
    days = _days(market.past, past, best, asked, (workload, say))
    if days is None:
        return None
    say("the chosen setting")
    return _gathered(market, past, best, (tests[0], tests[1], days), asked)


def _silent(stage: Stage) -> None:
    """Nobody listens."""


def _days(tape: Tape, past: Swept, best: int, asked: Asked, told: tuple[Workload, Told]) -> _Days | None:
    workload, say = told
    say("walk-forward")
    days = len(past.days) - 1
    folds = min(asked.folds, int(days / FEWEST_STRETCH * (1 - LEARNING)))
    if folds < 2:
        return _Days()
    few = thinned(past.grid, days, best, asked.cells)
    swept = sweep_stretches(tape, few.grid, past.setup, planned(days, folds).cuts, workload)
    if swept is None or swept.daily is None:
        return None
    walked = _numbered(walk_forward(swept, asked.objective), few)
    say("overfitting")
    moved = np.any(np.nan_to_num(swept.daily) != 0, axis=1, keepdims=False)
    enough = moved.sum() > 1 and days >= 2 * PARTS
    crossed = overfitting(swept.daily, PARTS, asked.objective) if enough else None
    # The variance of a ratio whose true value is 0: that of the trials is mostly what the busy ones pay.
    rows = np.expm1(swept.daily[moved])
    own = few.place_of(best)
    place = int(np.count_nonzero(moved[:own]))
    deflated = deflated_sharpe(rows, place, 1 / (days - 1)) if moved[own] else None
    return _Days(walked, crossed, deflated, int(few.grid.is_valid.sum()))


def _numbered(walk: WalkForward, few: Thinned) -> WalkForward:
    """The folds with their choices as the whole grid numbers them."""
    return replace(walk, folds=tuple(
        fold if fold.chosen is None else replace(fold, chosen=int(few.numbers[fold.chosen])) for fold in walk.folds
    ))  # fmt: skip


def _gathered(
    market: Halves, past: Swept, best: int, found: tuple[LuckTest, LuckTest, _Days], asked: Asked
) -> LuckEvidence:
    luck, signs, days = found
    parameters, setup = past.grid.configuration(best), past.setup
    own = backtest(market.past, parameters, setup)
    return LuckEvidence(
        asked, int(past.grid.is_valid.sum()), int(np.count_nonzero(past.metrics.trades)),
        days.deflated.effective if days.deflated else None, past.share_profitable, best, parameters,
        recorded(market.past, parameters, setup, asked.seed),
        recorded(market.held, parameters, setup, asked.seed) if market.held else None,
        luck, signs, days.walk, days.overfit, days.deflated, neighbourhood(past, best, asked.objective),
        sensitivity(market.past, parameters, setup), shuffled_order(own.trades.pnl, setup.capital, asked.seed),
        look_ahead(market.past, parameters, setup), past.days_per_year, days.configurations,
    )  # fmt: skip


def recorded(tape: Tape, parameters: BotParameters, setup: Setup, seed: int = 0) -> Record:
    """One setting's record over one period."""
    taken = record(backtest(tape, parameters, setup))
    told = performance(taken, seed)
    return Record(taken.days, told.total_return, told.sharpe, told.trades, told.max_drawdown)
