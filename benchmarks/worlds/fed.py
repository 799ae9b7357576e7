"""The whole feed at work in the simulated worlds: what a crowd taught, and a learner that ranks by all of it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.worlds.responses import SHOWN
from benchmarks.worlds.slates import SECTOR_OF, Slate, slate
from engine.core.chance import generator
from engine.ranking.content.fitting import fit_prior
from engine.ranking.content.model import ContentModel
from engine.ranking.feed import rank
from engine.ranking.fitting.chances import FittedChances, Shown, fit_chances
from engine.ranking.fitting.evidence import Models, evidence
from engine.ranking.mind import Wish, mind_of
from engine.ranking.setups.model import SetupModel
from engine.traders.events import Event
from engine.traders.log import EventLog, log_of
from engine.traders.memory.crowd import crowd_of
from engine.traders.profile import learn, profile_of

SEED: Final = 18


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """What a crowd taught, and what of it is asked: the lists of its last weeks as they were and as if all were new."""

    models: Models
    now: Shown
    begun: Shown

    def chances(self) -> FittedChances:
        """The blend's weights."""
        found = fit_chances(self.now, generator(SEED, "weights"), self.begun)
        if found is None:
            sys.exit("Too little was traded.")
        return found


def taught(log: EventLog, from_ms: int) -> Taught:
    """Models of what was before that moment, asked about what came after it."""
    with threadpool_limits(1):
        before = log.until(from_ms)
        models = Models(crowd_of(before, from_ms), fit_prior(before), SetupModel.fit(before, from_ms))
        now, begun = (evidence(log, models, from_ms, SEED, as_new) for as_new in (False, True))
    return Taught(models, now, begun)


def content_of(told: Taught) -> ContentModel:
    """The content model that was taught."""
    if told.models.content is None:
        sys.exit("Nothing was learned.")
    return ContentModel(told.models.content)


class Feed:
    """The whole feed at work in one of the worlds: models, blend and score, without variety and chance."""

    def __init__(self, name: str, told: Taught, chances: FittedChances | None) -> None:
        self.told, self.chances, self.model = told, chances, content_of(told)
        self.state, self.events = self.model.begin(), list[Event]()
        self.profile = profile_of(name, [], slate(0, 0).at_ms, told.models.crowd)
        self.far: list[tuple[float, float]] = []

    def choose(self, candidates: Slate, rng: np.random.Generator) -> list[int]:
        """Ten of the day."""
        now, table = candidates.at_ms, candidates.table
        self.state = self.model.settled(self.state, now)
        mind = replace(mind_of(self.profile, self.events, now), sectors=SECTOR_OF)
        if self.chances is not None:
            votes = {"content": self.model.votes(self.state, table, SECTOR_OF)}
            if self.told.models.setups is not None:
                votes["collaborative"] = self.told.models.setups.votes(log_of(self.events), table, now)
            blend = self.chances.of(self.profile.liked(now), self.profile.taste(now).evidence)
            mind = replace(mind, votes=votes, blend=blend)
        order = "best_fit" if self.chances is None else "recommended"
        found = rank(table, mind, Wish(order, top=len(table), surprise=0.0, diversity="none"), rng).items
        moved = [abs(each.rank - each.fit_rank) for each in found]
        self.far.append((float(np.mean(moved)), float(np.max(moved))))
        return [each.row for each in found[:SHOWN]]

    def learn(self, events: Sequence[Event]) -> None:
        """Everything that came of it."""
        for each in events:
            self.profile, self.state = learn(self.profile, each), self.model.update(self.state, each)
        self.events += events
