"""`bars import` and `bars list`: whole or not at all, and every broken kind of file refused in one line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import walk
from tests.cli.conftest import Command

HEADER = "timestamp,open,high,low,close,volume"
ROWS = [f"2025-01-01T{hour:02d}:00:00Z,100,102,99,{100 + hour % 3},5" for hour in range(24)]
GOOD = "\n".join([HEADER, *ROWS]) + "\n"


def with_row(number: int, row: str) -> str:
    return "\n".join([HEADER, *ROWS[:number], row, *ROWS[number + 1 :]]) + "\n"


BROKEN = {
    "wrong columns": ("x.csv", "when,price\n2025-01-01,100\n", "are missing"),
    "no rows": ("x.csv", HEADER + "\n", "no candle below it"),
    "text in a number": ("x.csv", with_row(3, "2025-01-01T03:00:00Z,100,102,99,abc,5"), "No number in close in line 5"),
    "unsorted": ("x.csv", "\n".join([HEADER, *ROWS[:5], ROWS[6], ROWS[5], *ROWS[7:]]), "Time before that of the row"),
    "newest first": ("x.csv", "\n".join([HEADER, *ROWS[::-1]]), "from the newest to the oldest"),
    "duplicate stamps": ("x.csv", "\n".join([HEADER, *ROWS[:5], ROWS[4], *ROWS[5:]]), "earlier row repeated"),
    "rival stamps": (
        "x.csv",
        "\n".join([HEADER, ROWS[0], ROWS[0].replace(",5", ",6"), *ROWS[1:]]),
        "with other values",
    ),
    "NaN": ("x.csv", with_row(3, "2025-01-01T03:00:00Z,100,102,99,nan,5"), "close in line 5"),
    "negative price": ("x.csv", with_row(3, "2025-01-01T03:00:00Z,100,102,-99,100,5"), "Low not above 0 in line 5"),
    "high below low": ("x.csv", with_row(3, "2025-01-01T03:00:00Z,100,98,99,100,5"), "High below low in line 5"),
    "off the hour": ("x.csv", with_row(3, "2025-01-01T03:07:00Z,100,102,99,100,5"), "Time not on a whole 1h"),
    "uneven rows": ("x.csv", with_row(3, "2025-01-01T03:00:00Z,100"), "Not 6 fields as in line 1"),
    "doubtful marks": ("x.csv", GOOD.replace(",", ";").replace("100;102;99", "100.500;102.000;99.000"), "or thousands"),
    "two kinds of mark": ("x.csv", GOOD.replace(",", ";").replace("100;102;99", "100,5;102.5;99"), "decimal mark"),
    "commas in numbers": (
        "x.csv",
        with_row(3, "2025-01-01T03:00:00Z,100,5,102,5,99,100,5"),
        "Not 6 fields",
    ),
    "Latin-1": ("x.csv", GOOD.replace("timestamp", "ä,timestamp").encode("latin-1"), "must be UTF-8"),
    "UTF-16 without a mark": ("x.csv", GOOD.encode("utf-16-le"), "zero byte"),
    "a picture": ("x.csv", b"\x89PNG\r\n\x1a\n" + bytes(99), "was a PNG picture"),
    "a web page": ("x.csv", "<html><body>404</body></html>", "was a web page"),
    "JSON": ("x.csv", '{"candles": []}', "was JSON"),
    "nothing": ("x.csv", "", "is empty"),
    "a cut Parquet file": ("x.parquet", b"PAR1" + bytes(99), "the Parquet file is cut off"),
    "a gzip that is none": ("x.csv.gz", GOOD, "must be a gzip file"),
    "another ending": ("x.xlsx", b"PK\x03\x04", "must end in"),
}


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, and of the database every row: when SQLite folds its log in is its own affair."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("toption.db"))
    with closing(sqlite3.connect(folder / "toption.db")) as database:
        rows = "\n".join(database.iterdump())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files} | {"rows": rows.encode()}


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_refused_in_one_line_and_leaves_everything_as_it_was(
    kind: str, command: Command, data: Path, tmp_path: Path
) -> None:
    """Half a file in the library would be traded on."""
    name, content, claim = BROKEN[kind]
    good = written(tmp_path / "good.csv", GOOD)
    assert command("bars", "import", good, "--symbol", "BTC").status == 0
    before = bytes_of(data)
    answer = command("bars", "import", written(tmp_path / name, content), "--symbol", "BTC", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert claim in answer.err
    assert answer.err.count("\n") == 1
    assert bytes_of(data) == before


def test_a_file_over_the_limit_is_refused_unread(command: Command, data: Path, tmp_path: Path) -> None:
    """64 MiB hold ten years of minutes when compressed."""
    with (tmp_path / "x.csv").open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    answer = command("bars", "import", tmp_path / "x.csv", "--symbol", "BTC")
    assert answer.status == 2
    assert "at most 64 MiB, 'x.csv' is larger" in answer.err


@pytest.mark.parametrize(
    ("options", "claim"),
    [
        (["--symbol", "BTC", "--kind", "future"], "kind must be one of spot, perpetual, equity, was 'future'"),
        (["--symbol", "BTC", "--step", "7m"], "step must be one of 1m, 3m"),
        (["--symbol", "BTC", "--step", "4h"], "Time not on a whole 4h"),
        (["--symbol", "B C"], "a symbol must be 1 to 40 letters"),
        (["--symbol", "../x" * 11], "a symbol must be 1 to 40 letters"),
        (["--symbol", "BTC", "--funding-rate", "0.0001"], "a funding rate belongs to a perpetual"),
        (["--symbol", "BTC", "--kind", "perpetual", "--funding-rate", "0.5"], "funding_rate of BTC must be -0.01 to"),
        ([], "Missing option '--symbol'. See: python -m engine bars import --help"),
    ],
)
def test_a_wrong_word_about_a_good_file_is_refused(
    options: list[str], claim: str, command: Command, data: Path, tmp_path: Path
) -> None:
    """The same rule for what is said beside the file."""
    answer = command("bars", "import", written(tmp_path / "x.csv", GOOD), *options, "--json")
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert claim in answer.err
    assert not list(data.glob("candles/*"))


def test_a_file_that_is_not_there_is_named(command: Command) -> None:
    """The commonest mistake of all."""
    answer = command("bars", "import", "nowhere.csv", "--symbol", "BTC")
    assert (answer.status, answer.err) == (2, "there is no file 'nowhere.csv'. Check the path.\n")


def test_what_was_imported_is_told_and_listed(command: Command, tmp_path: Path) -> None:
    """Rows, span, gaps and where it came from, the same in both answers."""
    content = "\n".join([HEADER, *ROWS[:10], *ROWS[14:]])
    answer = command("bars", "import", written(tmp_path / "x.csv", content), "--symbol", "BTC/USDT", "--json")
    told = answer.json
    assert answer.status == 0
    expected = {"symbol": "BTC/USDT", "step": "1h", "rows": 20, "gaps": 1, "missing": 4, "problems": [],
                "first": "2025-01-01T00:00:00+00:00", "last": "2025-01-01T23:00:00+00:00"}  # fmt: skip
    assert {name: told[name] for name in expected} == expected
    assert told["gap_list"] == [
        {"after": "2025-01-01T09:00:00+00:00", "before": "2025-01-01T14:00:00+00:00", "missing": 4}
    ]
    listed = command("bars", "list", "--json").json
    assert [(each["symbol"], each["rows"], each["source"], each["simulated"]) for each in listed["markets"]] == [
        ("BTC/USDT", 20, "x.csv", False)
    ]
    assert listed["problems"] == []


def test_sure_decimal_commas_are_taken_and_said(command: Command, tmp_path: Path) -> None:
    """What leaves no doubt is read; what was taken for granted is told."""
    content = GOOD.replace(",", ";").replace("100;102;99", "100,25;102,5;99,5")
    told = command("bars", "import", written(tmp_path / "x.csv", content), "--symbol", "BTC", "--json").json
    assert told["rows"] == 24
    assert told["notes"] == ["Fields are separated by semicolons.", "Numbers were read with a decimal comma."]


def test_parquet_and_compressed_files_give_the_same_candles(command: Command, tmp_path: Path) -> None:
    """Whichever way they were saved."""
    table = walk(5, 200).table
    table.to_parquet(tmp_path / "x.parquet")
    table.to_csv(tmp_path / "x.csv.gz", index=False)
    stored = [command("bars", "import", tmp_path / name, "--symbol", "B", "--json").json for name in
              ("x.parquet", "x.csv.gz")]  # fmt: skip
    assert stored[0]["version"] == stored[1]["version"]
    assert stored[0]["rows"] == 200


def test_an_empty_library_says_how_to_fill_it(command: Command) -> None:
    """For people, a table and what to do next; for scripts, an empty list."""
    answer = command("bars", "list")
    assert answer.status == 0
    assert "python -m engine sample" in answer.err
    assert command("bars", "list", "--json").json == {"markets": [], "problems": []}


def test_a_damaged_file_is_listed_as_a_problem(command: Command, data: Path, tmp_path: Path) -> None:
    """One bad file does not hide the others."""
    for symbol in ("A", "B"):
        assert command("bars", "import", written(tmp_path / "x.csv", GOOD), "--symbol", symbol).status == 0
    damaged = next(data.glob("candles/A~*"))
    damaged.write_bytes(damaged.read_bytes()[:-200])
    listed = command("bars", "list", "--json").json
    assert [each["symbol"] for each in listed["markets"]] == ["B"]
    assert listed["problems"][0].startswith(f"the stored candles {damaged.name} are damaged. Import them again")
