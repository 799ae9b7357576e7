"""`recommend`: one JSON object or a table, and a request that cannot be met is refused in one line."""

from pathlib import Path

import pytest

from engine.bots.parameters import KNOBS
from tests.builders import walk
from tests.cli.conftest import Command


@pytest.fixture
def recommend(command: Command, tmp_path: Path) -> Command:
    """The command, on 200 days of a random walk called TEST."""
    path = tmp_path / "walk.csv"
    walk(3, 24 * 200, sigma=0.006).table.to_csv(path, index=False)
    assert command("bars", "import", path, "--symbol", "TEST", "--step", "1h").status == 0
    return lambda *arguments: command("recommend", "--market", "TEST", *arguments)


def test_json_says_the_verdict_with_all_that_it_rests_on(recommend: Command) -> None:
    """Nothing recommended is null, not a row of defaults; the trials and the candles' version are named."""
    told = recommend("--goal", "growth", "--risk", "cautious", "--json")
    found = told.json
    assert (told.status, told.err) == (0, "")
    assert found["verdict"] in ("keep_cash", "keep_holding")
    assert (found["recommended"], found["changes"]) == (None, {})
    assert found["trials"] == found["evidence"]["deflated"]["trials"] > 300
    assert set(found["best_found"]) == set(KNOBS) == set(found["start"])
    assert found["sources"]["symbol"] == "TEST"
    assert len(found["sources"]["candles"]) > 8
    assert found["answers"]["goal"] == "growth"
    assert recommend("--goal", "growth", "--risk", "cautious", "--json").json == found


def test_people_get_the_headline_and_a_table(recommend: Command) -> None:
    """The verdict beside the answer, the evidence as a table; no progress bar where there is no terminal."""
    told = recommend()
    assert told.status == 0
    assert told.err.startswith("None of 38")
    for name in ("The search, unseen", "Your bot", "Holding at equal exposure", "Cash"):
        assert name in told.out


@pytest.mark.parametrize(("arguments", "told"), [
    (["--goal", "rich"], "goal must be one of growth, smooth, beat_holding, few_trades, was 'rich'."),
    (["--patience", "none"], "patience must be one of month, quarter, half_year, year, was 'none'."),
    (["--capital", "5"], "capital must be 100 to 1e+09, was 5."),
    (["--step", "4h"], "there are no candles of TEST 4h."),
    (["--fee", "0.5"], "maker_fee must be 0 to 0.05, was 0.5."),
])  # fmt: skip
def test_what_cannot_be_met_is_refused_in_one_line(recommend: Command, arguments: list[str], told: str) -> None:
    """Exit status 2, and no bot is made of a market that is not there."""
    found = recommend(*arguments)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith(told)
    assert found.err.count("\n") == 1
