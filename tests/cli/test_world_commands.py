"""`sample` and `doctor`, how a command line fails, and the program as others start it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import walk
from tests.cli.conftest import Command

ROOT = Path(__file__).resolve().parents[2]
SECRETS = {
    "CLAUDE_API_KEY": "sk-ant-planted-one",
    "ANTHROPIC_API_KEY": "sk-ant-planted-two",
    "DATABASE_URL": "postgresql://ada:planted-three@127.0.0.1:1/none",
}


def test_the_sample_world_is_made_and_healthy(command: Command) -> None:
    """The first command of every newcomer; the second says that all is well."""
    made = command("sample", "--json")
    assert made.status == 0
    assert made.json == {
        "seed": 18, "now_ms": 1_790_812_800_000, "markets": 5, "candles": 131_520,
            "companies": 40, "options": 11_734, "traders": 300, "events": 284_527,
        "now": "2026-10-01T00:00:00+00:00", "made": True,
    }  # fmt: skip
    assert command("sample", "--if-empty", "--json").json == {"made": False}
    doctor = command("doctor", "--json")
    checks = {each["name"]: each for each in doctor.json["checks"]}
    assert (checks["candles"]["detail"], checks["sample world"]["detail"]) == ("5 markets, 131,520 candles", "seed 18")
    assert checks["store"]["ok"]
    assert doctor.status == (0 if doctor.json["ok"] else 1)


def test_people_are_told_what_was_made(command: Command) -> None:
    """In words, on stderr; and `--if-empty` stays silent where there is something."""
    made = command("sample", "--seed", 3)
    candles = "131,520 simulated candles of 5 coins, up to 2026-10-01 00:00 UTC"
    people = "277,228 events of 300 simulated traders"
    assert made.err == f"Sample world 3: {candles}; 11,760 options on 40 companies; {people}.\n"
    assert command("sample", "--if-empty") == (0, "", "")
    assert "SIM-DOGE" in command("bars", "list").out


def test_doctor_says_what_to_do_in_an_empty_installation(command: Command) -> None:
    """Status 1: something needs doing."""
    answer = command("doctor")
    assert answer.status == 1
    assert "TO DO" in answer.out
    assert "python -m engine sample" in answer.out


def test_doctor_reports_a_broken_database_and_a_damaged_file(command: Command, data: Path, tmp_path: Path) -> None:
    """Each in its own line; a doctor that falls over is of no use."""
    walk(1, 50).table.to_csv(tmp_path / "x.csv", index=False)
    assert command("bars", "import", tmp_path / "x.csv", "--symbol", "X").status == 0
    damaged = next(data.glob("candles/X~*"))
    damaged.write_bytes(damaged.read_bytes()[:500])
    found = [each["detail"] for each in command("doctor", "--json").json["checks"] if not each["ok"]]
    assert any("damaged. Import them again" in text for text in found)
    for file in data.glob("toption.db*"):
        file.unlink()
    (data / "toption.db").write_text("no database")
    answer = command("doctor", "--json")
    assert answer.status == 1
    assert any("is not a database of Toption" in each["detail"] for each in answer.json["checks"] if not each["ok"])


@pytest.mark.parametrize("words", [["doctor"], ["doctor", "--json"], ["bars", "list"], ["sample"]])
def test_no_secret_is_ever_printed(words: list[str], command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Doctor's answer is what people paste into a forum."""
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name, secret)
    answer = command(*words)
    assert answer.status == 1
    assert "planted" not in answer.out + answer.err


def test_a_key_is_seen_and_not_shown(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether there is one is all that is said."""
    monkeypatch.setenv("CLAUDE_API_KEY", SECRETS["CLAUDE_API_KEY"])
    answer = command("doctor", "--json")
    (said,) = (each["detail"] for each in answer.json["checks"] if each["name"] == "Claude")
    assert said.startswith("a key is set")  # what else is said depends on whether the provider answers
    assert "planted" not in answer.out + answer.err


@pytest.mark.parametrize("words", [["sample"], ["bars", "list"], ["doctor"]])
def test_a_data_folder_that_cannot_be_made_is_one_line(
    words: list[str], command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing the person asked was wrong, so the status is 1; the line says what to set."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TOPTION_DATA", str(tmp_path / "file" / "data"))
    answer = command(*words)
    told = " ".join((answer.out + answer.err).split())
    assert answer.status == 1
    assert "cannot be made" in told
    assert words == ["doctor"] or answer.err.count("\n") == 1


@pytest.mark.parametrize("words", [["--seed", "5"], ["--reset"]])
def test_moving_the_clock_goes_with_no_other_world(words: list[str], command: Command) -> None:
    """One of the two would be passed over in silence."""
    command("sample")
    answer = command("sample", "--next-days", "3", *words)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "neither --seed nor --reset" in answer.err
    assert command("sample", "--json").json["now"] == "2026-10-01T00:00:00+00:00"


@pytest.mark.parametrize("seed", [2**63, -(2**63), 10**22, 10**30, "many", 1.5])
def test_a_world_at_an_impossible_seed_is_a_wrong_request(seed: object, command: Command) -> None:
    """A seed is a whole number of a size that the store can hold; nothing is wrong with the store itself."""
    answer = command("sample", "--seed", seed)
    assert (answer.status, answer.err.count("\n")) == (2, 1)
    assert "seed" in answer.err
    assert str(seed) in answer.err or not isinstance(seed, int)
    assert command("bars", "list", "--json").json["markets"] == []


@pytest.mark.parametrize(
    "words",
    [["sample", "--if-empty"], ["sample", "--seed", str(10**22)], ["bars", "list"], ["doctor"],
     ["bars", "import", "nothing.csv", "--symbol", "X"],
     ["bars", "fetch", "--exchange", "nowhere", "--symbol", "X", "--since", "2024-01-01"]],
    ids=" ".join,
)  # fmt: skip
def test_every_command_lets_go_of_the_store(words: list[str], command: Command, data: Path) -> None:
    """SQLite takes its log away with the last connection; one that is left over could lock the next program out."""
    command("sample")
    command(*words)
    assert [path.name for path in data.glob("toption.db*")] == ["toption.db"]


def test_an_answer_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    """A full disk behind `>` is not Toption's mistake: no traceback, status 1."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full to write to")
    environment = {**os.environ, "TOPTION_DATA": str(tmp_path / "data"), "DATABASE_URL": ""}
    for words in (["doctor", "--json"], ["bars", "list"]):
        with open("/dev/full", "w") as full:  # noqa: PTH123  # opened for the program to write to
            line = [sys.executable, "-m", "engine", *words]
            done = subprocess.run(
                line, cwd=ROOT, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
            )
        assert done.returncode == 1
        assert [text for text in done.stderr.splitlines() if "No space left" in text] == [done.stderr.splitlines()[0]]
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        (["nonsense"], "No such command 'nonsense'. See: python -m engine --help\n"),
        (["bars", "nonsense"], "No such command 'nonsense'. See: python -m engine bars --help\n"),
        (["backtest"], "Missing option '--bars'. See: python -m engine backtest --help\n"),
    ],
)
def test_a_word_that_is_none_is_answered_with_where_help_is(words: list[str], claim: str, command: Command) -> None:
    """One line, status 2."""
    assert command(*words) == (2, "", claim)


@pytest.mark.parametrize("words", [[], ["bars"]])
def test_no_word_at_all_shows_the_help(words: list[str], command: Command) -> None:
    """And nothing behind it."""
    answer = command(*words)
    assert answer.status == 2
    assert answer.err.startswith("Usage: python -m engine")
    assert "See:" not in answer.err


def test_the_program_prints_one_object_and_leaves_with_its_status(tmp_path: Path) -> None:
    """As scripts start it: 0 and nothing but JSON on stdout, 2 for a wrong request, 1 when something needs doing."""
    environment = {**os.environ, "TOPTION_DATA": str(tmp_path / "data"), "DATABASE_URL": "", "PYTHONWARNINGS": "error"}
    walk(1, 300).table.to_csv(tmp_path / "x.csv", index=False)

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "engine", *words]
        return subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    good = run("backtest", "--bars", str(tmp_path / "x.csv"), "--trades", "--json")
    assert good.returncode == 0
    assert good.stdout.count("\n") == 1
    assert json.loads(good.stdout)["bars"] == 300
    wrong = run("backtest", "--bars", str(tmp_path / "x.csv"), "--set", "window=40", "--json")
    assert (wrong.returncode, wrong.stdout, wrong.stderr.count("\n")) == (2, "", 1)
    empty = run("doctor", "--json")
    assert (empty.returncode, json.loads(empty.stdout)["ok"]) == (1, False)
