"""The law of the scale: it finds what made the data, and each row stands alone."""

import numpy as np
from numpy.testing import assert_allclose

from engine.core.chance import generator
from engine.forecast.e4.regression import fitted_line


def test_it_finds_the_law_that_made_the_returns() -> None:
    """Log scale = -3 + 0.5 a - 0.2 b under a Student-t(3); what does not matter gets nothing."""
    rng = generator(1, "law")
    seen = rng.normal(2, 3, (40_000, 3))
    moves = np.exp(-3 + 0.5 * seen[:, 0] - 0.2 * seen[:, 1]) * rng.standard_t(3, 40_000)
    line = fitted_line(seen, moves)
    assert_allclose(line.weights / line.spread, [0.5, -0.2, 0.0], atol=0.01)
    assert_allclose(line.at(np.zeros((1, 3))), -3, atol=0.05)


def test_a_feature_that_never_changes_is_ignored() -> None:
    """The share of weekends over seven days is always 2/7."""
    line = fitted_line(np.full((500, 1), 2 / 7), generator(1, "law").normal(0, 1, 500))
    assert_allclose(line.weights, 0, atol=1e-9)


def test_a_rows_answer_does_not_depend_on_the_others() -> None:
    """To the bit: a forecast asked alone is the forecast asked among thousands."""
    rng = generator(2, "law")
    seen = rng.normal(0, 1, (1000, 14))
    line = fitted_line(seen, rng.normal(0, 1, 1000))
    assert np.array_equal(line.at(seen)[500:501], line.at(seen[500:501]))
