"""Answers are exact: each number is a setting's, a version's or a measured one, with its range."""

import re
from dataclasses import replace

import pytest

from engine.bots.backtest import Setup, backtest
from engine.bots.guards.situation import Situation
from engine.bots.measure.benchmarks import benchmarks
from engine.bots.measure.record import record
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.performance import performance
from engine.chat.answers.answer import answered
from engine.chat.answers.facts import Facts, Kept, Results, percent, ranged
from engine.chat.edits import Proposal
from engine.forecast.model import e7
from engine.market.market import Market
from tests.builders import START_MS, tape, walk

DEFAULT = BotParameters()
DAY = 86_400_000
PAST = (
    Kept(1, START_MS, "Toption", "Default settings", DEFAULT),
    Kept(2, START_MS + DAY, "the offline interpreter", "wider, please", BotParameters(k_sigma=1.4),
         {"k_sigma": "less sensitive"}),
    Kept(3, START_MS + 2 * DAY, "you", "", BotParameters(k_sigma=1.4, window=20)),
)  # fmt: skip
NOW = PAST[-1].parameters
FACTS = Facts(NOW, NOW, PAST)


def ask(words: str, facts: Facts = FACTS) -> str:
    return answered(words, Proposal("question"), facts)


def measured(parameters: BotParameters = DEFAULT) -> Facts:
    made = tape(walk(3, 2000), Market("TEST", lot_step=1e-6, minimum_notional=0.0, simulated=True))
    taken = record(backtest(made, parameters, Setup()))
    results = Results("the last 83 days", performance(taken), benchmarks(taken), ("trend_filter",))
    price = float(made.bars.close[-1])
    closes = walk(3, 60, "1d").close
    place = Situation(made.market, price, 10_000.0)
    return replace(FACTS, parameters=parameters, place=place, results=results, forecast=e7("TEST", START_MS, closes))


def test_what_a_setting_does_comes_from_the_registry() -> None:
    """One fact, one place: limits and words are those of the sliders."""
    said = ask("what does k_sigma do?")
    knob = KNOBS["k_sigma"]
    assert all(part in said for part in (knob.lower, knob.higher, "Now 1.4", "1.0 to 2.0", "0.5 to 3.0"))


def test_what_a_setting_is_tells_the_draft_from_the_saved() -> None:
    """Half a change is easily forgotten."""
    draft = replace(FACTS, parameters=changed(NOW, {"stop_loss_pct": 2.0}))
    assert "Stop loss (stop_loss_pct) is 2.00 % on the screen, 3.00 in the saved version" in ask(
        "what is my stop?", draft
    )
    assert "is 3.00 %; its default" in ask("what is my stop?")


def test_why_gives_the_version_its_author_its_words_and_its_reason() -> None:
    """The log knows, nobody needs to remember."""
    assert ask("why did you change the band width?") == (
        "Band width 1.2 → 1.4 in version 2 (2025-01-02 00:00 UTC), by the offline interpreter"
        ' for "wider, please". Reason: less sensitive.'
    )
    assert "Version 3 (2025-01-03 00:00 UTC): window 15 → 20, by you." in ask("why?")
    assert "never changed: it is 0.50 since the start" in ask("why is the risk factor like that?")
    assert "first version" in ask("why?", Facts(DEFAULT, DEFAULT, PAST[:1]))


def test_history_lists_the_newest_first() -> None:
    """What changed last is asked most."""
    first, second = ask("what changed?").splitlines()
    assert first.startswith("Version 3")
    assert second.startswith("Version 2")


def test_how_it_did_gives_every_number_with_its_range() -> None:
    """An estimate without its error is half a truth; simulated prices are called so."""
    facts = measured()
    said = ask("how did it do?", facts)
    assert facts.results is not None
    found = facts.results.performance
    assert ranged(found.total_return) in said
    assert f"{found.trades} trades" in said
    assert "(simulated prices)" in said
    assert said.count("(95 %: ") == 4
    assert ("could be luck" in said) is not found.total_return.excludes_zero
    assert percent(facts.results.benchmarks.hold.total_return) in said


def test_a_bot_that_never_traded_says_so() -> None:
    """No trade is a result too, and no ratio of nothings."""
    still = measured(BotParameters(window=5, k_sigma=2.5))
    assert "did not trade once" in ask("how did it do?", still)
    assert "so no setting acted" in ask("which settings never act?", still)


def test_what_never_acted_is_named() -> None:
    """Turning it would have changed nothing."""
    assert "trend filter (trend_filter)" in ask("which settings never act?", measured())


def test_risk_is_told_in_money_with_the_measured_fall() -> None:
    """A level alone says little; an order of 0.001 at half risk is 0.001 coins."""
    facts = measured()
    said = ask("how risky is this?", facts)
    assert said.startswith("Risk is moderate.")
    assert facts.place.price is not None
    assert f"A first order is {facts.place.price * 0.001:,.0f} USD" in said
    assert "deepest fall over the last 83 days" in said


def test_the_week_ahead_is_a_range_and_never_a_direction() -> None:
    """The forecast's median is flat by construction."""
    said = ask("what will the price do tomorrow?", measured())
    assert "not known to anybody" in said
    assert not re.search(r"\b(?:rise|fall|up|down|bullish|bearish)\b", said)


@pytest.mark.parametrize("words", ["how did it do?", "which settings never act?", "what will btc do tomorrow?"])
def test_without_candles_the_answer_says_what_is_missing(words: str) -> None:
    """No number is invented for want of one."""
    said = ask(words)
    assert said.startswith("There ")
    assert not re.search(r"\d+\.\d", said)


@pytest.mark.parametrize("words", ["hello", "what's the weather?", "how much money will it make?", "what can I say?"])
def test_every_question_has_an_answer(words: str) -> None:
    """And each says how to go on."""
    assert len(ask(words)) > 40


def test_what_the_bot_does_is_the_sentence_of_the_screen() -> None:
    """Numbers in it are the settings; nothing is left of the marks that the screen draws by."""
    said = ask("what does this bot do?", measured(BotParameters(k_sigma=1.5)))
    assert said.startswith("Buys when a bar closes 1.5 σ under the mean of 15 bars.")
    assert not set("{}*") & set(said)
