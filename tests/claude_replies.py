"""Answers as Claude writes them, in the agreed form: the one place that tests make them from."""

import json
from typing import Any

WORDS = "set window to 12"


def an_edit(**fields: Any) -> dict[str, Any]:
    """One edit as Claude writes it; state what matters."""
    return {
        "parameter": "window", "op": "set", "value": 12, "unit": "plain", "choice": "", "magnitude": "ordinary",
        "toward": "none", "evidence": WORDS, "reasoning": "You said so.", **fields,
    }  # fmt: skip


def a_reply(*edits: dict[str, Any], **fields: Any) -> str:
    """A whole answer as Claude writes it; state what matters. An edit without edits has the usual one."""
    edits = edits or ((an_edit(),) if fields.get("intent", "edit") == "edit" else ())
    return json.dumps({
        "says": "The window becomes 12. The bot lost 3.2 % so far.", "intent": "edit", "edits": edits,
        "keep": [], "restore_kind": "none", "restore_steps": 1, "restore_label": "", "restore_number": 0,
        "restore_time": "", "restore_only": [], "question": "", "choices": [], "unread": [], "refused": "",
        "asks": "other", "about": [], **fields,
    })  # fmt: skip
