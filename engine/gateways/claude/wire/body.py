"""The body of a request: the cached instructions, one message, the form of the answer."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import anthropic

from engine.chat.claude.prompts import request_text, system_prompt
from engine.chat.claude.schema import SCHEMA
from engine.chat.edits import Request

# Up-front thinking costs seconds that a sentence about settings does not need.
NO_THINKING: Final = frozenset({"claude-sonnet-5-5"})
NO_EFFORT: Final = frozenset({
    "claude-sonnet-4-5", "claude-sonnet-4-5-20250929", "claude-haiku-4-5", "claude-haiku-4-5-20251001",
})  # fmt: skip


def body_of(model: str, request: Request, user: str, max_tokens: int) -> dict[str, Any]:
    """What is sent for one message; `user` is a hash."""
    prompt = {"type": "text", "text": system_prompt(), "cache_control": {"type": "ephemeral", "ttl": "1h"}}
    body: dict[str, Any] = {
        "model": model,
        "max_tokens": max_tokens,
        "system": [prompt],
        "messages": [{"role": "user", "content": request_text(request)}],
        "output_config": {"format": _form(), **({} if model in NO_EFFORT else {"effort": "low"})},
        "metadata": {"user_id": user},
    }
    if model in NO_THINKING:
        body["thinking"] = {"type": "between_tools"}
    return body


def size_of(body: Mapping[str, Any]) -> int:
    """Bytes of what is sent."""
    return len(json.dumps(body, ensure_ascii=False).encode())


@cache
def _form() -> dict[str, Any]:
    """The form of an answer as the API takes it: bounds that no grammar holds become words."""
    return {"type": "json_schema", "schema": anthropic.transform_schema(dict(SCHEMA))}
