"""Back and forth in a real browser: undo and redo of moves and versions, and the browser's own Back."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from engine.bots.parameters import BotParameters
from engine.bots.settings.document import Document, written
from tests.browser.hands import choose, press, slider, turn

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
TUNE = "tune_a_bot?market=SIM-"


def shows(page: Page, settled: Check, **values: str) -> None:
    """The sliders stand at these values."""
    for name, value in values.items():
        expect(slider(page, name)).to_have_value(value)
    settled(page)


def test_redo_brings_every_undone_move_forward(served: str, open_page: Open, settled: Check) -> None:
    """Whoever compares two drafts by Ctrl+Z and Ctrl+Y must not lose the second one."""
    page = open_page(f"{served}/{TUNE}ETH · 1h")
    turn(page, "window", "ArrowRight", settled)
    turn(page, "k_sigma", "End", settled)
    slider(page, "window").blur()
    for key, window, width in (("z", "16", "1.2"), ("z", "15", "1.2"), ("y", "16", "1.2"), ("y", "16", "3")):
        page.keyboard.press(f"Control+{key}")
        shows(page, settled, window=window, k_sigma=width)
    expect(page.get_by_role("button", name="Redo")).to_be_disabled()


def test_moves_and_versions_are_taken_back_and_brought_again_in_order(
    served: str, open_page: Open, settled: Check
) -> None:
    """A version, then a move on it: three steps back, three forward, and a discarded draft comes back too."""
    page = open_page(f"{served}/{TUNE}SOL · 1h")
    turn(page, "window", "End", settled)
    press(page, "Apply", settled)
    turn(page, "window", "ArrowLeft", settled)
    for name, window in (("Undo", "30"), ("Undo", "15"), ("Redo", "30"), ("Redo", "29"), ("Discard", "30")):
        press(page, name, settled)
        shows(page, settled, window=window)
    press(page, "Undo", settled)
    shows(page, settled, window="29")


def test_moves_outlive_a_reload_each_window_its_own(served: str, open_page: Open, settled: Check) -> None:
    """Once a reload lost everything that was not kept; a second window never sees the first one's moves."""
    first = open_page(f"{served}/{TUNE}DOGE · 1h")
    turn(first, "window", "End", settled)
    turn(first, "k_sigma", "End", settled)
    press(first, "Undo", settled)
    second = first.context.new_page()
    second.goto(first.url)
    for page, window, can in ((second, "15", False), (first, "30", True)):
        page.reload()
        settled(page)
        shows(page, settled, window=window, k_sigma="1.2")
        for name in ("Undo", "Redo"):
            expect(page.get_by_role("button", name=name).first).to_be_enabled(enabled=can)
    for name, window, width in (("Redo", "30", "3"), ("Discard", "15", "1.2"), ("Undo", "30", "3")):
        press(first, name, settled)
        shows(first, settled, window=window, k_sigma=width)
    first.evaluate(
        '() => Object.keys(sessionStorage).forEach(key => sessionStorage.setItem(key, \'{"moves": "[1]"}\'))'
    )
    first.reload()
    settled(first)
    shows(first, settled, window="15", k_sigma="1.2")


def test_a_slider_meets_its_default_its_steps_and_both_limits(served: str, open_page: Open, settled: Check) -> None:
    """1 to 500 bars by fours from 96: once it went 96, 101 and ended at 497."""
    page = open_page(f"{served}/{TUNE}BTC · 1h")
    page.get_by_text("All settings").click()
    expect(slider(page, "max_holding_bars")).to_be_visible()
    settled(page)
    for name, keys in (("max_holding_bars", "100 500 1"), ("max_asset_exposure", "0.30 1.00 0.01")):
        for key, value in zip(("ArrowRight", "End", "Home"), keys.split(), strict=True):
            turn(page, name, key, settled)
            expect(slider(page, name)).to_have_attribute("aria-valuetext", re.compile(f"^{value}[ ,]"))


def test_undo_after_a_restore_brings_the_draft_back(served: str, open_page: Open, settled: Check) -> None:
    """Version 2 of 3 comes back, not the first; and the draft that it pushed aside is not lost."""
    page = open_page(f"{served}/{TUNE}XRP · 1h")
    for key in ("ArrowRight", "End"):
        turn(page, "window", key, settled)
        press(page, "Apply", settled)
    turn(page, "k_sigma", "End", settled)
    page.locator("[class*=_2] button", has_text="history").filter(visible=True).first.click()
    settled(page)
    expect(page.get_by_text("4 kept")).to_be_visible()
    shows(page, settled, window="16", k_sigma="1.2")
    press(page, "Undo", settled)
    shows(page, settled, window="30", k_sigma="3")


def test_back_shows_what_was_looked_at(served: str, open_page: Open, settled: Check) -> None:
    """Market, span and period are in the address: Back, a reload and a link restore them."""
    page = open_page(f"{served}/tune_a_bot")
    choose(page, "Market", "SIM-ETH · 1h", settled)
    page.get_by_role("radio", name="3 months").click()
    settled(page)
    choose(page, "Measured on", "last year", settled)
    expect(page.locator(".card .label").first).to_contain_text("last year")
    expect(page).to_have_url(re.compile("period="))
    page.get_by_role("link", name="Home").click()
    expect(page.get_by_role("heading", name="Candles", exact=True)).to_be_visible()
    settled(page)
    page.go_back()
    expect(page).to_have_url(re.compile("period="))
    settled(page)
    for again in (lambda: None, page.reload):
        again()
        settled(page)
        expect(page.locator(".legend h3", has_text="SIM-ETH")).to_have_count(1)
        expect(page.get_by_role("radio", name="3 months")).to_be_checked()
        expect(page.locator(".card .label").first).to_contain_text("last year")
    page.go_back()
    settled(page)
    expect(page.locator(".card .label").first).to_contain_text("last 90 days")
    page.go_back()
    page.go_back()
    settled(page)
    expect(page.locator(".legend h3", has_text="SIM-ETH")).to_have_count(0)  # both are there while the page changes
    expect(page.locator(".legend h3", has_text="SIM-BTC")).to_have_count(1)


def test_an_address_that_asks_for_nothing_known_says_so(served: str, open_page: Open, settled: Check) -> None:
    """A link from another installation opens with what is here, and names all that it could not follow."""
    page = open_page(f"{served}/tune_a_bot?market=NONE/USD · 1h&span=9 years&period=last year")
    for words in ("'NONE/USD · 1h' is no market here", "'9 years' is no span here"):
        expect(page.get_by_test_id("stAlert")).to_contain_text(words)
    expect(page.locator(".legend h3")).to_contain_text("SIM-BTC")
    expect(page.locator(".card .label").first).to_contain_text("last year")
    turn(page, "window", "ArrowRight", settled)
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


def test_a_market_is_found_by_its_name_alone(served: str, open_page: Open) -> None:
    """People write addresses by hand, without the step and its dot."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-XRP")
    expect(page.locator(".legend h3")).to_contain_text("SIM-XRP")
    expect(page.get_by_test_id("stAlert")).to_have_count(0)


def test_a_price_outside_the_band_comes_back_to_it(served: str, open_page: Open) -> None:
    """On the sample world's first day ether stands under its band: it cannot touch the lower edge from within."""
    page = open_page(f"{served}/{TUNE}ETH · 1h")
    expect(page.locator(".pill.lower")).to_have_text(re.compile("^back "))
    expect(page.locator(".pill.upper")).to_have_text(re.compile("upper"))
    expect(page.locator(".picture .future")).to_have_text("7 days from 1 Oct 2026")


def test_a_file_with_half_a_letter_is_refused_in_one_line(served: str, open_page: Open, settled: Check) -> None:
    """The page goes on, and what was moved is still there."""
    page = open_page(f"{served}/{TUNE}DOGE · 1h")
    turn(page, "window", "ArrowRight", settled)
    content = json.loads(written(Document(BotParameters()))) | {"symbol": "\ud800"}
    page.get_by_role("button", name="More").click()
    page.get_by_text("Import a file").click()
    file = {"name": "bot.json", "mimeType": "application/json", "buffer": json.dumps(content).encode()}
    page.locator('input[type="file"]').set_input_files(file)
    expect(page.get_by_role("dialog").get_by_test_id("stAlert")).to_contain_text("symbol must be text")
    page.keyboard.press("Escape")
    shows(page, settled, window="16")
