"""Review in a real browser: an idea's way, the first ten, two lists, for every eye and on a phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]


def as_manager(page: Page) -> None:
    """The window remembers the role that was chosen in it before."""
    page.add_init_script("sessionStorage.setItem('toption-role', 'manager')")


def reviewed(served: str, open_page: Open, **look: object) -> Page:
    """The page of a trader who has a past."""
    address = f"{served}/review_rankings?trader=SIM-trader-007&order=Recommended"
    page = open_page(address, prepare=as_manager, **look)
    expect(page.locator(".way table")).to_be_visible(timeout=60_000)
    return page


def won(page: Page) -> int:
    """The places that the lines say were won after the score."""
    cells = page.locator(".way tbody").filter(has_not_text="Score").locator("td.won").all_inner_texts()
    return sum(int(each.replace("−", "-").replace(",", "").replace("+", "")) for each in cells if each.strip())


def test_a_way_on_the_screen_adds_up_to_the_place_in_its_heading(served: str, open_page: Open, settled: Check) -> None:
    """What a manager adds up by hand is what the heading says, of whichever idea he picks."""
    page = reviewed(served, open_page)
    for number in (1, 10):
        page.get_by_role("combobox", name="Idea").click()
        page.get_by_role("option", name=re.compile(rf"^{number}\. ")).click()
        settled(page)
        expect(page.get_by_role("heading", name=f"How it became no. {number}", exact=True)).to_be_visible()
        expect(page.locator(".way tr.total .rank").last).to_have_text(str(number))
        by_fit = int(page.locator(".way tbody").first.locator("tr.total .rank").inner_text().replace(",", ""))
        assert by_fit - won(page) == number


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)], ids=["wide", "phone"])
def test_nothing_of_it_is_cut_or_hard_to_read(
    served: str, open_page: Open, serious_findings: Callable[[Page], list[str]], width: int, dark: bool
) -> None:
    """Names end within their charts, the page within the screen; readers of every kind can read it."""
    page = reviewed(served, open_page, width=width, dark=dark, is_phone=width == 390)
    for chart in ("review_bump_chart", "review_slopes"):
        frame = page.locator(f".st-key-{chart} .main-svg").first.bounding_box()
        assert frame is not None
        for name in page.locator(f".st-key-{chart} .annotation-text").all():
            box = name.bounding_box()
            assert box is not None
            assert box["x"] >= frame["x"] - 1
            assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(".because").evaluate("each => each.scrollWidth <= each.clientWidth")
    assert page.locator(".way").evaluate("each => each.scrollWidth <= each.clientWidth")
    assert serious_findings(page) == []


def test_a_click_on_a_dot_looks_at_that_idea(served: str, open_page: Open, settled: Check) -> None:
    """The fifth line's last dot belongs to the fifth idea; the address carries it, so Back returns to the first."""
    page = reviewed(served, open_page)
    chart = page.locator(".st-key-review_bump_chart")
    dot = chart.locator(".scatterlayer .trace .point").nth(5 * 6 - 1).bounding_box()
    assert dot is not None
    page.mouse.click(dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2)
    settled(page)
    expect(page.get_by_role("heading", name="How it became no. 5", exact=True)).to_be_visible()
    assert "idea=" in page.url
    page.go_back()
    expect(page.get_by_role("heading", name="How it became no. 1", exact=True)).to_be_visible()


def test_another_ranker_is_tried_and_nothing_of_it_stays(served: str, open_page: Open, settled: Check) -> None:
    """No models beside those in use: the second list changes, a fresh visit finds the first one."""
    page = reviewed(served, open_page)
    page.get_by_text("Try another ranker").click()
    page.get_by_test_id("stPopoverBody").get_by_text("Recommended", exact=True).click()
    settled(page)
    expect(page.locator(".st-key-review_beside")).to_contain_text("Right: Recommended, by")
    expect(page.locator(".st-key-review_because")).to_contain_text("the same place in both")
    page.get_by_role("slider", name="More of the same … surprise me").press("End")
    settled(page)
    expect(page.locator(".st-key-review_beside")).to_contain_text("surprise 100")
    expect(page.locator(".because li").first).to_contain_text("drawn")
    again = reviewed(served, open_page)
    expect(again.locator(".st-key-review_beside")).to_contain_text("Right: Best fit, by")
