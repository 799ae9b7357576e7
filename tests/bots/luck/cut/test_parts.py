"""Sums of parts add up to what the days say."""

import numpy as np
import pytest

from engine.bots.luck.cut.parts import Parts, parts_of, together
from engine.core.chance import generator


def test_a_union_of_parts_has_the_ratio_of_its_days() -> None:
    """As if mean and deviation were taken over those days themselves; 600 rows are more than one block."""
    daily = generator(1, "parts").standard_normal((600, 30)) / 100
    cut = parts_of(daily, [0, 7, 12, 30])
    ends = Parts(*(each[[0]] + each[[2]] for each in (cut.logs, cut.returns, cut.squares, cut.days)))
    taken = np.expm1(np.hstack((daily[:, :7], daily[:, 12:])))
    assert together(ends, "sharpe")[0] == pytest.approx(taken.mean(axis=1) / taken.std(axis=1, ddof=1))
    assert together(ends, "total_return")[0] == pytest.approx(np.log1p(taken).sum(axis=1))


def test_who_never_moved_has_a_ratio_of_nothing() -> None:
    """Flat, absent and steady records divide nothing by nothing."""
    cut = parts_of(np.array([[0.0] * 6, [np.nan] * 6, [0.01] * 6]), [0, 3, 6])
    assert np.array_equal(together(cut, "sharpe"), np.zeros((2, 3)))
    assert cut.squares[:, 2].min() > 0
