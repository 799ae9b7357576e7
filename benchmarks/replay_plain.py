"""The plain-Python reference as a contestant: `python -m benchmarks.replay_plain CASES.json`."""

from benchmarks.bots import parameters_of, setup_of, tape_for
from benchmarks.contestant import Answer, Case, candles, main, timed
from tests.reference import plain_bot
from tests.reference.plain_state import Setup


def replay(case: Case) -> Answer:
    """The reference with bands of its own (exact sums), so that the compiled rolling statistics are checked too."""
    tape, costs = tape_for(case, candles(case)), setup_of(case).costs
    setup = Setup(
        parameters_of(case), tape.market, case.cash, costs.maker_fee, costs.taker_fee, costs.slippage_bps, not case.full
    )
    results: list[plain_bot.PlainResult] = []

    def work() -> None:
        results[:] = [plain_bot.replay(tape.bars, setup, tape.strength.tolist(), tape.confidence.tolist())]

    timings = {"replay": timed(work, case.runs)}
    trades = results[0].trades
    return Answer(
        [trade.entry_bar for trade in trades],
        [-1 if trade.exit_bar is None else trade.exit_bar for trade in trades],
        [trade.pnl for trade in trades],
        results[0].equity,
        timings,
    )


if __name__ == "__main__":
    main(replay)
