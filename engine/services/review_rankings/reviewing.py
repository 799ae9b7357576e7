"""A feed as its trader sees it, looked through by a manager: how each idea got its place, and what else would do.

Nothing that is tried here is kept: other weights, another order, another kind of diversity are questions. What a
manager flags is.
"""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError, StoreError
from engine.core.interval import Interval
from engine.experiments.metrics.segments import segments
from engine.experiments.metrics.tally import tally
from engine.gateways.store.desk import Principal
from engine.gateways.store.managers.desk import READERS, WRITERS, Note
from engine.market.bars import DAY_MS
from engine.ranking.diversity.measures import coverage, gini_of_many
from engine.ranking.stages.setups import setups
from engine.scoring import Weights
from engine.services.browse_feed.browsing import FeedRequest, FeedView, feed
from engine.services.browse_feed.fitted import rankers_of
from engine.services.opportunities.catalogue import Ideas
from engine.services.people import people
from engine.services.startup import LOCAL, App

MOST_TRADERS: Final = 1_000
FLAG_LETTERS: Final = 500
MOST_BACK: Final = 180
SEEN_DAYS: Final = 90


@dataclass(frozen=True, slots=True)
class Fit:
    """A version of the fitted models: its number, the last moment that it knows (ms), whether it was rolled back."""

    number: int
    until_ms: int
    is_rolled_back: bool


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

    `setups` (s,) are all that there are, `places` (t, s) where each trader has them, 0 where it was not ranked. `gini`
    of the underlyings' counts over all there are (0 even, 1 all on one) is ranged over traders, `coverage` the share
    shown at all.
    """

    traders: tuple[str, ...]
    scores: NDArray[np.float64]
    setups: NDArray[np.int64]
    places: NDArray[np.int64]
    underlyings: tuple[tuple[str, int], ...]
    gini: Interval
    coverage: float

    def places_of(self, setup: int) -> NDArray[np.int64]:
        """Where the traders that have this set-up ranked have it, the nearest first."""
        found = self.places[:, np.searchsorted(self.setups, setup)]
        return np.sort(found[found > 0])


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


def fits(app: App, principal: Principal) -> tuple[Fit, ...]:
    """Versions of the fitted models to look at a feed by, the newest first; none knows what came later."""
    _may_read(principal)
    known = rankers_of(app.settings).versions()
    return tuple(
        Fit(each.number, each.until_ms, bool(each.rolled_back))
        for each in known
        if each.is_there and each.until_ms <= app.now() + DAY_MS
    )


def ranked_by(app: App, principal: Principal, fit: int) -> App:
    """The engine with another version of the fitted models (0: none, the score alone), to look at alone."""
    numbers = [each.number for each in fits(app, principal)]
    if fit and fit not in numbers:
        told = ", ".join(map(str, numbers)) or "none"
        raise DataError(f"a fit must be one that is here and knew no more than that day ({told}) or 0, was {fit}.")
    return app.ranked_by(fit)


def review(app: App, principal: Principal, trader: str, ideas: Ideas, request: FeedRequest) -> FeedView:
    """The feed that this trader gets for such a request; nothing is logged or kept."""
    _may_read(principal)
    if trader not in traders(app, principal):
        raise DataError(f"there is no trader {trader[:60]!r} here. Choose one of the list.")
    return feed(app, Principal(trader), ideas, request)


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
    return deque(spreading(app, principal, ideas, request, count, among), maxlen=1)[0]


def spreading(
    app: App, principal: Principal, ideas: Ideas, request: FeedRequest, count: int = 24,
    among: Sequence[str] | None = None,
) -> Iterator[Spread]:  # fmt: skip
    """The same after every one of these lists, so that the first figures need not wait for the last trader."""
    chosen, alone = _spread_over(app, principal, count, among), app.apart()
    known, code = np.unique(setups(ideas.table), return_inverse=True)
    scores: list[NDArray[np.float64]] = []
    places: list[NDArray[np.int64]] = []
    counts: list[NDArray[np.float64]] = []
    for each in chosen:
        made = feed(alone, Principal(each), ideas, replace(request, is_traced=True)).feed
        own, at = np.full(request.top, np.nan), np.zeros(len(known), dtype=np.int64)
        own[: len(made.items)] = [item.score for item in made.items]
        shown = ideas.table.underlying[[item.row for item in made.items]]
        counts.append(np.bincount(shown, minlength=len(ideas.table.names)).astype(np.float64))
        if made.trace is not None:
            at[code[made.trace.rows]] = made.trace.columns[-1].place
        scores.append(own)
        places.append(at)
        together = np.stack(counts).sum(axis=0)
        ordered = np.argsort(-together, kind="stable").tolist()
        named = tuple((ideas.table.names[name], int(together[name])) for name in ordered)
        yield Spread(
            chosen[: len(scores)],
            np.stack(scores),
            known,
            np.stack(places),
            named,
            gini_of_many(np.stack(counts)),
            coverage(together),
        )


def _spread_over(app: App, principal: Principal, count: int, among: Sequence[str] | None) -> tuple[str, ...]:
    """So many traders, as far apart in the list of names as they can be."""
    known = traders(app, principal) if among is None else tuple(sorted(among))
    if not 1 <= count <= MOST_TRADERS:
        raise DataError(f"1 to {MOST_TRADERS} traders can be looked at together, asked were {count}.")
    if not known:
        raise DataError("there is nobody in that segment. Choose another one.")
    return tuple(known[place] for place in np.unique(np.linspace(0, len(known) - 1, count).astype(int)).tolist())


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
