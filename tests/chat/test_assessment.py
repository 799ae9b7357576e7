"""The judgement: levels from stated bounds, words that agree with the numbers, nothing made up."""

from dataclasses import replace

from hypothesis import given

from engine.bots.parameters import BotParameters
from engine.bots.settings.risk_profiles import preset
from engine.chat.assessment import LEVELS, assess, risk_level
from tests.builders import settings_of_a_bot

USUAL = BotParameters()


def test_the_presets_stand_in_order() -> None:
    """Cautious is low, the defaults moderate, bold high."""
    assert [risk_level(preset(name)) for name in ("cautious", "balanced", "aggressive")] == ["low", "moderate", "high"]


@given(settings_of_a_bot(risk_factor=0.2))
def test_more_risk_never_lowers_the_level(parameters: BotParameters) -> None:
    """Larger orders and nothing else."""
    more = replace(parameters, risk_factor=1.0)
    assert LEVELS.index(risk_level(more)) >= LEVELS.index(risk_level(parameters))


def test_more_risk_warns_and_less_risk_says_what_it_costs() -> None:
    """Both ways have a price."""
    bold = replace(USUAL, risk_factor=0.7, base_trade_size=0.0015)
    up, down = assess(USUAL, bold), assess(bold, USUAL)
    assert any("Increased risk" in text and "risk_factor 0.50 to 0.70" in text for text in up.warnings)
    assert any("less to gain" in text for text in down.warnings)
    assert "1.80 times as large as before" in up.position_sizing_characterization  # 0.0015 x 1.2 against 0.001


def test_a_tighter_band_means_more_trades() -> None:
    """The word follows the number; how many is for a replay."""
    assert assess(USUAL, replace(USUAL, k_sigma=0.9)).expected_trade_frequency.startswith("More trades")
    assert assess(USUAL, replace(USUAL, k_sigma=1.9)).expected_trade_frequency.startswith("Fewer trades")
    assert assess(USUAL, replace(USUAL, window=10)).expected_sensitivity.startswith("More sensitive")
    assert assess(USUAL, replace(USUAL, window=10, k_sigma=2.0)).expected_sensitivity.startswith("Quicker in one way")


def test_an_appetite_is_compared() -> None:
    """Whose settings are beyond it hears which."""
    assert "beyond it in" in assess(USUAL, USUAL, "cautious").suitability
    assert assess(USUAL, USUAL, "aggressive").suitability.endswith("Yours is aggressive: within it.")


def test_guardrails_speak_here_too() -> None:
    """Outside the suggested range is a warning, with the way back."""
    assert any("outside the suggested" in text for text in assess(USUAL, replace(USUAL, window=25)).warnings)
