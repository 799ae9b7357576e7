"""What the guardrails say is so in the replay: the claimed settings never trade, or change nothing."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Setup, backtest
from engine.bots.guardrails import judged
from engine.bots.guards.situation import Situation
from engine.bots.parameters import BotParameters
from engine.bots.tape import tape_of
from engine.core.chance import generator
from engine.core.errors import ToptionError
from engine.market.bars import Bars
from engine.market.market import Market

HOUR = 3_600_000
SPOT = Market("SIM-BTC")


def market(seed, n=4000, sigma=0.006):
    """A random walk of hourly candles around 30,000, with fat tails."""
    rng = generator(seed, "guarded")
    close = 30_000 * np.exp(np.cumsum(sigma * rng.standard_t(4, n) / np.sqrt(2)))
    opened = np.r_[close[0], close[:-1]] * (1 + 0.0002 * rng.normal(size=n))
    reach = 1 + 0.003 * np.abs(rng.normal(size=(2, n)))
    high, low = np.maximum(opened, close) * reach[0], np.minimum(opened, close) / reach[1]
    return Bars("SIM-BTC", "1h", np.arange(n) * HOUR, opened, high, low, close, np.ones(n))


MARKETS = [tape_of(market(seed), SPOT) for seed in range(3)]


def done(bot, capital=10_000.0):
    """Equity at every close on three markets."""
    return [backtest(tape, bot, Setup(capital=capital)).equity for tape in MARKETS]


def assert_found(rule, bot, place=None):
    """The guardrail speaks about this bot."""
    assert rule in {each.rule for each in judged(bot, place or Situation(SPOT, 30_000.0, 10_000.0, step="1h"))}


@pytest.mark.parametrize(("window", "k_sigma"), [(5, 2.0), (6, 2.3), (10, 3.0)])
@pytest.mark.parametrize("style", ["mean_reversion", "breakout", "hybrid"])
def test_impossible_bands_never_trade_whatever_the_style(window, k_sigma, style):
    """No market gives such a bot an entry."""
    bot = BotParameters(window=window, k_sigma=k_sigma, style=style)
    assert_found("never_signals", bot)
    assert all(backtest(tape, bot).entries == 0 for tape in MARKETS)


def test_orders_called_too_small_never_trade_and_the_remedy_does():
    """A size below the market's least order is no size."""
    strict = Market("SIM-BTC", minimum_notional=100.0)
    place = Situation(strict, 30_000.0, 10_000.0, step="1h")
    bot = BotParameters(ml_weight=0.0)
    tapes = [tape_of(replace(tape.bars), strict) for tape in MARKETS]
    finding = next(each for each in judged(bot, place) if each.rule == "too_small_to_trade")
    assert all(backtest(tape, bot).entries == 0 for tape in tapes)
    assert all(backtest(tape, replace(bot, **finding.remedy)).entries > 0 for tape in tapes)


LARGE = {"base_trade_size": 0.01, "max_position_size": 0.1, "max_asset_exposure": 1.0, "max_volatility_pct": 30.0}
NO_EFFECT = [
    ("scaling_without_a_second_lot", {"position_scaling": 2.0, "max_open_positions": 1}, {"position_scaling": 1.0}),
    ("day_above_drawdown", {"max_daily_loss_pct": 5.0, "max_drawdown_pct": 3.0}, {"max_daily_loss_pct": 20.0}),
    ("trailing_hides_stop", {"trailing_stop_pct": 1.0, "stop_loss_pct": 3.0}, {"stop_loss_pct": 12.0}),
    ("cooldown_of_a_day", {"cooldown_bars": 24, "max_trades_per_day": 4}, {"max_trades_per_day": 200}),
]


@pytest.mark.parametrize(("rule", "settings", "turned"), NO_EFFECT)
def test_a_setting_said_to_have_no_effect_has_none(rule, settings, turned):
    """Turning it changes not one number of the equity, on any of the markets."""
    bot = BotParameters(**(LARGE | settings))
    assert_found(rule, bot)
    for one, other in zip(done(bot), done(replace(bot, **turned)), strict=True):
        assert np.array_equal(one, other)
        assert len(np.unique(one)) > 100  # it did trade


@pytest.mark.parametrize(("rule", "settings", "most"), [
    ("hardly_confirms", {"entry_confirm_bars": 3, "k_sigma": 1.7}, 0.35),
    ("trend_against_reversion", {"trend_filter": True}, 0.6),
])  # fmt: skip
def test_a_setting_said_to_trade_rarely_does(rule, settings, most):
    """The entries left are a minor part of those without it."""
    bot = BotParameters(**settings)
    assert_found(rule, bot)
    free = replace(bot, entry_confirm_bars=0, trend_filter=False)
    kept = sum(backtest(tape, bot).entries for tape in MARKETS) / sum(backtest(tape, free).entries for tape in MARKETS)
    assert 0 < kept <= most


def test_a_trailing_stop_beyond_the_target_never_locks_in_a_profit():
    """Whatever leaves at such a stop leaves at a loss."""
    bot = BotParameters(**LARGE, trailing_stop_pct=2.5, stop_loss_pct=2.0, take_profit_pct=2.0)
    assert_found("trailing_too_late", bot)
    for tape in MARKETS:
        trades = backtest(tape, bot).trades
        stopped = trades.table(tape.bars.time)["reason"] == "stop"
        assert stopped.any()
        assert (trades.pnl[stopped.to_numpy()] < 0).all()


def test_a_target_below_the_costs_loses_with_every_win():
    """The price reaches the target and the account falls."""
    bot = BotParameters(**LARGE, take_profit_pct=0.2)
    assert_found("target_below_costs", bot)
    for tape in MARKETS:
        result = backtest(tape, bot)
        reasons = result.trades.table(tape.bars.time)["reason"].to_numpy()
        exact = np.isclose(result.trades.exit_price, result.trades.entry_price * 1.002, rtol=1e-9)
        wins = result.trades.pnl[(reasons == "take profit") & exact]
        assert len(wins)
        assert (wins < 0).all()


def test_most_positions_held_too_briefly_leave_by_time():
    """The band exit, which is the bot's idea, decides the minor part."""
    bot = BotParameters(max_holding_bars=3, stop_loss_pct=20.0, take_profit_pct=20.0)
    assert_found("held_too_briefly", bot)
    reasons = [reason for tape in MARKETS for reason in backtest(tape, bot).trades.table(tape.bars.time)["reason"]]
    assert reasons.count("held longest") > len(reasons) / 2


@pytest.mark.parametrize("settings", [{"allow_short": True}, {"timeframe": "15m"}])
def test_what_is_called_impossible_here_is_refused_by_the_replay(settings):
    """Guardrail and replay agree on what cannot be."""
    bot = BotParameters(**settings)
    assert judged(bot, Situation(SPOT, step="1h"))[0].level == "impossible"
    with pytest.raises(ToptionError):
        backtest(tape_of(MARKETS[0].bars, SPOT, bot.timeframe), bot)
