"""What performance reads from a replay, against the trades themselves."""

import numpy as np
import pandas as pd
import pytest

from engine.bots.backtest import Setup, backtest
from engine.bots.measure.record import record
from engine.bots.parameters import BotParameters
from tests.builders import candles, tape


def test_an_open_position_was_bought_and_not_yet_sold() -> None:
    """Two dips and one peak: two purchases, one sale; a price that is not there must not spoil the sum."""
    closes = np.full(120, 100.0)
    closes[40], closes[80], closes[110] = 90.0, 115.0, 85.0
    result = backtest(tape(candles(closes)), BotParameters(), Setup(core=True))
    trades = result.trades
    assert trades.exit_bar.tolist() == [81, -1]
    bought, sold = trades.entry_price * trades.quantity, trades.exit_price[0] * trades.quantity[0]
    taken = record(result)
    assert taken.traded == pytest.approx(bought.sum() + sold)
    assert taken.fees == pytest.approx(0.001 * taken.traded)
    assert taken.trade_pnl.tolist() == trades.pnl.tolist()
    assert (taken.entry_bar.tolist(), taken.step_ms, taken.days_per_year) == ([41, 111], 3_600_000, 365)


def test_the_table_of_trades_says_when_each_began_and_ended() -> None:
    """A position that is open has no end, and one that is closed has its own."""
    closes = np.full(120, 100.0)
    closes[40], closes[80], closes[110] = 90.0, 115.0, 85.0
    result = backtest(tape(candles(closes)), BotParameters(), Setup(core=True))
    table, stamps = (
        result.trades.table(result.tape.bars.time),
        pd.to_datetime(result.tape.bars.time, unit="ms", utc=True),
    )
    assert list(table["entry_time"]) == [stamps[41], stamps[111]]
    assert table["exit_time"][0] == stamps[81]
    assert pd.isna(table["exit_time"][1])
    assert (list(table["side"]), list(table["reason"])) == (["long", "long"], ["band", "open"])


def test_without_a_trade_nothing_was_traded() -> None:
    """A still market."""
    taken = record(backtest(tape(candles(np.full(60, 100.0))), BotParameters(), Setup(core=True)))
    assert (taken.traded, taken.fees, len(taken.entry_bar)) == (0.0, 0.0, 0)
