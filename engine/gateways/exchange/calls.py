"""One call to an exchange and its answer: asked again with growing pauses, and what went wrong said in a line."""

import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any, Final, TypeVar

import ccxt
import numpy as np

from engine.core.errors import ExchangeError
from engine.gateways.exchange.quota import LONGEST_PAUSE, PauseAskedError, Quota, Timing, rest

ATTEMPTS: Final = 4
FIRST_PAUSE: Final = 0.5  # seconds; doubles with every further attempt, and chance halves it at most
PAUSE_WHEN_ASKED_TO_SLOW_DOWN: Final = 5.0  # without a Retry-After of its own
TOLD: Final = 200  # letters of an exchange's own words
ADDRESS: Final = re.compile(r"^[A-Z]+ https?://\S+ ?")  # how the client begins its words about a status
# What a client makes of an answer of another shape than it expects.
NONSENSE: Final = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)

Answer = TypeVar("Answer")


class Calls:
    """The calls of one fetch: they share the exchange's quota, and stop when the person does."""

    def __init__(self, client: Any, quota: Quota, timing: Timing, rng: np.random.Generator) -> None:
        self.client, self.quota, self.timing, self.rng = client, quota, timing, rng
        self.is_stopped: Callable[[], bool] = lambda: False
        self.made = 0

    def ask(self, call: Callable[[], Answer], read: Callable[[Any], Any]) -> Any:
        """What `read` makes of the answer, tried up to four times; ExchangeError when none came."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return read(self._once(call))
            except ccxt.OperationFailed as error:
                failed, pause = told(self.client.id, error), self._asked_pause(error)
            except ccxt.BaseError as error:
                raise told(self.client.id, error) from error
            except PauseAskedError:
                raise
            except ExchangeError as error:
                failed, pause = error, None
            except NONSENSE as error:
                failed, pause = broken(self.client.id), None
                failed.__cause__ = error
            if attempt == ATTEMPTS or (pause or 0) > LONGEST_PAUSE:
                raise failed
            growing = FIRST_PAUSE * 2 ** (attempt - 1) * float(self.rng.uniform(0.5, 1.0))
            rest(self.timing, max(growing, pause or 0), self.is_stopped)
        raise AssertionError("a loop of attempts ends in one of them")

    def _once(self, call: Callable[[], Answer]) -> Answer:
        self.made += 1
        self.client.last_json_response = None
        answer = call()
        # A web page, half an answer or none at all raises nothing in the client.
        if not isinstance(self.client.last_json_response, list) and not self.client.last_json_response:
            raise broken(self.client.id)
        return answer

    def _asked_pause(self, error: ccxt.OperationFailed) -> float | None:
        """Seconds that the exchange asked for, kept for everybody; None when it did not."""
        if not isinstance(error, ccxt.DDoSProtection | ccxt.RateLimitExceeded):
            return None
        pause = self._retry_after()
        self.quota.hold(pause)
        return pause

    def _retry_after(self) -> float:
        headers = self.client.last_response_headers or {}
        given = str(headers.get("Retry-After", "")).strip()
        if given.isdigit():
            return float(min(int(given), 86_400))
        try:
            until = parsedate_to_datetime(given).timestamp()
        except ValueError:
            return PAUSE_WHEN_ASKED_TO_SLOW_DOWN
        return min(max(until - self.timing.wall_ms() / 1000, 0.0), 86_400.0)


def broken(exchange: str) -> ExchangeError:
    """The error for an answer that cannot be read."""
    return ExchangeError(
        f"{exchange} must answer in its own form (JSON), it sent something else, such as a web page or half an"
        " answer. Try again later; nothing of it was used."
    )


def told(exchange: str, error: ccxt.BaseError) -> ExchangeError:
    """What the client's error means, for a trader."""
    own = ADDRESS.sub("", " ".join(str(error).removeprefix(exchange).split())).split("<")[0].strip()[:TOLD]
    for kind, text in (
        (ccxt.RequestTimeout, f"{exchange} did not answer within 5 seconds. Check the connection and fetch again."),
        (
            ccxt.DDoSProtection | ccxt.RateLimitExceeded,
            f"{exchange} asks for fewer calls ({own}). Wait some minutes and fetch again.",
        ),
        (ccxt.OnMaintenance, f"{exchange} is under maintenance. Fetch again later."),
        (ccxt.ExchangeNotAvailable, f"{exchange} is not available now, or not from here ({own}). Fetch again later."),
        (
            ccxt.NetworkError,
            f"{exchange} cannot be reached. Check the connection to the internet and fetch again.",
        ),
        (
            ccxt.PermissionDenied | ccxt.RestrictedLocation | ccxt.AuthenticationError,
            f"{exchange} does not serve this place or asks for a key ({own}). Choose another exchange.",
        ),
    ):
        if isinstance(error, kind):
            return ExchangeError(text)
    return ExchangeError(f"{exchange} refused: {own}. Check exchange, symbol and step, then fetch again.")
