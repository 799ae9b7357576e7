"""One attempt over the wire with the real client: a stream that is read to its end, or cut at a moment."""

import logging
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any, Final

import anthropic
import httpx2

from engine.gateways.claude.keys import ClaudeSettings
from engine.gateways.claude.wire.heard import Heard, take_in

VERSION: Final = "2026-10-21"
CONNECT: Final = 5.0  # seconds
LARGEST_REPLY: Final = 200_000  # letters; ours have at most some 12,000
# Whatever else the environment adds to a request (ANTHROPIC_CUSTOM_HEADERS) stays here.
SENT: Final = frozenset({
    "host", "accept", "accept-encoding", "connection", "content-type", "content-length", "user-agent",
    "authorization", "anthropic-version", "idempotency-key",
})  # fmt: skip


class Cord:
    """The connection of one attempt, which another thread may cut: a read that hangs or drips then ends at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: list[Any] = []
        self.is_cut = False

    def trace(self, name: str, told: Mapping[str, Any]) -> None:
        """Take hold of a new connection's socket; what the transport calls as it works."""
        if not name.endswith("connect_tcp.complete"):
            return
        # A copy of the descriptor: encryption takes the socket itself away.
        held = told["return_value"].get_extra_info("socket").dup()
        with self._lock:
            self._held.append(held)
        if self.is_cut:
            self.cut()

    def cut(self) -> None:
        """End every read and write on it."""
        self.is_cut = True
        with self._lock:
            for held in self._held:
                _shut(held)

    def release(self) -> None:
        """Let go of the descriptors."""
        with self._lock:
            for held in self._held:
                held.close()
            self._held.clear()


def _shut(held: Any) -> None:
    try:
        held.shutdown(2)  # both ways
    except OSError:
        return  # it is closed already


@contextmanager
def client_of(settings: ClaudeSettings, seconds: float, cord: Cord) -> Iterator[anthropic.Anthropic]:
    """A client for one attempt that takes nothing from the environment and retries nothing by itself."""
    quiet()

    def prepare(request: httpx2.Request) -> None:
        for name in list(request.headers):
            if name.lower() not in SENT and not name.lower().startswith("x-stainless-"):
                del request.headers[name]
        request.headers["authorization"] = f"Bearer {settings.api_key}"
        request.extensions["trace"] = cord.trace

    timeout = httpx2.Timeout(seconds, connect=min(CONNECT, seconds))
    hooks: dict[str, list[Callable[..., Any]]] = {"request": [prepare]}
    with httpx2.Client(verify=_certificates(), timeout=timeout, event_hooks=hooks, follow_redirects=False) as transport:
        yield anthropic.Anthropic(
            api_key=settings.api_key, base_url=settings.base_url, timeout=timeout, max_retries=0,
            default_headers={"anthropic-version": VERSION}, http_client=transport, open_telemetry=False,
        )  # fmt: skip


def quiet() -> None:
    """Take back what ANTHROPIC_LOG=debug switched on: the client would write whole prompts into the log."""
    for name in ("anthropic", "httpx2", "httpcore2"):
        logging.getLogger(name).setLevel(logging.WARNING)


@cache
def _certificates() -> ssl.SSLContext:
    return httpx2.create_ssl_context()


@contextmanager
def cut_after(seconds: float) -> Iterator[Cord]:
    """A cord that is cut by itself after so many seconds."""
    cord = Cord()
    alarm = threading.Timer(seconds, cord.cut)
    alarm.daemon = True
    alarm.start()
    try:
        yield cord
    finally:
        alarm.cancel()
        cord.release()


def listen(
    settings: ClaudeSettings, body: Mapping[str, Any], seconds: float, heard: Heard, say: Callable[[str], None]
) -> None:
    """Send one request and take in its reply as it comes; ends when the reply does or the time is up."""
    with (
        cut_after(seconds) as cord,
        client_of(settings, seconds, cord) as client,
        client.messages.create(**body, stream=True) as stream,
    ):
        heard.request_id = stream.response.headers.get("request-id", "")
        for event in stream:
            take_in(event, heard, say)
            if cord.is_cut or heard.letters > LARGEST_REPLY:
                return


def listed_models(settings: ClaudeSettings, seconds: float) -> tuple[tuple[str, str, str], ...]:
    """Every model that the account may see: its id, its lifecycle, and the day it retires where that is known."""
    with cut_after(seconds) as cord, client_of(settings, seconds, cord) as client:
        page = client.models.list(lifecycle=["active", "deprecated", "retired"], limit=1000)
        return tuple(
            (str(each.id), str(each.lifecycle), each.retires_at.date().isoformat() if each.retires_at else "")
            for each in page.data
        )
