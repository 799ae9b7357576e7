"""Whose word on direction counts: only what was called before it came, against the better of two naive rules."""

import numpy as np
import pytest

from engine.forecast.track.direction import (
    Calls,
    DirectionTilt,
    calls,
    chance_up,
    direction_tilt,
    directions_at,
    side,
)  # fmt: skip
from engine.forecast.track.issued import Issued
from engine.forecast.track.scoring import Outcomes, outcomes
from engine.market.bars import Bars
from tests.builders import START_MS, candles
from tests.forecast.track.making import DAY, THEIRS, an_issued

UP, DOWN = 0.01, -0.01


def scored(drifts: list[float], closes: list[float], every: int = 7) -> Outcomes:
    """Forecasts `every` days from the tenth close on, with so far moved medians, and what came of them."""
    bars: Bars = candles(np.array(closes), "1d")
    ends = bars.time + DAY
    made = []
    for place, drift in enumerate(drifts):
        row = 9 + place * every
        last = closes[row]
        prices = tuple(tuple(price * last / 100 for price in day) for day in an_issued(0, THEIRS, drift).quantiles)
        cutoff = int(ends[row])
        made.append(an_issued(0, THEIRS, cutoff_ms=cutoff, issued_ms=cutoff, last_close=last, quantiles=prices))
    return outcomes(made, bars, START_MS + 10_000 * DAY)


def test_calls_are_counted_as_by_hand() -> None:
    """The market rises in all three weeks; up, down and up were called."""
    rising = [100.0 + day for day in range(40)]
    assert calls(scored([UP, DOWN, UP], rising)) == Calls(hits=2, calls=3, commoner=3)


def test_a_flat_median_and_a_flat_market_are_no_calls() -> None:
    """Ours never takes a side; a close where it was is neither up nor down."""
    assert calls(scored([0.0, 0.0], [100.0 + day for day in range(40)])) == Calls()
    assert calls(scored([UP, UP], [100.0] * 40)) == Calls()


def test_weeks_that_overlap_count_once() -> None:
    """Fourteen daily calls of one rise are two calls."""
    assert calls(scored([UP] * 14, [100.0 + day for day in range(40)], every=1)).calls == 2


def test_a_call_brought_in_after_the_week_is_none() -> None:
    """Whoever knows the outcome calls well."""
    found = scored([UP], [100.0 + day for day in range(40)])
    late = an_issued(0, THEIRS, UP, cutoff_ms=found.issued[0].cutoff_ms, issued_ms=START_MS + 39 * DAY)
    assert calls(outcomes([late], candles(np.arange(100.0, 140.0), "1d"), START_MS + 99 * DAY)).calls == 0


def test_the_chance_of_a_rise_is_read_between_the_quantiles() -> None:
    """A median 1 % up puts the last close on the 25 % quantile: three in four."""
    assert chance_up(an_issued(0, THEIRS, UP)) == pytest.approx(0.75, abs=1e-6)
    assert (side(an_issued()), side(an_issued(0, THEIRS, UP)), side(an_issued(0, THEIRS, DOWN))) == (0, 1, -1)


@pytest.mark.parametrize("one", [an_issued(0, THEIRS, UP), an_issued(0, THEIRS, DOWN)])
def test_without_a_record_that_beats_chance_there_is_no_tilt(one: Issued) -> None:
    """Also with many right calls: the rule decides, not the count."""
    assert direction_tilt(one, Calls(90, 100, 50), beats_chance=False) == DirectionTilt()


def test_the_tilt_is_the_move_in_deviations_and_no_surer_than_the_record() -> None:
    """1 % in a market of 1 % a day: 1/sqrt(7) of a week; 60 of 98 calls right is 61 %, less than the 75 % said."""
    tilt = direction_tilt(an_issued(0, THEIRS, DOWN), Calls(60, 98, 50), beats_chance=True)
    assert tilt.strength == pytest.approx(-1 / np.sqrt(7), rel=1e-4)
    assert tilt.confidence == pytest.approx(0.61)


def test_a_flat_median_tilts_nothing_whoever_says_it() -> None:
    """No side, no size."""
    assert direction_tilt(an_issued(), Calls(90, 100, 50), beats_chance=True) == DirectionTilt()


def always(known: Calls) -> bool:
    """Beats chance from the second call on."""
    return known.calls >= 2


def test_the_word_is_the_newest_forecasts_while_its_week_lasts() -> None:
    """Up, then down; before the first and after the last week nobody speaks; it counts from two calls on."""
    found = scored([UP, UP, DOWN, UP], [100.0 + day for day in range(60)])
    moments = START_MS + np.arange(5, 60) * DAY
    strength, _ = directions_at(moments, found.issued, found, always)
    begins = (found.issued[2].cutoff_ms - int(moments[0])) // DAY
    assert np.sign(strength[:begins]).tolist() == [0.0] * begins
    assert np.sign(strength[begins : begins + 21]).tolist() == [-1.0] * 7 + [1.0] * 7 + [0.0] * 7


@pytest.mark.parametrize("until", [20, 31, 33, 45, 58])
def test_what_comes_later_changes_no_word_before(until: int) -> None:
    """Neither later forecasts nor later candles: the future is taken away, the past stays."""
    closes = [100.0 + 9 * np.sin(day / 3) for day in range(60)]
    drifts = [UP, DOWN, UP, UP, DOWN, UP]
    whole = scored(drifts, closes)
    moments = START_MS + np.arange(5, until) * DAY
    bars = candles(np.array(closes), "1d").until(int(moments[-1]))
    known = [one for one in whole.issued if one.issued_ms <= moments[-1]]
    cut = outcomes(known, bars, int(moments[-1]))
    for one, other in zip(
        directions_at(moments, whole.issued, whole, always), directions_at(moments, known, cut, always), strict=True
    ):
        assert one.tolist() == other.tolist()


def test_an_older_forecast_that_came_later_takes_no_word() -> None:
    """Brought in afterwards, it speaks of a week that is partly over."""
    found = scored([UP, UP, UP], [100.0 + day for day in range(60)])
    late = an_issued(
        0, THEIRS, DOWN, cutoff_ms=found.issued[1].cutoff_ms - DAY, issued_ms=found.issued[2].issued_ms + DAY
    )
    moments = START_MS + np.arange(5, 60) * DAY
    with_it = directions_at(moments, [*found.issued, late], found, always)
    assert with_it[0].tolist() == directions_at(moments, found.issued, found, always)[0].tolist()
