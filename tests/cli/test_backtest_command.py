"""`backtest`: every documented key means what is documented, and the numbers are the plain reference's."""

import math
import statistics
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.cli.output import readable
from engine.gateways.candle_file import read_candles
from engine.market.bars import Bars, timestamp
from engine.market.market import Market
from tests.builders import candles, walk
from tests.cli.conftest import Command
from tests.reference import plain_bot
from tests.reference.plain_state import Setup as PlainSetup

KEYS = ["parameters", "bars", "trades", "total_return", "pnl", "sharpe", "max_drawdown", "exposure", "win_rate",
        "fees", "first", "last"]  # fmt: skip
CORE = ["--core", "--set", "window=20", "--set", "k_sigma=1.5", "--set", "base_trade_size=0.01"]
CORE_BOT = {"window": 20, "k_sigma": 1.5, "base_trade_size": 0.01}


def saved(bars: Bars, path: Path) -> Path:
    bars.table.to_parquet(path) if path.suffix == ".parquet" else bars.table.to_csv(path, index=False)
    return path


def plain_core(bars: Bars, **setup: Any) -> plain_bot.PlainResult:
    """The reference, which works its own band out from the closes."""
    market = Market(bars.symbol, lot_step=0.0, minimum_notional=0.0)
    given = PlainSetup(changed(BotParameters(), CORE_BOT), market, core=True, **setup)
    return plain_bot.replay(bars, given, [], [])


def same_trades(told: dict[str, Any], reference: plain_bot.PlainResult, bars: Bars) -> None:
    """Every entry and exit bar equal; prices, pnl and fees to a millionth."""
    stamps = [timestamp(time).isoformat() for time in bars.time]
    assert [(each["entry_time"], each["exit_time"]) for each in told["trade_list"]] == [
        (stamps[each.entry_bar], None if each.exit_bar is None else stamps[each.exit_bar]) for each in reference.trades
    ]
    for name in ("entry_price", "exit_price", "quantity", "pnl", "fees"):
        expected = [getattr(each, name) for each in reference.trades]
        assert [each[name] for each in told["trade_list"]] == pytest.approx(expected, rel=1e-6, abs=1e-9), name


def means_what_it_says(told: dict[str, Any], reference: plain_bot.PlainResult, bars_a_year: float) -> None:
    """Each number worked out again from the reference's equity, in the words of its documentation."""
    equity, trades = reference.equity, reference.trades
    returns = [after / before - 1 for before, after in pairwise(equity)]
    best, fall = equity[0], 0.0
    for value in equity:
        best = max(best, value)
        fall = max(fall, 1 - value / best)
    expected = {
        "trades": len(trades),
        "pnl": equity[-1] - equity[0],
        "total_return": equity[-1] / equity[0] - 1,
        "sharpe": statistics.fmean(returns) / statistics.stdev(returns) * math.sqrt(bars_a_year),
        "max_drawdown": fall,
        "exposure": sum(held != 0 for held in reference.position) / len(equity),
        "win_rate": sum(trade.pnl > 0 for trade in trades) / len(trades),
        "fees": sum(trade.fees for trade in trades),
    }
    assert {name: told[name] for name in expected} == pytest.approx(expected, rel=1e-6)


def test_the_documented_keys_stand_first_and_mean_what_they_say(command: Command, tmp_path: Path) -> None:
    """Other programs read these names; `--fee` is maker's and taker's alike, slippage falls on every core fill."""
    bars = walk(11, 1500, "4h")
    options = ["--cash", 5000, "--fee", 0.002, "--slippage-bps", 5, "--trades", "--json"]
    answer = command("backtest", "--bars", saved(bars, tmp_path / "x.parquet"), *CORE, *options)
    told = answer.json
    assert answer.status == 0
    assert list(told)[: len(KEYS)] == KEYS
    assert told["parameters"] == {name: CORE_BOT.get(name, knob.default) for name, knob in KNOBS.items()}
    assert (told["bars"], told["first"], told["last"]) == (1500, bars.first.isoformat(), bars.last.isoformat())
    reference = plain_core(bars, capital=5000.0, maker_fee=0.002, taker_fee=0.002, slippage_bps=5.0)
    assert len(reference.trades) > 20
    same_trades(told, reference, bars)
    means_what_it_says(told, reference, 365 * 6)


def test_a_position_open_at_the_end_is_marked_and_has_no_exit(command: Command, tmp_path: Path) -> None:
    """Bought at 95 in bar 41, marked at the last close of 100: 0.01 x 5, less the one fee paid."""
    closes = [100.0] * 60
    closes[40] = 95.0
    path = saved(candles(closes), tmp_path / "x.csv")
    told = command("backtest", "--bars", path, *CORE, "--trades", "--json").json
    assert told["trade_list"] == [
        {
            "entry_time": "2025-01-02T17:00:00+00:00", "entry_price": 95.0, "exit_time": None, "exit_price": None,
            "side": "long", "quantity": 0.01, "lots": 1, "pnl": pytest.approx(0.05 - 0.00095), "fees":
            pytest.approx(0.00095), "funding": 0.0, "reason": "open",
        }
    ]  # fmt: skip
    assert told["pnl"] == pytest.approx(0.05 - 0.00095)
    assert told["exposure"] == pytest.approx(19 / 60)


def test_undefined_numbers_are_null(command: Command, tmp_path: Path) -> None:
    """A market that stands still has no Sharpe ratio, and no trade was won or lost."""
    path = saved(candles([100.0] * 60), tmp_path / "x.csv")
    told = command("backtest", "--bars", path, "--json", "--trades").json
    assert (told["sharpe"], told["win_rate"], told["trade_list"]) == (None, None, [])
    assert (told["trades"], told["pnl"], told["max_drawdown"], told["exposure"]) == (0, 0.0, 0.0, 0.0)
    lone = saved(candles([100.0]), tmp_path / "y.csv")
    assert command("backtest", "--bars", lone, "--step", "1h", "--json").json["sharpe"] is None


def test_the_trades_are_listed_only_when_asked_for(command: Command, tmp_path: Path) -> None:
    """A year of them is long."""
    path = saved(walk(11, 300), tmp_path / "x.csv")
    assert "trade_list" not in command("backtest", "--bars", path, "--json").json


def test_people_get_a_table(command: Command, tmp_path: Path) -> None:
    """The same numbers, each with its range, on the terminal."""
    path = saved(walk(11, 900), tmp_path / "x.csv")
    answer = command("backtest", "--bars", path, "--trades")
    assert answer.status == 0
    assert "total return" in answer.out
    assert "buy and hold" in answer.out
    assert "Trades" in answer.out


def test_settings_are_taken_from_the_line(command: Command, tmp_path: Path) -> None:
    """Numbers, choices and switches as people write them."""
    options = ["--set", "style=breakout", "--set", "trend_filter=on", "--set", "timeframe=4h", "--set", "window=12"]
    path = saved(walk(11, 900), tmp_path / "x.csv")
    told = command("backtest", "--bars", path, *options, "--json").json
    found = {name: told["parameters"][name] for name in ("style", "trend_filter", "timeframe", "window")}
    assert found == {"style": "breakout", "trend_filter": True, "timeframe": "4h", "window": 12}
    assert (told["step"], told["bars"]) == ("4h", 225)


def test_coarser_candles_bring_their_own_timeframe_unless_one_is_named(command: Command, tmp_path: Path) -> None:
    """Daily candles cannot make the usual hours: the bot takes days, and says so; what was asked for stays."""
    path = saved(walk(11, 400, "1d"), tmp_path / "x.csv")
    told = command("backtest", "--bars", path, "--json")
    assert (told.status, told.json["parameters"]["timeframe"], told.json["bars"]) == (0, "1d", 400)
    assert "timeframe is 1d as the candles are" in told.err
    assert command("backtest", "--bars", path, "--set", "timeframe=4h").status == 2
    assert command("sweep", "--bars", path, "--window", "10:12", "--luck", "19", "--json").status == 0


@pytest.mark.parametrize(
    ("options", "claim"),
    [
        (["--set", "window=40"], "window must be 5 to 30 whole bars, was 40. Try 30."),
        (["--set", "window=abc"], "window must be 5 to 30 whole bars, was 'abc'. Try 15."),
        (["--set", "window=7.5"], "window must be 5 to 30 whole bars, was 7.5."),
        (["--set", "k_sigma=nan"], "k_sigma must be 0.5 to 3"),
        (["--set", "windows=15"], "--set takes name=value with a name out of base_trade_size, "),
        (["--set", "window"], "was 'window'."),
        (["--set", "style=fade"], "style must be one of mean_reversion, breakout, hybrid, was 'fade'."),
        (["--set", "trend_filter=maybe"], "trend_filter must be true or false, was 'maybe'."),
        (["--set", "exit_band=1.2"], "exit_band must be below k_sigma, was 1.2 with k_sigma 1.2."),
        (["--set", "timeframe=5m"], "timeframe must be 1h or a whole multiple of it for X, was 5m."),
        (["--set", "allow_short=true"], "allow_short must be false on X, a spot market"),
        (["--kind", "future"], "kind must be one of spot, perpetual, equity, was 'future'."),
        (["--funding-rate", "0.0001"], "a funding rate belongs to a perpetual"),
        (["--cash", "0"], "capital must be 1 to 1e12 in quote currency, was 0."),
        (["--cash", "nan"], "capital must be 1 to 1e12"),
        (["--fee", "0.1"], "maker_fee must be 0 to 0.05, was 0.1."),
        (["--slippage-bps", "-1"], "slippage_bps must be 0 to 500, was -1."),
        (["--step", "1d"], "Time not on a whole 1d in UTC"),
        (["--nonsense"], "No such option: --nonsense. See: python -m engine backtest --help"),
    ],
)
def test_a_wrong_request_is_refused_in_one_line(
    options: list[str], claim: str, command: Command, tmp_path: Path
) -> None:
    """What, what is allowed, what it was; nothing on stdout, status 2."""
    path = saved(walk(11, 100), tmp_path / "x.csv")
    answer = command("backtest", "--bars", path, *options, "--json")
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert claim in answer.err


def test_a_file_that_is_not_there_is_refused(command: Command, tmp_path: Path) -> None:
    """A folder is no file either."""
    for path in ("nowhere.parquet", tmp_path):
        answer = command("backtest", "--bars", path, "--json")
        assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("name", ["[red]x.csv", "σ.csv"])
def test_a_file_may_have_any_name(name: str, command: Command, tmp_path: Path) -> None:
    """Brackets are no colours, letters of any script are letters."""
    path = saved(walk(11, 100), tmp_path / name)
    told = command("backtest", "--bars", path, "--json")
    assert (told.status, told.json["symbol"]) == (0, name[:-4].upper())
    assert name[:-4].upper() in command("backtest", "--bars", path).out


def test_what_is_no_text_in_a_name_is_replaced() -> None:
    """A byte that nothing can print must not end the program after its work is done."""
    assert readable("x\udcff.csv") == "x?.csv"


def test_a_replay_of_a_file_leaves_no_data_behind(command: Command, data: Path, tmp_path: Path) -> None:
    """Looking is not keeping."""
    assert command("backtest", "--bars", saved(walk(11, 100), tmp_path / "x.csv"), "--json").status == 0
    assert not data.exists()


def test_five_years_of_real_hours_equal_the_reference_trade_for_trade(command: Command, real_data: Path) -> None:
    """43,776 real candles: the figure that anybody can check us on."""
    path = real_data / "bars" / "btcusdt_perp_1h.parquet"
    told = command("backtest", "--bars", path, *CORE, "--trades", "--json").json
    bars = read_candles(path, path.name, "BTC").bars
    reference = plain_core(bars)
    assert len(reference.trades) > 500
    same_trades(told, reference, bars)
    means_what_it_says(told, reference, 365 * 24)
