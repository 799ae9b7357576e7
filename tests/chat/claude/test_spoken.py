"""The explanation out of an answer that is still being written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import BotParameters
from engine.chat.claude.spoken import Explanation, SaysField
from engine.chat.edits import Request
from tests.claude_replies import a_reply


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers(1, 7), st.booleans())
def test_the_letters_are_those_of_the_whole_json_however_it_is_cut(text: str, size: int, escaped: bool) -> None:
    """Escapes, halves of letters and quotation marks included; controls that JSON names stay out."""
    whole = json.dumps({"says": text, "intent": "edit"}, ensure_ascii=escaped)
    field = SaysField()
    made = "".join(field.hear(whole[place : place + size]) for place in range(0, len(whole), size))
    assert field.is_over
    assert made == text.translate({8: None, 12: None, 13: None, 9: " "})


def test_nothing_of_the_other_fields_is_spoken() -> None:
    """Evidence, questions and reasons wait until the whole is checked."""
    explanation = Explanation(Request("x", BotParameters()))
    assert explanation.hear(a_reply(says="Hello.")) == "Hello."
    assert explanation.hear('{"says":"again"}') == ""


@pytest.mark.parametrize("text", ["no json", '["says"]', '{"intent":"edit","says":"late"}', "", "  {", '{"sa'])
def test_what_is_of_another_form_says_nothing(text: str) -> None:
    """A refusal in prose is handled by its own way."""
    assert SaysField().hear(text) == ""


def test_the_last_sentence_is_said_when_the_field_ends_not_when_the_answer_does() -> None:
    """The edits behind it take as long again."""
    explanation = Explanation(Request("x", BotParameters()))
    assert explanation.hear('{"says":"One. Two') == "One. "
    assert explanation.hear('."') == "Two."
