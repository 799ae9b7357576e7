"""Time, money and patience have limits, and each holds with the real client."""

import socket
import time
from dataclasses import replace

import pytest

from engine.gateways.claude.money.budget import Limits
from engine.gateways.claude.policy import Clock, Policy
from engine.gateways.claude.reader import ClaudeReader, Rules
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.store import Store
from tests.gateways.claude.asking import QUICK, REQUEST, SHORT, asked, reader_for, settings_for
from tests.loopback_claude import LoopbackClaude, error, hang


def test_a_server_that_hangs_ends_at_the_deadline(server: LoopbackClaude) -> None:
    """One attempt takes all the time there is; it may be billed, so it counts at its worst."""
    server.scripts = [hang(1.5)]
    reader = reader_for(server, SHORT)
    answer = asked(reader)
    assert (answer.kind, answer.attempts) == ("timeout", 1)
    assert 0.03 < reader.cost_today("ada") < 0.09


def test_a_refused_connection_costs_nothing(server: LoopbackClaude) -> None:
    """The request never left."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        gone = replace(settings_for(server), base_url=f"http://127.0.0.1:{closed.getsockname()[1]}")
    reader = ClaudeReader(gone, Store.open("sqlite:///:memory:").spending(HOUSE), QUICK)
    answer = asked(reader)
    assert (answer.kind, answer.attempts, answer.cost_usd) == ("network", 3, 0)
    assert reader.cost_today() == 0


def test_waits_never_outlast_the_deadline(server: LoopbackClaude) -> None:
    """With no time left for another attempt, the first one's outcome is told at once."""
    server.scripts = [error(529, "overloaded_error", retry_after="4")] * 3
    rules = Rules(Policy(deadline=4.0, longest_wait=5.0))
    assert (asked(reader_for(server, rules)).kind, len(server.messages)) == ("overloaded", 1)


def test_after_failures_nobody_is_sent_until_one_probe_succeeds(server: LoopbackClaude) -> None:
    """Five failed attempts open the circuit; after the rest one request tries, and closes it."""
    later = [0.0]
    reader = reader_for(server, replace(QUICK, clock=Clock(seconds=lambda: time.monotonic() + later[0])))
    server.scripts = [error(500, "api_error")] * 5
    assert [asked(reader, call=f"m{n}").kind for n in range(3)] == ["server", "open_circuit", "open_circuit"]
    assert len(server.messages) == 5
    later[0] = 121.0
    assert asked(reader, call="probe").kind == "ok"
    assert asked(reader, call="after").kind == "ok"


def test_limits_stop_the_eleventh_edit_of_a_minute(server: LoopbackClaude) -> None:
    """And others may go on."""
    reader = reader_for(server, replace(QUICK, limits=Limits()))
    kinds = [asked(reader, call=f"m{n}").kind for n in range(11)]
    assert kinds == ["ok"] * 10 + ["limit"]
    assert len(server.messages) == 10
    assert asked(reader, user="bob").kind == "ok"


@pytest.mark.parametrize("limits", [Limits(minute=99, user_usd=0.08), Limits(minute=99, all_usd=0.08)])
def test_what_could_exceed_the_money_is_not_asked(server: LoopbackClaude, limits: Limits) -> None:
    """The worst case is set aside first: with 8 cents a first may go, and some more while a worst case fits."""
    reader = reader_for(server, replace(QUICK, limits=limits))
    answers = [asked(reader, call=f"m{n}", user="ada") for n in range(14)]
    assert (answers[0].kind, answers[-1].kind) == ("ok", "limit")
    assert reader.cost_today("ada") <= 0.08
    assert "$0.08" in answers[-1].told


@pytest.mark.parametrize(("words", "pasted"), [("x" * 2001, ""), ("shorter", "y" * 8001)])
def test_what_is_too_long_is_not_sent(server: LoopbackClaude, words: str, pasted: str) -> None:
    """A page of text is no wish about a bot, and every letter is paid for."""
    answer = asked(reader_for(server), replace(REQUEST, words=words, pasted=pasted))
    assert (answer.kind, server.asked) == ("limit", [])
    assert "Shorten it" in answer.told
