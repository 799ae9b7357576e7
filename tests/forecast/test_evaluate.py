"""Scores by hand, honest records, and E7's promise on real coins."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from numpy.testing import assert_allclose
from scipy.stats import norm

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.evaluate import (
    SCORED_LEVELS,
    coverage,
    crps,
    pinball,
    random_walk_log_quantiles,
    replay,
    skill,
    track_record,
)
from engine.forecast.volatility import ewma_deviation
from engine.market.bars import DAY_MS, Floats, Times


def walk(days: int, seed: int = 1) -> tuple[Floats, Times]:
    closes = 100 * np.exp(np.cumsum(0.03 * generator(seed, "walk").standard_t(4, days)))
    return closes, DAY_MS * np.arange(17_000, 17_000 + days)


def test_a_miss_above_costs_its_level_and_below_the_rest() -> None:
    """Quantile 0.9 at 10: an outcome of 12 costs 1.8, one of 8 costs 0.2."""
    found = pinball(np.array([[10.0], [10.0]]), np.array([12.0, 8.0]), np.array([0.9]))
    assert_allclose(found[:, 0], [1.8, 0.2])


def test_the_crps_of_a_normal_is_the_known_one() -> None:
    """Gneiting and Raftery (2007): at outcome 0 it is 2 pdf(0) - 1 / sqrt(pi), within a hundredth."""
    quantiles = norm.ppf(SCORED_LEVELS)[None]
    known = 2 * norm.pdf(0) - 1 / np.sqrt(np.pi)
    assert_allclose(crps(quantiles, np.array([0.0]), SCORED_LEVELS), known, rtol=0.01)


def test_the_random_walk_grows_with_the_root_of_time() -> None:
    """Level 0.9 after 4 days is 1.2816 times two daily deviations."""
    logs = np.log(walk(100)[0])
    found = random_walk_log_quantiles(logs, np.array([99]), np.array([0.9]))
    assert_allclose(found[0, 3, 0], 1.2815516 * 2 * ewma_deviation(logs)[99])


def test_the_reference_has_no_skill_over_itself() -> None:
    """Zero, and an error of zero."""
    closes, times = walk(800)
    measured = skill([replay(closes, times, quantiles=random_walk_log_quantiles)])
    assert measured.percent == 0
    assert measured.error == 0
    assert measured.t == 0


def test_a_copy_of_a_market_is_no_more_evidence() -> None:
    """Markets move together: the error is clustered by date, and a copy leaves it as it was."""
    scores = replay(*walk(1500))
    once, twice = skill([scores]), skill([scores, scores])
    assert_allclose(twice.error, once.error)
    assert twice.origins == 2 * once.origins


def test_origins_stand_still_in_the_calendar() -> None:
    """A record grows at its end: the past is neither chosen anew nor scored anew."""
    closes, times = walk(900)
    whole, part = replay(closes, times), replay(closes[:703], times[:703])
    n = len(part.times)
    assert np.all((whole.times // DAY_MS) % 7 == 0)
    for name in ("times", "crps", "reference", "held"):
        assert np.array_equal(getattr(whole, name)[:n], getattr(part, name))


def test_a_record_counts_only_weeks_that_are_over() -> None:
    """Days 17,371 to 17,892 have a year before and a week after them; 75 of them are multiples of 7."""
    closes, times = walk(900)
    record = track_record(closes, times)
    assert record.last_ms <= times[-1] - 7 * DAY_MS
    assert record.origins == 75
    assert 50 <= record.origins_year <= 52
    assert record.coverage_week == record.coverage[6]
    assert record.label == "replayed"


def test_too_little_history_has_no_record() -> None:
    """The message says how much is needed."""
    with pytest.raises(DataError, match=r"needs about 449 daily closes.*was 420"):
        track_record(*walk(420))


def test_a_gap_has_no_record() -> None:
    """Two days apart is not one."""
    closes, times = walk(900)
    with pytest.raises(DataError, match="exactly one day apart"):
        track_record(np.delete(closes, 500), np.delete(times, 500))


def test_a_market_that_never_moved_has_no_skill() -> None:
    """Dividing by a CRPS of 0 says nothing."""
    with pytest.raises(DataError, match="never moved"):
        track_record(np.full(900, 5.0), walk(900)[1])


def test_e7_beats_the_random_walk_on_real_coins_and_covers_what_it_says(real_data: Path) -> None:
    """The promise of the page: skill above 0 by two standard errors, coverage within 3 points."""
    table = pd.read_parquet(real_data / "forecast" / "coins_daily.parquet")
    table = table[table["timestamp"] >= pd.Timestamp("2015-08-01", tz="UTC")]
    scores = []
    for _, coin in table.groupby("unique_id"):
        times = coin["timestamp"].dt.as_unit("ms").astype("int64").to_numpy()
        scores.append(replay(coin["close"].to_numpy(), times, every=6))
    measured = skill(scores)
    assert 0.5 < measured.percent < 6.39  # above the ceiling would be a leak
    assert measured.t > 2
    assert_allclose(coverage(scores).mean(axis=0), [0.5, 0.8, 0.95], atol=0.03)
