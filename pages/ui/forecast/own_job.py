"""Forecast models of one's own at work beside the pages: each takes up to seconds, and no page waits for them."""

from dataclasses import dataclass
from threading import Thread

from engine.core.errors import ToptionError
from engine.services.startup import App
from engine.services.track.own_models import OwnForecast, own_forecasts


class OwnJob:
    """Every installed model's forecast of one market, made in a thread of its own and then in the record."""

    def __init__(self, app: App, symbol: str, step: str) -> None:
        self.found: tuple[OwnForecast, ...] = ()
        self.problem = ""
        self._app, self._market = app, (symbol, step)
        self._thread = Thread(target=self._run, name="own models", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether there is more to come."""
        return self._thread.is_alive()

    def _run(self) -> None:
        self.problem = "The models broke off. Open the tab again later."
        try:
            self.found = own_forecasts(self._app, *self._market)
        except ToptionError as error:
            self.problem = str(error)
        else:
            self.problem = ""


@dataclass(frozen=True, slots=True)
class Own:
    """Models of one's own as they were when a run of the page began: names, work, whether it was done by then."""

    names: tuple[str, ...]
    job: OwnJob | None
    is_done: bool
