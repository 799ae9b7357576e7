"""The fit: scales learned at yearly cutoffs, each judged on the year after it, and how their errors spread."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from engine.core.errors import DataError
from engine.forecast.e4.past import Past, pasts
from engine.forecast.e4.scale import Scale, fitted_scale
from engine.forecast.e4.spread import MEMORY_DAYS, fitted_spread
from engine.forecast.e4.state import VERSION, E4State, data_hash
from engine.market.bars import DAY_MS, Bars, Floats

REFIT_DAYS: Final = 90
JUDGED_DAYS: Final = 4 * REFIT_DAYS  # between two of the cutoffs that make up one fit


def fit(markets: Mapping[str, Bars], until_ms: int, seed: int = 0) -> E4State:
    """The model fitted on these markets with what was known at `until_ms`; DataError when that is too little."""
    known = {name: bars.until(until_ms) for name, bars in markets.items() if bars.time[0] + bars.step_ms <= until_ms}
    state = Fitting(pasts(known), seed).state(until_ms)
    if state is None:
        raise DataError(
            "a pooled forecast model needs about 800 days of one market, or fewer of each of several, up to its cutoff;"
            f" {', '.join(sorted(markets)) or 'none'} had less. Bring older candles; E7 needs only 30 days."
        )
    return state


def refit_moment(moment_ms: int, every: int = REFIT_DAYS) -> int:
    """The newest moment of refitting that is not after this one: every so many days of the calendar (ms, UTC)."""
    each = every * DAY_MS
    return moment_ms // each * each


class Fitting:
    """Fits of one set of markets at many cutoffs, walking in any order: each part is learned once.

    A fit at a cutoff consists of the scale learned there and of those learned 1 to 4 times 360 days before.
    Each of them forecasts the days up to the next one, which it did not know; these errors, of the last
    four years, say how widely outcomes spread around a scale and whether the bands would have held.
    """

    def __init__(self, markets: Sequence[Past], seed: int = 0) -> None:
        self._markets = list(markets)
        self._seed = seed
        self._scales: dict[int, Scale | None] = {}
        self._states: dict[int, E4State | None] = {}

    def state(self, until_ms: int) -> E4State | None:
        """The model with what was known at a cutoff; None when that is too little."""
        if until_ms not in self._states:
            self._states[until_ms] = self._fitted(until_ms)
        return self._states[until_ms]

    def _fitted(self, until_ms: int) -> E4State | None:
        scale = self._scale(until_ms)
        spread = None if scale is None else fitted_spread(self._markets, self._judged(until_ms), until_ms)
        if scale is None or spread is None:
            return None
        known = [(each.name, int((each.history.time <= until_ms).sum())) for each in self._markets]
        names = tuple(sorted({name for name, days in known if days}))
        days = sum(days for _, days in known)
        return E4State(VERSION, data_hash(self._markets, until_ms), until_ms, self._seed, names, days, scale, spread)

    def _scale(self, cutoff_ms: int) -> Scale | None:
        if cutoff_ms not in self._scales:
            self._scales[cutoff_ms] = fitted_scale(self._markets, cutoff_ms, self._seed)
        return self._scales[cutoff_ms]

    def _judged(self, until_ms: int) -> list[Floats]:
        """Log scales of the last four years' days, each by a scale that was learned before its day."""
        found = [np.full(each.moves.shape, np.nan) for each in self._markets]
        for back in range(-(-MEMORY_DAYS // JUDGED_DAYS), 0, -1):
            start, end = (until_ms - years * JUDGED_DAYS * DAY_MS for years in (back, back - 1))
            scale = self._scale(start)
            for each, logs in zip(self._markets, found, strict=True):
                rows = np.flatnonzero((each.history.time > start) & (each.history.time <= end))
                if scale is not None and len(rows):
                    logs[rows] = scale.logs(each.seen, rows)
        return found
