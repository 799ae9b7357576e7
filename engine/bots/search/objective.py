"""How well a candidate did by what somebody wants: one number for each, from the past it is given and no more."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.search.preference import Preference
from engine.market.bars import Floats

Counts = NDArray[np.int64]

YEAR_DAYS: Final = 365.0
YEAR_WEEKS: Final = 365.0 / 7
FEWEST_A_MONTH: Final = 0.5  # entries: who hardly trades has no record to be chosen by
FEW_TRADES: Final = 2.0  # entries a week
EACH_DOUBLING: Final = 0.5  # of a Sharpe ratio, for each doubling of a limit that is passed
NOTHING: Final = -1e3


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """What is known when somebody chooses: `logs` and `exposure` (candidates, days), `entries` (candidates,), the
    market's simple returns `held` (days,) and how many days a year it trades.
    """

    logs: Floats
    exposure: Floats
    entries: Counts
    held: Floats
    days_per_year: int


def scores(past: Past, wanted: Preference) -> Floats:
    """The goal's ratio of every candidate less what its falls outlasted; (candidates,)."""
    returns = np.expm1(past.logs)
    ratio = _ratio(past, returns, wanted)
    below = under_water(past.logs) * YEAR_DAYS / past.days_per_year
    ratio = ratio - EACH_DOUBLING * _doublings(below / wanted.patience_days)
    years = past.logs.shape[1] / past.days_per_year
    weeks = years * YEAR_WEEKS
    if wanted.goal == "few_trades":
        ratio = ratio - 2 * EACH_DOUBLING * _doublings(past.entries / weeks / FEW_TRADES)
    idle = past.entries < max(3.0, FEWEST_A_MONTH * 12 * years)
    judged: Floats = np.where(idle, NOTHING, ratio)
    return judged


def _ratio(past: Past, returns: Floats, wanted: Preference) -> Floats:
    """Sharpe ratio a year; growth less its error, over holding's risk; or the Sharpe ratio of the lead."""
    if wanted.goal == "beat_holding":
        return sharpes(lead(returns, past.exposure, past.held), past.days_per_year)
    if wanted.goal == "growth":
        days = past.logs.shape[1]
        error = past.logs.std(axis=1, ddof=1) / np.sqrt(days)
        # In units of what the market's own swings do to the money at work, so that limits weigh alike.
        unit = float(past.held.std(ddof=1) * np.sqrt(past.days_per_year)) * float(np.median(past.exposure.mean(axis=1)))
        grown: Floats = (past.logs.mean(axis=1) - error) * past.days_per_year / max(unit, 1e-12)
        return grown
    return sharpes(returns, past.days_per_year)


def lead(returns: Floats, exposure: Floats, held: Floats) -> Floats:
    """Daily returns less those of holding the same average share all along; same shape as `returns`."""
    share = exposure.mean(axis=-1, keepdims=True)
    led: Floats = returns - share * held
    return led


def sharpes(returns: Floats, days_per_year: int) -> Floats:
    """Mean / sd (ddof 1) a year along the last axis; 0 where nothing varies."""
    spread = returns.std(axis=-1, ddof=1)
    ratio = np.zeros(spread.shape)
    np.divide(returns.mean(axis=-1), spread, out=ratio, where=spread > 1e-15)
    ratio *= np.sqrt(days_per_year)
    return ratio


def under_water(logs: Floats) -> Floats:
    """The longest time below a former high, in days, along the last axis."""
    level = np.cumsum(logs, axis=-1)
    best = np.maximum(np.maximum.accumulate(level, axis=-1), 0.0)
    index = np.arange(1, logs.shape[-1] + 1)
    at_high = np.where(level >= best - 1e-12, index, 0)
    longest: Floats = (index - np.maximum.accumulate(at_high, axis=-1)).max(axis=-1).astype(np.float64)
    return longest


def _doublings(share: Floats) -> Floats:
    return np.log2(np.maximum(share, 1.0))
