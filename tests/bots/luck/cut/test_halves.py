"""What is held back begins after the past has ended, and neither knows the other."""

import numpy as np
import pytest

from engine.bots.luck.cut.halves import halves
from engine.core.errors import ParameterError
from engine.market.bars import DAY_MS
from tests.builders import tape, walk


def test_a_quarter_is_held_back_after_a_day_of_embargo() -> None:
    """By hand: 100 days of hours; 25 held back, one left out, 74 to choose on."""
    whole = tape(walk(1, 2400))
    found = halves(whole)
    assert found.held is not None
    assert (len(found.past), len(found.held)) == (74 * 24, 25 * 24)
    assert found.held.bars.time[0] - found.past.bars.time[-1] == DAY_MS + found.past.bars.step_ms
    assert found.held.bars.time[-1] == whole.bars.time[-1]


def test_the_past_is_the_tape_as_it_was() -> None:
    """Nothing of it is changed by cutting, and nothing of the future is in it."""
    whole = tape(walk(1, 2400), seed=3)
    past = halves(whole, 0.5).past
    for name in ("run", "new_day", "funding", "strength", "confidence"):
        assert np.array_equal(getattr(past, name), getattr(whole, name)[: len(past)])


def test_nothing_may_be_held_back_and_not_nearly_everything() -> None:
    """Zero is a choice; 90 % leaves no past."""
    whole = tape(walk(1, 2400))
    assert halves(whole, 0.0).held is None
    assert halves(whole, 0.0).past is whole
    with pytest.raises(ParameterError, match=r"must be 0 to 0\.8, was 0\.9"):
        halves(whole, 0.9)
