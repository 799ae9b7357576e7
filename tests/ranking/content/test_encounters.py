"""Events of one idea become one encounter, and the crowd's habits are found again in what came of them."""

import numpy as np
import pytest

from engine.market.bars import DAY_MS
from engine.ranking.content.encounters import SESSION_MS, Outcome, encounters_of, looked_at
from engine.ranking.content.foretold import Foretold, steps
from engine.ranking.content.responses import USUAL, Habits
from engine.traders.events import Action, Event, Idea
from engine.traders.log import log_of


def event(action: Action, at_ms: int, delta: float = 0.3, rank: int = 0, trader: str = "ann") -> Event:
    idea = Idea("an idea", "SIM-A", "wheel", delta=delta)
    return Event(f"{trader}/{action}/{at_ms}/{delta}", trader, action, at_ms, idea, rank=rank)


def outcomes(*events: Event) -> list[int]:
    return encounters_of(log_of(events)).outcome.tolist()


def test_how_far_it_went_is_what_came_of_it() -> None:
    """Opened and then saved is saved; an end of a trade is no encounter of its own."""
    shown, view, save = event(Action.SHOWN, 1, rank=3), event(Action.VIEW, 2), event(Action.SAVE, 3)
    assert outcomes(shown) == [Outcome.PASSED]
    assert outcomes(shown, view) == [Outcome.LEFT]
    assert outcomes(shown, view, save) == [Outcome.SAVED]
    assert outcomes(shown, view, save, event(Action.TRADE, 4), event(Action.PROFIT, 5)) == [Outcome.TRADED]
    assert outcomes(shown, event(Action.DISMISS, 2)) == [Outcome.DISMISSED]
    assert outcomes(shown, view, event(Action.DISMISS, 3)) == [Outcome.LEFT_DISMISSED]


def test_another_trader_another_delta_another_day_is_another_encounter() -> None:
    """And another session; what was found without a list has no rank."""
    met = encounters_of(log_of([
        event(Action.SHOWN, 1, rank=2), event(Action.VIEW, 2), event(Action.VIEW, 2, delta=0.31),
        event(Action.SHOWN, 3, rank=7), event(Action.SHOWN, 2 * SESSION_MS, rank=5),
        event(Action.VIEW, 2, trader="bob"), event(Action.SAVE, 3 * DAY_MS),
    ]))  # fmt: skip
    assert sorted(zip(met.rank.tolist(), met.outcome.tolist(), strict=True)) == [
        (0, Outcome.LEFT), (0, Outcome.LEFT), (0, Outcome.SAVED), (2, Outcome.LEFT), (5, Outcome.PASSED),
    ]  # fmt: skip


def test_habits_are_found_again_in_what_they_bring() -> None:
    """6,000 encounters with known likings: ranks, offsets and slopes come out, and likings half as steep are told."""
    true = Habits(np.array([1.0, 0.6, 0.4, *[0.4] * 47]), (-1.0, 0.8), (-2.0, 0.6), (-3.0, -1.2))
    rng = np.random.default_rng(5)
    f, rank = rng.normal(-1, 2, 6_000), rng.integers(1, 4, 6_000)
    chance = rng.random((5, 6_000))
    seen, opened = chance[0] < looked_at(true, rank), chance[1] < np.exp(true.opened(f))
    taken, traded = chance[2] < np.exp(true.taken(f)), chance[3] < np.exp(true.traded(f))
    away = chance[4] < 1 / (1 + np.exp(-(true.dismissing[0] + true.dismissing[1] * f)))
    came = np.where(opened, np.where(taken, np.where(traded, 3, 2), np.where(away, 5, 1)), np.where(away, 4, 0))
    told = Foretold(f / 2, np.zeros_like(f), rank, np.where(seen, came, 0))
    habits, before = USUAL, told.f
    for _ in range(6):
        habits, offset, slope = steps(Foretold(before, told.variance, told.rank, told.outcome), habits)
        before = offset + slope * before
    assert np.polyfit(f, before, 1) == pytest.approx([1.0, 0.0], abs=0.25)
    assert habits.examined[:3] == pytest.approx([1.0, 0.6, 0.4], abs=0.1)
    assert habits.taking == pytest.approx(true.taking, abs=0.3)
