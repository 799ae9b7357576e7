"""The live tuner in a real browser: what moves before a release, who hears of it, and how it looks."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.bots.strategy import band
from engine.bots.tape import Tape
from engine.market.synthetic import COINS, WORLD_SEED, WORLD_START_MS, simulated_bars, simulated_market
from engine.services.tune_bot import outlook, tape_of, touches
from pages.ui.look import percent

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Settled = Callable[[Page], None]


@pytest.fixture(scope="module")
def tape() -> Tape:
    """The market of the demo page."""
    return tape_of(simulated_bars(COINS[0], WORLD_SEED, WORLD_START_MS), simulated_market(COINS[0]))


def slider(page: Page, label: str) -> Locator:
    """One slider, by what people call it."""
    return page.get_by_role("slider", name=re.compile(f"^{label}"))


def path(page: Page, name: str) -> str:
    """What one of the chart's lines is drawn as; empty when there is none."""
    return page.locator(f".picture .{name}").get_attribute("d") or ""


def opened(demo: str, open_page: Open, **options: Any) -> Page:
    """The demo page of the tuner, drawn."""
    page = open_page(f"{demo}/live", **options)
    expect(page.locator(".picture .edges")).to_have_attribute("d", re.compile("M.+L"))
    return page


def hold(page: Page, thumb: Locator, to: float) -> None:
    """Drag to the share `to` of the track in many small moves, and keep the button down."""
    box = thumb.bounding_box()
    assert box is not None
    y, share = box["y"] + box["height"] / 2, float(thumb.evaluate("e => (e.value - e.min) / (e.max - e.min)"))
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * share, y)
    page.mouse.down()
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * to, y, steps=12)


def python_holds(page: Page, words: str) -> None:
    """Wait until Python's own words name this."""
    expect(page.get_by_text("Python holds")).to_contain_text(words)


def test_a_drag_moves_band_and_trades_before_python_hears_once(demo: str, open_page: Open, settled: Settled) -> None:
    """The point of it all: the hand sees at once what it does, and the server is asked when it is done."""
    page = opened(demo, open_page)
    edges, alt = path(page, "edges"), page.locator(".picture").get_attribute("aria-label")
    assert path(page, "saved") == path(page, "estimated-buys") == ""
    hold(page, slider(page, "Window"), to=1.0)
    expect(page.locator(".picture .note")).to_contain_text("estimated trades")
    assert path(page, "edges") != edges
    assert path(page, "saved") == edges
    assert path(page, "buys") == ""
    assert path(page, "estimated-buys") != ""
    expect(page.locator(".words")).to_contain_text("the mean of 30 bars")
    assert page.get_by_text("Releases heard: 0").is_visible()
    page.mouse.up()
    python_holds(page, "window 30")
    settled(page)
    expect(page.get_by_text("Releases heard: 1")).to_be_visible()
    expect(page.locator(".picture .note")).to_have_text("")
    assert path(page, "buys") != ""
    assert path(page, "estimated-buys") == ""
    assert page.locator(".picture").get_attribute("aria-label") != alt


def test_a_value_from_python_moves_thumb_and_band_back(demo: str, open_page: Open, tape: Tape) -> None:
    """Chat, undo and presets end with thumb, band and chances where Python is."""
    page = opened(demo, open_page)
    edges, ahead = path(page, "edges"), outlook(tape)
    slider(page, "Window").press("End")
    python_holds(page, "window 30")
    page.get_by_role("button", name="Chat sets the window to 20").click()
    expect(slider(page, "Window")).to_have_value("20")
    touch = touches(ahead, band(tape, 20, 1.2))
    assert touch is not None
    expect(page.locator(".pill.upper")).to_have_text(f"touches upper edge {percent(touch.upper, 0)}")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".picture .edges")).to_have_attribute("d", edges)
    expect(slider(page, "Window")).to_have_value("15")
    page.get_by_role("button", name="Bold").click()
    expect(slider(page, "Band width")).to_have_value("1")
    python_holds(page, "window 10, width 1")
    expect(page.locator(".picture .edges")).not_to_have_attribute("d", edges)


def test_keys_move_the_band_while_python_is_busy(demo: str, open_page: Open) -> None:
    """The chart works without a mouse and does not wait for anybody."""
    page = opened(demo, open_page)
    page.get_by_role("button", name="Work for a second").click()
    seen = {path(page, "edges")}
    for key in ("ArrowRight", "ArrowRight", "End"):
        slider(page, "Band width").press(key)
        page.wait_for_function("seen => !seen.includes([...document.querySelectorAll('*')].flatMap(e => e.shadowRoot ?"
                               " [...e.shadowRoot.querySelectorAll('.picture .edges')] : [])[0]?.getAttribute('d'))",
                               arg=list(seen))  # fmt: skip
        seen.add(path(page, "edges"))
    python_holds(page, "width 3")
    expect(slider(page, "Band width")).to_have_value("3")


def test_a_value_that_python_refuses_takes_everything_back(demo: str, open_page: Open) -> None:
    """The screen never keeps a value that the bot does not have."""
    page = opened(demo, open_page)
    slider(page, "Risk factor").press("End")
    python_holds(page, "risk 1")
    slider(page, "Risk factor").press("ArrowLeft")
    expect(page.get_by_text("Releases heard: 2")).to_be_visible()
    expect(slider(page, "Risk factor")).to_have_value("1")


def test_a_held_thumb_stays_in_the_hand_when_an_answer_comes(demo: str, open_page: Open) -> None:
    """The words may change under a drag; the drag must go on."""
    page = opened(demo, open_page)
    page.get_by_role("button", name="Work for a second").click()
    slider(page, "Risk factor").press("End")
    hold(page, slider(page, "Window"), to=0.5)
    python_holds(page, "risk 1")
    page.mouse.move(0, 300, steps=5)
    expect(slider(page, "Window")).to_have_value("5")
    page.mouse.up()
    python_holds(page, "window 5")


def test_three_hundred_fast_moves_are_one_release(demo: str, open_page: Open, settled: Settled) -> None:
    """A nervous hand ends with its last value and one effect; a double click with one more at most."""
    page = opened(demo, open_page)
    slider(page, "Window").evaluate(
        """input => {
            for (let i = 0; i < 300; i++) {
                input.value = 5 + (i * 7) % 26
                input.dispatchEvent(new Event("input", { bubbles: true }))
            }
            input.dispatchEvent(new Event("change", { bubbles: true }))
        }"""
    )
    last = 5 + (299 * 7) % 26
    python_holds(page, f"window {last},")
    settled(page)
    expect(page.get_by_text("Releases heard: 1")).to_be_visible()
    expect(slider(page, "Window")).to_have_value(str(last))
    page.get_by_role("button", name="Bold").dblclick()
    python_holds(page, "window 10,")
    expect(page.get_by_text("Releases heard: 1")).to_be_visible()


def test_the_pointer_reads_candle_band_trades_and_fan(demo: str, open_page: Open) -> None:
    """What a mark means stands where the pointer is; a finger works as well."""
    page = opened(demo, open_page, width=390, height=844, is_phone=True)
    box = page.locator(".canvas").bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + 30, box["y"] + 60)
    expect(page.locator(".tip")).to_contain_text(re.compile(r"2026, \d\d:00 UTC.*open.*close.*band", re.DOTALL))
    page.touchscreen.tap(box["x"] + box["width"] - 90, box["y"] + 60)
    expect(page.locator(".tip")).to_contain_text(re.compile("median.*95 %", re.DOTALL))
    found = set()
    for share in range(12, 190, 3):
        page.touchscreen.tap(box["x"] + share, box["y"] + 60)
        found |= set(re.findall("buy at|sell at", page.locator(".tip").inner_text()))
    assert found == {"buy at", "sell at"}


@pytest.mark.parametrize("width", [1440, 390])
def test_a_narrow_page_shows_the_chart_first_and_sliders_in_pairs(demo: str, open_page: Open, width: int) -> None:
    """On a phone the chart must be seen while a thumb is dragged."""
    page = opened(demo, open_page, width=width, height=844)
    chart, first, second = (
        found.bounding_box() for found in (page.locator(".canvas"), slider(page, "Window"), slider(page, "Band width"))
    )
    assert chart is not None
    assert first is not None
    assert second is not None
    assert (chart["y"] + chart["height"] <= first["y"]) == (first["y"] == second["y"]) == (width == 390)
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("e => e.scrollWidth <= e.clientWidth")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_tuner_is_accessible_in_its_theme(
    demo: str, open_page: Open, serious_findings: Callable[[Page], list[str]], dark: bool, width: int
) -> None:
    """No serious finding of axe, the theme's own colours, and nothing that the policy had to stop."""
    page = opened(demo, open_page, dark=dark, width=width)
    assert serious_findings(page) == []
    expect(page.locator(".picture .up-bodies")).to_have_css(
        "stroke", "rgb(86, 180, 233)" if dark else "rgb(0, 114, 178)"
    )
    label = page.get_by_role("img", name=re.compile("SIM-BTC.*last price.*touches the upper edge"))
    expect(label).to_be_visible()
    assert page.refused == []  # type: ignore[attr-defined]  # what the policy stopped


def test_changing_the_theme_repaints_the_tuner(demo: str, open_page: Open) -> None:
    """The colours follow by themselves."""
    page = opened(demo, open_page)
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".picture .up-bodies")).to_have_css("stroke", "rgb(86, 180, 233)")
    expect(page.locator(".picture .area")).to_have_css("fill", "rgb(133, 147, 163)")


def test_another_span_is_drawn_with_its_own_candles(demo: str, open_page: Open) -> None:
    """Three months over the same thumbs."""
    page = opened(demo, open_page)
    edges = path(page, "edges")
    page.get_by_role("radio", name="3 months").click()
    expect(page.locator(".legend h3")).to_contain_text(re.compile("a candle"))
    expect(page.locator(".picture .edges")).not_to_have_attribute("d", edges)
    expect(page.locator(".pill.upper")).to_contain_text("upper")


@pytest.mark.parametrize("width", [1440, 1024])
def test_the_legend_stands_together(demo: str, open_page: Open, width: int) -> None:
    """Beside the title or below it, where one line holds them: a mark on a line of its own looks like a mistake."""
    page = opened(demo, open_page, width=width)
    page.evaluate("() => document.fonts.ready")  # another typeface is wider
    page.locator(".legend h3").evaluate("title => title.textContent += ', and words for half a line more'")
    marks = page.locator(".legend .marks > :visible").filter(has_not_text="saved")
    tops = {box["y"] for mark in marks.all() if (box := mark.bounding_box())}
    assert len(tops) == 1


def test_foreign_names_stay_text_in_the_tuner(demo: str, open_page: Open) -> None:
    """A symbol's name or a trade's words must never run or phone home."""
    page = open_page(f"{demo}/hostile_tuner")
    expect(page.locator(".legend h3")).to_contain_text("<script>")
    expect(page.locator(".picture")).to_have_attribute("aria-label", re.compile("<script>"))
    page.locator(".canvas").hover(position={"x": 60, "y": 60})
    expect(page.locator(".tip")).to_contain_text("<script>")
    assert page.evaluate("window.hacked") is None
    assert page.locator(".tuner img").count() == 0
    assert page.refused == []  # type: ignore[attr-defined]  # nothing even tried
