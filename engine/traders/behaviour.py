"""How a trader goes about it: when, for how long, at what risk, in which sectors and markets, each with its range."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr, ndtri, stdtrit

from engine.core.interval import LEVEL, Interval, share
from engine.market.bars import DAY_MS
from engine.options.features.climate import REGIMES
from engine.traders.events import ENDED, Action, Event
from engine.traders.log import standing

Floats = NDArray[np.float64]
Back = Callable[[float], float]
GAP_MS: Final = 1_800_000  # half an hour without an action ends a session
RECENT_DAYS: Final = 60
MONTH: Final = 30.0
LEAST_DAYS: Final = 7  # between the first and the last, under which nothing is said of a change over time
FEWEST: Final = 8  # of whatever is counted; with fewer a feature is unknown
HOUR: Final = 2 * math.pi / 24
CHOSEN: Final = (Action.SAVE, Action.TRADE)
Z: Final = float(ndtri(0.5 + LEVEL / 2))


@dataclass(frozen=True, slots=True)
class Named:
    """A number about a sector or a regime."""

    name: str
    measured: Interval


@dataclass(frozen=True, slots=True)
class Behaviour:
    """Every feature an `Interval` with its n; a value of None is unknown: too few, or nothing that tells them apart.

    `hour`: of the day at which sessions begin, UTC; the ends may lie beyond 0 or 24. `holding`: median days from
    trade to end. `risk_drift`: change of |delta| of what was saved or traded, in 30 days; `margin_drift`: the same of
    margin, as a fraction. `rotation`: share of each sector in the last 60 days less that before. `regimes`: how many
    times as often ideas are taken in a regime as in all others. `vix`, `vix_change`: their mean when ideas were taken
    less that when they were shown. `sessions` and `chosen` are counts.
    """

    hour: Interval
    holding: Interval
    risk_drift: Interval
    margin_drift: Interval
    rotation: tuple[Named, ...]
    regimes: tuple[Named, ...]
    vix: Interval
    vix_change: Interval
    sessions: int
    chosen: int


def behaviour_of(events: Iterable[Event], now_ms: int) -> Behaviour:
    """The features of one trader's events up to now."""
    past = [each for each in standing(events) if each.at_ms <= now_ms]
    done = [each for each in past if each.action is not Action.SHOWN and each.action not in ENDED]
    chosen = [each for each in past if each.action in CHOSEN]
    seen = [each for each in past if each.action is Action.SHOWN or each.action in CHOSEN]
    starts = sessions(done)
    return Behaviour(
        hour=_hour(starts),
        holding=_holding(past),
        risk_drift=_slope(chosen, lambda one: abs(one.idea.delta)),
        margin_drift=_slope(chosen, lambda one: _log(one.idea.margin), math.expm1),
        rotation=_rotation(chosen, now_ms),
        regimes=tuple(Named(name, _lift(seen, name)) for name in REGIMES),
        vix=_tilt(seen, lambda one: one.circumstances.vix),
        vix_change=_tilt(seen, lambda one: one.circumstances.vix_change),
        sessions=len(starts),
        chosen=len(chosen),
    )


def sessions(done: Sequence[Event]) -> list[int]:
    """When each session began: actions with less than half an hour between them are one."""
    starts: list[int] = []
    last = -GAP_MS
    for each in done:
        if each.at_ms - last >= GAP_MS:
            starts.append(each.at_ms)
        last = each.at_ms
    return starts


def _hour(starts: Sequence[int]) -> Interval:
    """Mean direction on the clock with its range (Fisher 1993, 4.4.5); unknown where no hour stands out (Rayleigh)."""
    n = len(starts)
    angle = np.array(starts) % DAY_MS / DAY_MS * 2 * math.pi
    mean = complex(np.exp(1j * angle).mean()) if n else 0j
    length = abs(mean)
    if n < FEWEST or math.exp(-n * length**2) > 1 - LEVEL:
        return Interval(None, n=n)
    second = float(np.cos(2 * (angle - np.angle(mean))).mean())
    dispersion = (1 - second) / (2 * length**2)
    half = math.asin(min(1.0, Z * math.sqrt(dispersion / n))) / HOUR
    value = float(np.angle(mean)) / HOUR % 24
    return Interval(value, value - half, value + half, n)


def _holding(past: Sequence[Event]) -> Interval:
    """Median days, and the narrowest range between order statistics that holds it in at least 95 % of samples."""
    opened: dict[str, int] = {}
    days = []
    for each in past:
        if each.action is Action.TRADE:
            opened.setdefault(each.idea.id, each.at_ms)
        elif each.action in ENDED and each.idea.id in opened:
            days.append((each.at_ms - opened.pop(each.idea.id)) / DAY_MS)
    n = len(days)
    if n < FEWEST:
        return Interval(None, n=n)
    ordered = sorted(days)
    room = next(each for each in range(n) if bdtr(each + 1, n, 0.5) > (1 - LEVEL) / 2)
    return Interval(float(np.median(ordered)), ordered[room], ordered[n - 1 - room], n)


def _slope(chosen: Sequence[Event], value: Callable[[Event], float], back: Back = float) -> Interval:
    """Least squares over time, in 30 days, with Student's range; `back` brings the value's scale back."""
    x = np.array([each.at_ms / (MONTH * DAY_MS) for each in chosen], dtype=np.float64)
    y = np.array([value(each) for each in chosen], dtype=np.float64)
    known = np.isfinite(y)
    x, y, n = x[known], y[known], int(known.sum())
    centred = x - x.mean() if n else x
    room = float((centred**2).sum())
    if n < FEWEST or float(np.ptp(x)) * MONTH < LEAST_DAYS:
        return Interval(None, n=n)
    slope = float((centred * y).sum()) / room
    left = y - y.mean() - slope * centred
    half = float(stdtrit(n - 2, 0.5 + LEVEL / 2)) * math.sqrt(float((left**2).sum()) / (n - 2) / room)
    return Interval(back(slope), back(slope - half), back(slope + half), n)


def _rotation(chosen: Sequence[Event], now_ms: int) -> tuple[Named, ...]:
    """Newcombe's range (1998) of the difference of two shares, at a level for all sectors together."""
    since = now_ms - RECENT_DAYS * DAY_MS
    recent = [each.idea.sector for each in chosen if each.idea.sector and each.at_ms > since]
    before = [each.idea.sector for each in chosen if each.idea.sector and each.at_ms <= since]
    names = sorted({*recent, *before})
    if min(len(recent), len(before)) < FEWEST:
        return ()
    level = 1 - (1 - LEVEL) / len(names)
    return tuple(
        Named(name, _difference(share(recent.count(name), len(recent), level),
                                share(before.count(name), len(before), level)))
        for name in names
    )  # fmt: skip


def _difference(one: Interval, other: Interval) -> Interval:
    p, low, high = one.value or 0.0, one.low or 0.0, one.high or 0.0
    q, least, most = other.value or 0.0, other.low or 0.0, other.high or 0.0
    return Interval(p - q, p - q - math.hypot(p - low, most - q), p - q + math.hypot(high - p, q - least),
                    one.n + other.n)  # fmt: skip


def _by_day(seen: Sequence[Event], row: Callable[[Event], tuple[float, ...]]) -> Floats:
    """Sums by day: what happens within a day hangs together, so days are what is counted; (days, columns)."""
    days: dict[int, list[tuple[float, ...]]] = defaultdict(list)
    for each in seen:
        numbers = row(each)
        if all(map(math.isfinite, numbers)):
            days[each.at_ms // DAY_MS].append(numbers)
    return np.array([np.sum(rows, axis=0) for rows in days.values()])


def _jackknifed(sums: Floats, statistic: Callable[[Floats], Floats], back: Back = float) -> Interval:
    """A statistic of summed days, with the range from leaving each day out."""
    n = len(sums)
    total = sums.sum(axis=0)
    value = float(statistic(total))
    without = statistic(total - sums)
    half = Z * math.sqrt((n - 1) / n * float(((without - without.mean()) ** 2).sum()))
    return Interval(back(value), back(value - half), back(value + half), n)


def _lift(seen: Sequence[Event], regime: str) -> Interval:
    """Taken per shown in this regime over that in all others; half an event is added to each count."""

    def row(each: Event) -> tuple[float, ...]:
        known = 1.0 if each.circumstances.regime else math.nan
        here, taken = float(each.circumstances.regime == regime), float(each.action in CHOSEN)
        return taken * here, (1 - taken) * here, taken * (1 - here), (1 - taken) * (1 - here) * known

    sums = _by_day(seen, row)
    if not len(sums) or min(int((sums[:, 1] > 0).sum()), int((sums[:, 3] > 0).sum())) < FEWEST:
        return Interval(None, n=len(sums))

    def logarithm(total: Floats) -> Floats:
        taken, shown, elsewhere, others = (total[..., place] + 0.5 for place in range(4))
        found: Floats = np.log(taken / shown) - np.log(elsewhere / others)
        return found

    return _jackknifed(sums, logarithm, math.exp)


def _tilt(seen: Sequence[Event], value: Callable[[Event], float]) -> Interval:
    """Mean when taken less mean when shown."""

    def row(each: Event) -> tuple[float, ...]:
        taken, number = float(each.action in CHOSEN), value(each)
        return taken, taken * number, 1 - taken, (1 - taken) * number

    sums = _by_day(seen, row)
    if not len(sums) or min(int((sums[:, 0] > 0).sum()), int((sums[:, 2] > 0).sum())) < FEWEST:
        return Interval(None, n=len(sums))

    def difference(total: Floats) -> Floats:
        found: Floats = total[..., 1] / total[..., 0] - total[..., 3] / total[..., 2]
        return found

    return _jackknifed(sums, difference)


def _log(value: float) -> float:
    return math.log(value) if value > 0 else math.nan
