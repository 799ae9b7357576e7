"""`scan`: a chain in, opportunities out, the answer that scripts read, and one line for what cannot be."""

from pathlib import Path

import pandas as pd
import pytest

from tests.builders import walk
from tests.cli.conftest import Command
from tests.options.worlds import expiry, flat


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """One underlying, two expiries, seen on the 5th of January 2026."""
    parts = []
    for days in (30, 60):
        rows = pd.DataFrame(expiry(days, flat(0.25), width=0.04)).rename(columns={"is_call": "type"})
        rows["type"] = rows["type"].map({True: "call", False: "put"})
        for name in ("moment", "expiry"):
            rows[name] = pd.to_datetime(rows[name], unit="ms", utc=True)
        parts.append(rows.assign(open_interest=100.0, volume=20.0))
    path = tmp_path / "chain.parquet"
    pd.concat(parts).to_parquet(path, index=False)
    return path


def test_the_answer_says_what_was_found_and_what_was_left_out(command: Command, chain: Path, tmp_path: Path) -> None:
    """Contracts, opportunities, seconds, rejected by reason; and the table in a file."""
    answer = command("scan", "--chain", chain, "--out", tmp_path / "ideas.parquet", "--json")
    told, table = answer.json, pd.read_parquet(tmp_path / "ideas.parquet")
    assert answer.status == 0
    assert told["contracts"] == 244
    assert told["opportunities"] == len(table) > 100
    assert told["seconds"] > 0
    assert set(told["rejected"]) == {"contracts", "ideas"}
    assert sum(told["strategies"].values()) == len(table)
    assert {"underlying", "strategy", "pop", "ev", "iv_rank", "leg_1"} <= set(table.columns)


def test_candles_bring_the_surroundings(command: Command, chain: Path, tmp_path: Path) -> None:
    """Realised volatility and levels are known with them, unknown without."""
    days = walk(1, 400, "1d", start=100.0)
    table = days.table.assign(unique_id="ABC")
    table["time"] = table["time"] - pd.Timedelta(days=10)
    table.rename(columns={"time": "timestamp"}).to_parquet(tmp_path / "bars.parquet", index=False)
    assert (
        command("scan", "--chain", chain, "--bars", tmp_path / "bars.parquet", "--out", tmp_path / "a.csv").status == 0
    )
    assert command("scan", "--chain", chain, "--out", tmp_path / "b.csv").status == 0
    assert pd.read_csv(tmp_path / "a.csv")["hv20"].notna().all()
    assert pd.read_csv(tmp_path / "b.csv")["hv20"].isna().all()


WRONG = [
    (["--days", "60"], "low:high"),
    (["--column", "expiry"], "meaning=column"),
    (["--widest-spread", "9"], "widest_spread"),
    (["--column", "expiry=nowhere"], "no such column"),
    (["--out", "ideas.xlsx"], ".parquet"),
]


@pytest.mark.parametrize(("options", "said"), WRONG)
def test_a_wrong_request_is_one_line_and_status_2(command: Command, chain: Path, options: list[str], said: str) -> None:
    """What, what is allowed, what it was, what to do."""
    answer = command("scan", "--chain", chain, *options, "--json")
    assert answer.status == 2
    assert said in answer.err
    assert len(answer.err.strip().splitlines()) == 1


def test_events_beside_the_chain_are_used(command: Command, chain: Path, tmp_path: Path) -> None:
    """A report within the term, as a file tells it."""
    events = tmp_path / "reports.csv"
    events.write_text("symbol,report_date\nABC,2026-01-20\n", encoding="utf-8")
    out = tmp_path / "ideas.parquet"
    assert command("scan", "--chain", chain, "--events", events, "--out", out, "--json").status == 0
    assert (pd.read_parquet(out)["earnings_in_term"] == 1).all()
