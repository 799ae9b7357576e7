"""Settings as a file: what goes out comes back to the byte, and nothing that is wrong comes in."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import KNOBS, BotParameters, as_dict, changed
from engine.bots.settings.document import Document, read, written
from engine.core.errors import ParameterError
from tests.builders import settings_of_a_bot

GOLDEN = Path(__file__).parent / "golden"


@given(settings_of_a_bot(), st.text(max_size=80), st.text(max_size=40))
def test_what_is_written_is_read_back_to_the_byte(parameters: BotParameters, name: str, symbol: str) -> None:
    """An export that changes on its way is no backup."""
    text = written(Document(parameters, name, symbol))
    assert read(text) == Document(parameters, name, symbol)
    assert written(read(text)) == text


def test_the_files_of_every_schema_are_read() -> None:
    """A file kept since an older Toption must still work."""
    oldest = changed(BotParameters(), {"window": 18, "k_sigma": 1.5, "risk_factor": 0.4, "base_trade_size": 0.0008})
    assert read((GOLDEN / "schema_0.json").read_text()).parameters == oldest
    newest = (GOLDEN / "schema_1.json").read_text()
    assert read(newest).name == "Calm"
    assert written(read(newest)) == newest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[1]", "JSON object"),
        ("{" * 20, "not JSON"),
        ("[" * 30_000, "nested too deeply"),
        ('{"window": NaN}', "NaN"),
        ('{"window": 15, "window": 16}', "'window' stands in it twice"),
        ('{"format": "toption-bot", "schema": 9, "settings": {}}', "schema is 9"),
        ('{"format": "toption-bot", "schema": true, "settings": {}}', "schema"),
        ('{"format": "other", "schema": 1, "settings": {}}', "toption-bot"),
        ('{"format": "toption-bot", "schema": 1, "settings": []}', "settings"),
        ('{"format": "toption-bot", "schema": 1, "settings": {}, "__class__": "x"}', "__class__"),
        ('{"window": 1e400}', "window must be"),
        ('{"window": ' + "9" * 400 + "}", "window must be"),
        ('{"window": "15"}', "window must be"),
        ('{"allow_short": 1}', "allow_short"),
        (" " * 70_000, "characters"),
        ('{"\\ud800": 1, "\\ud800": 2}', "stands in it twice"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(text: str, said: str) -> None:
    """A file is a stranger's word: only what the registry knows and allows comes in."""
    with pytest.raises(ParameterError, match="nothing was changed") as refused:
        read(text)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("symbol", ["\\ud800", "BTC\\udfff"])
def test_half_a_letter_in_a_name_is_refused(symbol: str) -> None:
    """No screen and no database can take it: it once ended the page that was to show it."""
    text = written(Document(BotParameters(), symbol="MARKET")).replace("MARKET", symbol)
    with pytest.raises(ParameterError, match="symbol must be text of at most 80 whole characters"):
        read(text)


def test_every_fault_is_named_at_once() -> None:
    """Mending one fault at a time, upload after upload, is no fun."""
    settings = {**as_dict(BotParameters()), "window": 40, "k_sigma": "wide", "leverage": 9}
    del settings["style"]
    with pytest.raises(ParameterError) as refused:
        read(json.dumps({"format": "toption-bot", "schema": 1, "settings": settings}))
    for part in ("window must be", "k_sigma must be", "'leverage'", "style is missing"):
        assert part in str(refused.value)


def outcome(text: str) -> str:
    """The text as it would be written again, or what was said against it."""
    try:
        return written(read(text))
    except ParameterError as refused:
        return str(refused)


@given(
    st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.dictionaries(st.text(), inner))
)
def test_nothing_but_a_document_or_a_refusal_comes_of_any_json(content: object) -> None:
    """Whatever a browser or a file sends: a valid bot or one clear line."""
    for text in (json.dumps(content), json.dumps({"format": "toption-bot", "schema": 1, "settings": content})):
        assert "nothing was changed" in outcome(text) or set(as_dict(read(text).parameters)) == set(KNOBS)
