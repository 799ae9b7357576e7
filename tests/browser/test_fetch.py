"""Candles from an exchange through the browser: progress, cancel, going on, and a network that is not there."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Page, expect

from engine.gateways.candle_library import CandleLibrary
from tests.builders import START_MS, walk
from tests.loopback_exchange import Fault, LoopbackExchange, Reply, serving

pytestmark = pytest.mark.browser  # each test goes on from the one before
Check = Callable[[Page], None]
Open = Callable[..., Page]
HOUR = 3_600_000
LATE = 30_000  # milliseconds that a crowded machine may take to show something


@pytest.fixture(scope="module")
def exchange() -> Iterator[LoopbackExchange]:
    """An exchange on this machine."""
    with serving(LoopbackExchange(walk(9, 3000), START_MS + 2500 * HOUR + 1)) as running:
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of this installation."""
    return tmp_path_factory.mktemp("fetch")


@pytest.fixture(scope="module")
def address(
    exchange: LoopbackExchange, folder: Path, serve: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """The application, its every exchange being the one on this machine."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TOPTION_EXCHANGE_URL", exchange.url)
        with serve(folder) as running:
            yield running


def begin(page: Page, symbol: str, settled: Check) -> None:
    """Open the dialog's second tab, fill it in and press its button."""
    page.get_by_test_id("stButton").get_by_role("button", name="Candles").click()
    page.get_by_role("tab", name="From an exchange").click()
    page.get_by_label("Symbol", exact=True).fill(symbol)
    page.get_by_label("Symbol", exact=True).press("Enter")
    page.get_by_role("button", name="Fetch", exact=True).click()
    settled(page)


def after(moment: Event) -> Fault:
    """An answer that comes after this moment, or just before the fetch would give it up."""

    def late(reply: Reply) -> Reply:
        moment.wait(4.0)
        return reply

    return late


def rows(folder: Path, symbol: str) -> int:
    """How many candles are stored; 0 for none yet."""
    listings = CandleLibrary(folder / "candles").listings()
    return sum(listing.rows for listing in listings if listing.symbol == symbol)


def wait_for_rows(page: Page, folder: Path, count: int) -> None:
    """Wait until so many candles of BTC/USDT are stored."""
    for _ in range(LATE // 100):
        if rows(folder, "BTC/USDT") == count:
            return
        page.wait_for_timeout(100)
    assert rows(folder, "BTC/USDT") == count


def test_candles_come_from_an_exchange(address: str, open_page: Open, settled: Check, folder: Path) -> None:
    """The window closes and says what came."""
    page = open_page(address)
    begin(page, "btc/usdt", settled)
    expect(page.get_by_test_id("stToast")).to_contain_text(
        "BTC/USDT 1h: 2,500 candles (2,500 new), no gap", timeout=LATE
    )
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert rows(folder, "BTC/USDT") == 2500


def test_a_stopped_fetch_goes_on(
    address: str, open_page: Open, settled: Check, folder: Path, exchange: LoopbackExchange
) -> None:
    """Cancel keeps what came; the same again brings the rest."""
    stopped = Event()
    exchange.fail("candles", None, after(stopped), after(stopped))
    page = open_page(address)
    begin(page, "ETH/USDT", settled)
    expect(page.get_by_role("dialog")).to_contain_text("1,000 candles")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Cancel")).to_be_disabled()
    stopped.set()
    alert = page.get_by_role("dialog").get_by_test_id("stAlert")
    expect(alert).to_contain_text("Stopped: fetch the same again to go on", timeout=LATE)
    assert 0 < rows(folder, "ETH/USDT") < 2500
    page.get_by_role("button", name="Fetch", exact=True).click()
    expect(page.get_by_test_id("stToast").last).to_contain_text("ETH/USDT 1h: 2,500 candles", timeout=LATE)
    assert rows(folder, "ETH/USDT") == 2500


@pytest.mark.parametrize("is_over", [True, False])
def test_a_closed_window_loses_nothing(
    is_over: bool, address: str, open_page: Open, settled: Check, folder: Path, exchange: LoopbackExchange
) -> None:
    """The fetch goes on; the next thing the person does says what came of it, at once or when it is over."""
    closed, before = Event(), rows(folder, "BTC/USDT")
    exchange.fail("candles", after(closed))
    exchange.now_ms += HOUR
    page = open_page(address)
    begin(page, "BTC/USDT", settled)
    expect(page.get_by_role("dialog")).to_contain_text("You may close this window", timeout=LATE)
    page.get_by_role("dialog").get_by_role("button", name="Close").first.click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    if is_over:
        closed.set()
        wait_for_rows(page, folder, before + 1)
    page.get_by_test_id("stButton").get_by_role("button", name="Candles").click()
    closed.set()
    expect(page.get_by_test_id("stToast")).to_contain_text(f"BTC/USDT 1h: {before + 1:,} candles", timeout=LATE)


def test_what_cannot_be_fetched_is_one_line(address: str, open_page: Open, settled: Check) -> None:
    """And the form is there for another try."""
    page = open_page(address)
    begin(page, "BTC/USDX", settled)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_test_id("stAlert")).to_contain_text("'BTC/USDX' is not listed on binance")
    expect(dialog.get_by_label("Symbol", exact=True)).to_be_visible()


def test_the_dialog_is_accessible(
    address: str, open_page: Open, settled: Check, serious_findings: Callable[[Page], list[str]]
) -> None:
    """With its second tab open, light and dark, wide and narrow."""
    for dark in (False, True):
        page = open_page(address, dark=dark, width=390, height=844)
        page.get_by_test_id("stButton").get_by_role("button", name="Candles").click()
        page.get_by_role("tab", name="From an exchange").click()
        page.get_by_label("Symbol", exact=True).wait_for()
        settled(page)
        assert serious_findings(page) == []
