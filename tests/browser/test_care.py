"""Candles that are here are cared for in the browser: their unit is seen and changed, they go when one says so."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from engine.bots.parameters import BotParameters
from engine.gateways.candle_library import CandleLibrary
from engine.gateways.store.bots import Change, NewBot
from engine.gateways.store.desk import Principal
from engine.gateways.store.store import Store
from engine.market.market import market_for
from tests.builders import walk

pytestmark = pytest.mark.browser  # each test goes on from the one before
Open = Callable[..., Page]
Check = Callable[[Page], None]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two coins; on one of them a bot was worked on."""
    data = tmp_path_factory.mktemp("care")
    library = CandleLibrary(data / "candles")
    for name, start in (("ETH/USDT", 3_000.0), ("DOGE/USDT", 0.25)):
        library.save(
            replace(walk(5, 2000, start=start), symbol=name), market_for(name, start, quote="USDT"), "mine.csv"
        )
    store = Store.open(f"sqlite:///{data / 'toption.db'}")
    desk = store.acting_as(Principal("local"))
    bot = desk.create_bot(NewBot("Dipper", "DOGE/USDT", "1h", BotParameters(), "to begin with"), 1)
    desk.apply(bot.id, Change(BotParameters(window=12), "you", "shorter"), bot.revision, 2)
    store.close()
    return data


@pytest.fixture(scope="module")
def address(folder: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """The application on these candles."""
    with serve(folder) as running:
        yield running


def manage(page: Page, market: str, settled: Check) -> None:
    """Open the dialog on a market."""
    page.get_by_role("button", name="Manage").click()
    box = page.get_by_role("dialog").get_by_role("combobox", name="Market")
    box.fill(market)
    box.press("Enter")
    settled(page)


def test_nothing_covers_the_buttons_on_a_phone(address: str, open_page: Open) -> None:
    """A table's own tools always show where there is no pointer, above its right edge."""
    page = open_page(address, width=390, height=844, is_phone=True)
    expect(page.get_by_test_id("stElementToolbar")).to_be_visible()
    for name in ("Add candles", "Manage"):
        button = page.get_by_role("button", name=name)
        button.scroll_into_view_if_needed()
        reached = "e => { const b = e.getBoundingClientRect(); return [.1, .9].every(share => e.contains("
        assert button.evaluate(reached + "document.elementFromPoint(b.x + share * b.width, b.y + b.height / 2))) }")


def test_a_unit_is_changed_while_no_bot_counts_in_it(
    address: str, open_page: Open, settled: Check, folder: Path
) -> None:
    """With its worth at the newest close beside it."""
    page = open_page(address)
    manage(page, "ETH/USDT", settled)
    box = page.get_by_role("dialog").get_by_role("combobox", name="One asset unit")
    expect(box).to_have_value(re.compile("^10 ETH, [0-9,]+\\sUSDT$"))
    box.fill("ETH, ")
    page.get_by_role("option").filter(has_text="100 ETH").click()
    page.get_by_role("button", name="Use this unit").click()
    expect(page.get_by_test_id("stToast")).to_contain_text("One asset unit of ETH/USDT 1h is now 100 ETH")
    assert CandleLibrary(folder / "candles").market("ETH/USDT", "1h").unit == 100.0


def test_a_unit_that_a_bot_counts_in_cannot_be_changed(address: str, open_page: Open, settled: Check) -> None:
    """And the dialog says which bot."""
    page = open_page(address)
    manage(page, "DOGE/USDT", settled)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Dipper was worked on and gives its sizes in units of DOGE/USDT")
    expect(dialog.get_by_role("combobox", name="One asset unit")).to_be_disabled()


def test_the_dialog_is_accessible(
    address: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]]
) -> None:
    """Light and dark, on a telephone, with the last question open."""
    for dark in (False, True):
        page = open_page(address, dark=dark, width=390, height=844)
        manage(page, "ETH/USDT", settled)
        page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
        page.get_by_role("button", name="Remove for good").wait_for()
        assert serious_findings(page) == []


def test_removed_candles_leave_bot_and_versions(address: str, open_page: Open, settled: Check, folder: Path) -> None:
    """Its link on another page says that the candles are gone, and shows another market."""
    page = open_page(address)
    manage(page, "DOGE/USDT", settled)
    page.get_by_role("dialog").get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_text("Dipper: 2 versions stay, and go on when candles of that name come back")).to_be_visible()
    page.get_by_role("button", name="Remove for good").click()
    expect(page.get_by_test_id("stToast")).to_contain_text("DOGE/USDT 1h was removed")
    assert [item.symbol for item in CandleLibrary(folder / "candles").listings()] == ["ETH/USDT"]
    page.goto(f"{address}/tune_a_bot?market=DOGE/USDT+·+1h")
    settled(page)
    expect(page.get_by_test_id("stAlert").first).to_contain_text("DOGE/USDT · 1h' is no market here; ETH/USDT")
    store = Store.open(f"sqlite:///{folder / 'toption.db'}")
    bots = store.acting_as(Principal("local")).bots()
    assert [bot.head.number for bot in bots if bot.name == "Dipper"] == [2]
    store.close()
