"""A grid is what somebody wrote: every value on its axis, every combination once, nonsense refused in one line."""

import numpy as np
import pytest

from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid, axis, suggested
from engine.core.errors import ParameterError

CLASSIC = (axis("window", "5:30"), axis("k_sigma", "0.5:3.0:0.1"))


def test_a_range_holds_both_ends_and_every_step_between() -> None:
    """676 configurations are what the field speaks of: 26 windows and 26 widths."""
    assert axis("window", "5:30").values == tuple(range(5, 31))
    assert axis("k_sigma", "0.5:3.0:0.1").values == tuple(round(0.5 + 0.1 * step, 10) for step in range(26))
    assert len(Grid(BotParameters(), CLASSIC)) == 676


def test_values_and_choices_can_be_listed() -> None:
    """Styles and switches are axes like numbers."""
    assert axis("style", "mean_reversion,breakout").values == ("mean_reversion", "breakout")
    assert axis("trend_filter", "true,false").values == (True, False)
    assert axis("window", "20").values == (20,)


@pytest.mark.parametrize(
    ("name", "text"),
    [("window", "30:5"), ("window", "5:30:0"), ("window", "5:30:x"), ("window", "4:900"), ("window", "5:"),
     ("window", "5,5"), ("style", "5:30"), ("timeframe", "1h"), ("nothing", "5:30"), ("window", "5:30:0.5")],
)  # fmt: skip
def test_nonsense_is_refused_in_one_line(name: str, text: str) -> None:
    """What it was, what is allowed."""
    with pytest.raises(ParameterError) as told:
        axis(name, text)
    assert "\n" not in str(told.value)


def test_every_number_is_its_own_configuration() -> None:
    """Number, place and values agree, whichever way one asks."""
    grid = Grid(BotParameters(), (*CLASSIC, Axis("style", ("mean_reversion", "breakout"))))
    windows, widths = grid.values_of("window"), grid.values_of("k_sigma")
    for number in range(0, len(grid), 97):
        made = grid.configuration(number)
        assert (made.window, made.k_sigma) == (windows[number], widths[number])
        assert grid.nearest(made) == number
        assert grid.holds(made)


def test_a_combination_that_the_registry_refuses_keeps_its_number_and_is_not_valid() -> None:
    """An exit band as wide as the band can never be left."""
    grid = Grid(BotParameters(), (axis("k_sigma", "0.5,1.5"), axis("exit_band", "0,1")))
    assert grid.is_valid.tolist() == [True, False, True, True]
    assert grid.neighbours(0) == (2,)
    with pytest.raises(ParameterError):
        grid.configuration(1)


def test_neighbours_are_one_step_away_on_axes_of_numbers() -> None:
    """Styles have no order: none is next to another."""
    grid = Grid(BotParameters(), (*CLASSIC, Axis("style", ("mean_reversion", "breakout"))))
    middle = grid.nearest(BotParameters(window=15, k_sigma=1.5))
    found = [grid.settings(each) for each in grid.neighbours(middle)]
    assert {(each["window"], each["k_sigma"]) for each in found} == {(14, 1.5), (16, 1.5), (15, 1.4), (15, 1.6)}


def test_a_bot_off_the_grid_is_marked_at_the_nearest_configuration() -> None:
    """Its own settings are not among those tried, and that can be told."""
    grid = Grid(BotParameters(), (axis("window", "5:20"), CLASSIC[1]))
    own = BotParameters(window=28, k_sigma=1.23)
    assert grid.settings(grid.nearest(own)) == {"window": 20, "k_sigma": 1.2}
    assert not grid.holds(own)


def test_too_many_configurations_and_a_setting_twice_are_refused() -> None:
    """A grid that fills the memory helps nobody."""
    with pytest.raises(ParameterError, match="1,000,000"):
        Grid(BotParameters(), (axis("window", "5:30"), axis("k_sigma", "0.5:3:0.001"), axis("cooldown_bars", "0:19")))
    with pytest.raises(ParameterError, match="each once"):
        Grid(BotParameters(), (CLASSIC[0], CLASSIC[0]))


def test_suggested_axes_cover_the_suggested_range() -> None:
    """What a page offers first."""
    window, style = suggested(("window", "style"))
    assert (window.values[0], window.values[-1]) == (10, 20)
    assert len(np.unique(style.values)) == 3
