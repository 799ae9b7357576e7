"""Requests by the file: the state after each, and a line that says which line cannot be used."""

import json
from pathlib import Path

import pytest

from engine.bots.parameters import BotParameters, as_dict
from engine.chat.offline import OfflineInterpreter
from engine.core.errors import DataError
from engine.services.interpret import interpret_file

USUAL = as_dict(BotParameters())


def answers(folder: Path, *rows: dict[str, object]) -> list[dict[str, object]]:
    asked, out = folder / "asked.jsonl", folder / "out.jsonl"
    asked.write_text("".join(json.dumps({"id": "a", "current": USUAL, **row}) + "\n\n" for row in rows), "utf-8")
    assert interpret_file(asked, out, OfflineInterpreter()) == len(rows)
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def test_the_state_after_a_confirmed_change_is_written(tmp_path: Path) -> None:
    """Every setting, whether it changed or not; asking back changes nothing."""
    done, asked = answers(tmp_path, {"id": "x", "utterance": "set window to 12"}, {"utterance": "set it to 0.7"})
    assert done == {
        "id": "x", "parameters_after": {**USUAL, "window": 12}, "asked_clarification": False, "refused": False,
    }  # fmt: skip
    assert asked["parameters_after"] == USUAL
    assert asked["asked_clarification"] is True


def test_history_is_what_undo_goes_back_through(tmp_path: Path) -> None:
    """The versions of the line come before its present settings."""
    old = [{"version": 1, "at": "2026-11-12T09:00", "label": "", "parameters": {**USUAL, "window": 20}}]
    [undone] = answers(tmp_path, {"utterance": "undo", "history": old, "now": "2026-11-20T15:00"})
    assert undone["parameters_after"]["window"] == 20  # type: ignore[index]  # a dict


@pytest.mark.parametrize("line", ["nonsense", "[]", '{"utterance": 3}', '{"utterance": "undo", "current": {"x": 1}}'])
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, line: str) -> None:
    """And no file of answers is left half written."""
    (tmp_path / "asked.jsonl").write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(DataError, match="line 2"):
        interpret_file(tmp_path / "asked.jsonl", tmp_path / "out.jsonl", OfflineInterpreter())
    assert not (tmp_path / "out.jsonl").exists()
