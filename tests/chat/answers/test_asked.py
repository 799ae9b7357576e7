"""What a question is about: its kind, its settings, the change it imagines, the time it means."""

import pytest

from engine.bots.parameters import KNOBS
from engine.chat.answers.asked import about_what, days_meant, imagined, kind_of, named
from engine.chat.edits import Proposal

PLAIN = Proposal("question")


@pytest.mark.parametrize(("words", "kind", "about"), [
    ("What does k_sigma do?", "meaning", ("k_sigma",)),
    ("how is the risk factor used", "meaning", ("risk_factor",)),
    ("Explain the difference between take profit and trailing stop", "meaning",
     ("take_profit_pct", "trailing_stop_pct")),
    ("what is my stop?", "value", ("stop_loss_pct",)),
    ("what is my daily loss limit?", "value", ("max_daily_loss_pct",)),
    ("is the trailing stop on?", "value", ("trailing_stop_pct",)),
    ("how many trades a day are allowed?", "value", ("max_trades_per_day",)),
    ("Why did you change the window?", "why", ("window",)),
    ("why?", "why", ()),
    ("How risky is this?", "risk", ()),
    ("how much can I lose?", "risk", ()),
    ("how did it do?", "results", ()),
    ("am I losing money?", "results", ()),
    ("what's my max drawdown so far", "results", ("max_drawdown_pct",)),
    ("how many trades did the bot make today?", "results", ()),
    ("what would a wider band do?", "imagined", ()),
    ("Should I lower my risk?", "imagined", ("risk_factor",)),
    ("Do you think wider bands would help?", "imagined", ("k_sigma",)),
    ("which settings never act?", "never", ()),
    ("what can I say?", "settings", ()),
    ("help", "settings", ()),
    ("show my settings", "settings", ()),
    ("how often does it trade?", "results", ()),
    ("what are the costs?", "results", ()),
    ("is this better than holding?", "results", ("max_holding_bars",)),
    ("what happens in a crash?", "risk", ()),
    ("what settings would you suggest for my goal?", "recommend", ()),
    ("Recommend a configuration for me", "recommend", ()),
    ("what are the best settings?", "recommend", ()),
    ("what does this bot do?", "bot", ()),
    ("how does it work?", "bot", ()),
    ("explain", "bot", ()),
    ("how do I make it trade more?", "imagined", ()),
    ("which parameters can I change?", "settings", ()),
    ("what changed?", "history", ()),
    ("what will bitcoin do tomorrow?", "ahead", ()),
    ("hello", "greeting", ()),
    ("thanks, that looks good", "greeting", ()),
    ("how much money will it make?", "promise", ()),
    ("what's the weather?", "unknown", ()),
])  # fmt: skip
def test_a_question_is_told_by_its_own_words(words: str, kind: str, about: tuple[str, ...]) -> None:
    """Whoever read the words: the answer comes from the engine."""
    assert kind_of(words, PLAIN) == kind
    assert about_what(words, PLAIN) == about


def test_what_a_reader_found_fills_what_the_words_leave_open() -> None:
    """Other languages have no signs here, but a reader who knows them."""
    read = Proposal("question", asks="meaning", about=("window",))
    assert kind_of("was macht das Fenster?", read) == "meaning"
    assert about_what("was macht das Fenster?", read) == ("window",)
    assert kind_of("wie riskant ist das?", Proposal("question", asks="risk")) == "risk"


@pytest.mark.parametrize(("words", "wish"), [
    ("what happens if I raise the window?", "raise the window"),
    ("what if k_sigma was 2?", "k_sigma was 2"),
    ("what would a wider band do?", "wider band"),
    ("Should I lower my risk?", "lower my risk"),
    ("Do you think wider bands would help?", "wider bands"),
    ("How would the backtest look with a window of 8?", "window of 8"),
    ("is a window of 10 too short?", "window of 10"),
    ("would a tighter stop help?", "tighter stop"),
    ("how do I make it trade more?", "trade more"),
    ("how can I lower the risk", "lower the risk"),
    ("what does k_sigma do?", ""),
])  # fmt: skip
def test_an_imagined_change_is_a_piece_of_the_words(words: str, wish: str) -> None:
    """Evidence must stand in the trader's own words, in a question too."""
    assert imagined(words) == wish
    assert wish in words


@pytest.mark.parametrize("name", KNOBS)
def test_every_setting_is_known_by_its_name_and_its_label(name: str) -> None:
    """A setting that cannot be asked about would be a secret."""
    assert named(f"what is {name}?") == (name,)
    assert named(f"what is {KNOBS[name].label}?") == (name,)


@pytest.mark.parametrize(("words", "days"), [
    ("show me the backtest for the last month", 30), ("how did it do in the past 90 days", 90),
    ("how did it do today", 1), ("how did it do?", None), ("the last 2 weeks", 14),
])  # fmt: skip
def test_the_time_that_is_meant(words: str, days: int | None) -> None:
    """An answer about another period than asked would mislead."""
    assert days_meant(words) == days
