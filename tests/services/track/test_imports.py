"""Forecasts from elsewhere: every named shape is kept with its maker, nonsense is refused, nothing is said twice."""

import copy
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.forecast.adopted import OWN_BANDS
from engine.forecast.track.issued import Maker
from engine.market.bars import DAY_MS, Bars
from engine.market.market import Market
from engine.services.sample import make_world
from engine.services.startup import App, open_app, read_settings, wall_clock
from engine.services.track.imports import (
    document_of,
    export_predictions,
    import_forecast,
    imported_of,
    preview_forecast,
)
from engine.services.track.issuing import issued_of
from engine.services.track.record import record_of
from tests.builders import walk

LEVELS = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)


def market_of(days: int = 400, until_ms: int | None = None) -> Bars:
    """Daily candles that end with the last day that is over."""
    made = walk(4, days, "1d", sigma=0.02)
    last = (wall_clock() if until_ms is None else until_ms) // DAY_MS * DAY_MS
    return replace(made, symbol="BTC/USD", time=last - (days - np.arange(days)) * DAY_MS)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """An engine with one market of real candles up to today."""
    opened = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    opened.candles.save(market_of(), Market("BTC/USD"), "test")
    yield opened
    opened.store.close()


def day(ahead: int) -> str:
    """A UTC day so many days after the newest one that is over."""
    return str(np.datetime64(wall_clock() // DAY_MS * DAY_MS - DAY_MS + ahead * DAY_MS, "ms").astype("datetime64[D]"))


def document(app: App, ahead: int = 0, **fields: Any) -> dict[str, Any]:
    """A good forecast of the market from a day before the newest, these fields of its prediction changed."""
    bars = app.candles.bars("BTC/USD", "1d")
    last = float(bars.close[ahead - 1 if -300 < ahead < 1 else -1])
    prices = {str(level): [last * (0.9 + 0.2 * level)] * 7 for level in LEVELS}
    one = {"unique_id": "BTC-USD", "cutoff": day(ahead), "last_close": last, "y_hat": prices["0.5"],
           "ds": [day(ahead + each) for each in range(1, 8)], "quantiles": prices}  # fmt: skip
    return {
        "schema_version": "1.0", "generated_at": f"{day(1)}T00:00:00Z", "horizon": 7, "freq": "D",
        "quantile_levels": list(LEVELS), "model": {"name": "deep", "version": 3}, "predictions": [{**one, **fields}],
    }  # fmt: skip


def test_a_document_is_kept_with_its_maker_and_judged_beside_ours(app: App) -> None:
    """BTC-USD is BTC/USD here; nothing of it is over, so all of it is live."""
    (came,) = import_forecast(app, document(app), "lab")
    assert (came.is_new, came.notes) == (True, ())
    assert came.issued.maker == Maker("imported", "lab", "deep", "3")
    (found,) = record_of(app, "BTC/USD", "1d").sources
    assert (found.source, found.issued, found.week.n) == ("lab", 1, 0)


def test_it_is_drawn_with_the_usual_bands_and_with_paths(app: App) -> None:
    """What the chart takes of ours, it takes of theirs."""
    import_forecast(app, document(app), "lab")
    (beside,) = imported_of(app, "BTC/USD", "1d")
    assert beside.forecast is not None
    assert beside.forecast.band(0.95)[0].shape == (7,)
    assert beside.forecast.paths.shape[1] == 7
    assert (beside.is_over, beside.trouble) == (False, "")


def test_the_same_again_is_kept_once_and_another_word_from_the_same_day_is_not_taken(app: App) -> None:
    """The first word counts, and whoever sends a second one is told."""
    first, better = document(app), document(app)
    upper = better["predictions"][0]["quantiles"]
    upper["0.975"] = [price * 1.01 for price in upper["0.975"]]
    import_forecast(app, first, "lab")
    again, other = import_forecast(app, first, "lab")[0], import_forecast(app, better, "lab")[0]
    assert (again.is_new, other.is_new) == (False, False)
    assert again.notes[-1].startswith("It was here already")
    assert "stays: what was said from a cutoff is never replaced" in other.notes[-1]
    assert len(issued_of(app, "BTC/USD", "1d")) == 1
    assert import_forecast(app, better, "other lab")[0].is_new


def test_deepar_and_a_bare_list_are_kept_from_the_newest_day_and_say_what_was_added(app: App) -> None:
    """They name no market, no cutoff and, the list, no range."""
    last = float(app.candles.bars("BTC/USD", "1d").close[-1])
    deepar = {"quantiles": {"0.1": [last * 0.9] * 7, "0.5": [last] * 7, "0.9": [last * 1.1] * 7}}
    (one,) = import_forecast(app, deepar, "DeepAR", ("BTC/USD", "1d"))
    (two,) = import_forecast(app, [last * 1.02] * 7, "gut feeling", ("BTC/USD", "1d"))
    assert one.notes == (f"No cutoff was said: taken from {day(0)}, the newest day that is over.",)
    assert two.notes[0] == two.issued.note == OWN_BANDS
    with pytest.raises(DataError, match="names no market"):
        import_forecast(app, deepar, "DeepAR")


def test_days_that_were_over_when_it_came_never_count(app: App) -> None:
    """Three of seven days are known to whoever sends it."""
    (came,) = import_forecast(app, document(app, ahead=-3), "late lab")
    assert came.notes == ("3 of its 7 days were over when it came: they are drawn, and never count for its record.",)
    (found,) = record_of(app, "BTC/USD", "1d").sources
    assert ([one.n for one in found.horizons], found.trouble.known) == ([0] * 7, 3)


@pytest.mark.parametrize(("fields", "reason"), [
    ({"ahead": 1}, "cutoff in the future"),
    ({"ahead": -900}, "no candle of BTC/USD 1d ends with"),
    ({"ahead": -385}, "at least 30 daily closes"),
    ({"last_close": 1.0}, "they may differ by 0.1 %"),
    ({"unique_id": "DOGE-USD"}, "unknown symbol: the forecast is of DOGE-USD"),
    ({"unique_id": "BTC-EUR"}, "unknown symbol"),
    ({"unique_id": "SIM-BTC/USD"}, "unknown symbol"),
    ({"y_hat": [1.5] * 7, "quantiles": {"0.1": [1.0] * 7, "0.9": [2.0] * 7}}, "the document's quantile_levels"),
    ({"y_hat": [1.0] * 7, "quantiles": {f"{level:g}": [1.0] * 7 for level in LEVELS}}, "of this market"),
    ({"quantiles": {"0.9": [9.0] * 7, "0.1": [8.0] * 7}}, "must be sorted"),
    ({"quantiles": {"0.1": [9.0] * 7, "0.9": [8.0] * 7}}, "cross on day 1"),
    ({"quantiles": {"0.1": [0.0] * 7}}, "above 0"),
    ({"quantiles": {"0.1": [1.0] * 6}}, "list of 7 prices"),
])  # fmt: skip
def test_nonsense_is_refused_in_one_line_and_nothing_is_kept(app: App, fields: dict[str, Any], reason: str) -> None:
    """Also where another prediction of the document is good."""
    with pytest.raises(DataError, match=reason) as refused:
        import_forecast(app, document(app, **fields), "lab")
    assert "\n" not in str(refused.value)
    assert issued_of(app, "BTC/USD", "1d") == ()


VALUES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.lists(st.floats(), max_size=8)
)
PLACES = ("unique_id", "cutoff", "last_close", "ds", "y_hat", "quantiles", "model", "horizon", "freq")


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PLACES), VALUES, st.sampled_from(["", "0.1", "0.975"]))
def test_whatever_stands_in_a_file_is_kept_or_refused_in_one_line(app: App, where: str, value: Any, level: str) -> None:
    """Never another error, and nothing that is no forecast in the record."""
    file = document(app)
    one = file["predictions"][0]
    if where in ("model", "horizon", "freq"):
        file[where] = value
    elif where == "quantiles" and level:
        one["quantiles"][level] = value
    else:
        one[where] = value
    said = ""
    try:
        import_forecast(app, file, "fuzz")
    except DataError as refused:
        said = str(refused)
    assert "\n" not in said
    assert all(np.isfinite(each.quantiles).all() for each in issued_of(app, "BTC/USD", "1d"))


def test_an_uploaded_file_is_read_or_refused_in_one_line() -> None:
    """With or without the mark that some editors put in front."""
    assert document_of(b"\xef\xbb\xbf[1, 2]") == [1, 2]
    for content, said in ((b"{", "is not JSON"), (b"\xff\xfe", "is not JSON"), (b"[" * 200_000, "is not JSON")):
        with pytest.raises(DataError, match=said) as refused:
            document_of(content)
        assert "\n" not in str(refused.value)
    with pytest.raises(DataError, match="at most 16 MiB"):
        document_of(b" " * (16 << 20) + b"[]")


def test_one_bad_market_refuses_the_whole_document(app: App) -> None:
    """Half of it would be taken for all of it."""
    both = document(app)
    both["predictions"].append({**copy.deepcopy(both["predictions"][0]), "unique_id": "DOGE-USD"})
    with pytest.raises(DataError, match="unknown symbol"):
        import_forecast(app, both, "lab")
    assert issued_of(app, "BTC/USD", "1d") == ()
    assert len(import_forecast(app, both, "lab", ("BTC/USD", "1d"))) == 1  # of this market alone


@pytest.mark.parametrize(("source", "reason"), [
    ("Toption", "another name"), (" toption ", "another name"), ("", "1 to 60 letters"), ("a\nb", "1 to 60 letters"),
    ("x" * 61, "1 to 60 letters"),
])  # fmt: skip
def test_a_source_needs_a_name_of_its_own(app: App, source: str, reason: str) -> None:
    """It stands beside ours, and is not to be taken for ours."""
    with pytest.raises(DataError, match=reason):
        import_forecast(app, document(app), source)


def test_a_market_is_found_by_its_coin_and_currency_and_a_chosen_one_by_its_dollar(app: App) -> None:
    """BTC is in dollars where it says no other; BTC/USDT takes a forecast of BTC-USD where that is asked for."""
    for name in ("BTC", "BTC/USDT", "BTC/EUR"):
        app.candles.save(replace(market_of(), symbol=name), Market(name), "test")
    assert {one.issued.symbol for one in import_forecast(app, document(app), "lab")} == {"BTC", "BTC/USD"}
    (came,) = import_forecast(app, document(app), "lab", ("BTC/USDT", "1d"))
    assert came.issued.symbol == "BTC/USDT"
    with pytest.raises(DataError, match="unknown symbol: the forecast is of BTC-USD, and BTC/EUR 1d was asked for"):
        import_forecast(app, document(app), "lab", ("BTC/EUR", "1d"))


def test_a_simulated_market_is_judged_by_the_clock_of_its_world(app: App) -> None:
    """Its today may be another year."""
    now = make_world(app).now_ms
    last = float(app.candles.bars("SIM-BTC", "1h").until(now).close[-1])
    (came,) = import_forecast(app, [last] * 7, "lab", ("SIM-BTC", "1h"))
    assert (came.issued.cutoff_ms, came.issued.issued_ms) == (now // DAY_MS * DAY_MS, now)
    assert record_of(app, "SIM-BTC", "1h").of("lab") is not None


def test_a_forecast_whose_candles_are_gone_is_named_and_harms_no_other(app: App) -> None:
    """Candles from last week on were brought in anew: there is no past to draw paths from."""
    import_forecast(app, document(app), "lab")
    app.candles.save(market_of(10), Market("BTC/USD"), "test")
    (beside,) = imported_of(app, "BTC/USD", "1d")
    assert beside.forecast is None
    assert "at least 30 daily closes" in beside.trouble


def test_what_is_exported_fits_the_schema_and_comes_back_in(app: App, real_data: Path) -> None:
    """Ours and theirs, read by anybody who reads the example."""
    schema = json.loads((real_data / "forecast" / "model_predictions.schema.json").read_text("utf-8"))
    import_forecast(app, document(app), "lab")
    (beside,) = imported_of(app, "BTC/USD", "1d")
    assert beside.forecast is not None
    made = export_predictions(app, [beside.forecast], maker=beside.issued.maker)
    jsonschema.validate(made, schema)
    assert made["predictions"][0]["direction"]["verdict"] == "not_better_than_chance"
    assert (made["model"]["source"], made["model"]["version"]) == ("lab", "3")
    again = import_forecast(app, json.loads(json.dumps(made)), "lab two")[0].issued
    assert set(beside.issued.levels) <= set(again.levels)


def test_the_example_is_taken_where_its_candles_are(app: App, real_data: Path) -> None:
    """What others are given as the example, on a market that closed where it says."""
    example = json.loads((real_data / "forecast" / "model_predictions.json").read_text("utf-8"))
    one = next(each for each in example["predictions"] if each["unique_id"] == "BTC-USD")
    ends = int(np.datetime64(one["cutoff"], "ms").astype(np.int64)) + DAY_MS
    bars = market_of(400, ends)
    factor = one["last_close"] / bars.close[-1]
    scaled = {name: getattr(bars, name) * factor for name in ("open", "high", "low", "close")}
    app.candles.save(replace(bars, **scaled), Market("BTC/USD"), "test")
    (came,) = import_forecast(app, {**example, "predictions": [one]}, "example")
    assert came.issued.maker.model == "toption-scale-ensemble"
    assert imported_of(app, "BTC/USD", "1d")[0].forecast is not None


def test_a_preview_keeps_nothing_and_says_what_an_import_would(app: App) -> None:
    """A file is looked at before its word is in a record that nobody can change."""
    close = float(app.candles.bars("BTC/USD", "1d").close[-1])
    (seen,) = preview_forecast(app, [close] * 7, "lab", ("BTC/USD", "1d"))
    assert issued_of(app, "BTC/USD", "1d") == ()
    (came,) = import_forecast(app, [close] * 7, "lab", ("BTC/USD", "1d"))
    assert (seen.issued.quantiles, seen.is_new, seen.notes) == (came.issued.quantiles, True, came.notes)
    (again,) = preview_forecast(app, [close * 1.01] * 7, "lab", ("BTC/USD", "1d"))
    assert not again.is_new
    assert "is never replaced" in again.notes[-1]


def test_a_file_of_other_markets_is_refused_by_their_names(app: App) -> None:
    """Several markets in one file, none of them the one on the screen: not a silent nothing."""
    forecasts = [document(app, unique_id=name) for name in ("XMR/USD", "ADA/USD")]
    several = {**forecasts[0], "predictions": [each["predictions"][0] for each in forecasts]}
    with pytest.raises(DataError, match="of BTC/USD 1d: they are of XMR/USD, ADA/USD"):
        import_forecast(app, several, "lab", ("BTC/USD", "1d"))
