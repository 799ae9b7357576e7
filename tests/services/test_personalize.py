"""The journey of personalising: documented keys, what has to be said, and refusals with their reasons."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import BotParameters, as_dict
from engine.core.errors import DataError, ParameterError, StoreError, ToptionError
from engine.services.personalize import (
    appetite,
    joined,
    personalized,
    read_json,
    save_result,
    starting_parameters,
    starting_values,
    wish_of,
)  # fmt: skip

CORE = ["window", "k_sigma", "risk_factor", "base_trade_size"]
KEYS = {
    "modified_parameters": None,
    "parameter_changes_summary": None,
    "risk_assessment": ["overall_risk_level", "risk_factors", "suitability"],
    "expected_performance": [
        "expected_trade_frequency", "expected_sensitivity", "position_sizing_characterization",
    ],
    "warnings": None,
    "recommendations": None,
}  # fmt: skip
WILD = {"quantiles": {"0.1": [80.0] * 7, "0.5": [100.0] * 7, "0.9": [125.0] * 7}}


def result(words: Any, predictions: Any = None, **start: Any) -> dict[str, Any]:
    return personalized(start, {} if predictions is None else predictions, words)


def test_the_keys_are_the_documented_ones_in_their_order() -> None:
    """Other programs read this object."""
    found = result("set window to 12 and turn on the trend filter")
    assert list(found) == list(KEYS)
    assert all(list(found[name]) == names for name, names in KEYS.items() if names)
    assert list(found["modified_parameters"]) == [*CORE, "trend_filter"]
    assert [list(change) for change in found["parameter_changes_summary"]] == [
        ["parameter_name", "original_value", "new_value", "reasoning"]
    ] * 2
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@pytest.mark.parametrize(
    "words", ["undo", "what does window do?", "make it better", "", {"request": ""}, "set window to 900"]
)
def test_what_changes_nothing_has_the_same_keys_and_says_why(words: Any) -> None:
    """An answer is never empty."""
    found = result(words)
    assert list(found) == list(KEYS)
    assert found["modified_parameters"] == {name: as_dict(BotParameters())[name] for name in CORE}
    assert found["parameter_changes_summary"] == []
    assert any("hanged" in text or "take back" in text or "outside its limits" in text for text in found["warnings"])


def test_who_answered_and_that_no_forecast_was_used_is_said() -> None:
    """Offline is no secret."""
    found = result("window 12")
    assert found["warnings"][0].startswith("No Claude key is set: the offline interpreter")
    assert any(text.startswith("No forecast was used") for text in found["warnings"])


def test_a_question_is_answered_where_the_result_says_things() -> None:
    """The keys stay, nothing changes, and the answer comes from the registry."""
    found = result("what is my stop?", stop_loss_pct=2.5)
    assert any("Stop loss (stop_loss_pct) is 2.50 %" in text for text in found["warnings"])
    assert found["parameter_changes_summary"] == []


def test_a_wild_forecast_weighs_on_the_wish_and_moves_nothing() -> None:
    """The documented values hold with and without a forecast."""
    words = "more aggressive"
    calm, wild = result(words), result(words, WILD)
    assert calm["modified_parameters"] == wild["modified_parameters"]
    assert any("High expected volatility" in text for text in wild["warnings"])
    assert any("while the range is this wide" in text for text in wild["recommendations"])


def test_a_clamp_and_a_refusal_are_warnings() -> None:
    """Never silently."""
    assert any("highest allowed" in text for text in result("set window to 40")["warnings"])
    assert any("far outside" in text for text in result("set risk factor to 80")["warnings"])


def test_the_reasons_rest_on_the_words() -> None:
    """Every change quotes what it rests on, and says what it does."""
    (change,) = result("please lower k_sigma to 0.9")["parameter_changes_summary"]
    assert (change["original_value"], change["new_value"]) == (1.2, 0.9)
    assert 'You said "please lower k_sigma to 0.9"' in change["reasoning"]
    assert "more trades" in change["reasoning"]


def test_an_appetite_holds_words_back_and_style_and_goals_move_nothing() -> None:
    """What was not used is said."""
    found = result(
        {"request": "set risk to 0.9", "risk_tolerance": "cautious", "trading_style": "scalping", "goals": ["profit"]}
    )
    assert found["modified_parameters"]["risk_factor"] == 0.7
    assert {"trading_style moved", "goals moved"} <= {" ".join(text.split()[:2]) for text in found["warnings"]}
    assert result({"trading_style": "conservative"})["modified_parameters"]["risk_factor"] == 0.3


def test_defaults_are_restored() -> None:
    """Whatever they were."""
    found = result("reset to defaults", window=20, style="hybrid")
    assert found["modified_parameters"]["window"] == 15
    assert found["modified_parameters"]["style"] == "mean_reversion"


@pytest.mark.parametrize(
    ("given", "expected"),
    [(None, None), ("", None), ("Balanced", "balanced"), ("high", "aggressive"), (0, "cautious"), (1, "aggressive")],
)
def test_an_appetite_is_a_word_or_a_share(given: Any, expected: str | None) -> None:
    """Thirds of 0 to 1."""
    assert appetite(given) == expected


@pytest.mark.parametrize(
    ("start", "predictions", "words", "reason"),
    [
        ([], {}, "", "default_parameters must be an object"),
        ({"leverage": 3}, {}, "", "no setting 'leverage'"),
        ({"window": "12"}, {}, "", "window must be 5 to 30"),
        ({"window": 40}, {}, "", "window must be 5 to 30"),
        ({}, "soon", "", "model_predictions must be"),
        ({}, {}, 7, "user_preferences must be"),
        ({}, {}, {"request": 7}, "request must be text"),
        ({}, {}, {"request": "x" * 5000}, "at most 4000"),
        ({}, {}, {"request": "", "risk_tolerance": 3}, "risk_tolerance must be"),
        ({}, {}, {"request": "", "risk_tolerance": True}, "risk_tolerance must be"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_line(start: Any, predictions: Any, words: Any, reason: str) -> None:
    """Before anything is computed."""
    with pytest.raises(ToptionError, match=reason) as caught:
        personalized(start, predictions, words)
    assert "\n" not in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=7) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
)


@given(JSON, JSON, JSON)
def test_any_json_is_answered_or_refused(start: Any, predictions: Any, words: Any) -> None:
    """Never another error."""
    try:
        wish_of(start, predictions, words, date(2026, 3, 6))
    except (ParameterError, DataError):
        return


def test_a_saved_result_is_a_start() -> None:
    """Saved configurations are versions: any of them can be gone on from."""
    found = result("window 12, hybrid style")
    assert starting_parameters(found).window == 12
    assert list(starting_values(found))[:4] == CORE


def test_several_refinements_are_one_result() -> None:
    """All changes in order; what went back to where it started is no change of the whole."""
    first = result("window 12 and stop loss 2%")
    second = personalized({**as_dict(BotParameters()), **first["modified_parameters"]}, {}, "stop loss 3%")
    whole = joined(as_dict(BotParameters()), [first, second])
    assert whole["modified_parameters"] == {"window": 12, "k_sigma": 1.2, "risk_factor": 0.5, "base_trade_size": 0.001}
    assert [change["new_value"] for change in whole["parameter_changes_summary"]] == [12, 2.0, 3.0]


def test_a_saved_file_is_never_overwritten(tmp_path: Path) -> None:
    """Three in one second are three files."""
    paths = [save_result(tmp_path / "new", {"n": n}) for n in range(3)]
    assert len(set(paths)) == 3
    assert [json.loads(path.read_text("utf-8"))["n"] for path in paths] == [0, 1, 2]


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    """Missing, broken, no text, or a folder that cannot be written."""
    broken, binary = tmp_path / "broken.json", tmp_path / "binary.json"
    broken.write_text("{")
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "absent.json", broken, binary, tmp_path):
        with pytest.raises(DataError):
            read_json(path)
    with pytest.raises(StoreError, match="cannot be written"):
        save_result(broken, {})
