"""A feed as its trader sees it, looked through by a manager: how each idea got its place, and what else would do.

Nothing that is tried here is kept: other weights, another order, another kind of diversity are questions. What a
manager flags is.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError, StoreError
from engine.experiments.metrics.segments import segments
from engine.experiments.metrics.tally import tally
from engine.gateways.store.desk import Principal
from engine.gateways.store.managers.desk import READERS, WRITERS, Note
from engine.market.bars import DAY_MS
from engine.ranking.diversity.measures import coverage, gini
from engine.ranking.recommendation import Recommendation
from engine.scoring import FULL, PARTS, Weights, exact_points, score_table
from engine.services.browse_feed.browsing import FeedRequest, FeedView, feed
from engine.services.opportunities.catalogue import Ideas
from engine.services.people import people
from engine.services.startup import LOCAL, App

MOST_TRADERS: Final = 60
FLAG_LETTERS: Final = 500
MOST_BACK: Final = 180
SEEN_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score beside the mean of all ideas: points there, points here, its match in [0, 1], its weight."""

    name: str
    mean: float
    points: float
    match: float
    weight: float


@dataclass(frozen=True, slots=True)
class Moved:
    """One idea in two lists: its row, and its rank in either (None: not in it)."""

    row: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one part's match would have to be for an idea to fit best of all; None where not even a full one does."""

    part: str
    match: float
    needed: float | None


@dataclass(frozen=True, slots=True)
class Flag:
    """An idea that somebody marked: its name, the note, by whom and when (ms)."""

    idea: str
    note: str
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """A list over many traders: scores of what they see (t, k), how often each underlying stands in a list, by name.

    `gini` of those counts over all underlyings there are (0 even, 1 all on one), `coverage` the share shown at all.
    """

    traders: tuple[str, ...]
    scores: NDArray[np.float64]
    underlyings: tuple[tuple[str, int], ...]
    gini: float
    coverage: float


def traders(app: App, principal: Principal) -> tuple[str, ...]:
    """Whose feeds can be looked at: the person of this installation, and the sample world's."""
    _may_read(principal)
    log = people(app)
    return (LOCAL.id, *(sorted(log.traders) if log is not None else ()))


def earlier(app: App, principal: Principal, days: int) -> App:
    """The sample world so many days ago: its ideas, its traders and what was fitted by then; to look at alone."""
    _may_read(principal)
    world = app.store.world()
    if world is None:
        raise DataError("only the sample world can be looked at as it was: make it with `python -m engine sample`.")
    if not 0 <= days <= MOST_BACK:
        raise DataError(f"one can look back 0 to {MOST_BACK} days, asked were {days}.")
    return app.back_to(world.now_ms - days * DAY_MS) if days else app


def review(app: App, principal: Principal, trader: str, ideas: Ideas, request: FeedRequest) -> FeedView:
    """The feed that this trader gets for such a request; nothing is logged or kept."""
    _may_read(principal)
    if trader not in traders(app, principal):
        raise DataError(f"there is no trader {trader[:60]!r} here. Choose one of the list.")
    return feed(app, Principal(trader), ideas, request)


def parts_of(view: FeedView, ideas: Ideas, item: Recommendation, weights: Weights) -> tuple[Part, ...]:
    """An item's score part by part, beside the mean of all ideas for the same trader."""
    scores = score_table(ideas.table, view.profile.taste(), weights)
    every = exact_points(scores, np.arange(len(ideas.table))).mean(axis=0)
    return tuple(
        Part(name, float(mean), points, points / (FULL * weight), weight)
        for name, mean, points, weight in zip(PARTS, every, item.parts, weights.values, strict=True)
    )


def first_if(view: FeedView, ideas: Ideas, item: Recommendation, weights: Weights) -> tuple[Change, ...]:
    """For each part alone: the match with which this idea would have the highest score of all; empty when it has."""
    scores = score_table(ideas.table, view.profile.taste(), weights)
    best = float(exact_points(scores, np.arange(len(ideas.table))).sum(axis=1).max())
    if item.score >= best:
        return ()
    told = []
    for name, points, weight in zip(PARTS, item.parts, weights.values, strict=True):
        match = points / (FULL * weight)
        needed = match + (best - item.score) / (FULL * weight)
        told.append(Change(name, match, needed if needed <= 1 else None))
    return tuple(told)


def moves(one: FeedView, other: FeedView) -> tuple[Moved, ...]:
    """Every idea of either list with its ranks, in the order of the first, then of the second."""
    before, after = ({each.row: each.rank for each in view.feed.items} for view in (one, other))
    rows = [*before, *(row for row in after if row not in before)]
    return tuple(Moved(row, before.get(row), after.get(row)) for row in rows)


def groups(app: App, principal: Principal) -> dict[str, tuple[str, ...]]:
    """The sample world's traders of the last 90 days by segment: what it is called, and who is in it."""
    _may_read(principal)
    log, end = people(app), app.now() + 1
    if log is None:
        return {}
    parts = segments(log, tally(log, end - SEEN_DAYS * DAY_MS, end), end)
    return {
        f"{part.group}: {part.label}": tuple(log.traders[each] for each in np.flatnonzero(part.chosen).tolist())
        for part in parts
    }


def spread(
    app: App, principal: Principal, ideas: Ideas, request: FeedRequest, count: int = 24,
    among: Sequence[str] | None = None,
) -> Spread:  # fmt: skip
    """Scores and shares of underlyings over the lists of so many traders (of those `among`), spread over the names."""
    _may_read(principal)
    if not 1 <= count <= MOST_TRADERS:
        raise DataError(f"1 to {MOST_TRADERS} traders can be looked at together, asked were {count}.")
    known = traders(app, principal) if among is None else tuple(sorted(among))
    if not known:
        raise DataError("there is nobody in that segment. Choose another one.")
    chosen = tuple(known[place] for place in np.unique(np.linspace(0, len(known) - 1, count).astype(int)).tolist())
    views = [feed(app, Principal(each), ideas, request) for each in chosen]
    scores = np.full((len(views), request.top), np.nan)
    counts = np.zeros(len(ideas.table.names))
    for place, view in enumerate(views):
        items = view.feed.items
        scores[place, : len(items)] = [each.score for each in items]
        np.add.at(counts, ideas.table.underlying[[each.row for each in items]], 1)
    ordered = np.argsort(-counts, kind="stable")
    named = tuple((ideas.table.names[each], int(counts[each])) for each in ordered.tolist())
    return Spread(chosen, scores, named, gini(counts), coverage(counts))


def flag(app: App, principal: Principal, idea: str, note: str) -> Flag:
    """Mark an idea with a note for whoever reviews next."""
    text = note.strip()
    if not 1 <= len(text) <= FLAG_LETTERS:
        raise DataError(f"a note must have 1 to {FLAG_LETTERS} letters, had {len(text)}.")
    made = Note("flag", idea, "flagged", json.dumps({"note": text}), principal.id, app.now())
    return _flag(app.desk(principal).manager.append(made))


def may_flag(principal: Principal) -> bool:
    """Whether this role marks ideas."""
    return principal.role in WRITERS


def flags(app: App, principal: Principal) -> tuple[Flag, ...]:
    """Every flag, the newest first."""
    return tuple(reversed([_flag(each) for each in app.desk(principal).manager.notes("flag")]))


def with_weights(request: FeedRequest, weights: Sequence[float]) -> FeedRequest:
    """The same request under other weights, scaled to add up to 1."""
    total = sum(weights)
    if not total > 0:
        raise DataError("weights must be 0 or more, and one of them above 0.")
    shares = [each / total for each in weights]
    shares[0] += 1 - sum(shares)
    return replace(request, weights=Weights(*shares))


def _flag(note: Note) -> Flag:
    return Flag(note.key, str(json.loads(note.content)["note"]), note.by, note.at_ms)


def _may_read(principal: Principal) -> None:
    if principal.role not in READERS:
        raise StoreError(f"a {principal.role} does not see other traders' feeds. Choose another role to review them.")
