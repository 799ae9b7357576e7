"""The Forecast tab as Python runs it: what stands on it, what it says where there is no forecast, what comes in."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from engine.market.bars import DAY_MS
from engine.market.market import Market
from engine.services.startup import App, wall_clock
from engine.services.track.imports import import_forecast
from tests.builders import walk
from tests.own_model_packages import install
from tests.ui.visits import words

Visit = Callable[..., AppTest]
TAB: Final = {"market": "SIM-BTC", "tab": "Forecast"}


CODE: Final = """
import numpy as np

class Wide:
    def describe(self):
        return {"name": "wide", "version": "1"}
    def fit(self, times, closes):
        self.last = closes[-1]
    def forecast(self, times, closes, levels):
        return np.tile(self.last * (0.5 + levels), (7, 1))

class Broken(Wide):
    def fit(self, times, closes):
        raise KeyError("lost")
"""


def tables(visitor: AppTest) -> list[pd.DataFrame]:
    """Every table of the page."""
    return [each.value for each in visitor.dataframe]


def charts(visitor: AppTest) -> int:
    """How many Plotly charts there are."""
    return len(visitor.get("plotly_chart"))


def daily(app: App, days: int, symbol: str = "TEST/USD") -> None:
    """A market of so many daily candles up to now, kept as real ones."""
    bars = walk(5, days, step="1d")
    today = wall_clock() // DAY_MS * DAY_MS
    bars = replace(bars, symbol=symbol, time=bars.time + (today - DAY_MS - bars.time[-1]))
    app.candles.save(bars, Market(symbol), "a test")


def test_the_bot_alone_draws_no_chart_of_the_forecast(visit: Visit) -> None:
    """The first view of a bot must not wait for what nobody opened."""
    visitor = visit("tune_a_bot", market="SIM-BTC")
    assert charts(visitor) == 0
    assert "Touched within the week" not in words(visitor)


def test_a_young_simulated_market_gets_the_simple_model_and_is_told(visit: Visit) -> None:
    """120 days: no record to judge by, none invented, and nothing said of real coins."""
    visitor = visit("tune_a_bot", **TAB)
    said = words(visitor)
    assert "E7-short" in said
    assert "days are too few for the pooled model" in said
    assert "Too few weeks to judge by" in said
    assert "not judged, too few weeks" in said
    assert "about 6 %" not in said
    assert charts(visitor) == 1


def test_on_the_first_day_nothing_issued_live_is_due(installed: App, visit: Visit) -> None:
    """The forecast that is shown is the first of the record; no replayed figure fills the gap."""
    daily(installed, 100)
    said = words(visit("tune_a_bot", market="TEST/USD", tab="Forecast"))
    assert "1 forecast issued live since" in said
    assert "none has its 7 days behind it yet" in said


def test_every_price_that_matters_has_its_chance(visit: Visit) -> None:
    """Both edges, and stop and target of what is held or would be bought."""
    shown = next(each for each in tables(visit("tune_a_bot", **TAB)) if "Price that matters" in each)
    names = list(shown["Price that matters"])
    assert len(names) == 4
    assert {"Upper edge of the band", "Lower edge of the band"} < set(names)
    assert any(each.startswith("Stop of") for each in names)


def test_a_long_record_shows_its_weeks_its_last_year_and_the_models(installed: App, visit: Visit) -> None:
    """Every share with its range and n, ours beside the random walk."""
    daily(installed, 800)
    visitor = visit("tune_a_bot", market="TEST/USD", tab="Forecast")
    held = next(each for each in tables(visitor) if "After 7 days" in each)
    assert list(held["After 7 days"]) == ["50 % range", "80 % range", "95 % range"]
    assert any(column.startswith("last year, 5") for column in held.columns)
    models = next(each for each in tables(visitor) if "Model, replayed" in each)
    assert list(models["Model, replayed"]) == ["E7", "random walk"]
    assert "The 80 % range held" in words(visitor)
    assert charts(visitor) == 3


def test_a_market_that_rests_at_weekends_says_why_there_is_none(installed: App, visit: Visit) -> None:
    """Seven days are not seven trading days there."""
    bars = walk(5, 100, step="1d")
    trading = (bars.time // DAY_MS + 3) % 7 < 5
    kept = {name: getattr(bars, name)[trading] for name in ("time", "open", "high", "low", "close", "volume")}
    installed.candles.save(replace(bars, symbol="SHARE", **kept), Market("SHARE", kind="equity"), "a test")
    visitor = visit("tune_a_bot", market="SHARE", tab="Forecast")
    assert "There is no forecast of this market" in words(visitor)
    assert "rests at weekends" in words(visitor)
    assert charts(visitor) == 0


def test_a_forecast_from_elsewhere_is_listed_with_its_own_record(installed: App, visit: Visit) -> None:
    """Its name is foreign text, and stays text."""
    daily(installed, 100)
    last = installed.candles.bars("TEST/USD", "1d").close[-1]
    import_forecast(installed, [float(last)] * 7, "<b>lab</b> *x*", ("TEST/USD", "1d"))
    visitor = visit("tune_a_bot", market="TEST/USD", tab="Forecast")
    listed = next(each for each in tables(visitor) if "Source" in each)
    assert list(listed["Source"]) == ["<b>lab</b> *x*"]
    assert list(listed["State"]) == ["drawn above"]
    assert "\\<b\\>lab" in words(visitor)
    figure = json.loads(visitor.get("plotly_chart")[0].proto.spec)
    texts = [each["text"] for each in figure["layout"]["annotations"]]
    assert "&lt;b&gt;lab&lt;/b&gt; *x*" in texts


def test_a_file_is_shown_before_it_is_kept_and_a_bad_one_is_refused_in_one_line(installed: App, visit: Visit) -> None:
    """Nothing is in the record before the last button."""
    visitor = visit("tune_a_bot", **TAB)
    bring(visitor, b"{", "my lab")
    assert "the file is not JSON" in words(visitor)
    close = float(installed.candles.bars("SIM-BTC", "1h").close[-1])
    bring(visitor, json.dumps([close] * 7).encode(), "my lab")
    preview = next(each for each in tables(visitor) if "Days ahead" in each)
    assert len(preview) == 7
    assert not any("Source" in each for each in tables(visitor))
    visitor.button(key="forecast_bring").click()
    visitor.button(key="forecast_keep").click().run()
    assert not visitor.exception
    assert any("Source" in each for each in tables(visitor))


def test_models_of_ones_own_work_beside_the_page_and_a_bad_one_is_named(
    installed: App, visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seconds a model: the page is there before they are, and their lines come when they have spoken."""
    entries = {"wide": "Wide", "broken": "Broken"}
    monkeypatch.syspath_prepend(install(tmp_path / "site", "two_models", CODE, entries))
    daily(installed, 200)
    visitor = visit("tune_a_bot", market="TEST/USD", tab="Forecast")
    for _ in range(200):
        if "is left out" in words(visitor):
            break
        time.sleep(0.1)
        visitor.run()
    assert "The forecast model broken \\(two\\_models 1\\.0\\) is left out" in words(visitor)
    listed = next(each for each in tables(visitor) if "Source" in each)
    assert (list(listed["Source"]), list(listed["State"])) == (["wide"], ["drawn above"])
    assert "**wide** (plug-in, issued live)" in words(visitor)


def bring(visitor: AppTest, content: bytes, source: str) -> None:
    """Open the dialog with a file and a name; a dialog runs alone, here the page does."""
    visitor.button(key="forecast_bring").click().run()
    visitor.file_uploader(key="forecast_file").upload("week.json", content, "application/json")
    visitor.text_input(key="forecast_source").input(source)
    visitor.button(key="forecast_bring").click().run()
    assert not visitor.exception
