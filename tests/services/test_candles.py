"""The journey of candles: whole or not at all, each market with rules that fit it."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.bots.parameters import BotParameters
from engine.core.errors import DataError
from engine.gateways.store.bots import Change, NewBot
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS, STEPS, Bars
from engine.market.market import Market
from engine.services.candles import (
    Import,
    bots_on,
    bring_in,
    change_unit,
    closes_for_picture,
    described,
    known_kind,
    listed,
    read,
    remove,
    told_kind,
)
from engine.services.startup import App, wall_clock
from tests.builders import START_MS, candles, walk


def as_csv(length: int = 200, start: float = 50_000.0, missing: slice = slice(0)) -> bytes:
    table = walk(5, length, start=start).table
    return table.drop(table.index[missing]).to_csv(index=False).encode()


def test_an_upload_and_a_path_store_the_same(app: App, tmp_path: Path) -> None:
    """The page and the command are one journey."""
    (tmp_path / "x.csv").write_bytes(as_csv())
    first = bring_in(app, tmp_path / "x.csv", "x.csv", Import("A"))
    second = bring_in(app, as_csv(), "x.csv", Import("A"))
    assert first.listing == second.listing
    assert (first.listing.rows, first.listing.step, first.gaps) == (200, "1h", ())
    assert np.array_equal(app.candles.bars("A", "1h").close, walk(5, 200).close)


def test_gaps_are_told_and_not_filled(app: App) -> None:
    """The person sees what is missing before a bot does."""
    done = bring_in(app, as_csv(missing=slice(50, 60)), "x.csv", Import("A"))
    assert [gap.missing for gap in done.gaps] == [10]
    assert (done.listing.rows, done.listing.gaps, done.listing.missing) == (190, 1, 10)


def test_a_broken_file_does_not_touch_what_is_stored(app: App) -> None:
    """The library is as it was, byte for byte, version and all."""
    bring_in(app, as_csv(), "x.csv", Import("A"))
    before = {path.name: path.read_bytes() for path in app.candles.folder.iterdir()}
    with pytest.raises(DataError, match="was not taken"):
        bring_in(app, as_csv().replace(b",5", b",-5", 1), "x.csv", Import("A"))
    assert {path.name: path.read_bytes() for path in app.candles.folder.iterdir()} == before


def test_the_name_of_an_upload_is_never_a_path(app: App) -> None:
    """A browser may send `../../x.csv`; only its last part is remembered, as a word."""
    done = bring_in(app, as_csv(), "../../etc/x.csv", Import("A"))
    assert done.listing.source == "x.csv"
    assert [path.parent for path in app.settings.data.rglob("*.parquet")] == [app.candles.folder]


@pytest.mark.parametrize(
    ("symbol", "start", "unit", "lot"),
    [
        ("BTCUSDT", 60_000.0, 1.0, 1e-6),
        ("BTC", 2_000.0, 1.0, 1e-6),
        ("DOGE", 0.25, 1e5, 0.1),
        ("ETH", 3_000.0, 10.0, 1e-5),
    ],
)
def test_a_unit_is_worth_ten_to_a_hundred_thousand(
    symbol: str, start: float, unit: float, lot: float, app: App
) -> None:
    """So that a trade size of 0.001 means the same money on every coin; Bitcoin's unit is one, always."""
    bring_in(app, as_csv(start=start), "x.csv", Import(symbol))
    market = app.candles.market(symbol, "1h")
    assert market.unit == unit
    assert market.lot_step == lot


def test_a_perpetual_carries_funding_and_says_so(app: App) -> None:
    """A cost that is not named is forgotten; what the person says counts."""
    usual = bring_in(app, as_csv(), "x.csv", Import("A", kind="perpetual"))
    assert app.candles.market("A", "1h").funding_rate == 0.0001
    assert any("funding every 8 hours" in note for note in usual.notes)
    bring_in(app, as_csv(), "x.csv", Import("B", kind="perpetual", funding_rate=-0.0002))
    assert app.candles.market("B", "1h").funding_rate == -0.0002
    bring_in(app, as_csv(), "x.csv", Import("C"))
    assert app.candles.market("C", "1h") == replace(app.candles.market("C", "1h"), kind="spot", funding_rate=0.0)


def test_funding_on_spot_is_refused(app: App) -> None:
    """There is nobody to pay it to."""
    with pytest.raises(DataError, match="a funding rate belongs to a perpetual, A is taken as spot"):
        bring_in(app, as_csv(), "x.csv", Import("A", funding_rate=0.0001))
    assert listed(app) == ()


def test_a_kind_of_market_is_one_of_three() -> None:
    """The message lists them."""
    assert known_kind("perpetual") == "perpetual"
    with pytest.raises(DataError, match="kind must be one of spot, perpetual, equity, was 'margin'"):
        known_kind("margin")


@pytest.mark.parametrize("symbol", ["SIM-X", "sim-x"])
def test_what_is_called_simulated_is_labelled_so(symbol: str, app: App) -> None:
    """The sample's own file may be imported, and is still not taken for the market."""
    assert bring_in(app, as_csv(), "x.csv", Import(symbol)).listing.simulated
    assert not bring_in(app, as_csv(), "x.csv", Import("X")).listing.simulated


@pytest.mark.parametrize("symbol", ["SIM-BTC", "sim-doge"])
def test_the_sample_worlds_names_are_kept_for_it(symbol: str, app: App) -> None:
    """Else the next `sample` would overwrite somebody's file, or refuse to be made."""
    with pytest.raises(DataError, match="belongs to the sample world"):
        bring_in(app, as_csv(), "x.csv", Import(symbol))
    assert listed(app) == ()


def test_the_small_picture_ends_at_the_newest_close_that_is_known(app: App) -> None:
    """About ninety closes, oldest first; of a simulated market, nothing after the world's clock."""
    app.store.set_world(HOUSE, World(1, START_MS + 30 * DAY_MS))
    for symbol, known in (("A", 24 * 120), ("SIM-A", 24 * 30)):
        bring_in(app, as_csv(24 * 120), "x.csv", Import(symbol))
        found = closes_for_picture(app, symbol, "1h")
        assert 85 <= len(found) <= 95
        assert found[-1] == app.candles.bars(symbol, "1h").close[known - 1]


def test_a_replay_of_a_bare_file_does_not_look_ahead_for_its_unit() -> None:
    """Cutting the future off must not change what a size means in the past; where it is far off, that is said."""
    bars = walk(3, 800, start=90.0, sigma=0.05)
    whole, cut = (described(part, "spot", Import("ABC")) for part in (bars, bars.slice(0, 30)))
    assert whole == cut
    rose = read(csv_of(rising(0.8, 4_000.0)), "x.csv", Import("ETH/USDT"))
    assert rose.market.unit == 100_000.0
    assert "it is worth 400,000,000 USDT. --unit 10 fits today's price" in rose.notes[-1]
    assert read(csv_of(rising(0.8, 4_000.0)), "x.csv", Import("ETH/USDT", unit=10.0)).notes == ()


def test_a_market_that_is_stored_first_takes_its_unit_from_the_newest_price(app: App) -> None:
    """A coin that rose a hundredfold is traded at today's price: by its first one the size slider were dead."""
    done = bring_in(app, csv_of(rising(0.8, 4_000.0)), "x.csv", Import("ETH/USDT"))
    assert (app.candles.market("ETH/USDT", "1h").unit, app.candles.market("ETH/USDT", "1h").quote) == (10.0, "USDT")
    assert done.notes[-1] == "One asset unit is 10 ETH, 40,000 USDT at the newest close."


def test_a_stored_unit_stays_until_a_person_changes_it(app: App) -> None:
    """Nothing moves under a bot because more history came in."""
    bring_in(app, csv_of(rising(90.0, 120.0)), "x.csv", Import("ABC"))
    bring_in(app, csv_of(rising(90.0, 9_000.0)), "x.csv", Import("ABC"))
    assert app.candles.market("ABC", "1h").unit == 100.0
    bring_in(app, csv_of(rising(90.0, 9_000.0)), "x.csv", Import("ABC", unit=7.0))
    assert app.candles.market("ABC", "1h").unit == 7.0


def test_a_unit_may_be_changed_while_no_bot_counts_in_it(app: App) -> None:
    """The lot follows where it was made from the unit, and stays where an exchange said it."""
    bars = walk(3, 100)
    for name, lot in (("OWN", 1e-6), ("LISTED", 0.001)):
        app.candles.save(replace(bars, symbol=name), Market(name, lot_step=lot), "test")
        assert change_unit(app, name, "1h", 100.0) == app.candles.market(name, "1h")
    assert app.candles.market("OWN", "1h").lot_step == pytest.approx(1e-4)
    assert app.candles.market("LISTED", "1h") == Market("LISTED", lot_step=0.001, unit=100.0)
    for wrong in (0.0, -10.0, 20.0, math.nan, math.inf):
        with pytest.raises(DataError, match="a unit must be a power of ten"):
            change_unit(app, "OWN", "1h", wrong)


def test_a_unit_that_a_bot_counts_in_stays(app: App) -> None:
    """One that was never changed from its defaults does not hinder."""
    app.candles.save(walk(3, 100), Market("TEST"), "test")
    bot = app.desk().create_bot(NewBot("Mine", "TEST", "1h", BotParameters(), ""), 1)
    assert change_unit(app, "TEST", "1h", 10.0).unit == 10.0
    app.desk().apply(bot.id, Change(BotParameters(window=12), "you", ""), bot.revision, 2)
    with pytest.raises(DataError, match="Mine was worked on and gives its sizes in units of TEST"):
        change_unit(app, "TEST", "1h", 100.0)
    app.candles.save(replace(walk(3, 100), symbol="SIM-BTC"), Market("SIM-BTC", simulated=True), "simulated")
    with pytest.raises(DataError, match="SIM-BTC belongs to the sample world, which sets its unit"):
        change_unit(app, "SIM-BTC", "1h", 10.0)


def test_removed_candles_leave_their_bots_with_every_version(app: App) -> None:
    """They are named, and go on when candles of that name come back."""
    bring_in(app, as_csv(), "x.csv", Import("A"))
    bot = app.desk().create_bot(NewBot("Mine", "A", "1h", BotParameters(), ""), 1)
    app.desk().create_bot(NewBot("Other", "B", "1h", BotParameters(), ""), 1)
    assert bots_on(app, "A", "1h") == remove(app, "A", "1h") == (bot,)
    assert listed(app) == ()
    assert len(app.desk().versions(bot.id)) == 1
    with pytest.raises(DataError, match="there are no candles of A 1h"):
        remove(app, "A", "1h")


def test_candles_from_the_future_are_refused_beyond_one_step(app: App) -> None:
    """Local times that pass for UTC, or a wrong year; the candle that is open now may be there."""
    now = wall_clock()
    whole = STEPS["1h"]
    fresh = (now // whole - 199) * whole
    done = bring_in(app, csv_of(moved(fresh)), "x.csv", Import("A"))
    assert done.notes[0] == "The newest candle is not over yet: bring the file again when it is."
    with pytest.raises(DataError, match=r"must have opened by now, .* 3 open later, the first at .*nothing was kept"):
        bring_in(app, csv_of(moved(fresh + 4 * whole)), "x.csv", Import("B"))
    assert [item.symbol for item in listed(app)] == ["A"]
    assert bring_in(app, csv_of(moved(fresh + 5000 * whole)), "x.csv", Import("SIM-A")).listing.simulated


def rising(first: float, last: float) -> pd.DataFrame:
    """An hourly market that goes evenly from one price to another."""
    return candles(np.geomspace(first, last, 200)).table


def moved(start_ms: int) -> pd.DataFrame:
    """Two hundred hours from this moment on."""
    return replace(walk(3, 200), time=start_ms + np.arange(200) * STEPS["1h"]).table


def test_daily_rows_without_a_weekend_are_an_equity() -> None:
    """Taken for spot, every weekend would be a gap, and no band would ever be whole."""
    days = walk(1, 60, "1d")
    weekdays = days.table[days.table["time"].dt.day_of_week < 5]
    assert told_kind(days) == "spot"
    assert told_kind(walk(1, 60)) == "spot"
    columns = [weekdays[name].to_numpy() for name in ("open", "high", "low", "close", "volume")]
    stamps = weekdays["time"].dt.as_unit("ms").astype("int64").to_numpy()
    assert told_kind(Bars("SPY", "1d", stamps, *columns)) == "equity"


def csv_of(table: pd.DataFrame) -> bytes:
    return table.to_csv(index=False).encode()
