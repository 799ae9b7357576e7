"""The feed's cards in a real browser: pressed, walked by keys, taken back, on a phone, with hostile text."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


def card(page: Page, number: int) -> Locator:
    """The card at this place, 1 first."""
    return page.locator("li.card").nth(number - 1)


def acts(page: Page, told: str) -> None:
    """Python has heard exactly these."""
    expect(page.get_by_text("Acts:")).to_have_text(f"Acts: {told}")


def test_save_dismiss_and_undo_without_a_dialog(demo: str, open_page: Open) -> None:
    """A press is seen at once, Python hears it once, and what went comes back to its place."""
    page = open_page(f"{demo}/deck")
    expect(page.locator("li.card")).to_have_count(9)
    first = card(page, 1).get_by_role("link").inner_text()
    card(page, 2).get_by_role("button", name="Save").click()
    expect(card(page, 2).get_by_role("button", name="Save")).to_have_attribute("aria-pressed", "true")
    acts(page, "save")
    card(page, 1).get_by_role("button", name="Dismiss").click()
    expect(page.locator("li.card")).to_have_count(8)
    acts(page, "save dismiss")
    page.get_by_role("button", name="Undo dismiss").click()
    expect(page.locator("li.card")).to_have_count(9)
    expect(card(page, 1).get_by_role("link")).to_have_text(first)
    acts(page, "save dismiss undo")


def test_keys_walk_and_act(demo: str, open_page: Open) -> None:
    """Keys j and k walk, s saves and lets go, d dismisses, p trades; focus stays in the list."""
    page = open_page(f"{demo}/deck")
    expect(card(page, 1)).to_be_visible()
    page.keyboard.press("j")
    expect(card(page, 1)).to_be_focused()
    page.keyboard.press("j")
    expect(card(page, 2)).to_be_focused()
    page.keyboard.press("s")
    expect(card(page, 2).get_by_role("button", name="Save")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Acts:")).to_contain_text("save")
    expect(card(page, 2)).to_be_focused()
    third = card(page, 3).get_by_role("link").inner_text()
    page.keyboard.press("d")
    expect(page.locator("li.card")).to_have_count(8)
    expect(card(page, 2)).to_be_focused()
    expect(card(page, 2).get_by_role("link")).to_have_text(third)
    expect(page.get_by_text("Acts:")).to_contain_text("dismiss")
    page.keyboard.press("k")
    expect(card(page, 1)).to_be_focused()
    page.keyboard.press("p")
    expect(card(page, 1).get_by_role("button", name=re.compile("in your book"))).to_be_disabled()


def test_acts_while_python_works_are_all_heard(demo: str, open_page: Open) -> None:
    """A run can be stopped by the next: nothing that was pressed is lost."""
    page = open_page(f"{demo}/deck")
    page.get_by_role("button", name="Work for a second").click()
    for number in (1, 2, 3):
        card(page, number).get_by_role("button", name="Save").click()
    acts(page, "save save save")
    expect(page.locator("li.card .save[aria-pressed=true]")).to_have_count(3)


def test_a_double_click_is_one_act(demo: str, open_page: Open) -> None:
    """Its second half neither lets go what was saved nor dismisses the idea that took the place."""
    page = open_page(f"{demo}/deck")
    card(page, 2).get_by_role("button", name="Save").dblclick()
    acts(page, "save")
    expect(card(page, 2).get_by_role("button", name="Save")).to_have_attribute("aria-pressed", "true")
    card(page, 1).get_by_role("button", name="Dismiss").dblclick()
    acts(page, "save dismiss")
    expect(page.locator("li.card")).to_have_count(8)
    page.wait_for_timeout(400)
    card(page, 1).get_by_role("button", name="Save").click()
    expect(page.get_by_text("Acts:")).to_contain_text("unsave")


@pytest.mark.parametrize(("dark", "width"), [(False, 1440), (True, 1440), (False, 390), (True, 390)])
def test_cards_are_accessible_and_fit(
    demo: str, open_page: Open, serious_findings: Callable[[Page], list[str]], dark: bool, width: int
) -> None:
    """Nothing serious, nothing cut off, and at a desk no card higher than it should be."""
    page = open_page(f"{demo}/deck", dark=dark, width=width)
    expect(page.locator("li.card")).to_have_count(9)
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width == 1440:
        box = card(page, 1).bounding_box()
        assert box is not None
        assert 90 <= box["height"] <= 98
    for text in page.locator("li.card p, li.card dd").all():
        assert text.evaluate("each => each.scrollWidth <= each.clientWidth + 1"), text.inner_text()
