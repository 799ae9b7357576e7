"""What is held back begins after the past has ended, and neither knows the other."""

import numpy as np
import pytest

from engine.bots.luck.cut.halves import halves
from engine.core.errors import ParameterError
from engine.market.bars import DAY_MS, Bars
from tests.builders import START_MS, tape, walk


def test_a_quarter_of_the_days_is_held_back() -> None:
    """By hand: 100 days of hours; 75 to choose on, 25 held back, cut at a midnight."""
    whole = tape(walk(1, 2400))
    found = halves(whole, 0.25)
    assert found.held is not None
    assert (len(found.past), len(found.held)) == (75 * 24, 25 * 24)
    assert found.held.bars.time[0] == found.past.bars.time[-1] + found.past.bars.step_ms
    assert found.held.bars.time[0] % DAY_MS == 0
    assert found.held.bars.time[-1] == whole.bars.time[-1]


def test_days_without_candles_do_not_count() -> None:
    """Of four days with candles, one is held back, however far apart they lie."""
    days = START_MS + np.array([0, 1, 5, 40]) * DAY_MS
    ones = np.ones(4)
    found = halves(tape(Bars("X", "1d", days, ones, ones, ones, ones, ones)), 0.25)
    assert found.held is not None
    assert (len(found.past), len(found.held)) == (3, 1)


def test_the_held_part_begins_afresh() -> None:
    """Its band starts with its own first candle, and nothing was carried into it."""
    found = halves(tape(walk(1, 2400)), 0.5)
    assert found.held is not None
    assert found.held.run[0] == 1
    assert (found.held.new_day[0], found.held.funding[0]) == (True, 0.0)


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
