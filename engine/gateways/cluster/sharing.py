"""Work shared out among a cluster's workers: who is lost costs a piece, which somebody else does again."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from typing import Any, Final

from distributed import Client, Future
from distributed.client import ClosedClientError
from distributed.scheduler import KilledWorker

from engine.bots.sweep.swept import Workload
from engine.core.errors import ClusterError

POLL: Final = 0.02  # seconds between looks at what has come
LOOK: Final = 0.5  # seconds between looks at who is there
FETCHING: Final = (1.0, 60.0)  # seconds that a result may take to come over: at first, and after doubling
AGAIN: Final = 5  # times that pieces are given out anew without any coming back


class Sharing:
    """One piece of work on its way through a cluster: what was given to whom, what came back, who is there."""

    def __init__(self, client: Client, url: str, patience: float, workload: Workload) -> None:
        self.client, self.url, self.patience, self.workload = client, url, patience, workload
        self.waiting: dict[Future, int] = {}
        self.found: dict[int, Any] = {}
        self.of = self.again = 0
        self.fetching = FETCHING[0]
        self.sent: Future | None = None  # kept: who lets go of it lets the workers forget it
        self.looked = self.peopled = time.monotonic()

    def results(self, work: Callable[..., Any], errand: Any, parts: Sequence[tuple[Any, ...]]) -> list[Any] | None:
        """`work(errand, *part)` for every part, in order; the errand is sent once. None when it was cancelled."""
        self.of = len(parts)
        while len(self.found) < self.of:
            if self.workload.is_cancelled:
                self.client.cancel(list(self.waiting), force=True)
                return None
            missing = sorted(set(range(self.of)) - self.found.keys() - set(self.waiting.values()))
            if missing and self._is_peopled():
                self._give(work, errand, {number: parts[number] for number in missing})
            if self._take():
                self.again = 0
                self.workload.tell(len(self.found), self.of)
            else:
                time.sleep(POLL)
                self._look()
        return [self.found[number] for number in range(self.of)]

    def _give(self, work: Callable[..., Any], errand: Any, parts: dict[int, tuple[Any, ...]]) -> None:
        """Send the errand to all and the parts to whoever is free; after a loss, what was lost once more."""
        self.again += 1
        if self.again > AGAIN:
            raise self._lost("the candles were lost again and again")
        try:
            self.sent = self.client.scatter(errand, broadcast=True, hash=False)
            for number, part in parts.items():
                self.waiting[self.client.submit(work, self.sent, *part, pure=False)] = number
        except (OSError, ClosedClientError):  # nobody is there any more: the next look says who went away
            return

    def _take(self) -> bool:
        """Fetch what is done; what was lost is no longer waited for. Whether anything came."""
        before = len(self.found)
        for future, number in list(self.waiting.items()):
            if future.status == "error":
                raise self._failed(future.exception(timeout=FETCHING[1])) from None
            if future.status in ("cancelled", "lost"):
                del self.waiting[future]
            elif future.status == "finished":
                self._fetch(future, number)
        return len(self.found) > before

    def _fetch(self, future: Future, number: int) -> None:
        try:
            self.found[number] = future.result(timeout=self.fetching)
        except TimeoutError:  # a slow line, or whoever had it is gone: then the scheduler has it done again
            self.fetching = min(2 * self.fetching, FETCHING[1])
            return
        except CancelledError:
            pass
        del self.waiting[future]

    def _look(self) -> None:
        """ClusterError when the scheduler has gone, or when nobody has worked for it for too long."""
        if self.client.status != "running":
            raise self._lost("the scheduler went away")
        if time.monotonic() - self.looked > LOOK:
            self._is_peopled()
        if self.looked - self.peopled > self.patience:
            raise self._lost("every worker was lost")

    def _is_peopled(self) -> bool:
        """Whether there is any worker now."""
        self.looked = time.monotonic()
        try:
            is_peopled = bool(self.client.nthreads())
        except OSError as error:
            raise self._lost("the scheduler went away") from error
        if is_peopled:
            self.peopled = self.looked
        return is_peopled

    def _lost(self, how: str) -> ClusterError:
        return ClusterError(
            f"{how} at {self.url} with {len(self.found)} of {self.of} pieces done. Start the cluster again,"
            " then the sweep; or leave --cluster out."
        )

    def _failed(self, error: BaseException) -> BaseException:
        """A piece's failure as somebody can put it right; a mistake in the program as it is."""
        if isinstance(error, KilledWorker):
            return self._lost("one piece ended several workers (most likely for want of memory)")
        if isinstance(error, ImportError):
            return ClusterError(f"a worker at {self.url} cannot load Toption's code ({error}). Start it in a checkout.")
        return error
