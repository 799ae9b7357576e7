"""Forecasts at many past days, each by the model as it was refitted last before that day."""

import numpy as np

from engine.forecast.e4.features import Features
from engine.forecast.e4.fit import REFIT_DAYS, Fitting, refit_moment
from engine.forecast.e4.forecast import is_enough, log_quantiles
from engine.forecast.model import HORIZON
from engine.market.bars import Flags, Floats, Times


def walked(
    fitting: Fitting, seen: Features, rows: Times, levels: Floats, every: int = REFIT_DAYS
) -> tuple[Floats, Flags]:
    """Log quantiles from each row, shape (rows, 7, levels), and where they exist: E7 has to answer elsewhere.

    The model of a row is the one fitted at the last of the fixed moments of refitting, `every` days apart, so
    that a row's answer does not depend on which others were asked.
    """
    found = np.full((len(rows), HORIZON, len(levels)), np.nan)
    possible = is_enough(seen, rows)
    moments = np.array([refit_moment(int(moment), every) for moment in seen.history.time[rows]], dtype=np.int64)
    for moment in np.unique(moments[possible]):
        state, here = fitting.state(int(moment)), possible & (moments == moment)
        if state is None:
            possible &= ~here
        else:
            found[here] = log_quantiles(state, seen, rows[here], levels)
    return found, possible
