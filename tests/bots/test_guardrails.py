"""Guardrails: each is true under the bot's rules, and each remedy removes what it is for."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.bots.guardrails import RULES, findings, judged
from engine.bots.guards.finding import applied
from engine.bots.guards.situation import Situation
from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.settings.risk_profiles import LIMITS, PROFILES, preset
from engine.core.chance import generator
from engine.core.errors import ParameterError
from engine.market.market import Market, market_for

BTC = Market("BTCUSDT")


def rules(found):
    """The names of the rules that spoke."""
    return {each.rule for each in found}


def grid(name):
    """Values of one setting, mostly from its slider, with both ends likely."""
    knob = KNOBS[name]
    if knob.type == "bool":
        return st.booleans()
    if knob.type == "enum":
        return st.sampled_from(knob.choices)
    low, high = knob.allowed
    on_grid = st.integers(0, round((high - low) / knob.step)).map(lambda n: min(high, round(low + n * knob.step, 6)))
    value = st.sampled_from([low, high, knob.default]) | on_grid
    return value.map(int) if knob.type == "int" else value


@st.composite
def bots(draw):
    """A bot with a few settings turned anywhere they may go."""
    names = draw(st.lists(st.sampled_from(sorted(KNOBS)), min_size=1, max_size=8, unique=True))
    values = {name: draw(grid(name)) for name in names}
    assume(values.get("exit_band", 0.0) < values.get("k_sigma", 1.2))
    return BotParameters(**values)


places = st.builds(
    Situation,
    market=st.sampled_from(
        [
            None,
            BTC,
            Market("BTC-PERP", "perpetual", minimum_notional=100.0, lot_step=1e-3),
            Market("ETHUSDT", unit=10.0),
            Market("DOGEUSDT", unit=1e5, lot_step=0.1),
        ]
    ),
    price=st.sampled_from([None, 0.09, 3_000.0, 8_000.0, 60_000.0, 150_000.0]),
    capital=st.sampled_from([None, 100.0, 10_000.0, 5e6]),
    profile=st.sampled_from([None, *PROFILES]),
    step=st.sampled_from([None, "3m", "5m", "1h", "1d"]),
    fee=st.sampled_from([0.0, 0.001, 0.005]),
    slippage_bps=st.sampled_from([0.0, 10.0]),
)


@given(bots(), places)
def test_every_remedy_removes_its_finding_and_brings_nothing_impossible(bot, place):
    """Advice that does not help is worse than none."""
    found = judged(bot, place)
    impossible = {each.key for each in found if each.level == "impossible"}
    for each in found:
        assert each.remedies or place.market, each  # a market's least order can rule out every remedy
        for remedy in each.remedies:
            after = judged(applied(bot, remedy), place)
            assert each.key not in {left.key for left in after}
            assert {left.key for left in after if left.level == "impossible"} <= impossible


@given(bots(), places)
def test_messages_name_their_settings_and_end_as_sentences(bot, place):
    """What, its value, what to do: a message must stand alone."""
    for each in judged(bot, place):
        assert any(name in each.message for name in each.settings)
        assert each.message.endswith((".", "%."))
        assert "nan" not in each.message.split()
        assert "inf" not in each.message.split()


def test_exactly_32_of_the_676_pairs_can_never_trade():
    """The count is known; a guardrail that misses one lets a bot wait for ever."""
    pairs = [(window, k / 10) for window in range(5, 31) for k in range(5, 31)]
    never = [
        pair for pair in pairs if "never_signals" in rules(findings(BotParameters(window=pair[0], k_sigma=pair[1])))
    ]
    assert (len(pairs), len(never)) == (676, 32)
    assert (5, 2.0) in never
    assert (5, 1.9) not in never
    assert (10, 3.0) in never
    assert (11, 3.0) not in never


@given(st.integers(5, 10), st.integers(0, 10_000))
def test_no_market_leaves_an_impossible_band(window, seed):
    """The bound itself: whatever the closes, the newest is never sqrt(n - 1) deviations from their mean."""
    closes = np.exp(generator(seed, "closes").standard_cauchy(window).clip(-5, 5))
    z = (closes[-1] - closes.mean()) / closes.std()
    assert abs(z) <= math.sqrt(window - 1) + 1e-9


def test_an_impossible_band_says_what_to_do():
    """The message as a trader reads it."""
    found = findings(BotParameters(window=5, k_sigma=2.0))[0]
    assert (found.level, found.settings) == ("impossible", ("k_sigma", "window"))
    assert found.message == (
        "k_sigma 2 with window 5 never trades: the newest of 5 closes cannot be more than 2.00 standard deviations"
        " from their mean. Lower k_sigma to 1.9 or raise window to 6."
    )
    assert found.remedies == ({"k_sigma": 1.9}, {"window": 6})


@pytest.mark.parametrize("name", PROFILES)
def test_presets_are_free_of_findings(name):
    """What we suggest we do not warn about, on bitcoin and on a coin of nine cents."""
    bot = preset(name)
    assert findings(bot, profile=name, step="1h") == ()
    assert findings(bot, BTC, 60_000, 10_000, name, "1h") == ()
    assert findings(bot, market_for("DOGEUSDT", 0.09), 0.09, 10_000, name, "1h") == ()


def test_the_defaults_are_free_of_findings():
    """A new bot starts without a warning."""
    assert findings(BotParameters(), BTC, 60_000, 10_000, "balanced", "1h") == ()


def test_profiles_differ_in_one_direction():
    """What the cautious profile accepts, the bolder ones do too; only settings with a riskier side have limits."""
    for name, limits in LIMITS.items():
        way = 1 if KNOBS[name].riskier == "higher" else -1
        ordered = [way * float(limit) for limit in limits]
        assert KNOBS[name].riskier != "neither"
        assert ordered == sorted(ordered)
        assert ordered[0] < ordered[-1]
        assert all(KNOBS[name].problem(name, limit) is None for limit in limits)


def test_a_profile_warns_of_what_goes_beyond_it():
    """The cautious trader hears of 0.8; the aggressive one asked for it."""
    bot = BotParameters(risk_factor=0.8, allow_short=True)
    cautious = [each.settings[0] for each in findings(bot, profile="cautious") if each.rule == "beyond_profile"]
    assert {"risk_factor", "allow_short"} <= set(cautious)
    assert "beyond_profile" not in rules(findings(bot, profile="aggressive"))
    with pytest.raises(ParameterError, match="profile must be one of cautious, balanced, aggressive"):
        findings(bot, profile="reckless")


def test_outside_the_suggested_range_is_a_warning_with_both_words():
    """The range, and what turning it does."""
    (found,) = findings(BotParameters(k_sigma=0.7))
    assert found.level == "warning"
    assert found.message == (
        "k_sigma is 0.7 standard deviations, outside the suggested 1 to 2. Lower: a tighter band, more trades."
        " Raise k_sigma to 1."
    )


CASES = {
    "never_signals": {"window": 7, "k_sigma": 2.5},
    "above_largest_position": {"base_trade_size": 0.002, "max_position_size": 0.0015},
    "stop_beyond_drawdown": {"max_asset_exposure": 1.0, "stop_loss_pct": 20.0},
    "stop_beyond_day": {"max_asset_exposure": 0.4, "stop_loss_pct": 6.0, "max_daily_loss_pct": 2.0},
    "lopsided": {"take_profit_pct": 0.5, "stop_loss_pct": 6.0},
    "target_below_costs": {"take_profit_pct": 0.2},
    "trailing_within_costs": {"trailing_stop_pct": 0.2},
    "trailing_hides_stop": {"trailing_stop_pct": 2.0},
    "trailing_too_late": {"trailing_stop_pct": 3.0, "take_profit_pct": 3.0},
    "exit_at_the_entry": {"exit_band": 1.0},
    "held_too_briefly": {"max_holding_bars": 4},
    "growing_ladder": {"position_scaling": 3.0},
    "day_above_drawdown": {"max_daily_loss_pct": 6.0, "max_drawdown_pct": 5.0},
    "no_slip_allowed": {"order_type": "market", "max_slippage_bps": 0.0},
    "hardly_confirms": {"entry_confirm_bars": 3, "k_sigma": 1.7},
    "cooldown_of_a_day": {"cooldown_bars": 24},
    "forecast_never_sure": {"ml_min_confidence": 0.95},
    "scaling_without_a_second_lot": {"position_scaling": 1.5, "max_open_positions": 1},
    "trend_against_reversion": {"trend_filter": True},
}
NEXT_TO = {
    "never_signals": {"window": 7, "k_sigma": 2.4},
    "above_largest_position": {"base_trade_size": 0.0015, "max_position_size": 0.0015},
    "stop_beyond_drawdown": {"max_asset_exposure": 1.0, "stop_loss_pct": 14.75},
    "stop_beyond_day": {"max_asset_exposure": 0.4, "stop_loss_pct": 4.75, "max_daily_loss_pct": 2.0},
    "lopsided": {"take_profit_pct": 1.9, "stop_loss_pct": 6.0},
    "target_below_costs": {"take_profit_pct": 0.3},
    "trailing_within_costs": {"trailing_stop_pct": 0.3},
    "trailing_hides_stop": {"trailing_stop_pct": 3.1},
    "trailing_too_late": {"trailing_stop_pct": 2.9, "take_profit_pct": 3.0},
    "exit_at_the_entry": {"exit_band": 0.9},
    "held_too_briefly": {"max_holding_bars": 8},
    "growing_ladder": {"position_scaling": 1.9},
    "day_above_drawdown": {"max_daily_loss_pct": 4.5, "max_drawdown_pct": 5.0},
    "no_slip_allowed": {"order_type": "limit", "max_slippage_bps": 0.0},
    "hardly_confirms": {"entry_confirm_bars": 3, "k_sigma": 1.6},
    "cooldown_of_a_day": {"cooldown_bars": 23},
    "forecast_never_sure": {"ml_min_confidence": 0.95, "ml_weight": 0.0},
    "scaling_without_a_second_lot": {"position_scaling": 1.5, "max_open_positions": 2},
    "trend_against_reversion": {"trend_filter": True, "style": "breakout"},
}


@pytest.mark.parametrize("rule", CASES)
def test_each_conflict_is_found_and_its_neighbour_is_not(rule):
    """Every rule has an edge, and both sides of it."""
    assert rule in rules(findings(BotParameters(**CASES[rule])))
    assert rule not in rules(findings(BotParameters(**NEXT_TO[rule])))


def test_places_have_their_own_limits():
    """Size, shorts and candles depend on where the bot trades."""
    small = Market("BTCUSDT", minimum_notional=50.0)
    assert findings(BotParameters(base_trade_size=0.0005), small, 60_000, 10_000)[0].rule == "too_small_to_trade"
    coarse = Market("BTCUSDT", lot_step=0.01)
    assert findings(BotParameters(), coarse)[0].rule == "too_small_to_trade"
    assert findings(BotParameters(allow_short=True), BTC)[0].rule == "no_shorts_here"
    assert findings(BotParameters(allow_short=True), Market("X", "perpetual")) == ()
    assert findings(BotParameters(timeframe="15m"), step="1h")[0].rule == "timeframe_too_fine"
    assert findings(BotParameters(timeframe="5m"), step="3m")[0].remedy == {"timeframe": "15m"}
    assert "above_share_of_equity" in rules(findings(BotParameters(base_trade_size=0.002), BTC, 60_000, 200))
    assert "hardly_at_work" in rules(findings(BotParameters(), BTC, 60_000, 100_000))


def test_every_rule_is_tried_here():
    """A rule without a case is a rule that nobody has seen speak."""
    elsewhere = {
        "too_small_to_trade", "no_shorts_here", "timeframe_too_fine", "above_share_of_equity", "hardly_at_work",
        "beyond_profile", "outside_suggested",
    }  # fmt: skip
    assert {rule.__name__ for rule in RULES} == set(CASES) | elsewhere
    assert max(Counter(rule.__name__ for rule in RULES).values()) == 1


def test_findings_are_ordered_by_how_serious_they_are_and_can_be_cached():
    """The impossible comes first; frozen values are cache keys."""
    found = findings(BotParameters(window=5, k_sigma=3.0, trend_filter=True, stop_loss_pct=20.0))
    levels = [each.level for each in found]
    assert levels == sorted(levels, key=["impossible", "warning", "note"].index)
    assert len({hash(each) for each in found}) == len(found)
