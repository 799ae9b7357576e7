"""What the headers allow, and that they change nothing else."""

import asyncio
import base64
import hashlib

from starlette.types import Message

from pages.ui.security import INDEX_PAGE, SecurityHeaders, content_policy, script_hashes


def test_each_inline_script_of_the_index_page_has_its_hash() -> None:
    """Computed from the installed page, so that an upgrade of Streamlit does not break the screens."""
    digest = base64.b64encode(hashlib.sha256(b"\n a = 1\n").digest()).decode()
    assert script_hashes("<script>\n a = 1\n</script><script src='x.js'></script>") == [f"'sha256-{digest}'"]
    assert len(script_hashes(INDEX_PAGE.read_text())) == INDEX_PAGE.read_text().count("<script>")


def test_the_policy_allows_neither_inline_scripts_nor_other_hosts() -> None:
    """One word here undoes the whole wall."""
    directives = dict(part.split(" ", 1) for part in content_policy("<script>a</script>").split("; "))
    assert "'unsafe-inline'" not in directives["script-src"]
    assert "'unsafe-eval'" not in directives["script-src"].split()
    assert not any("http" in sources or "*" in sources for sources in directives.values())
    assert directives["frame-ancestors"] == "'self'"


def test_headers_join_the_answer_and_the_body_stays() -> None:
    """The middleware sits before every route: what it changes, it changes everywhere."""
    start, body = asyncio.run(answer("http"))
    headers = dict(start["headers"])
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert headers[b"referrer-policy"] == b"same-origin"
    assert headers[b"content-type"] == b"text/plain"
    assert body == {"type": "http.response.body", "body": b"hello"}


def test_a_websocket_passes_untouched() -> None:
    """Streamlit lives on its websocket."""
    start, _ = asyncio.run(answer("websocket"))
    assert start["headers"] == [(b"content-type", b"text/plain")]


async def answer(kind: str) -> list[Message]:
    """What a tiny application behind the middleware sends for a request of this kind."""
    sent: list[Message] = []

    async def hello(scope, receive, send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": b"hello"})

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    await SecurityHeaders(hello)({"type": kind}, receive, send)
    return sent
