"""The JSON that others read has the agreed shape, dates and prices."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.forecast.evaluate import track_record
from engine.forecast.interchange import to_predictions
from engine.forecast.model import Forecast, e7
from engine.market.bars import DAY_MS, Floats

MIDNIGHT = 1_772_755_200_000  # 2026-03-06 00:00 UTC


def walk(days: int) -> Floats:
    return 1e-6 * np.exp(np.cumsum(0.03 * generator(1, "walk").standard_normal(days)))


def a_forecast(symbol: str = "PEPE", cutoff_ms: int = MIDNIGHT) -> Forecast:
    return e7(symbol, cutoff_ms, walk(400))


def test_the_cutoff_is_the_day_that_midnight_ended() -> None:
    """The candle of 5 March closes at midnight; the first day forecast is the 6th."""
    found = to_predictions(a_forecast())["predictions"][0]
    assert found["cutoff"] == "2026-03-05"
    assert found["ds"][0] == "2026-03-06"
    assert found["ds"][-1] == "2026-03-12"


def test_an_afternoon_belongs_to_its_own_day() -> None:
    """A fan from 15:00 of the 6th ends on the 13th."""
    found = to_predictions(a_forecast(cutoff_ms=MIDNIGHT + 15 * DAY_MS // 24))["predictions"][0]
    assert (found["cutoff"], found["ds"][-1]) == ("2026-03-06", "2026-03-13")


def test_the_smallest_prices_keep_their_order() -> None:
    """Six decimals would make every quantile of such a coin equal."""
    quantiles = to_predictions(a_forecast())["predictions"][0]["quantiles"]
    table = np.array([quantiles[level] for level in sorted(quantiles, key=float)])
    assert np.all(np.diff(table, axis=0) > 0)


def test_a_record_goes_with_its_market_and_says_that_it_was_replayed() -> None:
    """Never taken for forecasts issued live."""
    closes = walk(900)
    record = track_record(closes, DAY_MS * np.arange(17_000, 17_900))
    found = to_predictions(a_forecast("A"), a_forecast("B"), records={"B": record})["predictions"]
    assert "track_record" not in found[0]
    assert found[1]["track_record"]["label"] == "replayed"
    assert found[1]["track_record"]["origins"] == record.origins


def test_nothing_to_forecast_is_no_document() -> None:
    """An empty list would be read as done."""
    with pytest.raises(DataError, match="at least one forecast"):
        to_predictions()


def test_keys_and_types_are_those_of_the_example(real_data: Path) -> None:
    """Whoever reads the example reads ours: same keys, same kinds, no number that JSON lacks."""
    example = json.loads((real_data / "forecast" / "model_predictions.json").read_text())
    made = json.loads(json.dumps(to_predictions(a_forecast(), generated_ms=MIDNIGHT), allow_nan=False))
    assert list(made) == list(example)
    assert made["quantile_levels"] == example["quantile_levels"]
    ours, theirs = made["predictions"][0], example["predictions"][0]
    assert set(theirs) - set(ours) == {"track_record"}
    assert list(ours["quantiles"]) == list(theirs["quantiles"])
    assert all(type(ours[key]) is type(theirs[key]) for key in ours)


def test_the_document_fits_the_schema(real_data: Path) -> None:
    """Checked where a schema checker is installed."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((real_data / "forecast" / "model_predictions.schema.json").read_text())
    jsonschema.validate(to_predictions(a_forecast()), schema)
