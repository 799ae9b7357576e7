"""A real server and a real browser: pages fail on foreign requests, script errors and console errors."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
READY = '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
# The visitor's mark stands in the header and takes no room on the page.
DRAWN = '[data-testid="stMain"] [data-testid="stElementContainer"]:not(.st-key-role)'
# On a deep link Streamlit first looks for its server under the page's own address and logs the 404.
PROBED = ("/_stcore/health", "/_stcore/host-config")
# What the policy stopped is listed apart: a hostile page is expected to be stopped.
REFUSED_BY_POLICY = "violates the following Content Security Policy directive"
PATIENCE = 20_000  # milliseconds that a crowded machine may take to show something


@dataclass
class Faults:
    """What went wrong in a page while a test drove it."""

    allowed_host: str
    found: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext, page: Page) -> None:
        """Collect foreign requests, script errors and console errors from now on."""
        context.on("request", lambda request: self._request(request.url))
        context.on("requestfailed", lambda request: self._failed(request.url, request.failure or ""))
        page.on("pageerror", lambda error: self.found.append(f"script error: {error}"))
        page.on("console", self._console)

    def _request(self, url: str) -> None:
        if urlparse(url).scheme not in ("data", "blob") and urlparse(url).netloc != self.allowed_host:
            self.found.append(f"request to another host: {url}")

    def _failed(self, url: str, reason: str) -> None:
        """What the policy stopped never left the browser, though it was announced."""
        announced = f"request to another host: {url}"
        if "csp" in reason.lower() and announced in self.found:
            self.found.remove(announced)

    def _console(self, message: ConsoleMessage) -> None:
        if REFUSED_BY_POLICY in message.text:
            self.refused.append(message.text)
        elif message.type == "error" and not message.location["url"].endswith(PROBED):
            self.found.append(f"console error: {message.text} ({message.location['url']})")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: quick tests fail first, and playwright's event loop disturbs no other test.

    Among them the longest stories come first, so that at the end no worker is left alone with one.

    One that fails is run once more, and the report says so: on a crowded machine a browser may come too late.
    """
    for item in items:
        if item.get_closest_marker("browser") is not None and item.get_closest_marker("soak") is None:
            item.add_marker(pytest.mark.flaky(reruns=1))
    stories = Counter(item.path for item in items)

    def place(item: pytest.Item) -> tuple[bool, int, Path]:
        is_browser = item.get_closest_marker("browser") is not None
        return (True, -stories[item.path], item.path) if is_browser else (False, 0, Path())

    items.sort(key=place)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine, or one clear line why these tests did not run."""
    if CHROMIUM is None:
        reason = "no Chromium here: install chromium to run the browser tests"
        if os.environ.get("TOPTION_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


def served(script: Path, data: Path, **settings: str) -> Iterator[str]:
    """Run `script` on a free port with a data folder and settings of its own; yields the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"TOPTION_DATA": str(data), "PYTHONPATH": str(ROOT), "STREAMLIT_SERVER_HEADLESS": "true"}
    environment |= {"TOPTION_FITTING": "off"}  # a list must not change under a test because a minute has passed
    environment |= settings
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    log = data / "server.log"
    with log.open("wb") as output, subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
    ) as server:  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{address}/_stcore/health", server, log)
            yield address
        finally:
            server.terminate()


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
    pytest.fail(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def app(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real application, with an empty data folder."""
    yield from served(ROOT / "app.py", tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def demo(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo of the building blocks, with the product's own static files."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "tests" / "browser" / "demo", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "pages" / "ui" / "static", folder / "static")
    yield from served(folder / "app.py", folder)


@pytest.fixture(scope="session")
def serve(browser: Browser) -> Callable[..., AbstractContextManager[str]]:
    """Start fresh servers of the real application: a context manager from a data folder and settings to an address."""
    return lambda data, **settings: contextmanager(served)(ROOT / "app.py", data, **settings)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample world in it, made by the command that people use."""
    folder = tmp_path_factory.mktemp("sample")
    environment = {"TOPTION_DATA": str(folder), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    subprocess.run([sys.executable, "-m", "engine", "sample"], cwd=ROOT, env=environment, check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def world(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder behind `served`: a sample world of the module's own."""
    return Path(shutil.copytree(sample, tmp_path_factory.mktemp("world"), dirs_exist_ok=True))


@pytest.fixture
def fresh(sample: Path, tmp_path: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """A sample world of the test's own on its first day, also when the test is run once more."""
    with serve(Path(shutil.copytree(sample, tmp_path / "world"))) as address:
        yield address


@pytest.fixture(scope="module", name="served")
def served_world(world: Path, serve: Callable[[Path], AbstractContextManager[str]]) -> Iterator[str]:
    """The address of the application over the sample world."""
    with serve(world) as address:
        yield address


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a fresh browser profile: `open_page(url, dark=False, width=1440, height=900)`.

    `prepare(page)` is called before the page is fetched, for routes and scripts. When the test ends it fails
    on any request to another host, script error or console error; what the content policy refused is listed
    in `page.refused`.
    """
    opened: list[tuple[BrowserContext, Faults]] = []

    def go(
        url: str,
        *,
        dark: bool = False,
        width: int = 1440,
        height: int = 900,
        is_phone: bool = False,
        prepare: Callable[[Page], None] | None = None,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=is_phone,
            is_mobile=is_phone,
        )
        page, faults = context.new_page(), Faults(urlparse(url).netloc)
        page.refused = faults.refused  # type: ignore[attr-defined]  # tests read what the policy stopped
        faults.watch(context, page)
        opened.append((context, faults))
        if prepare is not None:
            prepare(page)
        page.goto(url)
        settled(page)
        return page

    yield go
    for context, _ in opened:
        context.close()
    assert not (found := [fault for _, faults in opened for fault in faults.found]), "\n".join(found)


@pytest.fixture
def page(app: str, open_page: Callable[..., Page]) -> Page:
    """The application's first page, at 1440 × 900 in the light theme."""
    return open_page(app)


# After two frames the page says that it runs, if what was just pressed made it run.
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))"


def settled(page: Page) -> None:
    """Wait until the page is connected, its script has ended and something is drawn."""
    page.evaluate(FRAMES)
    page.wait_for_selector(READY, timeout=60_000)
    page.wait_for_selector(DRAWN, timeout=60_000)
    page.wait_for_selector(READY, timeout=60_000)


def serious_findings(page: Page) -> list[str]:
    """What axe calls serious or critical on this page, one line each."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{found['id']}: {found['help']}: {node['html'][:200]}"
        for found in violations
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


@pytest.fixture(name="settled")
def settled_fixture() -> Callable[[Page], None]:
    """`settled(page)` for tests, which cannot import from here."""
    return settled


@pytest.fixture(name="serious_findings")
def serious_findings_fixture() -> Callable[[Page], list[str]]:
    """`serious_findings(page)` for tests, which cannot import from here."""
    return serious_findings
