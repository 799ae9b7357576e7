"""How long a click in the feed waits for the next order: from the finger on the button to the new cards painted.

`python -m benchmarks.screen_feed` runs the real application over a fresh sample world with its models fitted, in a real
Chromium, and prints every figure beside its goal; `python -m benchmarks.screens` has the same rows among the others.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from benchmarks.harness import print_machine, print_table
from benchmarks.peers import ROOT
from benchmarks.screen_browser import chromium, fresh, middle, settled, share
from benchmarks.screen_server import Server, make_world, serving

CLICKS: Final = 60
GOAL: Final = 100  # ms
QUIET: Final = {"TOPTION_FITTING": "off"}  # no fit begins beside the clicks that are measured
PATIENCE: Final = 60_000  # ms: the first scan of a day
DEEDS: Final = ("Dismiss", "Save", "Undo", "Paper trade", "Dismiss", "Undo")

Row = tuple[str, float, float | None, str]

WATCH: Final = """
  window.deck = () => inside('.frame:has(ol.cards)')
  window.addEventListener('pointerdown', event => { window.pressed = event.timeStamp }, true)
"""
# The deck says which act its cards answer; two frames later they are painted.
NEXT_ORDER: Final = """() => {
  const before = Number(deck().dataset.heard)
  window.answer = (async () => {
    await until(() => Number(deck().dataset.heard) > before)
    const drawn = performance.now()
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))
    return [drawn - pressed, performance.now() - pressed]
  })()
}"""


def click(page: Page, deed: str, place: int) -> tuple[float, float]:
    """Milliseconds from the finger on a button until the next order is drawn, and until it is painted."""
    page.evaluate(NEXT_ORDER)
    cards = page.locator("li.card").get_by_role("button", name=deed)
    (page.locator(".told button") if deed == "Undo" else cards.nth(place)).click()
    drawn, painted = page.evaluate("answer")
    return float(drawn), float(painted)


def clicks(page: Page, times: int) -> tuple[list[float], list[float]]:
    """Every kind of click in turn, over the first cards; the first round warms up and does not count."""
    found = []
    for number in range(times + len(DEEDS)):
        found.append(click(page, DEEDS[number % len(DEEDS)], number % 5))
        settled(page)
    drawn, painted = zip(*found[len(DEEDS) :], strict=True)
    return list(drawn), list(painted)


def feed_clicks(server: Server) -> Iterator[Row]:
    """One trader, sitting before the feed."""
    with chromium() as browser:
        page = fresh(browser)
        page.add_init_script(WATCH)
        page.goto(f"{server.address}/opportunities")
        page.locator("li.card").nth(5).wait_for(timeout=PATIENCE)
        page.get_by_text("Past sessions are being settled").wait_for(state="hidden", timeout=PATIENCE)
        settled(page)
        drawn, painted = clicks(page, CLICKS)
    yield "click to the next order drawn, median", middle(drawn), None, "ms"
    yield "click to the next order painted, median", middle(painted), GOAL, "ms"
    yield "click to the next order painted, p95", share(painted, 0.95), None, "ms"


def fit(folder: Path) -> None:
    """Let the feed learn from the sample world's traders, as a server does within its first minutes."""
    environment = {**os.environ, "TOPTION_DATA": str(folder), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "engine", "feed", "fit"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_world(folder)
        fit(folder)
        busy = os.getloadavg()[0]
        with serving(folder, **QUIET) as server:
            rows = list(feed_clicks(server))
    print_machine()
    print(f"Load average {busy:.1f} when it began, {os.getloadavg()[0]:.1f} at the end; {CLICKS} clicks.\n")
    print_table(
        ("what", "measured", "goal"),
        [
            (what, f"{value:,.0f} {unit}", "" if goal is None else f"{goal:g} {unit}")
            for what, value, goal, unit in rows
        ],
    )


if __name__ == "__main__":
    main()
