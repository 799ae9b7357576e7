"""A year of past sessions scanned beside the page: win rates and usual volumes come when they are there."""

from threading import Thread

import streamlit as st

from engine.core.errors import ToptionError
from engine.services.opportunities.catalogue import Pasts
from engine.services.opportunities.remembering import remember
from engine.services.startup import App
from pages.ui.look import small_print


class PastJob:
    """The work, one for everybody; `found` is None until it is done."""

    def __init__(self, app: App) -> None:
        self.found: Pasts | None = None
        self.problem = ""
        self._app = app
        self._thread = Thread(target=self._run, name="past ideas", daemon=True)
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether there is more to come."""
        return self._thread.is_alive()

    def _run(self) -> None:
        try:
            self.found = remember(self._app)
        except ToptionError as error:  # one damaged snapshot must not take the page away
            self.problem = str(error)


@st.fragment(run_every=1.0)
def awaited(job: PastJob) -> None:
    """Say that more is coming; draw the page again once it is there."""
    if not job.is_running:
        st.rerun()
    small_print("Past sessions are being settled: win rates follow in a moment.")
