"""Forecasts are kept at the moment they are shown: once, by the right clock, and never in the page's way."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from engine.forecast.track.issued import Maker
from engine.forecast.track.seen import seen_of
from engine.gateways.store.desk import HOUSE
from engine.market.market import Market
from engine.services.sample import advance, make_world
from engine.services.startup import App, open_app, read_settings
from engine.services.track.issuing import Kept, issue, issued_of, ours
from engine.services.tune_bot import outlook, whole_tape
from tests.builders import tape, walk


@pytest.fixture
def app(tmp_path: Path) -> App:
    """An engine with nothing in it."""
    return open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))


def shown(app: App, symbol: str, step: str = "1h") -> Kept:
    """What a page does: the forecast from the newest candle that is known, kept as it is shown."""
    market = whole_tape(app, symbol, step, step, app.now_on(app.candles.market(symbol, step)))
    made = outlook(market).forecast
    return issue(app, made, seen_of(market.bars, made.cutoff_ms), step)


def test_a_forecast_that_is_shown_is_kept_once(app: App) -> None:
    """With its market, its model, the candles it saw, and when."""
    app.candles.save(walk(1, 1000), Market("TEST"), "test")
    assert [shown(app, "TEST"), shown(app, "TEST")] == [Kept(1, True), Kept(1, False)]
    (one,) = issued_of(app, "TEST", "1h")
    assert (one.maker, one.step, one.seen.first_ms) == (ours("E7-short"), "1h", int(walk(1, 1).time[0]))
    app.store.close()


def test_new_candles_make_a_new_forecast(app: App) -> None:
    """An hour later it is another one."""
    for length in (1000, 1001):
        app.candles.save(walk(1, length), Market("TEST"), "test")
        shown(app, "TEST")
    assert len(issued_of(app, "TEST", "1h")) == 2
    app.store.close()


def test_simulated_markets_live_by_the_clock_of_their_world(app: App) -> None:
    """Issued when it is issued there; another day there, another forecast; a reset begins anew."""
    world = make_world(app)
    shown(app, "SIM-BTC")
    advance(app, 1)
    shown(app, "SIM-BTC")
    assert [one.issued_ms - world.now_ms for one in issued_of(app, "SIM-BTC", "1h")] == [0, 86_400_000]
    make_world(app, reset=True)
    assert issued_of(app, "SIM-BTC", "1h") == ()
    assert shown(app, "SIM-BTC") == Kept(1, True)
    assert [each.broken for each in app.store.forecasts(HOUSE).verdicts()] == ["", ""]
    app.store.close()


def test_trouble_is_told_and_never_raised(app: App) -> None:
    """The page shows the forecast whatever becomes of the record."""
    app.candles.save(walk(1, 1000), Market("TEST"), "test")
    with closing(sqlite3.connect(app.settings.data / "toption.db")) as raw, raw:
        raw.execute("ALTER TABLE forecast_chains RENAME TO elsewhere")
    kept = shown(app, "TEST")
    assert (kept.number, kept.is_new) == (None, False)
    assert kept.trouble.startswith("This forecast is not in the record: The store")
    app.store.close()


def test_a_busy_store_does_not_keep_the_page_and_the_next_look_keeps_the_forecast(app: App) -> None:
    """Somebody saves for longer than a page waits; afterwards everything waits as long as ever."""
    app.candles.save(walk(1, 1000), Market("TEST"), "test")
    with closing(sqlite3.connect(app.settings.data / "toption.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "somebody else was saving for too long" in shown(app, "TEST").trouble
        other.execute("ROLLBACK")
    assert shown(app, "TEST") == Kept(1, True)
    app.store.close()


def test_a_market_whose_candles_went_away_is_trouble_and_no_crash(app: App) -> None:
    """They were removed in another window."""
    market = tape(walk(1, 1000))
    made = outlook(market).forecast
    kept = issue(app, made, seen_of(market.bars, made.cutoff_ms), "1h")
    assert "there are no candles of TEST 1h" in kept.trouble
    app.store.close()


def test_whoever_makes_it_is_kept_with_it(app: App) -> None:
    """A plug-in's forecast beside ours from the same cutoff."""
    app.candles.save(walk(1, 1000), Market("TEST"), "test")
    made = outlook(market := tape(walk(1, 1000))).forecast
    seen = seen_of(market.bars, made.cutoff_ms)
    for maker in (None, Maker("plug-in", "mine", "flat", "1"), ours("E4", "2")):
        assert issue(app, made, seen, "1h", maker).is_new
    assert [one.maker.origin for one in issued_of(app, "TEST", "1h")] == ["ours", "plug-in", "ours"]
    app.store.close()
