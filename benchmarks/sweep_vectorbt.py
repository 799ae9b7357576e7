"""vectorbt sweeping the core rules, run in an environment of its own: `python -m benchmarks.sweep_vectorbt CASES.json`.

Twice: as lean as it goes (a window's band by its compiled rolling functions, all widths of a window as columns of
plain arrays), and as its documentation does it (bands of all combinations, pandas, one portfolio of all columns).
Signals are moved one bar on and filled at the open, as ours are.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import vectorbt as vbt  # type: ignore[import-not-found,unused-ignore]  # in the peer's environment only
from numpy.typing import NDArray

from benchmarks.contestant import NEAR, Candles, Case, candles

Flags = NDArray[np.bool_]
RUNS = 2


def signals(given: Candles, window: int, widths: NDArray[np.float64]) -> tuple[Flags, Flags]:
    """Entries and exits in the bar after the signal, (n, widths); population deviation."""
    close = given.close
    mean = vbt.nb.rolling_mean_1d_nb(close, window, minp=window)[:, np.newaxis]
    deviation = vbt.nb.rolling_std_1d_nb(close, window, minp=window, ddof=0)[:, np.newaxis]
    whole = given.whole(window)[:, np.newaxis]
    price, near = close[:, np.newaxis], NEAR * close[:, np.newaxis]
    below = whole & (mean - widths * deviation - price >= near)
    above = whole & (price - (mean + widths * deviation) >= near)
    first = np.zeros((1, len(widths)), dtype=np.bool_)
    return np.vstack((first, below[:-1])), np.vstack((first, above[:-1]))


def portfolio(given: Candles, window: int, cases: list[Case]) -> Any:
    """Market orders at the open, so many coins each, long only."""
    entries, exits = signals(given, window, np.array([case.k_sigma for case in cases]))
    case = cases[0]
    return vbt.Portfolio.from_signals(
        given.close[:, np.newaxis], entries, exits, price=given.open[:, np.newaxis], size=case.size, fees=case.fee,
        init_cash=case.cash, direction="longonly", freq=case.step,
    )  # fmt: skip


def lean(given: Candles, cases: list[Case], with_metrics: bool) -> dict[str, list[float]]:
    """The returns of all configurations, window by window; with Sharpe ratio, deepest fall and trades where wanted."""
    found: dict[str, list[float]] = {"total": [], "trades": []}
    for window in dict.fromkeys(case.window for case in cases):
        made = portfolio(given, window, [case for case in cases if case.window == window])
        found["total"] += made.total_return().tolist()
        if with_metrics:
            made.sharpe_ratio()
            made.max_drawdown()
            found["trades"] += made.trades.count().tolist()
    return found


def documented(given: Candles, cases: list[Case], with_metrics: bool) -> dict[str, list[float]]:
    """The same by indicator factory and pandas, every combination at once."""
    index = pd.to_datetime(given.time, unit="ms")
    close, opens = pd.Series(given.close, index), pd.Series(given.open, index)
    windows, widths = (list(dict.fromkeys(each)) for each in zip(*((c.window, c.k_sigma) for c in cases), strict=True))
    bands = vbt.BBANDS.run(close, window=windows, alpha=widths, ddof=0, param_product=True)
    price = close.to_numpy()[:, np.newaxis]
    below, above = bands.lower - price >= NEAR * price, price - bands.upper >= NEAR * price
    case = cases[0]
    made = vbt.Portfolio.from_signals(
        close, below.vbt.signals.fshift(1), above.vbt.signals.fshift(1), price=opens, size=case.size, fees=case.fee,
        init_cash=case.cash, direction="longonly", freq=case.step,
    )  # fmt: skip
    found = {"total": made.total_return().tolist()}
    if with_metrics:
        made.sharpe_ratio()
        made.max_drawdown()
        made.trades.count()
    return found


def main() -> None:
    """Print processor seconds of each way over all cases, the better of two after warm-up, and what was found."""
    cases = [Case(**values) for values in json.loads(Path(sys.argv[1]).read_text())]
    given, told = candles(cases[0]), {}
    for name, way in (("as documented", documented), ("lean", lean)):
        way(given, cases[:2], with_metrics=True)
        for what, with_metrics in ((", return only", False), (", with metrics", True)):
            seconds = []
            for _ in range(RUNS):
                start = time.process_time()
                found = way(given, cases, with_metrics)
                seconds.append(time.process_time() - start)
            told[name + what] = min(seconds)
    json.dump([{"seconds": told, **found}], sys.stdout)


if __name__ == "__main__":
    main()
