"""Somebody of whom little is known, in the sample world: answers move what they are about and scramble nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from scipy.stats import spearmanr

from benchmarks.feed import ideas_now
from engine.core.chance import generator
from engine.market.synthetic import WORLD_SEED, WORLD_START_MS
from engine.options.features.climate import REGIMES
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import NAMES
from engine.ranking.content.fitting import fit_prior
from engine.ranking.content.model import ContentModel
from engine.ranking.feed import rank
from engine.ranking.fitting.chances import Beginning, FittedChances
from engine.ranking.mind import Wish, mind_of
from engine.traders.events import Action, Circumstances, Event, Idea
from engine.traders.profile import profile_of
from engine.traders.simulated.people import people
from engine.traders.simulated.tastes import true_tastes

NOW = WORLD_START_MS
# What a fit on the whole sample world finds, rounded: the content model has nine tenths of what well-known traders get.
BLEND = FittedChances(
    ("fit", "content"), -4.6, np.array([0.1, 0.65]), np.zeros(2), np.array([0.4, -2.8]), np.array([0.2, 2.0]),
    Beginning(1.3, np.array([1.2, 0.0])),
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Town:
    """One session's ideas with their sectors, and a content model that forty simulated traders taught."""

    table: OpportunityTable
    sectors: dict[str, str]
    model: ContentModel

    def idea(self, row: int) -> Idea:
        """What an event remembers of a row."""
        table = self.table
        name, size = table.names[table.underlying[row]], float(table.multiplier[row])
        delta, premium, days, iv, margin, pop = (
            float(table[each][row]) for each in ("delta", "premium", "days", "iv_rank", "margin", "pop")
        )
        return Idea(str(row), name, NAMES[table.strategy[row]], self.sectors.get(name, ""), delta, premium * size, days,
                    iv, margin * size, pop)  # fmt: skip

    def steps(self, done: Sequence[tuple[int, Action]] = (), fit: FittedChances = BLEND) -> dict[int, tuple[int, int]]:
        """The rank of every row by score and by the models' chance, after these acts of somebody new."""
        around = Circumstances(REGIMES[int(self.table["market_regime"][0])])
        events = [
            Event(str(place), "new", action, NOW + 60_000 * place, self.idea(row), around)
            for place, (row, action) in enumerate(done)
        ]
        now = NOW + 60_000 * len(events)
        profile = profile_of("new", events, now)
        votes = {"content": self.model.votes(self.model.learned(events), self.table, self.sectors)}
        blend = fit.of(profile.liked(now), profile.taste(now).evidence)
        mind = replace(mind_of(profile, events, now), votes=votes, blend=blend, sectors=self.sectors)
        wish = Wish(top=1_000, surprise=0.0, diversity="none")
        found = rank(self.table, mind, wish, generator(0, "thin"))
        return {each.row: (each.steps["score"], each.steps["blend"]) for each in found.items}


@pytest.fixture(scope="module")
def town() -> Town:
    """Fitted once."""
    log = people(WORLD_SEED, NOW).log
    taught = log.rows(np.flatnonzero((log.trader < 40) & (log.at_ms > NOW - 90 * 86_400_000)))
    table, sectors = ideas_now(true_tastes(WORLD_SEED).underlyings)
    return Town(table, sectors, ContentModel(fit_prior(taught, turns=3)))


def moved(steps: dict[int, tuple[int, int]]) -> float:
    """How far the order by the models' chance is from that by score, on average."""
    return float(np.mean([abs(one - other) for one, other in steps.values()]))


def by_score(town: Town) -> list[int]:
    """Rows as somebody new sees them by fit."""
    known = town.steps()
    return sorted(known, key=lambda row: known[row][0])


def test_dismissals_alone_bring_the_order_back_to_the_score(town: Town) -> None:
    """What is left when much is ruled out is little known: models that went on guessing moved it further each time."""
    rows = by_score(town)
    begins = moved(town.steps())
    ways = {many: moved(town.steps([(row, Action.DISMISS) for row in rows[:many]])) for many in (1, 3, 8, 20)}
    assert max(ways.values()) < 1.3 * begins
    assert ways[20] < ways[8] < begins
    assert ways[20] < begins / 4


def test_eight_dismissals_of_one_kind_lower_that_kind_and_leave_the_others_in_their_order(town: Town) -> None:
    """Who turns down puts has said nothing of calendars."""
    before, rows = town.steps(), by_score(town)
    kind = town.table.strategy[rows[0]]
    same = [row for row in rows if town.table.strategy[row] == kind]
    after = town.steps([(row, Action.DISMISS) for row in same[:8]])
    assert np.mean([after[row][1] for row in after if row in same]) > 2 * np.mean([before[row][1] for row in same])
    others = [row for row in before if row in after and row not in same]
    ranks = [[one[row][1] for row in others] for one in (before, after)]
    assert len(others) > 400
    assert spearmanr(*ranks).statistic > 0.8


@pytest.mark.parametrize("acts", [[], [Action.SAVE], [Action.TRADE], [Action.DISMISS] * 3])
def test_models_say_less_of_somebody_they_hardly_know(town: Town, acts: list[Action]) -> None:
    """A fit's weights are those of people with a year behind them."""
    done = list(zip(by_score(town), acts, strict=False))
    assert moved(town.steps(done)) < 0.9 * moved(town.steps(done, replace(BLEND, first=None)))
