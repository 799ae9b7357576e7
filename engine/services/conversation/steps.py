"""Undo and redo by words: the version that so many steps lead to, the draft on the screen being the first of them."""

from dataclasses import replace
from typing import Final

from engine.bots.parameters import BotParameters
from engine.chat.edits import Proposal, Restore
from engine.gateways.store.bots import Bot, Version, redo_of
from engine.services.conversation.facts import lineage
from engine.services.startup import App

NOTHING_BACK: Final = "There is nothing to take back: this is the bot's first version."
NOTHING_AHEAD: Final = "There is nothing to bring back: nothing was undone since the last change."


def aimed(app: App, bot: Bot, proposal: Proposal, draft: BotParameters) -> tuple[Proposal, int]:
    """The proposal with an undo or redo of the whole bot as the version that it leads to, and the steps back to it.

    Other proposals come back as they are, with 0 steps; what cannot be reached, as the reason why.
    """
    wanted = proposal.restore
    if wanted is None or wanted.kind not in ("undo", "redo") or wanted.only:
        return proposal, 0
    known = {one.number: one for one in app.desk().versions(bot.id)}
    is_drafted = draft != bot.head.parameters
    if wanted.kind == "undo":
        found, steps, none = lineage(known, bot.head.number)[::-1], wanted.steps - is_drafted, NOTHING_BACK
    else:
        found, steps, none = _ahead(known, bot.head.number), wanted.steps, NOTHING_AHEAD
    if steps >= len(found):
        left = len(found) - 1
        told = f"There are only {left} steps to go, not {steps}. How many should it be?" if left else none
        return Proposal("unclear", question=told), 0
    restore = Restore("version", number=found[steps].number)
    return replace(proposal, restore=restore), steps if wanted.kind == "undo" else -steps


def _ahead(known: dict[int, Version], head: int) -> tuple[Version, ...]:
    """The present version and those that redo would show, next first."""
    found = [known[head]]
    while following := redo_of(found[-1].number, _newer(known, found[-1].number)):
        found.append(known[following])
    return tuple(found)


def _newer(known: dict[int, Version], number: int) -> dict[int, int | None]:
    return {one.number: one.parent for one in known.values() if one.number > number}
