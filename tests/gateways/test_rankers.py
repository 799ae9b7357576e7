"""Versions of a fit: the newest good one is used, a bad one is not, a damaged one is passed by, a person can leave."""

from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.core.interval import Interval
from engine.gateways.rankers import Rankers
from engine.ranking.fitting.chances import FittedChances
from engine.ranking.fitting.held_out import HeldOut
from engine.ranking.fitting.ranker import FittedRanker

HELD = HeldOut(0, 9, 100, 10, Interval(0.7, 0.6, 0.8, 20), Interval(0.6), Interval(None))
CHANCES = FittedChances(("fit",), -3.5, np.array([1.5]), np.array([0.1]), np.zeros(1), np.ones(1))


def fit(until_ms: int = 5, *traders: str) -> FittedRanker:
    """Something fitted."""
    return FittedRanker(until_ms, traders or ("a", "b"), 40, chances=CHANCES, held=HELD)


@pytest.fixture
def rankers(tmp_path: Path) -> Rankers:
    """An empty folder of them."""
    return Rankers(tmp_path / "rankers")


def number(rankers: Rankers, until_ms: int = 100) -> int | None:
    found = rankers.used(until_ms)
    return None if found is None else found[0].number


def test_a_fit_comes_back_as_it_was(rankers: Rankers) -> None:
    """With its own metrics."""
    assert (rankers.used(), rankers.versions()) == (None, ())
    kept = rankers.keep(fit())
    version, found = rankers.used() or pytest.fail("there is none")
    assert version == kept
    assert (version.number, version.events, version.traders, version.held) == (1, 40, 2, HELD)
    assert found.chances is not None
    assert found.chances.weights == {"fit": 1.0}
    assert found.chances.chance({"fit": np.array([0.5])}) == pytest.approx(1 / (1 + np.exp(3.5)))
    assert (found.crowd.traders, found.content, found.setups) == (0, None, None)


def test_the_newest_good_one_is_used_and_rolling_back_brings_the_one_before(rankers: Rankers) -> None:
    """A bad fit must not stay for want of a button."""
    rankers.keep(fit())
    rankers.keep(fit())
    rankers.keep(fit(), rolled_back="worse on days held back than fit 2")
    assert number(rankers) == 2
    rankers.roll_back(2, "saves fell by half")
    assert number(rankers) == 1
    assert [each.rolled_back for each in rankers.versions()] == [
        "worse on days held back than fit 2", "saves fell by half", ""]  # fmt: skip
    with pytest.raises(DataError, match="there is no fitted ranker 9"):
        rankers.roll_back(9, "?")


def test_old_files_go_but_never_those_in_use(rankers: Rankers) -> None:
    """However many bad fits come after a good one."""
    rankers.keep(fit())
    rankers.keep(fit())
    for _ in range(8):
        rankers.keep(fit(), rolled_back="worse")
    assert number(rankers) == 2
    there = [each.number for each in rankers.versions() if each.is_there]
    assert there == [10, 9, 8, 7, 6, 2, 1]
    assert {int(path.stem) for path in rankers.folder.glob("*.ranker")} == set(there)


def test_a_fit_that_knows_what_is_still_to_come_is_not_used(rankers: Rankers) -> None:
    """The sample world's clock can be set back."""
    rankers.keep(fit(50))
    rankers.keep(fit(90))
    assert (number(rankers, 100), number(rankers, 60), number(rankers, 10)) == (2, 1, None)


def test_a_damaged_file_is_passed_by(rankers: Rankers) -> None:
    """It can be fitted again at any time: no page has to fail."""
    rankers.keep(fit())
    rankers.keep(fit())
    path = rankers.folder / "000002.ranker"
    path.write_bytes(path.read_bytes()[:-9] + b"nonsense!")
    assert number(rankers) == 1
    path.unlink()
    assert number(rankers) == 1
    (rankers.folder / "versions").write_bytes(b"nonsense")
    assert (rankers.used(), rankers.versions()) == (None, ())
    assert rankers.keep(fit()).number == 2


def test_whoever_is_erased_is_in_no_fit_any_more(rankers: Rankers) -> None:
    """Fits that knew them go; others stay."""
    rankers.keep(fit(5, "a"))
    rankers.keep(fit(5, "a", "b"))
    assert rankers.forget("b") == 1
    assert number(rankers) == 1
    assert [each.is_there for each in rankers.versions()] == [False, True]
    assert rankers.forget("nobody") == 0
