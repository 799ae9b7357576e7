"""A run of the Lab beside the pages: the maps as soon as they are there, the verdict when luck has been asked."""

from threading import Event, Thread

from engine.core.errors import ToptionError
from engine.services.lab.found import LabRun, Maps
from engine.services.lab.request import LabRequest
from engine.services.lab.stages import Progress
from engine.services.lab.standing import keep_standing, standing
from engine.services.lab.sweeping import run
from engine.services.startup import App


class LabJob:
    """One run in a thread of its own, the same for everybody who asks for it; it outlives reruns and pages left.

    `maps` are what it knows before luck has been asked, `found` the whole run, `key` what it is kept under;
    `not_kept` says why it is not.
    """

    def __init__(self, app: App, request: LabRequest) -> None:
        self.request = request
        self.progress: Progress | None = None
        self.maps: Maps | None = None
        self.found: LabRun | None = None
        self.key = ""
        self.problem = ""
        self.not_kept = ""
        self._app, self._stop = app, Event()
        self._thread = Thread(target=self._run, name="lab", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether there is more to come."""
        return self._thread.is_alive()

    @property
    def was_stopped(self) -> bool:
        """Whether somebody had enough of it before it was done."""
        return self._stop.is_set() and self.found is None

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

    def _note(self, progress: Progress) -> None:
        self.progress = progress

    def _see(self, maps: Maps) -> None:
        self.maps = maps

    def _run(self) -> None:
        self.problem = "The run broke off. Press Run."
        try:
            self._work()
        except ToptionError as error:
            self.problem = str(error)
        else:
            self.problem = ""

    def _work(self) -> None:
        self.key, there = standing(self._app, self.request)
        if there is not None:
            self.found = there
            return
        self.key = ""
        found = run(self._app, self.request, self._note, self._stop.is_set, seen=self._see)
        if found is not None:
            self._keep(found)
            self.found = found

    def _keep(self, found: LabRun) -> None:
        try:
            self.key = keep_standing(self._app, found)
        except ToptionError as error:  # a full disk must not take away what was worked out
            self.not_kept = str(error)
