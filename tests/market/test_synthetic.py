"""The sample world's candles: they look like a market, repeat, never change their past, and hide one edge."""

from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from engine.bots.backtest import Setup, backtest
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape, tape_of
from engine.core.chance import generator
from engine.core.errors import DataError
from engine.market.bars import COLUMNS, DAY_MS, Bars, Floats, gaps
from engine.market.mood import TURBULENT, faded, mood
from engine.market.synthetic import (
    COINS,
    FIRST_MS,
    HOUR_MS,
    WORLD_END_MS,
    WORLD_SEED,
    WORLD_START_MS,
    Coin,
    coin_named,
    sample_file,
    simulated_bars,
    simulated_market,
    trends,
)

ROOT = Path(__file__).resolve().parents[2]
FAIR = [coin for coin in COINS if not coin.edge]
WORLDS = range(1, 7)
LAST_CLOSES = {
    "SIM-BTC": 86092.5, "SIM-ETH": 2410.53, "SIM-SOL": 231.865, "SIM-XRP": 1.45157, "SIM-DOGE": 0.291661
}  # fmt: skip


@pytest.fixture(scope="module")
def world() -> dict[str, Bars]:
    """Three years of the five coins."""
    return {coin.symbol: simulated_bars(coin, WORLD_SEED, WORLD_START_MS) for coin in COINS}


def returns(bars: Bars) -> Floats:
    return np.diff(np.log(bars.close))


def echo(values: Floats, lag: int) -> float:
    """Autocorrelation at a lag."""
    return float(np.corrcoef(values[lag:], values[:-lag])[0, 1])


def kurtosis(values: Floats) -> float:
    return float(np.mean((values - values.mean()) ** 4) / values.var() ** 2)


def test_the_world_is_three_years_of_whole_hours_without_a_gap(world):
    """Every later figure counts on it."""
    for coin in COINS:
        bars = world[coin.symbol]
        assert len(bars) == 26_304
        assert (bars.time[0], bars.time[-1]) == (FIRST_MS, WORLD_START_MS - HOUR_MS)
        assert bars.first.day_name() == "Sunday"
        assert gaps(bars) == ()


@pytest.mark.parametrize("moved", [HOUR_MS, 25 * HOUR_MS - 1, 100 * DAY_MS, 400 * DAY_MS])
def test_the_past_never_changes_when_the_clock_moves_on(world, moved):
    """A bot that was judged on these candles must find the same ones tomorrow."""
    later = simulated_bars(COINS[2], WORLD_SEED, WORLD_START_MS + moved)
    assert len(later) == 26_304 + moved // HOUR_MS
    for name in ("time", *COLUMNS):
        assert np.array_equal(getattr(later, name)[:26_304], getattr(world[COINS[2].symbol], name))


def test_a_bar_is_there_once_it_has_closed():
    """The clock is the only thing that shows the future."""
    half_past = simulated_bars(COINS[0], 3, WORLD_START_MS + HOUR_MS // 2)
    assert half_past.time[-1] == WORLD_START_MS - HOUR_MS


@pytest.mark.parametrize("when", [FIRST_MS, WORLD_END_MS + 1])
def test_a_time_outside_the_world_is_refused(when):
    """The message names the two ends."""
    with pytest.raises(DataError, match=r"2023-10-01 01:00 to 2027-12-03 00:00 UTC"):
        simulated_bars(COINS[0], 1, when)


def test_each_seed_is_another_world_and_each_coin_another_path(world):
    """Otherwise many seeds would be one."""
    other = simulated_bars(COINS[0], WORLD_SEED + 1, WORLD_START_MS)
    assert abs(np.corrcoef(returns(other), returns(world["SIM-BTC"]))[0, 1]) < 0.03


def test_the_world_of_a_seed_is_known_by_its_last_closes(world):
    """Nobody changes the sample world, or sees another on another machine, without noticing."""
    assert {symbol: bars.close[-1] for symbol, bars in world.items()} == LAST_CLOSES


def test_the_committed_sample_is_what_the_seed_makes():
    """The file shipped is simulated, and anybody can make it again."""
    committed = (ROOT / "data" / "sample" / "sim_btc_1h.csv").read_bytes()
    assert committed == sample_file().encode()
    assert committed.count(b"\n") == 1 + 14 * 24
    assert len(committed) < 40_000


@pytest.mark.parametrize("coin", COINS, ids=lambda coin: coin.symbol)
def test_prices_lie_on_the_tick_and_at_familiar_levels(world, coin):
    """Lots, minimums and the screens are made for such prices."""
    bars = world[coin.symbol]
    for name in ("open", "high", "low", "close"):
        price = getattr(bars, name)
        assert np.array_equal(price, np.round(price, coin.decimals))
        assert (coin.price / 20 < price.min()) & (price.max() < coin.price * 20)


@pytest.mark.parametrize("coin", COINS, ids=lambda coin: coin.symbol)
def test_volatility_is_a_coins_and_comes_in_clusters(world, coin):
    """2 to 6 % a day; a loud hour is followed by loud hours, even a week later; tails are fat."""
    moves = returns(world[coin.symbol])
    daily = np.diff(np.log(world[coin.symbol].close[23::24]))
    assert 0.02 < daily.std() < 0.06
    assert kurtosis(moves) > 8
    sizes = np.abs(moves)
    assert echo(sizes, 1) > 0.15
    assert echo(sizes, 24) > 0.1
    assert echo(sizes, 168) > 0.03


@pytest.mark.parametrize("coin", FAIR, ids=lambda coin: coin.symbol)
def test_fair_coins_have_no_memory_in_their_returns(world, coin):
    """Three standard errors that allow for changing volatility."""
    moves = returns(world[coin.symbol])
    for lag in (1, 2, 3, 6, 12, 24):
        error = np.sqrt(np.mean(moves[lag:] ** 2 * moves[:-lag] ** 2) / len(moves)) / moves.var()
        assert abs(echo(moves, lag)) < 3.3 * error


@pytest.mark.parametrize("coin", COINS, ids=lambda coin: coin.symbol)
def test_ranges_belong_to_the_path_inside_the_hour(world, coin):
    """Parkinson: for Brownian motion mean log(high/low)^2 is 4 ln 2 times the variance from open to close."""
    bars = world[coin.symbol]
    by_range = np.mean(np.log(bars.high / bars.low) ** 2) / (4 * np.log(2))
    assert by_range / np.mean(np.log(bars.close / bars.open) ** 2) == pytest.approx(1.0, abs=0.05)
    assert np.all(bars.high > bars.low)


def test_coins_move_together_but_not_as_one(world):
    """A common market: hourly correlations between 0.5 and 0.8."""
    for one, other in combinations(world.values(), 2):
        assert 0.5 < np.corrcoef(returns(one), returns(other))[0, 1] < 0.8


def test_volume_goes_with_the_range_and_midnight_jumps(world):
    """As in real markets; the largest opening jumps fall on UTC midnight."""
    bars = world["SIM-XRP"]
    spread = np.log(bars.high / bars.low)
    assert np.corrcoef(np.log(spread), np.log(bars.volume))[0, 1] > 0.6
    jumped = np.abs(np.log(bars.open[1:] / bars.close[:-1])) > 0.005
    midnight = bars.time[1:] % DAY_MS == 0
    assert jumped[midnight].mean() > 5 * jumped[~midnight].mean()


def test_regimes_last_for_days_and_differ_in_loudness():
    """Calm, two trends and turbulence, each seen many times."""
    felt = mood(WORLD_SEED, 24 * 1460)
    spells = np.diff(np.flatnonzero(np.r_[True, felt.left[1:] >= 0, True]))
    assert 100 < np.mean(spells) < 500
    assert set(np.unique(felt.regime)) == {0, 1, 2, 3}
    loud = [felt.volatility[felt.regime == regime].mean() for regime in range(4)]
    assert np.argmax(loud) == TURBULENT
    assert np.argmin(loud) == 0


def test_the_end_of_a_trend_pays_for_it():
    """Staying once more at the drift, or leaving with the jump, is worth nothing on average: a fair game."""
    felt = mood(WORLD_SEED, (WORLD_END_MS - FIRST_MS) // HOUR_MS)
    moves = trends(COINS[0], felt)
    for regime in (1, 2):
        drift = moves[(felt.regime == regime) & (felt.left < 0)][0]
        jump = moves[felt.left == regime][0]
        assert np.sign(drift) == -np.sign(jump)
        assert (1 - 1 / 240) * np.exp(drift) + np.exp(jump) / 240 == pytest.approx(1.0, abs=1e-12)


def test_an_autoregression_by_blocks_is_the_one_by_steps():
    """The fast way is the definition."""
    moves = generator(0, "moves").normal(size=(5, 7))
    slow, x = [], 0.3
    for move in moves.ravel():
        x = 0.9 * x + move
        slow.append(x)
    assert faded(moves, 0.9, 0.3) == pytest.approx(slow, abs=1e-12)


def test_markets_say_that_they_are_simulated_and_one_can_be_sold_short():
    """Nobody may take these for real prices; units are worth what the registry's sizes are made for."""
    markets = [simulated_market(coin) for coin in COINS]
    assert all(market.simulated for market in markets)
    assert [market.symbol for market in markets if market.can_short] == ["SIM-ETH"]
    assert [market.funding_rate for market in markets] == [0.0, 0.0001, 0.0, 0.0, 0.0]
    assert markets[0].unit == 1
    assert all(10_000 <= coin.price * market.unit < 100_000 for coin, market in zip(COINS, markets, strict=True))


def test_a_coin_is_found_by_name_and_an_unknown_one_is_refused():
    """The message lists what there is."""
    assert coin_named("SIM-SOL").edge > 0
    assert [coin.symbol for coin in COINS if coin.edge] == ["SIM-SOL"]
    with pytest.raises(DataError, match="SIM-BTC, SIM-ETH, SIM-SOL, SIM-XRP, SIM-DOGE, was 'BTC'"):
        coin_named("BTC")


@cache
def tape(coin: Coin, seed: int) -> Tape:
    return tape_of(simulated_bars(coin, seed, WORLD_START_MS), simulated_market(coin))


def profits(coin: Coin, seed: int, parameters: BotParameters, setup: Setup) -> tuple[float, float, float]:
    """Profit after 10 bp a side, profit before costs, and the money put in over all positions."""
    done = backtest(tape(coin, seed), parameters, setup)
    trades = done.trades
    gross = trades.pnl + trades.fees + trades.funding
    return done.pnl, float(gross.sum()), float((trades.entry_price * trades.quantity).sum())


def t_value(values: Floats) -> float:
    return float(values.mean() / values.std(ddof=1) * np.sqrt(len(values)))


@pytest.mark.parametrize("order_type", ["limit", "market"])
def test_the_default_bot_earns_the_planted_edge_after_costs(order_type):
    """The one place in the sample world where tuning pays."""
    bot = BotParameters(order_type=order_type)
    net = np.array([profits(coin_named("SIM-SOL"), seed, bot, Setup())[0] for seed in WORLDS])
    assert t_value(net) > 3


@pytest.mark.parametrize("window", [10, 20, 30])
@pytest.mark.parametrize("k_sigma", [1.0, 1.75, 2.5])
def test_the_usual_grid_earns_the_planted_edge_after_costs(window, k_sigma):
    """A plateau, not a lone peak: the whole grid is good."""
    bot = BotParameters(window=window, k_sigma=k_sigma)
    table = np.array([profits(coin_named("SIM-SOL"), seed, bot, Setup(core=True)) for seed in (1, 2, 3)])
    net, _, put_in = table.sum(axis=0)
    assert net > 10e-4 * put_in


@pytest.mark.parametrize("coin", FAIR, ids=lambda coin: coin.symbol)
def test_elsewhere_a_bot_loses_its_costs_and_nothing_else(coin):
    """Nothing beyond noise before costs, two fees a position after; sums over sums, as a mean of ratios is biased."""
    table = np.array([profits(coin, seed, BotParameters(), Setup()) for seed in WORLDS])
    net, gross, put_in = table.T
    assert abs(t_value(gross)) < 4
    assert abs(gross.sum() / put_in.sum()) < 8e-4
    assert np.all(net < 0)
    costs = (gross - net).sum() / put_in.sum()
    assert costs == pytest.approx(20e-4, abs=1e-4 if coin.kind == "spot" else 3e-4)
