"""Scores of issued forecasts, worked by hand: what held, what is not over, what came late, what never came."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import norm

from engine.core.chance import generator
from engine.forecast.evaluate import SCORED_LEVELS, crps
from engine.forecast.track.scoring import apart, first_a_day, level_weights, outcomes
from engine.forecast.track.seen import seen_of
from engine.market.bars import Bars
from tests.builders import candles
from tests.forecast.track.making import CUTOFF, DAY, an_issued

CLOSES = [100.0] * 10 + [100.5, 101.5, 102.5, 104.0, 99.0, 98.0, 95.0]  # the last seven are the days ahead
LATER = CUTOFF + 30 * DAY


def bars(closes: list[float] | None = None) -> Bars:
    """Daily candles whose tenth ends at the cutoff."""
    made = candles(np.array(closes or CLOSES), "1d")
    return replace(made, time=CUTOFF + (np.arange(len(made)) - 10) * DAY)


def test_bands_held_are_counted_as_by_hand() -> None:
    """50 % is 99 to 101, 80 % 98.02 to 102.02, 95 % 97.04 to 103.05; closes 100.5, 101.5, 102.5, 104, 99, 98, 95."""
    found = outcomes([an_issued()], bars(), LATER)
    assert found.held[0].tolist() == [
        [1, 1, 1], [0, 1, 1], [0, 0, 1], [0, 0, 0], [0, 1, 1], [0, 0, 1], [0, 0, 0]
    ]  # fmt: skip
    assert found.scored.all()


def test_the_edge_of_a_band_is_inside_it() -> None:
    """A close exactly on a quantile is within what was promised."""
    edge = an_issued().quantiles[0][1]
    assert outcomes([an_issued()], bars([*CLOSES[:10], edge]), LATER).held[0, 0].tolist() == [0, 1, 1]


def test_the_score_is_the_mean_loss_over_levels_as_by_hand() -> None:
    """One level, 0.5, stands for all: twice half the distance, |ln(100.5/100)|; the walk's median is the last close."""
    one = an_issued(levels=(0.5,), quantiles=((100.0,),) * 7)
    found = outcomes([one], bars(), LATER)
    assert found.crps[0, 0] == pytest.approx(np.log(1.005))
    assert found.reference[0, 0] == pytest.approx(np.log(1.005))
    assert np.isnan(found.held).all()  # it has no band


def test_the_score_over_few_levels_is_near_the_score_over_a_hundred() -> None:
    """Nine levels of a normal distribution: within 8 % of the CRPS on average."""
    levels = np.array([0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975])
    came = generator(1, "came").standard_normal(4000)
    few = 2 * np.maximum(levels * (came[:, None] - norm.ppf(levels)), (levels - 1) * (came[:, None] - norm.ppf(levels)))
    many = crps(np.broadcast_to(norm.ppf(SCORED_LEVELS), (4000, 100)), came, SCORED_LEVELS)
    assert level_weights(levels).sum() == pytest.approx(1)
    assert (few @ level_weights(levels)).mean() == pytest.approx(many.mean(), rel=0.08)


def test_days_ahead_wait_and_count_one_by_one() -> None:
    """Three days after the cutoff three horizons are scored, four wait."""
    found = outcomes([an_issued()], bars(CLOSES[:13]), CUTOFF + 3 * DAY)
    assert found.scored[0].tolist() == [True] * 3 + [False] * 4
    assert (found.came.waits.sum(), found.came.late.sum()) == (4, 0)


def test_late_candles_are_late_and_not_missed() -> None:
    """The clock says that six days are over, the candles say two."""
    found = outcomes([an_issued()], bars(CLOSES[:12]), CUTOFF + 6 * DAY)
    assert (found.scored.sum(), found.came.late.sum(), found.came.waits.sum()) == (2, 4, 1)


def test_a_day_without_a_candle_is_a_gap_and_scores_nothing() -> None:
    """The fourth day has none: three, and the three after it, are scored."""
    whole = bars()
    kept = np.arange(len(whole)) != 13
    holed = Bars(
        "TEST", "1d", *(getattr(whole, name)[kept] for name in ("time", "open", "high", "low", "close", "volume"))
    )
    found = outcomes([an_issued()], holed, LATER)
    assert found.scored[0].tolist() == [True] * 3 + [False] + [True] * 3
    assert (found.came.gap.sum(), found.came.late.sum()) == (1, 0)


def test_a_candle_that_ended_within_the_day_before_stands_in_and_is_said_to() -> None:
    """Hourly candles that miss the very hour: the last close before it is what was known."""
    hourly = candles(np.arange(100.0, 340.0), "1h")
    hourly = replace(hourly, time=CUTOFF + (np.arange(240) - 24) * 3_600_000)
    kept = hourly.time != CUTOFF + DAY - 3_600_000
    holed = Bars(
        "TEST", "1h", *(getattr(hourly, name)[kept] for name in ("time", "open", "high", "low", "close", "volume"))
    )
    found = outcomes([an_issued()], holed, LATER)
    assert (found.came.near.sum(), found.came.price[0, 0]) == (1, 146.0)


def test_what_was_over_when_it_was_issued_never_counts() -> None:
    """A forecast brought in three days late was a forecast of four days."""
    found = outcomes([an_issued(issued_ms=CUTOFF + 3 * DAY)], bars(), LATER)
    assert found.scored[0].tolist() == [False] * 3 + [True] * 4


def test_revised_candles_are_said_and_longer_histories_are_not_revised() -> None:
    """The digest of what the forecast saw is compared with today's candles."""
    seen = seen_of(bars().slice(3, 17), CUTOFF)
    other = bars([*CLOSES[:8], 101.0, *CLOSES[9:]])
    one = an_issued(seen=seen)
    assert [bool(outcomes([one], each, LATER).revised[0]) for each in (bars(), other)] == [False, True]


def test_candles_that_became_too_coarse_to_compare_are_revised() -> None:
    """Hourly candles were replaced by daily ones: nobody can tell any more."""
    one = an_issued(seen=replace(an_issued().seen, step="1h"))
    assert outcomes([one], bars(), LATER).revised.all()


def test_the_first_forecast_of_a_day_stands_for_the_day() -> None:
    """Twenty-four hourly forecasts are hardly more than one; midnight belongs to the day that it ends."""
    hours = [an_issued(cutoff_ms=CUTOFF + hour * 3_600_000) for hour in (0, 1, 2, 24, 25)]
    assert [one.cutoff_ms for one in first_a_day(hours)] == [CUTOFF, CUTOFF + 3_600_000, CUTOFF + 25 * 3_600_000]


def test_forecasts_that_overlap_are_worth_those_that_do_not() -> None:
    """Ten daily forecasts over 7 days are worth two; over 1 day, ten."""
    days = CUTOFF + np.arange(10) * DAY
    assert (apart(days, 7), apart(days, 1), apart(days[:0], 7)) == (2, 10, 0)
