"""Files of requests read by Claude, on a server of our own: recorded, resumed, scored again without a key."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.bots.parameters import BotParameters, as_dict
from engine.cli.main import status
from engine.core.errors import InterpreterError
from engine.services.interpret import claude_reader, interpret_file
from engine.services.startup import App, open_app, read_settings
from tests.claude_replies import a_reply, an_edit
from tests.loopback_claude import KEY, Asked, LoopbackClaude, error, reply, serving

WORDS = ("set window to 12", "set window to 20", "what is sigma?")


def answer(asked: Asked) -> str:
    """What the words say, as Claude would write it."""
    number = asked.words.split()[-1]
    edits = [an_edit(value=float(number), evidence=asked.words)] if number.isdigit() else []
    return a_reply(edits=edits, intent="edit" if edits else "question", says="")


@pytest.fixture
def claude() -> Iterator[LoopbackClaude]:
    """A server that reads numbers."""
    with serving(LoopbackClaude(answer)) as running:
        yield running


@pytest.fixture
def requests(tmp_path: Path) -> Path:
    """A file of three requests."""
    usual = as_dict(BotParameters())
    rows = [json.dumps({"id": words, "utterance": words, "current": usual}) for words in WORDS]
    path = tmp_path / "requests.jsonl"
    path.write_text("\n".join(rows), "utf-8")
    return path


def app_for(folder: Path, **environment: str) -> App:
    return open_app(read_settings({"TOPTION_DATA": str(folder / "data"), **environment}, folder / "none.env"))


def run(app: App, requests: Path, budget: float = 2.0) -> list[int]:
    """The windows after each request."""
    out = requests.with_name("out.jsonl")
    try:
        interpret_file(requests, out, claude_reader(app, requests.with_name("recorded.jsonl"), budget))
    finally:
        app.store.close()
    return [json.loads(line)["parameters_after"]["window"] for line in out.read_text("utf-8").splitlines()]


def with_key(folder: Path, claude: LoopbackClaude) -> App:
    return app_for(folder, CLAUDE_API_KEY=KEY, CLAUDE_BASE_URL=claude.url)


def test_claude_reads_a_file_and_the_engine_does_the_arithmetic(
    tmp_path: Path, requests: Path, claude: LoopbackClaude
) -> None:
    """The same lines come out as offline, so the same score is run over them."""
    assert run(with_key(tmp_path, claude), requests) == [12, 20, 15]
    assert [each.words for each in claude.messages] == list(WORDS)


def test_what_was_recorded_is_scored_again_without_a_key(
    tmp_path: Path, requests: Path, claude: LoopbackClaude
) -> None:
    """Anybody can check a figure; a change of the engine is measured on the same answers."""
    first = run(with_key(tmp_path, claude), requests)
    assert run(app_for(tmp_path), requests) == first
    assert run(with_key(tmp_path, claude), requests) == first
    assert len(claude.messages) == 3


def test_a_file_that_breaks_off_goes_on_where_it_stopped(
    tmp_path: Path, requests: Path, claude: LoopbackClaude
) -> None:
    """What was paid for is kept, a half-written line is made again."""
    claude.scripts = [reply(a_reply(an_edit())), error(401, "authentication_error")]
    with pytest.raises(InterpreterError, match="CLAUDE_API_KEY"):
        run(with_key(tmp_path, claude), requests)
    with requests.with_name("recorded.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"key": "cut\n')
    assert run(with_key(tmp_path, claude), requests) == [12, 20, 15]
    assert [each.words for each in claude.messages] == [WORDS[0], WORDS[1], WORDS[1], WORDS[2]]


def test_words_that_claude_refuses_change_nothing_and_are_not_asked_again(
    tmp_path: Path, requests: Path, claude: LoopbackClaude
) -> None:
    """A refusal is an answer; an outage is none."""
    claude.scripts = [reply("", "refusal")]
    assert run(with_key(tmp_path, claude), requests) == [15, 20, 15]
    assert run(app_for(tmp_path), requests) == [15, 20, 15]


def test_the_budget_holds(tmp_path: Path, requests: Path, claude: LoopbackClaude) -> None:
    """A file of a million lines is bounded by its money."""
    with pytest.raises(InterpreterError, match=r"\$0\.01 a day"):
        run(with_key(tmp_path, claude), requests, budget=0.01)
    assert claude.messages == []


def test_without_key_and_recording_nothing_is_pretended(tmp_path: Path, requests: Path) -> None:
    """Never a silent fallback to the offline reader."""
    with pytest.raises(InterpreterError, match=r"Set CLAUDE_API_KEY.*--record"):
        run(app_for(tmp_path), requests)
    requests.with_name("recorded.jsonl").write_text("", "utf-8")
    with pytest.raises(InterpreterError, match="has no answer to 'set window to 12'"):
        run(app_for(tmp_path), requests)


def test_the_command_says_so_too(
    tmp_path: Path, requests: Path, claude: LoopbackClaude, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--with claude`, the recording beside the answers."""
    for name, value in {"TOPTION_DATA": str(tmp_path), "CLAUDE_API_KEY": KEY, "CLAUDE_BASE_URL": claude.url}.items():
        monkeypatch.setenv(name, value)
    out = tmp_path / "o.jsonl"
    assert status(["interpret", "--requests", str(requests), "--out", str(out), "--with", "claude", "--json"]) == 0
    assert len((tmp_path / "o.recorded.jsonl").read_text("utf-8").splitlines()) == 3
