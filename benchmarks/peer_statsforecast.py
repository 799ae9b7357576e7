"""statsforecast as a contestant, run in an environment of its own: `python -m benchmarks.peer_statsforecast IN OUT`.

IN holds `logs` (cases, days) of log closes; OUT gets for each model quantiles (cases, 7, 100) of the log return.
"""

import sys
import warnings

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from statsforecast import StatsForecast  # type: ignore[import-not-found,unused-ignore]  # in the peer's environment only
from statsforecast.models import (  # type: ignore[import-not-found,unused-ignore]  # as above
    AutoARIMA,
    AutoETS,
    Naive,
)
from statsforecast.utils import ConformalIntervals  # type: ignore[import-not-found,unused-ignore]  # as above

HORIZON = 7
WIDTHS = list(range(99, 0, -2))  # central intervals in %, whose ends are the levels 0.005, 0.015, ... 0.995
WINDOWS = 50
NAMES = {"AutoETS": "AutoETS", "AutoARIMA": "AutoARIMA", "Naive": "conformal naive"}


def main() -> None:
    """Every case at once, on two processes."""
    warnings.simplefilter("ignore")
    logs = np.load(sys.argv[1])["logs"]
    days = pd.date_range("2020-01-01", periods=logs.shape[1])
    names = [f"{case:05d}" for case in range(len(logs))]
    table = pd.DataFrame(
        {"unique_id": np.repeat(names, logs.shape[1]), "ds": np.tile(days, len(logs)), "y": logs.ravel()}
    )
    naive = Naive(prediction_intervals=ConformalIntervals(h=HORIZON, n_windows=WINDOWS))
    engine = StatsForecast(models=[AutoETS(), AutoARIMA(), naive], freq="D", n_jobs=2)
    found = engine.forecast(df=table, h=HORIZON, level=WIDTHS)
    np.savez(sys.argv[2], **{told: quantiles(found, name, logs) for name, told in NAMES.items()})


def quantiles(found: pd.DataFrame, name: str, logs: NDArray[np.float64]) -> NDArray[np.float64]:
    """The interval ends of one model as quantiles of the log return, sorted."""
    ends = [f"{name}-lo-{width}" for width in WIDTHS] + [f"{name}-hi-{width}" for width in reversed(WIDTHS)]
    table = found[ends].to_numpy().reshape(len(logs), HORIZON, len(ends)) - logs[:, -1][:, None, None]
    return np.sort(table, axis=-1)


if __name__ == "__main__":
    main()
