"""Looking early without erring more often: published boundaries, simulated looks, an interval that always holds."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.experiments.analysis.sequential import boundaries, sequence_width, spent


def test_boundaries_are_the_published_ones() -> None:
    """Five equal looks at 5 %, two-sided (Lan and DeMets' spending function in the form of O'Brien and Fleming)."""
    shares = (0.2, 0.4, 0.6, 0.8, 1.0)
    np.testing.assert_allclose(boundaries(shares), (4.877, 3.357, 2.680, 2.290, 2.031), atol=6e-4)
    assert boundaries((1.0,)) == pytest.approx((1.95996,), abs=1e-5)


def test_looking_every_day_errs_as_often_as_promised() -> None:
    """28 looks at 20,000 courses of chance; looking with the ordinary bound errs more than four times as often."""
    rng = np.random.default_rng(6)
    shares = tuple((np.arange(28) + 1) / 28)
    courses = np.cumsum(rng.standard_normal((20_000, 28)), 1) / np.sqrt(np.arange(28) + 1)
    stopped = np.mean((np.abs(courses) > np.array(boundaries(shares))).any(1))
    peeked = np.mean((np.abs(courses) > 1.96).any(1))
    assert abs(stopped - 0.05) < 3 * np.sqrt(0.05 * 0.95 / 20_000)
    assert peeked > 0.2


def test_all_of_the_error_is_spent_at_the_end_and_almost_none_at_the_start() -> None:
    """So that an early look costs nearly nothing."""
    np.testing.assert_allclose(spent(np.array([0.1, 1.0])), [0.0, 0.05], atol=1e-9)


def test_an_interval_that_always_holds_holds_at_every_look() -> None:
    """2,000 courses, looked at after each of 3,000 traders: the truth is left out at some moment at most 5 %."""
    rng = np.random.default_rng(7)
    n = np.arange(1, 3001)
    mean = np.cumsum(rng.standard_normal((2000, 3000)), 1) / n
    outside = np.abs(mean) > sequence_width(n.astype(float), np.ones(3000), 0.05, 1000.0)
    assert np.mean(outside[:, 30:].any(1)) < 0.05


@pytest.mark.parametrize("shares", [(), (0.5, 0.5), (0.5, 1.2), (-0.1, 1.0)])
def test_looks_must_go_forward(shares: tuple[float, ...]) -> None:
    """A share of information that falls or passes 1 is a mistake in the plan."""
    with pytest.raises(DataError, match="rise"):
        boundaries(shares)
