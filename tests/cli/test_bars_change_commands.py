"""`bars unit` and `bars remove`: what a unit means is seen and changed, candles go only when one says so."""

from pathlib import Path

import pytest

from tests.builders import walk
from tests.cli.conftest import Command


@pytest.fixture
def market(command: Command, tmp_path: Path) -> str:
    """Candles of a coin at about 3,000."""
    walk(5, 100, start=3_000.0).table.to_csv(tmp_path / "eth.csv", index=False)
    assert command("bars", "import", tmp_path / "eth.csv", "--symbol", "ETH/BTC").status == 0
    return "ETH/BTC"


def test_a_unit_is_listed_and_changed(command: Command, market: str) -> None:
    """By a power of ten, in one line."""
    assert command("bars", "list", "--json").json["markets"][0]["one_unit"] == "10 ETH"
    answer = command("bars", "unit", "--symbol", market, "--step", "1h", "--coins", 1, "--json")
    assert answer.json == {"symbol": market, "step": "1h", "unit": 1.0, "lot_step": 1e-6}
    told = command("bars", "list").out
    assert ("one unit" in told, "ETH" in told.replace(market, "")) == (True, True)
    wrong = command("bars", "unit", "--symbol", market, "--step", "1h", "--coins", 5)
    assert (wrong.status, wrong.err) == (2, "a unit must be a power of ten, such as 0.1, 1 or 1000 coins, was 5.\n")


def test_candles_are_removed_when_one_says_so(command: Command, market: str) -> None:
    """Without a word, and with nobody there to be asked, they stay."""
    refused = command("bars", "remove", "--symbol", market, "--step", "1h")
    assert (refused.status, "Add --yes" in refused.err) == (2, True)
    assert len(command("bars", "list", "--json").json["markets"]) == 1
    answer = command("bars", "remove", "--symbol", market, "--step", "1h", "--yes", "--json")
    assert answer.json == {"symbol": market, "step": "1h", "removed": True, "bots": []}
    assert command("bars", "list", "--json").json["markets"] == []
    again = command("bars", "remove", "--symbol", market, "--step", "1h", "--yes")
    assert (again.status, again.err.startswith("there are no candles of ETH/BTC 1h")) == (2, True)
