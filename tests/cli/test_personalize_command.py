"""`personalize`: words in, the documented JSON out, mistakes in one line."""

import json
from pathlib import Path

from engine.services.personalize import personalized
from tests.cli.conftest import Command


def test_it_prints_the_documented_json_and_nothing_else(command: Command) -> None:
    """The same object as the Python interface gives, indented for people and in one line for scripts."""
    words = "more aggressive with higher sensitivity"
    lines, one = command("personalize", "--words", words), command("personalize", "--words", words, "--json")
    assert (lines.status, lines.err) == (0, "")
    assert lines.json == one.json == personalized({}, {}, words)
    assert one.out.count("\n") == 1


def test_settings_and_a_forecast_may_be_given(command: Command, tmp_path: Path) -> None:
    """It starts from what is set, and weighs what is forecast."""
    path = tmp_path / "predictions.json"
    path.write_text(json.dumps({"quantiles": {"0.1": [80.0] * 7, "0.9": [125.0] * 7}}))
    options = ["--set", "window=12", "--set", "k_sigma=1.0", "--predictions", path, "--json"]
    found = command("personalize", "--words", "more sensitive", *options).json
    assert (found["modified_parameters"]["window"], found["modified_parameters"]["k_sigma"]) == (10, 0.9)
    assert any("High expected volatility" in text for text in found["warnings"])


def test_mistakes_are_one_line_and_status_2(command: Command, tmp_path: Path) -> None:
    """No words, an unknown setting, a forecast that is none."""
    absent = tmp_path / "absent.json"
    for options in ([], ["--words", "x", "--set", "leverage=2"], ["--words", "x", "--predictions", absent]):
        answer = command("personalize", *options)
        assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_words_given_again_refine_what_came_before(command: Command) -> None:
    """One conversation, one result: the documented second step from where the first one led."""
    found = command("personalize", "--words", "more aggressive", "--words", "make it more conservative", "--json").json
    assert found["modified_parameters"]["risk_factor"] == 0.4
    assert len(found["parameter_changes_summary"]) == 6
