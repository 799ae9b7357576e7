"""A recommendation in the browser: four answers, a verdict with its evidence, a click that changes nothing yet."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import press, shows

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]


def asked(page: Page, settled: Check) -> Locator:
    """The dialog, opened from beside the conversation."""
    press(page, "Recommend a configuration", settled)
    return page.get_by_role("dialog")


def answered(page: Page, settled: Check, *answers: str) -> Locator:
    """The dialog after a search with these answers."""
    dialog = asked(page, settled)
    for each in answers:
        dialog.get_by_text(each, exact=True).click()
    dialog.get_by_role("button", name="Search", exact=True).click()
    expect(dialog.get_by_role("button", name="Answer again")).to_be_visible(timeout=60_000)
    return dialog


def test_what_held_up_goes_into_the_change_by_a_click(served: str, open_page: Open, settled: Check) -> None:
    """SIM-SOL has an edge: settings are proposed, put beside the saved ones, and kept only by Apply."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-SOL · 1h")
    dialog = answered(page, settled)
    expect(dialog.get_by_text("This fits and held up out of sample.")).to_be_visible()
    expect(dialog.get_by_test_id("stDataFrame")).to_be_visible()
    expect(dialog.get_by_text("386 configurations were tried")).to_be_visible()
    dialog.get_by_role("button", name="Put into my change").click()
    expect(page.get_by_text("The recommended settings are in your change.")).to_be_visible(timeout=30_000)
    settled(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("not kept yet")).to_be_visible()
    shows(page, window="20", k_sigma="1.8")
    press(page, "Undo", settled)
    shows(page, window="15", k_sigma="1.2")


def test_where_nothing_holds_up_there_is_nothing_to_take(served: str, open_page: Open, settled: Check) -> None:
    """SIM-BTC is a fair game: the dialog says so, and closing it keeps the answer for the next look."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-BTC · 1h")
    dialog = answered(page, settled, "Few trades", "Cautious", "Half a year")
    expect(dialog.get_by_text("Nothing better")).to_be_visible()
    expect(dialog.get_by_role("button", name="Put into my change")).to_have_count(0)
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_have_count(0)
    again = asked(page, settled)
    expect(again.get_by_text("Nothing better")).to_be_visible()
    again.get_by_role("button", name="Answer again").click()
    expect(again.get_by_role("button", name="Search", exact=True)).to_be_visible()
    shows(page, window="15")


@pytest.mark.parametrize("dark", [False, True])
def test_the_dialog_is_accessible_and_fits_a_phone(
    served: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]], dark: bool
) -> None:
    """Questions and answer, in both themes; on a phone nothing is cut off at the side."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-XRP · 1h", dark=dark, width=390 if dark else 1440)
    dialog = asked(page, settled)
    page.wait_for_timeout(400)  # axe reads colours while the window fades in
    assert serious_findings(page) == []
    dialog.get_by_role("button", name="Search", exact=True).click()
    expect(dialog.get_by_role("button", name="Answer again")).to_be_visible(timeout=60_000)
    settled(page)
    assert serious_findings(page) == []
    for part in (dialog.get_by_test_id("stMarkdown"), dialog.get_by_role("button")):
        boxes = [box for each in part.all() if (box := each.bounding_box())]
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"] for box in boxes)  # type: ignore[index]
