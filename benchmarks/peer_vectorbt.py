"""vectorbt as a contestant, run in an environment of its own: `python -m benchmarks.peer_vectorbt CASES.json`.

Signals are moved one bar on and filled at the open, as ours are; without that vectorbt fills at the signal's own close.
"""

import importlib.util
from functools import partial
from typing import Any

import numpy as np
import vectorbt as vbt  # type: ignore[import-not-found,unused-ignore]  # in the peer's environment only
from numpy.typing import NDArray

from benchmarks.contestant import NEAR, Answer, Candles, Case, candles, main, timed

Flags = NDArray[np.bool_]
IS_RUST_THERE = importlib.util.find_spec("vectorbt_rust") is not None


def crossings(case: Case, given: Candles, whole: Flags) -> tuple[Flags, Flags]:
    """Entries and exits in the bar after the signal, from vectorbt's own Bollinger bands (population deviation)."""
    close = given.close
    bands = vbt.BBANDS.run(close, window=case.window, alpha=case.k_sigma, ddof=0)
    lower, upper = bands.lower.to_numpy().ravel(), bands.upper.to_numpy().ravel()
    below = whole & (lower - close >= NEAR * close)
    above = whole & (close - upper >= NEAR * close)
    return np.r_[False, below[:-1]], np.r_[False, above[:-1]]


def portfolio(case: Case, given: Candles, entries: Flags, exits: Flags) -> Any:
    """Plain arrays in, market orders at the open, so many coins each, long only."""
    return vbt.Portfolio.from_signals(
        given.close, entries, exits, price=given.open, size=case.size, fees=case.fee, init_cash=case.cash,
        direction="longonly", freq=case.step,
    )  # fmt: skip


def read(made: Any) -> tuple[Any, Any]:
    """What our replay returns: equity at every close and the trades."""
    return made.value().to_numpy(), made.trades.values


def kernel(case: Case, given: Candles, entries: Flags, exits: Flags) -> Any:
    """The compiled loop under `from_signals`, called bare (an inner function): orders come out, nothing else."""
    n = len(given.close)

    def column(values: NDArray[Any]) -> NDArray[Any]:
        return np.ascontiguousarray(values).reshape(-1, 1)

    return partial(
        vbt.portfolio.nb.simulate_from_signals_nb, (n, 1), np.array([1]), np.array([case.cash]),
        np.zeros((n, 1), dtype=np.int64), entries=column(entries), exits=column(exits), direction=np.array(0),
        size=np.array(case.size), price=column(given.open), fees=np.array(case.fee), close=column(given.close),
        use_stops=False, max_orders=2 * int(entries.sum()) + 2,
    )  # fmt: skip


def replay(case: Case) -> Answer:
    """From the barest to the complete: orders of given signals, equity and trades of them, and with its own bands."""
    given = candles(case)
    whole = given.whole(case.window)
    entries, exits = crossings(case, given, whole)
    equity, trades = read(portfolio(case, given, entries, exits))
    timings = {
        "replay": timed(lambda: read(portfolio(case, given, *crossings(case, given, whole))), case.runs),
        "signals given": timed(lambda: read(portfolio(case, given, entries, exits)), case.runs),
        "signals given, orders only": timed(lambda: portfolio(case, given, entries, exits), case.runs),
        "inner loop alone, orders only": timed(kernel(case, given, entries, exits), case.runs),
    }
    left = np.where(trades["status"] == 1, trades["exit_idx"], -1)
    note = "Rust engine" if IS_RUST_THERE else "Numba engine"
    return Answer(trades["entry_idx"].tolist(), left.tolist(), trades["pnl"].tolist(), equity.tolist(), timings, note)


if __name__ == "__main__":
    main(replay)
