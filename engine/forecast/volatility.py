"""How much a market moves in a day, and whether the coming week should be calmer or wilder than usual."""

from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import numpy as np

from engine.market.bars import Floats

DECAY: Final = 0.94  # RiskMetrics Technical Document (1996), daily data
WEEK: Final = 7
USUAL_DAYS: Final = 365
FEWEST_DAYS: Final = 180
WARM_UP: Final = 30  # days before the first forecast whose error counts
MEMORY: Final = 4 * 365  # days of past errors
FEWEST_ALIKE: Final = 50


@dataclass(frozen=True, slots=True, eq=False)
class Tilt:
    """For each day, how much calmer (+) or wilder (-) than usual the next week should be, and how surely.

    `strength` is clip(usual / forecast - 1, -1, 1), `confidence` the chance that the week's realised
    deviation lies on that side of usual. Both have one entry a day and are 0 before day 180.
    """

    strength: Floats
    confidence: Floats


def ewma_deviation(logs: Floats) -> Floats:
    """Deviation of daily log returns after each day, from log closes, shape (n,) -> (n,).

    Zero-mean, weights 0.94^age that add up to 1, so that no start value is invented; 0 on the first
    day, when no return is known.
    """
    squares = np.diff(logs, prepend=logs[:1]) ** 2
    total = np.array(list(accumulate(squares.tolist(), lambda sum_, square: DECAY * sum_ + square)))
    weight = (1 - DECAY ** np.arange(len(logs))) / (1 - DECAY)
    weight[:1] = 1.0
    return np.asarray(np.sqrt(total / weight), dtype=np.float64)


def usual_deviation(deviation: Floats) -> Floats:
    """Median of each day's and the 364 days' deviations before it (fewer at the start), shape (n,)."""
    days = len(deviation)
    usual = np.zeros(days)
    for day in range(1, min(days, USUAL_DAYS)):
        usual[day] = np.median(deviation[1 : day + 1])  # the first day has no return
    if days > USUAL_DAYS:
        windows = np.lib.stride_tricks.sliding_window_view(deviation[1:], USUAL_DAYS)
        usual[USUAL_DAYS:] = np.median(windows, axis=1)
    return usual


def realised_deviation(logs: Floats) -> Floats:
    """Root mean square of the 7 daily log returns after each day; NaN for the last 7, which are not over."""
    realised = np.full(len(logs), np.nan)
    if len(logs) > WEEK:
        weeks = np.lib.stride_tricks.sliding_window_view(np.diff(logs), WEEK)
        realised[:-WEEK] = np.sqrt(np.mean(weeks**2, axis=1))
    return realised


def volatility_tilt(closes: Floats) -> Tilt:
    """The tilt after each of these closes one day apart; day t uses only closes up to and including t.

    The forecast 7-day deviation is sqrt(7) times the day's EWMA deviation; against usual the root
    cancels. Confidence comes from the forecast's own past errors, see `confidence_on`.
    """
    logs = np.log(closes)
    deviation = ewma_deviation(logs)
    usual = usual_deviation(deviation)
    ready = (deviation > 0) & (usual > 0) & (np.arange(len(logs)) >= FEWEST_DAYS - 1)
    strength = np.zeros(len(logs))
    strength[ready] = np.clip(usual[ready] / deviation[ready] - 1, -1, 1)
    with np.errstate(divide="ignore", invalid="ignore"):  # a market that stood still has no ratio
        error = np.log(realised_deviation(logs) / deviation)
        distance = np.log(usual / deviation)
    confidence = np.zeros(len(logs))
    for day in np.flatnonzero(ready):
        confidence[day] = confidence_on(int(day), error, distance)
    return Tilt(strength, confidence)


def confidence_on(day: int, error: Floats, distance: Floats) -> float:
    """The chance that the week after `day` lies on the forecast's side of usual, or 0 when nothing is known.

    `error` is log(realised / forecast) of each day and `distance` log(usual / forecast). Of the last
    four years' errors whose week was over by `day`, the third whose distance was most like today's
    counts: volatility returns to usual, so that errors after a wild day differ from those after a
    calm one (using all of them says 0.94 where 0.85 comes true). Days' weeks overlap, so that k
    errors are worth k / 7; Laplace's rule of succession keeps few of them from sounding sure.
    """
    last = day - WEEK + 1
    past = slice(max(WARM_UP, last - MEMORY), last)
    usable = np.isfinite(distance[past]) & ~np.isnan(error[past])
    errors, distances = error[past][usable], distance[past][usable]
    alike = max(FEWEST_ALIKE, len(errors) // 3)
    if len(errors) < FEWEST_ALIKE:
        return 0.0
    nearest = np.argsort(np.abs(distances - distance[day]), kind="stable")[:alike]
    calmer = distance[day] > 0
    right = np.sum((errors[nearest] < distance[day]) if calmer else (errors[nearest] > distance[day]))
    weeks = alike / WEEK
    return float((right / WEEK + 1) / (weeks + 2))
