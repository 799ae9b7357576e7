"""`forecast evaluate` and `forecast refit`: anyone can score us, and fit the model without a browser."""

import json
from pathlib import Path

import pandas as pd
import pytest

from tests.cli.conftest import Command
from tests.forecast.e4.conftest import waves


@pytest.fixture
def coins(tmp_path: Path) -> Path:
    """Two coins in one table."""
    tables = [waves(name, 900, seed).table.assign(unique_id=name) for seed, name in enumerate(("AAA", "BBB"), 1)]
    path = tmp_path / "coins.parquet"
    pd.concat(tables).rename(columns={"time": "timestamp"}).to_parquet(path)
    return path


def test_everything_is_told_to_scripts_and_kept_in_a_file(command: Command, coins: Path, tmp_path: Path) -> None:
    """One document, labelled as replayed."""
    answer = command("forecast", "evaluate", "--bars", coins, "--out", tmp_path / "e.json", "--json")
    told = answer.json
    assert (answer.status, told["markets"], told["label"]) == (0, ["AAA", "BBB"], "replayed")
    assert json.loads((tmp_path / "e.json").read_text("utf-8"))["skill"] == told["skill"]
    assert {"skill", "coverage", "costs", "shares", "places", "crises", "seconds", "by_e4"} <= set(told)


def test_people_get_tables(command: Command, coins: Path) -> None:
    """Nothing on stdout that a script could take for an answer but the tables asked for."""
    answer = command("forecast", "evaluate", "--bars", coins, "--every", "30")
    assert answer.status == 0
    assert "origins every 30 days" in answer.err
    assert "Diebold-Mariano" in answer.out + answer.err


@pytest.mark.parametrize(
    ("options", "claim"),
    [(["--every", "0"], "must be 1 to 60 days apart, was 0"), (["--since", "soon"], "must be a date such as 2022")],
)
def test_what_cannot_be_done_is_refused(command: Command, coins: Path, options: list[str], claim: str) -> None:
    """In one line, with what is allowed."""
    answer = command("forecast", "evaluate", "--bars", coins, *options)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert claim in answer.err


def test_an_empty_installation_has_nothing_to_fit(command: Command) -> None:
    """It says so; only if due, that is no failure."""
    assert command("forecast", "refit", "--if-due", "--json").json == {"fitted": False}
    answer = command("forecast", "refit")
    assert answer.status == 2
    assert "about 800 days of candles of real markets, had 0 markets" in answer.err
