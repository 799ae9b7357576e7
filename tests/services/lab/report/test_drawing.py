"""Charts tell numbers as they are: round ticks, places in proportion, the scale's colours, text that stays text."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid, axis
from engine.services.lab.report.colours import LEVELS, SCALE_LIGHT, level, levels
from engine.services.lab.report.drawing import Scale, nice_above, stroke, thinned, ticks
from engine.services.lab.report.maps import MOST, limit_of, map_of
from engine.services.lab.report.markup import Markup, joined, tag


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_ticks_are_round_and_inside(low: float, span: float) -> None:
    """Readers count in ones, twos and fives."""
    found = ticks(low, low + span)
    assert 1 <= len(found) <= 8
    assert all(low - span * 1e-6 <= each <= low + span * (1 + 1e-6) for each in found)
    if len(found) > 1:
        step = found[1] - found[0]
        assert math.isclose(nice_above(step * (1 - 1e-6)), step, rel_tol=1e-6)


def test_a_value_lies_in_proportion() -> None:
    """Half way is half way; a scale without any length puts all in its middle."""
    assert Scale(0, 10, 100, 200).at(5) == 150
    assert Scale(0, 10, 200, 100).at(2.5) == 175
    assert Scale(3, 3, 100, 200).at(3) == 150


def test_nought_is_the_middle_of_the_colours_and_ends_hold() -> None:
    """Blue gained, orange lost, whatever the scale."""
    assert [level(each, 10.0) for each in (-99.0, -10.0, 0.0, 10.0, 99.0)] == [
        "var(--m0)", "var(--m0)", "var(--m10)", "var(--m20)", "var(--m20)"
    ]  # fmt: skip
    found = levels(SCALE_LIGHT)
    assert len(found) == LEVELS
    assert (found[0], found[-1]) == (f"#{SCALE_LIGHT[0]}", f"#{SCALE_LIGHT[-1]}")


def test_a_line_is_broken_where_nothing_is_known() -> None:
    """No line through what was not there."""
    assert 'd="M0.0 1.0 M2.0 3.0 L3.0 4.0"' in stroke([0, 1, 2, 3], [1, math.nan, 3, 4], "ink")


@given(st.text(), st.text())
def test_text_never_becomes_markup(inside: str, value: str) -> None:
    """Escaped where it is put in, once."""
    made = tag("p", inside, title=value)
    assert made.count("<") == 2
    assert joined(made) == made
    assert isinstance(made, Markup)


def test_the_map_shows_the_plane_of_the_first_two_axes_through_the_best() -> None:
    """A third axis stays as the best has it."""
    axes = (axis("window", "10:12"), axis("k_sigma", "1,1.5"), Axis("style", ("mean_reversion", "breakout")))
    grid = Grid(BotParameters(), axes)
    best = grid.nearest(BotParameters(window=11, k_sigma=1.5, style="breakout"))
    shown = map_of(grid, best, 0)
    assert shown.numbers.shape == (2, 3)
    assert {grid.settings(int(each))["style"] for each in shown.numbers.ravel()} == {"breakout"}
    assert shown.numbers[1, 1] == best
    assert not shown.is_sampled


def test_a_long_side_is_shown_evenly_with_the_best_in_it() -> None:
    """A thousand columns would be no picture; and which are shown is said."""
    grid = Grid(BotParameters(), (axis("k_sigma", "0.5:3:0.01"),))
    shown = map_of(grid, 77, 3)
    assert shown.numbers.shape[1] <= MOST
    assert 77 in shown.numbers
    assert shown.is_sampled


@pytest.mark.parametrize(("values", "limit"), [([0.0, 0.03, -0.04], 0.05), ([np.nan], 1.0), ([0.0], 1.0)])
def test_the_scale_ends_at_a_round_number(values: list[float], limit: float) -> None:
    """Both maps share it."""
    assert limit_of((np.array(values),)) == pytest.approx(limit)


def test_long_curves_are_thinned_with_their_ends() -> None:
    """A report of ten years stays small."""
    found = thinned(np.arange(5000.0))
    assert len(found) == 400
    assert (found[0], found[-1]) == (0.0, 4999.0)
