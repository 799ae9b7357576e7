"""The journey of candles: whole or not at all, each market with rules that fit it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.core.errors import DataError
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS, Bars
from engine.services.candles import (
    Import,
    bring_in,
    closes_for_picture,
    described,
    known_kind,
    listed,
    quote_of,
    told_kind,
)
from engine.services.startup import App
from tests.builders import START_MS, walk


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
    assert market.lot_step == pytest.approx(lot)


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


@pytest.mark.parametrize(
    ("symbol", "quote"),
    [("BTCUSDT", "USDT"), ("BTC/USDT", "USDT"), ("eth-eur", "EUR"), ("BTC/USDT:USDT", "USDT"), ("XLB", "USD")],
)
def test_prices_are_in_the_currency_that_the_symbol_names(symbol: str, quote: str) -> None:
    """Dollars where it names none."""
    assert quote_of(symbol) == quote


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
    app.store.set_world(World(1, START_MS + 30 * DAY_MS))
    for symbol, known in (("A", 24 * 120), ("SIM-A", 24 * 30)):
        bring_in(app, as_csv(24 * 120), "x.csv", Import(symbol))
        found = closes_for_picture(app, symbol, "1h")
        assert 85 <= len(found) <= 95
        assert found[-1] == app.candles.bars(symbol, "1h").close[known - 1]


def test_a_unit_does_not_depend_on_what_came_later(app: App) -> None:
    """Cutting the future off must not change what a size means in the past, nor may more history."""
    bars = walk(3, 800, start=90.0, sigma=0.05)
    whole, cut = (described(part, "spot", Import("ABC")) for part in (bars, bars.slice(0, 30)))
    assert whole == cut
    short, long = bars.slice(400, 800).table, bars.table
    bring_in(app, csv_of(short), "x.csv", Import("ABC"))
    unit = app.candles.market("ABC", "1h").unit
    bring_in(app, csv_of(long), "x.csv", Import("ABC"))
    assert app.candles.market("ABC", "1h").unit == unit
    bring_in(app, csv_of(long), "x.csv", Import("ABC", unit=7.0))
    assert app.candles.market("ABC", "1h").unit == 7.0


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
