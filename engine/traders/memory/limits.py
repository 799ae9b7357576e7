"""Does an idea lie within a trader's own limits? By his profile as it was, and for logs that were kept without it."""

import math
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.core.compiled import callable_within, compiled
from engine.market.bars import DAY_MS
from engine.traders.events import ACTIONS, WEIGHTS, Action
from engine.traders.log import Codes, EventLog, Floats, Times
from engine.traders.memory.likings import FLOORS, NOBODY, placed
from engine.traders.memory.masses import ANCHOR_MS, HALF_LIFE_DAYS, KIND
from engine.traders.memory.masses import SHOWN as SHOWN_KIND
from engine.traders.taste import Taste

WITHIN: Final = math.sqrt(2 * math.log(2))  # widths from the centre, where a part of the score is half of all it can be
SHOWN: Final = ACTIONS.index(Action.SHOWN)
KINDS: Final = np.array([KIND.get(each, -1) for each in ACTIONS])
SIZES: Final = np.array([1.0 if KIND.get(each) == SHOWN_KIND else abs(WEIGHTS[each]) / 10 for each in ACTIONS])
PRIORS: Final = np.array([(one.centre, one.width, floor) for one, floor in zip(NOBODY, FLOORS, strict=True)])


def fits(taste: Taste, delta: ArrayLike, premium: ArrayLike, days: ArrayLike) -> Floats:
    """Whether ideas (n,) lie within the limits of a taste on all three scales, 1 or 0; nan where a number is unknown.

    |delta|, log |premium| of a contract and log(1 + days) are each less than 1.18 widths from its centre: there that
    part of the score is above half of what it can be.
    """
    scales = (np.abs(delta), _log(np.abs(np.asarray(premium, np.float64))), np.log1p(np.maximum(days, -0.999)))
    apart = np.array([
        np.abs(each - one.centre) / one.width
        for each, one in zip(scales, (taste.risk, taste.premium, taste.timing), strict=True)
    ])  # fmt: skip
    found: Floats = np.where(np.isnan(apart).any(axis=0), np.nan, (apart <= WITHIN).all(axis=0).astype(np.float64))
    return found


def with_limits(log: EventLog) -> EventLog:
    """The log, with whether each idea fitted when it was shown: where that was not kept, by the log up to then alone.

    Limits are then those of a profile that nobody corrected, of what each trader had taken, passed over and dismissed.
    """
    if not (np.isnan(log.fits) & (log.action == SHOWN)).any():
        return log
    rows = _Rows(
        log.trader, log.at_ms, log.action,
        np.abs(log.delta), _log(np.abs(log.premium)), np.log1p(np.maximum(log.days, -0.999)),
    )  # fmt: skip
    told = _replayed(rows, len(log.traders))
    return replace(log, fits=np.where(np.isnan(log.fits), told, log.fits))


class _Rows(NamedTuple):
    """What is replayed, (n,): whose, when, what, and the idea on the three scales."""

    trader: Codes
    at_ms: Times
    action: Codes
    risk: Floats
    premium: Floats
    timing: Floats


def _log(values: NDArray[np.float64]) -> Floats:
    return np.log(values, out=np.full(np.shape(values), np.nan), where=values > 0)


@compiled
def _replayed(rows: _Rows, traders: int) -> Floats:
    """Fits of what was shown, each by what was noted before its list."""
    sums = np.zeros((traders, 3, 3, 4))
    limits = np.zeros((traders, 3, 2))
    listed = np.full(traders, -1)
    found = np.full(len(rows.at_ms), np.nan)
    for row in range(len(rows.at_ms)):
        who, at_ms, action = rows.trader[row], rows.at_ms[row], rows.action[row]
        fading = 2.0 ** ((at_ms - ANCHOR_MS) / (HALF_LIFE_DAYS * DAY_MS))
        places = (rows.risk[row], rows.premium[row], rows.timing[row])
        if action == SHOWN:
            if listed[who] != at_ms:
                _set(limits[who], sums[who], 1 / fading)
                listed[who] = at_ms
            found[row] = _fits(limits[who], places)
        if KINDS[action] >= 0:
            _note(sums[who, KINDS[action]], SIZES[action] * fading, places)
    return found


@callable_within
def _set(limits: Floats, sums: Floats, factor: float) -> None:
    """Centres and widest distances of one trader as of now."""
    for scale in range(3):
        liked, disliked, shown = sums[0, scale], sums[1, scale], sums[2, scale]
        centre, width, _, _, _ = placed(
            (liked[0], liked[1], liked[2], liked[3]), (disliked[0], disliked[1], disliked[2], disliked[3]),
            (shown[0], shown[1], shown[2], shown[3]), factor,
            (PRIORS[scale, 0], PRIORS[scale, 1], PRIORS[scale, 2]),
        )  # fmt: skip
        limits[scale, 0], limits[scale, 1] = centre, WITHIN * width


@callable_within
def _fits(limits: Floats, places: tuple[float, float, float]) -> float:
    for scale in range(3):
        if math.isnan(places[scale]):
            return math.nan
    for scale in range(3):
        if abs(places[scale] - limits[scale, 0]) > limits[scale, 1]:
            return 0.0
    return 1.0


@callable_within
def _note(sums: Floats, mass: float, places: tuple[float, float, float]) -> None:
    """One more event on each scale where its place is known."""
    for scale in range(3):
        value = places[scale]
        if math.isfinite(value):
            sums[scale, 0] += mass
            sums[scale, 1] += mass * value
            sums[scale, 2] += mass * value * value
            sums[scale, 3] += mass * mass
