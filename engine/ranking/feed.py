"""The feed: ideas in, a ranked list out, every place with its score, its chance, its way there and its reason.

Stages, each of which leaves its rank in `Recommendation.steps`: `score` (one idea of each set-up, by fit alone),
`blend` (by the chance that it is traded), `profit` (by what it is worth to show), `book` (less what is held already),
`diversity` (a list that is not all of one kind) and `exploring` (places left to chance, with their probabilities).
Nothing after the draw moves anything: so every propensity is the true one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.ranking.diversity.features import Features, features
from engine.ranking.diversity.surprise import RERANKERS, appetite, opened
from engine.ranking.explain import Place, reason, sight
from engine.ranking.exploration.placing import Listed, explored, exploring_places
from engine.ranking.fitting.chances import chance_of
from engine.ranking.mind import Mind, Wish
from engine.ranking.moves import about_list, facts_of, why_here
from engine.ranking.recommendation import Feed, Recommendation
from engine.ranking.stages.setups import best_of_each, setups
from engine.ranking.stages.worth import outlook, worth
from engine.ranking.way.trace import ranks, total, traced
from engine.scoring import FULL, PARTS, exact_points, score_table

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

HEAD: Final = 3  # lists' lengths that diversity chooses from


@dataclass(frozen=True, slots=True, eq=False)
class _Ranked:
    """Candidates (m,), the best-fitting first, and what each stage thinks of them; `orders` by stage, best first.

    `added` is what every step of a stage added, by stage and step.
    """

    rows: Rows
    points: Floats
    votes: Mapping[str, Floats]
    chance: Floats
    value: Floats
    orders: Mapping[str, Rows]
    added: Mapping[str, Mapping[str, Floats]]

    def __len__(self) -> int:
        return len(self.rows)


def rank(table: OpportunityTable, mind: Mind, wish: Wish, rng: np.random.Generator) -> Feed:
    """The feed of a moment: pure, the same for the same generator."""
    ranked = _ranked(table, mind, wish)
    if wish.order == "best_fit":
        ranked = replace(ranked, orders={"score": ranked.orders["score"]})
        listed = _settled(np.arange(min(wish.top, len(ranked))))
    else:
        ranked, listed = _arranged(table, mind, wish, ranked, rng)
    items = _Telling(table, mind, wish, ranked).items(listed)
    weights = mind.blend.weights
    left_out = (len(table) if wish.rows is None else len(wish.rows)) - len(ranked)
    told = about_list(mind, items, left_out, wish.order == "best_fit")
    trace = traced(ranked.rows, ranked.added, ranked.orders) if wish.is_traced else None
    return Feed(wish.order, items, len(ranked), mind.ranker, weights, told, trace)


def _ranked(table: OpportunityTable, mind: Mind, wish: Wish) -> _Ranked:
    """The candidates with score, votes, chance and value."""
    allowed = np.arange(len(table)) if wish.rows is None else np.asarray(wish.rows, dtype=np.int64)
    scores = score_table(table, mind.taste, wish.weights)
    points = exact_points(scores, allowed)
    alike = np.arange(len(allowed)) if wish.is_whole else setups(table)[allowed]
    kept = best_of_each(alike, points.sum(axis=1))
    rows, points = allowed[kept], points[kept]
    votes = {name: np.nan_to_num(each[rows], nan=0.5) for name, each in mind.votes.items()}
    if mind.climate is not None:
        votes["regime"] = mind.climate.vote(table.strategy[rows])
    votes["fit"] = points.sum(axis=1) / FULL
    terms = mind.blend.terms(votes)
    chance = chance_of(terms)
    added = {
        "score": dict(zip(PARTS, points.T, strict=True)),
        "blend": terms,
        **_worth(table, mind, wish, rows, chance),
    }
    alone = total(added["profit"])
    beside = alone + total(added["book"])
    orders = {name: _best_first(by) for name, by in (("blend", chance), ("profit", alone), ("book", beside))}
    return _Ranked(rows, points, votes, chance, beside, {"score": np.arange(len(rows)), **orders}, added)


def _worth(
    table: OpportunityTable, mind: Mind, wish: Wish, rows: Rows, chance: Floats
) -> Mapping[str, Mapping[str, Floats]]:
    """What each candidate is worth to show, term by term: by itself, and what the book takes off."""
    past = None if mind.past is None else mind.past.rows(rows)
    against = np.zeros(len(rows)) if mind.against is None else np.nan_to_num(mind.against[rows])
    terms = worth(chance, outlook(table.rows(rows), past), against, wish.aims)
    return {"profit": {name: each for name, each in terms.items() if name != "book"}, "book": {"book": terms["book"]}}


def _best_first(by: Floats) -> Rows:
    """Places by a number, the largest first, the better fit first of equal ones."""
    found: Rows = np.argsort(-by, kind="stable")
    return found


def _settled(order: Rows) -> Listed:
    """A list that chance has no part in."""
    return Listed(order, np.ones(len(order)), np.zeros(len(order), dtype=np.bool_))


def _arranged(
    table: OpportunityTable, mind: Mind, wish: Wish, ranked: _Ranked, rng: np.random.Generator
) -> tuple[_Ranked, Listed]:
    """The list after diversity, then its draw."""
    queue = ranked.orders["book"]
    varied = _varied(table, mind, wish, ranked)
    arm = table.strategy[ranked.rows]
    chances = np.full(len(STRATEGIES), 1 / len(STRATEGIES)) if mind.exploring is None else mind.exploring
    wanted = appetite(wish.surprise)
    places = exploring_places(len(varied), wanted.places(len(varied)))
    listed = explored(varied, queue, arm, opened(chances, wanted.openness), places).list(rng)
    orders = {**ranked.orders, "diversity": _then(varied, queue), "exploring": _then(listed.order, queue)}
    return replace(ranked, orders=orders), listed


def _varied(table: OpportunityTable, mind: Mind, wish: Wish, ranked: _Ranked) -> Rows:
    """The list that the chosen kind of diversity makes of the head of the queue."""
    queue = ranked.orders["book"]
    head = _head(queue, table.strategy[ranked.rows], wish.top)
    if wish.diversity == "none" or not len(head):
        return queue[: wish.top]
    known = _features(table.rows(ranked.rows[head]), mind)
    strength = appetite(wish.surprise, wish.diversity).strength
    found: Rows = head[RERANKERS[wish.diversity](ranked.value[head], known, wish.top, strength)]
    return found


def _head(queue: Rows, strategy: NDArray[np.integer], top: int) -> Rows:
    """What diversity chooses from: the best of all, and of each strategy as many as could ever be wanted of it."""
    near = np.zeros(len(queue), dtype=np.bool_)
    near[: HEAD * top] = True
    for number in range(len(STRATEGIES)):
        near[np.flatnonzero(strategy[queue] == number)[:top]] = True
    return queue[near]


def _features(table: OpportunityTable, mind: Mind) -> Features:
    """Groups by strategy and by sector, with the trader's own mix; likeness by depth, time and rank of volatility."""
    sectors = tuple(dict.fromkeys(mind.sectors.get(name, "") for name in table.names))
    place = {name: number if name else -1 for number, name in enumerate(sectors)}
    sector = np.array([place[mind.sectors.get(name, "")] for name in table.names])[table.underlying]
    numbers = np.stack([np.abs(table["delta"]), np.log1p(np.maximum(table["days"], 0.0))], axis=1)
    return features([(table.strategy, mind.mix.over_strategies), (sector, mind.mix.over_sectors(sectors))], numbers)


def _then(first: Rows, queue: Rows) -> Rows:
    """A list, and everybody else behind it in the order of the queue."""
    found: Rows = np.r_[first, queue[~np.isin(queue, first)]]
    return found


class _Telling:
    """Turns places of a list into recommendations, with what all of them need worked out once."""

    def __init__(self, table: OpportunityTable, mind: Mind, wish: Wish, ranked: _Ranked) -> None:
        self.table, self.mind, self.ranked = table, mind, ranked
        self.sight = sight(table, mind, ranked.rows)
        self.is_fit = wish.order == "best_fit"
        self.values = ranked.points / (FULL * np.array(wish.weights.values))
        self.ranks = {stage: ranks(order) for stage, order in ranked.orders.items()}

    def items(self, listed: Listed) -> tuple[Recommendation, ...]:
        """Every place."""
        return tuple(self._item(listed, at) for at in range(len(listed.order)))

    def _item(self, listed: Listed, at: int) -> Recommendation:
        ranked, one = self.ranked, int(listed.order[at])
        row, exploring = int(ranked.rows[one]), bool(listed.is_exploring[at])
        steps = {stage: int(ranks[one]) for stage, ranks in self.ranks.items()}
        ticker = self.table.names[self.table.underlying[row]]
        strategy = NAMES[self.table.strategy[row]]
        points = tuple(ranked.points[one].tolist())
        return Recommendation(
            rank=at + 1, row=row, score=sum(points), parts=points, fit_rank=one + 1, chance=float(ranked.chance[one]),
            value=float("nan") if self.is_fit else float(ranked.value[one]), propensity=float(listed.propensity[at]),
            is_exploring=exploring,
            reason=reason(self.sight, Place(row, tuple(self.values[one].tolist()), exploring)),
            why_here=why_here(steps, facts_of(self.mind, ticker, strategy, ranked.votes, one), exploring),
            votes={name: float(each[one]) for name, each in ranked.votes.items()}, steps=steps,
        )  # fmt: skip
