"""Every page as the first one that a server ever draws; each test starts a server of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pages.ui.navigation import ENTRIES
from tests.browser.hands import link

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.file)
def test_a_fresh_server_opens_every_page_by_its_own_link(
    entry: Any, world: Path, serve: Callable[[Path], Any], open_page: Open
) -> None:
    """The first visitor after a restart may come by any link: shell, menu and page must all be there."""
    with serve(world) as address:
        page = open_page(link(address, entry))
        expect(page.get_by_test_id("stTopNavLink").first).to_be_visible()
        expect(page.get_by_test_id("stHeading").first).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        page.wait_for_load_state("networkidle")
        page.goto("about:blank")  # let go of the server before it stops
