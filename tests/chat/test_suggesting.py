"""Suggestions are requests that can be sent as they stand, made from what is there."""

import pytest

from engine.bots.guardrails import judged
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.chat.decisions import decide
from engine.chat.edits import Request
from engine.chat.offline import OfflineInterpreter
from engine.chat.suggesting import MOST, mended, suggested

DEFAULT = BotParameters()


def read(words: str, start: BotParameters = DEFAULT) -> BotParameters:
    return decide(OfflineInterpreter().read(Request(words, start)), words, start).parameters


@pytest.mark.parametrize("name", [name for name, knob in KNOBS.items() if knob.suggested or knob.type == "bool"])
def test_a_remedy_in_words_is_read_as_the_remedy(name: str) -> None:
    """Whoever clicks a chip gets what the guardrail meant, and nothing else."""
    knob = KNOBS[name]
    low, high = knob.suggested or (False, True)
    value = next(each for each in (high, low) if each != knob.default)
    value = int(value) if knob.type == "int" else value
    assert read(mended(DEFAULT, {name: value})) == changed(DEFAULT, {name: value})


def test_what_mends_a_finding_comes_first_and_mends_it() -> None:
    """The most useful thing to say is what puts a warning right."""
    start = BotParameters(window=5, k_sigma=1.9, stop_loss_pct=19.0)
    found = judged(start)
    first = suggested(start, found, [start])[0]
    assert len(judged(read(first, start))) < len(found)


def test_there_are_at_most_four_and_no_two_alike() -> None:
    """More would be a menu."""
    start = BotParameters(window=5, k_sigma=1.9, stop_loss_pct=19.0, max_daily_loss_pct=0.5, base_trade_size=0.01)
    for past in ([start], [DEFAULT, start], [DEFAULT, BotParameters(window=16)]):
        offered = suggested(start, judged(start), past)
        assert len(offered) == len(set(offered)) <= MOST


def test_the_way_back_and_the_reason_are_offered_after_a_change() -> None:
    """What was changed last is on one's mind."""
    offered = suggested(DEFAULT, (), [BotParameters(k_sigma=1.4), DEFAULT])
    assert offered[:2] == ("undo the last change", "why did you change the band width?")
