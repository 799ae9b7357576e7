"""A fetch that runs beside the pages: it outlives reruns and closed dialogs, and nobody else waits for it."""

from threading import Event, Thread

from engine.core.errors import ToptionError
from engine.services.fetch_candles import Fetch, Fetched, Progress, fetch
from engine.services.startup import App


class FetchJob:
    """One fetch in a thread of its own; what comes is in the library, whatever becomes of the page."""

    def __init__(self, app: App, wanted: Fetch) -> None:
        self.wanted = wanted
        self.progress: Progress | None = None
        self.done: Fetched | None = None
        self.problem = ""
        self.is_told = False
        self._app, self._stop = app, Event()
        self._thread = Thread(target=self._run, name="fetch", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether there is more to come."""
        return self._thread.is_alive()

    @property
    def is_stopping(self) -> bool:
        """Whether the person has had enough."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask it to end after the page that is on its way."""
        self._stop.set()

    def _note(self, progress: Progress) -> None:
        self.progress = progress

    def _run(self) -> None:
        self.problem = "The fetch broke off. Fetch again: it goes on from what came."
        try:
            self.done = fetch(self._app, self.wanted, self._note, self._stop.is_set)
        except ToptionError as error:
            self.problem = str(error)
        else:
            self.problem = ""
