"""Times come out in UTC milliseconds, or the file is refused."""

import io

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from engine.core.errors import DataError
from engine.gateways.candle_file import Reading, read_candles
from engine.market.bars import gaps, timestamp

HEADER = "timestamp,open,high,low,close,volume\n"
HOURS = [f"2024-01-{1 + hour // 24:02d}T{hour % 24:02d}:00:00" for hour in range(48)]
HOUR = 3_600_000
START = 1_704_067_200_000  # 2024-01-01


def row(
    time: object, open_: str = "1.5", high: str = "2", low: str = "1", close: str = "1.7", volume: str = "10"
) -> str:
    return f"{time},{open_},{high},{low},{close},{volume}\n"


def read(text: str | bytes, name: str = "x.csv", symbol: str = "BTC", step: str | None = None) -> Reading:
    return read_candles(text.encode() if isinstance(text, str) else text, name, symbol, step)


def refusal(text: str | bytes, name: str = "x.csv", symbol: str = "BTC", step: str | None = None) -> str:
    with pytest.raises(DataError) as caught:
        read(text, name, symbol, step)
    assert len(str(caught.value)) < 2500
    return str(caught.value)


def parquet(**columns: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def columns(rows: int = 3) -> dict[str, object]:
    return {
        "open": [1.5] * rows,
        "high": [2.0] * rows,
        "low": [1.0] * rows,
        "close": [1.7] * rows,
        "volume": [9] * rows,
    }


@pytest.mark.parametrize(
    ("unit", "scale"), [("seconds", 1), ("milliseconds", 10**3), ("microseconds", 10**6), ("nanoseconds", 10**9)]
)
def test_the_unit_of_an_epoch_is_told_by_its_size(unit: str, scale: int) -> None:
    """Never the year 1970, never 52000."""
    stamps = [(START // 1000 + 3600 * hour) * scale for hour in range(5)]
    for reading in (
        read(HEADER + "".join(row(stamp) for stamp in stamps)),
        read(parquet(unix=stamps, **columns(5)), "x.parquet"),
        read(parquet(unix=[float(stamp) for stamp in stamps], **columns(5)), "x.parquet"),
    ):
        assert reading.bars.time[0] == START
        assert f"Times were read as {unit} since 1970." in reading.notes


@pytest.mark.parametrize(
    "stamp",
    [
        "45658", "20240101", "1.70407E+12", "9" * 19, "9" * 40, "0", "-1", "24", "01/02/2024", "2024-02-30",
        "2024-01-01 24:00", "2024-01-01 23:59:60", "2024-1-1",
    ],
)  # fmt: skip
def test_a_time_that_could_be_misread_is_refused(stamp: str) -> None:
    """Spreadsheet serials, bare years, American dates, leap seconds, days that are none."""
    assert "in line 2; it was" in refusal(HEADER + row(stamp) + "".join(row(hour) for hour in HOURS[2:]), step="1h")
    assert "1970" in refusal(HEADER + row(stamp) + row(stamp), step="1h")


def test_two_units_or_two_writings_in_one_file_are_refused() -> None:
    """Half a file in other units is a broken export."""
    stamps = [START // 1000, START // 1000 + 3600, START + 2 * HOUR]
    assert "Time not in seconds like the others in line 4" in refusal(HEADER + "".join(map(row, stamps)))
    found = refusal(HEADER + row(HOURS[0] + "Z") + row(HOURS[1] + "Z") + row(HOURS[2]))
    assert "not written as times with a zone like the others in line 4" in found


def test_offsets_are_converted_to_utc() -> None:
    """An hour in Berlin is an hour earlier in UTC."""
    bars = read(HEADER + "".join(row(hour + "+01:00") for hour in HOURS)).bars
    assert bars.first == timestamp(START - HOUR)


def test_times_without_a_zone_are_utc_and_said_so() -> None:
    """The commonest assumption is a visible one."""
    reading = read(HEADER + "".join(row(hour) for hour in HOURS))
    assert reading.bars.time[0] == START
    assert "taken as UTC" in reading.notes[0]


@pytest.mark.parametrize(("day", "offsets"), [("2026-03-29", (1, 2)), ("2026-10-25", (2, 1))])
def test_the_hours_of_a_clock_change_stay_twenty_four(day: str, offsets: tuple[int, int]) -> None:
    """With their offsets, the hours of Berlin are plain hours of UTC."""
    moments = [timestamp(int(np.datetime64(day, "ms").astype(int)) + hour * HOUR) for hour in range(24)]
    local = [moment.tz_convert("Europe/Berlin").isoformat() for moment in moments]
    assert {int(text[-4]) for text in local} == set(offsets)
    bars = read(HEADER + "".join(map(row, local))).bars
    assert len(bars) == 24
    assert gaps(bars) == ()


def test_a_local_hour_that_comes_twice_is_refused_with_the_reason() -> None:
    """In October the naive 02:00 comes twice: only UTC tells them apart."""
    found = refusal(HEADER + "".join(row(f"2026-10-25 {hour:02d}:00") for hour in (0, 1, 2, 2, 3)))
    assert "repeated in line 5" in found
    assert "export them in UTC" in found


def test_times_off_the_grid_are_refused() -> None:
    """Whole hours of Kathmandu open at a quarter past in UTC."""
    assert "Time not on a whole 1h in UTC in 48 lines" in refusal(
        HEADER + "".join(row(hour + "+05:45") for hour in HOURS)
    )
