"""A sitting: refine again and again; whatever was done can be taken back and brought again; saved as one result."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import BotParameters
from engine.core.errors import ParameterError
from engine.services.sitting import Sitting

WORDS = ("more aggressive", "more conservative", "set window to 20", "turn on the trend filter", "what is my stop?")


def test_the_documented_conversation_in_one_sitting(tmp_path: Path) -> None:
    """Every named value, then one step back, saved as one result with every change in order."""
    sitting = Sitting({}, {})
    sitting.say("I want more aggressive trading with higher sensitivity. Increase my risk tolerance.")
    sitting.say("Make it more conservative")
    sitting.say("Increase my sensitivity to recent price movements")
    assert [sitting.values[name] for name in ("window", "k_sigma", "risk_factor", "base_trade_size")] == [
        10, 0.9, 0.4, 0.0008,
    ]  # fmt: skip
    assert sitting.undo()
    path = sitting.save(tmp_path)
    assert path is not None
    saved = json.loads(path.read_text("utf-8"))
    assert saved["modified_parameters"] == {"window": 12, "k_sigma": 1.0, "risk_factor": 0.4, "base_trade_size": 0.0008}
    assert len(saved["parameter_changes_summary"]) == 6
    assert sitting.is_saved


def test_undo_and_redo_by_words_are_the_same_as_the_commands() -> None:
    """Whoever types "undo that" should not end elsewhere than who types undo."""
    sitting = Sitting({}, {})
    sitting.say("set window to 20")
    sitting.say("set k_sigma to 1.5")
    result = sitting.say("undo that")
    assert sitting.parameters == BotParameters(window=20)
    assert [change["new_value"] for change in result["parameter_changes_summary"]] == [1.2]
    assert sitting.redo()
    assert sitting.parameters == BotParameters(window=20, k_sigma=1.5)


def test_back_to_defaults_is_a_step_that_undo_takes_back() -> None:
    """A reset is not the end of what was worked out."""
    sitting = Sitting({"window": 25}, {})
    sitting.say("reset to defaults")
    assert sitting.parameters == BotParameters()
    assert sitting.undo()
    assert sitting.parameters == BotParameters(window=25)


def test_what_was_not_saved_is_known() -> None:
    """So that leaving can say so."""
    sitting = Sitting({}, {})
    assert sitting.is_saved
    sitting.say("set window to 20")
    assert not sitting.is_saved
    sitting.undo()
    assert sitting.is_saved
    assert (sitting.undo(), sitting.save(Path("nowhere"))) == (False, None)


def test_words_that_cannot_be_read_change_nothing() -> None:
    """Too long is refused at the door, and the sitting goes on."""
    sitting = Sitting({}, {})
    with pytest.raises(ParameterError, match="at most 4000 characters"):
        sitting.say("x" * 4001)
    assert sitting.parameters == BotParameters()


@given(st.lists(st.sampled_from((*WORDS, "undo", "redo")), max_size=12))
def test_any_order_of_steps_ends_where_a_simple_model_says(steps: list[str]) -> None:
    """Two stacks: what was done, what was taken back."""
    sitting, done, undone = Sitting({}, {}), [BotParameters()], []
    for step in steps:
        if step == "undo":
            assert sitting.undo() is (len(done) > 1)
            undone += [done.pop()] if len(done) > 1 else []
        elif step == "redo":
            assert sitting.redo() is bool(undone)
            done += [undone.pop()] if undone else []
        else:
            sitting.say(step)
            if sitting.parameters != done[-1]:
                done.append(sitting.parameters)
                undone.clear()
        assert sitting.parameters == done[-1]
