"""The command line in this process, with a data folder of its own and nothing set that a machine may have."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from engine.cli.main import status


class Answer(NamedTuple):
    """What one command left: its exit status, and what it wrote where."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one object on stdout; NaN or Infinity in it is an error."""
        found = json.loads(self.out, parse_constant=lambda word: pytest.fail(f"{word} is not JSON"))
        assert isinstance(found, dict)
        return found


Command = Callable[..., Answer]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test, not made yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("TOPTION_DATA", str(folder))
    for name in ("DATABASE_URL", "CLAUDE_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.setenv(name, "")
    return folder


@pytest.fixture
def command(data: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command line; paths and numbers may be given as they are."""

    def run(*arguments: object) -> Answer:
        left = status([str(each) for each in arguments])
        return Answer(left, *capsys.readouterr())

    return run
