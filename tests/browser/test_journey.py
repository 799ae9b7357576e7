"""The journey in a real browser over the sample world: look, tune, see the effect, keep, take back, bring candles."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.hands import expected_edge, press, slider, turn, upper_edge

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
GOOD = "timestamp,open,high,low,close,volume\n" + "".join(
    f"2026-01-{1 + hour // 24:02d} {hour % 24:02d}:00,"
    f"{100 + hour % 7},{109 + hour % 7},{91 - hour % 3},{101 + hour % 5},1\n"
    for hour in range(24 * 20)
)


def test_a_slider_moves_the_chart_and_shows_the_effect(
    served: str, world: Path, open_page: Open, settled: Check
) -> None:
    """What the chart draws after a release is the engine's band for the new setting."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-ETH · 1h")
    assert upper_edge(page) == expected_edge(world, "SIM-ETH")
    turn(page, "k_sigma", "End", settled)
    assert upper_edge(page) == expected_edge(world, "SIM-ETH", k_sigma=3.0)
    expect(page.get_by_text("What it would have done")).to_be_visible()
    expect(page.get_by_text("Trades a week")).to_be_visible()


def test_apply_undo_redo_and_reload_keep_the_bot(served: str, open_page: Open, settled: Check) -> None:
    """Kept is kept: over undo, redo and a reload the sliders show the version that the history calls present."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-SOL · 1h")
    turn(page, "window", "ArrowRight", settled)
    expect(page.get_by_text("not kept yet")).to_be_visible()
    press(page, "Apply", settled)
    expect(page.get_by_text("2 kept")).to_be_visible()
    page.reload()
    settled(page)
    expect(slider(page, "window")).to_have_value("16")
    page.keyboard.press("Control+z")
    expect(slider(page, "window")).to_have_value("15")
    settled(page)
    page.keyboard.press("Control+y")
    expect(slider(page, "window")).to_have_value("16")
    settled(page)
    press(page, "Undo", settled)
    expect(slider(page, "window")).to_have_value("15")
    page.reload()
    settled(page)
    expect(slider(page, "window")).to_have_value("15")
    expect(page.get_by_text("2 kept")).to_be_visible()


def test_a_second_tab_cannot_overwrite_what_the_first_kept(served: str, open_page: Open, settled: Check) -> None:
    """Two tabs on one bot: the later save is refused with what changed meanwhile, and its draft stays."""
    first, second = (open_page(f"{served}/tune_a_bot?market=SIM-XRP · 1h") for _ in range(2))
    turn(first, "window", "ArrowRight", settled)
    turn(second, "window", "End", settled)
    press(first, "Apply", settled)
    press(second, "Apply", settled)
    expect(second.get_by_test_id("stAlert")).to_contain_text("window 15 → 16")
    expect(slider(second, "window")).to_have_value("30")
    first.reload()
    settled(first)
    expect(slider(first, "window")).to_have_value("16")


def test_an_impossible_setting_cannot_be_kept(served: str, open_page: Open, settled: Check) -> None:
    """A band that no close can leave never trades: it is said, with what to do, and Apply is shut."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-DOGE · 1h")
    turn(page, "window", "Home", settled)
    turn(page, "k_sigma", "End", settled)
    expect(page.get_by_text("never trades")).to_be_visible()
    expect(page.get_by_role("button", name="Apply")).to_be_disabled()
    press(page, "Discard", settled)
    expect(slider(page, "window")).to_have_value("15")


def bring(page: Page, name: str, content: bytes, symbol: str, settled: Check) -> None:
    """Fill in the dialog and press its button."""
    press(page, "Add candles", settled)
    page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_label("Market", exact=True).last.fill(symbol)
    page.get_by_label("Market", exact=True).last.press("Enter")
    expect(page.get_by_role("button", name="Bring in")).to_be_enabled()
    press(page, "Bring in", settled)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("columns.csv", b"a,b\n1,2\n"),
        ("text.csv", GOOD.replace(",100,", ",abc,", 1).encode()),
        ("twice.csv", (GOOD + GOOD.splitlines()[-1] + "\n").encode()),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    ],
    ids=["wrong-columns", "text-in-a-number", "duplicate", "not-a-table"],
)
def test_a_broken_upload_is_refused_whole(
    name: str, content: bytes, served: str, world: Path, open_page: Open, settled: Check
) -> None:
    """One clear message, and the candles are as they were."""
    before = sorted(path.name for path in (world / "candles").iterdir())
    page = open_page(served)
    bring(page, name, content, "BROKEN", settled)
    expect(page.get_by_role("dialog").get_by_test_id("stAlert")).to_contain_text("Nothing was kept")
    assert sorted(path.name for path in (world / "candles").iterdir()) == before


def test_a_file_that_is_too_large_is_told_in_words(served: str, open_page: Open, settled: Check) -> None:
    """The browser stops it before Python hears of it, and colours a name: that is no message."""
    page = open_page(served)
    press(page, "Add candles", settled)
    file = {"name": "large.csv", "mimeType": "text/csv", "buffer": GOOD.encode().ljust(11 * 2**20)}
    page.locator('input[type="file"]').set_input_files(file)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("large.csv")
    expect(dialog).to_contain_text("more than 10 MB")
    expect(dialog.get_by_role("button", name="Bring in")).to_be_disabled()


def test_own_candles_can_be_tuned_on(served: str, open_page: Open, settled: Check) -> None:
    """A file goes in through the browser and is there to be tuned on."""
    page = open_page(served)
    bring(page, "own.csv", GOOD.encode(), "OWN/USD", settled)
    expect(page.get_by_test_id("stToast")).to_contain_text("OWN/USD 1h: 480 candles")
    tune = open_page(f"{served}/tune_a_bot?market=OWN/USD · 1h")
    expect(tune.get_by_text("OWN/USD, 1 h bars")).to_be_visible()
    expect(tune.locator(".picture .edges")).to_have_attribute("d", re.compile("M.+L"))


def test_a_day_passes_in_the_sample_world(served: str, open_page: Open, settled: Check) -> None:
    """New candles come, the chart and its date move on, and the demo can begin again."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-BTC · 1h")
    before = upper_edge(page)
    press(page, "Simulated, 1 Oct 2026", settled)
    page.get_by_text("Next week").click()
    expect(page.get_by_role("button", name="Simulated, 8 Oct 2026")).to_be_visible()
    settled(page)
    assert upper_edge(page) != before
    press(page, "Simulated, 8 Oct 2026", settled)
    page.get_by_text("Reset demo").click()
    expect(page.get_by_role("button", name="Simulated, 1 Oct 2026")).to_be_visible()
    settled(page)
    assert upper_edge(page) == before


def test_a_link_brings_its_settings_and_tells_what_it_could_not(served: str, open_page: Open) -> None:
    """A shared link opens as a change that nobody has kept yet."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-BTC · 1h&window=22&k_sigma=99")
    expect(slider(page, "window")).to_have_value("22")
    expect(slider(page, "k_sigma")).to_have_value("1.2")
    expect(page.get_by_test_id("stAlert")).to_contain_text("must be 0.5 to 3")
    expect(page.get_by_text("not kept yet")).to_be_visible()
