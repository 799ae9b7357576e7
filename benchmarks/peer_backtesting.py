"""backtesting.py as a contestant, run in an environment of its own: `python -m benchmarks.peer_backtesting CASES.json`.

FractionalBacktest, market orders at the next open, bands by pandas (population deviation).
"""

import warnings

import numpy as np
import pandas as pd
from backtesting import Strategy  # type: ignore[import-not-found,unused-ignore]  # in the peer's environment only
from backtesting.lib import FractionalBacktest  # type: ignore[import-not-found,unused-ignore]  # as above
from numpy.typing import NDArray

from benchmarks.contestant import NEAR, Answer, Candles, Case, candles, main, timed

UNIT = 1e-8  # coins; whole numbers of it are ordered, since a size below 1 would mean a share of equity


def strategy_for(case: Case, given: Candles) -> type:
    """The core rules: buy below the lower band when flat, sell all above the upper one."""
    whole, units = given.whole(case.window), round(case.size / UNIT)

    def edge(close: NDArray[np.float64], side: float) -> NDArray[np.float64]:
        rolling = pd.Series(close).rolling(case.window)
        level = (rolling.mean() + side * case.k_sigma * rolling.std(ddof=0)).to_numpy()
        # Infinite, not absent: the peer leaves out the first bar on which all its indicators exist.
        return np.where(whole, level, side * np.inf)

    class Band(Strategy):  # type: ignore[misc,unused-ignore]  # the peer is not typed
        """The core bot."""

        def init(self) -> None:
            """Two indicators, computed once."""
            self.lower = self.I(edge, self.data.Close, -1.0, plot=False)
            self.upper = self.I(edge, self.data.Close, 1.0, plot=False)

        def next(self) -> None:
            """One close."""
            close = self.data.Close[-1]
            if self.position:
                if close - self.upper[-1] >= NEAR * close:
                    self.position.close()
            elif self.lower[-1] - close >= NEAR * close:
                self.buy(size=units)

    return Band


def replay(case: Case) -> Answer:
    """Timed: `run` with its statistics, which cannot be left out; the data are prepared beforehand."""
    given = candles(case)
    # No time zone: with one, every bar costs the peer many times as much.
    index = pd.to_datetime(given.time, unit="ms")
    columns = ("open", "high", "low", "close", "volume")
    table = pd.DataFrame({name.capitalize(): getattr(given, name) for name in columns}, index=index)
    test = FractionalBacktest(
        table, strategy_for(case, given), cash=case.cash, commission=case.fee, fractional_unit=UNIT
    )
    result = test.run()
    timings = {"replay": timed(test.run, case.runs)}
    closed = result["_trades"]
    entry, left, pnl = closed.EntryBar.tolist(), closed.ExitBar.tolist(), closed.PnL.tolist()
    for trade in result["_strategy"].trades:  # still open: the fee of its entry is in the cash, not yet in its pnl
        entry.append(trade.entry_bar)
        left.append(-1)
        pnl.append(trade.pl - case.fee * trade.size * trade.entry_price)
    return Answer(entry, left, pnl, result["_equity_curve"].Equity.tolist(), timings)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main(replay)
