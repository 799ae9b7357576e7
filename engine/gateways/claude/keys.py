"""Which key, model and server to use: read from the environment and Streamlit's secrets, and never shown."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from engine.core.errors import InterpreterError
from engine.gateways.claude.money.prices import DEFAULT_MODEL

API: Final = "https://api.anthropic.com"
PLACEHOLDERS: Final = frozenset({"", "your_claude_api_key_here", "your_api_key_here", "changeme"})
KEY_NAMES: Final = ("CLAUDE_API_KEY", "ANTHROPIC_API_KEY")


@dataclass(frozen=True, slots=True)
class ClaudeSettings:
    """How Claude is reached; the key is in no repr. `keeps_words` adds the user's words to the audit lines."""

    api_key: str = field(repr=False)
    model: str = DEFAULT_MODEL
    base_url: str = API
    keeps_words: bool = False

    def anonymous(self, user: str) -> str:
        """A person as others may know them: the same letters every time, and nobody's name."""
        return hmac.new(f"toption {self.api_key}".encode(), user.encode(), hashlib.sha256).hexdigest()[:24]


def _may_have_the_key(url: str) -> bool:
    """Whether what is sent there is encrypted, or stays on this machine."""
    try:
        parts = urlsplit(url)
        here = parts.hostname in ("127.0.0.1", "localhost", "::1")
    except ValueError:
        return False
    return (
        bool(parts.hostname)
        and parts.username is None
        and (parts.scheme == "https" or (parts.scheme == "http" and here))
    )


def settings_from(environment: Mapping[str, str], secrets: Mapping[str, str] | None = None) -> ClaudeSettings | None:
    """The settings in these names, the environment before the secrets; None where there is no key."""

    def chosen(name: str) -> str:
        found = ((given.get(name) or "").strip() for given in (environment, secrets or {}))
        return next((value for value in found if value not in PLACEHOLDERS), "")

    key = next((found for name in KEY_NAMES if (found := chosen(name))), "")
    if not key:
        return None
    if not key.isascii() or not key.isprintable() or " " in key:
        raise InterpreterError("CLAUDE_API_KEY must be one line of plain letters and digits. Copy it again.")
    url = chosen("CLAUDE_BASE_URL") or API
    if not _may_have_the_key(url):
        raise InterpreterError("CLAUDE_BASE_URL must begin with https://, or be this machine. Mend or remove it.")
    keeps = chosen("CLAUDE_AUDIT_WORDS").lower() in ("1", "true", "yes", "on")
    return ClaudeSettings(key, chosen("CLAUDE_MODEL") or DEFAULT_MODEL, url.rstrip("/"), keeps)
