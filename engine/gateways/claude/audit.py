"""One line for each call: what was asked, what came of it and what it cost; nobody's words unless that is wished."""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from engine.chat.edits import Proposal, Request
from engine.chat.secrets import redacted
from engine.gateways.claude.outcomes import Answer


def line_of(answer: Answer, stop_reason: str | None, request: Request | None) -> dict[str, Any]:
    """The line of a call that ended; with the request only where its words may be kept."""
    line: dict[str, Any] = {
        "kind": answer.kind,
        "model": answer.model,
        "request_id": answer.request_id,
        "tokens": asdict(answer.tokens),
        "cost_usd": answer.cost_usd,
        "latency_ms": answer.latency_ms,
        "attempts": answer.attempts,
        "stop_reason": stop_reason,
        "proposal": fingerprint(answer.proposal) if answer.proposal else "",
    }
    if request is not None:
        line |= {"words": redacted(request.words), "pasted": redacted(request.pasted)}
    return line


def fingerprint(proposal: Proposal) -> str:
    """Letters that two equal proposals share, and that say nothing about their content."""
    return hashlib.sha256(json.dumps(asdict(proposal), sort_keys=True).encode()).hexdigest()[:16]
