"""Affinities by hand: liked as a share of all there could have been."""

import numpy as np
import pytest

from engine.options.strategies.kinds import STRATEGIES
from engine.traders.memory.affinity import KINSHIP, affinity, chance_mass, with_kin


def numbers(*values: float) -> np.ndarray:
    return np.array(values)


def test_the_documented_formula_by_hand() -> None:
    """P 3, Q 1, E 2: n 6, lift 4/6, (6 · 4/6 · 3/4 + 6 · ½) / (6 + 6) = 0.5."""
    n, lift, share = 6, 4 / 6, 3 / 4
    assert (
        affinity(numbers(3), numbers(1), numbers(2), 0.5)[0] == pytest.approx((n * lift * share + 3) / (n + 6)) == 0.5
    )


def test_liked_as_often_as_chance_has_a_lift_of_a_half() -> None:
    """Two things shown a hundred times each and liked alike, at the crowd's rate: ½ each, by any prior of ½."""
    liked, shown = numbers(3, 3), numbers(100, 100)
    chance = chance_mass(liked, shown, 6, np.asarray(200.0), 0.03)
    assert chance == pytest.approx([3, 3])
    assert affinity(liked, numbers(0, 0), chance, 0.5) == pytest.approx([0.5, 0.5])


def test_what_was_never_shown_says_nothing_of_chance() -> None:
    """Imported trades without exposures are likes, and nothing is held against anything else."""
    assert chance_mass(numbers(5, 0), numbers(0, 0), 5, np.asarray(0.0), 0.03) == pytest.approx([0, 0])


def test_strategies_that_differ_in_name_alone_lend_each_other_half_their_evidence() -> None:
    """A wheel begins as a cash-secured put; a long straddle has nothing to do with it."""
    put, wheel, straddle = (STRATEGIES[each].number for each in ("cash_secured_put", "wheel", "long_straddle"))
    assert KINSHIP[put, wheel] == 1
    assert KINSHIP[put, straddle] < 0.1
    masses = np.zeros((2, len(STRATEGIES)))
    masses[0, put] = 6
    prior = with_kin(masses, np.zeros(len(STRATEGIES)), np.full(len(STRATEGIES), 0.5), 0.03)
    assert prior[wheel] == pytest.approx((0.5 * 6 + 6 * 0.5) / (0.5 * 6 + 6))
    assert prior[put] == 0.5
