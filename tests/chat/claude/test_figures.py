"""Figures in a model's text: only what was said, set or measured reaches the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import BotParameters
from engine.chat.claude.figures import LEFT_OUT, Speech, plain, sentences, without_figures
from engine.chat.claude.schema import said
from engine.chat.edits import Request

REQUEST = Request(
    "set window to 12, and 20 % less risk", BotParameters(),
    market="7 days: 80 % within 7.5 %. In 90 days the bot lost 3.2 %, largest fall 8.1 %.",
)  # fmt: skip


@pytest.mark.parametrize("text", [
    "The window becomes 12.", "Your risk goes down by 20 %.", "The bot lost 3.2 % in 90 days.",
    "The coming week may move 7.5 % either way.", "The stop loss stays at 3 %.", "k_sigma stays at 1.2.",
    "Take profit stays at 2.0 %, max_drawdown_pct at 15.", "It can be 5 to 30 bars.", "Das Fenster wird 12.",
    "The risk factor of 0.5 is 50 % of what is allowed.", "No figure at all!", "窗口变为12。",
])  # fmt: skip
def test_what_was_said_set_or_measured_may_be_repeated(text: str) -> None:
    """Otherwise no sentence about settings would be left."""
    assert said(text, REQUEST) == text


@pytest.mark.parametrize("text", [
    "This will earn 10 %.", "You gain 12 % a year.", "The win rate rises to 64 percent.", "Expect 1,250 dollars.",
    "It doubles your profit.", "Profits are guaranteed.", "A ten percent return is usual.",
    "Its Sharpe would be 1.2.", "Drawdown falls to 3.0 %.", "Das bringt 40 % Rendite.", "收益提高 35%。",
    "About 17 trades a week.",
])  # fmt: skip
def test_figures_from_nowhere_are_left_out_and_it_is_said(text: str) -> None:
    """Also where a number is by chance a setting's: of outcomes only measured figures count."""
    assert said(text, REQUEST) == LEFT_OUT


def test_only_the_sentence_is_left_out_and_it_is_said_once() -> None:
    """The rest of an explanation still helps."""
    text = "You want 12 bars. This earns 10 %. It earns 40 % later. The bot lost 3.2 % so far."
    assert said(text, REQUEST) == f"You want 12 bars. {LEFT_OUT} The bot lost 3.2 % so far."
    assert without_figures(text, REQUEST) == "You want 12 bars. The bot lost 3.2 % so far."


def test_a_pasted_figure_is_nobodys() -> None:
    """A newsletter's promise does not become ours."""
    request = Request("what of this?", BotParameters(), pasted="earn 77 % a month")
    assert said("It says 77 %.", request) == LEFT_OUT


@given(st.data())
def test_speech_in_pieces_is_the_same_as_in_one(data: st.DataObject) -> None:
    """What streamed onto the screen is what is kept in the conversation."""
    text = data.draw(st.text("ab 1.5!?%\n,0。 earn", max_size=80))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    speech = Speech(REQUEST)
    shown = [speech.hear(text[start:end]) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert ("".join(shown) + speech.end()).strip() == said(text, REQUEST)


@given(st.text('a1.!? \n。")', max_size=60))
def test_sentences_together_are_the_text(text: str) -> None:
    """Nothing is lost between two of them."""
    assert "".join(sentences(text)) == text


@pytest.mark.parametrize(("text", "shown"), [
    ("see https://evil.example/x?q=1 now", "see (link removed) now"),
    ("![a](http://evil.example/p.png)", "a"), ("[click](javascript:alert(1))", "click)"),
    ("www.evil.example", "(link removed)"), ("zero\u200bwidth\u202e", "zerowidth"), ("a: b", "a: b"),
    ("note: wide", "note: wide"),
])  # fmt: skip
def test_addresses_and_hidden_letters_are_taken_out(text: str, shown: str) -> None:
    """A picture's address alone would tell somebody that it was looked at."""
    assert plain(text) == shown
