"""The tuner figure: what it draws, in which range, and that foreign text stays text."""

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.ui.charts import MOST_BARS, tuner_figure
from pages.ui.look import DARK, LIGHT
from pages.ui.ticks import nice_ticks
from pages.ui.tuner_view import Fan, Trade, TunerView, describe

HOUR = 3_600_000


def a_view(bars: int = 60, **changes: object) -> TunerView:
    """A flat market at 100 with a band of ± 2 and a fan of up to ± 10."""
    times = [1_790_000_000_000 + at * HOUR for at in range(bars)]
    ahead = [times[-1] + (at + 1) * HOUR for at in range(5)]
    fan = Fan(ahead, [100] * 5, [98] * 5, [102] * 5, [95] * 5, [105] * 5, [90] * 5, [110] * 5)
    edges = {"lower": [98.0] * bars, "mean": [100.0] * bars, "upper": [102.0] * bars}
    candles = {"open": [100.0] * bars, "high": [101.0] * bars, "low": [99.0] * bars, "close": [100.0] * bars}
    view = TunerView("SIM", "USD", times, **candles, **edges, trades=(), fan=fan, touch_upper=0.55, touch_lower=0.58)
    return replace(view, **changes)


def trace(figure: dict, kind: str) -> dict:
    """The one trace of this type."""
    return next(part for part in figure["data"] if part["type"] == kind)


def test_the_price_axis_holds_the_widest_range_and_a_little_more() -> None:
    """A clipped fan hides exactly the risk it is drawn for."""
    assert tuner_figure(a_view(), LIGHT)["layout"]["yaxis"]["range"] == pytest.approx([89, 111])


def test_a_band_outside_the_fan_is_not_clipped() -> None:
    """Very wide bands are a setting that people try."""
    low, _ = tuner_figure(a_view(lower=[50.0] * 60), LIGHT)["layout"]["yaxis"]["range"]
    assert low < 50


def test_one_time_scale_on_both_sides_of_now() -> None:
    """The axis runs from the first bar to the last forecast; now lies half a bar after the last one."""
    view = a_view()
    layout = tuner_figure(view, LIGHT)["layout"]
    assert layout["xaxis"]["range"] == [view.time_ms[0] - HOUR / 2, view.fan.time_ms[-1]]
    assert layout["shapes"][0]["x0"] == view.time_ms[-1] + HOUR / 2


def test_at_most_500_bars_travel() -> None:
    """Every release sends the figure again: its size is what people wait for."""
    figure = tuner_figure(a_view(bars=2_000), LIGHT)
    assert len(trace(figure, "candlestick")["x"]) == MOST_BARS
    assert len(json.dumps(figure)) < 130_000


def test_bars_without_a_band_are_gaps_and_the_figure_is_json() -> None:
    """NaN is no JSON: one of them and the browser shows nothing."""
    start = [math.nan] * 20
    figure = tuner_figure(
        a_view(lower=start + [98.0] * 40, mean=start + [100.0] * 40, upper=start + [102.0] * 40), DARK
    )
    json.dumps(figure, allow_nan=False)


def test_no_band_at_all_still_draws_candles_and_fan() -> None:
    """A window longer than the history is a setting that people try."""
    nothing = [None] * 60
    figure = tuner_figure(a_view(lower=nothing, mean=nothing, upper=nothing), LIGHT)
    assert trace(figure, "candlestick")["close"] == [100.0] * 60
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["next 7 days", "<b>100.00</b>"]


def test_the_saved_band_is_two_faint_dashed_lines_more() -> None:
    """While a draft differs, people see what they would leave."""
    saved = tuner_figure(a_view(saved_lower=[97.0] * 60, saved_upper=[103.0] * 60), LIGHT)
    added = len(saved["data"]) - len(tuner_figure(a_view(), LIGHT)["data"])
    assert added == 2


def test_pills_name_both_edges_and_their_chances() -> None:
    """The chance of touching is the sentence that the fan and the band make together."""
    notes = [note["text"] for note in tuner_figure(a_view(bars=10), LIGHT)["layout"]["annotations"]]
    assert notes[2:] == ["<b>touches upper<br>edge 55\u00a0%</b>", "<b>touches lower<br>edge 58\u00a0%</b>"]


def test_pills_are_short_where_the_fan_is_narrow() -> None:
    """Over a long history the fan is a sliver, and long pills would cover the newest candles."""
    notes = [note["text"] for note in tuner_figure(a_view(bars=60), LIGHT)["layout"]["annotations"]]
    assert notes[2:] == ["<b>upper<br>55\u00a0%</b>", "<b>lower<br>58\u00a0%</b>"]


def test_a_market_without_a_forecast_ends_at_its_newest_bar() -> None:
    """A short history is no reason to show nothing."""
    view = a_view(fan=None, touch_upper=math.nan, touch_lower=math.nan)
    figure = tuner_figure(view, LIGHT)
    assert figure["layout"]["xaxis"]["range"][1] == view.time_ms[-1] + HOUR / 2
    assert "nan" not in json.dumps(figure).lower()
    assert "nan" not in describe(view)


def test_a_trade_shows_its_price_and_result_and_never_markup() -> None:
    """Trade texts can carry a bot's name, and a bot's name can carry anything."""
    view = a_view()
    trades = [Trade(view.time_ms[5], 99.5, "buy", "<b>x</b>"), Trade(0, 1.0, "buy", "before the first bar")]
    drawn = tuner_figure(replace(view, trades=trades), LIGHT)["data"]
    buys = next(part for part in drawn if part.get("mode") == "markers")
    assert buys["text"] == ["buy at 99.500<br>&lt;b&gt;x&lt;/b&gt;"]
    assert buys["y"][0] < 99


def test_no_label_hides_under_the_tag_of_the_last_price() -> None:
    """Two numbers over each other are none."""
    assert 100 not in tuner_figure(a_view(), LIGHT)["layout"]["yaxis"]["tickvals"]


def test_the_drawing_has_a_sentence_for_those_who_cannot_see_it() -> None:
    """The chart's alternative text says what the picture says."""
    assert describe(a_view()) == (
        "SIM: last price 100.00 USD, band 98.000 to 102.00; next 7 days: 95 % range 90.000 to 110.00, "
        "touches the upper edge 55\u00a0%, the lower edge 58\u00a0%."
    )


@given(st.floats(1e-6, 1e6), st.floats(1e-3, 10))
def test_ticks_are_few_and_inside(low: float, share: float) -> None:
    """At any price level the axis carries three to eight labels, all of them in view."""
    high = low * (1 + share)
    ticks = nice_ticks(low, high)
    assert 3 <= len(ticks) <= 8
    assert all(low * (1 - 1e-6) <= tick <= high * (1 + 1e-6) for tick in ticks)
