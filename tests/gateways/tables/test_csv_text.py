"""Separators, decimal marks, encodings and headers are made sure of, never guessed."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.gateways.candle_file import Reading, read_candles

HEADER = "timestamp,open,high,low,close,volume\n"
HOURS = [f"2024-01-{1 + hour // 24:02d}T{hour % 24:02d}:00:00" for hour in range(48)]


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


@pytest.mark.parametrize("name", ["Timestamp", "TIME", "date", " DateTime ", "open_time", "unix"])
def test_common_names_of_the_time_are_understood_in_any_case(name: str) -> None:
    """Exports differ in this one name more than in any other."""
    assert len(read(GOOD.replace("timestamp", name)).bars) == 48


def test_a_synonym_and_unused_columns_are_noted() -> None:
    """What was assumed is said."""
    text = GOOD.replace("volume", "Vol,ticker").replace("10\n", "10,BTC\n")
    assert read(text).notes == ("Column 'Vol' was read as volume.", "Not used: 'ticker'.")


def test_missing_columns_are_named_with_those_found() -> None:
    """The user sees at once what to rename."""
    found = refusal(GOOD.replace("close", "price"))
    assert "close is missing" in found
    assert "'price'" in found


@pytest.mark.parametrize(
    "header", ["timestamp,open,high,low,close,close,volume\n", "timestamp,open,high,low,Close,close,volume\n"]
)
def test_a_repeated_column_is_refused(header: str) -> None:
    """Which of two closes is right is not ours to choose."""
    assert "close came again" in refusal(header + "2024-01-01,1,2,1,1,1,5\n")


def test_a_file_without_a_header_is_refused_with_its_first_line() -> None:
    """The first candle must not be lost as a header."""
    assert "line 1 must name the columns, was '2024-01-01T00:00:00Z" in refusal(GOOD.removeprefix(HEADER))


def test_quoted_values_are_read_and_a_quote_inside_a_value_is_refused() -> None:
    """`"1"5` is not fifteen."""
    quoted = "\n".join(",".join(f'"{field}"' for field in line.split(",")) for line in GOOD.splitlines())
    assert np.array_equal(read(quoted).bars.close, read(GOOD).bars.close)
    assert "Quote inside a value in line 2" in refusal(GOOD.replace("10\n", '"1"0\n', 1))


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_other_separators_are_read_and_noted(separator: str) -> None:
    """Half of Europe exports semicolons."""
    reading = read(GOOD.replace(",", separator))
    assert np.array_equal(reading.bars.close, read(GOOD).bars.close)
    assert "Fields are separated by" in reading.notes[0]


@pytest.mark.parametrize("separator", [";", "\t"])
def test_decimal_commas_are_read_where_they_are_certain(separator: str) -> None:
    """`1,5` between semicolons can only be one and a half."""
    reading = read(GOOD.replace(",", separator).replace(".", ","))
    assert np.array_equal(reading.bars.close, read(GOOD).bars.close)
    assert "Numbers were read with a decimal comma." in reading.notes


@pytest.mark.parametrize("mark", [".", ","])
def test_three_digits_behind_every_mark_are_refused_as_unclear(mark: str) -> None:
    """`42.123` between semicolons may be 42 thousand: a factor of a thousand must not be guessed."""
    text = HEADER + "".join(row(hour, "42.123", "42.500", "42.000", "42.100") for hour in HOURS)
    assert "decimal or thousands?" in refusal(text.replace(",", ";").replace(".", mark))


def test_points_and_commas_together_are_refused() -> None:
    """`1.234,56` has two marks; the file must say which is which."""
    text = GOOD.replace(",", ";").replace(";10\n", ";1000,5\n")
    assert "which is the decimal mark?" in refusal(text)


def test_decimal_commas_between_commas_are_refused_as_fields_too_many() -> None:
    """The file that other readers garble silently."""
    assert "Not 6 fields as in line 1 in 48 lines" in refusal(GOOD.replace("1.5", "1,5"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_marked_encodings_are_read(encoding: str) -> None:
    """Spreadsheets write them."""
    assert len(read(GOOD.encode(encoding)).bars) == 48


def test_latin_1_is_refused_naming_the_line_and_the_byte() -> None:
    """Which of many old encodings it is cannot be known."""
    text = GOOD.replace("volume", "volume,note").replace("10\n", "10,x\n").replace("10,x\n", "10,é\n", 1)
    assert "0xE9 in line 2" in refusal(text.encode("latin-1"))


def test_utf_16_without_its_mark_is_refused() -> None:
    """Decoding on suspicion is guessing."""
    assert "zero byte in line 1" in refusal(GOOD.encode("utf-16-be"))
