"""The building blocks in a real browser: what the thumbs do, in two themes, on a phone, under the policy."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Settled = Callable[[Page], None]


def slider(page: Page, label: str) -> Locator:
    """One slider of the demo panel, by what people call it."""
    return page.get_by_role("slider", name=re.compile(f"^{label}"))


def python_holds(page: Page, **values: str) -> None:
    """Wait until Python's own words name these values."""
    for name, value in values.items():
        expect(page.get_by_text("Python holds")).to_contain_text(f"{name} {value}")


def drag(page: Page, thumb: Locator, to: float, *, release: bool = True) -> None:
    """Drag from where the middle of the track is to the share `to` of it, in many small moves."""
    box = thumb.bounding_box()
    assert box is not None
    y, share = box["y"] + box["height"] / 2, float(thumb.evaluate("e => (e.value - e.min) / (e.max - e.min)"))
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * share, y)
    page.mouse.down()
    page.mouse.move(box["x"] + 8 + (box["width"] - 16) * to, y, steps=12)
    if release:
        page.mouse.up()


def test_a_drag_reaches_python_once_and_on_release(demo: str, open_page: Open, settled: Settled) -> None:
    """While the thumb moves only the browser's numbers move; a rerun per pixel would stutter."""
    page = open_page(demo)
    drag(page, slider(page, "Window"), to=1.0, release=False)
    expect(page.locator(".slider").first).to_contain_text("15 → 30")
    expect(page.get_by_text("Releases heard: 0")).to_be_visible()
    page.mouse.up()
    python_holds(page, window="30")
    settled(page)
    expect(page.get_by_text("Releases heard: 1")).to_be_visible()


def test_a_value_from_python_moves_the_thumb_after_a_drag(demo: str, open_page: Open) -> None:
    """A chat edit or undo that leaves the thumb behind makes the next release undo it silently."""
    page = open_page(demo)
    drag(page, slider(page, "Window"), to=0.8)
    python_holds(page, window="25")
    page.get_by_role("button", name="Chat sets the window to 20").click()
    expect(slider(page, "Window")).to_have_value("20")
    page.get_by_role("button", name="Undo").click()
    expect(slider(page, "Window")).to_have_value("15")
    expect(page.locator(".slider").first).not_to_contain_text("→")
    page.get_by_role("button", name="Bold").click()
    expect(slider(page, "Window")).to_have_value("10")
    expect(page.get_by_role("button", name="Bold")).to_have_attribute("aria-pressed", "true")
    python_holds(page, window="10", width="1")


def test_the_same_release_after_an_undo_counts_again(demo: str, open_page: Open) -> None:
    """15 to 18, undo, 18 again: the second 18 is news."""
    page = open_page(demo)
    for _ in range(2):
        slider(page, "Window").press("End")
        python_holds(page, window="30")
        page.get_by_role("button", name="Undo").click()
        python_holds(page, window="15")
        expect(slider(page, "Window")).to_have_value("15")


def test_keys_move_the_thumb_and_quick_presses_are_one_release(demo: str, open_page: Open) -> None:
    """The panel works without a mouse, and holding a key does not flood the server."""
    page = open_page(demo)
    window = slider(page, "Window")
    window.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)  # a quick hand, yet time enough for a run after every press
    python_holds(page, window="18")
    expect(page.get_by_text("Releases heard: 1")).to_be_visible()
    for key, value in (("Home", "5"), ("End", "30"), ("ArrowLeft", "29")):
        page.keyboard.press(key)
        expect(window).to_have_value(value)
    before = int(window.input_value())
    page.keyboard.press("PageDown")
    assert int(window.input_value()) < before - 1
    python_holds(page, window=window.input_value())


def test_releases_during_a_busy_run_end_with_the_last_values(demo: str, open_page: Open) -> None:
    """Two thumbs moved while Python works: neither is lost, neither jumps back on the way."""
    page = open_page(demo)
    page.get_by_role("button", name="Work for a second").click()
    drag(page, slider(page, "Window"), to=0.2)
    drag(page, slider(page, "Window"), to=1.0)
    drag(page, slider(page, "Band width"), to=0.0)
    for _ in range(10):
        assert (slider(page, "Window").input_value(), slider(page, "Band width").input_value()) == ("30", "0.5")
        page.wait_for_timeout(50)
    python_holds(page, window="30", width="0.5")
    expect(slider(page, "Window")).to_have_value("30")


def until_quiet(page: Page, waiting: list[str | bytes]) -> int:
    """How many messages there are once some have come and none has for a while."""
    seen, calm = 0, 0
    while calm < 8 or not seen:
        page.wait_for_timeout(100)
        calm = calm + 1 if len(waiting) == seen else 0
        seen = len(waiting)
    return seen


def test_an_answer_to_something_older_does_not_move_a_thumb_back(demo: str, open_page: Open) -> None:
    """On a slow line the answer to the chat arrives after the next release: the thumb must stay put."""
    waiting: list[str | bytes] = []
    is_slow = False

    def relay(browser_side: WebSocketRoute) -> None:
        server_side = browser_side.connect_to_server()
        server_side.on_message(lambda message: waiting.append(message) if is_slow else browser_side.send(message))
        lines.append(browser_side)

    lines: list[WebSocketRoute] = []
    page = open_page(demo, prepare=lambda page: page.route_web_socket(re.compile("_stcore/stream"), relay))
    is_slow = True
    page.get_by_role("button", name="Chat sets the width to 1.234").click()
    older = until_quiet(page, waiting)
    drag(page, slider(page, "Window"), to=1.0)
    page.wait_for_timeout(500)
    for message in waiting[:older]:
        lines[-1].send(message)
    expect(page.locator(".slider").nth(1)).to_contain_text("1.234")
    expect(slider(page, "Window")).to_have_value("30")
    is_slow = False
    for message in waiting[older:]:
        lines[-1].send(message)
    python_holds(page, window="30", width="1.234")
    expect(slider(page, "Window")).to_have_value("30")


def test_a_value_that_python_refuses_goes_back(demo: str, open_page: Open) -> None:
    """The engine has the last word: the screen never keeps a value that the bot does not have."""
    page = open_page(demo)
    slider(page, "Risk factor").press("End")
    python_holds(page, risk="1")
    slider(page, "Risk factor").press("ArrowLeft")
    expect(page.get_by_text("Releases heard: 2")).to_be_visible()
    expect(slider(page, "Risk factor")).to_have_value("1")


def test_a_value_between_two_steps_is_shown_as_it_is(demo: str, open_page: Open) -> None:
    """The thumb snaps to its grid; the number that people read must not."""
    page = open_page(demo)
    page.get_by_role("button", name="Chat sets the width to 1.234").click()
    expect(page.locator(".slider").nth(1)).to_contain_text("1.50 → 1.234")
    expect(slider(page, "Band width")).to_have_attribute("aria-valuetext", "1.234 k σ, saved 1.50")
    expect(page.locator(".words")).to_contain_text("closes 1.234 σ under")


def test_a_value_outside_the_suggested_range_says_so_in_words(demo: str, open_page: Open) -> None:
    """Colour alone warns nobody who cannot see it."""
    page = open_page(demo)
    slider(page, "Window").press("End")
    expect(page.locator(".slider").first).to_contain_text("outside suggested 10 to 20")
    expect(slider(page, "Window")).to_have_attribute("aria-valuetext", "30 bars, saved 15, outside the suggested range")


def test_a_touch_moves_the_thumb(demo: str, open_page: Open) -> None:
    """Traders look at bots on the phone."""
    page = open_page(demo, width=390, height=844, is_phone=True)
    box = slider(page, "Window").bounding_box()
    assert box is not None
    page.touchscreen.tap(box["x"] + box["width"] - 12, box["y"] + box["height"] / 2)
    python_holds(page, window="30")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_blocks_are_accessible_and_fit(
    demo: str, open_page: Open, serious_findings: Callable[[Page], list[str]], dark: bool, width: int
) -> None:
    """No serious finding of axe, nothing cut off at the side, in the theme that was asked for."""
    page = open_page(demo, dark=dark, width=width)
    assert serious_findings(page) == []
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("e => e.scrollWidth <= e.clientWidth")
    background = page.locator('[data-testid="stApp"]').evaluate("e => getComputedStyle(e).backgroundColor")
    assert background == ("rgb(16, 21, 27)" if dark else "rgb(255, 255, 255)")
    family = page.locator(".slider label").first.evaluate("e => getComputedStyle(e).fontFamily")
    assert "Toption Sans" in family
    assert page.evaluate("[...document.fonts].some(f => f.family.includes('Toption Sans') && f.status === 'loaded')")
    assert page.refused == []  # type: ignore[attr-defined]  # what the policy stopped


@pytest.mark.parametrize("width", [1440, 390])
def test_two_sliders_stand_side_by_side_on_a_phone(demo: str, open_page: Open, width: int) -> None:
    """Four sliders in a column would push the chart off a phone's screen."""
    page = open_page(demo, width=width, height=844)
    first, second = slider(page, "Window").bounding_box(), slider(page, "Band width").bounding_box()
    assert first is not None
    assert second is not None
    assert (first["y"] == second["y"]) == (width == 390)


def test_foreign_text_stays_text_and_asks_no_other_host(demo: str, open_page: Open) -> None:
    """A model's or a stranger's words must never run or phone home, whichever block shows them."""
    page = open_page(f"{demo}/hostile")
    for block in ("ul.cards", "ol.cards", ".book", ".groups", ".legend"):
        expect(page.locator(block)).to_contain_text("<script>")
    assert page.evaluate("window.hacked") is None
    assert page.locator("li.card img, .panel img, .book img, .groups img, .head img").count() == 0
    away = [each.get_attribute("href") or "" for each in page.locator('a[href*="example.invalid"]').all()]
    assert all(each.startswith("?idea=") for each in away)  # a name in an address of our own leads nowhere else
    assert page.refused != []  # type: ignore[attr-defined]  # plain markdown tried to fetch its picture


def test_every_answer_carries_the_policy(demo: str, open_page: Open) -> None:
    """A header that is missing on one path is missing."""
    page = open_page(demo)
    for path in ("/", "/hostile", "/_stcore/health", "/app/static/toption-sans.woff2", "/nothing.js"):
        headers = page.request.get(f"{demo}{path}").headers
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
