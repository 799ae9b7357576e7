"""The feed that a trader opens: what there is now, ranked by what they like, and what of it was shown."""

import hashlib
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator, stable_name
from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.ranking.diversity.surprise import USUAL
from engine.ranking.feed import rank
from engine.ranking.mind import Diversity, Wish
from engine.ranking.recommendation import Feed, Order
from engine.ranking.stages.worth import Aims
from engine.scoring import Weights
from engine.services.assigned import Assigned, Change, change_of, note_exposed, variant_for
from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.fitted import crowd_now, ranker_now
from engine.services.browse_feed.known import PASSING, events_of, is_passing, next_moment, profile_now
from engine.services.browse_feed.marks import apart, dismissed_rows, last_marks
from engine.services.browse_feed.minds import Lived, mind_of
from engine.services.browse_feed.moment import circumstances_of_all, idea_of, showing
from engine.services.browse_feed.said import corrections_of
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.book import Book
from engine.traders.events import Action, Event
from engine.traders.profile import TraderProfile

THIN: Final = 20  # acts, under which a feed is ordered by fit alone unless asked otherwise


@dataclass(frozen=True, slots=True)
class FeedRequest:
    """What is asked of a feed: its order (None: by how much is known), rows of the table (None: all), how many.

    `surprise` from 0 (more of the same) to 1, None where nobody chose one: as an experiment has it, else the usual;
    like an order, one that is chosen stays chosen, also against an experiment. Diversity, weights and aims are the
    manager's. `since_ms` is when the reader sat down: what was only shown since then does not count yet. `is_traced`:
    with every step of every idea; `is_whole`: every row is listed, where usually one idea stands for its set-up.
    """

    order: Order | None = None
    rows: tuple[int, ...] | None = None
    top: int = 20
    surprise: float | None = None
    diversity: Diversity = "calibrated"
    weights: Weights = field(default_factory=Weights)
    aims: Aims = field(default_factory=Aims)
    since_ms: int | None = None
    is_traced: bool = False
    is_whole: bool = False

    def __post_init__(self) -> None:
        surprise = USUAL if self.surprise is None else self.surprise
        Wish(self.order or "recommended", None, self.top, surprise, self.diversity, self.weights, self.aims)


@dataclass(frozen=True, slots=True, eq=False)
class FeedView:
    """A feed and what it was made of; `key` names this very list until the trader does something.

    `is_cold`: nothing is known of the trader yet. `saved` and `dismissed` are names of ideas, `assigned` the variants
    of experiments that made the list, `weights` those of the score's parts. `default_order` and `default_surprise` are
    those of who chose none, `surprise` what is in force; `by_experiment` names which of "order" and "surprise" an
    experiment set.
    """

    key: str
    feed: Feed
    profile: TraderProfile
    book: Book
    is_cold: bool
    default_order: Order
    saved: frozenset[str]
    dismissed: frozenset[str]
    assigned: tuple[Assigned, ...] = ()
    weights: Weights = field(default_factory=Weights)
    surprise: float = USUAL
    default_surprise: float = USUAL
    by_experiment: frozenset[str] = frozenset()


def feed(app: App, principal: Principal, ideas: Ideas, request: FeedRequest | None = None) -> FeedView:
    """Rank what there is now for this trader. Nothing is kept of it: `mark_shown` does that."""
    assigned, wanted = variant_for(app, principal), request or FeedRequest()
    change = change_of(assigned)
    asked = _as_assigned(wanted, change)
    events = events_of(app, principal)
    acts = [each for each in events if each.action not in PASSING]
    key = _key(app, principal, ideas, asked, len(acts))
    profile = profile_now(app, principal, crowd_now(app), key, asked.since_ms)
    book = book_of(app, principal, ideas)
    marks = last_marks(events)
    saved, dismissed = apart(marks)
    default: Order = change.order or ("best_fit" if len(acts) < THIN else "recommended")
    rows = _rows(ideas, asked, dismissed_rows(ideas.table, marks))
    certain = [each for each in events if not is_passing(each, key, asked.since_ms)]
    counted = [each for each in events if not is_passing(each, key)]
    mind = mind_of(app, principal, ideas, profile, Lived(certain, counted), book)
    usual = USUAL if change.surprise is None else change.surprise
    surprise = usual if asked.surprise is None else asked.surprise
    wish = Wish(
        asked.order or default, rows, asked.top, surprise, asked.diversity, asked.weights, asked.aims,
        asked.is_traced, asked.is_whole,
    )  # fmt: skip
    made = rank(ideas.table, mind, wish, generator(0, key))
    return FeedView(
        key,
        made,
        profile,
        book,
        not acts,
        default,
        saved,
        dismissed,
        assigned,
        asked.weights,
        surprise,
        usual,
        _set(wanted, change),
    )


def mark_shown(app: App, principal: Principal, view: FeedView, ideas: Ideas) -> int:
    """Keep what a view showed, with its propensities, once for each view; how many were new.

    Nothing of what a stakeholder looks at is kept.
    """
    if principal.role == "stakeholder":
        return 0
    now = next_moment(app, principal)
    note_exposed(app, principal, view.assigned, now)
    items = view.feed.items
    around = circumstances_of_all(ideas, [each.row for each in items], view.book)
    own, together = showing(ideas, [each.row for each in items], view.profile.taste(now), view.book)
    events = [
        Event(
            f"{view.key}:{each.rank}", principal.id, Action.SHOWN, now, idea_of(ideas, each.row), then,
            feed=view.key, rank=each.rank, propensity=each.propensity, ranker=view.feed.ranker, fits=fits,
            with_book=together, exploring=float(each.is_exploring),
        )
        for each, then, fits in zip(items, around, own, strict=True)
    ]  # fmt: skip
    return len(app.desk(principal).trader.add_events(events)) if events else 0


def _as_assigned(asked: FeedRequest, change: Change) -> FeedRequest:
    """The request as a trader's variants have it; what somebody chose by hand stays as they chose it."""
    usual = FeedRequest()
    weights = change.weights if change.weights is not None and asked.weights == usual.weights else asked.weights
    surprise = change.surprise if asked.surprise is None else asked.surprise
    return replace(asked, weights=weights, surprise=surprise, order=asked.order or change.order)


def _set(asked: FeedRequest, change: Change) -> frozenset[str]:
    """What of order and surprise an experiment set, since nobody chose it."""
    told = {"order": (asked.order, change.order), "surprise": (asked.surprise, change.surprise)}
    return frozenset(name for name, (own, theirs) in told.items() if own is None and theirs is not None)


def _key(app: App, principal: Principal, ideas: Ideas, asked: FeedRequest, acts: int) -> str:
    """The same for the same trader, ideas, wish and history: what is run again is the same list."""
    rows = "" if asked.rows is None else hashlib.sha256(np.array(asked.rows, np.int64).tobytes()).hexdigest()
    made = (len(ideas.table), int(ideas.table.moment.max(initial=0)))
    surprise = USUAL if asked.surprise is None else asked.surprise
    said, wish = len(corrections_of(app, principal)), (asked.order, asked.top, surprise, asked.diversity)
    whole = ("every row",) if asked.is_whole else ()
    found = ranker_now(app)
    fit = 0 if found is None else found[0].number
    return stable_name(
        "feed", principal.id, acts, said, fit, *made, *wish, *whole, asked.weights, asked.aims, rows, asked.since_ms
    )


def _rows(ideas: Ideas, asked: FeedRequest, left_out: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows that may be shown."""
    many = len(ideas.table)
    rows = np.arange(many) if asked.rows is None else np.array(asked.rows, dtype=np.int64)
    if len(rows) and (rows.min() < 0 or rows.max() >= many):
        raise DataError(f"there are {many:,} ideas, asked were rows up to {rows.max()}.")
    return rows[~np.isin(rows, left_out)]
