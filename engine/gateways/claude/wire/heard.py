"""What came of one reply so far: its text, why it stopped, whether it is whole, and what it used."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from engine.gateways.claude.money.prices import Tokens


@dataclass(slots=True)
class Heard:
    """One reply; `is_counted` says that its final usage was told."""

    text: list[str] = field(default_factory=list)
    request_id: str = ""
    model: str = ""
    stop_reason: str | None = None
    is_begun: bool = False
    is_whole: bool = False
    is_counted: bool = False
    usage: dict[str, int] = field(default_factory=dict)
    letters: int = 0

    @property
    def tokens(self) -> Tokens:
        """What was used, as far as it was told."""
        told = self.usage
        hour, all_written = told.get("cache_write_1h", 0), told.get("cache_write", 0)
        return Tokens(
            told.get("input", 0), told.get("output", 0), max(0, all_written - hour), hour,
            told.get("cache_read", 0), told.get("thinking", 0),
        )  # fmt: skip


def take_in(event: Any, heard: Heard, say: Callable[[str], None]) -> None:
    """One event of the stream; fields are taken only where they are what they should be."""
    kind = getattr(event, "type", None)
    if kind == "message_start":
        message = event.message
        heard.is_begun, heard.model = True, str(getattr(message, "model", ""))
        _count(getattr(message, "usage", None), heard)
    elif kind == "content_block_delta" and getattr(event.delta, "type", None) == "text_delta":
        text = event.delta.text
        if isinstance(text, str):
            heard.text.append(text)
            heard.letters += len(text)
            say(text)
    elif kind == "message_delta":
        reason = getattr(event.delta, "stop_reason", None)
        heard.stop_reason = reason if isinstance(reason, str) else heard.stop_reason
        _count(getattr(event, "usage", None), heard)
        heard.is_counted = True
    elif kind == "message_stop":
        heard.is_whole = True


def _count(usage: Any, heard: Heard) -> None:
    """Usage is cumulative: the last number told of each class holds."""
    told = {
        "input": getattr(usage, "input_tokens", None),
        "output": getattr(usage, "output_tokens", None),
        "cache_write": getattr(usage, "cache_creation_input_tokens", None),
        "cache_write_1h": getattr(getattr(usage, "cache_creation", None), "ephemeral_1h_input_tokens", None),
        "cache_read": getattr(usage, "cache_read_input_tokens", None),
        "thinking": getattr(getattr(usage, "output_tokens_details", None), "thinking_tokens", None),
    }
    for name, count in told.items():
        if isinstance(count, int) and not isinstance(count, bool) and count >= 0:
            heard.usage[name] = count
