"""The ways to make luck's markets that were not taken do what the decision says of them."""

import numpy as np
import pytest

from benchmarks.luck_markets import METHODS, level, made, market
from tests.builders import walk


@pytest.mark.parametrize("method", METHODS)
def test_every_method_makes_a_market_of_the_same_length(method: str) -> None:
    """And the same one for the same seed."""
    bars = market("rising", 1, 200)
    first, again = made(bars, 1, 0, method), made(bars, 1, 0, method)
    assert np.array_equal(first.close, again.close)
    assert np.array_equal(first.time, bars.time)
    assert not np.array_equal(first.close, bars.close)


@pytest.mark.parametrize(("method", "is_tied"), [
    ("shuffle", True), ("signs", True), ("plain shuffle", True), ("blocks", True), ("centred", False),
    ("not tied", False),
])  # fmt: skip
def test_who_keeps_the_drift_ends_where_the_market_ended(method: str, is_tied: bool) -> None:
    """That is what the comparison is about."""
    bars = market("rising", 2, 300)
    ratio = made(bars, 2, 0, method).close[-1] / bars.close[-1]
    assert bool(abs(ratio - 1) < 1e-9) is is_tied


def test_a_level_market_ends_where_it_began() -> None:
    """Centred means no drift at all."""
    flat = level(walk(3, 300))
    assert flat.close[-1] == pytest.approx(flat.close[0])


def test_blocks_keep_what_lies_inside_them() -> None:
    """The edge among it: most moves still follow the one they followed."""
    bars = market("noise", 4, 500)
    turns, drawn = (np.diff(np.log(each.close), 2) for each in (bars, made(bars, 4, 0, "blocks")))
    kept = [np.abs(turns - each).min() < 1e-9 for each in drawn]
    assert np.mean(kept) > 0.9
    shuffled = np.diff(np.log(made(bars, 4, 0, "plain shuffle").close), 2)
    assert np.mean([np.abs(turns - each).min() < 1e-9 for each in shuffled]) < 0.1
