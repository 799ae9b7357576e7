"""What somebody wants is measured as it is said, with numbers worked by hand."""

import numpy as np
import pytest

from engine.bots.search.objective import NOTHING, Past, lead, scores, sharpes, under_water
from engine.bots.search.preference import Preference
from engine.core.chance import generator

DAYS = 365


def a_past(*logs: np.ndarray, exposure: float = 0.1, entries: int = 100) -> Past:
    table = np.array(logs)
    held = generator(9, "market").normal(0.0, 0.03, table.shape[1])
    return Past(table, np.full(table.shape, exposure), np.full(len(table), entries), held, 365)


def steady(mean: float, sd: float, seed: int = 1) -> np.ndarray:
    drawn = generator(seed, "steady").standard_normal(DAYS)
    return mean + sd * (drawn - drawn.mean()) / drawn.std(ddof=1)


def test_the_longest_time_below_a_high_is_counted_in_days() -> None:
    """Up, down, down, back, up: three days below; a loss from the start is below the start."""
    assert under_water(np.array([0.2, -0.1, -0.1, 0.1, 0.2, 0.0])) == 3
    assert under_water(np.array([-0.1, 0.0, 0.0])) == 3
    assert under_water(np.array([0.1, 0.1])) == 0
    assert under_water(np.array([[0.1, 0.1], [-0.1, 0.1]])).tolist() == [0, 1]


def test_a_sharpe_ratio_is_mean_over_deviation_a_year() -> None:
    """Twice 1 % and twice -0.5 %: mean .25 %, deviation .866 %, times the root of 365; flat is 0."""
    returns = np.array([[0.01, -0.005, 0.01, -0.005], [0.0, 0.0, 0.0, 0.0]])
    assert sharpes(returns, 365) == pytest.approx([0.0025 / 0.00866025 * np.sqrt(365), 0.0], rel=1e-5)


def test_the_lead_is_over_the_same_average_share_held() -> None:
    """Half the days fully in, at the right time: the lead is what timing made, not what the market did."""
    market, inside = np.array([0.1, -0.1, 0.1, -0.1]), np.array([1.0, 0.0, 1.0, 0.0])
    assert lead(market * inside, inside, market) == pytest.approx([0.05, 0.05, 0.05, 0.05])


def test_a_smooth_ride_prefers_calm_growth_prefers_more() -> None:
    """Twice the gain at three times the swings is worse for the one and better for the other."""
    calm, wild = steady(0.001, 0.004), steady(0.0025, 0.012, 2)
    past = a_past(calm, wild)
    patient = {"patience": "year"}
    assert np.argmax(scores(past, Preference("smooth", **patient))) == 0
    assert np.argmax(scores(past, Preference("growth", **patient))) == 1


def test_growth_counts_only_what_lies_beyond_its_error() -> None:
    """A higher mean that is less sure loses to a lower one that is sure."""
    sure, unsure = steady(0.001, 0.003), steady(0.0012, 0.02, 3)
    assert np.argmax(scores(a_past(sure, unsure), Preference("growth", patience="year"))) == 0


def test_each_doubling_of_the_patience_costs_half_a_sharpe_ratio() -> None:
    """120 days below a high: two doublings of a month, none of half a year."""
    logs = np.r_[np.full(100, 0.002), -0.05, np.full(119, 0.0001), 0.2, np.full(DAYS - 221, 0.002)]
    past = a_past(logs)
    assert under_water(logs) == 120
    free, month = (float(scores(past, Preference(patience=name))[0]) for name in ("half_year", "month"))
    assert free - month == pytest.approx(1.0)


def test_who_wants_few_trades_pays_for_each_doubling() -> None:
    """Four entries a week instead of two."""
    two, four = (a_past(steady(0.001, 0.01), entries=round(each * 365 / 7)) for each in (2, 4))
    few, same = (Preference(goal, patience="year") for goal in ("few_trades", "smooth"))
    assert float(scores(two, few)[0] - scores(four, few)[0]) == pytest.approx(1.0, abs=0.02)
    assert scores(two, same) == scores(four, same)


def test_who_hardly_trades_is_never_chosen() -> None:
    """A bot that stood aside has no falls, and no record either."""
    assert scores(a_past(np.zeros(DAYS), entries=0), Preference()) == NOTHING
    assert scores(a_past(steady(0.01, 0.001), entries=2), Preference()) == NOTHING
