"""Experiments and metrics in a real browser: designed, started, fed, called, decided, found again; for every eye."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import as_manager, banner, press, typed

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
Findings = Callable[[Page], list[str]]
WHY = "Saves are up, nothing else is hurt."


def designed(page: Page, settled: Check, findings: Findings) -> None:
    """From the empty list to a kept design, whose traders the calculator has worked out."""
    expect(page.get_by_text("There is no experiment yet.")).to_be_visible()
    press(page, "Design an experiment", settled)
    expect(page.get_by_role("heading", name="Design an experiment")).to_be_visible()
    typed(page, "Name", "More surprise", settled)
    typed(page, "Hypothesis", "More surprise, more saves.", settled)
    typed(page, "An effect that would matter, %", "10", settled)
    expect(page.locator(".st-key-exp_power").get_by_text("1,828")).to_be_visible()
    assert findings(page) == []
    press(page, "Keep this design", settled)
    banner(page, "Nobody is assigned yet.")


def fed(page: Page, settled: Check) -> None:
    """Started, and two weeks of simulated traders with a planted effect: the banner turns."""
    press(page, "Start", settled)
    banner(page, "Keep running")
    press(page, "Planted effect", settled)
    typed(page, "Effect on the deciding metric, %", "30", settled)
    page.keyboard.press("Escape")
    press(page, "Next week", settled)
    banner(page, "day 7 of 16")
    press(page, "Next week", settled)
    banner(page, "day 14 of 16")
    banner(page, "Ship")


def taken(page: Page) -> None:
    """Every look and all that is known as files, by whoever sees them."""
    page.get_by_role("button", name="Export").click()
    for name, begin in (("Every look, CSV", "experiment,variant,metric,day"), ("All that is known, JSON", "{")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.path().read_text("utf-8").startswith(begin)
    page.keyboard.press("Escape")


def test_design_start_weeks_banner_decision_and_archive(
    fresh: str, open_page: Open, settled: Check, serious_findings: Findings
) -> None:
    """From a hypothesis to a decision that somebody else finds by its link, nothing in between left to chance."""
    page = open_page(f"{fresh}/experiments", prepare=as_manager)
    designed(page, settled, serious_findings)
    fed(page, settled)
    expect(page.locator(".st-key-exp_by_day .js-plotly-plot")).to_be_visible()
    expect(page.get_by_test_id("stToast")).to_have_count(0)  # Streamlit's own, without a name while it is there
    assert serious_findings(page) == []
    taken(page)
    press(page, "Decide", settled)
    typed(page, "Why", WHY, settled)
    press(page, "Keep the decision", settled)
    banner(page, "Decided: Ship")
    link = page.url
    press(page, "Experiments", settled)
    page.get_by_placeholder("Name, hypothesis, reason").fill("nothing else is hurt")
    page.get_by_placeholder("Name, hypothesis, reason").press("Enter")
    expect(page.get_by_text(WHY)).to_be_visible()
    page.get_by_test_id("stMain").get_by_role("link", name="More surprise").click()
    banner(page, WHY)
    again = open_page(link, dark=True, prepare=as_manager)
    banner(again, "Decided: Ship")
    expect(again.get_by_role("button", name="Next week")).to_have_count(0)
    assert serious_findings(again) == []


@pytest.mark.parametrize(("dark", "width"), [(False, 1440), (True, 390)])
def test_metrics_are_accessible_and_fit(
    served: str, open_page: Open, settled: Check, serious_findings: Findings, dark: bool, width: int
) -> None:
    """Both themes, a desk and a phone; a segment is chosen and the address brings it again."""
    page = open_page(f"{served}/metrics?days=30", dark=dark, width=width, prepare=as_manager)
    expect(page.get_by_text("Every metric")).to_be_visible()
    expect(page.locator(".st-key-metrics_cohorts .js-plotly-plot")).to_be_visible()
    settled(page)
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    everybody = page.get_by_text("traders who came ·").inner_text()
    page.get_by_test_id("stSelectbox").filter(has_text="Traders").locator("input").click()
    page.get_by_role("option", name=re.compile("a third who come most")).click()
    expect(page).to_have_url(re.compile("segment=activity-3"))
    expect(page.get_by_text(everybody)).to_have_count(0)
    again = open_page(page.url, dark=dark, width=width, prepare=as_manager)
    expect(again.get_by_text(page.get_by_text("traders who came ·").inner_text())).to_be_visible()


def test_metrics_take_a_note_and_give_files(served: str, open_page: Open, settled: Check) -> None:
    """A release stands on the trend, what has run is compared with its control, and all of it goes out as files."""
    asked = f"{served}/metrics?days=365+days&metric=premium_captured"
    page = open_page(asked, dark=False, width=1440, prepare=as_manager)
    expect(page.get_by_text("Premium captured: what was kept").first).to_be_visible()
    expect(page.get_by_text("lists of traders who held nothing")).to_be_visible()
    expect(page.locator(".st-key-metrics_control")).to_contain_text("control")
    page.get_by_role("button", name="Annotate").click()
    page.get_by_role("textbox", name="What happened").fill("Feed <b>two</b>")
    page.get_by_role("textbox", name="What happened").press("Tab")
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_text("Noted on")).to_be_visible()
    expect(page.get_by_text("dotted lines are")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Export").click()
    for name, begin in (("Metrics and segments, CSV", "segment,metric,unit"), ("All that is known, JSON", "{")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert download.value.path().read_text("utf-8").startswith(begin)
