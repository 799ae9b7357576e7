"""Pictures of the real product: a server with a fresh sample world, a browser, and the way through the pages."""

import io
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT: Final = Path(__file__).resolve().parent.parent
NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
FLAGS: Final = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SAMPLE: Final = ROOT / "data" / "sample" / "sim_btc_1h.csv"
READY: Final = '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
VIEWPORT: Final = {"width": 1440, "height": 900}
WIDEST: Final = 1200  # pixels of a picture; the browser itself draws at this scale, which keeps letters sharp
COLOURS: Final = 256
VERDICT_MS: Final = 180_000  # a slow machine may take a minute to ask luck
DRAWN_MS: Final = 1500  # charts and tables draw a moment after the page is ready
WISH: Final = "calmer, fewer trades, and keep the size"
STEPS_UP: Final = 5  # the window goes from 15 to 20 bars


def chromium() -> str | None:
    """The path of this machine's Chromium, None when it has none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def served(data: Path) -> Iterator[str]:
    """Run the application over a sample world in the folder `data`; yields its address."""
    environment = {**os.environ, "TOPTION_DATA": str(data), "DATABASE_URL": "", "PYTHONPATH": str(ROOT)}
    port, log = free_port(), data / "server.log"
    made = [sys.executable, "-m", "engine", "sample"]
    serve = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    subprocess.run(made, cwd=ROOT, env=environment, check=True, capture_output=True)  # noqa: S603 - our own command
    with (
        log.open("wb") as output,
        subprocess.Popen(serve, cwd=ROOT, env=environment, stdout=output, stderr=output) as server,  # noqa: S603
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers; when it died or is silent for a minute, its log tells why."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=1):  # noqa: S310 - our own server
                return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.1)
    raise SystemExit(f"the server did not start:\n{log.read_text(encoding='utf-8')}")


@contextmanager
def working(executable: str) -> Iterator[Browser]:
    """The Chromium at this path, started and ended."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()


def take_pictures(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    """Every picture of the documentation, one after the other, as it is written."""
    yield from whole_pages(browser, address, folder)
    yield opportunities(browser, address, folder)
    yield feed(browser, address, folder)
    yield from details(browser, address, folder)


def whole_pages(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    """Home, the tuner with a proposal in both themes, its forecast, and the lab with its verdict."""
    scale = WIDEST / VIEWPORT["width"]
    page = opened(browser, address, scale=scale)
    yield keep(page.screenshot(clip={"x": 0, "y": 0, "width": 1440, "height": 600}), folder / "home.png")
    for name, is_dark in (("tune-light", False), ("tune-dark", True)):
        page = opened(browser, f"{address}/tune_a_bot", scale=scale, is_dark=is_dark)
        say(page)
        yield keep(page.screenshot(), folder / f"{name}.png")
    page = opened(browser, f"{address}/tune_a_bot?market=SIM-BTC&tab=Forecast", scale=scale)
    page.locator(".st-key-forecast_ahead .js-plotly-plot").wait_for(timeout=60_000)
    settle(page)
    yield keep(page.screenshot(), folder / "forecast.png")
    page = opened(browser, f"{address}/lab?market=SIM-BTC · 1h", scale=scale)
    page.locator(".st-key-lab_verdict").wait_for(timeout=VERDICT_MS)
    settle(page)
    yield keep(page.screenshot(), folder / "lab.png")


def opportunities(browser: Browser, address: str, folder: Path) -> Path:
    """The list of ideas, the quietest ones first, as a screener shows it."""
    page = opened(browser, f"{address}/opportunities?view=All+ideas", scale=WIDEST / VIEWPORT["width"])
    page.get_by_role("button", name="Iron condor").click()
    settle(page)
    page.get_by_text("Past sessions are being settled").wait_for(state="detached", timeout=60_000)
    settle(page)
    return keep(page.screenshot(), folder / "opportunities.png")


def feed(browser: Browser, address: str, folder: Path) -> Path:
    """The feed in the recommended order, for somebody who has saved a few."""
    page = opened(browser, f"{address}/opportunities?order=Recommended", scale=WIDEST / VIEWPORT["width"])
    page.get_by_text("Past sessions are being settled").wait_for(state="detached", timeout=60_000)
    settle(page)
    for number in (1, 3, 4):
        page.locator("li.card").nth(number).get_by_role("button", name="Save").click()
        settle(page)
    return keep(page.screenshot(), folder / "feed.png")


def details(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    """The parts of the tuner that the tutorial talks about, then versions and the import."""
    page = opened(browser, f"{address}/tune_a_bot")
    move_window(page)
    yield part(page.locator(".view"), folder / "chart.png")
    yield part(page.locator(".st-key-results"), folder / "results.png")
    yield part(page.locator(".st-key-your_change"), folder / "change.png")
    page.get_by_role("button", name="Apply").click()
    page.get_by_text("Kept as version").wait_for(state="visible")
    settle(page)
    yield part(page.locator(".st-key-versions"), folder / "versions.png")
    say(page)
    yield part(page.locator(".st-key-conversation"), folder / "words.png")
    page.get_by_role("button", name="Discard").click()
    settle(page)
    page.get_by_role("button", name="Candles").click()
    page.locator('input[type="file"]').set_input_files(SAMPLE)
    name = page.get_by_placeholder("such as BTC/USDT").first
    name.fill("SIM-TRY")
    name.blur()
    settle(page)
    yield part(page.get_by_role("dialog"), folder / "import.png")


def opened(browser: Browser, address: str, *, scale: float = 1.0, is_dark: bool = False) -> Page:
    """A page in a fresh browser profile, drawn at `scale`."""
    context = browser.new_context(
        viewport={"width": VIEWPORT["width"], "height": VIEWPORT["height"]},
        device_scale_factor=scale,
        color_scheme="dark" if is_dark else "light",
    )
    page = context.new_page()
    page.goto(address)
    settle(page)
    return page


def settle(page: Page) -> None:
    """Wait until the script has ended and what it sent is drawn."""
    page.wait_for_selector(READY, timeout=60_000)
    page.wait_for_timeout(DRAWN_MS)
    page.wait_for_selector(READY, timeout=60_000)


def move_window(page: Page) -> None:
    """Move the first slider by keys, as a hand would, and leave it."""
    slider = page.get_by_role("slider", name="Window")
    slider.focus()
    for _ in range(STEPS_UP):
        slider.press("ArrowRight")
    page.get_by_text("not kept yet").wait_for(timeout=60_000)
    slider.blur()
    settle(page)


def say(page: Page) -> None:
    """Send a wish, as a hand would, and leave the box."""
    box = page.get_by_role("textbox", name="Your message")
    box.fill(WISH)
    box.press("Enter")
    page.get_by_role("region", name="Proposed change").wait_for(timeout=60_000)
    box.blur()
    settle(page)


def part(found: Locator, file: Path) -> Path:
    """Keep the picture of one part of the page."""
    return keep(found.screenshot(), file)


def keep(png: bytes, file: Path) -> Path:
    """Write a picture with few colours, which makes it small; the screens have few to begin with."""
    image = without_empty_end(Image.open(io.BytesIO(png)).convert("RGB"))
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    return file


def without_empty_end(image: Image.Image) -> Image.Image:
    """The picture without the empty page under its last line."""
    empty = Image.new("RGB", image.size, image.getpixel((image.width // 2, image.height - 1)))
    drawn = ImageChops.difference(image, empty).getbbox()
    return image.crop((0, 0, image.width, drawn[3])) if drawn else image
