"""How long bots must run on paper: by the paired daily differences that the very same arms made before."""

from dataclasses import dataclass
from typing import Final

from engine.core.errors import DataError
from engine.core.interval import Interval
from engine.experiments.analysis.comparison import LEVEL
from engine.experiments.paper.design import Paper
from engine.experiments.paper.error import mean_error
from engine.experiments.paper.planning import SMALLEST, days_needed, deviation_of, seen_in
from engine.experiments.planning import POWER
from engine.market.bars import DAY_MS
from engine.services.review_rankings.paper.material import material, whole_until
from engine.services.startup import App

PAST_DAYS: Final = 365
FEWEST: Final = 60  # of the past: with fewer the deviation is hardly known
USUAL: Final = (28, 56, 112, 224, 365)
TWO_SIDED: Final = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Past:
    """What one arm did against control on past days: the mean daily difference with its 95 % range, and the long-run
    standard deviation of a day's difference, as shares of the capital; `fall`, `fees` and `trades` are the arm's own.
    """

    mean: Interval
    deviation: float
    fall: float
    fees: float
    trades: float


@dataclass(frozen=True, slots=True)
class Need:
    """Days until a difference is seen, None where that is over a hundred years; and what usual plans would see."""

    days: int | None
    sees: tuple[tuple[int, float], ...]


def past(app: App, paper: Paper, days: int = PAST_DAYS) -> tuple[Past, ...]:
    """Every treated arm against control over the newest days, begun afresh; DataError where there are too few."""
    begins = whole_until(app, paper) - days * DAY_MS
    found = material(app, paper, begins)
    if len(found.days) < FEWEST:
        raise DataError(
            f"a plan needs {FEWEST} past days on these markets, there are {len(found.days)}: bring older candles, or"
            " set the days by hand."
        )
    control = found.arms[0].daily
    told = []
    for own in found.arms[1:]:
        daily = own.daily - control
        error = mean_error(daily)
        reach = 0.0 if error is None else error.reach(TWO_SIDED)
        mean = float(daily.mean())
        interval = (
            Interval(mean, mean - reach, mean + reach, len(daily)) if daily.any() else Interval(0.0, n=len(daily))
        )
        told.append(Past(
            interval, deviation_of(daily), float(own.fall[-1]), float(own.fees.mean()), float(own.trades.mean())
        ))  # fmt: skip
    return tuple(told)


def need(told: tuple[Past, ...], effect: float, power: float = POWER, level: float = LEVEL) -> Need:
    """Days until a true mean daily difference is told from nought, for the arm that takes longest; each of several is
    held against control at its part of the error.
    """
    own = level / len(told)
    widest = max(each.deviation for each in told)
    if not widest > SMALLEST:
        raise DataError(
            "The arms did the same on every past day, so there is nothing to plan by. Change a setting of one."
        )
    sees = tuple((days, seen_in(days, widest, power, own)) for days in USUAL)
    return Need(days_needed(effect, widest, power, own), sees)
