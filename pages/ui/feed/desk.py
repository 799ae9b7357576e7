"""What one visitor has before them in the feed: the idea looked at, what was done last, how long the list is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from engine.ranking.recommendation import Order
from engine.services.browse_feed.steps import Deed, Steps
from engine.traders.events import Event

ONE_PAGE: Final = 20
MOST: Final = 100


@dataclass(slots=True)
class FeedDesk:
    """One visitor's feed.

    `current` is the idea looked at beside the cards; `steps` what this window did and can take back or do again;
    `said` the line about the last act, told with how many ideas it moved. `ranks` are the ranks by idea
    before that act, `shown` those on the screen. `view` is the last ranking with what it was made for; `logged` the
    key of the view that was last kept as shown, `seen` in which view each idea was shown first. `since` is when the
    visitor sat down to these ideas. `count` of them are listed. `usual` is the order that the history gave last,
    `is_pinned` whether the visitor or a link chose one instead; `usual_surprise` and `is_surprise_pinned` are the same
    of the slider. `looking` is the belief that is to open. `is_quizzed` says that the six cards were begun here,
    `quiz_declined` that none is wanted.
    """

    current: str = ""
    steps: Steps = field(default_factory=Steps)
    said: str = ""
    ranks: Mapping[str, int] = field(default_factory=dict)
    shown: Mapping[str, int] = field(default_factory=dict)
    acts: int = 0
    view: tuple[Any, Any] | None = None
    logged: str = ""
    since: int | None = None
    seen: dict[str, str] = field(default_factory=dict)
    count: int = ONE_PAGE
    usual: Order | None = None
    is_pinned: bool = False
    usual_surprise: float | None = None
    is_surprise_pinned: bool = False
    looking: str = ""
    is_quizzed: bool = False
    quiz_declined: bool = False

    def order(self, asked: Order | None) -> Order | None:
        """The order to ask for: None, which leaves it to the history, until somebody chose another one."""
        if asked is not None and asked != self.usual:
            self.is_pinned = True
        return asked if self.is_pinned else None

    def surprise(self, asked: float | None) -> float | None:
        """How much surprise to ask for: None, which leaves it to what is in force, until somebody moved the slider."""
        if asked is not None and asked != self.usual_surprise:
            self.is_surprise_pinned = True
        return asked if self.is_surprise_pinned else None

    def did(self, deed: Deed, title: str, event: Event) -> None:
        """Remember what was done, and where everything stood before."""
        self.steps = self.steps.did(deed, event)
        self.before(f"{PAST[deed]}: {title}.")

    def before(self, said: str) -> None:
        """Keep the ranks as they are on the screen, and the line about what changes them."""
        self.acts += 1
        self.said, self.ranks = said, self.shown

    def moved(self) -> int:
        """How many ideas that stay on the screen have another rank than before the last act."""
        return sum(self.ranks[name] != rank for name, rank in self.shown.items() if name in self.ranks)


PAST: Final[dict[Deed, str]] = {
    "save": "Saved", "unsave": "Off the list", "dismiss": "Dismissed", "trade": "In your book on paper",
}  # fmt: skip
UNDO: Final[dict[Deed, str]] = {
    "save": "Undo save", "unsave": "Undo", "dismiss": "Undo dismiss", "trade": "Undo paper trade",
}  # fmt: skip
