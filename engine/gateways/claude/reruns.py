"""One message is one call: whoever asks again, at once or later, follows the call that runs or has run."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Final

from engine.gateways.claude.outcomes import Answer, Piece

KEPT: Final = 500  # answers that are remembered; an older message is known from the ledger
Work = Callable[[Callable[[str], None]], Answer]


class Running:
    """One call on its own thread: it goes on when the page that asked is gone, and can be followed by several.

    Unlike `Ongoing` it remembers its answer and ends at a deadline whatever its thread does.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._pieces: list[str] = []
        self._answer: Answer | None = None
        self._started = time.monotonic()

    def start(self, work: Work) -> None:
        """Begin; `work` is given a way to say pieces and returns the answer."""
        threading.Thread(target=self._run, args=(work,), name="claude", daemon=True).start()

    def _run(self, work: Work) -> None:
        answer = Answer("server", told="The request to Claude ended by a fault in Toption. Nothing was changed.")
        try:
            answer = work(self._say)
        finally:
            self._end(answer)

    def _say(self, piece: str) -> None:
        with self._changed:
            if self._answer is None:
                self._pieces.append(piece)
                self._changed.notify_all()

    def _end(self, answer: Answer) -> None:
        with self._changed:
            self._answer = self._answer or answer
            self._changed.notify_all()

    @property
    def is_over(self) -> bool:
        """Whether the answer is there."""
        return self._answer is not None

    def follow(self, seconds: float, too_late: Answer) -> Iterator[Piece | Answer]:
        """Every piece from the first on, then the answer; `too_late` when none came within `seconds` of the start."""
        place = 0
        while True:
            with self._changed:
                left = self._started + seconds - time.monotonic()
                if place == len(self._pieces) and self._answer is None:
                    if left <= 0:
                        self._answer = too_late
                    else:
                        self._changed.wait(left)
                pieces, answer = self._pieces[place:], self._answer
            place += len(pieces)
            yield from (Piece(piece) for piece in pieces)
            if answer is not None:
                yield answer
                return


class Reruns:
    """The calls of this process by their keys."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: OrderedDict[str, Running] = OrderedDict()

    def of(self, key: str, work: Work) -> Running:
        """The call of this key, begun now if it is the first of its key."""
        with self._lock:
            running = self._known.get(key)
            if running is None:
                running = self._known[key] = Running()
                running.start(work)
            self._known.move_to_end(key)
            while len(self._known) > KEPT and next(iter(self._known.values())).is_over:
                self._known.popitem(last=False)
            return running
