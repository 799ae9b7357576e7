"""Which earlier state is meant: a restore, or a setting's value before, looked up in the versions of the bot."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.chat.edits import Edit, Past, Proposal, Request, Restore

NO_VERSIONS: Final = "no earlier version of this bot is known here, so there is nothing to go back to."


def resolved(proposal: Proposal, request: Request) -> Proposal:
    """The proposal with its restore and every `previous` made into values to set; a question where none is found."""
    if proposal.restore is not None:
        return _restored(proposal, proposal.restore, request)
    missing = [edit.parameter for edit in proposal.edits if _goes_back(edit) and _before(request, edit) is None]
    if missing:
        told = f"{missing[0]} never had another value in the versions of this bot. What should it be?"
        return Proposal("unclear", question=told)
    edits = (_before(request, edit) if _goes_back(edit) else edit for edit in proposal.edits)
    return replace(proposal, edits=tuple(edit for edit in edits if edit is not None))


def history(versions: Iterable[Past]) -> tuple[tuple[Past, ...], tuple[Past, ...]]:
    """The states that undo goes back through (the present one last), and those that redo comes forward to.

    Read from the states alone: a version equal to the one before the last is an undo, one equal to what was undone
    last is a redo, anything else is a change and ends what could be redone.
    """
    back: list[Past] = []
    ahead: list[Past] = []
    for each in versions:
        if back and each.parameters == back[-1].parameters:
            back[-1] = each
        elif ahead and each.parameters == ahead[-1].parameters:
            back.append(ahead.pop())
        elif len(back) > 1 and each.parameters == back[-2].parameters:
            ahead.append(back.pop())
        else:
            back.append(each)
            ahead.clear()
    return tuple(back), tuple(reversed(ahead))


def state_at(versions: Iterable[Past], at_ms: int) -> Past | None:
    """The version that held at a moment; None before the first."""
    held = [each for each in versions if each.at_ms <= at_ms]
    return held[-1] if held else None


def _restored(proposal: Proposal, wanted: Restore, request: Request) -> Proposal:
    if wanted.kind == "undo" and wanted.only:
        named = tuple(Edit(name, "previous", request.words) for name in wanted.only)
        return resolved(replace(proposal, restore=None, edits=named), request)
    found, told = _meant(wanted, request)
    if found is None:
        return Proposal("unclear", question=f"{told[0].upper()}{told[1:]}", choices=_choices(request))
    return replace(proposal, edits=_edits(found, wanted, proposal, request))


def _edits(found: BotParameters, wanted: Restore, proposal: Proposal, request: Request) -> tuple[Edit, ...]:
    """An edit for each setting that differs from that state, only the named ones where some are."""
    moved = differences(request.current, found)
    names = [name for name in moved if (not wanted.only or name in wanted.only) and name not in proposal.keep]
    return tuple(_set(name, found, request.words) for name in names)


def _meant(wanted: Restore, request: Request) -> tuple[BotParameters | None, str]:
    """The state that is meant, or why there is none."""
    versions = request.versions
    if wanted.kind == "default":
        return BotParameters(), ""
    if not versions:
        return None, NO_VERSIONS
    return _stepped(wanted, versions) if wanted.kind in ("undo", "redo") else _named(wanted, versions)


def _named(wanted: Restore, versions: tuple[Past, ...]) -> tuple[BotParameters | None, str]:
    """The version of a number, of a label, or of a time."""
    if wanted.kind == "version":
        found = next((each for each in reversed(versions) if each.number == wanted.number), None)
        told = f"there is no version {wanted.number}; they go from {versions[0].number} to {versions[-1].number}."
    elif wanted.kind == "label":
        same = (each for each in reversed(versions) if each.label.casefold() == wanted.label.casefold())
        found, told = next(same, None), f"no version is called {wanted.label!r}."
    else:
        found = state_at(versions, wanted.at_ms)
        told = f"the oldest version is of {_date(versions[0].at_ms)}: there is none before it."
    return (found.parameters, "") if found else (None, f"{told} Which one should it be?")


def _stepped(wanted: Restore, versions: tuple[Past, ...]) -> tuple[BotParameters | None, str]:
    back, ahead = history(versions)
    if wanted.kind == "redo":
        if not ahead:
            return None, "nothing was taken back that could be done again."
        return ahead[min(wanted.steps, len(ahead)) - 1].parameters, ""
    if len(back) < 2:
        return None, NO_VERSIONS
    if wanted.steps >= len(back):
        return None, f"there are only {len(back) - 1} changes to take back, not {wanted.steps}. How many should it be?"
    return back[-1 - wanted.steps].parameters, ""


def _goes_back(edit: Edit) -> bool:
    return edit.op == "previous" and edit.parameter in KNOBS


def _before(request: Request, edit: Edit) -> Edit | None:
    """The edit with the value that its setting had before its last change."""
    now = getattr(request.current, edit.parameter)
    back, _ = history(request.versions)
    for past in reversed(back):
        if getattr(past.parameters, edit.parameter) != now:
            return _set(edit.parameter, past.parameters, edit.evidence)
    return None


def _set(name: str, state: BotParameters, evidence: str) -> Edit:
    value = getattr(state, name)
    if isinstance(value, bool):
        return Edit(name, "set", evidence, choice=KNOBS[name].text(value))
    if isinstance(value, str):
        return Edit(name, "set", evidence, choice=value)
    return Edit(name, "set", evidence, float(value))


def _choices(request: Request) -> tuple[str, ...]:
    """The newest versions as requests."""
    earlier = [each for each in request.versions[:-1] if each.parameters != request.current]
    return tuple(f"go back to version {each.number}" for each in earlier[-3:])


def _date(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M")
