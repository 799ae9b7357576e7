"""What the live tuner is sent: every window that its bands need, gaps, gates; and the same arithmetic in Node."""

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
import pytest

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters
from engine.bots.strategy import Band
from engine.bots.tape import Tape, tape_of
from engine.market.bars import Bars
from engine.market.market import Market
from engine.services.tune_bot import Measured, Touch, measure, outlook
from pages.ui.controls import source
from pages.ui.look import DARK, LIGHT
from pages.ui.tuner.live_data import FEWEST_SEEN, FOLLOWS, LONGEST_WINDOW, MAY_BUY, MAY_SELL, gates, live_view, reach
from pages.ui.tuner.live_tuner import theme_css
from pages.ui.tuner.live_view import sent
from tests.vectors import make_bands

HOUR = 3_600_000
NODE = shutil.which("node")


def market(count: int = 2500, gap_at: int | None = None) -> Tape:
    """Hourly closes that wander; with a gap of a day where asked."""
    close = 100.0 * np.exp(np.cumsum(np.random.default_rng(7).normal(0, 0.006, count)))
    time = 1_790_000_000_000 // HOUR * HOUR + np.arange(count) * HOUR
    if gap_at is not None:
        time[gap_at:] += 24 * HOUR
    opens = np.r_[close[0], close[:-1]]
    low, high = np.minimum(opens, close), np.maximum(opens, close)
    return tape_of(
        Bars("WALK", "1h", time, opens, high, low, close, np.ones(count)), Market("WALK", kind="perpetual", unit=100.0)
    )


def shown(tape: Tape, **values: Any) -> Measured:
    """A replay of the default bot with these settings."""
    return measure(tape, replace(BotParameters(), **values), Setup(), None)


@pytest.mark.parametrize("days", [2, 14, 91])
def test_the_browser_gets_every_close_that_the_drawn_bands_need(days: int) -> None:
    """A band that starts late, or on too few closes, would be another band."""
    measured = shown(market(gap_at=2400))
    view = live_view(measured, measured.result.parameters, None, days)
    closes, run = np.array(view.seen.closes), 0
    for i in range(len(closes)):
        run = 1 if i in set(view.seen.run_starts) else run + 1
        if i in view.ends and run >= 15:
            place = view.ends.index(i)
            expected = closes[i - 14 : i + 1].mean()
            bar = len(measured.band.mean) - 1 - (len(view.ends) - 1 - place) * view.bars_a_candle
            assert measured.band.mean[bar] == pytest.approx(expected, rel=1e-12)
    assert len(view.time_ms) <= 170
    assert len(closes) >= min(FEWEST_SEEN, len(measured.band.mean))


def test_candles_of_many_bars_send_their_windows_alone() -> None:
    """Three months of five-minute candles would be a megabyte."""
    measured = shown(market(8000))
    view = live_view(measured, measured.result.parameters, None, 400)
    assert view.bars_a_candle >= LONGEST_WINDOW
    assert len(view.seen.closes) <= 170 * LONGEST_WINDOW
    assert view.rules is None  # trades between the windows cannot be estimated
    assert [view.seen.closes[end] for end in view.ends] == list(view.close)


def test_gates_say_what_the_bot_may_do_at_each_close() -> None:
    """The estimate must not trade where the bot's filters shut it out."""
    tape = market()
    plain = gates(tape, BotParameters())
    assert set(plain[30:]) == {MAY_BUY}
    both = gates(tape, replace(BotParameters(), allow_short=True, style="breakout", max_volatility_pct=30.0))
    assert set(both[30:]) == {MAY_BUY | MAY_SELL | FOLLOWS}
    assert set(gates(tape, replace(BotParameters(), max_volatility_pct=1.0))) == {0}
    assert set(gates(tape, replace(BotParameters(), trend_filter=True))) == {0, MAY_BUY}


def test_what_is_sent_is_plain_json() -> None:
    """One NaN and the browser could not read any of it."""
    measured = shown(market())
    json.dumps(sent(live_view(measured, measured.result.parameters, None, 14)), allow_nan=False)


def test_an_open_trade_is_plain_json_over_the_whole_tape() -> None:
    """It has no exit yet: where the first candle is cut short, its missing price once blanked the chart."""
    replays = [shown(market(length), k_sigma=0.5) for length in range(201, 231, 2)]
    still_open = [measured for measured in replays if (measured.result.trades.exit_bar == -1).any()]
    assert still_open
    for measured in still_open:
        json.dumps(sent(live_view(measured, measured.result.parameters, None, 90)), allow_nan=False)


def test_the_drawing_has_a_sentence_for_those_who_cannot_see_it() -> None:
    """With the last price and the band, also where the history is too short for a forecast."""
    measured = shown(market())
    words = live_view(measured, measured.result.parameters, None, 14).alt
    assert words.startswith("WALK, 1 h bars: last price ")
    assert words.endswith("; no forecast.")


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (100.0, "touches the upper edge 30\u00a0%, the lower edge 60\u00a0%"),
        (111.0, "back to the band 30\u00a0%, touches the lower edge 60\u00a0%"),
        (89.0, "touches the upper edge 30\u00a0%, back to the band 60\u00a0%"),
    ],
)
def test_from_outside_the_band_its_nearer_edge_is_the_way_back(last: float, said: str) -> None:
    """A price above the band does not touch the upper edge from within: it comes back."""
    lower, mean, upper = (np.array([value]) for value in (90.0, 100.0, 110.0))
    assert reach(Touch(lower=0.6, upper=0.3), Band(lower, mean, upper), last) == said


def test_the_days_ahead_have_a_date() -> None:
    """On old candles the next seven days may be past: the chart says from when it looks ahead."""
    tape = market(24 * 90)
    measured, ahead = shown(tape), outlook(tape)
    view = live_view(measured, measured.result.parameters, ahead, 14)
    last = datetime.fromtimestamp((int(tape.bars.time[-1]) + HOUR) / 1000, UTC)
    assert view.future == f"7 days from {last.day} {last:%b %Y}"
    assert view.future in view.alt


def test_the_charts_colours_are_the_tokens_of_both_themes() -> None:
    """The style sheet is made from the one place that names colours."""
    css = theme_css()
    assert f"light-dark({LIGHT.up}, {DARK.up})" in css
    assert f"light-dark({LIGHT.fan}, {DARK.fan})" in css


@pytest.mark.skipif(NODE is None, reason="Node is not installed; the same vectors run in Chromium")
def test_the_browsers_bands_agree_with_exact_arithmetic_in_node() -> None:
    """The same file that the browser runs, against bands worked out exactly."""
    cases = json.loads(make_bands.FILE.read_text(encoding="utf-8"))
    script = source("tuner/band.js") + (
        "const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        "const answer = c => { const m = meanAndDeviation(Float64Array.from(c.closes),"
        " runLengths(c.closes.length, c.starts), c.window);"
        " return edgesAt([...c.closes.keys()], m, c.k_sigma) };"
        "console.log(JSON.stringify(cases.map(answer).map(b => [[...b.lower], [...b.mean], [...b.upper]])))"
    )
    asked = json.dumps([{**case, "starts": make_bands.starts(case)} for case in cases])
    done = subprocess.run([str(NODE), "-e", script], input=asked, capture_output=True, text=True, check=True)
    for case, (lower, mean, upper) in zip(cases, json.loads(done.stdout), strict=True):
        for name, got in (("lower", lower), ("mean", mean), ("upper", upper)):
            assert [value is None for value in got] == [value is None for value in case[name]], case["name"]
            known = [(a, b) for a, b in zip(got, case[name], strict=True) if b is not None]
            assert all(a == pytest.approx(b, rel=1e-9, abs=0.0) for a, b in known), case["name"]
