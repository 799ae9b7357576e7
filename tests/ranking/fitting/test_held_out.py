"""How good a fit was on days it had not seen, by hand."""

from dataclasses import replace

import numpy as np
import pytest

from engine.core.interval import Interval
from engine.ranking.fitting.chances import FittedChances, Shown
from engine.ranking.fitting.held_out import HeldOut, held_out, kept_apart

FLAT = FittedChances(("fit",), 0.0, np.array([1.0]), np.zeros(1), np.zeros(1), np.ones(1))
HELD = HeldOut(0, 9, 100, 10, Interval(0.7, 0.6, 0.8, 20), Interval(0.6, 0.5, 0.7, 20), Interval(0.02, 0.01, 0.03, 20))


def lists(traders: int = 12) -> Shown:
    """A list of three for each trader; the second is traded, and votes put it second, first of all for trader 0."""
    votes = np.tile([0.5, 0.4, 0.1], traders)
    votes[:3] = [0.5, 0.9, 0.1]
    traded = np.tile([False, True, False], traders)
    who = np.repeat(np.arange(traders), 3)
    rank, known = np.tile([1, 2, 3], traders), np.full(3 * traders, 30.0)
    return Shown(("fit",), votes[:, np.newaxis], traded, who, rank, who, np.arange(3 * traders), known, known)


def test_ndcg_and_gain_are_those_worked_out_by_hand() -> None:
    """Second of three is worth 1 / log2(3); chances are the votes themselves, against one in three."""
    found = held_out(FLAT, lists(), 1 / 3)
    second = 1 / np.log2(3)
    assert found.ndcg.value == pytest.approx((1 + 11 * second) / 12)
    first, other = (np.log([0.5, 0.9, 0.9]) - np.log([2 / 3, 1 / 3, 2 / 3])).mean(), (
        np.log([0.5, 0.4, 0.9]) - np.log([2 / 3, 1 / 3, 2 / 3])).mean()  # fmt: skip
    assert found.gain.value == pytest.approx((first + 11 * other) / 12)
    assert (found.shown, found.traded, found.gain.n) == (36, 12, 12)
    assert found.ndcg.low < found.ndcg.value < found.ndcg.high  # type: ignore[operator]  # known here


def test_of_few_traders_nothing_is_said() -> None:
    """A range over three people is none."""
    found = held_out(FLAT, lists(3), 1 / 3)
    assert not found.ndcg.is_known
    assert "too little" in found.told()


@pytest.mark.parametrize(("gain", "is_worse"), [
    (Interval(-0.01, -0.02, 0.0, 20), True), (Interval(0.007, -0.003, 0.017, 20), False),
    (Interval(0.04, 0.03, 0.05, 20), False), (Interval(None), False),
])  # fmt: skip
def test_a_fit_is_worse_only_beyond_what_both_do_not_know(gain: Interval, is_worse: bool) -> None:
    """0.02 ± 0.01 against another ± 0.01: a difference of more than 0.014."""
    assert replace(HELD, gain=gain).is_worse_than(HELD) is is_worse
    assert not HELD.is_worse_than(replace(HELD, gain=Interval(None)))


def test_the_last_days_are_kept_apart() -> None:
    """They are judged on, and chosen on never."""
    day = 86_400_000
    assert kept_apart(np.array([0, 5, 6, 10]) * day, 4.5).tolist() == [False, False, True, True]
