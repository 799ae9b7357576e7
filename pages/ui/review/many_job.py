"""One order over the lists of many traders, worked out beside the page: figures after every list, stopped at will."""

from collections.abc import Sequence

from engine.services.browse_feed.browsing import FeedRequest
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings.reviewing import Spread, spreading
from engine.services.startup import App
from pages.ui.lab.beside import Beside


class ManyJob:
    """The work, the same for everybody who asks for it; `found` is what the `done` of `of` traders came to."""

    def __init__(
        self, app: App, ideas: Ideas, request: FeedRequest, count: int, among: Sequence[str] | None
    ) -> None:  # fmt: skip
        self.found: Spread | None = None
        self.of = count
        self._lists = spreading(app, app.principal, ideas, request, count, among)
        self.work = Beside("many traders", self._work)

    @property
    def done(self) -> int:
        """Whose lists are counted."""
        return 0 if self.found is None else len(self.found.traders)

    @property
    def is_cut_short(self) -> bool:
        """Whether somebody had enough of it before the last one."""
        return self.work.is_stopped and not self.work.is_running and self.done < self.of

    def go_on(self) -> None:
        """Count those who were left out when it was stopped."""
        if self.is_cut_short:
            self.work = Beside("many traders", self._work)

    def _work(self, work: Beside) -> None:
        for found in self._lists:
            self.found = found
            if work.is_stopped:
                return
