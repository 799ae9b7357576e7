"""Remedies: the nearest value on a slider's steps, and what a person is told to do."""

import pytest

from engine.bots.guardrails import findings
from engine.bots.guards.finding import advice, applied, down_to, up_to
from engine.bots.parameters import BotParameters

EDGES = [
    ("held_too_briefly", {"max_holding_bars": 8, "window": 16}, False),
    ("held_too_briefly", {"max_holding_bars": 7, "window": 16}, True),
    ("cooldown_of_a_day", {"timeframe": "1d", "cooldown_bars": 5}, False),
    ("cooldown_of_a_day", {"timeframe": "4h", "cooldown_bars": 6}, True),
    ("cooldown_of_a_day", {"timeframe": "4h", "cooldown_bars": 5}, False),
    ("day_above_drawdown", {"max_daily_loss_pct": 5.0, "max_drawdown_pct": 5.0}, True),
    ("trailing_hides_stop", {"trailing_stop_pct": 3.0, "stop_loss_pct": 3.0}, True),
    ("forecast_never_sure", {"ml_min_confidence": 0.9}, False),
    ("growing_ladder", {"position_scaling": 2.0, "max_open_positions": 3}, True),
    ("hardly_confirms", {"entry_confirm_bars": 2, "k_sigma": 2.5, "window": 15}, False),
    ("above_largest_position", {"base_trade_size": 0.002, "max_position_size": 0.002}, False),
]


def rules(**values: object) -> set[str]:
    return {each.rule for each in findings(BotParameters(**values))}


@pytest.mark.parametrize(("rule", "values", "speaks"), EDGES)
def test_a_rule_begins_to_speak_exactly_at_its_edge(rule: str, values: dict[str, object], speaks: bool) -> None:
    """At the edge itself a guardrail is right or wrong; beside it anything looks right."""
    assert (rule in rules(**values)) is speaks


@pytest.mark.parametrize(
    ("limit", "down", "below", "up", "above"),
    [(1.5, 1.5, 1.4, 1.5, 1.6), (1.53, 1.5, 1.5, 1.6, 1.6), (0.5, 0.5, 0.4, 0.5, 0.6), (3.0, 3.0, 2.9, 3.0, 3.1)],
)
def test_a_remedy_is_the_nearest_step_and_beside_the_limit_only_when_it_must_be(
    limit: float, down: float, below: float, up: float, above: float
) -> None:
    """One step too far takes more of the trader's wish than is needed; at the ends there may be no step left."""
    assert (down_to("k_sigma", limit), down_to("k_sigma", limit, strictly=True)) == (
        {"k_sigma": down},
        {"k_sigma": below},
    )
    assert (up_to("k_sigma", limit), up_to("k_sigma", limit, strictly=True)) == ({"k_sigma": up}, {"k_sigma": above})


def test_whole_numbers_stay_whole() -> None:
    """A window of 7.2 bars is 7 or 8."""
    assert (down_to("window", 7.2), up_to("window", 7.2)) == ({"window": 7}, {"window": 8})
    assert [type(value) for value in up_to("window", 7.2).values()] == [int]


def test_advice_is_one_sentence_of_what_to_do() -> None:
    """On and off, set, raise, lower, switch off: as a person would say it; what stays as it is is not said."""
    bot = BotParameters(trailing_stop_pct=2.0, trend_filter=True)
    remedies = (
        {"trailing_stop_pct": 0.0}, {"trailing_stop_pct": 3.1}, {"trend_filter": False}, {"style": "breakout"},
        {"window": 9, "k_sigma": 1.2}, {"stop_loss_pct": 0.5}, {"window": 15},
    )  # fmt: skip
    assert advice(bot, remedies) == (
        "Switch trailing_stop_pct off (0) or raise trailing_stop_pct to 3.1 or turn trend_filter off or set style to"
        " breakout or lower window to 9 or lower stop_loss_pct to 0.5."
    )
    assert advice(bot, ()) == advice(bot, ({"window": 15},)) == ""


@pytest.mark.parametrize(
    ("values", "key", "remedies"),
    [
        ({"exit_band": 1.0}, ("exit_at_the_entry", "exit_band"), ({"exit_band": 0.7}, {"k_sigma": 1.5})),
        ({"max_holding_bars": 6}, ("held_too_briefly", "max_holding_bars"), ({"max_holding_bars": 8}, {"window": 12})),
        ({"k_sigma": 2.5, "exit_band": 2.0}, ("outside_suggested", "k_sigma"), ({"k_sigma": 2.0, "exit_band": 0.0},)),
        ({"k_sigma": 2.5, "exit_band": 1.9}, ("outside_suggested", "k_sigma"), ({"k_sigma": 2.0},)),
    ],
)
def test_remedies_go_as_far_as_is_needed(
    values: dict[str, object], key: tuple[str, str], remedies: tuple[dict[str, object], ...]
) -> None:
    """And what they would make impossible they take along."""
    bot = BotParameters(**values)
    (found,) = (each for each in findings(bot) if (each.rule, each.settings[0]) == key)
    assert found.remedies == remedies
    assert all(applied(bot, remedy) for remedy in found.remedies)


def test_a_profile_says_on_which_side_its_limit_lies() -> None:
    """It is "at most" where more is riskier, and "at least" where less is."""
    said = {each.settings[0]: each.message for each in findings(
        BotParameters(risk_factor=1.0, k_sigma=0.5, allow_short=True), profile="cautious"
    ) if each.rule == "beyond_profile"}  # fmt: skip
    assert "(at most " in said["risk_factor"]
    assert "(at least " in said["k_sigma"]
    assert said["allow_short"].startswith("allow_short is on, which is riskier than the cautious profile accepts.")
