"""`sweep` on several markets: the keys of one, `markets`, and the market left out; the same from files or one table."""

from pathlib import Path

import pandas as pd
import pytest

from tests.bots.markets.world import market
from tests.cli.conftest import Command

SMALL = ["--window", "8,20", "--k-sigma", "0.5:1.5:0.5", "--fee", 0.0005, "--luck", 59, "--json"]
KEYS = ["configurations", "bars", "seconds", "ns_per_bar_per_configuration", "best", "share_profitable", "markets"]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three files of a market each; an edge on the first alone."""
    made = []
    for name in "abc":
        made.append(tmp_path / f"{name}.csv")
        market(name.upper(), 60, 0.01 if name == "a" else 0.0).bars.table.to_csv(made[-1], index=False)
    return made


@pytest.mark.parametrize("core", [["--core"], []])
def test_each_best_is_what_backtest_says_of_it(command: Command, files: list[Path], core: list[str]) -> None:
    """At home and on the others."""
    told = command("sweep", *(each for file in files for each in ("--bars", file)), *SMALL, *core).json
    assert list(told)[: len(KEYS)] == KEYS
    assert (told["configurations"], told["bars"], len(told["markets"])) == (6, 3 * 24 * 60, 3)
    best = told["markets"][0]["best"]
    for file, placed in zip(files, (best["home"], *best["others"]), strict=True):
        alone = command("backtest", "--bars", file, "--set", f"window={best['window']}", "--fee", 0.0005,
                        "--set", f"k_sigma={best['k_sigma']}", *core, "--json").json  # fmt: skip
        assert placed["symbol"] == alone["symbol"]
        for name in ("total_return", "sharpe", "max_drawdown", "trades"):
            assert placed[name] == pytest.approx(alone[name], rel=1e-9), name
        lead = alone["benchmarks"]["same_exposure"]["lead"]["change"]["value"]
        assert placed["beats_holding"] == (lead > 0)


def test_a_long_table_is_the_same_as_its_files(command: Command, files: list[Path], tmp_path: Path) -> None:
    """By its column unique_id; with --symbol it is one market and the sweep is that of one."""
    table = pd.concat([pd.read_csv(file).assign(unique_id=file.stem.upper()) for file in files])
    table.to_csv(tmp_path / "long.csv", index=False)
    told = command("sweep", "--bars", tmp_path / "long.csv", *SMALL).json
    apart = command("sweep", *(each for file in files for each in ("--bars", file)), *SMALL).json
    for name in ("best", "markets", "leave_one_out", "verdict"):
        assert told[name] == apart[name], name
    alone = command("sweep", "--bars", tmp_path / "long.csv", "--symbol", "B", "--objective", "sharpe", *SMALL).json
    assert alone["symbol"] == "B"
    assert told["markets"][1]["luck"]["p_value"] == alone["luck"]["p_value"]
    assert alone["share_profitable"] == told["markets"][1]["share_profitable"]


def test_stored_markets_are_the_same_as_their_files(command: Command, files: list[Path]) -> None:
    """By name, each with the rules that it is stored with; each once."""
    for file in files:
        assert command("bars", "import", file, "--symbol", file.stem.upper()).status == 0
    stored = command("sweep", "--market", "A", "--market", "B", "--market", "C", *SMALL).json
    apart = command("sweep", *(each for file in files for each in ("--bars", file)), *SMALL).json
    assert (stored["verdict"], stored["best"]) == (apart["verdict"], apart["best"])
    told = command("sweep", "--market", "A", "--market", "A", *SMALL)
    assert (told.status, told.err) == (2, "each market may be named once, was A twice. Leave one of them out.\n")
    told = command("sweep", "--market", "A", "--market", "B", "--keep", *SMALL)
    assert (told.status, told.out) == (2, "")


def test_people_read_the_market_left_out_first(command: Command, files: list[Path]) -> None:
    """Then what each best does elsewhere; a star marks where it works."""
    told = command("sweep", *(each for file in files for each in ("--bars", file)), *SMALL[:-1])
    assert told.status == 0
    assert told.err.startswith(
        "After 3 markets are counted, the best is better than luck on 1: A.\nChosen on the other"
    )
    assert "The best on A works on one market only" in told.err
    assert "3 markets, 6 configurations each in" in told.out
    assert "Chosen on the other markets, judged on the one left out" in told.out


@pytest.mark.parametrize(("arguments", "told"), [
    (["--out", "run.csv"], "--out, --held-back and --keep are for one market"),
    (["--held-back", "0.3"], "--out, --held-back and --keep are for one market"),
    (["--keep"], "--keep is for stored candles"),
    (["--bars", "{0}"], "each market may be given once, was A twice"),
    (["--since", "2031-01-01"], "A 1h has no candles in this period"),
])  # fmt: skip
def test_what_cannot_be_answered_is_one_line(
    command: Command, files: list[Path], arguments: list[str], told: str
) -> None:
    """Exit status 2."""
    answer = command("sweep", "--bars", files[0], "--bars", files[1], *(each.format(files[0]) for each in arguments))
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1
