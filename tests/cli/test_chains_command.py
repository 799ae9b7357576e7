"""`chains`: quotes of a file are kept with their time, listed and removed; what cannot be is one line."""

from pathlib import Path

import pandas as pd
import pytest

from tests.cli.conftest import Command
from tests.options.worlds import expiry, flat

DAY = 86_400_000


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """One underlying on two days, with headers of somebody's own."""
    parts = []
    for day in (0, 1):
        rows = pd.DataFrame(expiry(30, flat(0.25), width=0.04))
        rows["type"] = rows.pop("is_call").map({True: "call", False: "put"})
        for name in ("moment", "expiry"):
            rows[name] = pd.to_datetime(rows[name] + day * DAY, unit="ms", utc=True)
        parts.append(rows)
    path = tmp_path / "chain.csv"
    pd.concat(parts).rename(columns={"strike": "Basis"}).to_csv(path, index=False)
    return path


NAMED = [
    word for name in ("underlying", "moment", "expiry", "type", "bid", "ask", "spot")
    for word in ("--column", f"{name}={name}")
]  # fmt: skip


def test_a_file_is_kept_once_listed_and_removed(command: Command, chain: Path) -> None:
    """Two days are two snapshots; the same file again changes nothing."""
    answer = command("chains", "import", chain, *NAMED, "--column", "strike=Basis", "--json")
    assert answer.status == 0
    assert [each["underlying"] for each in answer.json["snapshots"]] == ["ABC", "ABC"]
    assert answer.json["contracts"] == 244
    assert command("chains", "import", chain, *NAMED, "--column", "strike=Basis", "--json").json["snapshots"] == []
    (listed,) = command("chains", "list", "--json").json["underlyings"]
    assert (listed["underlying"], listed["snapshots"], listed["contracts"]) == ("ABC", 2, 122)
    assert command("chains", "remove", "--symbol", "ABC", "--yes", "--json").json["removed"] == 2
    assert command("chains", "list", "--json").json["underlyings"] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("fetch", "--source", "nyse", "--symbol", "SPY"), "deribit, yahoo"),
        (("fetch", "--source", "deribit", "--symbol", "DOGE"), "BTC and ETH"),
        (("fetch", "--source", "yahoo", "--symbol", "../x"), "1 to 24 letters"),
        (("remove", "--symbol", "NONE", "--yes"), "there are no chains"),
        (("import", "{chain}"), "no known layout"),
        (("import", "{chain}", "--column", "strike"), "meaning=column"),
    ],
)
def test_what_cannot_be_is_one_line(command: Command, chain: Path, words: tuple[str, ...], told: str) -> None:
    """Status 2, what is allowed, nothing on stdout."""
    answer = command("chains", *(word.format(chain=chain) for word in words))
    assert answer.status == 2
    assert told in answer.err
    assert answer.out == ""


def test_events_are_kept_by_kind(command: Command, tmp_path: Path) -> None:
    """Told by the headers; a file of no known kind is refused with those that are."""
    path = tmp_path / "vix.csv"
    path.write_text("date,vix\n2026-01-05,17.5\n", encoding="utf-8")
    assert command("chains", "events", path, "--json").json["read"] == ["1 VIX were read; 1 are kept."]
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    answer = command("chains", "events", path)
    assert answer.status == 2
    assert "no known kind" in answer.err
