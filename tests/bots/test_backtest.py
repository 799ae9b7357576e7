"""The replay keeps its promises: no look-ahead, money that adds up, costs that only cost, refusals that say why."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.backtest import BacktestResult, Costs, Setup, backtest, later
from engine.bots.parameters import BotParameters, changed
from engine.bots.strategy import band
from engine.bots.tape import Tape, newest, tape_of
from engine.core.errors import DataError, ParameterError
from engine.market.bars import DAY_MS, Bars, resampled
from engine.market.market import Market
from tests.builders import candles, settings_of_a_bot, tape, walk, wild

seeds = st.integers(0, 10**6)
styles = st.sampled_from(["mean_reversion", "breakout", "hybrid"])
FREE = Costs(0.0, 0.0)


def finished(result: BacktestResult, before: int) -> list[tuple[float, ...]]:
    """Everything about the trades that ended before this bar."""
    trades = result.trades
    kept = (trades.exit_bar >= 0) & (trades.exit_bar < before)
    return [tuple(getattr(trades, part.name)[kept].tolist()) for part in dataclasses.fields(trades)]


def beyond(made: Tape, window: int, k_sigma: float) -> np.ndarray:
    """Which closes lie beyond the band."""
    seen, close = band(made, window, k_sigma), made.bars.close
    return (seen.lower - close >= 1e-9 * close) | (close - seen.upper >= 1e-9 * close)


@pytest.mark.parametrize("delay", range(11))
@pytest.mark.parametrize("length", [1, 2, 5, 6, 7, 9, 10, 11, 12])
def test_what_is_known_later_is_the_same_moved_even_past_the_end(length: int, delay: int) -> None:
    """A market of nine bars and a delay of ten: nothing is known yet, which is no mistake."""
    moved = later(np.arange(float(length)), delay)
    assert [*moved] == pytest.approx([np.nan] * min(delay, length) + [*map(float, range(length - delay))], nan_ok=True)


@pytest.mark.parametrize("core", [True, False])
@pytest.mark.parametrize("length", [1, 4, 6, 9, 10, 11])
def test_a_late_bot_on_a_newborn_market_waits(length: int, core: bool) -> None:
    """Shorter than the delay or not, there is a replay: the capital, untouched."""
    result = backtest(tape(walk(3, length)), BotParameters(), Setup(core=core, delay=10))
    assert [*result.equity] == [10_000.0] * length


@given(seeds, st.integers(5, 30), st.floats(0.5, 2.9), st.floats(0.01, 2.5))
def test_a_wider_band_never_gives_more_signals(seed: int, window: int, k: float, wider: float) -> None:
    """The first thing that a trader is told about the band: every signal of the wide one is one of the narrow one."""
    made = tape(wild(seed))
    assert not np.any(beyond(made, window, k + wider) & ~beyond(made, window, k))


@given(seeds, styles, st.sampled_from(["1h", "4h", "1d"]), st.integers(250, 899), st.booleans())
def test_cutting_the_future_off_leaves_the_past_as_it_was(
    seed: int, style: str, timeframe: str, cut: int, core: bool
) -> None:
    """Look-ahead is the commonest lie of a backtest; forecast, trend and volatility gates are in the game here."""
    bars, market = wild(seed, 900, timeframe), Market("WILD", "perpetual", lot_step=0.0, minimum_notional=0.0)
    cut = min(cut, len(bars) - 1)
    settings = {"style": style, "timeframe": timeframe, "allow_short": True, "max_volatility_pct": 30.0,
                "trend_filter": seed % 2 == 0, "ml_weight": 1.0, "ml_min_confidence": 0.5}  # fmt: skip
    parameters, setup = changed(BotParameters(), settings), Setup(core=core)
    whole = backtest(tape_of(bars, market), parameters, setup)
    past = backtest(tape_of(bars.slice(0, cut), market), parameters, setup)
    assert np.array_equal(whole.equity[:cut], past.equity)
    assert np.array_equal(whole.position[:cut], past.position)
    assert finished(whole, cut) == finished(past, cut)


@given(seeds, settings_of_a_bot(timeframe="1h", allow_short=True))
def test_the_same_replay_twice_is_the_same_to_the_bit(seed: int, parameters: BotParameters) -> None:
    """A result that cannot be had again is not a result."""
    market = Market("WILD", "perpetual", lot_step=1e-6, minimum_notional=0.0)
    first, second = (backtest(tape(wild(seed), market, seed), parameters) for _ in range(2))
    assert np.array_equal(first.equity, second.equity)
    assert finished(first, 10**9) == finished(second, 10**9)


@given(seeds, st.floats(0, 0.05), st.floats(0, 500))
def test_costs_only_lower_equity(seed: int, fee: float, slippage: float) -> None:
    """Core trades the same bars whatever they cost, so that every close can be compared."""
    made = tape(wild(seed))
    parameters = changed(BotParameters(), {"base_trade_size": 0.0001})
    dear = backtest(made, parameters, Setup(costs=Costs(fee, fee, slippage), core=True))
    free = backtest(made, parameters, Setup(costs=FREE, core=True))
    assert np.array_equal(dear.trades.entry_bar, free.trades.entry_bar)
    assert np.all(dear.equity <= free.equity + 1e-9)


@given(seeds, settings_of_a_bot(timeframe="1h"), st.booleans(), st.sampled_from([0, 2]))
def test_the_trades_add_up_to_the_account(seed: int, parameters: BotParameters, core: bool, delay: int) -> None:
    """Capital and what every position made is what there is at the end: no money appears or is lost."""
    market = Market("WILD", "perpetual", lot_step=0.0, minimum_notional=0.0, unit=100.0, funding_rate=0.0005)
    result = backtest(tape(wild(seed), market, seed), parameters, Setup(10_000.0, Costs(slippage_bps=3.0), core, delay))
    assert result.pnl == pytest.approx(result.trades.pnl.sum(), abs=1e-6)
    assert result.equity[-1] == result.setup.capital + result.pnl


@given(seeds, st.integers(5, 30), st.sampled_from([False, True]))
def test_a_gap_silences_the_band(seed: int, window: int, core: bool) -> None:
    """A mean over candles that are hours apart is no mean of `window` hours."""
    bars = walk(seed, 300)
    kept = np.r_[0:100, 103:200, 260:300]
    broken = Bars("TEST", "1h", *(getattr(bars, name)[kept] for name in ("time", *bars.table.columns[1:])))
    made = tape(broken)
    parameters = changed(BotParameters(), {"window": window, "k_sigma": 0.5, "cooldown_bars": 0})
    signalled = backtest(made, parameters, Setup(core=core)).trades.entry_bar - 1
    assert len(signalled)
    assert np.all(made.run[signalled] >= window)


@pytest.mark.parametrize("delay", [0, 1, 3, 10])
def test_a_delay_moves_core_entries_by_exactly_that_many_bars(delay: int) -> None:
    """One dip and one peak in a still market: the only signals there are, acted on the next bar or so much later."""
    closes = np.full(120, 100.0)
    closes[40], closes[80] = 95.0, 105.0
    trades = backtest(tape(candles(closes)), BotParameters(), Setup(core=True, delay=delay)).trades
    assert (trades.entry_bar.tolist(), trades.exit_bar.tolist()) == ([41 + delay], [81 + delay])


@given(seeds, st.integers(1, 30), st.sampled_from(["1h", "4h"]))
def test_the_newest_days_are_a_tape_of_their_own(seed: int, days: int, step: str) -> None:
    """A replay of the last month must not know of the month before, however the tape was cut."""
    bars, market = wild(seed, 500, step), Market("WILD", "perpetual", funding_rate=0.0003)
    part = newest(tape_of(bars, market), days)
    alone = tape_of(bars.since(int(bars.time[-1]) + bars.step_ms - days * DAY_MS), market)
    for name in ("run", "new_day", "funding", "strength", "confidence"):
        assert np.array_equal(getattr(part, name), getattr(alone, name)), name
    assert np.array_equal(part.bars.close, alone.bars.close)
    whole, cut = (backtest(each, changed(BotParameters(), {"timeframe": step})) for each in (part, alone))
    assert np.array_equal(whole.equity, cut.equity)


def test_all_days_are_the_tape_itself() -> None:
    """No copy is made where nothing is cut."""
    made = tape(walk(1, 100))
    assert newest(made, None) is made
    assert newest(made, 1000) is made


def test_the_forecast_of_the_newest_days_knows_what_came_before() -> None:
    """The volatility forecast needs 180 days; a replay of the last 30 is not made without it."""
    made = tape_of(walk(2, 400, "1d", sigma=0.03), Market("TEST"))
    assert np.array_equal(newest(made, 30).strength, made.strength[-30:])
    assert np.any(made.strength[-30:] != 0)


def test_a_coarser_timeframe_is_the_bot_on_resampled_candles() -> None:
    """A four-hour bot on hourly candles sees four-hour candles and nothing else."""
    bars, market = walk(4, 2000), Market("TEST", lot_step=0.0, minimum_notional=0.0)
    parameters = changed(BotParameters(), {"timeframe": "4h"})
    fine = backtest(tape_of(bars, market, "4h"), parameters)
    coarse = backtest(tape_of(resampled(bars, "4h"), market), parameters)
    assert len(fine.trades) > 10
    assert np.array_equal(fine.equity, coarse.equity)


def test_a_finer_timeframe_than_the_candles_is_refused() -> None:
    """Nothing that happened inside a candle is known."""
    with pytest.raises(DataError, match=r"timeframe must be 1h or a whole multiple of it for TEST, was 5m"):
        tape_of(walk(1, 100), Market("TEST"), "5m")


def test_a_bot_of_another_timeframe_is_refused() -> None:
    """A window of 15 hours replayed on days would be another bot; core takes candles as they come."""
    made = tape(walk(1, 100, "4h"))
    with pytest.raises(DataError, match=r"timeframe is 1h, the candles are 4h\. Set timeframe=4h"):
        backtest(made, BotParameters())
    assert len(backtest(made, BotParameters(), Setup(core=True)).equity) == 100


def test_shorts_are_refused_where_there_is_nothing_to_borrow() -> None:
    """On spot they would be profits that nobody could have made."""
    with pytest.raises(ParameterError, match=r"allow_short must be false on TEST, a spot market"):
        backtest(tape(walk(1, 100)), changed(BotParameters(), {"allow_short": True}))


@pytest.mark.parametrize(("kind", "rate", "paid"), [("perpetual", 0.001, 0.003), ("perpetual", -0.001, -0.003),
                                                    ("spot", 0.0, 0.0)])  # fmt: skip
def test_funding_is_charged_at_every_eighth_hour(kind: str, rate: float, paid: float) -> None:
    """Bought at 21:00 for 95, held to 23:00 two days on at 100: 00:00, 08:00 and 16:00 each cost 0.01 x 100 x rate."""
    closes = np.full(48, 100.0)
    closes[20] = 95.0
    market = Market("TEST", kind, lot_step=0.0, minimum_notional=0.0, funding_rate=rate)
    bot = changed(BotParameters(), {"base_trade_size": 0.01})
    result = backtest(tape(candles(closes), market), bot, Setup(costs=FREE, core=True))
    assert result.trades.entry_bar.tolist() == [21]
    assert result.trades.funding.sum() == pytest.approx(paid)
    assert result.pnl == pytest.approx(0.01 * 5 - paid)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"maker_fee": 0.06}, "maker_fee must be 0 to 0.05, was 0.06. 0.001 is 0.1 %"),
        ({"taker_fee": -0.001}, "taker_fee must be 0 to 0.05, was -0.001"),
        ({"slippage_bps": 501.0}, "slippage_bps must be 0 to 500, was 501"),
        ({"taker_fee": float("nan")}, "taker_fee must be 0 to 0.05, was nan"),
    ],
)
def test_impossible_costs_are_refused(wrong: dict[str, float], message: str) -> None:
    """A fee of 0.1 is nearly always a fee of 0.1 % typed wrongly."""
    with pytest.raises(ParameterError) as refused:
        Costs(**wrong)
    assert message in str(refused.value)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"capital": 0.5}, "capital must be 1 to 1e12 in quote currency, was 0.5"),
        ({"capital": float("inf")}, "capital must be 1 to 1e12 in quote currency, was inf"),
        ({"delay": 11}, "delay must be 0 to 10 bars, was 11"),
        ({"delay": -1}, "delay must be 0 to 10 bars, was -1"),
    ],
)
def test_an_impossible_setup_is_refused(wrong: dict[str, float], message: str) -> None:
    """What it was and what is allowed, in one sentence."""
    with pytest.raises(ParameterError) as refused:
        Setup(**wrong)
    assert message in str(refused.value)
