"""What somebody asks of the lab: which settings to try on which candles, how much to hold back, how to ask luck."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.backtest import Setup
from engine.bots.luck.cut.halves import HELD_BACK, Halves, halves
from engine.bots.luck.evidence import Asked
from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.swept import OBJECTIVES, Objective
from engine.bots.tape import Tape, stretch, tape_of
from engine.core.errors import DataError, ParameterError
from engine.market.bars import DAY_MS, STEPS, Bars, Times, timestamp
from engine.market.market import Market

THIRD: Final = HELD_BACK
FEWEST_BARS: Final = 100  # of the past, and of what is held back: fewer hold hardly a trade
SHARE_HELD_BACK: Final = (0.1, 0.6)


@dataclass(frozen=True, slots=True)
class LabRequest:
    """One question to the lab; equal requests on equal candles give equal answers.

    `first_ms` and `last_ms` bound the candles (None: all there are); `held_back` is the newest share of the days
    that no choice may see, 0 for none; `shuffles` are luck's markets of each kind, `folds` the stretches of the
    walk-forward that judge.
    """

    symbol: str
    step: str
    base: BotParameters
    axes: tuple[Axis, ...]
    setup: Setup = field(default_factory=Setup)
    first_ms: int | None = None
    last_ms: int | None = None
    held_back: float = THIRD
    shuffles: int = 100
    folds: int = 12
    objective: Objective = "total_return"
    seed: int = 0

    def __post_init__(self) -> None:
        low, high = SHARE_HELD_BACK
        if self.held_back and not low <= self.held_back <= high:
            raise ParameterError(
                f"the share held back must be 0 or {low:g} to {high:g}, was {self.held_back:g}. A third is usual."
            )
        if self.objective not in OBJECTIVES:
            raise ParameterError(f"the objective must be {' or '.join(OBJECTIVES)}, was {self.objective!r}.")
        if self.seed < 0:
            raise ParameterError(f"the seed must be 0 or more, was {self.seed}.")
        self.asked  # noqa: B018  # refuses what it cannot ask

    @property
    def asked(self) -> Asked:
        """How thoroughly luck is asked."""
        return Asked(self.objective, self.shuffles, self.folds, self.seed)

    @property
    def grid(self) -> Grid:
        """Every configuration asked for; ParameterError where there are too many."""
        return Grid(self.base, self.axes)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The candles of a request as tapes: all of them, the past that may choose, and what is held back from it."""

    whole: Tape
    past: Tape
    held: Tape | None

    @property
    def split_ms(self) -> int:
        """The end of the past."""
        return int(self.past.bars.time[-1]) + self.past.bars.step_ms

    @property
    def halves(self) -> Halves:
        """Both parts as the questions about luck take them."""
        return Halves(self.past, self.held)


def ground(bars: Bars, market: Market, request: LabRequest) -> Ground:
    """The tapes of a request; DataError, in one line, where its candles or its period cannot answer it."""
    timeframe = bars.step if request.setup.core else request.base.timeframe
    _must_fit(bars, timeframe)
    closed = bars.time + bars.step_ms
    inside = (bars.time >= (request.first_ms or 0)) & (closed <= (request.last_ms or closed[-1]))
    if not inside.any():
        raise DataError(f"{_named(request)} has no candles in this period. Choose another one.")
    whole = tape_of(bars.until(int(closed[inside][-1])), market, timeframe)
    first = int(np.searchsorted(whole.bars.time, request.first_ms or 0))
    whole = stretch(whole, first, len(whole)) if 0 < first < len(whole) else whole
    made = _split(whole, request)
    for name, part in (("the past", made.past), ("what is held back", made.held)):
        if part is not None and len(part) < FEWEST_BARS:
            raise DataError(
                f"{name} must hold at least {FEWEST_BARS} candles of {timeframe}, was {len(part)}"
                f" ({_span(part)}). Take a longer period or finer candles."
            )
    return made


def _split(whole: Tape, request: LabRequest) -> Ground:
    parts = halves(whole, request.held_back)
    return Ground(whole, parts.past, parts.held)


def ends_of_days(time: Times) -> NDArray[np.intp]:
    """The last bar of every UTC day."""
    last: NDArray[np.intp] = np.r_[np.flatnonzero(np.diff(time // DAY_MS)), len(time) - 1]
    return last


def _must_fit(bars: Bars, timeframe: str) -> None:
    if STEPS[timeframe] % STEPS[bars.step]:
        possible = [name for name in KNOBS["timeframe"].choices if STEPS[name] % STEPS[bars.step] == 0]
        raise DataError(
            f"a timeframe of {timeframe} cannot be made from {bars.symbol} candles of {bars.step}."
            f" Set timeframe to {', '.join(possible) or bars.step}, or bring finer candles."
        )


def _named(request: LabRequest) -> str:
    return f"{request.symbol} {request.step}"


def _span(tape: Tape) -> str:
    return f"{timestamp(int(tape.bars.time[0])):%Y-%m-%d} to {timestamp(int(tape.bars.time[-1])):%Y-%m-%d}"
