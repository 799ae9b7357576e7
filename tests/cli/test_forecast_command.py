"""`forecast`: seven days ahead of a file, now or at past dates, in the shapes that others read."""

import json
from pathlib import Path

import pandas as pd
import pytest

from tests.builders import walk
from tests.cli.conftest import Command

COLUMNS = ["unique_id", "cutoff", "horizon", "output_type_id", "value"]


@pytest.fixture
def daily(tmp_path: Path) -> Path:
    """Two years of one coin's days, 2025-01-01 to 2026-12-31."""
    path = tmp_path / "coin.csv"
    walk(3, 730, "1d", sigma=0.03).table.to_csv(path, index=False)
    return path


@pytest.fixture
def long_table(tmp_path: Path) -> Path:
    """Two coins in one file."""
    tables = [
        walk(seed, 500, "1d", sigma=0.03).table.assign(unique_id=name) for seed, name in enumerate(("AAA", "BBB"))
    ]
    path = tmp_path / "coins.parquet"
    pd.concat(tables).rename(columns={"time": "timestamp"}).to_parquet(path)
    return path


def dates(folder: Path, *rows: str) -> Path:
    path = folder / "dates.csv"
    path.write_text("\n".join(["unique_id,cutoff", *rows]) + "\n")
    return path


def test_without_dates_the_newest_bar_is_the_origin(command: Command, daily: Path, tmp_path: Path) -> None:
    """Seven horizons, nine levels, around the last close."""
    answer = command("forecast", "--bars", daily, "--out", tmp_path / "out.parquet", "--json")
    told, table = answer.json, pd.read_parquet(tmp_path / "out.parquet")
    assert answer.status == 0
    assert (told["model"], told["markets"], told["forecasts"], told["rows"]) == ("E7", 1, 1, 63)
    assert told["origins"] > 40
    assert set(told["coverage"]) == {"50", "80", "95"}
    assert told["skill_error"] > 0
    assert told["seconds"] > 0
    assert list(table.columns) == COLUMNS
    assert set(table["unique_id"]) == {"COIN"}
    assert set(table["cutoff"]) == {"2026-12-31"}


def test_at_past_dates_there_is_a_row_for_each_market_day_horizon_and_level(
    command: Command, long_table: Path, tmp_path: Path
) -> None:
    """The table with which anybody can score us; its median is the close of the cutoff."""
    asked = dates(tmp_path, "AAA,2026-03-01", "BBB,2026-03-01", "AAA,2026-04-01")
    options = ["--at", asked, "--out", tmp_path / "out.parquet", "--json"]
    told = command("forecast", "--bars", long_table, *options).json
    table = pd.read_parquet(tmp_path / "out.parquet")
    assert (told["markets"], told["forecasts"], told["rows"]) == (2, 3, 3 * 7 * 199)
    assert list(table.columns) == COLUMNS
    assert table.groupby(["unique_id", "cutoff"]).size().tolist() == [7 * 199] * 3
    closes = pd.read_parquet(long_table).set_index(["unique_id", "timestamp"])["close"]
    middle = table[(table["output_type_id"] == 0.5) & (table["unique_id"] == "BBB")]
    assert set(middle["value"]) == {closes["BBB", pd.Timestamp("2026-03-01", tz="UTC")]}


def test_predictions_are_written_as_their_schema_says(
    command: Command, long_table: Path, tmp_path: Path, real_data: Path
) -> None:
    """Other programs read this file; the schema is theirs."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema comes with streamlit")
    path = tmp_path / "model_predictions.json"
    assert command("forecast", "--bars", long_table, "--predictions", path).status == 0
    document = json.loads(path.read_text("utf-8"))
    schema = json.loads((real_data / "forecast" / "model_predictions.schema.json").read_text("utf-8"))
    jsonschema.validate(document, schema)
    assert [each["unique_id"] for each in document["predictions"]] == ["AAA", "BBB"]


@pytest.mark.parametrize("volume", ["none", "blank"])
def test_volume_is_not_needed(command: Command, tmp_path: Path, volume: str) -> None:
    """No forecast reads it: a file without it, or with blanks in it, is answered as any other."""
    table = walk(3, 400, "1d").table
    table = table.drop(columns="volume") if volume == "none" else table.assign(volume=float("nan"))
    table.to_csv(tmp_path / "coin.csv", index=False)
    told = command("forecast", "--bars", tmp_path / "coin.csv", "--json").json
    assert (told["model"], told["rows"]) == ("E7", 63)


def test_a_short_history_has_no_record_and_says_so(command: Command, tmp_path: Path) -> None:
    """Undefined is null, not nought."""
    walk(3, 60, "1d").table.to_csv(tmp_path / "new.csv", index=False)
    told = command("forecast", "--bars", tmp_path / "new.csv", "--json").json
    assert (told["model"], told["origins"], told["skill"], told["coverage"]) == ("E7-short", 0, None, None)


def test_people_are_told_in_words(command: Command, daily: Path) -> None:
    """Nothing on stdout that a script could take for an answer."""
    answer = command("forecast", "--bars", daily)
    assert (answer.status, answer.out) == (0, "")
    assert answer.err.startswith("E7: 1 forecasts of 1 markets, 63 rows.")


@pytest.mark.parametrize(
    ("rows", "claim"),
    [
        (["coin,2026-03-01"], "Known: COIN. Not possible: coin (unknown)."),
        (["COIN,2031-01-01"], "COIN 2031-01-01 (no candle on that day)"),
        (["COIN,2025-01-05"], "COIN 2025-01-05 (5 daily closes)"),
        (["COIN,yesterday"], "a cutoff must be a UTC date such as 2026-03-05, was: COIN yesterday."),
        ([], "the columns unique_id and cutoff and at least one row, had unique_id, cutoff and 0 rows."),
        (["COIN,2026-03-01", "COIN,2026-03-02,x,y"], "must be a CSV table with the columns unique_id and cutoff"),
    ],
)
def test_dates_that_cannot_be_answered_are_refused(
    rows: list[str], claim: str, command: Command, daily: Path, tmp_path: Path
) -> None:
    """Every row is answered or named; no table is written then."""
    answer = command(
        "forecast", "--bars", daily, "--at", dates(tmp_path, *rows), "--out", tmp_path / "o.parquet", "--json"
    )
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert claim in answer.err
    assert not list(tmp_path.glob("*o.parquet*"))


def test_what_cannot_be_read_or_written_is_refused(command: Command, daily: Path, tmp_path: Path) -> None:
    """No dates, no candles, no folder; and predictions are of today."""
    (tmp_path / "folder").mkdir()
    requests = [
        ["--bars", daily, "--at", tmp_path / "none.csv"],
        ["--bars", tmp_path / "none.parquet"],
        ["--bars", daily, "--out", tmp_path / "none" / "o.parquet"],
        ["--bars", daily, "--out", tmp_path / "folder"],
        ["--bars", daily, "--predictions", tmp_path / "folder"],
        ["--bars", daily, "--at", dates(tmp_path, "COIN,2026-03-01"), "--predictions", tmp_path / "p.json"],
    ]
    for request in requests:
        answer = command("forecast", *request, "--json")
        assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1), request
    assert not list(tmp_path.glob(".*"))


def test_too_little_history_is_refused(command: Command, tmp_path: Path) -> None:
    """Thirty days at least, and the message counts what is missing."""
    walk(3, 20, "1d").table.to_csv(tmp_path / "new.csv", index=False)
    answer = command("forecast", "--bars", tmp_path / "new.csv", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert "needs at least 30 daily closes without a gap, was 20. Bring older candles or wait 10 days." in answer.err


def test_several_markets_with_faults_are_refused_in_one_line(command: Command, tmp_path: Path) -> None:
    """The reader names a fault for each market; a script still reads one line."""
    tables = [walk(seed, 50, "1d").table.assign(unique_id=name, close=-1.0) for seed, name in enumerate(("A", "B"))]
    pd.concat(tables).rename(columns={"time": "timestamp"}).to_csv(tmp_path / "x.csv", index=False)
    answer = command("forecast", "--bars", tmp_path / "x.csv", "--json")
    assert (answer.status, answer.err.count("\n"), answer.err.count("was not taken")) == (2, 1, 2)
