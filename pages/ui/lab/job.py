"""A run of the Lab beside the pages: the maps as soon as they are there, the verdict when luck has been asked."""

from engine.core.errors import ToptionError
from engine.services.lab.found import LabRun, Maps
from engine.services.lab.request import LabRequest
from engine.services.lab.several.markets import MarketsRequest, SeveralRun, over_markets
from engine.services.lab.standing import keep_standing, standing
from engine.services.lab.sweeping import run
from engine.services.startup import App
from pages.ui.lab.beside import Beside


class LabJob:
    """One run, the same for everybody who asks for it.

    `maps` are what it knows before luck has been asked, `found` the whole run, `key` what it is kept under;
    `not_kept` says why it is not.
    """

    def __init__(self, app: App, request: LabRequest) -> None:
        self.request = request
        self.maps: Maps | None = None
        self.found: LabRun | None = None
        self.key = ""
        self.not_kept = ""
        self._app = app
        self.work = Beside("lab", self._work)

    @property
    def was_stopped(self) -> bool:
        """Whether somebody had enough of it before it was done."""
        return self.work.is_stopped and self.found is None

    def _see(self, maps: Maps) -> None:
        self.maps = maps

    def _work(self, work: Beside) -> None:
        key, there = standing(self._app, self.request)
        if there is not None:
            self.key, self.found = key, there
            return
        found = run(self._app, self.request, work.note, lambda: work.is_stopped, seen=self._see)
        if found is not None:
            self._keep(found)
            self.found = found

    def _keep(self, found: LabRun) -> None:
        try:
            self.key = keep_standing(self._app, found)
        except ToptionError as error:  # a full disk must not take away what was worked out
            self.not_kept = str(error)


class MarketsJob:
    """One grid over several markets, the same for everybody who asks for it; `first` is it before luck is asked."""

    def __init__(self, app: App, request: MarketsRequest) -> None:
        self.request = request
        self.first: SeveralRun | None = None
        self.found: SeveralRun | None = None
        self._app = app
        self.work = Beside("markets", self._work)

    @property
    def was_stopped(self) -> bool:
        """Whether somebody had enough of it before it was done."""
        return self.work.is_stopped and self.found is None

    def _see(self, first: SeveralRun) -> None:
        self.first = first

    def _work(self, work: Beside) -> None:
        self.found = over_markets(self._app, self.request, work.note, lambda: work.is_stopped, seen=self._see)
