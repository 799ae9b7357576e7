"""The candle library keeps each market once, whole, and says what is damaged."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError, StoreError
from engine.gateways.candle_library import CandleLibrary
from engine.market.bars import STEPS, Bars
from engine.market.market import Market


def some_bars(
    symbol: str = "BTCUSDT", step: str = "1h", rows: int = 48, price: float = 100.0, without: int = 0
) -> Bars:
    time = np.arange(rows) * STEPS[step] + 1_704_067_200_000
    close = price + np.sin(np.arange(rows))
    keep = np.delete(np.arange(rows), np.arange(10, 10 + without))
    return Bars(symbol, step, time[keep], *(column[keep] for column in (close, close + 1, close - 1, close, close * 0)))


@pytest.fixture
def library(tmp_path: Path) -> CandleLibrary:
    return CandleLibrary(tmp_path / "candles")


def test_what_is_saved_comes_back_bit_for_bit(library: CandleLibrary) -> None:
    """A backtest on stored candles must equal one on the file."""
    bars, market = some_bars(), Market("BTCUSDT", kind="perpetual", funding_rate=1e-4, unit=10.0)
    library.save(bars, market, "btc.csv", ("Times carry no zone.",))
    back = library.bars("BTCUSDT", "1h")
    assert all(np.array_equal(getattr(back, name), getattr(bars, name)) for name in ("time", "open", "high", "volume"))
    assert library.market("BTCUSDT", "1h") == market
    assert library.notes("BTCUSDT", "1h") == ("Times carry no zone.",)


def test_a_listing_tells_rows_range_gaps_and_source(library: CandleLibrary) -> None:
    """`bars list` shows what is missing without reading the candles."""
    saved = library.save(some_bars(without=3), Market("BTCUSDT"), "btc.csv")
    assert library.listings() == (saved,)
    assert (saved.rows, saved.gaps, saved.missing, saved.source) == (45, 1, 3, "btc.csv")
    assert saved.last_ms - saved.first_ms == 47 * STEPS["1h"]
    assert [gap.missing for gap in library.gaps("BTCUSDT", "1h")] == [3]


def test_a_weekend_is_no_gap_of_an_equity(library: CandleLibrary) -> None:
    """Gaps follow the market's calendar."""
    bars = some_bars("SPY", "1d", without=2)
    assert library.save(bars, Market("SPY", kind="equity"), "spy.csv").gaps == 0
    assert library.gaps("SPY", "1d") == ()


def test_listings_are_sorted_by_symbol_then_step(library: CandleLibrary) -> None:
    """A stable order lets scripts and eyes find a row again."""
    for symbol, step in (("ETH", "1d"), ("BTC", "1d"), ("BTC", "5m")):
        library.save(some_bars(symbol, step), Market(symbol), "file")
    assert [(one.symbol, one.step) for one in library.listings()] == [("BTC", "5m"), ("BTC", "1d"), ("ETH", "1d")]


def test_the_version_changes_with_one_bar_or_the_market_and_only_then(library: CandleLibrary) -> None:
    """It is the cache key: a collision would show another frame's result."""
    bars = some_bars(rows=60_000, step="1m")
    close = bars.close.copy()
    close[30_000] += 1e-9
    other = Bars("BTCUSDT", "1m", bars.time, bars.open, bars.high, bars.low, close, bars.volume)
    first = library.save(bars, Market("BTCUSDT"), "a").version
    assert library.save(bars, Market("BTCUSDT"), "b").version == first
    assert library.save(bars, Market("BTCUSDT", unit=10.0), "b").version != first
    assert library.save(other, Market("BTCUSDT"), "a").version != first


def test_a_second_save_replaces_the_first(library: CandleLibrary) -> None:
    """Importing again is how candles are brought up to date."""
    library.save(some_bars(rows=10), Market("BTCUSDT"), "old")
    library.save(some_bars(rows=20), Market("BTCUSDT"), "new")
    assert [(one.rows, one.source) for one in library.listings()] == [(20, "new")]
    assert len(list(library.folder.iterdir())) == 1


@pytest.mark.parametrize("simulated_first", [True, False])
def test_real_and_simulated_candles_never_replace_each_other(library: CandleLibrary, simulated_first: bool) -> None:
    """A track record on simulated prices must never pass for a real one."""
    library.save(some_bars(price=50), Market("BTCUSDT", simulated=simulated_first), "first")
    with pytest.raises(DataError, match=r"-REAL|SIM-BTCUSDT"):
        library.save(some_bars(price=60), Market("BTCUSDT", simulated=not simulated_first), "second")
    assert library.listings()[0].source == "first"
    assert library.bars("BTCUSDT", "1h").close[0] == 50


def test_absent_candles_are_refused_naming_what_there_is(library: CandleLibrary) -> None:
    """The message must let a user go on without asking."""
    with pytest.raises(DataError, match="none yet"):
        library.bars("BTCUSDT", "1h")
    library.save(some_bars("ETHUSDT"), Market("ETHUSDT"), "file")
    for ask in (library.bars, library.market, library.gaps, library.remove):
        with pytest.raises(DataError, match=r"no candles of BTCUSDT 1h. There are: ETHUSDT 1h"):
            ask("BTCUSDT", "1h")


@pytest.mark.parametrize("symbol", ["", "a" * 41, "a" * 5000, "a\0b", "BTC USDT", "BTC\u202eTDSU", "é", "a\\b", "x\n"])
def test_a_symbol_of_other_characters_is_refused(library: CandleLibrary, symbol: str) -> None:
    """Names come from uploads and requests: control, direction and path characters stay outside."""
    with pytest.raises(DataError, match="1 to 40 letters"):
        library.save(some_bars(symbol), Market(symbol), "file")
    with pytest.raises(DataError, match="1 to 40 letters"):
        library.bars(symbol, "1h")
    assert not library.folder.exists()


@given(
    symbol=st.from_regex(r"[A-Za-z0-9._:/-]{1,40}", fullmatch=True)
    | st.sampled_from(["../../x", "..", "CON", "/etc/x"])
)
def test_no_symbol_leaves_the_folder(symbol: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """`../` in a symbol is part of its name and never of a path."""
    root = tmp_path_factory.mktemp("root")
    library = CandleLibrary(root / "candles")
    library.save(some_bars(symbol, rows=3), Market(symbol), "file")
    assert [path.name for path in root.iterdir()] == ["candles"]
    files = list(library.folder.iterdir())
    assert len(files) == 1
    assert files[0].is_file()
    assert files[0].name.split(".")[0].upper() not in {"CON", "NUL", "AUX", "PRN"}
    assert library.listings()[0].symbol == symbol


def test_symbols_that_look_alike_on_disk_stay_apart(library: CandleLibrary) -> None:
    """A/B, A:B and A_B, and names that differ in case, are different markets."""
    names = ["A/B", "A:B", "A_B", "a_b", "A.B"]
    for price, name in enumerate(names, start=10):
        library.save(some_bars(name, price=price), Market(name), "file")
    assert [library.bars(name, "1h").close[0] for name in names] == [10, 11, 12, 13, 14]
    assert len({path.name.casefold() for path in library.folder.iterdir()}) == len(names)


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "text", "renamed"])
def test_a_damaged_file_hides_no_other_and_is_reported(library: CandleLibrary, damage: str) -> None:
    """One bad sector must not empty the list, and a changed price must not pass."""
    library.save(some_bars("GOOD"), Market("GOOD"), "file")
    library.save(some_bars("BAD"), Market("BAD"), "file")
    path = next(library.folder.glob("BAD~*"))
    raw = path.read_bytes()
    flipped = bytearray(raw)
    flipped[100] ^= 1
    damaged = {"empty": b"", "cut": raw[:-20], "flipped": bytes(flipped), "text": b"hello", "renamed": raw}[damage]
    path.unlink()
    (library.folder / "BAD copy.parquet" if damage == "renamed" else path).write_bytes(damaged)
    assert "GOOD" in {one.symbol for one in library.listings()}
    assert len(library.problems()) == 1
    assert "damaged. Import them again" in library.problems()[0]
    with pytest.raises(DataError, match=r"damaged|no candles of BAD"):
        library.bars("BAD", "1h")
    library.save(some_bars("BAD"), Market("BAD"), "again")
    assert len(library.bars("BAD", "1h")) == 48


def test_a_bit_that_flips_anywhere_is_reported_or_means_nothing(library: CandleLibrary) -> None:
    """In the middle, in the label, in the footer: what is read is what was written, or the file is called damaged."""
    bars, market = some_bars(rows=400), Market("BTCUSDT")
    saved = library.save(bars, market, "file", ("A note.",))
    path = next(library.folder.iterdir())
    raw = path.read_bytes()
    for at in [*range(7, len(raw) - 1500, 97), *range(len(raw) - 1500, len(raw), 7)]:
        path.write_bytes(raw[:at] + bytes([raw[at] ^ (1 << at % 8)]) + raw[at + 1 :])
        if not library.problems():
            assert library.listings() == (saved,)
            back = library.stored("BTCUSDT", "1h")
            assert back is not None
            assert (back.market, back.source, back.notes) == (market, "file", ("A note.",))
            assert np.array_equal(back.bars.close, bars.close)


def test_a_save_that_did_not_finish_is_reported_and_not_listed(library: CandleLibrary) -> None:
    """A killed import leaves the old candles and a file that may go."""
    library.save(some_bars(), Market("BTCUSDT"), "file")
    (library.folder / ".BTCUSDT~1h~0.0000.tmp").write_bytes(b"PAR1 half")
    assert len(library.listings()) == 1
    assert library.problems() == (".BTCUSDT~1h~0.0000.tmp was left by a save that did not finish. Delete it.",)


def test_removed_candles_are_gone_and_others_stay(library: CandleLibrary) -> None:
    """Removing one step leaves the other steps of the market."""
    library.save(some_bars(), Market("BTCUSDT"), "file")
    library.save(some_bars(step="1d"), Market("BTCUSDT"), "file")
    library.remove("BTCUSDT", "1h")
    assert [one.step for one in library.listings()] == ["1d"]


def test_an_empty_or_absent_folder_lists_nothing(library: CandleLibrary) -> None:
    """A fresh installation has no candles and no problem."""
    assert library.listings() == ()
    assert library.problems() == ()


def test_a_folder_that_cannot_be_written_is_a_store_error(tmp_path: Path) -> None:
    """Nothing is half saved: the message says that what was there is untouched."""
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError, match="untouched"):
        CandleLibrary(tmp_path / "file" / "candles").save(some_bars(), Market("BTCUSDT"), "file")


def test_a_market_of_another_symbol_is_refused(library: CandleLibrary) -> None:
    """Candles and their trading rules belong together."""
    with pytest.raises(DataError, match="must be that of the candles"):
        library.save(some_bars("BTCUSDT"), Market("ETHUSDT"), "file")
