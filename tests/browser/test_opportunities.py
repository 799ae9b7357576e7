"""Opportunities in the browser: screened, each under the glass, quotes brought in by naming columns, on any screen."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import press
from tests.options.worlds import expiry, flat

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
LINE, HEAD = 35, 35  # pixels of a table's row and of its head
DRAWN = 1500  # milliseconds: tables and charts are drawn after the page is ready


def listed(page: Page) -> int:
    """How many ideas pass, as the page says."""
    return int(page.get_by_text("ideas pass").inner_text().split()[0].replace(",", ""))


def listed_anew(page: Page, before: int) -> int:
    """The same, as soon as it is another number: a busy machine answers a press late."""
    expect(page.get_by_text(f"{before:,} of ")).to_have_count(0, timeout=20_000)
    return listed(page)


def mark(page: Page, row: int, settled: Check) -> None:
    """Press the box at the left of a row of the table."""
    page.wait_for_timeout(DRAWN)
    box = page.get_by_test_id("stDataFrame").locator("canvas").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 16, box["y"] + HEAD + LINE * (row + 0.5))
    expect(page.get_by_text("What can go wrong")).to_be_visible()
    settled(page)


def strange_file() -> bytes:
    """A chain with headers that nobody knows."""
    parts = [pd.DataFrame(expiry(days, flat(0.25), width=0.04, name="ABC")) for days in (30, 60)]
    rows = pd.concat(parts).assign(side=lambda each: each["is_call"].map({True: "call", False: "put"}))
    for column in ("moment", "expiry"):
        rows[column] = pd.to_datetime(rows[column], unit="ms", utc=True)
    told = {"underlying": "Wertpapier", "moment": "Gesehen", "expiry": "Verfall", "strike": "Basis", "side": "Art",
            "bid": "Geld", "ask": "Brief", "spot": "Kurs"}  # fmt: skip
    return rows[list(told)].rename(columns=told).to_csv(index=False).encode()


def test_a_fresh_installation_says_what_to_do(tmp_path: Path, serve: Callable[..., Any], open_page: Open) -> None:
    """By a deep link, before there is anything."""
    with serve(tmp_path) as address:
        page = open_page(f"{address}/opportunities?idea=SIM-NOVA:long_call:20261009:%2B5C@20260930T200000")
        expect(page.get_by_text("There are no option quotes yet.")).to_be_visible()
        expect(page.get_by_role("button", name="Quotes")).to_be_visible()


def test_from_the_menu_to_one_idea_and_back(served: str, open_page: Open, settled: Check) -> None:
    """Strategies filter the table, a marked row opens its own view with every formula, and the link brings it back."""
    page = open_page(served)
    page.get_by_role("link", name="Opportunities").first.click()
    expect(page.locator("li.card").first).to_be_visible(timeout=60_000)
    page.get_by_role("radio", name="All ideas").click()
    expect(page.get_by_text("ideas pass")).to_be_visible(timeout=60_000)
    settled(page)
    everything = listed(page)
    press(page, "Iron condor", settled)
    assert 0 < listed_anew(page, everything) < everything
    mark(page, 0, settled)
    expect(page.get_by_text("Iron condor").first).to_be_visible()
    expect(page.locator(".st-key-idea_payoff .js-plotly-plot")).to_be_visible()
    page.get_by_text("Every number and its formula").click()
    settled(page)
    expect(page.get_by_text("What it can come to")).to_be_visible()
    link = page.url
    assert "idea=" in link
    press(page, "Back to the list", settled)
    expect(page.get_by_text("ideas pass")).to_be_visible()
    again = open_page(link)
    expect(again.get_by_text("What can go wrong")).to_be_visible()


def test_filters_are_kept_and_the_file_holds_what_passes(served: str, open_page: Open, settled: Check) -> None:
    """A name for filters survives a reload; the download is the table, all of it."""
    page = open_page(f"{served}/opportunities?view=All+ideas")
    every = listed(page)
    press(page, "Calendar", settled)
    count = listed_anew(page, every)
    page.get_by_role("button", name="Saved").click()
    name = page.get_by_label("Keep these filters as")
    name.fill("Slow and steady")
    name.blur()
    settled(page)
    press(page, "Keep", settled)
    expect(page.get_by_text("Kept as Slow and steady.").first).to_be_visible()
    page = open_page(f"{served}/opportunities?view=All+ideas")
    assert listed(page) == every > count
    page.get_by_role("button", name="Saved").click()
    press(page, "Slow and steady", settled)
    assert listed_anew(page, every) == count
    page.keyboard.press("Escape")
    with page.expect_download() as waiting:
        page.get_by_test_id("stDownloadButton").get_by_role("button").click()
    table = pd.read_csv(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    assert len(table) == count
    assert set(table["strategy"]) == {"calendar"}


def test_a_wheel_tells_its_plan_and_how_such_ideas_ended(served: str, open_page: Open, settled: Check) -> None:
    """Past sessions are settled beside the page; then win rates stand among the numbers."""
    page = open_page(f"{served}/opportunities?view=All+ideas")
    press(page, "Wheel", settled)
    expect(page.get_by_text("Past sessions are being settled")).to_have_count(0, timeout=60_000)
    settled(page)
    mark(page, 0, settled)
    expect(page.get_by_text("The wheel from here")).to_be_visible()
    expect(page.get_by_text("Then sell calls at or above")).to_be_visible()
    expect(page.get_by_text("past ideas like it")).to_be_visible()


def test_columns_that_nobody_knows_are_named_by_hand(served: str, open_page: Open, settled: Check) -> None:
    """The file is shown first, nothing is kept until the names make a chain."""
    page = open_page(f"{served}/opportunities?view=All+ideas")
    press(page, "Quotes", settled)
    dialog = page.get_by_role("dialog")
    dialog.locator('input[type="file"]').set_input_files(
        {"name": "kurse.csv", "mimeType": "text/csv", "buffer": strange_file()}
    )
    expect(dialog.get_by_text("These columns are not known here.")).to_be_visible()
    press(page, "Bring in", settled)
    expect(dialog.get_by_text("in no known layout")).to_be_visible()
    for label, column in (
        ("Name of the underlying", "Wertpapier"), ("When the quotes were seen", "Gesehen"), ("Day (or", "Verfall"),
        ("Strike", "Basis"), ("Call or put", "Art"), ("Bid", "Geld"), ("Ask", "Brief"), ("Price of the", "Kurs"),
    ):  # fmt: skip
        dialog.get_by_test_id("stSelectbox").filter(has_text=label).locator("input").click()
        page.get_by_role("option", name=column, exact=True).click()
        settled(page)
    press(page, "Bring in", settled)
    expect(page.get_by_text("of ABC are kept.").first).to_be_visible(timeout=60_000)
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize(("dark", "width"), [(False, 1440), (True, 1440), (False, 390), (True, 390)])
def test_list_and_idea_are_accessible_and_fit(
    served: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]], dark: bool, width: int
) -> None:
    """Both themes, a desk and a phone: nothing serious, nothing cut off at the side."""
    page = open_page(f"{served}/opportunities?view=All+ideas", dark=dark, width=width)
    for view in ("list", "idea"):
        if view == "idea":
            page.get_by_test_id("stDataFrame").scroll_into_view_if_needed()
            mark(page, 1, settled)
        page.wait_for_timeout(DRAWN)
        assert serious_findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        parts = page.get_by_test_id("stMain").locator("p, h2, h3, button, li")
        boxes = [box for each in parts.all() if each.is_visible() and (box := each.bounding_box())]
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes), view
