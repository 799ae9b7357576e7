"""`rank`: trades in, the next tickers of each trader out, by nothing that came after the date."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.ranking.embeddings.two_tower import NAME, is_available
from tests.cli.conftest import Command
from tests.ranking.people import loyal


def table(at_least: int = 0) -> pd.DataFrame:
    """Loyal traders' purchases as somebody would export them."""
    past = loyal(users=12, days=200)
    frame = pd.DataFrame(
        {
            "trader_id": np.array(past.users)[past.user],
            "timestamp": pd.to_datetime(past.at_ms, unit="ms", utc=True),
            "ticker": np.array(past.items)[past.item],
            "side": np.where(past.is_sale, "sell", "buy"),
        }
    )
    return frame[frame.index >= at_least]


@pytest.fixture
def trades(tmp_path: Path) -> Path:
    """In a file."""
    table().to_csv(tmp_path / "trades.csv", index=False)
    return tmp_path / "trades.csv"


AT = "2019-09-01"


def test_every_trader_gets_as_many_ranks_as_asked(command: Command, trades: Path, tmp_path: Path) -> None:
    """And a script gets traders, items and seconds."""
    answer = command("rank", "--events", trades, "--at", AT, "--top", 5, "--out", tmp_path / "out.parquet", "--json")
    found = pd.read_parquet(tmp_path / "out.parquet")
    assert answer.status == 0
    assert answer.json["traders"] == 12
    assert answer.json["items"] > 20
    assert answer.json["seconds"] > 0
    assert list(found.columns) == ["trader_id", "rank", "ticker", "score"]
    assert found.groupby("trader_id")["rank"].apply(list).map(tuple).unique().tolist() == [(1, 2, 3, 4, 5)]
    assert found["score"].between(0, 1).all()
    assert (found.groupby("trader_id")["score"].diff().dropna() <= 0).all()


def test_the_future_changes_nothing(command: Command, trades: Path, tmp_path: Path) -> None:
    """Later events moved, dropped or invented: the same bytes."""
    cut = pd.Timestamp(AT, tz="UTC")
    frame = table()
    later = frame["timestamp"] > cut
    moved = frame.assign(timestamp=frame["timestamp"].where(~later, frame["timestamp"] + pd.Timedelta(days=77)))
    moved.loc[later, "ticker"] = "NEVER-SEEN"
    moved.to_csv(tmp_path / "moved.csv", index=False)
    frame[~later].sample(frac=1, random_state=1).to_parquet(tmp_path / "past.parquet", index=False)
    files = (trades, tmp_path / "moved.csv", tmp_path / "past.parquet")
    outs = [tmp_path / f"out{number}.csv" for number in range(3)]
    for file, out in zip(files, outs, strict=True):
        assert command("rank", "--events", file, "--at", AT, "--out", out).status == 0
    assert later.any()
    assert len({out.read_bytes() for out in outs}) == 1


def test_new_means_never_bought_before(command: Command, trades: Path, tmp_path: Path) -> None:
    """What a trader has bought is not told again."""
    out = tmp_path / "new.csv.gz"
    assert command("rank", "--events", trades, "--at", AT, "--task", "new", "--out", out).status == 0
    frame = table()
    past = frame[frame["timestamp"] <= pd.Timestamp(AT, tz="UTC")]
    bought = set(zip(past["trader_id"], past["ticker"], strict=True))
    found = pd.read_csv(out)
    assert len(found)
    assert not bought & set(zip(found["trader_id"], found["ticker"], strict=True))


def test_one_purchase_is_enough_to_be_told_something(command: Command, tmp_path: Path) -> None:
    """Two traders with one event each, numbers for names, epoch seconds for times: still an answer."""
    rows = "trader_id,timestamp,ticker,side\n1,881250949,242,buy\n2,881250950,NA,BUY\n"
    (tmp_path / "two.csv").write_text(rows)
    out = tmp_path / "out.csv"
    assert command("rank", "--events", tmp_path / "two.csv", "--at", "1998-01-01", "--out", out).status == 0
    found = pd.read_csv(out, dtype=str, keep_default_na=False)
    assert set(found["ticker"]) == {"242", "NA"}


def test_where_nothing_was_learned_a_line_says_so_and_one_is_one(command: Command, tmp_path: Path) -> None:
    """A table's head without rows reads like a fault, and nobody is "1 traders"."""
    (tmp_path / "one.csv").write_text("trader_id,timestamp,ticker,side\n1,881250949,242,buy\n")
    told = command("rank", "--events", tmp_path / "one.csv", "--at", "1998-01-01", "--out", tmp_path / "out.csv")
    assert told.out.count("± between resamples") == 1
    assert "together: nothing yet: no model has proved useful here" in told.out
    assert "1 trader, 1 ticker, " in told.err


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"--at": "1990-01-01"}, "before the first trade (2019-04-14)"),
        ({"--at": "soon"}, "at must be a day"),
        ({"--task": "old"}, "task must be one of any, new, was 'old'"),
        ({"--top": "0"}, "top must be 1 to 10,000, was 0"),
        ({"--out": "ranking.txt"}, ".parquet, .csv, .csv.gz, was ranking.txt"),
        ({"--events": "nowhere.csv"}, "there is no file 'nowhere.csv'"),
    ],
)
def test_a_wrong_request_is_told_in_one_line(command: Command, trades: Path, change: dict[str, str], told: str) -> None:
    """What it was and what is allowed; exit status 2, and no file."""
    given = {"--events": str(trades), "--at": AT, "--out": str(trades.with_name("out.csv")), **change}
    answer = command("rank", *[part for pair in given.items() for part in pair])
    assert answer.status == 2
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert not trades.with_name("out.csv").exists()


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("trader_id,timestamp,ticker\na,2020-01-01,X\n", "side is missing"),
        ("trader_id,timestamp,ticker,side\na,2020-01-01,X,hold\n", "row 1: side must be buy or sell, was 'hold'"),
        ("trader_id,timestamp,ticker,side\na,2020-01-01,X,buy\na,2020-01-02,,buy\n", "row 2: ticker is empty"),
        ("trader_id,timestamp,ticker,side\na,yesterday,X,buy\n", "row 1: timestamp cannot be read"),
        ("trader_id,timestamp,ticker,side\n", "holds no rows"),
    ],
)
def test_a_broken_file_is_refused_with_its_first_wrong_row(
    command: Command, tmp_path: Path, rows: str, told: str
) -> None:
    """Nothing is silently left out: whoever sent it can mend it."""
    (tmp_path / "broken.csv").write_text(rows)
    answer = command("rank", "--events", tmp_path / "broken.csv", "--at", AT, "--out", tmp_path / "out.csv")
    assert answer.status == 2
    assert told in answer.err


def test_without_being_asked_the_towers_have_no_say_and_a_line_tells_how(
    command: Command, trades: Path, tmp_path: Path
) -> None:
    """What is installed beside the product must not change a ranking by itself; who wants the network is told how."""
    given = ("rank", "--events", trades, "--at", AT, "--out", tmp_path / "out.csv")
    plain, answer = command(*given), command(*given, "--json")
    told = answer.json["two_towers"]
    assert told["told"] in plain.err
    assert "did not compete" in told["told"]
    assert ("pip install -r requirements-deep.txt" in told["told"]) is not is_available()
    assert not told["competed"]
    assert NAME not in {*answer.json["weights"], *answer.json["powers"]}


@pytest.mark.skipif(is_available(), reason="jax and optax are installed")
def test_asked_for_and_not_installed_they_are_refused_in_one_line(
    command: Command, trades: Path, tmp_path: Path
) -> None:
    """Never quietly without: who asked for the network learns what to install, and nothing is written."""
    answer = command("rank", "--events", trades, "--at", AT, "--out", tmp_path / "out.csv", "--deep")
    assert answer.status == 2
    assert "needs jax, optax, not installed. Run pip install -r requirements-deep.txt." in answer.err
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.skipif(not is_available(), reason="jax and optax are not installed (requirements-deep.txt)")
def test_asked_for_and_installed_they_compete_and_the_same_bytes_come_again(
    command: Command, trades: Path, tmp_path: Path
) -> None:
    """Their weight is visible beside the others', with its deviation, and chance is seeded."""
    outs = [tmp_path / f"out{number}.csv" for number in range(2)]
    told = [
        command("rank", "--events", trades, "--at", AT, "--out", out, "--deep", "--json").json["two_towers"]
        for out in outs
    ]
    assert told[0] == told[1]
    assert told[0]["competed"]
    assert told[0]["told"].startswith("The two towers competed")
    assert outs[0].read_bytes() == outs[1].read_bytes()
