"""Every page by itself: nobody is shut out by colour, a screen reader or a narrow screen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from pages.ui.navigation import ENTRIES
from tests.browser.hands import link

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_pages_are_accessible_and_fit_a_phone(
    entry: Any, dark: bool, served: str, open_page: Open, serious_findings: Callable[[Page], list[str]]
) -> None:
    """Nobody is shut out by colour, screen reader or a narrow screen."""
    page = open_page(link(served, entry), dark=dark)
    assert serious_findings(page) == []
    phone = open_page(link(served, entry), dark=dark, width=390, height=844, is_phone=True)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
