"""backtesting.py over a few configurations: `python -m benchmarks.sweep_backtesting CASES.json`, in its environment.

Processor time, so that whatever else the machine does is not counted against it.
"""

import json
import sys
import time
import warnings
from pathlib import Path

import pandas as pd
from backtesting.lib import FractionalBacktest  # type: ignore[import-not-found,unused-ignore]  # the peer's environment

from benchmarks.contestant import Case, candles
from benchmarks.peer_backtesting import UNIT, strategy_for

RUNS = 2


def main() -> None:
    """Print seconds of `run`, the better of two, the return and the number of trades of each case."""
    cases = [Case(**values) for values in json.loads(Path(sys.argv[1]).read_text())]
    given = candles(cases[0])
    index = pd.to_datetime(given.time, unit="ms")  # no time zone: with one, every bar costs many times as much
    columns = ("open", "high", "low", "close", "volume")
    table = pd.DataFrame({name.capitalize(): getattr(given, name) for name in columns}, index=index)
    told = []
    for case in cases:
        strategy = strategy_for(case, given)
        test = FractionalBacktest(table, strategy, cash=case.cash, commission=case.fee, fractional_unit=UNIT)
        seconds = []
        for _ in range(RUNS):
            start = time.process_time()
            result = test.run()
            seconds.append(time.process_time() - start)
        trades = len(result["_trades"]) + len(result["_strategy"].trades)
        total = float(result["_equity_curve"].Equity.iloc[-1] / case.cash - 1)
        told.append({"seconds": min(seconds), "total": total, "trades": trades})
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
