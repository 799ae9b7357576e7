"""Everything that can go wrong on the wire, as one outcome each; what the client raises goes no further than this."""

from typing import Any, Final

import anthropic
import httpx2

from engine.gateways.claude.outcomes import Failed, Kind
from engine.gateways.claude.wire.heard import Heard

SPENT: Final = frozenset({
    "enforced_spend_limit_reached", "contract_spend_limit_reached", "linked_organization_spend_limit_reached",
    "linked_organization_billing_unavailable", "user_profile_not_billable", "user_profile_billing_not_authorized",
})  # fmt: skip
BY_TYPE: Final[dict[str, Kind]] = {
    "authentication_error": "auth", "permission_error": "auth", "billing_error": "billing",
    "rate_limit_error": "rate", "overloaded_error": "overloaded", "api_error": "server", "timeout_error": "server",
    "not_found_error": "model", "invalid_request_error": "bad_request", "request_too_large": "bad_request",
}  # fmt: skip
BY_STATUS: Final[dict[int, Kind]] = {
    400: "bad_request", 401: "auth", 402: "billing", 403: "auth", 404: "model", 408: "server", 409: "server",
    413: "bad_request", 422: "bad_request", 429: "rate", 529: "overloaded",
}  # fmt: skip
PASSING: Final[frozenset[Kind]] = frozenset({"rate", "overloaded", "server", "network", "invalid"})
# What the client makes of an answer of another shape than it expects.
NONSENSE: Final = (AttributeError, LookupError, TypeError, ValueError, RecursionError)
# The request stayed here, so it costs nothing.
NEVER_LEFT: Final = (
    httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol,
    httpx2.LocalProtocolError,
)  # fmt: skip
STOPPED: Final[dict[str, Kind]] = {
    "max_tokens": "truncated", "model_context_window_exceeded": "truncated", "refusal": "refusal",
}  # fmt: skip
RAISED: Final = (anthropic.AnthropicError, httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError, *NONSENSE)


def failed(error: BaseException, heard: Heard, is_late: bool) -> Failed:
    """The outcome behind an error of the client, of its transport, or of a reply of another shape."""
    if isinstance(error, anthropic.APIStatusError):
        return _refused(error, heard)
    if isinstance(error.__cause__, NEVER_LEFT):
        return Failed("network", is_passing=True)
    if is_late or isinstance(error, anthropic.APITimeoutError | httpx2.TimeoutException):
        return Failed("timeout", may_cost=True)
    if isinstance(error, (anthropic.APIResponseValidationError, *NONSENSE)):
        return Failed("invalid", is_passing=True, may_cost=True)
    if isinstance(error, anthropic.APIConnectionError | httpx2.HTTPError | httpx2.StreamError | OSError):
        return Failed("network", is_passing=True, may_cost=True)
    return Failed("bad_request")


def _refused(error: anthropic.APIStatusError, heard: Heard) -> Failed:
    """An error that the server itself told; in the middle of a stream its status is 200, so its type counts."""
    kind: Kind | None = BY_TYPE.get(str(error.type)) or BY_STATUS.get(error.status_code)
    if error.error_code in SPENT:
        kind = "billing"
    kind = kind or ("server" if error.status_code >= 500 or heard.is_begun else "bad_request")
    if kind == "bad_request" and error.status_code < 400 and not heard.is_begun:
        kind = "network"  # a redirect: somebody else's page stands between
    heard.request_id = heard.request_id or str(error.request_id or "")
    wait = asked_wait(error.response.headers)
    return Failed(kind, is_passing=kind in PASSING, wait=wait, may_cost=heard.is_begun)


def asked_wait(headers: Any) -> float | None:
    """How many seconds the server asks to wait; None where it does not say so in numbers."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            wait = float(headers.get(name, "")) / unit
        except ValueError:
            continue
        if 0 <= wait < float("inf"):
            return wait
    return None


def unusable(heard: Heard, is_late: bool) -> Failed | None:
    """Why a reply that ended without an error may not be used all the same; None where it may."""
    if heard.is_whole and heard.stop_reason == "end_turn":
        return None
    if heard.stop_reason in STOPPED:
        return Failed(STOPPED[heard.stop_reason])
    if is_late:
        return Failed("timeout", may_cost=True)
    if heard.is_begun and not heard.is_whole:
        return Failed("network", is_passing=True, may_cost=True)
    # 200 and no message in it is a portal's page; another stop reason is nothing that we asked for.
    return Failed("invalid", is_passing=not heard.is_begun, may_cost=not heard.is_begun)
