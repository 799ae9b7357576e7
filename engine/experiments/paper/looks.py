"""The paired difference of two arms after each day, and whether that was enough to call it."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy.special import ndtri

from engine.experiments.analysis.looks import Span
from engine.experiments.analysis.sequential import LEAST_RISE, boundaries, sequence_width
from engine.experiments.experiment import Method
from engine.experiments.paper.error import FEWEST, Floats, mean_error


@dataclass(frozen=True, slots=True)
class PaperLook:
    """What is known after `day` days: the mean daily difference with the range that holds at this look (infinite where
    the look may call nothing), the standard error, z and the bound it must pass; `share` of the plan.
    """

    day: int
    share: float
    daily: Span
    error: float
    z: float
    bound: float

    @property
    def is_decided(self) -> bool:
        """Whether this look may be called."""
        return bool(np.isfinite(self.daily.low) and (self.daily.low > 0 or self.daily.high < 0))

    @property
    def so_far(self) -> Span:
        """The same of all days together."""
        return Span(*(self.day * each for each in (self.daily.effect, self.daily.low, self.daily.high)))


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Everything that was found from day to day."""

    looks: tuple[PaperLook, ...]

    @property
    def called(self) -> PaperLook | None:
        """The look that counts: the first that decided, else the last with a range, else the last."""
        decided = next((each for each in self.looks if each.is_decided), None)
        ranged = next((each for each in reversed(self.looks) if np.isfinite(each.daily.low)), None)
        return decided or ranged or (self.looks[-1] if self.looks else None)


def line(daily: Floats, planned: int, level: float, method: Method) -> PaperLine:
    """The looks at `daily` differences (d,), of which the plan wants `planned`; days after its end are no looks,
    except where a test has no end.
    """
    last = len(daily) if method == "always valid" else min(len(daily), planned)
    bounds = bounds_of(method, planned, level)
    looks = []
    for day in range(FEWEST, last + 1):
        told = mean_error(daily[:day])
        if told is None:
            continue
        bound = always(day, planned, level) if method == "always valid" else bounds.get(day, np.inf)
        reach = told.reach(bound)
        # Where the two did the same on every day there is nothing to be unsure of.
        reach = 0.0 if not daily[:day].any() else reach
        looks.append(PaperLook(
            day, min(1.0, day / planned), Span(told.mean, told.mean - reach, told.mean + reach), told.shown,
            told.mean / told.shown if told.shown > 0 else 0.0, reach / told.shown if told.shown > 0 else float("inf"),
        ))  # fmt: skip
    return PaperLine(tuple(looks))


@lru_cache(maxsize=64)
def bounds_of(method: Method, planned: int, level: float) -> dict[int, float]:
    """|z| from which each day of a plan may be called; a day on which information grew by less than a hundredth is no
    look, the last one always is.
    """
    if method == "fixed":
        return {planned: float(ndtri(1 - level / 2))}
    if method == "always valid":
        return {}
    days: list[int] = []
    for day in range(FEWEST, planned + 1):
        if not days or day >= LEAST_RISE * days[-1]:
            days.append(day)
    if days[-1] != planned:
        days[-1] = planned
    return dict(zip(days, boundaries(tuple(day / planned for day in days), level), strict=True))


def always(day: int, planned: int, level: float) -> float:
    """The same for a test without an end: the sequence that holds for ever, in standard errors, narrowest at the plan's
    end.
    """
    one = np.array(1.0)
    return float(sequence_width(np.array(float(day)), one, level, float(planned))) * float(np.sqrt(day))
