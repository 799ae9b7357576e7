"""Candles out of files that people bring: read exactly or refused whole, with every problem named."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from engine.core.errors import DataError
from engine.gateways.candle_file import Reading, read_candles, read_many
from engine.market.bars import COLUMNS, gaps

HEADER = "timestamp,open,high,low,close,volume\n"
HOURS = [f"2024-01-{1 + hour // 24:02d}T{hour % 24:02d}:00:00" for hour in range(48)]
HOUR = 3_600_000
START = 1_704_067_200_000  # 2024-01-01


def row(
    time: object, open_: str = "1.5", high: str = "2", low: str = "1", close: str = "1.7", volume: str = "10"
) -> str:
    return f"{time},{open_},{high},{low},{close},{volume}\n"


GOOD = HEADER + "".join(row(hour + "Z") for hour in HOURS)


def read(text: str | bytes, name: str = "x.csv", symbol: str = "BTC", step: str | None = None) -> Reading:
    return read_candles(text.encode() if isinstance(text, str) else text, name, symbol, step)


def refusal(text: str | bytes, name: str = "x.csv", symbol: str = "BTC", step: str | None = None) -> str:
    with pytest.raises(DataError) as caught:
        read(text, name, symbol, step)
    assert len(str(caught.value)) < 2500
    return str(caught.value)


def test_a_good_file_is_read_exactly_without_a_note() -> None:
    """Numbers and times come out as they stand in the file."""
    reading = read(GOOD)
    assert reading.notes == ()
    assert (reading.bars.symbol, reading.bars.step, len(reading.bars)) == ("BTC", "1h", 48)
    assert [reading.bars.time[0], reading.bars.time[-1]] == [START, START + 47 * HOUR]
    assert [getattr(reading.bars, name)[7] for name in COLUMNS] == [1.5, 2.0, 1.0, 1.7, 10.0]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_every_system_are_read(ending: str) -> None:
    """Windows and old Mac files are ordinary."""
    assert len(read(GOOD.replace("\n", ending)).bars) == 48


def test_a_path_and_an_upload_give_the_same(tmp_path: Path) -> None:
    """The command line and the page share one reader."""
    path = tmp_path / "btc.csv"
    path.write_text(GOOD)
    assert np.array_equal(read_candles(path, path.name, "BTC", None).bars.close, read(GOOD).bars.close)


def test_every_kind_of_problem_is_named_with_its_line() -> None:
    """One round of mending is enough."""
    found = refusal(
        HEADER + row(HOURS[0], close="abc") + row(HOURS[1], open_="") + row(HOURS[2], high="inf")
        + row(HOURS[3], low="0") + row(HOURS[4], volume="-1") + row(HOURS[5], high="0.5") + row(HOURS[6], close="99")
        + row(HOURS[8]) + row(HOURS[7])
        + row(HOURS[9]) + row(HOURS[9]) + row("2024-01-01T10:07:00") + "1,2\n" + row("yesterday")
    )  # fmt: skip
    for claim in (
        "No number in close in line 2; it was 'abc'", "No number in open in line 3; it was ''",
        "No finite high in line 4; it was inf", "Low not above 0 in line 5; it was 0",
        "Volume not at least 0 in line 6; it was -1", "High below low in line 7",
        "Open or close outside low to high in line 8", "Time before that of the row above in line 10",
        "Time and values of an earlier row repeated in line 12", "Time not on a whole 1h in UTC in line 13",
        "Not 6 fields as in line 1 in line 14", "No readable time in line 15; it was 'yesterday'",
    ):  # fmt: skip
        assert claim in found


@pytest.mark.parametrize(
    "value", ["nan", "NaN", "None", "null", "", "inf", "-inf", "1e400", "0", "-3", "1,5", "1_0", "0x10", "١"]
)
@pytest.mark.parametrize("column", ["open_", "high", "low", "close"])
def test_no_price_but_a_finite_positive_number_is_taken(value: str, column: str) -> None:
    """What pandas reads as NaN or infinity would reach an order."""
    quoted = f'"{value}"' if "," in value else value
    assert "line 3" in refusal(HEADER + row(HOURS[0]) + row(HOURS[1], **{column: quoted}) + row(HOURS[2]))


def test_blank_lines_are_passed_over_and_still_counted() -> None:
    """Line numbers are those that an editor shows."""
    assert len(read(GOOD + "\n\n").bars) == 48
    assert "in line 5" in refusal(HEADER + "\n" + row(HOURS[0]) + "\n" + row(HOURS[1], close="x") + row(HOURS[2]))


def test_many_bad_rows_are_counted_and_five_are_listed() -> None:
    """A message stays readable for a file with a thousand errors."""
    found = refusal(HEADER + "".join(row(hour, volume="-1") for hour in HOURS))
    assert "in 48 lines (2, 3, 4, 5, 6 and 43 more); the first was -1" in found


def test_equal_and_conflicting_duplicates_are_told_apart() -> None:
    """A copy may go; a conflict must be looked into."""
    found = refusal(HEADER + row(HOURS[0]) + row(HOURS[0]) + row(HOURS[1]) + row(HOURS[1], close="1.6") + row(HOURS[2]))
    assert "values of an earlier row repeated in line 3" in found
    assert "earlier row with other values in line 5" in found


def test_a_file_from_newest_to_oldest_is_refused_in_one_sentence() -> None:
    """Many sites export so; ten thousand line numbers would not help."""
    assert "run from the newest to the oldest. Sort" in refusal(HEADER + "".join(row(hour) for hour in HOURS[::-1]))


def test_a_gap_is_kept_as_a_gap() -> None:
    """Nothing is filled in on the way."""
    bars = read(HEADER + "".join(row(hour) for hour in HOURS[:5] + HOURS[9:])).bars
    assert len(bars) == 44
    assert [gap.missing for gap in gaps(bars)] == [4]


def test_a_rounding_error_of_an_adjusted_price_is_widened_and_noted() -> None:
    """One unit in the last place is no lie about the high; anything more is."""
    reading = read(GOOD + row("2024-01-03T00:00:00Z", high="31.676113128662106", close="31.67611312866211"))
    assert "1 row high or low was widened" in reading.notes[-1]
    assert "outside low to high" in refusal(GOOD + row("2024-01-03T00:00:00Z", high="31.6761", close="31.6762"))


def test_the_step_is_the_commonest_spacing_and_must_fit() -> None:
    """A daily file is not an hourly one with gaps."""
    assert "No two rows are 1m apart, most are 1h" in refusal(GOOD, step="1m")
    assert "step must be one of" in refusal(GOOD, step="7m")
    assert "Name the step" in refusal(HEADER + row(HOURS[0]))
    assert read(HEADER + row(HOURS[0]), step="1d").bars.step == "1d"
    assert "7 minutes apart" in refusal(HEADER + "".join(row(f"2024-01-01T00:{7 * at:02d}:00") for at in range(8)))


def test_a_long_table_gives_one_market_each_and_the_one_asked_for(tmp_path: Path) -> None:
    """Seven coins in one file are seven markets."""
    body = "".join(
        row(hour, close=close).strip() + f",{coin}\n" for hour in HOURS for coin, close in (("A", "1.2"), ("B", "1.8"))
    )
    path = tmp_path / "many.csv"
    path.write_text(HEADER.strip() + ",unique_id\n" + body)
    many = read_many(path)
    assert {coin: (reading.bars.symbol, reading.bars.close[3]) for coin, reading in many.items()} == {
        "A": ("A", 1.2),
        "B": ("B", 1.8),
    }
    assert read_candles(path, path.name, "B", None).bars.close[0] == 1.8
    with pytest.raises(DataError, match="holds 2 markets in unique_id: 'A', 'B'"):
        read_candles(path, path.name, "C", None)


def test_one_broken_market_refuses_the_long_table(tmp_path: Path) -> None:
    """Refused whole, and the market is named with the line of the file."""
    path = tmp_path / "many.csv"
    lines = [row(hour).strip() + f",{coin}\n" for coin in "AB" for hour in HOURS]
    lines[60] = row(HOURS[12], high="0.1").strip() + ",B\n"
    path.write_text(HEADER.strip() + ",unique_id\n" + "".join(lines))
    with pytest.raises(DataError, match=r", B was not taken. High below low in line 62"):
        read_many(path)


def test_a_file_of_one_market_has_the_empty_key(tmp_path: Path) -> None:
    """The caller knows the symbol, the file does not."""
    path = tmp_path / "one.csv"
    path.write_text(GOOD)
    assert list(read_many(path)) == [""]


def test_every_real_file_is_read_except_the_index(real_data: Path) -> None:
    """Exchanges and brokers write such files; the VIX is a series, not candles."""
    for path in sorted((real_data / "bars").glob("*.parquet")):
        if path.name == "vix_1d.parquet":
            with pytest.raises(DataError, match=r"Open or close outside low to high in 47 rows"):
                read_candles(path, path.name, "VIX", None)
            continue
        reading = read_candles(path, path.name, "X", None)
        assert len(reading.bars) == pq.read_metadata(path).num_rows
        assert reading.bars.step == ("1h" if "_1h" in path.name and "from" not in path.name else "1d")


def test_the_real_long_table_gives_seven_coins(real_data: Path) -> None:
    """Daily candles of seven coins, from two sources."""
    read = read_many(real_data / "forecast" / "coins_daily.parquet")
    assert set(read) == {"BNB", "BTC", "DOGE", "ETH", "LTC", "SOL", "XRP"}
    assert sum(len(reading.bars) for reading in read.values()) == 27_314
