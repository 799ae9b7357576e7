"""From a sweep to its maps: every cell is the configuration that it says, on whichever plane it lies."""

import numpy as np

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Grid, axis
from engine.bots.sweep.swept import Metrics, Swept
from pages.ui.lab.figures.heat_map import Mark
from pages.ui.lab.table import Asked, listed, rows
from pages.ui.lab.view import cells, marks, plane, scale, settings_text, shown

BASE = BotParameters()
STYLED = Grid(BASE, (axis("style", "mean_reversion,breakout"), axis("window", "5:7"), axis("k_sigma", "1.0:1.1:0.1")))


def swept(grid: Grid, returns: list[float], trades: list[int] | None = None) -> Swept:
    """A sweep that found these returns; the Sharpe ratio ten times and the fall half of each."""
    made, nothing = np.array(returns), np.zeros(len(grid))
    taken = np.array(trades if trades is not None else [5] * len(grid))
    found = Metrics(made, made * 10, np.abs(made) / 2, nothing, nothing, taken, taken)
    return Swept(grid, Setup(), 100, np.arange(10), found, None, (), 365)


def test_a_map_of_three_settings_shows_the_plane_through_the_picked_one() -> None:
    """Another style is another map, and its marks do not appear on this one."""
    flat = plane(STYLED, 8)
    assert flat.numbers.tolist() == [[6, 8, 10], [7, 9, 11]]
    assert [each.title for each in flat.sides] == ["window, bars", "band width, σ"]
    assert marks(flat, {"bot": 1, "best": 9, "picked": 8}) == (Mark("best", 1, 1), Mark("picked", 1, 0))


def test_every_cell_is_the_configuration_that_its_sides_say() -> None:
    """A map that is turned by mistake shows a good picture of the wrong settings."""
    flat = plane(STYLED, 0)
    for row, line in enumerate(flat.numbers.tolist()):
        for column, configuration in enumerate(line):
            found = STYLED.configuration(configuration)
            labels = (flat.sides[0].labels[column], flat.sides[1].labels[row])
            assert labels == (str(found.window), f"{found.k_sigma:.1f}")


def test_one_setting_alone_is_a_map_of_one_row() -> None:
    """A sweep of a single setting is shown as well."""
    flat = plane(Grid(BASE, (axis("window", "5:30"),)), 3)
    assert flat.numbers.shape == (1, 26)


def test_refused_combinations_are_no_cells() -> None:
    """An exit band beyond the band has no result: neither zero nor a colour."""
    grid = Grid(BASE, (axis("exit_band", "0,2"), axis("k_sigma", "1,3")))
    found = shown(swept(grid, [0.1, 0.2, 0.3, 0.4]), "total_return")
    assert found.tolist()[:2] == [10.0, 20.0]
    assert np.isnan(found[2])
    assert found[3] == 40.0


def test_both_maps_share_the_range_of_the_wider_one() -> None:
    """Otherwise a calm half year would look as wild as a wild one."""
    grid = Grid(BASE, (axis("window", "5:7"),))
    quiet, wild = swept(grid, [0.001, 0.0, -0.001]), swept(grid, [0.2, -0.2, 0.1])
    assert scale(quiet, wild, "total_return").limit == 20.0
    assert cells(quiet, plane(grid, 0), "total_return", scale(quiet, wild, "total_return")).scale.limit == 20.0


def test_a_cell_tells_its_trades_and_its_fall() -> None:
    """Plus two percent in three trades is another thing than in three hundred."""
    grid = Grid(BASE, (axis("window", "5:7"),))
    told = cells(swept(grid, [0.1, -0.2, 0.0], [1, 300, 0]), plane(grid, 0), "sharpe", scale(
        swept(grid, [0.1, -0.2, 0.0]), None, "sharpe")).more  # fmt: skip
    assert told[0] == ("1 trade, worst fall −5.0\u00a0%", "300 trades, worst fall −10.0\u00a0%", "never traded")


def test_a_table_lists_what_passes_the_limits_best_first() -> None:
    """Filter and order together: few trades, deep falls and refused settings go; undefined ratios come last."""
    grid = Grid(BASE, (axis("window", "5:9"),))
    past = swept(grid, [0.1, 0.5, -0.2, 0.3, 0.2], [9, 1, 9, 9, 9])
    assert listed(past, None, Asked(least_trades=5)).tolist() == [3, 4, 0, 2]
    assert listed(past, None, Asked(least_return=0.0)).tolist() == [1, 3, 4, 0]
    assert listed(past, None, Asked(most_fall=0.1)).tolist() == [4, 0, 2]
    assert listed(past, None, Asked("Worst fall")).tolist() == [0, 2, 4, 3, 1]
    past.metrics.sharpe[3] = np.nan
    assert listed(past, None, Asked("Sharpe")).tolist() == [1, 4, 0, 2, 3]


def test_rows_read_as_the_screen_does_and_sort_as_numbers() -> None:
    """Text would put +9 % above +10 %."""
    grid = Grid(BASE, (axis("window", "5:6"),))
    table = rows(swept(grid, [0.1, -0.2]), swept(grid, [0.0, 0.1]), np.array([1, 0]))
    assert table.data["Return"].tolist() == [-0.2, 0.1]
    assert table.data["Window"].tolist() == [6, 5]
    assert "−20.00\u00a0%" in table.to_html()


def test_settings_read_in_words() -> None:
    """Numbers of configurations mean nothing to a trader."""
    assert settings_text(STYLED, 8) == "style breakout, window 6, band width 1.0"
