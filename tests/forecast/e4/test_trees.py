"""Trees as arrays answer as the library that grew them does."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.ensemble import HistGradientBoostingRegressor

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.e4.trees import GROWING, Trees, grown, one_thread
from engine.market.bars import Floats


@pytest.fixture(scope="module", autouse=True)
def alone() -> Iterator[None]:
    """As a fit does it: on a busy machine several threads wait for each other."""
    with one_thread():
        yield


@pytest.fixture(scope="module")
def data() -> tuple[Floats, Floats]:
    rng = generator(1, "trees")
    seen = rng.normal(0, 1, (1500, 4))
    return seen, np.sin(seen[:, 0]) + seen[:, 1] * (seen[:, 2] > 0) + rng.normal(0, 0.1, 1500)


@pytest.fixture(scope="module")
def trees(data: tuple[Floats, Floats]) -> Trees:
    return grown(*data, seed=0)


def test_the_arrays_answer_as_the_library_does(data: tuple[Floats, Floats], trees: Trees) -> None:
    """They are read out of its inner tables, which a new version may change; also for values never seen."""
    model = HistGradientBoostingRegressor(random_state=0, **GROWING).fit(*data)
    asked = np.concatenate([data[0], 10 * data[0]])
    assert_allclose(trees.at(asked), model.predict(asked), rtol=1e-12, atol=1e-12)


def test_growing_again_gives_the_same_bits(data: tuple[Floats, Floats], trees: Trees) -> None:
    """A forecast that is made again must be the one that was issued."""
    again = grown(*data, seed=0)
    assert all(np.array_equal(getattr(again, name), getattr(trees, name)) for name in Trees.__slots__)


def test_a_rows_answer_does_not_depend_on_the_others(data: tuple[Floats, Floats], trees: Trees) -> None:
    """To the bit, also across the parts that many rows are answered in."""
    many = np.concatenate([data[0], data[0]])
    assert np.array_equal(trees.at(many)[2100:2101], trees.at(many[2100:2101]))


@pytest.mark.parametrize("name", ["left", "right", "roots"])
def test_trees_that_lead_nowhere_are_refused(trees: Trees, name: str) -> None:
    """A damaged file must not make a page fail later."""
    with pytest.raises(DataError, match="hang together"):
        replace(trees, **{name: getattr(trees, name) + 100_000})
