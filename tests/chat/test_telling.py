"""What came of words, in plain lines: nothing that was not done as asked goes unsaid."""

from engine.bots.parameters import KNOBS, BotParameters
from engine.chat.decisions import decide
from engine.chat.edits import Edit, Proposal
from engine.chat.telling import NOTHING, summary, told

USUAL = BotParameters()
WORDS = "window 12, k 9, lots of love"


def said(*edits: Edit, **more: object) -> list[str]:
    proposal = Proposal("edit", edits, **more)  # type: ignore[arg-type]  # fields of a Proposal
    return told(proposal, decide(proposal, WORDS, USUAL), USUAL).splitlines()


def test_the_change_comes_first_then_what_was_held_or_refused() -> None:
    """A clamp is never silent, a refusal neither."""
    lines = said(Edit("window", "set", "window 12", 12), Edit("k_sigma", "set", "k 9", 4), unread=("lots of love",))
    assert lines[0] == "Window 15 → 12, band width 1.2 → 3.0."
    assert "held at its highest allowed value" in lines[1]
    assert lines[2] == 'Not understood and left out: "lots of love".'


def test_when_nothing_changes_that_is_said_with_its_reason() -> None:
    """An answer is never empty."""
    assert said(Edit("window", "set", "window 12", 900))[0] == NOTHING
    assert said() == [NOTHING]
    assert said(keep=("window",)) == [f"{NOTHING} To stay as now: window."]
    assert said(keep=tuple(KNOBS))[0].endswith("and the rest.")


def test_a_reason_that_several_share_is_said_once() -> None:
    """Twice the same line is noise."""
    both = Edit("window", "set", "window 12", 12), Edit("k_sigma", "set", "nothing said", 2)
    lines = said(*both, question="Which one?", refused="Leverage is not a setting.")
    assert len(lines) == len(set(lines))
    assert lines[-2:] == ["Leverage is not a setting.", "Which one?"]


def test_a_long_change_is_cut_with_its_count() -> None:
    """A line in a list of versions has no room for 27 settings."""
    after = BotParameters(window=12, k_sigma=1.5, risk_factor=0.6, base_trade_size=0.002, stop_loss_pct=2.0)
    assert summary(USUAL, after, most=3).endswith(" and 2 more")
    assert summary(USUAL, USUAL) == ""
