"""The exact replay as a contestant: `python -m benchmarks.replay_ours CASES.json`."""

from benchmarks.bots import parameters_of, setup_of, tape_for
from benchmarks.contestant import Answer, Case, candles, main, timed
from engine.bots.backtest import backtest
from engine.bots.strategy import signals


def replay(case: Case) -> Answer:
    """Timed: the indicator arrays and the replay with trades and equity; the tape is made once, beforehand."""
    tape, parameters, setup = tape_for(case, candles(case)), parameters_of(case), setup_of(case)
    result = backtest(tape, parameters, setup)
    timings = {
        "replay": timed(lambda: backtest(tape, parameters, setup), case.runs),
        "indicators": timed(lambda: signals(tape, parameters, setup.core), case.runs),
    }
    trades = result.trades
    return Answer(
        trades.entry_bar.tolist(), trades.exit_bar.tolist(), trades.pnl.tolist(), result.equity.tolist(), timings
    )


if __name__ == "__main__":
    main(replay)
