"""The Lab in a real browser: run, verdict, look at a cell, compare, keep, undo; links, files, Back, cancel."""

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import press, shows

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
SMALL = {"across": "window=10:20:2", "up": "k_sigma=1:2:0.5", "period": "last year", "shuffles": "19", "folds": "6"}


def address(served: str, symbol: str = "SIM-SOL", **more: str) -> str:
    """The Lab with a run that takes a second."""
    return f"{served}/lab?{urlencode({'market': f'{symbol} · 1h', **SMALL, **more})}"


def verdict(page: Page, settled: Check) -> None:
    """Wait for the verdict and for the pictures."""
    expect(page.locator(".st-key-lab_verdict")).to_be_visible(timeout=60_000)
    settled(page)
    expect(page.locator(".st-key-lab_map_0 .nsewdrag")).to_be_visible()


def click_cell(page: Page, column: int, row: int, settled: Check) -> None:
    """Click one cell of the map of the past, of 6 columns and 3 rows, counted from the lower left."""
    box = page.locator(".st-key-lab_map_0 .nsewdrag").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] * (column + 0.5) / 6, box["y"] + box["height"] * (2.5 - row) / 3
    page.mouse.move(x, y)
    page.wait_for_timeout(200)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_timeout(500)
    settled(page)


def test_from_the_tuner_to_a_kept_version_and_back(served: str, open_page: Open, settled: Check) -> None:
    """The whole journey of one trader, with a mouse."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-SOL · 1h")
    page.get_by_text("Try a thousand settings in the Lab").click()
    expect(page.locator(".st-key-lab_maps")).to_be_visible(timeout=60_000)
    assert "market=SIM-SOL" in page.url
    page.get_by_role("button", name="Cancel").click()
    page.goto(address(served))
    verdict(page, settled)
    click_cell(page, 5, 2, settled)
    expect(page.get_by_text("Looked at: window 20, band width 2.0")).to_be_visible()
    page.locator(".st-key-lab_compare button").first.click()
    expect(page.locator(".st-key-lab_comparison")).to_contain_text("window 20, band width 2.0")
    page.locator(".st-key-lab_keep_picked button").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("What changes on SIM-SOL")
    dialog.get_by_role("button", name="Keep", exact=True).click()
    expect(page.locator(".st-key-lab_kept")).to_contain_text("Version 2 of your bot")
    settled(page)
    page.get_by_text("See it in Tune").click()
    shows(page, window="20", k_sigma="2")
    settled(page)
    press(page, "Undo", settled)
    shows(page, window="15", k_sigma="1.2")


def test_a_run_can_be_cancelled_and_begun_again(served: str, open_page: Open, settled: Check) -> None:
    """Long work shows how far it is, and stops when it is told to."""
    page = open_page(address(served, "SIM-BTC", across="window=5:30", period="all candles", shuffles="1000"))
    expect(page.locator(".st-key-lab_progress")).to_contain_text("of 1,000", timeout=60_000)
    expect(page.locator(".st-key-lab_map_0 .nsewdrag")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("This run was cancelled.")).to_be_visible(timeout=60_000)
    settled(page)
    page.locator(".st-key-lab_run button").first.click()
    expect(page.locator(".st-key-lab_progress")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_text("This run was cancelled.")).to_be_visible(timeout=60_000)


def test_a_link_and_files_say_what_the_run_says(served: str, open_page: Open, settled: Check, tmp_path: Path) -> None:
    """What is passed on must be what was seen."""
    page = open_page(address(served, "SIM-ETH"))
    verdict(page, settled)
    headline = page.locator(".st-key-lab_verdict strong").first.inner_text()
    press(page, "Export", settled)
    link = page.get_by_test_id("stCode").first.inner_text().strip()
    files = {"All settings as CSV": "run.csv", "Everything as JSON": "run.json", "A report to read": "run.html"}
    for label, name in files.items():
        with page.expect_download() as waiting:
            page.get_by_role("button", name=label).click()
        waiting.value.save_as(tmp_path / name)
    rows = list(csv.DictReader((tmp_path / "run.csv").read_text().splitlines()))
    assert [(row["window"], row["k_sigma"]) for row in rows][:2] == [("10", "1"), ("10", "1.5")]
    assert len(rows) == 18
    assert json.loads((tmp_path / "run.json").read_text())["run"]["request"]["symbol"] == "SIM-ETH"
    assert headline in (tmp_path / "run.html").read_text().replace("\u00a0", " ")
    other = open_page(link)
    verdict(other, settled)
    assert other.locator(".st-key-lab_verdict strong").first.inner_text() == headline
    other.reload()
    verdict(other, settled)
    assert other.locator(".st-key-lab_verdict strong").first.inner_text() == headline


def test_back_takes_back_the_choice_of_another_map(served: str, open_page: Open, settled: Check) -> None:
    """The browser's Back is the undo that everybody knows."""
    page = open_page(address(served, "SIM-XRP"))
    verdict(page, settled)
    page.get_by_test_id("stSelectbox").nth(1).locator("input").first.click()
    page.get_by_role("option", name="Confirmation × cooldown").click()
    expect(page.get_by_text("for each of 78 settings")).to_be_visible(timeout=60_000)
    verdict(page, settled)
    page.go_back()
    expect(page.get_by_text("for each of 18 settings")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("dark", [False, True])
def test_results_are_accessible_and_fit_a_phone(
    served: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]], dark: bool
) -> None:
    """With every chart and table drawn, in both themes; nothing is cut off at the side."""
    page = open_page(address(served, "SIM-DOGE"), dark=dark, width=390 if dark else 1440, is_phone=dark)
    verdict(page, settled)
    settled(page)
    fold = page.locator(".st-key-lab_table_fold summary")
    fold.click()
    page.wait_for_timeout(1_000)
    if not page.locator(".st-key-lab_table_fold details[open]").count():
        fold.click()  # the page was being drawn anew under the finger
    expect(page.locator(".st-key-lab_table")).to_be_visible()
    settled(page)
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= (390 if dark else 1440)


def test_a_finger_scrolls_over_a_map_and_taps_a_cell(served: str, open_page: Open, settled: Check) -> None:
    """On a phone the map fills the screen: who cannot pass it sees nothing below."""
    page = open_page(address(served, "SIM-DOGE"), width=390, height=844, is_phone=True)
    verdict(page, settled)
    page.locator(".st-key-lab_map_0").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    before = page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop")
    swipe(page, *middle(page), -150)
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > before + 80
    was = page.locator(".st-key-lab_one strong").first.inner_text()
    x, y = middle(page)
    page.touchscreen.tap(x - 100, y + 20)
    expect(page.locator(".st-key-lab_one strong").first).not_to_have_text(was)


def middle(page: Page) -> tuple[float, float]:
    """The middle of the map of the past."""
    box = page.locator(".st-key-lab_map_0 .nsewdrag").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def swipe(page: Page, x: float, y: float, by: float) -> None:
    """Move a finger over the page."""
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for part in range(1, 11):
        point = {"x": x, "y": y + by * part / 10}
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        page.wait_for_timeout(16)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(600)
