"""The slider from more of the same to surprise me."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.ranking.diversity.surprise import KINDS, STRENGTHS, USUAL, Kind, appetite, opened


@pytest.mark.parametrize("kind", KINDS)
@given(first=st.floats(0, 1), second=st.floats(0, 1))
def test_further_right_is_never_less_of_either(kind: Kind, first: float, second: float) -> None:
    """Monotone, and within limits."""
    low, high = (appetite(each, kind) for each in sorted((first, second)))
    assert 0 <= low.strength <= high.strength <= 1
    assert 0 <= low.exploration <= high.exploration <= 0.4
    assert low.places(20) <= high.places(20) <= 8
    assert 0 <= low.openness <= high.openness <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_ends_and_the_usual_place_mean_what_is_said(kind: Kind) -> None:
    """Nothing at 0, the stated strengths at 0.3, all at 1."""
    none, usual, most = (appetite(each, kind) for each in (0, USUAL, 1))
    assert (none.strength, none.exploration, none.places(20), none.openness) == (0, 0, 0, 0)
    assert (usual.strength, usual.exploration) == pytest.approx((STRENGTHS[kind], 0.1))
    assert (usual.places(20), usual.places(5), usual.places(2)) == (2, 1, 0)
    assert (most.strength, most.places(20)) == (1, 8)


def test_openness_spreads_what_is_known_by_hand() -> None:
    """Nine to one, half of it evenly: 0.7 and 0.3; a floor under every propensity; without weights there is nothing."""
    assert opened(np.array([9.0, 1.0]), 0.5) == pytest.approx([0.7, 0.3])
    assert opened(np.array([1.0, 0, 0, 0]), 0.3) == pytest.approx([0.775, 0.075, 0.075, 0.075])
    assert opened(np.zeros(2), 0.5).tolist() == [0, 0]


def test_a_slider_has_two_ends() -> None:
    """What lies beyond them is a mistake."""
    with pytest.raises(DataError, match="more of the same"):
        appetite(1.1)
