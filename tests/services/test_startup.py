"""Settings come from one place and in one order; what cannot be opened is told in a line; nothing heavy is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from engine.core.errors import StoreError, ToptionError
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.world import World
from engine.services.startup import ROOT, App, open_app, read_settings, wall_clock, warm_up


def test_without_any_setting_data_lie_in_the_project(tmp_path: Path) -> None:
    """A newcomer sets nothing."""
    settings = read_settings({}, tmp_path / ".env")
    assert settings.data == ROOT / "data"
    assert settings.database_url == f"sqlite:///{ROOT / 'data' / 'toption.db'}"
    assert not settings.has_claude_key


def test_the_environment_comes_before_the_file_and_the_file_before_the_defaults(tmp_path: Path) -> None:
    """So that one start can differ without editing a file."""
    file = tmp_path / ".env"
    file.write_text(f"TOPTION_DATA={tmp_path / 'from file'}\nDATABASE_URL=sqlite:///x.db\nCLAUDE_API_KEY=k\n")
    settings = read_settings({}, file)
    assert (settings.data, settings.database_url) == (tmp_path / "from file", "sqlite:///x.db")
    assert settings.has_claude_key
    settings = read_settings({"TOPTION_DATA": str(tmp_path / "here"), "DATABASE_URL": "sqlite:///y.db"}, file)
    assert (settings.data, settings.database_url) == (tmp_path / "here", "sqlite:///y.db")


@pytest.mark.parametrize("name", ["CLAUDE_API_KEY", "ANTHROPIC_API_KEY"])
def test_a_key_is_noticed_and_not_kept(name: str, tmp_path: Path) -> None:
    """What is not kept cannot be shown."""
    settings = read_settings({name: "sk-planted"}, tmp_path / ".env")
    assert settings.has_claude_key
    assert "planted" not in repr(settings)


def test_streamlits_secrets_may_hold_the_key_and_the_environment_goes_first(tmp_path: Path) -> None:
    """Where Streamlit is hosted, secrets are the one place for it."""
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text('CLAUDE_API_KEY = "sk-planted"\nCLAUDE_MODEL = "claude-haiku-5-5"\nport = 3\n[db]\nx = "y"\n')
    found = read_settings({}, tmp_path / ".env").claude
    assert found is not None
    assert (found.api_key, found.model) == ("sk-planted", "claude-haiku-5-5")
    ours = read_settings({"CLAUDE_API_KEY": "sk-ours"}, tmp_path / ".env").claude
    assert ours is not None
    assert ours.api_key == "sk-ours"
    secrets.write_text("CLAUDE_API_KEY = sk-planted")
    with pytest.raises(StoreError, match="cannot be read as TOML") as raised:
        read_settings({}, tmp_path / ".env")
    assert "planted" not in str(raised.value)


def test_the_folder_is_made_and_used_again(tmp_path: Path) -> None:
    """Opening twice is opening once."""
    settings = read_settings({"TOPTION_DATA": str(tmp_path / "a" / "b")}, tmp_path / ".env")
    for _ in range(2):
        opened = open_app(settings)
        assert opened.desk().bots() == ()
        opened.store.close()
    assert (tmp_path / "a" / "b" / "toption.db").is_file()


@pytest.mark.parametrize(
    "named", ["50% off", "a?b=c", "n#1", "a%20b", "two words", "ü & ä", "a:b@c", "[x]", "'\"", "a;b"]
)
def test_a_folder_with_any_name_holds_its_own_database(named: str, tmp_path: Path) -> None:
    """In a URL some of these letters mean something: the store would lie in another folder, or in none."""
    folder = tmp_path / named / "data"
    for _ in range(2):
        opened = open_app(read_settings({"TOPTION_DATA": str(folder)}, tmp_path / ".env"))
        opened.desk().set_setting("theme", opened.desk().setting("theme") + "dark")
        assert opened.store.check() == []
        opened.store.close()
    assert {path.name for path in tmp_path.iterdir()} == {named}
    assert (folder / "toption.db").is_file()
    assert opened.desk().setting("theme") == "darkdark"
    opened.store.close()


@pytest.mark.parametrize("named", ["file/data", "~nobody-here/data", "loop/data"])
def test_a_folder_that_cannot_be_used_is_one_clear_line(named: str, tmp_path: Path) -> None:
    """The first thing that can go wrong on another's machine."""
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(StoreError) as refused:
        open_app(
            read_settings({"TOPTION_DATA": named if named[0] == "~" else str(tmp_path / named)}, tmp_path / ".env")
        )
    assert "\n" not in str(refused.value)
    assert "TOPTION_DATA" in str(refused.value)


def test_a_folder_in_the_place_of_the_database_is_one_clear_line(tmp_path: Path) -> None:
    """Somebody's copy went wrong."""
    (tmp_path / "toption.db").mkdir()
    with pytest.raises(ToptionError, match=r"toption\.db is a folder\. Give the name of a file") as refused:
        open_app(read_settings({"TOPTION_DATA": str(tmp_path)}, tmp_path / ".env"))
    assert "\n" not in str(refused.value)


def test_a_file_of_settings_that_is_no_text_is_named(tmp_path: Path) -> None:
    """A spreadsheet saved it, perhaps."""
    (tmp_path / ".env").write_bytes(b"TOPTION_DATA=\xff\xfe\n")
    with pytest.raises(StoreError, match=r"\.env cannot be read as UTF-8 text"):
        read_settings({}, tmp_path / ".env")


def test_the_time_is_the_machines_until_there_is_a_sample_world(app: App) -> None:
    """The world's clock stands still, so that what is shown today is shown tomorrow."""
    before = wall_clock()
    assert before <= app.now() <= wall_clock()
    app.store.set_world(HOUSE, World(1, 1_790_812_800_000))
    assert app.now() == 1_790_812_800_000


def test_warming_up_twice_is_harmless() -> None:
    """The server does it in a thread beside the first visitor."""
    warm_up()
    warm_up()


def test_starting_the_engine_loads_no_client_no_learner_and_no_browser() -> None:
    """They cost a second each and are needed by few."""
    heavy = ("anthropic", "sklearn", "ccxt", "streamlit", "plotly", "distributed")
    code = f"import sys, engine.services.startup; print([name for name in {heavy} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_fitting_beside_the_pages_can_be_switched_off_and_nothing_else_said(tmp_path: Path) -> None:
    """A typing mistake must not pass for a choice."""
    told = [read_settings({"TOPTION_FITTING": word}, tmp_path / "none").fits_beside for word in ("", "beside", "off")]
    assert told == [True, True, False]
    with pytest.raises(StoreError, match="TOPTION_FITTING must be beside or off, was 'no'"):
        read_settings({"TOPTION_FITTING": "no"}, tmp_path / "none")
