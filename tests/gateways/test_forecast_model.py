"""The fitted model on disk: read back as it was kept, and never an error where the file is broken."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.core.errors import StoreError
from engine.forecast.e4.forecast import e4
from engine.forecast.e4.state import VERSION, E4State, to_bytes
from engine.forecast.evaluate import TrackRecord, track_record
from engine.gateways.forecast_model import FittedModel, FittedModels
from engine.market.bars import DAY_MS, Bars
from tests.forecast.e4.conftest import UNTIL_MS, fit, waves

BARS = {"A": waves("A", 1000), "B": waves("B", 1000, 2)}


@pytest.fixture(scope="module")
def state() -> E4State:
    return fit(BARS, UNTIL_MS)


@pytest.fixture(scope="module")
def record() -> TrackRecord:
    """With a crisis in it: the days are moved so that they end in 2022."""
    return track_record(BARS["A"].close, DAY_MS * (18_200 + np.arange(1000)))


def of(state: E4State, record: TrackRecord, end_ms: int = 7) -> FittedModel:
    return FittedModel(state, {"A": record}, {"A 1d": 5}, end_ms)


def same(state: E4State, other: E4State) -> bool:
    return to_bytes(state) == to_bytes(other)


def test_a_model_is_read_back_with_its_records(state: E4State, record: TrackRecord, tmp_path: Path) -> None:
    """Numbers, crises and all; and it forecasts as before."""
    FittedModels(tmp_path / "new").keep(of(state, record))
    found = FittedModels(tmp_path / "new").newest()
    assert found is not None
    assert record.crises
    assert found.records == {"A": record}
    assert (found.sources, found.end_ms) == ({"A 1d": 5}, 7)
    mine, theirs = (e4(one, "A", BARS["A"]).quantiles for one in (state, found.state))
    assert np.array_equal(mine, theirs)


def test_every_fit_has_a_mark_of_its_own(state: E4State, record: TrackRecord, tmp_path: Path) -> None:
    """Pages keep what they drew for as long as the mark is the same."""
    models = FittedModels(tmp_path)
    marks = []
    for end_ms in (1, 2):
        models.keep(of(state, record, end_ms))
        found = models.newest()
        marks.append(found.mark if found else "")
    assert "" not in marks
    assert marks[0] != marks[1]


def test_no_model_is_no_error(tmp_path: Path) -> None:
    """E7 answers."""
    assert FittedModels(tmp_path / "none").newest() is None


@pytest.mark.parametrize("cut", [0, 10, 64, 65, 500, -1])
def test_a_damaged_file_is_no_model(state: E4State, record: TrackRecord, tmp_path: Path, cut: int) -> None:
    """A page must not fail because of it: it is fitted again."""
    models = FittedModels(tmp_path)
    models.keep(of(state, record))
    models.path.write_bytes(models.path.read_bytes()[:cut])
    assert models.newest() is None


def test_a_model_of_another_version_is_no_model(state: E4State, record: TrackRecord, tmp_path: Path) -> None:
    """After an update of the product the old one is fitted again, whatever it said."""
    models = FittedModels(tmp_path)
    models.keep(of(replace(state, version="E4.0"), record))
    assert VERSION != "E4.0"
    assert models.newest() is None


def test_what_cannot_be_written_leaves_the_old_one(state: E4State, record: TrackRecord, tmp_path: Path) -> None:
    """And the message says what to do."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="the forecast model could not be saved"):
        FittedModels(tmp_path / "file").keep(of(state, record))
    assert not same(state, replace(state, until_ms=1))


def test_the_file_holds_nothing_but_numbers_and_names(state: E4State, record: TrackRecord, tmp_path: Path) -> None:
    """Reading it must never run anything: no pickle."""
    models = FittedModels(tmp_path)
    models.keep(of(state, record))
    assert b"pickle" not in models.path.read_bytes()
    assert isinstance(BARS["A"], Bars)
