"""Files of events: told by their headers, kept by kind, and silent about what lies behind their last date."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.core.errors import DataError
from engine.gateways.chains.event_files import EventFolder, context_of, read_events
from engine.options.features.events import days_to_next, next_amount, within

EARNINGS = b"symbol,report_date,source\nabc,2026-02-14,x\nABC,2026-05-14,x\nXYZ,2026-03-01,x\n"
OPTIONS = Path("../shared/data/options")


def at(day: str) -> np.ndarray:
    """A moment as an array."""
    return np.array([pd.Timestamp(day, tz="UTC").value // 1_000_000])


@pytest.mark.parametrize(
    ("body", "kind", "told"),
    [
        (EARNINGS, "earnings", "3 reports of 2 underlyings"),
        (b"Ticker,Ex-Date,Amount\nABC,2026-03-02,0.25\n", "dividends", "1 dividends of 1 underlyings"),
        (b"Symbol,Security,GICS Sector\nMMM,3M,Industrials\nX,Y,\n", "sector", "1 sectors of 1 underlyings"),
        (b"symbol,date,sentiment\nABC,2026-01-05,-0.4\n", "sentiment", "1 sentiment of 1 underlyings"),
        (b"date,VIX\n2026-01-05,17.5\n", "vix", "1 VIX"),
        (b"coin,date,dvol\nbtc,2026-01-05,51\n", "dvol", "1 DVOL of 1 underlyings"),
    ],
)
def test_a_file_is_told_by_its_headers(body: bytes, kind: str, told: str) -> None:
    """Six kinds, in any case, with other columns beside them."""
    found = read_events(body, "file.csv")
    assert (found.kind, found.told()) == (kind, told)


def test_no_date_behind_the_last_one_is_unknown_not_none() -> None:
    """Until the last date a calendar is complete; after it nothing is said; other names are unknown."""
    calendar = context_of([read_events(EARNINGS, "e.csv")]).earnings["ABC"]
    assert within(calendar, at("2026-03-01"), at("2026-04-01")).tolist() == [0.0]
    assert within(calendar, at("2026-03-01"), at("2026-05-15")).tolist() == [1.0]
    assert np.isnan(within(calendar, at("2026-05-16"), at("2026-06-01"))).all()
    assert days_to_next(calendar, at("2026-05-04")).tolist() == [10.0]


def test_dividends_have_amounts_and_series_are_known_when_the_day_is_over() -> None:
    """A close of Monday is not known on Monday morning."""
    told = context_of([
        read_events(b"symbol,ex_date,amount\nABC,2026-03-02,0.25\n", "d.csv"),
        read_events(b"date,vix\n2026-01-05,17.5\n2026-01-06,19\n", "v.csv"),
    ])  # fmt: skip
    assert next_amount(told.dividends["ABC"], at("2026-02-01"), at("2026-03-02")).tolist() == [0.25]
    assert told.vix is not None
    assert told.vix.at(np.r_[at("2026-01-06"), at("2026-01-06") + 1, at("2026-01-07")]).tolist() == [17.5, 17.5, 19.0]
    assert np.isnan(told.vix.at(at("2026-01-05"))).all()


def test_what_is_kept_grows_and_newer_rows_count(tmp_path: Path) -> None:
    """A second file mends a value and adds a day; a removed kind is gone."""
    folder = EventFolder(tmp_path / "events")
    assert folder.add(read_events(b"date,vix\n2026-01-05,17.5\n2026-01-06,19\n", "v.csv")) == 2
    first = folder.stamp()
    assert folder.add(read_events(b"date,vix\n2026-01-06,20\n2026-01-07,21\n", "v.csv")) == 3
    assert folder.stamp() != first
    (kept,) = folder.kept()
    assert kept.table["value"].tolist() == [17.5, 20.0, 21.0]
    folder.remove("vix")
    assert folder.kept() == ()
    with pytest.raises(DataError, match="events are earnings"):
        folder.remove("../x")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"a,b\n1,2\n", "no known kind"), (b"symbol,report_date\nABC,soon\n", "row 1 cannot be read"),
        (b"symbol,ex_date,amount\nABC,2026-03-02,inf\n", "row 1"), (b"date,vix\n", "holds no rows"),
        (b"symbol,report_date\n,2026-01-01\n", "row 1"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_whole(body: bytes, told: str) -> None:
    """With the row and what is needed."""
    with pytest.raises(DataError, match=told):
        read_events(body, "file.csv")


@pytest.mark.skipif(not OPTIONS.is_dir(), reason="no real data beside the repository")
@pytest.mark.parametrize(
    ("name", "kind", "least"),
    [("earnings_dates.csv", "earnings", 20_000), ("us_sector_map.parquet", "sector", 3_000),
     ("sp500_gics.csv", "sector", 490)],
)  # fmt: skip
def test_real_files_are_read(name: str, kind: str, least: int) -> None:
    """As they come."""
    found = read_events(OPTIONS / name, name)
    assert found.kind == kind
    assert len(found.table) >= least
