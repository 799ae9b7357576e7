"""Messages on screens name settings as the screens do."""

import re

import pytest
from hypothesis import given

from engine.bots.guardrails import findings
from engine.bots.parameters import KNOBS, BotParameters
from engine.core.errors import ParameterError
from pages.ui.wording import explained, labelled
from tests.builders import settings_of_a_bot

CODE = re.compile(r"[a-z]+_[a-z_]+")


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("k_sigma 3 never trades. Raise window to 11.", "Band width 3 never trades. Raise window to 11."),
        ("window is 5 bars, outside", "Window is 5 bars, outside"),
        ("ml_weight is 0.9 fraction, outside 0 to 0.5.", "Weight of the forecast is 0.9, outside 0 to 0.5."),
        ("stop_loss_pct is 9 percent, outside", "Stop loss is 9 %, outside"),
        ("only 0.1 standard deviations from k_sigma 1.2:", "only 0.1 standard deviations from band width 1.2:"),
        ("trend_filter with style mean_reversion rarely", "Trend filter with style mean reversion rarely"),
        ("(max_open_positions)", "(open positions)"),
        ("the old timeframe's bars and 'window'", "the old timeframe's bars and 'window'"),
    ],
)  # fmt: skip
def test_names_become_labels(message: str, shown: str) -> None:
    """A trader knows the band's width, not k_sigma."""
    assert labelled(message) == shown


@given(settings_of_a_bot())
def test_no_guardrail_shows_a_name_of_the_command_line(parameters: BotParameters) -> None:
    """Whatever is set: what is warned of stands on the screen under its label."""
    for finding in findings(parameters, price=60_000.0, capital=10_000.0, profile="cautious"):
        shown = labelled(finding.message)
        assert CODE.findall(shown) == []
        assert shown[0].isupper() or not finding.message[0].islower()


@pytest.mark.parametrize("name", KNOBS)
def test_no_refusal_shows_a_name_of_the_command_line(name: str) -> None:
    """A bad link or file is told in the same words."""
    with pytest.raises(ParameterError) as refused:
        KNOBS[name].parse(name, "much")
    assert CODE.findall(labelled(str(refused.value))) == []


def test_foreign_text_in_a_message_stays_text() -> None:
    """A file's own words come back in the refusal."""
    assert explained("there is no setting '[a](http://x)'").count("\\[") == 1
