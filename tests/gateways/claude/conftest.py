"""A server that speaks Claude's interface, ready to answer."""

from collections.abc import Iterator

import pytest

from engine.gateways.claude.reader import load_client
from tests.claude_replies import a_reply
from tests.loopback_claude import LoopbackClaude, serving


@pytest.fixture(scope="session", autouse=True)
def _client() -> None:
    """The client's library, loaded once: on a busy machine that alone takes longer than a short deadline."""
    load_client()


@pytest.fixture
def server() -> Iterator[LoopbackClaude]:
    """A server that answers every request with one edit."""
    with serving(LoopbackClaude(answer=lambda _: a_reply())) as running:
        yield running
