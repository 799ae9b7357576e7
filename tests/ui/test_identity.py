"""Roles on the pages: what each may open, and that whoever looks on changes nothing."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from engine.core.errors import StoreError
from engine.services import candles, sample, tune_bot
from engine.services.candles import Import
from engine.services.fetch_candles import Fetch, fetch
from engine.services.opportunities import catalogue
from engine.services.startup import App
from tests.ui.visits import as_role

PAGES = Path(__file__).resolve().parents[2] / "pages"
Visit = Callable[..., AppTest]


def test_a_page_of_another_role_says_whose_it_is_and_one_press_goes_on(visit: Visit) -> None:
    """A manager who follows a trader's link is told, not lost."""
    visitor = as_role(visit("tune_a_bot"), "manager")
    assert any("not one that a **manager** opens" in each.value for each in visitor.markdown)
    visitor.button(key="take_trader").click().run()
    assert visitor.session_state["toption"].role == "trader"
    assert not any("not one that a" in each.value for each in visitor.markdown)


def test_whoever_looks_on_sees_the_bot_and_keeps_nothing(installed: App, visit: Visit) -> None:
    """Apply is refused in a line; the bot stays as it was."""
    visitor = as_role(visit("tune_a_bot", window="20"), "stakeholder")
    visitor.button(key="apply").click().run()
    assert not visitor.exception
    said = " ".join(each.value for each in (*visitor.warning, *visitor.error))
    assert "a stakeholder looks on" in said
    assert tune_bot.open_bot(installed, "SIM-BTC", "1h").head.number == 1


def test_the_engine_refuses_what_a_page_forgets_to_ask(installed: App) -> None:
    """Every write goes through the desk of whoever acts."""
    looking = installed.acting_as("stakeholder")
    found = tune_bot.open_bot(looking, "SIM-BTC", "1h")
    with pytest.raises(StoreError, match="looks on"):
        tune_bot.undo(looking, found)
    with pytest.raises(StoreError, match="looks on"):
        looking.desk().set_setting("x", "y")
    assert installed.acting_as("trader") is installed


def test_whoever_looks_on_changes_no_candles_quotes_or_clock(installed: App) -> None:
    """What lies in files belongs to everybody too: a guest who removed a market would take it from all."""
    looking, wanted = installed.acting_as("stakeholder"), Import("TEST/USD", "1h")
    hours = "".join(f"{1_767_225_600_000 + 3_600_000 * hour},1,2,1,1,5\n" for hour in range(48))
    table = f"timestamp,open,high,low,close,volume\n{hours}".encode()
    market = candles.bring_in(looking.acting_as("trader"), table, "t.csv", wanted).listing
    attempts: list[Callable[[], object]] = [
        lambda: candles.remove(looking, "TEST/USD", "1h"),
        lambda: candles.change_unit(looking, "TEST/USD", "1h", 100.0),
        lambda: candles.bring_in(looking, table, "t.csv", wanted),
        lambda: fetch(looking, Fetch("kraken", "BTC/USD", "1h", 0)),
        lambda: sample.make_world(looking, reset=True),
        lambda: sample.advance(looking, 1),
        lambda: catalogue.bring_in(looking, b"", "chain.csv"),
        lambda: catalogue.fetch_coin(looking, "BTC"),
        lambda: catalogue.fetch_ticker(looking, "SPY"),
        lambda: catalogue.bring_events(looking, b"", "events.csv"),
    ]
    for attempt in attempts:
        with pytest.raises(StoreError, match="looks on"):
            attempt()
    assert [each for each in installed.candles.listings() if each.symbol == "TEST/USD"] == [market]
    assert installed.store.world() is None


def test_no_file_asks_who_looks_when_it_is_made() -> None:
    """A download is made after the page has run, where nobody looks: the role is asked before, on the page."""
    given = [
        (path.name, part)
        for path in sorted(PAGES.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "download_button"
        for maker in call.args
        if isinstance(maker, ast.Lambda)
        for part in ast.walk(maker)
    ]
    assert len(given) > 50
    assert [name for name, part in given if isinstance(part, ast.Name) and part.id in ("engine", "role")] == []


def test_no_page_cuts_its_visitor_s_mark_off() -> None:
    """After Streamlit's own stop nothing more is drawn, the mark that says and changes who looks with it."""
    cut = [path.name for path in PAGES.rglob("*.py") if "st.stop(" in path.read_text("utf-8")]
    assert cut == []
