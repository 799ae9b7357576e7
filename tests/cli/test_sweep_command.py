"""`sweep`: the documented keys, every number that of `backtest`, files whole or none, a command that repeats."""

import csv
import json
import shlex
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from engine.market.bars import Bars
from tests.builders import walk
from tests.cli.conftest import Command

KEYS = ["configurations", "bars", "seconds", "ns_per_bar_per_configuration", "best", "share_profitable", "luck",
        "walk_forward", "verdict"]  # fmt: skip
BARS = walk(5, 24 * 120)
SMALL = ["--window", "8,20", "--k-sigma", "0.5:1.5:0.5", "--luck", 19, "--json"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Candles in a file."""
    return saved(BARS, tmp_path / "walk.csv")


def saved(bars: Bars, path: Path) -> Path:
    bars.table.to_csv(path, index=False)
    return path


@pytest.mark.parametrize("core", [["--core"], []])
def test_the_documented_keys_stand_first_and_the_best_is_what_backtest_says(
    command: Command, file: Path, core: list[str]
) -> None:
    """Whoever checks from outside runs both over the whole file."""
    told = command("sweep", "--bars", file, *SMALL, *core).json
    assert list(told)[: len(KEYS)] == KEYS
    assert (told["configurations"], told["bars"], told["luck"]["shuffles"]) == (6, len(BARS), 19)
    assert set(told["walk_forward"]) >= {"in_sample_sharpe", "out_of_sample_sharpe"}
    assert told["ns_per_bar_per_configuration"] == pytest.approx(told["seconds"] * 1e9 / (6 * len(BARS)))
    returns = {(window, k): alone(command, file, core, window, k) for window in (8, 20) for k in (0.5, 1.0, 1.5)}
    best = max(returns, key=lambda each: returns[each]["total_return"])
    assert (told["best"]["window"], told["best"]["k_sigma"]) == best
    for name in ("total_return", "sharpe", "max_drawdown", "exposure", "fees", "trades"):
        assert told["best"][name] == pytest.approx(returns[best][name], rel=1e-9), name
    profitable = sum(each["total_return"] > 0 for each in returns.values()) / 6
    assert told["share_profitable"] == pytest.approx(profitable)
    assert told["verdict"].startswith(told["badge"])


def alone(command: Command, file: Path, core: list[str], window: int, k_sigma: float) -> dict[str, Any]:
    found = command(
        "backtest", "--bars", file, "--set", f"window={window}", "--set", f"k_sigma={k_sigma}", *core, "--json"
    )
    return found.json


def test_any_setting_can_be_an_axis_and_others_are_set(command: Command, file: Path) -> None:
    """Styles and exits are searched like window and band width."""
    told = command("sweep", "--bars", file, "--axis", "style=mean_reversion,breakout", "--axis", "exit_band=0,0.5",
                   "--set", "k_sigma=1.5", "--set", "window=10", "--luck", 19, "--json").json  # fmt: skip
    assert told["configurations"] == 4
    assert told["best"]["style"] in ("mean_reversion", "breakout")
    assert (told["best"]["parameters"]["window"], told["best"]["parameters"]["k_sigma"]) == (10, 1.5)


@pytest.mark.parametrize("ending", ["csv", "parquet", "json"])
def test_the_run_is_written_whole_by_the_files_ending(
    command: Command, file: Path, tmp_path: Path, ending: str
) -> None:
    """A row for each configuration, or everything."""
    out = tmp_path / f"run.{ending}"
    told = command("sweep", "--bars", file, *SMALL, "--held-back", 0.25, "--out", out).json
    if ending == "json":
        whole = json.loads(out.read_text("utf-8"))
        assert (whole["schema"], whole["version"], whole["command"]) == ("toption.lab.run", 1, told["command"])
        returns = whole["run"]["past"]["metrics"]["total_return"]
    else:
        rows = (
            list(csv.DictReader(out.read_text("utf-8").splitlines()))
            if ending == "csv"
            else pq.read_table(out).to_pylist()
        )
        assert list(rows[0])[:4] == ["configuration", "window", "k_sigma", "is_valid"]
        assert {name for name in rows[0] if name.startswith("held_")}
        returns = [float(row["past_total_return"]) for row in rows]
    assert max(returns) == pytest.approx(told["best"]["total_return"])
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_the_report_is_written_like_any_other_file(command: Command, file: Path, tmp_path: Path) -> None:
    """One file to mail or print."""
    told = command("sweep", "--bars", file, *SMALL, "--out", tmp_path / "run.html").json
    page = (tmp_path / "run.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert told["badge"] in page


def test_the_printed_command_repeats_the_run(command: Command, file: Path) -> None:
    """How to make it again, to the last digit."""
    costs = ["--fee", 0.0004, "--maker-fee", 0.0002, "--slippage-bps", 1.5, "--set", "cooldown_bars=2"]
    asked = ["--axis", "trend_filter=true,false", "--held-back", 0.3, "--seed", 3, "--objective", "sharpe"]
    period = ["--since", "2025-01-10", "--until", "2025-04-20"]
    first = command("sweep", "--bars", file, *SMALL, *costs, *asked, *period).json
    words = shlex.split(first["command"])
    assert words[:4] == ["python", "-m", "engine", "sweep"]
    again = command(*words[3:], "--json").json
    timed = ("seconds", "ns_per_bar_per_configuration", "stages")
    assert {name: each for name, each in again.items() if name not in timed} == {
        name: each for name, each in first.items() if name not in timed
    }


def test_a_stored_market_is_swept_and_the_run_kept(command: Command, file: Path) -> None:
    """The page opens what the terminal has found."""
    assert command("bars", "import", file, "--symbol", "MINE").status == 0
    told = command("sweep", "--market", "MINE", *SMALL, "--keep").json
    assert len(told["key"]) == 12
    again = command(*shlex.split(told["command"])[3:], "--json").json
    assert again["best"] == told["best"]
    assert again["candles"] == told["candles"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "needs --bars FILE or --market NAME"),
        (["--bars", "{file}", "--market", "X"], "one of the two"),
        (["--bars", "{file}", "--keep"], "--keep is for stored candles"),
        (["--bars", "{file}", "--window", "30:5"], "from a low to a high value"),
        (["--bars", "{file}", "--axis", "window"], "--axis takes name=values"),
        (["--bars", "{file}", "--axis", "nothing=1"], "a bot has no setting 'nothing'"),
        (["--bars", "{file}", "--window", "10", "--axis", "window=20"], "each once"),
        (["--bars", "{file}", "--luck", "5"], "19 to 10,000 shuffles, was 5"),
        (["--bars", "{file}", "--walk-forward", "1"], "2 to 60 folds, was 1"),
        (["--bars", "{file}", "--held-back", "0.95"], "0 or 0.1 to 0.6, was 0.95"),
        (["--bars", "{file}", "--objective", "luck"], "the objective must be"),
        (["--bars", "{file}", "--threads", "0"], "threads must be 1 to 64, was 0"),
        (["--bars", "{file}", "--out", "run.xls"], "written as .csv, .parquet, .json, .html"),
        (["--bars", "{file}", "--since", "2031-01-01"], "no candles in this period"),
        (["--market", "GONE"], "no candles of GONE 1h"),
    ],
)
def test_what_cannot_be_answered_is_one_line_and_status_2(
    command: Command, file: Path, arguments: list[str], told: str
) -> None:
    """Before anything is computed."""
    answer = command("sweep", *(each.format(file=file) for each in arguments))
    assert answer.status == 2
    assert told in answer.err
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) == 1


def test_a_file_that_cannot_be_written_leaves_nothing(command: Command, file: Path, tmp_path: Path) -> None:
    """Not half a table."""
    answer = command("sweep", "--bars", file, *SMALL, "--out", tmp_path / "nowhere" / "run.csv")
    assert answer.status == 2
    assert "could not be written" in answer.err


def test_people_read_the_verdict_first(command: Command, file: Path) -> None:
    """Then its reasons, the best beside what it started from, with ranges."""
    answer = command("sweep", "--bars", file, *SMALL[:-1])
    assert answer.status == 0
    assert "6 configurations in" in answer.out
    assert "without any change" in answer.out
    assert answer.err.splitlines()[0].split(".")[0] in (
        "Better than luck", "Could be luck", "Not better than luck", "Nothing here"
    )  # fmt: skip


def test_a_file_that_cannot_be_is_refused_before_the_run(command: Command, file: Path, tmp_path: Path) -> None:
    """Not after minutes of luck's markets: nothing of the run would be left."""
    for out in (tmp_path / "nowhere" / "run.csv", tmp_path / "run.csv"):
        (tmp_path / "run.csv").mkdir(exist_ok=True)
        told = command("sweep", "--bars", file, *SMALL, "--out", out)
        assert (told.status, told.out) == (2, "")
        assert "could not be written (no such folder" in told.err
