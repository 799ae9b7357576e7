"""Outcomes of people's trades, by kind."""

import pytest

from engine.ranking.stages.past import past_of
from engine.traders.events import Action, Event, Idea
from engine.traders.log import log_of
from tests.ideas import NOW, table


def ended(count: int, outcome: float, delta: float = 0.25, strategy: str = "wheel") -> list[Event]:
    """So many trades with that outcome."""
    idea = Idea("x", "KO", strategy, delta=delta, days=30.0)
    kind = Action.PROFIT if outcome > 0 else Action.LOSS
    return [Event(f"{strategy}{delta}{at}", "ann", kind, NOW - at, idea, outcome=outcome) for at in range(count)]


def test_a_cells_mean_is_drawn_to_its_strategys_by_hand() -> None:
    """40 at +.1 here and 60 at −.1 elsewhere: the strategy's −.02 counts as 20 of them: (4 − .4) / 60."""
    log = log_of(ended(40, 0.1) + ended(60, -0.1, delta=0.6))
    row = table(["PEP", "PEP"], ["wheel", "calendar"], delta=0.25, days=30.0)
    found = past_of(log, row)
    assert found.count.tolist() == [60.0, 0.0]
    assert found.mean[0] == pytest.approx((40 * 0.1 + 20 * -0.02) / 60)


def test_one_trades_luck_is_clipped_and_what_is_no_end_does_not_count() -> None:
    """Ten margins won once say nothing of the next trade; saves have no outcome."""
    saved = Event("s", "ann", Action.SAVE, NOW, Idea("y", "KO", "wheel", delta=0.25, days=30.0))
    found = past_of(log_of([*ended(1, 10.0), saved]), table(["KO"], ["wheel"], delta=0.25, days=30.0))
    assert (found.mean[0], found.count[0]) == (1.0, 2.0)
    assert past_of(log_of([]), table(["KO"], ["wheel"])).count.tolist() == [0.0]
