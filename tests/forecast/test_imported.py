"""Forecasts from elsewhere: every named shape is read, nonsense is refused with its reason."""

import contextlib
import copy
import json
import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.forecast.imported import read_predictions

TODAY = date(2026, 3, 6)
DAYS = [f"2026-03-{day:02}" for day in range(6, 13)]
GOOD: dict[str, Any] = {
    "schema_version": "1.0", "horizon": 7, "freq": "D",
    "predictions": [{
        "unique_id": "BTC-USD", "cutoff": "2026-03-05", "last_close": 100.0, "ds": DAYS, "y_hat": [100.0] * 7,
        "quantiles": {"0.1": [90.0] * 7, "0.5": [100.0] * 7, "0.9": [110.0] * 7},
    }],
}  # fmt: skip


def changed(**fields: Any) -> dict[str, Any]:
    """The good document with these fields of its prediction."""
    document = copy.deepcopy(GOOD)
    document["predictions"][0].update(fields)
    return document


def test_the_documented_shape_is_read() -> None:
    """Half the 80 % range is ln(110/90)/2, 10 %; a day's deviation that over 1.2816 and the root of 7."""
    (found,) = read_predictions(GOOD, TODAY)
    assert (found.symbol, found.last_close, found.edge(0.9, 7)) == ("BTC-USD", 100.0, 110.0)
    assert found.half_width(7) == pytest.approx(math.log(110 / 90) / 2)
    assert found.daily_deviation == pytest.approx(math.log(110 / 90) / 2 / 1.28155 / math.sqrt(7), rel=1e-4)


def test_who_made_it_is_read_where_it_is_said() -> None:
    """The record goes by it; a number is taken as it is written."""
    (named,) = read_predictions({**GOOD, "model": {"name": "deep", "version": 2}}, TODAY)
    assert (named.model, named.version) == ("deep", "2")
    (unnamed,) = read_predictions({**GOOD, "model": ["deep"]}, TODAY)
    assert (unnamed.model, unnamed.version) == ("", "")
    assert read_predictions([100.0] * 7, TODAY)[0].points == (100.0,) * 7


def test_the_real_example_is_read(real_data: Path) -> None:
    """What others are given as the example."""
    document = json.loads((real_data / "forecast" / "model_predictions.json").read_text("utf-8"))
    assert len(read_predictions(document, TODAY)) == len(document["predictions"])


def test_nothing_a_list_and_quantiles_alone_are_read() -> None:
    """The other shapes that are named; a bare list carries no range."""
    assert read_predictions({}, TODAY) == ()
    assert read_predictions([100.0] * 7, TODAY)[0].daily_deviation is None
    (found,) = read_predictions({"quantiles": {"0.1": [90.0] * 7, "0.9": [110.0] * 7}}, TODAY)
    assert found.half_width(1) is not None


BAD = {
    "text": ("words", "must be an object"),
    "six prices": ([100.0] * 6, "list of 7 prices"),
    "a price of nought": ([100.0] * 6 + [0], "above 0"),
    "a truth value": ([100.0] * 6 + [True], "above 0"),
    "not a number": ([100.0] * 6 + [math.nan], "above 0"),
    "another version": ({**GOOD, "schema_version": "9"}, "schema_version must be 1.0"),
    "another horizon": ({**GOOD, "horizon": 3}, "7 daily steps"),
    "no markets": ({**GOOD, "predictions": []}, "1 to 1000 markets"),
    "another clock": ({**GOOD, "timezone": "America/New_York"}, "timezone must be UTC, was 'America/New_York'"),
    "another target": ({**GOOD, "target": "return"}, "target must be close"),
    "other levels than it says": ({**GOOD, "quantile_levels": [0.1, 0.9]}, "must be at the document's quantile_levels"),
    "levels that are none": ({**GOOD, "quantile_levels": "0.1"}, "must be at the document's quantile_levels"),
    "a mean off its own range": (changed(y_hat=[100.0] * 6 + [1.0]), "outside its quantiles on day 7"),
    "no name": (changed(unique_id=None), "needs a unique_id"),
    "markup for a name": (changed(unique_id="<b>"), "needs a unique_id"),
    "markup for a name alone": ({"unique_id": "<b>\n", "quantiles": {"0.1": [1.0] * 7}}, "needs a unique_id"),
    "twice the same": ({**GOOD, "predictions": GOOD["predictions"] * 2}, "stands there twice"),
    "crossing": (changed(quantiles={"0.1": [101.0] * 7, "0.9": [99.0] * 7}), "cross on day 1"),
    "unsorted": (changed(quantiles={"0.9": [110.0] * 7, "0.1": [90.0] * 7}), "must be sorted"),
    "a level of 90": (changed(quantiles={"90": [90.0] * 7}), "between 0 and 1"),
    "no quantiles": (changed(quantiles={}), "needs quantiles"),
    "tomorrow": (changed(cutoff="2026-03-07", ds=None), "in the future"),
    "no date": (changed(cutoff="March"), "must be a date"),
    "other days": (changed(ds=DAYS[:6]), "7 days after its cutoff"),
    "a negative close": (changed(last_close=-1), "above 0"),
}


@pytest.mark.parametrize("name", BAD)
def test_nonsense_is_refused_in_one_line(name: str) -> None:
    """What, and what is allowed."""
    document, reason = BAD[name]
    with pytest.raises(DataError, match=reason) as caught:
        read_predictions(document, TODAY)
    assert "\n" not in str(caught.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=7) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
)


@given(JSON, st.sampled_from(["unique_id", "cutoff", "last_close", "ds", "y_hat", "quantiles", "predictions", ""]))
def test_any_json_is_read_or_refused(value: Any, where: str) -> None:
    """Never another error."""
    document = value if not where else {**GOOD, where: value} if where == "predictions" else changed(**{where: value})
    with contextlib.suppress(DataError):
        assert isinstance(read_predictions(document, TODAY), tuple)
