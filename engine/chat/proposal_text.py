"""A proposal as JSON and back: what is kept of how words were understood, for the next words and for the record."""

import math
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any, get_args

from engine.bots.parameters import KNOBS
from engine.chat.edits import Asks, Edit, Intent, Op, Proposal, Restore


def as_json(proposal: Proposal) -> dict[str, Any]:
    """The proposal as plain values; numbers that JSON cannot say become none."""
    return {**asdict(proposal), "edits": [edit_json(edit) for edit in proposal.edits]}


def edit_json(edit: Edit) -> dict[str, Any]:
    """One edit as plain values."""
    is_number = edit.value is not None and math.isfinite(edit.value)
    return asdict(edit if is_number else replace(edit, value=None))


def from_json(content: object) -> Proposal | None:
    """The proposal that was kept; None when it is none that this version knows."""
    if not isinstance(content, Mapping):
        return None
    try:
        restore = content["restore"]
        made = Proposal(
            **{
                **content,
                "edits": tuple(Edit(**edit) for edit in content["edits"]),
                "restore": None if restore is None else Restore(**{**restore, "only": tuple(restore["only"])}),
                **{name: tuple(content[name]) for name in ("keep", "unread", "choices", "about")},
            }
        )
    except (TypeError, KeyError, ValueError):
        return None
    return made if _is_known(made) else None


def _is_known(proposal: Proposal) -> bool:
    return (
        proposal.intent in get_args(Intent)
        and proposal.asks in get_args(Asks)
        and all(edit.op in get_args(Op) and edit.parameter in KNOBS for edit in proposal.edits)
    )
