"""The bound of the world of five parts rests on the world's own formula, and comes near to the oracle."""

import numpy as np
import pytest
from scipy.special import expit, ndtr

from benchmarks.worlds.course import course
from benchmarks.worlds.knowing import (
    FIRST_BELL,
    FIRST_PAIR,
    HIGH,
    LOW,
    OFTEN,
    REGIME,
    SIZE,
    Knowing,
    facts,
    said,
    spread_of_tastes,
    utility,
)
from benchmarks.worlds.responses import person
from benchmarks.worlds.slates import slate
from benchmarks.worlds.tastes import FiveParts, leanings, taste_of
from engine.core.chance import generator

POINT = np.random.default_rng(3).normal(size=SIZE)


def test_the_formula_is_the_worlds_own() -> None:
    """A bound for another world would bound nothing."""
    low = LOW + (HIGH - LOW) * ndtr(POINT[FIRST_BELL:FIRST_PAIR])
    bells = [(float(low[place]), float(low[place + 1])) for place in (0, 2, 4)]
    tickers = expit(1.5 * POINT[OFTEN:FIRST_BELL] - 0.5)
    regimes = REGIME * POINT[FIRST_PAIR:].reshape(-1, OFTEN)
    taste = FiveParts(expit(2 * POINT[:OFTEN] - 0.5), tickers, *bells, regimes, float(low[6]))
    one = slate(2, 5)
    assert np.clip(utility(POINT, facts(one))[0], 0, None) == pytest.approx(taste.utility(one))


def test_its_slopes_are_those_of_the_formula() -> None:
    """Newton's steps go where they should."""
    about, nudge = facts(slate(2, 5))[:12], 1e-5
    slopes = utility(POINT, about)[1]
    for place in (0, 3, 20, *range(FIRST_BELL, FIRST_PAIR), FIRST_PAIR + 7):
        moved = [utility(POINT + sign * nudge * np.eye(SIZE)[place], about)[0] for sign in (-1, 1)]
        assert slopes[:, place] == pytest.approx((moved[1] - moved[0]) / (2 * nudge), abs=1e-7)


def test_it_knows_how_tastes_are_spread() -> None:
    """Mean and covariance are those of the world's traders."""
    mean, spread = spread_of_tastes()
    drawn = [leanings(generator(9, trader)) for trader in range(3_000)]
    strategies, tickers = (np.array([each[kind] for each in drawn]) for kind in (0, 1))
    assert np.cov(strategies.T) == pytest.approx(spread[:OFTEN, :OFTEN], abs=0.25)
    assert tickers.mean(axis=0) == pytest.approx(mean[OFTEN:FIRST_BELL], abs=0.1)
    assert np.cov(tickers[:, :11].T) == pytest.approx(spread[OFTEN : OFTEN + 11, OFTEN : OFTEN + 11], abs=0.15)


def test_the_answers_chances_add_up_to_one() -> None:
    """Waved away, passed by, opened, saved, traded: one of them happens, at every rank."""
    want = np.linspace(-3, 4, 15)
    for rank in (1, 10):
        chances = [np.exp(said(want, np.full(15, rank), np.full(15, rung))) for rung in range(5)]
        assert np.sum(chances, axis=0) == pytest.approx(np.ones(15))


def test_who_knows_the_formula_is_soon_near_the_oracle() -> None:
    """Fifteen lists are enough for what takes others fifty."""
    who = [person(f"t{trader}", taste_of("five parts", 5, trader), 5) for trader in range(3)]
    by_name = {each.name: each for each in who}
    curve = course(lambda name: Knowing(by_name[name]), who, 5, 16)
    assert curve.ndcg[:, -4:].mean() > 0.75
