"""Who learns in the simulated worlds: the content model, the plain weighted profile, LinUCB and LinTS."""

from collections.abc import Sequence
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from benchmarks.worlds.responses import NOISE, SHOWN, TAKES, VIEWS, Person
from benchmarks.worlds.slates import USUAL, Market, Slate, slate
from benchmarks.worlds.tastes import log_premium
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.content.model import QUIZ, ContentModel
from engine.scoring import score_table, top
from engine.traders.events import WEIGHTS, Action, Event
from engine.traders.memory.crowd import Crowd
from engine.traders.profile import TraderProfile, learn

Floats = NDArray[np.float64]
QUIZ_DAY: Final = -50  # the cards come from a slate that nobody is shown later
BOLDNESS: Final = 0.1  # of LinUCB and LinTS: the best of 0.05, 0.1, 0.2 and 0.3


class Content:
    """The content model, drawing weights as they may be."""

    def __init__(self, model: ContentModel, answers: Sequence[Event] = ()) -> None:
        self.model, self.state = model, model.begin()
        self.learn(answers)

    def choose(self, candidates: Slate, rng: np.random.Generator) -> list[int]:
        """The ten best by one draw."""
        state = self.model.settled(self.state, candidates.at_ms)
        votes = self.model.draw(state, candidates.table, candidates.market.sector_of, rng)
        return [int(each) for each in np.argsort(-votes, kind="stable")[:SHOWN]]

    def learn(self, events: Sequence[Event]) -> None:
        """Event by event, as they come."""
        for event in events:
            self.state = self.model.update(self.state, event)


class Profile:
    """The plain weighted profile: what he liked is liked, scored in five parts."""

    def __init__(self, name: str, crowd: Crowd, at_ms: int) -> None:
        self.profile = TraderProfile(name, at_ms, crowd=crowd)

    def choose(self, candidates: Slate, rng: np.random.Generator) -> list[int]:  # noqa: ARG002 - it does not explore
        """The ten best scores."""
        scores = score_table(candidates.table, self.profile.taste(candidates.at_ms))
        return [int(each) for each in top(scores, SHOWN).row]

    def learn(self, events: Sequence[Event]) -> None:
        """Event by event, as they come."""
        for event in events:
            self.profile = learn(self.profile, event)


class Linear:
    """LinUCB and LinTS by the book: ridge regression of rewards (weight / 10 of the strongest action) on plain facts.

    Facts: strategy, ticker, sector; |delta|, log premium, log days, rank of volatility, chance, and their squares.
    """

    def __init__(self, kind: Literal["LinUCB", "LinTS"], boldness: float = BOLDNESS, market: Market = USUAL) -> None:
        size = 1 + len(STRATEGIES) + len(market.tickers) + len(market.sectors) + 10
        self.kind, self.boldness = kind, boldness
        self.inverse, self.sums = np.eye(size), np.zeros(size)
        self.seen: dict[str, Floats] = {}

    def choose(self, candidates: Slate, rng: np.random.Generator) -> list[int]:
        """The ten best by an optimist's bound, or by one draw."""
        facts, mean = plain_facts(candidates), self.inverse @ self.sums
        if self.kind == "LinTS":
            root = np.linalg.cholesky(self.inverse + 1e-9 * np.eye(len(mean)))
            values = facts @ (mean + self.boldness * (root @ rng.normal(size=len(mean))))
        else:
            values = facts @ mean + self.boldness * np.sqrt(np.einsum("ij,ij->i", facts @ self.inverse, facts))
        rows = [int(each) for each in np.argsort(-values, kind="stable")[:SHOWN]]
        self.seen = {candidates.idea(row).id: facts[row] for row in rows}
        return rows

    def learn(self, events: Sequence[Event]) -> None:
        """One step of regression for everything shown."""
        reward = dict.fromkeys(self.seen, 0.0)
        for event in events:
            reward[event.idea.id] = max(reward[event.idea.id], WEIGHTS[event.action] / 10, key=abs)
        for idea, fact in self.seen.items():
            toward = self.inverse @ fact
            self.inverse -= np.outer(toward, toward) / (1 + fact @ toward)
            self.sums += fact * reward[idea]


def plain_facts(candidates: Slate) -> Floats:
    """One line for every row, numbers about 0 ± 1."""
    table = candidates.table
    numbers = np.column_stack((
        (np.abs(table["delta"]) - 0.2) / 0.15, (log_premium(candidates) - 5.5) / 1.2, np.log1p(table["days"]) - 3,
        table["iv_rank"] / 50 - 1, (table["pop"] - 0.6) / 0.15,
    ))  # fmt: skip
    return np.hstack((
        np.ones((len(table), 1)), np.eye(len(STRATEGIES))[candidates.strategy],
        np.eye(len(table.names))[table.underlying], np.eye(len(candidates.market.sectors))[candidates.sector],
        numbers, numbers**2,
    ))  # fmt: skip


def quizzed(who: Person, seed: int, rows: Sequence[int], rng: np.random.Generator) -> list[Event]:
    """His answers to these cards: yes (saved) where he would take it, perhaps (viewed), no (dismissed)."""
    candidates, found = slate(seed, QUIZ_DAY, market=who.market), []
    for place, row in enumerate(rows):
        mood = who.wants(candidates)[row] + NOISE * rng.normal()
        action = Action.SAVE if mood >= TAKES else Action.VIEW if mood >= VIEWS else Action.DISMISS
        about = (candidates.idea(row), candidates.circumstances)
        at_ms = candidates.at_ms + place
        found.append(Event(f"{who.name}/card {place}", who.name, action, at_ms, *about, ranker=QUIZ))
    return found
