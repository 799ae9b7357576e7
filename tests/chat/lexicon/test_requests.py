"""Requests that were written before the words were tested, in several voices: how many are right, how many harm."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.bots.parameters import BotParameters, differences
from engine.chat.decisions import decide
from engine.chat.edits import Request
from engine.chat.offline import OfflineInterpreter

READER = OfflineInterpreter()
# Fewest right of a hundred and most with a change nobody asked for; raise the first, lower the second.
FLOORS = {
    "german": (94, 2),
    "french": (94, 2),
    "spanish": (94, 2),
    "portuguese": (94, 2),
    "chinese": (94, 2),
}


def is_right(new: object, before: object, wanted: object) -> bool:
    """Whether a value went the way, or to the number, that was asked for."""
    if wanted in ("up", "down"):
        return new != before and (float(str(new)) > float(str(before))) is (wanted == "up")
    return new == pytest.approx(wanted, rel=0.02) if isinstance(wanted, float) else new == wanted


def judged(line: dict[str, Any]) -> tuple[bool, bool]:
    """Whether the state after a request is one of the right ones, and whether it holds a change nobody asked for."""
    start = replace(BotParameters(), **line.get("start", {}))
    proposal = READER.read(Request(line["words"], start))
    after = decide(proposal, line["words"], start).parameters
    moved = {name: new for name, (_, new) in differences(start, after).items()}
    asked = bool(proposal.question or proposal.refused)
    if not moved and asked:
        return bool(line.get("asks")), False
    rights = [right for right in line["right"] if set(moved) == set(right)]
    good = any(
        all(is_right(moved[name], getattr(start, name), value) for name, value in right.items()) for right in rights
    )
    wanted = {name for right in line["right"] for name in right}
    return good, bool(moved) and not good and not (set(moved) < wanted)


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_requests_of_many_voices_are_read_without_harm(language: str) -> None:
    """Single sentences can be fitted to; over a hundred of them, in voices of their own, a lexicon shows its reach."""
    lines = (Path(__file__).parent / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    verdicts = [judged(json.loads(line)) for line in lines]
    right, harm = sum(good for good, _ in verdicts), sum(harms for _, harms in verdicts)
    fewest, most = FLOORS[language]
    assert 100 * right >= fewest * len(lines), f"{right} of {len(lines)} right"
    assert 100 * harm <= most * len(lines), f"{harm} of {len(lines)} harmed"
