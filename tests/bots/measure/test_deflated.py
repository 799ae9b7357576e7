"""The best of many trials is held against the best of as many lucky ones, by the paper's own numbers."""

import math

import numpy as np
import pytest

from engine.bots.measure.deflated import (
    best_by_luck,
    chance_above,
    deflated_sharpe,
    effective_trials,
    probabilistic_sharpe,
    sharpe_of,
)
from engine.core.chance import generator


def test_the_papers_example_comes_out() -> None:
    """Bailey and Lopez de Prado 2014: a yearly ratio of 2.5 over five years of days, skew -3, kurtosis 10,
    variance of the trials' yearly ratios 1/2: after 100 trials the benchmark is .1132 a day and the chance .90.
    """
    benchmark = best_by_luck(100, 0.5 / 250)
    assert benchmark == pytest.approx(0.1132, abs=1e-4)
    assert chance_above(2.5 / math.sqrt(250), benchmark, 1250, -3.0, 10.0) == pytest.approx(0.9004, abs=1e-4)


def test_after_46_trials_the_papers_strategy_would_have_passed() -> None:
    """The same ratio is worth more when fewer were tried; with normal returns, 88 would have been few enough."""
    daily = 2.5 / math.sqrt(250)
    assert chance_above(daily, best_by_luck(46, 0.5 / 250), 1250, -3.0, 10.0) == pytest.approx(0.9505, abs=1e-4)
    assert chance_above(daily, best_by_luck(88, 0.5 / 250), 1250, 0.0, 3.0) == pytest.approx(0.9505, abs=1e-4)


def test_luck_reaches_as_far_as_simulated() -> None:
    """The best of 50 trials without skill over 400 days, on average over 400 searches, is where the formula says."""
    draws = generator(1, "luck").standard_normal((400, 50, 400))
    best = (draws.mean(axis=2) / draws.std(axis=2, ddof=1)).max(axis=1)
    assert best_by_luck(50, 1 / 399) == pytest.approx(best.mean(), abs=3 * best.std() / 20)


def test_trials_that_move_alike_count_once() -> None:
    """Three copies of one series are one trial, three that never move together three, one that stands still none."""
    wave = np.array([1.0, -1.0, 1.0, -1.0])
    other, third = np.array([1.0, 1.0, -1.0, -1.0]), np.array([1.0, -1.0, -1.0, 1.0])
    assert effective_trials(np.array([wave, 2 * wave, 3 * wave])) == pytest.approx(1.0)
    assert effective_trials(np.array([wave, other, third])) == pytest.approx(3.0)
    # Pairs correlate 1, 0 and 0: on average 1/3, and 1/3 + 2/3 * 3.
    assert effective_trials(np.array([wave, wave, other])) == pytest.approx(1 / 3 + 2)
    assert effective_trials(np.array([wave, np.zeros(4)])) == 1.0


def test_a_single_trial_is_deflated_by_nothing() -> None:
    """Whoever looked once has nothing to be corrected for: the probabilistic Sharpe ratio against 0 remains."""
    returns = generator(2, "one").normal(0.001, 0.01, (1, 500))
    found = deflated_sharpe(returns, 0)
    assert (found.trials, found.effective, found.benchmark) == (1, 1.0, 0.0)
    assert found.probability == probabilistic_sharpe(sharpe_of(returns[0]), 0.0, returns[0])


def test_more_trials_leave_less_of_the_same_ratio() -> None:
    """The reason for the whole correction."""
    returns = generator(3, "many").normal(0.0, 0.01, (200, 500))
    returns[0] += 0.0012
    few, many = (deflated_sharpe(returns[:count], 0, 1 / 499) for count in (5, 200))
    assert few.ratio == many.ratio
    assert few.probability > many.probability + 0.1


def test_a_series_that_never_moves_has_no_chance_and_breaks_nothing() -> None:
    """A bot that never traded is among the trials of nearly every search."""
    assert deflated_sharpe(np.zeros((3, 50)), 1).probability == 0.0
