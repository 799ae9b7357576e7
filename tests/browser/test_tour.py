"""The guided tour in a real browser, step by step, as it is shown to people: no key, no network, the sample world."""

import re
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from pages.ui.experiments.example import EXAMPLE
from pages.ui.touring import STEPS, address
from tests.browser.hands import slider

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
SLOW = 60_000  # milliseconds: work that a crowded machine does meanwhile


def step(served: str, number: int, **more: str) -> str:
    """The link of a step, for somebody who may do everything."""
    return f"{served}/{STEPS[number - 1].stations[0].page}?{urlencode({**address(number), 'as': 'admin', **more})}"


def is_on(page: Page, number: int, station: int = 0) -> None:
    """The banner of this station of a step stands over the page."""
    expect(page.locator(".st-key-tour_banner")).to_contain_text(STEPS[number - 1].stations[station].do, timeout=SLOW)


def test_the_third_door_leads_through_all_five_steps(
    served: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]]
) -> None:
    """Whoever looks on opens every page on the way, is told where a step goes on, and ends where it began."""
    page = open_page(served)
    page.get_by_test_id("stMain").get_by_role("link", name="Tour").click()
    expect(page.get_by_role("heading", name="The tour")).to_be_visible(timeout=SLOW)
    expect(page.get_by_label("Your role")).to_have_value("stakeholder")
    assert serious_findings(page) == []
    page.get_by_role("link", name="Go there").first.click()
    for number in range(1, len(STEPS)):
        is_on(page, number)
        settled(page)
        page.locator(".st-key-tour_banner").get_by_text("Next", exact=True).click()
    is_on(page, len(STEPS))
    settled(page)
    page.get_by_test_id("stTopNavLink").filter(has_text="My profile").click()
    expect(page.locator(".st-key-tour_banner")).to_contain_text("is on another page", timeout=SLOW)
    settled(page)
    page.get_by_role("link", name="Go there").click()
    is_on(page, len(STEPS))
    settled(page)
    page.get_by_role("button", name="End", exact=True).click()
    expect(page.get_by_role("heading", name="The tour")).to_be_visible(timeout=SLOW)
    expect(page.locator(".st-key-tour_banner")).to_have_count(0)


def test_words_become_a_change_that_is_measured_kept_and_taken_back(
    served: str, open_page: Open, settled: Check
) -> None:
    """Step 1: a sentence, what it would change, its effect, Apply, Undo."""
    page = open_page(step(served, 1))
    is_on(page, 1)
    before = float(slider(page, "k_sigma").input_value())
    box = page.get_by_role("textbox", name="Your message")
    box.fill("wider bands and a tighter stop")
    box.press("Enter")
    card = page.get_by_role("region", name="Proposed change")
    expect(card).to_contain_text("Stop", timeout=SLOW)
    expect(card).to_contain_text("Return")
    expect(slider(page, "k_sigma")).not_to_have_value(f"{before:g}")
    wider = float(slider(page, "k_sigma").input_value())
    assert wider > before
    settled(page)
    card.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("Applied as version").last).to_be_visible(timeout=SLOW)
    expect(page.get_by_role("button", name="Undo").first).to_be_enabled()
    settled(page)
    page.get_by_role("button", name="Undo").first.click()
    expect(slider(page, "k_sigma")).to_have_value(f"{before:g}", timeout=SLOW)
    is_on(page, 1)


def test_the_fan_lies_over_the_bands_with_the_chances_of_touching(
    served: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]]
) -> None:
    """Step 2: how far, not which way; every chance is a share of weeks, not a word."""
    page = open_page(step(served, 2))
    is_on(page, 2)
    picture = page.locator(".st-key-forecast_ahead .js-plotly-plot")
    expect(picture).to_be_visible(timeout=SLOW)
    for edge in ("upper", "stop"):
        expect(picture.locator(".annotation-text", has_text=edge)).to_have_text(re.compile(r"\d+\s%"))
    expect(page.get_by_text("no side is taken").first).to_be_visible()
    expect(page.get_by_text("Touched within the week")).to_be_visible()
    settled(page)
    assert serious_findings(page) == []


def test_the_lab_calls_one_market_luck_and_finds_the_planted_edge_on_the_other(
    served: str, open_page: Open, settled: Check
) -> None:
    """Step 3: 676 settings each, and the tour stays on while another market is chosen."""
    page = open_page(step(served, 3))
    is_on(page, 3)
    verdict = page.locator(".st-key-lab_verdict")
    expect(verdict).to_contain_text("Not better than luck", timeout=SLOW)
    expect(verdict).to_contain_text("676")
    settled(page)
    page.get_by_test_id("stSelectbox").first.locator("input").first.click()
    page.get_by_role("option", name="SIM-SOL · 1h", exact=True).click()
    expect(verdict).to_contain_text("Better than luck", timeout=SLOW)
    expect(verdict).to_contain_text("676")
    is_on(page, 3)
    assert "tour=3" in page.url


def test_a_dismissal_moves_the_order_and_says_so(served: str, open_page: Open, settled: Check) -> None:
    """Step 4: the card goes, others move, the line says how many; Undo brings it back, and the why is beside it."""
    page = open_page(step(served, 4))
    is_on(page, 4)
    expect(page.get_by_text("Past sessions are being settled")).to_have_count(0, timeout=SLOW)
    expect(page.locator("li.card")).to_have_count(20, timeout=SLOW)
    settled(page)
    first = page.locator("li.card").first.get_attribute("data-id")
    page.locator("li.card").first.get_by_role("button", name="Dismiss").click()
    expect(page.locator(".told")).to_have_text(re.compile(r"Dismissed:.*\d ideas? moved"), timeout=SLOW)
    expect(page.locator(f'li.card[data-id="{first}"]')).to_have_count(0)
    settled(page)
    page.get_by_text("Why this, why here?").click()
    expect(page.get_by_text("By fit alone")).to_be_visible(timeout=SLOW)
    page.get_by_role("button", name="Undo dismiss").click()
    expect(page.locator(".told")).to_contain_text("Taken back", timeout=SLOW)
    expect(page.locator(f'li.card[data-id="{first}"]')).to_have_count(1)
    is_on(page, 4)


def test_weeks_pass_until_the_banner_of_an_experiment_turns(
    sample: Path, tmp_path: Path, serve: Callable[[Path], AbstractContextManager[str]], open_page: Open,
    settled: Check, serious_findings: Callable[[Page], list[str]],
) -> None:  # fmt: skip
    """Step 5: another order on the past; then the example, Start, Next week until the planted effect is found."""
    world = Path(shutil.copytree(sample, tmp_path / "world"))
    with serve(world) as served:
        page = open_page(step(served, 5))
        is_on(page, 5)
        earned = page.locator(".st-key-review_earned")
        expect(earned).to_contain_text(re.compile(r"lists of simulated traders|The log cannot tell"), timeout=SLOW)
        settled(page)
        page.locator(".st-key-tour_banner").get_by_text("Then", exact=True).click()
        is_on(page, 5, 1)
        page.get_by_role("button", name="Take an example", exact=True).click(timeout=SLOW)
        expect(page.get_by_role("heading", name=EXAMPLE.key)).to_be_visible(timeout=SLOW)
        settled(page)
        page.get_by_role("button", name="Start", exact=True).click(timeout=SLOW)
        banner = page.locator(".st-key-exp_verdict")
        for call in ("Keep running", "Ship"):
            expect(page.get_by_role("button", name="Next week")).to_be_enabled(timeout=SLOW)
            settled(page)
            page.get_by_role("button", name="Next week").click(timeout=SLOW)
            expect(banner).to_contain_text(call, timeout=SLOW)
        is_on(page, 5, 1)
        expect(page.get_by_test_id("stToast")).to_have_count(0, timeout=SLOW)  # it has no name of its own
        settled(page)
        assert serious_findings(page) == []
        page.goto("about:blank")  # let go of the server before it stops


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_banner_and_role_cover_nothing_on_a_phone(served: str, open_page: Open, dark: bool) -> None:
    """The role stands in the header beside the menu; the banner's buttons keep within the screen."""
    page = open_page(step(served, 4), dark=dark, width=390, height=844, is_phone=True)
    is_on(page, 4)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    role = page.get_by_label("Your role").bounding_box()
    banner = page.locator(".st-key-tour_banner").bounding_box()
    end = page.get_by_role("button", name="End", exact=True).bounding_box()
    assert role is not None
    assert banner is not None
    assert end is not None
    assert role["y"] + role["height"] <= banner["y"]
    assert end["x"] + end["width"] <= banner["x"] + banner["width"]
