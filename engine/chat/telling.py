"""What came of the words, in a few plain lines: what would change, what was held, refused or left out."""

from typing import Final

from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.chat.decisions import Outcome
from engine.chat.edits import Proposal

MOST: Final = 6
NOTHING: Final = "Nothing would change."


def summary(before: BotParameters, after: BotParameters, most: int = MOST) -> str:
    """The change in a few words: `window 15 → 12, band width 1.2 → 1.0`; empty when there is none."""
    parts = [
        f"{KNOBS[name].label.lower()} {KNOBS[name].text(old)} → {KNOBS[name].text(new)}"
        for name, (old, new) in differences(before, after).items()
    ]
    return ", ".join(parts[:most]) + (f" and {len(parts) - most} more" if len(parts) > most else "")


def told(proposal: Proposal, outcome: Outcome, before: BotParameters) -> str:
    """One line on the change, then one for each edit that was not done as asked, and for what was not understood."""
    change = summary(before, outcome.parameters)
    lines = [f"{change[0].upper()}{change[1:]}." if change else NOTHING] if outcome.decisions else []
    lines += [one.reason for one in outcome.decisions if one.reason]
    lines += [f'Not understood and left out: "{piece}".' for piece in proposal.unread]
    lines += [proposal.refused] if proposal.refused else []
    lines += [proposal.question] if proposal.question else []
    if proposal.keep and not outcome.decisions:
        names = ", ".join(KNOBS[name].label.lower() for name in proposal.keep[:MOST] if name in KNOBS)
        rest = " and the rest" if len(proposal.keep) > MOST else ""
        lines.append(f"{NOTHING} To stay as now: {names}{rest}.")
    return "\n".join(dict.fromkeys(lines)) or NOTHING
