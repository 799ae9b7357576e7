"""Doctor: everything is looked at, each finding says what to do, nothing secret is said, nothing makes it fall over."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from engine.bots.parameters import BotParameters
from engine.gateways.rankers import Rankers
from engine.gateways.store.bots import NewBot
from engine.market.bars import DAY_MS
from engine.market.market import Market
from engine.ranking.fitting.ranker import FittedRanker
from engine.services.candles import Import, bring_in
from engine.services.checkup import LEAST_FREE, Check, checks, disk, installed, packages
from engine.services.startup import App, open_app, wall_clock
from tests.builders import walk
from tests.loopback_claude import KEY, LoopbackClaude, serving

NAMES = ["Python", "packages", "kernels", "disk", "store", "candles", "forecasts", "feed", "sample world", "Claude"]
PLANTED = "sk-ant-planted"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder that doctor will look at."""
    monkeypatch.setenv("TOPTION_DATA", str(tmp_path / "data"))
    for name in ("DATABASE_URL", "CLAUDE_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.setenv(name, "")
    return tmp_path / "data"


def found() -> dict[str, Check]:
    return {check.name: check for check in checks()}


def filled() -> App:
    """An installation with one market and one bot."""
    app = open_app()
    app.candles.save(walk(1, 50), Market("TEST"), "test")
    app.desk().create_bot(NewBot("My bot", "TEST", "1h", BotParameters(), "to begin with"), 1)
    app.store.close()
    return app


def test_everything_is_looked_at_in_the_same_order(folder: Path) -> None:
    """A healthy installation: nothing to do but what is optional."""
    filled()
    assert [check.name for check in checks()] == NAMES
    assert [check.name for check in checks() if not check.ok and check.name != "packages"] == []


def test_an_empty_installation_is_told_how_to_get_candles(folder: Path) -> None:
    """The first thing a newcomer needs."""
    assert found()["candles"] == Check("candles", False, "none yet: run python -m engine sample, or bars import")


def test_every_damaged_file_is_named(folder: Path) -> None:
    """Cut in half, or changed in a single byte: both would be traded on."""
    app = filled()
    bring_in(app, walk(2, 300).table.to_csv(index=False).encode(), "x.csv", Import("B"))
    first, second = sorted(folder.glob("candles/*.parquet"))
    first.write_bytes(first.read_bytes()[: first.stat().st_size // 2])
    content = bytearray(second.read_bytes())
    content[len(content) // 3] ^= 1
    second.write_bytes(content)
    told = [check.detail for check in checks() if check.name == "candles" and not check.ok]
    for path in (first, second):
        assert any(path.name in text and "Import them again" in text for text in told)


@pytest.mark.parametrize("damage", ["no database", "cut", "another's", "scrambled"])
def test_a_broken_database_is_one_finding_that_says_what_to_do(damage: str, folder: Path) -> None:
    """The file itself keeps every byte for a rescue."""
    filled()
    path = folder / "toption.db"
    if damage == "no database":
        path.write_bytes(b"hello")
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:8192])
    elif damage == "another's":
        path.unlink()
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE cookies (id INTEGER)")
            other.commit()
    else:
        content = bytearray(path.read_bytes())
        content[4096:12288] = bytes(8192)
        path.write_bytes(content)
    before = path.read_bytes()
    store = found()["store"]
    assert not store.ok
    assert "\n" not in store.detail
    assert any(words in store.detail for words in ("left as it is", "left as it was", "backup"))
    assert path.read_bytes() == before


def test_a_setting_that_was_changed_by_hand_is_found(folder: Path) -> None:
    """Whatever got past the engine must not trade unseen."""
    filled()
    with closing(sqlite3.connect(folder / "toption.db")) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f'DROP TRIGGER "{name}"')
        raw.execute("""UPDATE bot_versions SET parameters = replace(parameters, '"window":15', '"window":99')""")
        raw.commit()
    assert "window must be 5 to 30 whole bars, was 99" in found()["store"].detail


def test_a_table_that_is_gone_does_not_stop_doctor(folder: Path) -> None:
    """Doctor is what one runs when things are broken."""
    filled()
    with closing(sqlite3.connect(folder / "toption.db")) as raw:
        raw.execute("DROP TABLE world")
        raw.commit()
    assert [check.name for check in checks()] == NAMES
    assert not found()["sample world"].ok


def test_the_age_of_the_feeds_fit_is_told_and_a_refused_one_named(folder: Path) -> None:
    """A feed that has not learned for a month is worth a word, and so is a fit that is not used."""
    filled()
    assert found()["feed"].detail.startswith("nothing fitted yet")
    kept, now = Rankers(folder / "rankers"), wall_clock()
    kept.keep(FittedRanker(now - 40 * DAY_MS, ("a",), 7))
    assert not found()["feed"].ok
    kept.keep(FittedRanker(now - 2 * DAY_MS, ("a",), 7))
    kept.keep(FittedRanker(now - DAY_MS, ("a",), 7), "worse than fit 2")
    assert found()["feed"].ok
    told = "fit 2, 2 days old, on 7 events of 1 traders. Fit 3 is not used: worse than fit 2."
    assert found()["feed"].detail == told


def test_a_data_folder_that_cannot_be_made_is_one_finding(folder: Path) -> None:
    """The checks that need it are left out, the others stand."""
    folder.write_text("a file")
    told = checks()
    assert [check.name for check in told] == ["Python", "packages", "kernels", "store"]
    assert "Set TOPTION_DATA" in told[-1].detail


def test_no_key_and_no_password_is_ever_in_a_finding(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What doctor says is what people paste when they ask for help."""
    monkeypatch.setenv("CLAUDE_API_KEY", PLANTED)
    monkeypatch.setenv("CLAUDE_BASE_URL", "http://127.0.0.1:9")
    assert found()["Claude"] == Check("Claude", True, "a key is set; claude-sonnet-5-5 reads words.")
    assert PLANTED not in repr(checks())
    for url in (f"postgresql://ada:{PLANTED}@127.0.0.1:1/none", f"mysql://ada:{PLANTED}@host/x", f"::{PLANTED}"):
        monkeypatch.setenv("DATABASE_URL", url)
        assert not found()["store"].ok
        assert PLANTED not in repr(checks())


def test_room_on_the_disk_is_said_and_too_little_of_it_is_a_finding(tmp_path: Path) -> None:
    """Less than 200 MiB are soon full, and then nothing more is saved."""
    check = disk(tmp_path)
    assert check.ok == (shutil.disk_usage(tmp_path).free >= LEAST_FREE)
    assert "GiB free in the data folder" in check.detail


def test_packages_are_compared_with_the_pins() -> None:
    """Other versions may show other numbers."""
    assert installed("numpy") == np.__version__
    assert installed("a-package-that-is-not-there") is None
    assert packages().ok == (packages().detail == "as pinned in requirements.txt")


@pytest.mark.parametrize(("model", "ok", "told"), [
    ("claude-3-7-sonnet-20250219", True, "claude-sonnet-5-5 reads words. claude-3-7-sonnet-20250219 is retired"),
    ("claude-nobody-9", False, "CLAUDE_MODEL is 'claude-nobody-9', which is not known. Set it to one of"),
])  # fmt: skip
def test_a_model_that_is_gone_is_a_finding_before_anybody_asks(
    folder: Path, monkeypatch: pytest.MonkeyPatch, model: str, ok: bool, told: str
) -> None:
    """The provider's own list says which models live."""
    with serving(LoopbackClaude()) as server:
        for name, value in {"CLAUDE_API_KEY": KEY, "CLAUDE_BASE_URL": server.url, "CLAUDE_MODEL": model}.items():
            monkeypatch.setenv(name, value)
        check = found()["Claude"]
    assert check.ok is ok
    assert told in check.detail
