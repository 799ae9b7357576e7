"""How likely an arm is chosen: against closed forms, frequencies, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.special import beta

from engine.core.errors import DataError
from engine.ranking.exploration.chances import ERROR, Floats, largest

PARAMETERS = arrays(np.float64, 5, elements=st.floats(0.05, 900))


def test_two_arms_have_the_chances_of_the_closed_form() -> None:
    """P(Beta(2, 1) > Beta(1, 1)) is the mean of Beta(2, 1): two thirds; Beta(1, 3) is beaten by 1 − (1 − x)³."""
    assert largest(np.array([1.0, 2.0]), np.array([1.0, 1.0])) == pytest.approx([1 / 3, 2 / 3], abs=ERROR / 10)
    assert largest(np.array([1.0, 1.0]), np.array([1.0, 3.0])) == pytest.approx([3 / 4, 1 / 4], abs=ERROR / 10)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 40), st.integers(1, 40))
def test_whole_parameters_agree_with_the_finite_sum(a: int, b: int, c: int, d: int) -> None:
    """P(second > first) = Σ_{i<c} B(a + i, b + d) / ((d + i) B(1 + i, d) B(a, b)): exact, so the error is measured."""
    terms = [beta(a + i, b + d) / ((d + i) * beta(1 + i, d) * beta(a, b)) for i in range(c)]
    found = largest(np.array([float(a), float(c)]), np.array([float(b), float(d)]))
    assert found[1] == pytest.approx(sum(terms), abs=ERROR / 10)


def test_chances_are_the_frequencies_of_draws() -> None:
    """What is logged is what happens: twelve arms, little and well known, 400,000 draws."""
    rng = np.random.default_rng(1)
    a, b = rng.gamma(1.0, 6, 12) + 0.1, rng.gamma(1.0, 20, 12) + 1
    seen = np.bincount(rng.beta(a, b, (400_000, 12)).argmax(axis=1), minlength=12) / 400_000
    assert np.abs(seen - largest(a, b)).max() < 4 * np.sqrt(0.25 / 400_000)


@given(PARAMETERS, PARAMETERS)
def test_chances_add_up_and_follow_their_arms(a: Floats, b: Floats) -> None:
    """A distribution over arms, whatever their order; arms that are equal have equal chances."""
    found = largest(a, b)
    assert found.sum() == pytest.approx(1)
    assert found.min() >= 0
    assert largest(a[::-1], b[::-1])[::-1] == pytest.approx(found, abs=ERROR)
    assert largest(np.repeat(a[:1], 4), np.repeat(b[:1], 4)) == pytest.approx([0.25] * 4, abs=ERROR)


@given(PARAMETERS, PARAMETERS, st.floats(0.1, 50))
def test_another_success_never_lowers_an_arms_chance(a: Floats, b: Floats, more: float) -> None:
    """What earns more is tried more."""
    better = a.copy()
    better[2] += more
    assert largest(better, b)[2] >= largest(a, b)[2] - ERROR


def test_hardly_known_arms_beside_certain_ones_stay_exact() -> None:
    """Densities that are infinite at an end: the sharp arm wins unless a vague one is drawn above it."""
    a, b = np.array([0.02, 5_000.0]), np.array([0.02, 5_000.0])
    assert largest(a, b) == pytest.approx([0.5, 0.5], abs=ERROR)


def test_what_is_no_distribution_is_refused() -> None:
    """Zero, unknown and uneven parameters have no chances."""
    for a, b in (([1.0, 0.0], [1.0, 1.0]), ([1.0, np.nan], [1.0, 1.0]), ([1.0], [1.0, 1.0]), ([], [])):
        with pytest.raises(DataError, match="above 0"):
            largest(np.array(a), np.array(b))
