"""`portfolio`: several bots on one cash, from files or as they are stored; one line where they cannot share it."""

from pathlib import Path

import pytest

from engine.services.startup import opened
from engine.services.tune_bot import open_bot
from tests.bots.markets.world import market
from tests.cli.conftest import Command


@pytest.fixture
def files(tmp_path: Path) -> list[object]:
    """--bars and a file for each of three markets."""
    made: list[object] = []
    for name in "abc":
        path = tmp_path / f"{name}.csv"
        market(name.upper(), 60, 0.004).bars.table.to_csv(path, index=False)
        made += ["--bars", path]
    return made


def test_json_has_all_together_and_each_alone(command: Command, files: list[object]) -> None:
    """Each bot alone is what `backtest` says of it with a third of the money."""
    told = command("portfolio", *files, "--set", "window=10", "--set", "B:k_sigma=2", "--cash", 9000, "--json")
    assert (told.status, told.err) == (0, "")
    found = told.json
    assert [(bot["symbol"], bot["parameters"]["k_sigma"]) for bot in found["bots"]] == [
        ("A", 1.2), ("B", 2.0), ("C", 1.2)
    ]  # fmt: skip
    assert sum(bot["pnl"] for bot in found["bots"]) == pytest.approx(found["pnl"])
    assert found["total_return"] == pytest.approx(found["pnl"] / 9000)
    alone = command("backtest", *files[2:4], "--set", "window=10", "--set", "k_sigma=2", "--cash", 3000, "--json").json
    assert found["bots"][1]["alone"]["pnl"] == pytest.approx(alone["pnl"])
    pairs = found["correlation"]["pairs"]
    assert [(each["first"], each["second"]) for each in pairs] == [("A", "B"), ("A", "C"), ("B", "C")]
    assert all(each["value"]["low"] <= each["value"]["value"] <= each["value"]["high"] for each in pairs)
    assert found["hold"]["name"] == "Holding equal parts"


def test_stored_bots_are_replayed_as_they_are(command: Command, files: list[object]) -> None:
    """With their own settings, by name or by market; without any there is nothing to replay."""
    told = command("portfolio")
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("bots on one cash need at least two markets, each once, were none.")
    for name, file in zip("ABC", files[1::2], strict=True):
        assert command("bars", "import", file, "--symbol", name).status == 0
        with opened() as app:
            open_bot(app, name, "1h")
    assert [bot["name"] for bot in command("portfolio", "--json").json["bots"]] == ["A bot", "B bot", "C bot"]
    some = command("portfolio", "--bot", "B bot", "--bot", "A", "--json").json
    assert [bot["symbol"] for bot in some["bots"]] == ["B", "A"]


def test_people_read_what_the_common_cash_changed(command: Command, files: list[object]) -> None:
    """Then all together, each bot, and how they go together."""
    told = command("portfolio", *files)
    assert told.err.startswith("One cash instead of equal parts: ")
    for title in ("3 bots, 10,000 in common", "Each bot", "How the bots go together, by day"):
        assert title in told.out


@pytest.mark.parametrize(("arguments", "told"), [
    (["--bot", "A"], "takes --bot NAME or --bars FILE, not both"),
    (["--set", "Z:window=9"], "--set takes MARKET:name=value with one of A, B, C; was 'Z'"),
    (["--set", "A:window"], "--set takes name=value"),
    (["--set", "A:timeframe=4h"], "one timeframe, were 1h, 4h"),
    (["--since", "2031-01-01"], "no candles in this period"),
])  # fmt: skip
def test_what_cannot_be_replayed_is_one_line(
    command: Command, files: list[object], arguments: list[str], told: str
) -> None:
    """Exit status 2."""
    answer = command("portfolio", *files, *arguments)
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1
