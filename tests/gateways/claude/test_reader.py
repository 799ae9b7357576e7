"""One message, one call, one typed answer: with the real client against a server on this machine."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from engine.bots.parameters import BotParameters
from engine.chat.decisions import decide
from engine.chat.edits import Edit
from engine.core.errors import InterpreterError
from engine.gateways.claude.keys import ClaudeSettings
from engine.gateways.claude.reader import HIDDEN_KEY
from engine.gateways.store.store import Store
from tests.claude_replies import WORDS, a_reply, an_edit
from tests.gateways.claude.asking import REQUEST, asked, heard, reader_for
from tests.loopback_claude import KEY, LoopbackClaude, Wire, error, page, reply


def test_words_become_a_proposal_that_the_engine_computes(server: LoopbackClaude) -> None:
    """The whole way: words, Claude, checks, settings."""
    answer = asked(reader_for(server))
    assert answer.proposal is not None
    assert answer.proposal.edits == (Edit("window", "set", WORDS, 12.0, reasoning="You said so."),)
    assert decide(answer.proposal, WORDS, BotParameters()).parameters == BotParameters(window=12)
    assert (answer.kind, answer.model, answer.request_id, answer.attempts) == (
        "ok", "claude-sonnet-5-5", "req_loopback_1", 1,
    )  # fmt: skip


def test_the_answer_costs_what_its_usage_says(server: LoopbackClaude) -> None:
    """Sonnet 5.5: 2, 10, 4 and 0.10 dollars for a million of input, output, written and read tokens."""
    reader = reader_for(server)
    first, second = asked(reader, call="m1"), asked(reader, call="m2")
    used = first.tokens
    worth = used.input * 2 + used.output * 10 + used.cache_write_1h * 4
    assert first.cost_usd == pytest.approx(worth / 1e6, abs=1e-6)
    assert (used.cache_read, second.tokens.cache_write_1h) == (0, 0)
    assert second.tokens.cache_read == used.cache_write_1h > 1024
    assert reader.cost_today("ada") == pytest.approx(first.cost_usd + second.cost_usd, abs=1e-9)
    assert reader.cost_today() == reader.cost_today("ada")
    assert reader.cost_today("bob") == 0


def test_the_opening_of_every_request_is_the_same_to_the_byte(server: LoopbackClaude) -> None:
    """Only then is it read from the cache: other words, another user, another bot."""
    reader = reader_for(server)
    other = replace(REQUEST, words="more conservative", current=BotParameters(window=20), market="calm")
    asked(reader)
    asked(reader, other, "m2", "bob")
    one, two = (each.body for each in server.messages)
    assert (one["system"], one["output_config"]) == (two["system"], two["output_config"])
    assert one["system"][0]["cache_control"] == {"type": "ephemeral", "ttl": "1h"}
    assert one["messages"] != two["messages"]
    assert one["metadata"] != two["metadata"]
    assert "ada" not in str(one["metadata"])


def test_a_message_asked_again_is_paid_once(server: LoopbackClaude) -> None:
    """A Streamlit rerun asks with the same id, and gets the same pieces and the same answer."""
    reader = reader_for(server)
    assert heard(reader) == heard(reader) == heard(reader)
    assert len(server.messages) == 1


def test_reruns_that_race_are_one_call(server: LoopbackClaude) -> None:
    """Twelve at once: one request on the wire, twelve equal answers."""
    reader, ready = reader_for(server), Barrier(12)

    def rerun(_: int) -> object:
        ready.wait()
        return heard(reader)

    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(rerun, range(12)))
    assert len(server.messages) == 1
    assert all(each == answers[0] for each in answers)


def test_a_page_that_goes_away_does_not_end_the_call(server: LoopbackClaude) -> None:
    """It was paid for: whoever comes back gets it."""
    reader = reader_for(server)
    assert next(reader.ask(REQUEST, "m1", "ada"))
    assert asked(reader).kind == "ok"
    assert len(server.messages) == 1


def test_a_restart_does_not_pay_again(server: LoopbackClaude, tmp_path: Path) -> None:
    """The ledger knows the message although the new process never saw its answer."""
    store = Store.open(f"sqlite:///{tmp_path / 'a.db'}")
    assert asked(reader_for(server, store=store)).kind == "ok"
    answer = asked(reader_for(server, store=store))
    assert (answer.kind, len(server.messages)) == ("limit", 1)
    assert "sent to Claude before" in answer.told
    store.close()


def test_an_answer_is_given_although_its_cost_cannot_be_written(server: LoopbackClaude, tmp_path: Path) -> None:
    """It is paid for: a ledger that fails behind it must not take it away."""
    store = Store.open(f"sqlite:///{tmp_path / 'a.db'}")

    def lose_the_ledger(wire: Wire) -> None:
        with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
            raw.execute("DROP TABLE claude_calls")
        reply(a_reply())(wire)

    server.scripts = [lose_the_ledger]
    reader = reader_for(server, store=store)
    assert asked(reader).kind == "ok"
    after = asked(reader, call="m2")
    assert (after.kind, len(server.messages)) == ("limit", 1)
    store.close()


def test_two_processes_that_race_pay_once(server: LoopbackClaude, tmp_path: Path) -> None:
    """Two replicas get the same message: one asks, the other says that it was asked."""
    stores = [Store.open(f"sqlite:///{tmp_path / 'a.db'}") for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        kinds = list(pool.map(lambda store: asked(reader_for(server, store=store)).kind, stores))
    assert sorted(kinds) == ["limit", "limit", "limit", "ok"]
    assert len(server.messages) == 1
    for store in stores:
        store.close()


def test_many_at_once_are_each_answered_and_each_paid(server: LoopbackClaude, tmp_path: Path) -> None:
    """Twenty-four people in the same second: nobody waits for another, and the ledger adds up."""
    store = Store.open(f"sqlite:///{tmp_path / 'a.db'}")
    reader = reader_for(server, store=store)
    with ThreadPoolExecutor(24) as pool:
        answers = list(pool.map(lambda n: asked(reader, user=f"u{n}"), range(24)))
    assert [answer.kind for answer in answers] == ["ok"] * 24
    assert reader.cost_today() == pytest.approx(sum(answer.cost_usd for answer in answers), abs=1e-9)
    store.close()


def test_the_same_id_of_another_user_is_another_message(server: LoopbackClaude) -> None:
    """Nobody gets somebody else's answer by guessing an id."""
    reader = reader_for(server)
    asked(reader, user="ada")
    asked(reader, user="bob")
    assert len(server.messages) == 2


@pytest.mark.parametrize(("script", "kind", "attempts"), [
    (error(401, "authentication_error"), "auth", 1),
    (error(403, "permission_error"), "auth", 1),
    (error(402, "billing_error"), "billing", 1),
    (error(400, "invalid_request_error"), "bad_request", 1),
    (error(413, "request_too_large"), "bad_request", 1),
    (error(429, "rate_limit_error"), "rate", 3),
    (error(500, "api_error"), "server", 3),
    (error(503, "api_error"), "server", 3),
    (error(504, "timeout_error"), "server", 3),
    (error(529, "overloaded_error"), "overloaded", 3),
    (page(502), "server", 3),
    (page(302, location="http://127.0.0.1:9/"), "network", 3),
    (reply(a_reply(), "refusal"), "refusal", 1),
    (reply("I would rather not."), "invalid", 1),
    (reply(""), "invalid", 1),
])  # fmt: skip
def test_every_fault_is_one_kind_in_plain_words(
    server: LoopbackClaude, script: object, kind: str, attempts: int
) -> None:
    """What may pass is tried three times, what will not is not; each says what to do, and nothing technical."""
    server.scripts = [script] * 3
    answer = asked(reader_for(server))
    assert (answer.kind, answer.attempts, answer.proposal) == (kind, attempts, None)
    assert answer.told.endswith(("can read it now.", "Nothing was changed."))
    assert "Error" not in answer.told


def test_read_gives_the_proposal_or_says_why_not(server: LoopbackClaude) -> None:
    """The Interpreter protocol: what files of requests and the documented module use."""
    reader = reader_for(server)
    assert reader.read(REQUEST).edits[0].value == 12
    assert reader.read(REQUEST).edits[0].value == 12
    assert len(server.messages) == 2
    server.scripts = [error(401, "authentication_error")]
    with pytest.raises(InterpreterError, match="Check CLAUDE_API_KEY"):
        reader.read(REQUEST)


def test_a_key_in_the_words_never_leaves(server: LoopbackClaude) -> None:
    """People paste what is in their clipboard."""
    planted = "sk-ant-api03-AbCdEfGh12345678"
    words = f"{WORDS} and my key is {planted}"
    answer = asked(reader_for(server), replace(REQUEST, words=words, pasted=f"Bearer {planted}"))
    assert planted not in str(server.messages[0].body)
    assert (answer.kind, answer.told) == ("ok", HIDDEN_KEY)


def test_nothing_of_the_environment_reaches_the_wire(server: LoopbackClaude, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client reads eleven variables by itself: another key, another server, other headers."""
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "x-leak: yes\nauthorization: Bearer other\nanthropic-version: 1")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "other")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "other")
    assert asked(reader_for(server)).kind == "ok"
    sent = server.messages[0].headers
    assert (sent["authorization"], sent["anthropic-version"]) == (f"Bearer {KEY}", "2026-10-21")
    assert "x-leak" not in sent


def test_the_form_of_the_answer_is_one_that_the_api_takes(server: LoopbackClaude) -> None:
    """Closed objects, no bounds, no sampling parameters, no forced tool: the server refuses the rest with 400."""
    body = server.messages[0].body if asked(reader_for(server)).kind == "ok" else {}
    assert body["output_config"]["effort"] == "low"
    assert body["thinking"] == {"type": "between_tools"}
    assert (body["max_tokens"], body["stream"]) == (3000, True)
    assert next(iter(body["output_config"]["format"]["schema"]["properties"])) == "says"


@pytest.mark.parametrize("edit", [
    {"value": 1e300}, {"parameter": "leverage"}, {"op": "delete"}, {"unit": "dollars"}, {"value": "12"},
    {"value": True}, {"evidence": None}, {"extra": 1},
])  # fmt: skip
def test_a_reply_of_another_form_is_not_used(server: LoopbackClaude, edit: dict[str, object]) -> None:
    """The grammar should prevent it; what should not happen is checked all the same."""
    server.scripts = [reply(a_reply(an_edit(**edit)))]
    answer = asked(reader_for(server))
    assert (answer.kind, answer.proposal) == ("invalid", None)


def test_settings_show_no_key() -> None:
    """A repr ends up in tracebacks."""
    assert KEY not in repr(ClaudeSettings(KEY))
