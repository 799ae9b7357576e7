"""What a hand does on the tuner's page: press, turn, wait for the answer."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page

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
    page.get_by_test_id("stSelectbox").filter(has=page.get_by_label(label)).locator("input").first.click()
    page.get_by_role("option", name=option, exact=True).click()
    page.wait_for_timeout(300)
    settled(page)
