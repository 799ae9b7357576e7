"""A bot's experiment in a real browser: arms by sliders, days planned by their past, weeks on paper, a version kept."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import as_manager, banner, choose, press, typed

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
Findings = Callable[[Page], list[str]]


def designed(page: Page, settled: Check, findings: Findings) -> None:
    """The second arm's band is moved with its slider: the calculator answers from the past of these very arms."""
    page.get_by_text("Bot, on paper", exact=True).click()
    settled(page)
    choose(page, "Bot", "SIM-SOL · 1h", settled)
    power = page.locator(".st-key-exp_power")
    expect(power.get_by_text("nothing to plan by")).to_be_visible()
    for _ in range(8):
        page.get_by_role("slider").first.press("ArrowRight")
    settled(page)
    expect(power.get_by_text(re.compile("In the last 365 days B made"))).to_be_visible()
    typed(page, "Name", "A wider band", settled)
    typed(page, "Hypothesis", "Fewer trades cost less than they miss.", settled)
    page.mouse.move(2, 2)  # the ends of a slider under the hand are Streamlit's own, and faint
    page.wait_for_timeout(500)
    assert findings(page) == []
    press(page, "Keep this design", settled)
    banner(page, "Nothing runs yet.")


def test_arms_on_paper_from_sliders_to_a_version(
    fresh: str, open_page: Open, settled: Check, serious_findings: Findings
) -> None:
    """Nobody brings a file and nothing is kept but by a press: design, start, weeks, decision, version, undo."""
    page = open_page(f"{fresh}/experiments?view=design", prepare=as_manager)
    designed(page, settled, serious_findings)
    press(page, "Start", settled)
    banner(page, "day 0 of")
    press(page, "Next 4 weeks", settled)
    banner(page, "day 28 of")
    expect(page.locator(".st-key-exp_equity .js-plotly-plot")).to_be_visible()
    expect(page.locator(".st-key-exp_difference_B .js-plotly-plot")).to_be_visible()
    expect(page.get_by_test_id("stToast")).to_have_count(0)  # Streamlit's own, without a name while it is there
    assert serious_findings(page) == []
    press(page, "Decide", settled)
    page.get_by_test_id("stRadio").get_by_text("Ship", exact=True).click()
    settled(page)
    typed(page, "Why", "It costs less, to be seen live.", settled)
    press(page, "Keep the decision", settled)
    banner(page, "Decided: Ship")
    proposal = page.locator(".st-key-exp_proposal")
    expect(proposal.get_by_text("Band width")).to_be_visible()
    press(page, "Keep as a version", settled)
    expect(proposal.get_by_text("B is kept as version 2.")).to_be_visible()
    press(page, "Undo", settled)
    expect(proposal.get_by_role("button", name="Keep as a version")).to_be_visible()


@pytest.mark.parametrize(("dark", "width"), [(True, 390)])
def test_the_example_with_a_bot_fits_a_phone(
    fresh: str, open_page: Open, settled: Check, serious_findings: Findings, dark: bool, width: int
) -> None:
    """One press to a design that runs; after three months its range is on the screen, without a sideways scroll."""
    page = open_page(f"{fresh}/experiments", dark=dark, width=width, prepare=as_manager)
    press(page, "Take an example with a bot", settled)
    press(page, "Start", settled)
    for day in (28, 56):
        press(page, "Next 4 weeks", settled)
        banner(page, f"day {day} of 168")
    expect(page.get_by_text("follow less today, day by day")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    expect(page.get_by_test_id("stToast")).to_have_count(0)
    assert serious_findings(page) == []
