"""Models come and go: what is asked then, and what people are told."""

import pytest

from tests.gateways.claude.asking import asked, reader_for
from tests.loopback_claude import LoopbackClaude, error


@pytest.mark.parametrize(("model", "used", "told"), [
    ("claude-haiku-5-5", "claude-haiku-5-5", ""),
    ("claude-sonnet-4-5", "claude-sonnet-4-5", "retires on 2026-11-30. Set CLAUDE_MODEL=claude-sonnet-5-5."),
    ("claude-3-7-sonnet-20250219", "claude-sonnet-5-5", "is retired: claude-sonnet-5-5, its documented replacement"),
])  # fmt: skip
@pytest.mark.filterwarnings("ignore:The model")
def test_a_model_that_is_gone_gives_way_and_it_is_said(
    server: LoopbackClaude, model: str, used: str, told: str
) -> None:
    """A key that worked yesterday works tomorrow."""
    answer = asked(reader_for(server, model=model))
    assert (answer.kind, server.messages[0].body["model"], answer.model) == ("ok", used, used)
    assert told in answer.told


@pytest.mark.filterwarnings("ignore:The model")
def test_a_model_that_retires_while_we_run_is_replaced_at_the_next_ask(server: LoopbackClaude) -> None:
    """30 November comes at midnight, and nobody restarts anything."""
    reader = reader_for(server, model="claude-sonnet-4-5")
    assert asked(reader, call="before").model == "claude-sonnet-4-5"
    server.models["claude-sonnet-4-5"] = ("retired", "2026-11-30T00:00:00Z")
    after = asked(reader, call="after")
    assert (after.kind, after.model) == ("ok", "claude-sonnet-5-5")
    assert [each.body["model"] for each in server.messages[1:]] == ["claude-sonnet-4-5", "claude-sonnet-5-5"]


@pytest.mark.parametrize("model", ["gpt-9", "claude-sonnet-9", "claude-instant-1.2"])
def test_an_unknown_model_asks_nobody_and_says_which_there_are(server: LoopbackClaude, model: str) -> None:
    """Without a price no limit could hold."""
    answer = asked(reader_for(server, model=model))
    assert (answer.kind, server.messages) == ("model", [])
    assert model in answer.told
    assert "claude-sonnet-5-5" in answer.told


def test_a_model_that_the_api_does_not_know_is_said_and_asked_once(server: LoopbackClaude) -> None:
    """The list could not be got, the set model is believed, and 404 comes: no replacement, no second guess."""
    server.listing = error(500, "api_error")
    del server.models["claude-opus-5-5"]
    answer = asked(reader_for(server, model="claude-opus-5-5"))
    assert (answer.kind, answer.attempts, len(server.messages)) == ("model", 1, 1)
    assert "claude-opus-5-5" in answer.told


def test_a_list_of_models_that_cannot_be_got_stops_nobody(server: LoopbackClaude) -> None:
    """The set model is believed, and asked for again later."""
    server.listing = error(500, "api_error")
    assert asked(reader_for(server)).kind == "ok"
