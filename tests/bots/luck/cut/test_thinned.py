"""A grid too large to be looked at day by day is thinned evenly, and the best stays in it under its own number."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.bots.luck.cut.thinned import thinned
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid, axis

GRID = Grid(
    BotParameters(),
    (axis("window", "5:30"), axis("k_sigma", "0.5:3.0:0.1"), Axis("style", ("mean_reversion", "breakout"))),
)


def test_a_grid_that_fits_is_left_alone() -> None:
    """Nothing is thrown away without need."""
    found = thinned(GRID, 100, 7, most=len(GRID) * 100)
    assert found.grid == GRID
    assert found.numbers.tolist() == list(range(len(GRID)))


@settings(deadline=None, max_examples=40)
@given(st.integers(0, len(GRID) - 1), st.integers(1, 200_000))
def test_every_configuration_keeps_its_settings_and_the_best_is_there(best: int, most: int) -> None:
    """A fold that chose number 3 of the few must name it by its number in the whole."""
    found = thinned(GRID, 10, best, most)
    assert best == found.numbers[found.place_of(best)]
    assert len(found.grid) * 10 <= most or len(found.grid) == 1
    for place in range(0, len(found.grid), 1 + len(found.grid) // 7):
        assert found.grid.settings(place) == GRID.settings(int(found.numbers[place]))


def test_numbers_are_thinned_before_choices() -> None:
    """Without a style it would be another question."""
    found = thinned(GRID, 10, 0, most=200)
    assert [len(each.values) for each in found.grid.axes] == [2, 4, 2]


@pytest.mark.parametrize("best", [0, len(GRID) - 1])
def test_values_stay_evenly_spaced(best: int) -> None:
    """Every second of them, the best's own among them."""
    found = thinned(GRID, 10, best, most=7_000)
    windows = found.grid.axes[0].values
    assert {later - sooner for sooner, later in pairwise(windows)} == {2}
    assert GRID.settings(best)["window"] in windows
