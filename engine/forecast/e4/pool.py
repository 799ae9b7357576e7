"""Markets that are fitted together, and what the model says of them on any of their days."""

from collections.abc import Mapping

import numpy as np

from engine.forecast.e4.fit import JUDGED_DAYS, REFIT_DAYS, Fitting
from engine.forecast.e4.history import History
from engine.forecast.e4.past import Past, pasts
from engine.forecast.e4.state import E4State
from engine.forecast.e4.walk import walked
from engine.forecast.evaluate import LogQuantiles
from engine.forecast.model import HORIZON, e7_log_quantiles
from engine.market.bars import Bars, Flags, Floats, Times
from engine.market.symbols import is_simulated


class Pool:
    """One set of markets, by UTC days; every fit is made once, when it is first needed.

    With `is_over` the day of each market's newest candle counts as whole.
    """

    def __init__(self, markets: Mapping[str, Bars], is_over: bool = False, seed: int = 0) -> None:
        self._pasts = pasts(markets, is_over)
        self._fitting = Fitting(self._pasts, seed)

    def state(self, until_ms: int) -> E4State | None:
        """The model with what was known at a cutoff; None when that is too little."""
        return self._fitting.state(until_ms)

    def history(self, name: str) -> History | None:
        """A market's longest stretch of days; None where it has hardly any."""
        return max((each.history for each in self._pasts if each.name == name), key=len, default=None)

    def log_quantiles(self, name: str, moments: Times, levels: Floats, every: int = REFIT_DAYS) -> tuple[Floats, Flags]:
        """Quantiles of a market's log returns from the days that end at these moments, shape (moments, 7, levels).

        Each by the model refitted last before its day; beside it, where the model may speak at all.
        """
        found = np.full((len(moments), HORIZON, len(levels)), np.nan)
        possible = np.zeros(len(moments), dtype=np.bool_)
        for each in (one for one in self._pasts if one.name == name):
            rows, here = _rows(each, moments)
            if len(here):
                found[here], possible[here] = walked(self._fitting, each.seen, rows, levels, every)
        return found, possible


def _rows(each: Past, moments: Times) -> tuple[Times, Times]:
    """The rows of a stretch that end at these moments, and which moments those are."""
    found = [(row, place) for place, moment in enumerate(moments) if (row := each.history.row(int(moment))) is not None]
    rows = np.array(found, dtype=np.int64).reshape(-1, 2)
    return rows[:, 0], rows[:, 1]


def pools(markets: Mapping[str, Bars], is_over: bool = False, seed: int = 0) -> dict[str, Pool]:
    """The pool of each market: simulated and real ones are never fitted together."""
    found: dict[str, Pool] = {}
    for simulated in (False, True):
        some = {name: bars for name, bars in markets.items() if is_simulated(name) == simulated}
        pool = Pool(some, is_over, seed)
        found |= dict.fromkeys(some, pool)
    return found


def by_pool(pool: Pool, name: str, times: Times, every: int = JUDGED_DAYS) -> LogQuantiles:
    """What replays a market's forecasts from closes at these times: E4's where it may speak, E7's elsewhere."""

    def made(logs: Floats, origins: Times, levels: Floats) -> Floats:
        found, possible = pool.log_quantiles(name, times[origins], levels, every)
        found[~possible] = e7_log_quantiles(logs, origins[~possible], levels)
        return found

    return made
