"""The Forecast tab in a real browser: opened, taken away, brought back under another name, drawn and listed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Check = Callable[[Page], object]


def test_ours_is_taken_away_and_brought_back_as_somebody_elses(
    served: str, open_page: Open, settled: Check, tmp_path: Path
) -> None:
    """The whole way of a forecast: seen, saved as a file, looked at, kept, drawn with its name, listed."""
    page = open_page(f"{served}/tune_a_bot?market=SIM-ETH")
    page.get_by_role("tab", name="Forecast").click()
    expect(page.locator(".st-key-forecast_ahead .js-plotly-plot")).to_be_visible()
    assert "tab=Forecast" in page.url
    with page.expect_download() as given:
        page.get_by_role("button", name="Take ours away").click()
    file = tmp_path / "model_predictions.json"
    given.value.save_as(file)
    assert json.loads(file.read_text("utf-8"))["predictions"][0]["unique_id"] == "SIM-ETH"
    page.get_by_role("button", name="Bring a forecast").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[type=file]").set_input_files(file)
    dialog.get_by_role("textbox", name="Whose it is").fill("my lab")
    dialog.get_by_role("textbox", name="Whose it is").press("Enter")
    dialog.get_by_role("button", name="Keep it").click()
    expect(dialog).to_have_count(0)
    settled(page)
    picture = page.locator(".st-key-forecast_ahead .js-plotly-plot")
    expect(picture.locator(".annotation-text", has_text="my lab")).to_be_visible()
    expect(page.locator(".st-key-forecast_live")).to_contain_text("my lab")
    page.get_by_role("tab", name="Bot").click()
    expect(page.locator("#slider-window")).to_be_visible()


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)], ids=["desk-light", "phone-dark"])
@pytest.mark.parametrize("address", ["tune_a_bot?market=SIM-BTC&tab=Forecast", "how_it_works"])
def test_everybody_can_read_it_and_nothing_is_cut_off(
    served: str, open_page: Open, serious_findings: Callable[[Page], list[str]], address: str, width: int, dark: bool
) -> None:
    """No serious finding of axe, in either theme, and no scrolling to the side on a phone."""
    page = open_page(f"{served}/{address}", width=width, dark=dark, is_phone=width < 500)
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
    expect(page.get_by_test_id("stException")).to_have_count(0)
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
