"""A search for a recommendation that runs beside the pages: it outlives reruns and closed dialogs."""

from threading import Event, Thread

from engine.bots.backtest import Setup
from engine.bots.search.preference import Preference
from engine.core.errors import ToptionError
from engine.services.recommend import Recommendation, recommend
from engine.services.startup import App
from engine.services.tune_bot import Bot


class RecommendJob:
    """One search in a thread of its own; its answer waits here until somebody looks."""

    def __init__(self, app: App, bot: Bot, wanted: Preference, setup: Setup) -> None:
        self.bot, self.wanted, self.setup = bot, wanted, setup
        self.share = 0.0
        self.found: Recommendation | None = None
        self.problem = ""
        self._app, self._stop = app, Event()
        self._thread = Thread(target=self._run, name="recommend", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether it still searches."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Ask it to end after the piece that it is at."""
        self._stop.set()

    def wait(self, seconds: float) -> None:
        """Wait for the answer, but not longer than this."""
        self._thread.join(seconds)

    def _note(self, done: int, of: int) -> None:
        self.share = done / of

    def _run(self) -> None:
        self.problem = "The search broke off. Search again."
        try:
            self.found = recommend(self._app, self.bot, self.wanted, self.setup, self._note, self._stop.is_set)
        except ToptionError as error:
            self.problem = str(error)
        else:
            self.problem = ""
