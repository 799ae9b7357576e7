"""Words that lean on what was said before: they go on from it, and never without it."""

import pytest

from engine.bots.parameters import BotParameters, differences
from engine.bots.settings.knob import Value
from engine.chat.decisions import decide
from engine.chat.edits import Request, Turn
from engine.chat.offline import OfflineInterpreter

READER = OfflineInterpreter()


def moved(*talk: str) -> dict[str, Value]:
    """What the last words of a conversation change, each turn applied before the next."""
    now, turns, change = BotParameters(), [], {}
    for words in talk:
        proposal = READER.read(Request(words, now, turns=tuple(turns)))
        after = decide(proposal, words, now).parameters
        change = {name: new for name, (_, new) in differences(now, after).items()}
        turns.append(Turn(words, proposal))
        now = after
    return change


@pytest.mark.parametrize(
    ("talk", "change"),
    [
        (("lower the risk", "a bit more"), {"risk_factor": 0.25}),
        (("lower the risk", "even lower"), {"risk_factor": 0.15}),
        (("raise the window", "not that much"), {"window": 18}),
        (("cut the trade size by 20%", "same for the risk factor"), {"risk_factor": 0.4}),
        (("raise the take profit", "the stop too"), {"stop_loss_pct": 3.75}),
        (("what does window do?", "set it to 12"), {"window": 12}),
        (("change the window", "12"), {"window": 12}),
        (("set it to 0.7", "the risk factor"), {"risk_factor": 0.7}),
        (("set window to 12", "make it 14"), {"window": 14}),
        (("senke das Risiko", "noch etwas mehr"), {"risk_factor": 0.15}),
    ],
)
def test_words_go_on_from_the_turn_before(talk: tuple[str, ...], change: dict[str, Value]) -> None:
    """The same words alone would only be asked about."""
    assert moved(*talk) == change


@pytest.mark.parametrize("words", ["a bit more", "again", "12", "not that much", "same for the stop", "the other one"])
def test_without_a_turn_before_they_ask(words: str) -> None:
    """Nothing is guessed from nothing."""
    assert moved(words) == {}


@pytest.mark.parametrize("words", ["thanks", "what is the window?", "no", "hello"])
def test_what_does_not_lean_on_it_changes_nothing(words: str) -> None:
    """A conversation may also just end."""
    assert moved("lower the risk", words) == {}
