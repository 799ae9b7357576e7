"""The conversation in a real browser: words move sliders, chart, versions and files, and see them moved."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.hands import expected_edge, press, say, shows, slider, turn, upper_edge

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], Any]
TUNE = "tune_a_bot?market=SIM-"
DOCUMENTED = (
    (
        "I want more aggressive trading with higher sensitivity. Increase my risk tolerance.",
        {"window": "12", "k_sigma": "1", "risk_factor": "0.7", "base_trade_size": "0.0015"},
    ),
    ("Make it more conservative", {"window": "12", "k_sigma": "1", "risk_factor": "0.4", "base_trade_size": "0.0008"}),
    ("Increase my sensitivity to recent price movements", {"window": "10", "k_sigma": "0.9", "risk_factor": "0.4"}),
    ("Increase risk factor to 0.8", {"window": "10", "k_sigma": "0.9", "risk_factor": "0.8"}),
)


def card(page: Page) -> Locator:
    """The open card."""
    return page.get_by_role("region", name="Proposed change")


def kept(page: Page) -> dict[str, Any]:
    """The settings as the page exports them."""
    page.get_by_role("button", name="More").click()
    page.get_by_text("Export as a file").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    page.keyboard.press("Escape")
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["settings"]
    return found


def test_the_documented_conversation_moves_everything(
    served: str, world: Path, open_page: Open, settled: Check
) -> None:
    """Four sentences and four clicks: sliders and chart follow the words, versions and file follow the clicks."""
    page = open_page(f"{served}/{TUNE}ETH · 1h")
    for number, (words, values) in enumerate(DOCUMENTED, start=2):
        say(page, words, settled)
        shows(page, **values)
        assert upper_edge(page) == expected_edge(
            world, "SIM-ETH", window=int(values["window"]), k_sigma=float(values["k_sigma"])
        )
        expect(page.get_by_text(f"{number - 1} kept")).to_be_visible()
        card(page).get_by_role("button", name="Apply").click()
        if number == 5:  # two fifths of the allowed range in one sentence
            card(page).get_by_role("button", name="Yes, apply").click()
        expect(page.get_by_text(f"Applied as version {number}")).to_be_visible()
        expect(page.get_by_text(f"{number} kept")).to_be_visible()
        settled(page)
        shows(page, **values)
    found = kept(page)
    assert {name: found[name] for name in ("window", "k_sigma", "risk_factor", "base_trade_size")} == {
        "window": 10, "k_sigma": 0.9, "risk_factor": 0.8, "base_trade_size": 0.0008,
    }  # fmt: skip


def test_words_begin_where_the_sliders_stand(served: str, open_page: Open, settled: Check) -> None:
    """A move that is not kept yet is what "two more" starts from, and it is kept with the words' change."""
    page = open_page(f"{served}/{TUNE}SOL · 1h")
    turn(page, "window", "ArrowRight", settled)
    say(page, "set k_sigma to 1.5", settled)
    shows(page, window="16", k_sigma="1.5")
    expect(card(page)).to_contain_text("Kept with it, moved before: window 15 → 16")
    press(page, "Apply", settled)
    say(page, "undo", settled)
    shows(page, window="15", k_sigma="1.2")
    press(page, "Apply", settled)
    expect(page.get_by_text("Back at version 1")).to_be_visible()
    expect(page.get_by_text("2 kept")).to_be_visible()
    turn(page, "window", "ArrowRight", settled)
    say(page, "undo", settled)
    shows(page, window="15")
    expect(page.get_by_text("Your change is off the screen")).to_be_visible()


def test_undo_takes_a_proposal_off_the_screen_and_redo_brings_it_again(
    served: str, open_page: Open, settled: Check
) -> None:
    """Card, sliders and chart go back and forth together, by the same keys as a move by hand."""
    page = open_page(f"{served}/{TUNE}XRP · 1h")
    before = upper_edge(page)
    say(page, "set window to 18", settled)
    shows(page, window="18")
    slider(page, "risk_factor").focus()
    page.keyboard.press("Control+z")
    shows(page, window="15")
    settled(page)
    expect(card(page)).to_have_count(0)
    assert upper_edge(page) == before
    page.keyboard.press("Control+y")
    shows(page, window="18")
    expect(card(page)).to_be_visible()
    press(page, "Discard", settled)
    shows(page, window="15")
    press(page, "Show again", settled)
    shows(page, window="18")
    press(page, "Apply", settled)
    press(page, "Take back", settled)
    shows(page, window="15")
    expect(page.get_by_text("Version 2 was taken back")).to_be_visible()


def test_a_slider_that_moves_takes_the_proposal_into_ones_own_change(
    served: str, open_page: Open, settled: Check
) -> None:
    """What was measured on the card is no more what is shown: the card says so, nothing is lost."""
    page = open_page(f"{served}/{TUNE}DOGE · 1h")
    say(page, "set window to 18", settled)
    turn(page, "k_sigma", "ArrowRight", settled)
    expect(card(page)).to_have_count(0)
    expect(page.get_by_text("not kept yet")).to_be_visible()
    expect(page.get_by_text("Overtaken")).to_be_visible()
    shows(page, window="18", k_sigma="1.3")
    press(page, "Undo", settled)
    expect(card(page)).to_be_visible()
    press(page, "Edit", settled)
    expect(page.get_by_text("In your change")).to_be_visible()
    press(page, "Apply", settled)
    expect(page.get_by_text("2 kept")).to_be_visible()
    shows(page, window="18", k_sigma="1.2")


def test_what_another_window_kept_overtakes_a_card(served: str, open_page: Open, settled: Check) -> None:
    """Two windows on one bot: the second click keeps nothing that was measured on settings of yesterday."""
    first, second = (open_page(f"{served}/{TUNE}BTC · 1h") for _ in range(2))
    say(first, "set window to 18", settled)
    say(second, "set k_sigma to 1.5", settled)
    press(second, "Apply", settled)
    expect(second.get_by_text("Applied as version 2")).to_be_visible()
    press(first, "Apply", settled)
    expect(first.get_by_test_id("stAlert")).to_contain_text("Nothing was overwritten")
    expect(first.get_by_text("2 kept")).to_be_visible()
    expect(first.get_by_text("Overtaken").first).to_be_visible()
    shows(first, k_sigma="1.5")
    press(first, "Measure again", settled)
    shows(first, window="18", k_sigma="1.5")
    press(first, "Discard", settled)
    press(second, "Take back", settled)
    say(first, "set risk_factor to 0.6", settled)
    shows(first, window="15", k_sigma="1.2", risk_factor="0.6")
    expect(card(first)).to_be_visible()


def test_a_question_leaves_the_proposal_open_and_within_reach(served: str, open_page: Open, settled: Check) -> None:
    """Whoever asks back before applying must not have to scroll for the button."""
    page = open_page(f"{served}/{TUNE}SOL · 1h")
    say(page, "set window to 14", settled)
    say(page, "how risky is this?", settled)
    still = page.get_by_role("region", name="Still open")
    expect(still).to_contain_text("→ 14")
    still.get_by_role("button", name="Apply").click()
    expect(still).to_have_count(0)
    shows(page, window="14")
    settled(page)
    expect(page.get_by_text("Applied as version").last).to_be_visible()


def test_a_large_step_is_asked_for_twice(served: str, open_page: Open, settled: Check) -> None:
    """One slip of a digit must not become a version by one click."""
    page = open_page(f"{served}/{TUNE}BTC · 1h")
    say(page, "set window to 30", settled)
    card(page).get_by_role("button", name="Apply").click()
    expect(card(page)).to_contain_text("A large step: window")
    expect(page.get_by_role("button", name="No")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page).get_by_role("button", name="Apply")).to_be_focused()
    card(page).get_by_role("button", name="Apply").click()
    press(page, "Yes, apply", settled)
    expect(page.get_by_text("Applied as version").last).to_be_visible()


def test_words_are_shown_as_they_are_and_survive_a_reload(served: str, open_page: Open, settled: Check) -> None:
    """Markup from a person or a model is text, today and after a restart."""
    page = open_page(f"{served}/{TUNE}BTC · 1h")
    hostile = '<img src="https://elsewhere.example/x.png"> **bold** [a](https://elsewhere.example) :red[x] $x$'
    for _ in range(2):
        if not page.locator(".entry.you", has_text=hostile).count():
            say(page, hostile, settled)
        expect(page.locator(".entry.you .text", has_text=hostile)).to_have_text(hostile)
        assert page.locator(".log img, .log a, .log strong").count() == 0
        page.reload()
        settled(page)


def test_the_keyboard_is_enough(served: str, open_page: Open, settled: Check) -> None:
    """Enter sends, Shift and Enter makes a line, the arrow brings the last words again, and the focus stays."""
    page = open_page(f"{served}/{TUNE}DOGE · 1h")
    box = page.get_by_role("textbox", name="Your message")
    box.press_sequentially("set window to 22")
    box.press("Shift+Enter")
    box.press_sequentially("set k_sigma to 1.4")
    box.press("Enter")
    expect(box).to_have_value("")
    expect(box).to_be_focused()
    shows(page, window="22", k_sigma="1.4")
    settled(page)
    expect(box).to_be_focused()
    box.press("ArrowUp")
    expect(box).to_have_value("set window to 22\nset k_sigma to 1.4")
    fold = page.get_by_role("button", name="Paste something to discuss")
    fold.click()
    expect(page.get_by_label("Pasted text is read")).to_be_focused()
    page.keyboard.press("Escape")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(box).to_be_focused()


def test_words_that_follow_each_other_at_once_are_read_in_their_order(
    served: str, open_page: Open, settled: Check
) -> None:
    """Whoever types faster than a page runs gets both changes in one."""
    page = open_page(f"{served}/{TUNE}XRP · 1h")
    box = page.get_by_role("textbox", name="Your message")
    for words in ("set window to 21", "set k_sigma to 1.7"):
        box.fill(words)
        box.press("Enter")
    shows(page, window="21", k_sigma="1.7")
    settled(page)
    expect(card(page)).to_contain_text("Kept with it, moved before: window")
    press(page, "Discard", settled)
    shows(page, window="21", k_sigma="1.2")
    expect(card(page)).to_contain_text("Window")


def test_what_is_too_long_comes_back_into_the_box(served: str, open_page: Open, settled: Check) -> None:
    """Nothing that was written is lost, and the limit is said in plain words."""
    page = open_page(f"{served}/{TUNE}DOGE · 1h")
    box = page.get_by_role("textbox", name="Your message")
    box.fill("set window to 12 " * 125)
    box.press("Enter")
    expect(page.get_by_role("status").filter(has_text="characters")).to_contain_text(
        "may have 2,000 characters, this has 2,124"
    )
    expect(box).to_have_value(re.compile("^set window"))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_conversation_is_accessible_and_fits_a_phone(
    dark: bool, served: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]]
) -> None:
    """With a card, a question and a pasted text open, for everybody and on every screen."""
    page = open_page(f"{served}/{TUNE}SOL · 1h", dark=dark)
    say(page, "make it better", settled)
    say(page, "calmer, fewer trades, and keep the size", settled)
    page.get_by_role("button", name="Paste something to discuss").click()
    assert serious_findings(page) == []
    phone = open_page(f"{served}/{TUNE}SOL · 1h", dark=dark, width=390, height=844, is_phone=True)
    say(phone, "set window to 11", settled)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert serious_findings(phone) == []
