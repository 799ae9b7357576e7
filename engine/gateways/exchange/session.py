"""HTTP with an end: an answer that does not arrive whole in time, or is far too large, is given up."""

import time
from typing import Any, Final

import requests
from requests.exceptions import ConnectionError as NotReached
from requests.exceptions import Timeout
from urllib3.exceptions import HTTPError

SILENCE: Final = 5.0  # seconds without a byte, at most
LARGEST: Final = 64 * 2**20  # bytes
PORTION: Final = 65_536


class BoundedSession(requests.Session):
    """A session whose every answer is read within `whole` seconds and at most `LARGEST` bytes."""

    def __init__(self, whole: float) -> None:
        super().__init__()
        self.whole = whole
        self.max_redirects = 3

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        """Send one request and read its answer; Timeout or ConnectionError when it does not come."""
        until = time.monotonic() + self.whole
        wait = min(SILENCE, self.whole)
        response = super().send(request, **{**options, "stream": True, "timeout": (wait, wait)})
        if not options.get("stream"):
            response._content = _read(response, until)  # where requests itself puts what it has read
            response._content_consumed = True
        return response


def _read(response: requests.Response, until: float) -> bytes:
    parts, size = [], 0
    try:
        while part := response.raw.read1(PORTION, decode_content=True):
            parts.append(part)
            size += len(part)
            if time.monotonic() > until:
                raise Timeout("the answer came too slowly")
            if size > LARGEST:
                raise NotReached(f"the answer was larger than {LARGEST} bytes")
    except HTTPError as error:
        raise (Timeout if "timed out" in str(error) else NotReached)(str(error)) from error
    finally:
        response.close()
    return b"".join(parts)
