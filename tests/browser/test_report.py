"""The report of a run in a real browser: nothing is asked for, nothing runs, everybody can read it, and it prints."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from engine.bots.backtest import Setup
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import axis
from engine.market.market import Market
from engine.services.lab.report.page import to_html
from engine.services.lab.request import LabRequest
from engine.services.lab.sweeping import Material, run_on
from tests.builders import walk

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a small run, as a file."""
    axes = (axis("window", "8:20:2"), axis("k_sigma", "0.5:2.0:0.25"))
    asked = LabRequest("TEST", "1h", BotParameters(), axes, Setup(), shuffles=19, folds=6)
    run = run_on(Material(walk(3, 24 * 200), Market("TEST", lot_step=1e-6, minimum_notional=0.0), "made"), asked)
    assert run is not None
    path = tmp_path_factory.mktemp("report") / "run.html"
    path.write_bytes(to_html(run, "<b>first</b> try", "abc12345"))
    return path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
def test_the_report_asks_for_nothing_and_everybody_can_read_it(
    browser: Browser, report: Path, serious_findings: Callable[[Page], list[str]], dark: bool, width: int
) -> None:
    """No request but the file, no message, no serious finding of axe, nothing cut off at the side."""
    context = browser.new_context(
        color_scheme="dark" if dark else "light", viewport={"width": width, "height": 900}, bypass_csp=True
    )  # fmt: skip
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(report.as_uri())
    assert page.inner_text("h1") == "<b>first</b> try"
    assert page.locator("svg").count() == 6
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(16, 21, 27)" if dark else "rgb(255, 255, 255)"
    )
    assert (asked, said) == ([report.as_uri()], [])
    assert serious_findings(page) == []
    context.close()


def test_printed_it_is_light_and_its_charts_stand_side_by_side(browser: Browser, report: Path) -> None:
    """Ink is dear, and paper is white even at night."""
    context = browser.new_context(color_scheme="dark", viewport={"width": 800, "height": 1100})
    page = context.new_page()
    page.goto(report.as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    tops = page.evaluate("[...document.querySelectorAll('figure')].slice(0, 2).map(each => each.offsetTop)")
    assert tops[0] == tops[1]
    assert page.pdf(format="A4").startswith(b"%PDF")
    context.close()
