"""Every trap of the real client: first that it snaps, then that it does not with us."""

import json
import logging
from collections.abc import Iterable
from contextlib import suppress
from threading import Event, Thread

import anthropic
import httpx2
import pytest

from engine.gateways.claude.outcomes import Piece
from tests.claude_replies import a_reply, an_edit
from tests.gateways.claude.asking import REQUEST, SHORT, asked, heard, reader_for
from tests.loopback_claude import (
    KEY,
    LoopbackClaude,
    Wire,
    cut,
    drip,
    drip_headers,
    error,
    error_event,
    page,
    reply,
)

ASKING = {"model": "claude-sonnet-5-5", "max_tokens": 100, "messages": [{"role": "user", "content": "x"}]}


def naked(server: LoopbackClaude, **named: float) -> anthropic.Anthropic:
    """The client as anybody would make it."""
    return anthropic.Anthropic(api_key=KEY, base_url=server.url, max_retries=0, **named)  # type: ignore[arg-type]


def tool_cut(wire: Wire) -> None:
    """A tool's input that max_tokens cuts inside a number: 1.25 becomes 1.2."""
    wire.start()
    block = {"type": "tool_use", "id": "t", "name": "set", "input": {}}
    wire.event("content_block_start", index=2, content_block=block)
    wire.event("content_block_delta", index=2, delta={"type": "input_json_delta", "partial_json": '{"value": 1.2'})
    wire.finish("max_tokens")


def test_a_cut_number_is_a_wrong_number_to_the_client(server: LoopbackClaude) -> None:
    """Trap 1: 1.25 arrives as 1.2, and nothing complains."""
    server.scripts = [tool_cut]
    with naked(server).messages.stream(**ASKING) as stream:
        assert stream.get_final_message().content[-1].input == {"value": 1.2}


@pytest.mark.parametrize("whole", [True, False], ids=["cut inside", "cut after a whole object"])
def test_a_reply_cut_by_max_tokens_is_never_used(server: LoopbackClaude, whole: bool) -> None:
    """Trap 1 with us: even where the JSON happens to be whole."""
    text = a_reply(an_edit(value=1.25))
    server.scripts = [reply(text if whole else text.split("1.25")[0] + "1.2", "max_tokens")]
    answer = asked(reader_for(server))
    assert (answer.kind, answer.proposal, len(server.messages)) == ("truncated", None, 1)


def test_a_stream_that_just_ends_looks_fine_to_the_client(server: LoopbackClaude) -> None:
    """Trap 2: no error, no stop reason, half the text."""

    def half(wire: Wire) -> None:
        wire.start()
        wire.text('{"says":"half')

    server.scripts = [half]
    with naked(server).messages.stream(**ASKING) as stream:
        assert stream.get_final_message().stop_reason is None


@pytest.mark.parametrize("stop_reason", ["end_turn", "pause_turn"])
def test_a_stream_without_its_end_is_never_used(server: LoopbackClaude, stop_reason: str) -> None:
    """Trap 2 with us: even where everything else came."""
    server.scripts = [reply(a_reply(), stop_reason, stop=False)]
    answer = asked(reader_for(server))
    assert (answer.kind, answer.proposal) == ("network", None)


def test_a_broken_stream_is_no_error_of_the_client(server: LoopbackClaude) -> None:
    """Trap 3: what is raised is the transport's own, and is retried by nobody."""
    server.scripts = [cut("half")]
    with pytest.raises(httpx2.HTTPError) as raised, naked(server).messages.stream(**ASKING) as stream:
        stream.get_final_message()
    assert not isinstance(raised.value, anthropic.APIError)


def test_a_fault_in_the_stream_has_status_200(server: LoopbackClaude) -> None:
    """Trap 3: `except OverloadedError` does not catch an overload that is told in the middle."""
    server.scripts = [error_event("overloaded_error")]
    with pytest.raises(anthropic.APIStatusError) as raised, naked(server).messages.stream(**ASKING) as stream:
        stream.get_final_message()
    assert (raised.value.status_code, raised.value.type) == (200, "overloaded_error")
    assert not isinstance(raised.value, anthropic.OverloadedError)


@pytest.mark.parametrize(("script", "kind"), [
    (cut('{"says":"The window '), "network"),
    (error_event("overloaded_error", '{"says":"The'), "overloaded"),
    (error_event("api_error", '{"says":"The'), "server"),
    (error_event("something_new", '{"says":"The'), "server"),
])  # fmt: skip
def test_faults_in_the_stream_are_typed_and_what_was_shown_is_not_said_twice(
    server: LoopbackClaude, script: object, kind: str
) -> None:
    """Trap 3 with us: text has come, so nobody starts again behind the reader's back."""
    server.scripts = [script]
    answer = asked(reader_for(server))
    assert (answer.kind, answer.attempts, answer.proposal) == (kind, 1, None)


def test_a_fault_before_any_text_is_tried_again(server: LoopbackClaude) -> None:
    """Nothing was shown yet: another attempt is invisible."""
    server.scripts = [error_event("overloaded_error"), cut("")]
    answer = asked(reader_for(server))
    assert (answer.kind, answer.attempts) == ("ok", 3)


def test_a_broken_body_is_no_error_of_the_client(server: LoopbackClaude) -> None:
    """Trap 4: 200 and half a JSON."""
    server.scripts = [lambda wire: wire.status(200, b'{"id":"msg_1","content":[')]
    with pytest.raises(json.JSONDecodeError):
        naked(server).messages.create(**ASKING)


@pytest.mark.parametrize("script", [
    page(), lambda wire: wire.status(200, b'{"id":'), lambda wire: wire.raw(b"not http at all\r\n\r\n"),
], ids=["web page", "half a JSON", "no HTTP"])  # fmt: skip
def test_nonsense_with_status_200_is_tried_again_and_typed(server: LoopbackClaude, script: object) -> None:
    """Trap 4 with us."""
    server.scripts = [script] * 3
    answer = asked(reader_for(server))
    assert answer.kind in ("invalid", "network")
    assert (answer.attempts, answer.proposal) == (3, None)


@pytest.mark.parametrize("seconds", ["3600", "1"], ids=["an hour", "more than our longest wait"])
def test_a_long_wait_is_refused(server: LoopbackClaude, seconds: str) -> None:
    """Trap 5: the client would sleep for as long as the server likes, and the page with it."""
    server.scripts = [error(429, "rate_limit_error", retry_after=seconds)]
    answer = asked(reader_for(server))
    assert (answer.kind, answer.attempts, len(server.messages)) == ("rate", 1, 1)


@pytest.mark.parametrize("header", [{"retry_after": "0.01"}, {"retry_after_ms": "10"}, {"retry_after": "soon"}, {}])
def test_a_short_wait_is_kept(server: LoopbackClaude, header: dict[str, str]) -> None:
    """Waiting a moment is what the server asks for; nonsense in the header is our own wait."""
    server.scripts = [error(429, "rate_limit_error", **header)]
    answer = asked(reader_for(server))
    assert (answer.kind, answer.attempts) == ("ok", 2)


def test_a_timeout_of_the_client_is_one_for_each_read(server: LoopbackClaude) -> None:
    """Trap 6: a drip every hundredth of a second outlives a timeout of a tenth by far."""
    server.scripts = [drip]
    client = naked(server, timeout=0.1)
    stream = client.messages.create(**ASKING, stream=True)
    reading = Thread(target=read_out, args=(stream,), daemon=True)
    reading.start()
    reading.join(0.4)
    assert reading.is_alive()
    stream.close()
    client.close()


def read_out(stream: Iterable[object]) -> None:
    """Read a stream until somebody ends it."""
    with suppress(httpx2.HTTPError, httpx2.StreamError, OSError, ValueError):
        list(stream)


@pytest.mark.parametrize("script", [drip, drip_headers], ids=["events", "headers"])
def test_a_slow_drip_ends_at_the_deadline(server: LoopbackClaude, script: object) -> None:
    """Trap 6 with us: the wall clock counts, and the thread that read is free again."""
    server.scripts = [script]
    assert asked(reader_for(server, SHORT)).kind == "timeout"


def test_a_spent_account_is_not_a_busy_one(server: LoopbackClaude) -> None:
    """Trap 7: the client would try again in vain; only the code tells the two apart."""
    server.scripts = [error(429, "rate_limit_error", "enforced_spend_limit_reached")]
    answer = asked(reader_for(server))
    assert (answer.kind, answer.attempts) == ("billing", 1)


def test_debug_logging_of_the_client_writes_no_prompt(server: LoopbackClaude, caplog: pytest.LogCaptureFixture) -> None:
    """Trap 8: ANTHROPIC_LOG=debug sets these loggers so when the client is imported."""
    for name in ("anthropic", "httpx2"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    with caplog.at_level(logging.DEBUG):
        naked(server).messages.create(**ASKING, stream=True).close()
        assert "claude-sonnet-5-5" in caplog.text
        caplog.clear()
        assert asked(reader_for(server)).kind == "ok"
    assert "window" not in caplog.text


def test_the_client_holds_the_key_and_our_reader_shows_it_to_nobody(server: LoopbackClaude) -> None:
    """Trap 8: whoever dumps a session or logs an object must not print a key."""
    assert KEY in str(naked(server).__dict__)
    reader = reader_for(server)
    assert asked(reader).kind == "ok"
    assert KEY not in repr(reader) + str(vars(reader))


def test_the_explanation_streams_while_the_rest_is_still_being_written(server: LoopbackClaude) -> None:
    """People read the first sentence before the server has written the edits, and a rerun hears it from the start."""
    says, rest = a_reply(says="The window becomes 12. It follows more closely. You asked for it.").split('", "intent"')
    first_was_read = Event()

    def run(wire: Wire) -> None:
        wire.start()
        wire.text(says)
        assert first_was_read.wait(10)
        wire.text('", "intent"' + rest)
        wire.finish()

    server.scripts = [run]
    reader = reader_for(server)
    assert next(reader.ask(REQUEST, "m1", "ada")) == Piece("The window becomes 12. ")
    first_was_read.set()
    pieces, answer = heard(reader)
    assert pieces == ["The window becomes 12. ", "It follows more closely. ", "You asked for it."]
    assert answer.proposal is not None
    assert "".join(pieces) == answer.proposal.says
