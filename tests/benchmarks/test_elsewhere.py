"""The worlds written after the learner are of their own size, and people there answer as they are said to."""

import numpy as np
import pytest

from benchmarks.worlds.elsewhere import ELSEWHERE, inhabitant
from benchmarks.worlds.responses import MOODS, Ways, person
from benchmarks.worlds.slates import slate
from benchmarks.worlds.tastes import taste_of
from engine.core.chance import generator
from engine.traders.events import Action

elsewhere = pytest.mark.parametrize("world", ELSEWHERE)


@pytest.mark.parametrize(("world", "tickers", "sectors"), [("slopes", 40, 8), ("weakest", 150, 12)])
def test_another_world_has_other_tickers(world: str, tickers: int, sectors: int) -> None:
    """What holds for eighty tickers alone holds for nobody."""
    who = inhabitant("ann", world, 1, 0)
    held = [slate(1, number, market=who.market) for number in range(8)]
    assert len({one.idea(row).underlying for one in held for row in range(300)}) == tickers
    assert len({one.idea(row).sector for one in held for row in range(300)}) == sectors
    assert set(who.market.tickers).isdisjoint(inhabitant("bob", "trees", 1, 0).market.tickers)


@elsewhere
def test_tastes_differ_and_ideas_can_be_told_apart(world: str) -> None:
    """Else the crowd's list would do for everybody."""
    one = slate(1, 0, market=inhabitant("ann", world, 1, 0).market)
    wants = np.array([inhabitant("ann", world, 1, trader).wants(one) for trader in range(12)])
    assert (wants.std(axis=1) > 0.5).all()
    assert np.corrcoef(wants)[np.triu_indices(12, 1)].mean() < 0.5


@pytest.mark.parametrize("ways", [MOODS, *(ways for _, ways, _ in ELSEWHERE.values())])
@pytest.mark.parametrize("want", [0.0, 1.5, 2.5])
def test_as_much_is_taken_as_the_chance_says(ways: Ways, want: float) -> None:
    """NDCG of takes is measured with that chance."""
    rng = generator(1, "taken", want)
    did = [ways.does(want, rng) for _ in range(3_000)]
    taken = np.mean([Action.SAVE in each or Action.TRADE in each for each in did])
    assert taken == pytest.approx(float(ways.takes(np.array([want]))[0]), abs=0.03)


@elsewhere
def test_fewer_look_further_down(world: str) -> None:
    """Position bias, of another shape in each world."""
    ways = inhabitant("ann", world, 1, 0).ways
    chances = [ways.examined(rank) for rank in range(1, 11)]
    assert chances[0] == 1
    assert chances == sorted(chances, reverse=True)
    assert chances[9] < 0.5


def test_whoever_lives_in_a_usual_world_is_who_he_was() -> None:
    """One door for all worlds."""
    known, found = person("ann", taste_of("trees", 1, 3), 1), inhabitant("ann", "trees", 1, 3)
    assert np.array_equal(known.wants(slate(1, 4)), found.wants(slate(1, 4)))
    assert (known.ways, known.market) == (found.ways, found.market)
