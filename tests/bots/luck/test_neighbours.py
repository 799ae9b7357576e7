"""A lone peak is told by rule: the median neighbour keeps less than half."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.luck.neighbours import neighbourhood
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid, axis
from engine.bots.sweep.swept import Swept
from tests.bots.luck.worlds import swept_of


def square(values: list[float]) -> Swept:
    """A grid of 3 x 3 with these returns."""
    swept = swept_of(np.zeros((9, 4)))
    grid = Grid(BotParameters(), (axis("window", "10,11,12"), axis("k_sigma", "1.0,1.1,1.2")))
    return replace(swept, grid=grid, metrics=replace(swept.metrics, total_return=np.array(values)))


def test_the_four_beside_the_middle_are_its_neighbours() -> None:
    """By hand: 1, 3, 5 and 7 of nine; the corners are two steps away."""
    found = neighbourhood(square([9, 0.02, 9, 0.04, 0.05, 0.01, 9, 0.03, 9]), 4)
    assert (found.own, found.low, found.high, found.count) == (0.05, 0.01, 0.04, 4)
    assert found.median == pytest.approx(0.025)


@pytest.mark.parametrize(("beside", "is_lone"), [(0.0251, False), (0.025, False), (0.0249, True), (-0.1, True)])
def test_half_is_the_border(beside: float, is_lone: bool) -> None:
    """At half of its own it is no lone peak, below half it is."""
    assert neighbourhood(square([0, beside, 0, beside, 0.05, beside, 0, beside, 0]), 4).is_lone_peak is is_lone


def test_a_loss_is_no_peak_and_a_corner_has_two_neighbours() -> None:
    """Nothing stands out by losing; at the edge of a grid the rule still works."""
    assert not neighbourhood(square([-1.0] * 4 + [-0.1] + [-1.0] * 4), 4).is_lone_peak
    corner = neighbourhood(square([0.1, 0.01, 0, 0.01, 0, 0, 0, 0, 0]), 0)
    assert (corner.count, corner.is_lone_peak) == (2, True)


def test_choices_have_no_neighbours() -> None:
    """Between styles there is no step, so there is nothing to compare with."""
    swept = swept_of(np.ones((3, 4)) / 100)
    swept = replace(swept, grid=Grid(BotParameters(), (Axis("style", ("mean_reversion", "breakout", "hybrid")),)))
    found = neighbourhood(swept, 1)
    assert (found.count, found.median, found.is_lone_peak) == (0, None, False)


def test_undefined_neighbours_are_left_out() -> None:
    """A refused combination is no neighbour with nothing."""
    found = neighbourhood(square([0, np.nan, 0, 0.04, 0.05, 0.04, 0, np.nan, 0]), 4)
    assert (found.count, found.median) == (2, 0.04)
