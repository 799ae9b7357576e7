"""What is compared: traders from the moment on at which they were exposed, counted as every metric is counted."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.experiments.analysis.moments import Floats, Moments, Paired, adjusted, paired
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.tally import MONTH_MS, Tally, tally
from engine.traders.log import COLUMNS, EventLog

Codes = NDArray[np.int64]
PAST_MS: Final = 28 * 86_400_000  # before the start, for what a trader did before
WITH_PAST: Final = 20  # traders with a past, under which it is left alone
FEWEST: Final = 2  # in either variant


@dataclass(frozen=True, slots=True)
class Pair:
    """A metric in control and treated, adjusted for the past where `saved` (share of variance) is above 0."""

    control: Moments
    treated: Moments
    saved: float


@dataclass(frozen=True, eq=False)
class Exposed:
    """Traders in the order in which they were exposed: variant's number and moment (n,); what they did, as a log whose
    traders are these very ones; `past` the same before the start.
    """

    traders: tuple[str, ...]
    variant: Codes
    at_ms: Codes
    log: EventLog
    past: EventLog
    start_ms: int

    def until(self, end_ms: int) -> int:
        """How many had been exposed by then."""
        return int(np.searchsorted(self.at_ms, end_ms))

    def counted(self, begin_ms: int, end_ms: int) -> Tally:
        """What they did in a period, each from their exposure on; all who were exposed by its end count."""
        found = tally(self.log, begin_ms, end_ms)
        many = self.until(end_ms)
        months: Floats = np.maximum(0, end_ms - np.maximum(begin_ms, self.at_ms[:many])) / MONTH_MS
        columns: dict[str, Floats] = {name: each[:many] for name, each in found.columns.items()} | {"months": months}
        return Tally(columns, np.ones(many), end_ms - begin_ms)

    @cached_property
    def before(self) -> Tally:
        """What they did in the weeks before the start."""
        found = tally(self.past, self.start_ms - PAST_MS, self.start_ms)
        return Tally(found.columns | {"months": found.came * (PAST_MS / MONTH_MS)}, found.came, found.span_ms)

    def pair(self, metric: str, counted: Tally, treated: int) -> Pair | None:
        """A metric among the treated of one variant and among control; None where it cannot be told yet."""
        many = len(counted.came)
        values = [_linear(metric, counted, self.variant[:many] == each) for each in (0, treated)]
        if any(each is None for each in values):
            return None
        one, two = (each for each in values if each is not None)
        earlier = self._earlier(metric, many)
        plain = [_paired(each, np.zeros(len(each))) for each in (one, two)]
        if earlier is None:
            return Pair(plain[0].first, plain[1].first, 0.0)
        both = [
            _paired(each, earlier[self.variant[:many] == number])
            for each, number in zip((one, two), (0, treated), strict=True)
        ]
        control, other = adjusted(both[0], both[1])
        was, now = (float(a.error + b.error) for a, b in ((plain[0].first, plain[1].first), (control, other)))
        return Pair(control, other, max(0.0, 1 - now / was) if was > 0 else 0.0)

    def _earlier(self, metric: str, many: int) -> Floats | None:
        """The metric of the weeks before, by trader, around that of all; None where too few have a past."""
        top, bottom = (self.before[name][:many] for name in (METRICS[metric].top, METRICS[metric].bottom))
        if (bottom > 0).sum() < WITH_PAST or not bottom.mean() > 0:
            return None
        found: Floats = (top - top.mean() / bottom.mean() * bottom) / bottom.mean()
        return found


def _paired(values: Floats, before: Floats) -> Paired:
    return paired(values, before)


def _linear(metric: str, counted: Tally, mine: Floats) -> Floats | None:
    """A ratio of sums as a mean of one number a trader, with the error of the delta method."""
    top, bottom = (counted[name][mine] for name in (METRICS[metric].top, METRICS[metric].bottom))
    if len(top) < FEWEST or not bottom.mean() > 0:
        return None
    value = top.mean() / bottom.mean()
    found: Floats = value + (top - value * bottom) / bottom.mean()
    return found


def exposed(
    traders: tuple[str, ...], variant: Codes, at_ms: Codes, log: EventLog, start_ms: int
) -> Exposed:  # fmt: skip
    """Who was exposed, in time order, and what a log holds of them, before the start and from their exposure on."""
    if len(set(traders)) < len(traders):
        raise DataError("a trader is exposed once, at the first time; one was named twice.")
    order = np.argsort(at_ms, kind="stable")
    names = tuple(traders[place] for place in order.tolist())
    place = {name: number for number, name in enumerate(names)}
    number_of = np.array([place.get(name, -1) for name in log.traders] or [-1], dtype=np.int32)
    who = number_of[log.trader]
    moment = np.r_[at_ms[order], 0][who]
    mine, ahead = who >= 0, log.at_ms < start_ms
    since, past = (_owned(log, mine & rows, names, who) for rows in (~ahead & (log.at_ms >= moment), ahead))
    return Exposed(names, variant[order], at_ms[order], since, past, start_ms)


def _owned(log: EventLog, rows: NDArray[np.bool_], names: tuple[str, ...], who: NDArray[np.int32]) -> EventLog:
    kept = log.rows(rows)
    columns = {name: getattr(kept, name) for name in COLUMNS} | {"trader": who[rows]}
    return EventLog(names, log.underlyings, log.sectors, **columns)
