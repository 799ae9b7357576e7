"""The audit: one line a call, nobody's words, and no key anywhere."""

import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from engine.gateways.claude.audit import fingerprint
from engine.gateways.claude.reader import ClaudeReader
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.store import Store
from tests.claude_replies import WORDS, a_reply, an_edit
from tests.gateways.claude.asking import QUICK, REQUEST, asked, reader_for, settings_for
from tests.loopback_claude import KEY, LoopbackClaude, error, reply


def test_every_call_leaves_one_line_with_all_that_was_agreed(server: LoopbackClaude, tmp_path: Path) -> None:
    """Time, user hash, model, request, tokens, cost, latency, attempts, kind, stop reason, proposal, what became."""
    store = Store.open(f"sqlite:///{tmp_path / 'a.db'}")
    reader = reader_for(server, store=store)
    answer = asked(reader)
    reader.mark("m1", "ada", "applied")
    reserved, settled, marked = store.spending(HOUSE).lines()
    assert answer.proposal is not None
    assert settled.items() >= {
        "model": "claude-sonnet-5-5", "request_id": "req_loopback_1", "kind": "ok", "stop_reason": "end_turn",
        "attempts": 1, "cost_usd": answer.cost_usd, "latency_ms": answer.latency_ms,
        "proposal": fingerprint(answer.proposal), "entry": "settled",
    }.items()  # fmt: skip
    assert settled["tokens"]["output"] == 121
    assert reserved["at_ms"] > 0
    assert {each["call"] for each in (reserved, settled, marked)} == {settled["call"]}
    assert marked["entry"] == "applied"
    assert WORDS not in json.dumps([reserved, settled, marked])
    assert "ada" not in json.dumps([reserved, settled, marked])
    store.close()


def test_words_are_kept_only_where_somebody_asked_for_it(server: LoopbackClaude) -> None:
    """And even then without keys."""
    store = Store.open("sqlite:///:memory:")
    reader = ClaudeReader(replace(settings_for(server), keeps_words=True), store.spending(HOUSE), QUICK)
    asked(reader, replace(REQUEST, words=f"{WORDS} sk-ant-api03-aaaabbbbcccc"))
    line = store.spending(HOUSE).lines()[1]
    assert line["words"].startswith(WORDS)
    assert "aaaabbbb" not in line["words"]


def test_a_planted_key_is_in_no_log_store_error_or_answer(
    server: LoopbackClaude, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The API key and a key in the words, through success, refusal and a broken reply."""
    planted = "sk-ant-api03-PlantedPlanted1234"
    request = replace(REQUEST, words=f"{WORDS} {planted}")
    store = Store.open(f"sqlite:///{tmp_path / 'a.db'}")
    reader = reader_for(server, store=store)
    server.scripts = [
        reply(a_reply(says=f"Your key is {KEY}.")), error(401, "authentication_error"), reply(f"no json {planted}"),
        reply(a_reply(an_edit(reasoning=f"because of {KEY}"), question=f"Is {planted} yours?")),
    ]  # fmt: skip
    with caplog.at_level(logging.DEBUG):
        answers = [asked(reader, request, f"m{place}") for place in range(4)]
        logging.getLogger("elsewhere").error("a header %s", {"authorization": f"Bearer {KEY}"})
    store.close()
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for place in (repr(answers), caplog.text, repr(reader), repr(vars(reader)), written.decode("latin-1")):
        assert "Planted" not in place
        assert KEY not in place
