"""The browser's arithmetic against the engine's: bands, chances of touching, and the quick estimate of the trades."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters
from engine.bots.strategy import band
from engine.bots.tape import Tape
from engine.forecast.touching import touch_probability
from engine.market.synthetic import COINS, WORLD_SEED, WORLD_START_MS, simulated_bars, simulated_market
from engine.services.tune_bot import measure, outlook, tape_of, touches
from pages.ui.controls import source
from pages.ui.tuner.live_data import live_view
from pages.ui.tuner.live_tuner import SCRIPTS
from pages.ui.tuner.live_view import sent
from tests.vectors import make_bands

pytestmark = pytest.mark.browser
ARITHMETIC = source(*(f"tuner/{name}.js" for name in SCRIPTS if name != "tuner"))
SETTINGS = [(15, 1.2), (5, 0.5), (20, 2.0), (30, 3.0), (12, 1.7)]


@pytest.fixture(scope="module")
def tape() -> Tape:
    """The market of the demo page."""
    return tape_of(simulated_bars(COINS[0], WORLD_SEED, WORLD_START_MS), simulated_market(COINS[0]))


def worked_out(browser: Browser, body: str, given: Any) -> Any:
    """What the component's own scripts answer on an empty page; `given` is the argument of `body`."""
    page = browser.new_page()
    answer = page.evaluate(f"given => {{ {ARITHMETIC}\n {body} }}", given)
    page.close()
    return answer


def test_the_browsers_bands_agree_with_exact_arithmetic(browser: Browser) -> None:
    """What moves under the thumb must be the bot's band, not something like it."""
    cases = json.loads(make_bands.FILE.read_text(encoding="utf-8"))
    script = """return given.map(c => {
        const moments = meanAndDeviation(Float64Array.from(c.closes), runLengths(c.closes.length, c.starts), c.window)
        const found = edgesAt([...c.closes.keys()], moments, c.k_sigma)
        return [found.lower, found.mean, found.upper].map(values => Array.from(values, v => v === v ? v : null))
    })"""
    answers = worked_out(browser, script, [{**case, "starts": make_bands.starts(case)} for case in cases])
    for case, answer in zip(cases, answers, strict=True):
        for name, got in zip(("lower", "mean", "upper"), answer, strict=True):
            assert [value is None for value in got] == [value is None for value in case[name]], case["name"]
            pairs = [(a, b) for a, b in zip(got, case[name], strict=True) if b is not None]
            assert all(a == pytest.approx(b, rel=1e-9, abs=0.0) for a, b in pairs), case["name"]


@pytest.mark.parametrize("days", [14, 91, 900])
def test_the_drawn_band_and_its_chances_are_the_engines(browser: Browser, tape: Tape, days: int) -> None:
    """For every setting of the thumbs, over few and many bars a candle, at every drawn candle."""
    measured, ahead = measure(tape, BotParameters(), Setup(), None), outlook(tape)
    view = live_view(measured, BotParameters(), ahead, days)
    script = """const ready = prepared({ ...given.data, knobs: [] })
        return given.settings.map(([window, k_sigma]) => {
            const { band, touches } = sceneOf(ready, { window, k_sigma })
            return [Array.from(band.lower), Array.from(band.upper), touches.lower, touches.upper]
        })"""
    answers = worked_out(browser, script, {"data": sent(view), "settings": SETTINGS})
    bars = len(tape) - 1 - np.arange(len(view.ends))[::-1] * view.bars_a_candle
    for (window, width), (lower, upper, touch_lower, touch_upper) in zip(SETTINGS, answers, strict=True):
        edges = band(tape, window, width)
        np.testing.assert_allclose(lower, edges.lower[bars], rtol=1e-9)
        np.testing.assert_allclose(upper, edges.upper[bars], rtol=1e-9)
        expected = touches(ahead, edges)
        assert expected is not None
        assert (touch_lower, touch_upper) == pytest.approx((expected.lower, expected.upper), rel=1e-9, abs=1e-9)


def test_the_chance_of_touching_any_price_is_the_engines(browser: Browser, tape: Tape) -> None:
    """Far and near, above and below, and the last close itself."""
    forecast = outlook(tape).forecast
    levels = [forecast.last_close * share for share in (0.5, 0.8, 0.95, 0.999, 1.0, 1.001, 1.03, 1.2, 2.0)]
    moves = np.log(forecast.paths / forecast.last_close).tolist()
    script = """const ready = preparedPaths(given.last, given.moves)
        return given.levels.map(level => touchChance(ready, level))"""
    got = worked_out(browser, script, {"last": forecast.last_close, "moves": moves, "levels": levels})
    assert got == pytest.approx([touch_probability(forecast, level) for level in levels], rel=1e-9, abs=1e-12)


def test_the_estimated_trades_are_nearly_the_replays(browser: Browser, tape: Tape) -> None:
    """Otherwise the marks would jump on release, and nobody would believe the next drag."""
    shown = replace(BotParameters(), max_volatility_pct=30.0)
    view = live_view(measure(tape, shown, Setup(), None), shown, None, 60)
    script = """const ready = prepared({ ...given.data, made: {}, knobs: [] })
        const marks = ([window, k_sigma]) => sceneOf(ready, { window, k_sigma }).marks
        return given.settings.map(each => marks(each).map(mark => [mark.at, mark.side]))"""
    answers = worked_out(browser, script, {"data": sent(view), "settings": SETTINGS})
    first, moved = view.ends[0] - view.bars_a_candle + 1, len(tape) - len(view.seen.closes)
    same = exact = 0
    for (window, width), marks in zip(SETTINGS, answers, strict=True):
        trades = measure(tape, replace(shown, window=window, k_sigma=width), Setup(), None).result.trades
        entries = zip(trades.entry_bar - moved, trades.side, strict=True)
        exits = zip(trades.exit_bar - moved, -trades.side, strict=True)
        replayed = {(int(at), int(side)) for at, side in (*entries, *exits) if at >= first}
        same += len(replayed & {tuple(mark) for mark in marks})
        exact += len(replayed)
    assert exact > 200
    assert same > 0.9 * exact
