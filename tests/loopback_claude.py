"""A server on this machine that speaks Claude's Messages API, with every fault one can ask for."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

KEY: Final = "sk-ant-loopback-0123456789abcdef"
VERSION: Final = "2026-10-21"
ACTIVE: Final = ("claude-sonnet-5-5", "claude-haiku-5-5", "claude-opus-5-5")
FORBIDDEN: Final = ("minimum", "maximum", "minLength", "maxLength", "pattern", "multipleOf", "maxItems")
NEVER_SENT: Final = ("temperature", "top_p", "top_k", "tool_choice")


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def words(self) -> str:
        """The trader's words in it."""
        content = self.body["messages"][0]["content"]
        return str(json.loads(content.split("<words>")[1].split("</words>")[0]))


class Wire:
    """What a script can do with one connection."""

    def __init__(self, handler: BaseHTTPRequestHandler, body: dict[str, Any], usage: dict[str, Any]) -> None:
        self.handler, self.body, self.usage, self.is_begun = handler, body, usage, False

    def status(self, code: int, content: bytes, kind: str = "application/json", **headers: str) -> None:
        """One answer as a whole."""
        self.begin(kind, code, Content_Length=str(len(content)), **headers)
        self.raw(content)

    def begin(self, kind: str = "text/event-stream", code: int = 200, **headers: str) -> None:
        """Status line and headers."""
        self.is_begun = True
        self.handler.send_response(code)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in {"content-type": kind, "request-id": "req_loopback_1", **named}.items():
            self.handler.send_header(name, value)
        self.handler.end_headers()

    def raw(self, content: bytes) -> None:
        """These bytes, at once."""
        self.handler.wfile.write(content)
        self.handler.wfile.flush()

    def event(self, kind: str, **fields: Any) -> None:
        """One event of a stream."""
        self.raw(f"event: {kind}\ndata: {json.dumps({'type': kind, **fields})}\n\n".encode())

    def start(self) -> None:
        """The opening of a message, with a thinking block before the text."""
        if not self.is_begun:
            self.begin()
        message = {
            "id": "msg_1", "type": "message", "role": "assistant", "model": self.body["model"], "content": [],
            "stop_reason": None, "stop_sequence": None, "stop_details": None, "container": None, "usage": self.usage,
        }  # fmt: skip
        self.event("message_start", message=message)
        self.event("ping")
        self.event("content_block_start", index=0, content_block={"type": "thinking", "thinking": "", "signature": ""})
        self.event("content_block_delta", index=0, delta={"type": "thinking_delta", "thinking": '{"says":"a thought"'})
        self.event("content_block_stop", index=0)
        self.event("content_block_start", index=1, content_block={"type": "text", "text": ""})

    def text(self, text: str, size: int = 24, pause: float = 0.0) -> None:
        """Text in deltas of so many letters, with a pause after each."""
        for place in range(0, len(text), size):
            delta = {"type": "text_delta", "text": text[place : place + size]}
            self.event("content_block_delta", index=1, delta=delta)
            time.sleep(pause)

    def finish(self, stop_reason: str = "end_turn", stop: bool = True) -> None:
        """The end of a message: why, the final usage, and (unless told otherwise) message_stop."""
        self.event("content_block_stop", index=1)
        usage = {"output_tokens": self.usage["output_tokens"] + 120, "output_tokens_details": {"thinking_tokens": 7}}
        self.event("message_delta", delta={"stop_reason": stop_reason, "stop_sequence": None}, usage=usage)
        if stop:
            self.event("message_stop")


Script = Callable[[Wire], None]


def reply(text: str, stop_reason: str = "end_turn", stop: bool = True, pause: float = 0.0) -> Script:
    """A message with this text."""

    def run(wire: Wire) -> None:
        wire.start()
        wire.text(text, pause=pause)
        wire.finish(stop_reason, stop)

    return run


def error(code: int, kind: str, error_code: str = "", **headers: str) -> Script:
    """An error as the API words it."""
    details = {"error_code": error_code} if error_code else None
    content = {"type": "error", "error": {"type": kind, "message": "no", "details": details}, "request_id": "req_e"}
    return lambda wire: wire.status(code, json.dumps(content).encode(), **headers)


def page(code: int = 200, **headers: str) -> Script:
    """A web page, as portals and gateways send it."""
    return lambda wire: wire.status(code, b"<html><body>Log in</body></html>", "text/html", **headers)


def hang(seconds: float) -> Script:
    """Say nothing for so long, then go."""
    return lambda _: time.sleep(seconds)


def drip(wire: Wire) -> None:
    """Never silent for long, and never done: every read succeeds."""
    wire.start()
    while True:
        wire.event("ping")
        time.sleep(0.01)


def drip_headers(wire: Wire) -> None:
    """Headers that come letter by letter, for ever."""
    wire.raw(b"HTTP/1.1 200 OK\r\nx-slow: ")
    while True:
        wire.raw(b"a")
        time.sleep(0.01)


def cut(text: str) -> Script:
    """The connection breaks in the middle of a message."""

    def run(wire: Wire) -> None:
        wire.begin(Content_Length="1000000")
        wire.start()
        wire.text(text)

    return run


def broken_event(wire: Wire) -> None:
    """An event whose JSON is cut."""
    wire.start()
    wire.raw(b'event: content_block_delta\ndata: {"type":"content_block_delta","index":1,"del\n\n')


def error_event(kind: str, text: str = "") -> Script:
    """A fault told in the middle of a stream whose status was 200."""

    def run(wire: Wire) -> None:
        wire.start()
        wire.text(text)
        wire.event("error", error={"type": kind, "message": "no", "details": None}, request_id="req_e")

    return run


@dataclass
class LoopbackClaude:
    """What the server answers next, what it was asked, which models it knows."""

    answer: Callable[[Asked], str] = lambda _: "{}"
    scripts: list[Script] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    models: dict[str, tuple[str, str | None]] = field(
        default_factory=lambda: {
            **dict.fromkeys(ACTIVE, ("active", None)),
            "claude-sonnet-4-5": ("deprecated", "2026-11-30T00:00:00Z"),
            "claude-3-7-sonnet-20250219": ("retired", "2026-02-19T00:00:00Z"),
        }
    )
    prompts: set[str] = field(default_factory=set)
    listing: Script | None = None
    url: str = ""

    @property
    def messages(self) -> list[Asked]:
        """The requests for a message."""
        return [each for each in self.asked if each.path == "/v1/messages"]

    def respond(self, wire: Wire, asked: Asked) -> None:
        """Answer one request, by the next script or as the API would."""
        self.asked.append(asked)
        refused = complaint(asked, self.models)
        if asked.path == "/v1/models":
            (self.listing or self.list_models)(wire)
        elif refused:
            error(*refused)(wire)
        elif self.scripts:
            self.scripts.pop(0)(wire)
        else:
            reply(self.answer(asked))(wire)

    def list_models(self, wire: Wire) -> None:
        """The models as the API lists them: retired ones only where they are asked for."""
        wanted = parse_qs(urlsplit(wire.handler.path).query).get("lifecycle[]", ["active", "deprecated"])
        data = [
            {"id": name, "type": "model", "display_name": name, "created_at": "2026-01-01T00:00:00Z",
             "lifecycle": lifecycle, "retires_at": retires}
            for name, (lifecycle, retires) in self.models.items() if lifecycle in wanted
        ]  # fmt: skip
        wire.status(200, json.dumps({"data": data, "has_more": False, "first_id": "", "last_id": ""}).encode())

    def usage(self, body: dict[str, Any]) -> dict[str, Any]:
        """Tokens as the API counts them: the same opening bytes are read from the cache, new ones are written to it."""
        prompt = json.dumps([body.get("system"), body.get("output_config")])
        name = hashlib.sha256(prompt.encode()).hexdigest()
        is_known = name in self.prompts
        self.prompts.add(name)
        size = len(prompt) // 4
        return {
            "input_tokens": len(json.dumps(body.get("messages", []))) // 4, "output_tokens": 1,
            "cache_creation_input_tokens": 0 if is_known else size, "cache_read_input_tokens": size if is_known else 0,
            "cache_creation": {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 0 if is_known else size},
            "service_tier": "standard",
        }  # fmt: skip


def complaint(asked: Asked, models: dict[str, tuple[str, str | None]]) -> tuple[int, str] | None:
    """What the API would not take, as its status and type."""
    if asked.headers.get("authorization") != f"Bearer {KEY}" or "x-api-key" in asked.headers:
        return 401, "authentication_error"
    if asked.path == "/v1/models":
        return None
    body = asked.body
    if models.get(body.get("model", ""), ("retired", None))[0] == "retired":
        return 404, "not_found_error"
    if asked.headers.get("anthropic-version") != VERSION or any(name in body for name in NEVER_SENT):
        return 400, "invalid_request_error"
    form = body.get("output_config", {}).get("format", {})
    if form and (form.get("type") != "json_schema" or not is_strict(form["schema"])):
        return 400, "invalid_request_error"
    is_disabled = body.get("thinking", {}).get("type") in ("disabled", "enabled")
    return (400, "invalid_request_error") if is_disabled and body["model"] == "claude-sonnet-5-5" else None


def is_strict(schema: Any) -> bool:
    """Whether a grammar can be made of it: closed objects and no bounds."""
    if isinstance(schema, list):
        return all(is_strict(each) for each in schema)
    if not isinstance(schema, dict):
        return True
    is_open = schema.get("type") == "object" and schema.get("additionalProperties") is not False
    return not is_open and not any(name in schema for name in FORBIDDEN) and all(map(is_strict, schema.values()))


@contextmanager
def serving(server: LoopbackClaude) -> Iterator[LoopbackClaude]:
    """Run the server on a free port of this machine; its `url` is the address."""

    class Handler(BaseHTTPRequestHandler):
        """Hands every request to the server."""

        def do_GET(self) -> None:
            """The list of models."""
            self.take({})

        def do_POST(self) -> None:
            """A message."""
            self.take(json.loads(self.rfile.read(int(self.headers["content-length"]))))

        def take(self, body: dict[str, Any]) -> None:
            """Answer, as long as somebody listens."""
            headers = {name.lower(): value for name, value in self.headers.items()}
            try:
                server.respond(Wire(self, body, server.usage(body)), Asked(self.path.split("?")[0], headers, body))
            except OSError:
                return  # the caller has gone

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    server.url = f"http://127.0.0.1:{running.server_port}"
    try:
        yield server
    finally:
        running.shutdown()
        running.server_close()
        thread.join()
