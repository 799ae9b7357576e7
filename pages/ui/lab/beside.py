"""Work beside the pages: it outlives reruns and pages left, tells how far it is, and can be stopped."""

from collections.abc import Callable
from threading import Event, Thread

from engine.core.errors import ToptionError
from engine.services.lab.stages import Progress


class Beside:
    """One piece of work in a thread of its own; `problem` says why it came to nothing."""

    def __init__(self, name: str, work: Callable[["Beside"], None]) -> None:
        self.progress: Progress | None = None
        self.problem = ""
        self._work, self._stop = work, Event()
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether there is more to come."""
        return self._thread.is_alive()

    @property
    def is_stopped(self) -> bool:
        """Whether somebody has had enough of it."""
        return self._stop.is_set()

    @property
    def share(self) -> float:
        """How far the present stage is, 0 to 1."""
        return 0.0 if self.progress is None else min(1.0, self.progress.done / max(1, self.progress.of))

    def stop(self) -> None:
        """Ask it to end after the piece that it is at."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Wait for the end, but not longer than this."""
        self._thread.join(seconds)

    def note(self, progress: Progress) -> None:
        """Hear how far it is."""
        self.progress = progress

    def _run(self) -> None:
        self.problem = "The run broke off. Press Run."
        try:
            self._work(self)
        except ToptionError as error:
            self.problem = str(error)
        else:
            self.problem = ""
