"""What a hand does on the tuner's page: press, turn, wait for the answer."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from engine.bots.parameters import BotParameters, changed
from engine.bots.strategy import band
from engine.gateways.candle_library import CandleLibrary
from engine.services.tune_bot import tape_of
from pages.ui.look import price
from pages.ui.navigation import ENTRIES, Entry

Check = Callable[[Page], Any]


def slider(page: Page, name: str) -> Locator:
    """A setting's slider."""
    return page.locator(f"#slider-{name}")


def press(page: Page, name: str, settled: Check) -> None:
    """Press a button by its name and wait for what it does."""
    page.get_by_role("button", name=name).first.click()
    page.wait_for_timeout(300)
    settled(page)


def turn(page: Page, name: str, key: str, settled: Check) -> None:
    """Turn a slider with a key and wait for the answer."""
    slider(page, name).press(key)
    page.wait_for_timeout(600)
    settled(page)


def choose(page: Page, label: str, option: str, settled: Check) -> None:
    """Choose from a list and wait for the answer."""
    box = page.get_by_test_id("stSelectbox").filter(has=page.get_by_label(label)).first
    box.locator("input").first.click()
    page.get_by_role("option", name=option, exact=True).click()
    expect(page.get_by_role("option", name=option, exact=True)).to_have_count(0)
    page.wait_for_timeout(300)
    settled(page)


def say(page: Page, words: str, settled: Check) -> None:
    """Type a message as a hand does, send it with Enter and wait for the answer."""
    page.get_by_role("textbox", name="Your message").fill(words)
    page.get_by_role("textbox", name="Your message").press("Enter")
    page.locator(".entry.you", has_text=words).last.wait_for()
    page.wait_for_timeout(300)
    settled(page)
    expect(page.locator(".entry.waiting")).to_have_count(0)


def shows(page: Page, **values: str) -> None:
    """The sliders stand at these values."""
    for name, value in values.items():
        expect(slider(page, name)).to_have_value(value)


def upper_edge(page: Page) -> str:
    """The newest value of the band's upper edge, as the chart tells it under the pointer."""
    expect(page.locator(".picture .now")).to_have_attribute("d", re.compile("M"))
    now = re.match(r"M([\d.]+)", page.locator(".picture .now").get_attribute("d") or "")
    assert now is not None
    page.locator(".canvas").hover(position={"x": float(now[1]) - 2, "y": 60})
    band = re.search(r"band [\d,.]+ to ([\d,.]+)", page.locator(".tip").inner_text().replace("\n", " "))
    assert band is not None
    return band[1]


def expected_edge(world: Path, symbol: str, **values: float) -> str:
    """The same edge from the engine."""
    library = CandleLibrary(world / "candles")
    tape = tape_of(library.bars(symbol, "1h"), library.market(symbol, "1h"))
    bot = changed(BotParameters(), values)
    return price(band(tape, bot.window, bot.k_sigma).upper[-1])


def link(address: str, entry: Entry) -> str:
    """A page's own address, for somebody whom it is open to; the first page lives at the root."""
    return f"{address}/{'' if entry is ENTRIES[0] else entry.file}?as=admin"


def as_manager(page: Page) -> None:
    """The window remembers the role that was chosen in it before."""
    page.add_init_script("sessionStorage.setItem('toption-role', 'manager')")


def typed(page: Page, label: str, text: str, settled: Check) -> None:
    """Write into a field and leave it."""
    field = page.get_by_label(label, exact=True)
    field.fill(text)
    field.blur()
    settled(page)


def banner(page: Page, text: str) -> None:
    """The call on top of the page says this."""
    expect(page.locator(".st-key-exp_verdict").get_by_text(text).first).to_be_visible()
