"""An experiment day by day: what was known after each, and whether that was enough to call it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from scipy.special import ndtr, ndtri, stdtrit

from engine.experiments.analysis.comparison import Difference, difference
from engine.experiments.analysis.exposed import Exposed, Pair
from engine.experiments.analysis.moments import Floats
from engine.experiments.analysis.novelty import Novelty, novelty
from engine.experiments.analysis.sequential import LEAST_RISE, boundaries, sequence_width
from engine.experiments.analysis.several import adjusted_p
from engine.experiments.experiment import Experiment, Method
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.tally import Tally
from engine.experiments.verdict import Reading

DAY_MS: Final = 86_400_000
TINY: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Span:
    """An effect and the range that holds at this look; infinite where the look decides nothing."""

    effect: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Look:
    """One metric after one day: traders in control and treated, share of the plan, both values, the effect as a share
    of control (as it is where the metric lies around zero) and as it is, z and the bound it must pass (inf where
    nothing may be called), and whether it has.
    """

    day: int
    end_ms: int
    control_n: int
    treated_n: int
    share: float
    control: float
    treated: float
    relative: Span
    absolute: Span
    z: float
    bound: float
    saved: float

    @property
    def is_decided(self) -> bool:
        """Whether this look may be called."""
        return bool(abs(self.z) > self.bound)


@dataclass(frozen=True, slots=True)
class Line:
    """One metric in the course of an experiment."""

    metric: str
    looks: tuple[Look, ...]

    @property
    def called(self) -> Look | None:
        """The look that counts: the first that decided, else the last with a range; None before there is any.

        Once a plan is over its last look stands: those after it have no range and would take the answer away.
        """
        decided = (each for each in self.looks if each.is_decided)
        return next(decided, None) or self._ranged or (self.looks[-1] if self.looks else None)

    @property
    def reading(self) -> Reading:
        """What the verdict goes by, with what the newest look found where an earlier one has decided."""
        told, last = self.called, self._ranged
        if told is None:
            return self._read(None)
        return replace(self._read(told), newest=self._read(last) if last is not None and last.day > told.day else None)

    @property
    def _ranged(self) -> Look | None:
        """The newest look with a range."""
        return next((each for each in reversed(self.looks) if np.isfinite(each.relative.low)), None)

    def _read(self, look: Look | None) -> Reading:
        metric = METRICS[self.metric]
        span = Span(np.nan, np.nan, np.nan) if look is None else look.relative
        day = 0 if look is None else look.day
        return Reading(metric.label, span.effect, span.low, span.high, metric.is_higher_better, day)


@dataclass(frozen=True, slots=True)
class Beside:
    """A metric that decides nothing: its effect with a plain 95 % range, p, and p corrected for all of them."""

    metric: str
    relative: Span
    p_value: float
    adjusted: float


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """Everything after each of some days: ends (ms), traders exposed by then, and what they had done by then."""

    material: Exposed
    ends_ms: tuple[int, ...]
    many: tuple[int, ...]
    tallies: tuple[Tally, ...]


def course(material: Exposed, days: int) -> Course:
    """What there was at the end of each day."""
    ends = tuple(material.start_ms + (day + 1) * DAY_MS for day in range(days))
    tallies = tuple(material.counted(material.start_ms, end) for end in ends)
    return Course(material, ends, tuple(material.until(end) for end in ends), tallies)


def share_in(design: Experiment, days: int, traders: int) -> float:
    """The share of the plan that is in: all of it once its days have passed or its traders have come."""
    return 1.0 if days >= design.days else min(1.0, traders / design.traders)


def line(design: Experiment, told: Course, metric: str, treated: int, method: Method) -> Line:
    """One metric of one variant against control after every day; looks after the end of a plan decide nothing."""
    pairs = [told.material.pair(metric, each, treated) for each in told.tallies]
    level = design.level / (len(design.variants) - 1)
    shares = [share_in(design, day + 1, many) for day, many in enumerate(told.many)]
    bounds = _bounds(method, shares, [_information(metric, each) for each in pairs], level)
    found = []
    for day, pair in enumerate(pairs):
        if pair is not None:
            wide = (method == "always valid", level, float(design.traders))
            how = (bounds[day], not METRICS[metric].is_signed, wide)
            found.append(_look(day, told.ends_ms[day], shares[day], pair, how))
    return Line(metric, tuple(found))


def _apart(metric: str, pair: Pair) -> Difference:
    """Treated against control as a share of control, or as it is where the metric lies around zero."""
    return difference(pair.control, pair.treated, is_relative=not METRICS[metric].is_signed)


def _information(metric: str, pair: Pair | None) -> float:
    """One over the squared error of the effect; 0 where nothing is known."""
    if pair is None:
        return 0.0
    error = float(_apart(metric, pair).error)
    return 1 / error**2 if error > 0 else 0.0


def _bounds(method: Method, shares: Sequence[float], information: Sequence[float], level: float) -> list[float]:
    """|z| to pass on each day: inf where that day is no look, as one that teaches nothing new is none.

    The share of the plan says what may be spent; what two looks have in common is measured, since traders who came
    early are still being counted and teach more every day.
    """
    found = [np.inf] * len(shares)
    over = next((day for day, share in enumerate(shares) if share >= 1), None)
    if method != "planned looks":
        if method == "fixed" and over is not None:
            found[over] = float(ndtri(1 - level / 2))
        return found
    days: list[int] = []
    known: list[float] = []
    before = 0.0
    for day, (share, told) in enumerate(zip(shares, information, strict=True)):
        least = LEAST_RISE * known[-1] * (1 + TINY) if known else 0.0
        is_last = day == over
        if share > before and (told > least or (is_last and told > 0)):
            days.append(day)
            known.append(max(told, least))
            before = share
    told_bounds = boundaries(tuple(shares[day] for day in days), level, tuple(known)) if days else ()
    for day, bound in zip(days, told_bounds, strict=True):
        found[day] = bound
    return found


def _look(
    day: int, end_ms: int, share: float, pair: Pair, how: tuple[float, bool, tuple[bool, float, float]]
) -> Look:  # fmt: skip
    bound, as_share, (is_always, level, planned) = how
    spans = {}
    for is_relative in (True, False):
        told = difference(pair.control, pair.treated, is_relative=is_relative and as_share)
        effect, error, freedom = float(told.effect), float(told.error), float(told.freedom)
        reach = float("inf")
        if is_always and error > 0:
            n = pair.control.n + pair.treated.n
            reach = float(sequence_width(n, error**2 * n, level, planned))
        elif np.isfinite(bound):
            reach = -float(stdtrit(freedom, float(ndtr(-bound)))) * error
        spans[is_relative] = (Span(effect, effect - reach, effect + reach), error, reach)
    span, error, reach = spans[True]
    z = span.effect / error if error > 0 else 0.0
    limit = reach / error if error > 0 else float("inf")
    return Look(
        day + 1, end_ms, int(pair.control.n), int(pair.treated.n), share, float(pair.control.seen),
        float(pair.treated.seen), span, spans[False][0], z, limit, pair.saved,
    )  # fmt: skip


def beside(design: Experiment, told: Course, treated: int) -> tuple[Beside, ...]:
    """Every other metric at the last day, corrected for being many (Benjamini and Hochberg)."""
    if not told.tallies:
        return ()
    named = [name for name in METRICS if name != design.metric and name not in design.guardrails]
    pairs = {name: told.material.pair(name, told.tallies[-1], treated) for name in named}
    known = {name: _apart(name, one) for name, one in pairs.items() if one}
    p_values = np.array([float(each.p_value) for each in known.values()], dtype=np.float64)
    return tuple(
        Beside(name, Span(float(each.effect), float(each.low), float(each.high)), float(each.p_value), float(corrected))
        for (name, each), corrected in zip(known.items(), adjusted_p(p_values), strict=True)
    )


def fading(design: Experiment, told: Course, treated: int) -> Novelty | None:
    """Whether the effect on the deciding metric changes from day to day."""
    effects: Floats = np.full(len(told.ends_ms), np.nan)
    errors: Floats = np.full(len(told.ends_ms), np.nan)
    for day, end in enumerate(told.ends_ms):
        pair = told.material.pair(design.metric, told.material.counted(end - DAY_MS, end), treated)
        if pair is not None:
            one = _apart(design.metric, pair)
            effects[day], errors[day] = float(one.effect), float(one.error)
    return novelty(effects, np.nan_to_num(errors, nan=0.0))
