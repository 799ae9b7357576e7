"""What somebody asks of the lab: which settings to try on which candles, how much to hold back, how to ask luck."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.swept import OBJECTIVES, Objective
from engine.bots.tape import Tape, stretch, tape_of
from engine.core.errors import DataError, ParameterError
from engine.market.bars import DAY_MS, STEPS, Bars, timestamp
from engine.market.market import Market

THIRD: Final = 1 / 3
FEWEST_BARS: Final = 100  # of the past, and of what is held back: fewer hold hardly a trade
FEWEST_FOLD_DAYS: Final = 5
MOST_SHUFFLES: Final = 10_000
FEWEST_SHUFFLES: Final = 19  # with fewer, no p-value can be as low as 5 %
FOLDS: Final = (3, 60)
HELD_BACK: Final = (0.1, 0.6)


@dataclass(frozen=True, slots=True)
class LabRequest:
    """One question to the lab; equal requests on equal candles give equal answers.

    `first_ms` and `last_ms` bound the candles (None: all there are); `held_back` is the newest share of the days
    that no choice may see, 0 for none; `shuffles` are luck's markets and `folds` the stretches of the walk-forward,
    0 to leave either out.
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
        low, high = HELD_BACK
        if self.held_back and not low <= self.held_back <= high:
            raise ParameterError(
                f"the share held back must be 0 or {low:g} to {high:g}, was {self.held_back:g}. A third is usual."
            )
        if self.shuffles and not FEWEST_SHUFFLES <= self.shuffles <= MOST_SHUFFLES:
            raise ParameterError(
                f"shuffles must be 0 (no luck test) or {FEWEST_SHUFFLES} to {MOST_SHUFFLES:,},"
                f" was {self.shuffles:,}. 100 tell 5 % from more."
            )
        if self.folds and not FOLDS[0] <= self.folds <= FOLDS[1]:
            raise ParameterError(
                f"folds must be 0 (no walk-forward) or {FOLDS[0]} to {FOLDS[1]}, was {self.folds}. 12 are usual."
            )
        if self.objective not in OBJECTIVES:
            raise ParameterError(f"the objective must be {' or '.join(OBJECTIVES)}, was {self.objective!r}.")
        if self.seed < 0:
            raise ParameterError(f"the seed must be 0 or more, was {self.seed}.")

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
    def days(self) -> int:
        """UTC days with candles."""
        return len(np.unique(self.whole.bars.time // DAY_MS))


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
    if request.folds and made.days - 1 < FEWEST_FOLD_DAYS * request.folds:
        raise DataError(
            f"a walk-forward of {request.folds} folds needs {FEWEST_FOLD_DAYS * request.folds + 1} days of candles,"
            f" was {made.days} ({_span(whole)}). Take a longer period or fewer folds."
        )
    return made


def _split(whole: Tape, request: LabRequest) -> Ground:
    numbers = whole.bars.time // DAY_MS
    days = np.unique(numbers)
    held = round(len(days) * request.held_back)
    if not held:
        return Ground(whole, whole, None)
    cut = int(np.searchsorted(numbers, days[len(days) - held])) if held < len(days) else 0
    if not cut:
        raise DataError(f"{_named(request)} has only {len(days)} days here. Take a longer period.")
    return Ground(whole, stretch(whole, 0, cut), stretch(whole, cut, len(whole)))


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
