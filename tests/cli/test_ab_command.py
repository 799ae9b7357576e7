"""`ab`: both sides as `backtest` has them, every difference with its range, the days that would tell them apart."""

from pathlib import Path

import pytest

from engine.bots.backtest import backtest
from engine.bots.measure.comparison import compare
from engine.bots.measure.power import days_to_tell
from engine.bots.measure.record import record
from engine.bots.parameters import BotParameters, changed
from engine.bots.tape import tape_of
from engine.services.candles import Import, read
from tests.builders import walk
from tests.cli.conftest import Command


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Candles of 120 days in a file."""
    path = tmp_path / "walk.csv"
    walk(5, 24 * 120).table.to_csv(path, index=False)
    return path


def test_json_is_the_paired_comparison_of_two_replays(command: Command, file: Path) -> None:
    """Nothing but the exact replays over the same days."""
    told = command("ab", "--bars", file, "--set", "window=10", "--a", "k_sigma=1", "--b", "k_sigma=2", "--json")
    assert (told.status, told.err) == (0, "")
    one = read(file, file.name, Import("WALK"))
    tape, start = tape_of(one.bars, one.market), changed(BotParameters(), {"window": 10})
    pair = [record(backtest(tape, changed(start, {"k_sigma": value}))) for value in (1.0, 2.0)]
    found, change = told.json, compare(*pair).total_return.change
    assert found["difference"]["total_return"]["change"] == pytest.approx(
        {"value": change.value, "low": change.low, "high": change.high, "n": change.n}
    )
    assert found["power"]["days"]["low"] == pytest.approx(days_to_tell(*pair).days.low)
    assert found["verdict"] == days_to_tell(*pair).sentence
    assert found["changes"] == {"k_sigma": {"a": 1.0, "b": 2.0}}
    assert [found[side]["parameters"]["window"] for side in "ab"] == [10, 10]
    assert found["a"]["performance"]["pnl"] == pytest.approx(float(pair[0].equity[-1] - 10_000))
    assert found["days"] == 120


def test_people_read_the_sentence_and_a_table(command: Command, file: Path) -> None:
    """What is known first, every difference with its range under it."""
    told = command("ab", "--bars", file, "--a", "window=10", "--b", "window=20", "--core")
    assert told.status == 0
    assert told.err.startswith("These 120 days ")
    for name in ("return", "deepest fall", "Sharpe ratio, a year", "trades a week", "time in the market"):
        assert name in told.out


def test_versions_of_a_bot_are_compared_by_their_numbers(command: Command, file: Path) -> None:
    """A bot with one version has no second one to compare."""
    assert command("bars", "import", file, "--symbol", "MINE").status == 0
    told = command("ab", "--market", "MINE", "--a", "1", "--b", "2")
    assert told.status == 2
    assert told.err == '"MINE bot" has no version 2. Choose one from its history.\n'


@pytest.mark.parametrize(("arguments", "told"), [
    ([], "ab needs --bars FILE or --market NAME"),
    (["--bars", "{file}"], "B and A are the same settings"),
    (["--bars", "{file}", "--a", "k_sigma"], "--set takes name=value"),
    (["--bars", "{file}", "--a", "k_sigma=9"], "k_sigma must be 0.5 to 3"),
    (["--market", "GONE", "--a", "1", "--b", "2"], "there are no candles of GONE 1h"),
    (["--market", "GONE", "--a", "k_sigma=1", "--b", "2"], "--a takes the number of a version, was 'k_sigma=1'"),
    (["--bars", "{file}", "--a", "window=9", "--since", "2031-01-01"], "no candles in this period"),
])  # fmt: skip
def test_what_cannot_be_compared_is_one_line(command: Command, file: Path, arguments: list[str], told: str) -> None:
    """Exit status 2."""
    answer = command("ab", *(each.format(file=file) for each in arguments))
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1
