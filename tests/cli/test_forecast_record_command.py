"""`forecast import` and `forecast record`: what came from elsewhere is kept, judged, verified, and told to scripts."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from engine.services.startup import opened
from engine.services.track.issuing import issued_of
from tests.builders import walk
from tests.cli.conftest import Command


@pytest.fixture
def market(command: Command, tmp_path: Path) -> list[float]:
    """TEST's daily candles of 2025, and a forecast of its next seven days: up 1 %."""
    bars = walk(3, 365, "1d", sigma=0.03)
    bars.table.to_csv(tmp_path / "test.csv", index=False)
    assert command("bars", "import", tmp_path / "test.csv", "--symbol", "TEST").status == 0
    prices = [float(bars.close[-1]) * 1.01] * 7
    (tmp_path / "points.json").write_text(json.dumps(prices))
    return prices


def test_a_file_is_taken_and_told(command: Command, market: list[float], tmp_path: Path) -> None:
    """What became of each forecast in it, for scripts."""
    arguments = ("--source", "me", "--symbol", "TEST", "--step", "1d", "--json")
    answer = command("forecast", "import", tmp_path / "points.json", *arguments)
    (one,) = answer.json["forecasts"]
    assert (answer.status, one["symbol"], one["new"], one["cutoff"]) == (0, "TEST", True, "2026-01-01T00:00:00+00:00")
    assert any("engine's own" in note for note in one["notes"])
    assert command("forecast", "import", tmp_path / "points.json", *arguments).json["forecasts"][0]["new"] is False


@pytest.mark.parametrize(("words", "said"), [
    (("--source", "me"), "names no market"),
    (("--source", "me", "--symbol", "TEST"), "Give both"),
    (("--source", "Toption", "--symbol", "TEST", "--step", "1d"), "another name"),
    (("--source", "me", "--symbol", "GONE", "--step", "1d"), "there are no candles of GONE"),
])  # fmt: skip
def test_a_wrong_request_is_one_line_and_two(
    command: Command, market: list[float], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """Exit status 2, nothing kept."""
    answer = command("forecast", "import", tmp_path / "points.json", *words)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.strip().count("\n") == 0
    assert command("forecast", "record", "--json").json["forecasts"] == 0


def test_a_file_that_is_none_is_named(command: Command, market: list[float], tmp_path: Path) -> None:
    """Gone, or no JSON."""
    (tmp_path / "bad.json").write_text("{")
    for name, said in (("gone.json", "cannot be read"), ("bad.json", "is not JSON")):
        answer = command("forecast", "import", tmp_path / name, "--source", "me", "--symbol", "TEST", "--step", "1d")
        assert (answer.status, said in answer.err) == (2, True)


def test_the_record_is_listed_written_and_verified(command: Command, market: list[float], tmp_path: Path) -> None:
    """The seal it ends in, noted today, must still be there tomorrow."""
    command("forecast", "import", tmp_path / "points.json", "--source", "me", "--symbol", "TEST", "--step", "1d")
    told = command("forecast", "record", "--out", tmp_path / "all.json", "--json").json
    (chain,) = told["chains"]
    assert (chain["chain"], chain["rows"], chain["broken"], told["forecasts"]) == ("real", 1, "", 1)
    assert told["markets"][0]["sources"][0]["source"] == "me"
    assert told["markets"][0]["sources"][0]["horizons"][6]["held"]["80"]["n"] == 0
    assert json.loads((tmp_path / "all.json").read_text())[0]["seal"] == chain["seal"]
    assert command("forecast", "record", "--seal", chain["seal"]).status == 0
    assert command("forecast", "record", "--seal", "0123456789").status == 1
    assert "ends in" in command("forecast", "record").err


def test_a_changed_row_ends_in_one(command: Command, market: list[float], data: Path, tmp_path: Path) -> None:
    """Whatever else can be shown is shown."""
    command("forecast", "import", tmp_path / "points.json", "--source", "me", "--symbol", "TEST", "--step", "1d")
    with closing(sqlite3.connect(data / "toption.db")) as raw, raw:
        raw.execute("DROP TRIGGER forecasts_issued_no_update")
        raw.execute("UPDATE forecasts_issued SET content = '{'")
    answer = command("forecast", "record", "--json")
    assert (answer.status, len(answer.json["problems"])) == (1, 1)
    assert "was changed after it was issued" in answer.json["chains"][0]["broken"]
    assert command("doctor", "--json").status == 1


def test_an_empty_record_says_how_one_begins(command: Command) -> None:
    """Day one."""
    answer = command("forecast", "record")
    assert (answer.status, "whenever a chart shows it" in answer.err) == (0, True)


def test_forecasts_from_a_file_are_of_no_market_here_and_not_kept(
    command: Command, market: list[float], tmp_path: Path
) -> None:
    """They are tables for others, and belong to whoever made the file."""
    assert command("forecast", "--bars", tmp_path / "test.csv", "--json").status == 0
    with opened() as engine:
        assert issued_of(engine, "TEST", "1d") == ()


def test_without_a_file_or_a_command_the_way_is_told(command: Command) -> None:
    """One line, exit status 2."""
    answer = command("forecast", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert "--bars FILE" in answer.err
