"""How long people wait: start, paint, chart, drag, release, undo, words, a click in the feed; and 20 and 50 at once.

`python -m benchmarks.screens` runs the real application over a fresh sample world, in a real Chromium and over
Streamlit's own websocket, and prints every figure beside its goal. Other work on the machine makes them worse.
"""

import asyncio
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.harness import print_machine, print_table
from benchmarks.screen_browser import chromium, conversation, drag, fresh, middle, releases, settled, share, visit
from benchmarks.screen_feed import QUIET, feed_clicks, fit
from benchmarks.screen_server import Server, make_world, serving
from benchmarks.screen_sessions import every_window, everyone_at_once, leave, opened, thinking

STARTS, VISITS, MOVES, RELEASES, SENTENCES = 5, 10, 300, 30, 24
AT_ONCE, ROUNDS = 20, 10
THINKERS, TIMES, PAUSE = 50, 10, 2.0

Row = tuple[str, float, float | None, str]


def starts(folder: Path) -> Iterator[Row]:
    """Servers started one after the other, each with a first visitor who was never here."""
    ready, paints, charts = [], [], []
    for _ in range(STARTS):
        with serving(folder) as server, chromium() as browser:
            paint, chart = visit(fresh(browser), server.address)
            ready.append(1000 * server.ready)
            paints.append(paint)
            charts.append(chart)
    yield "server ready", middle(ready), 1000, "ms"
    yield "first paint, new server and new visitor", middle(paints), 1000, "ms"
    yield "chart, new server and new visitor", middle(charts), 2500, "ms"


def one_visitor(server: Server) -> Iterator[Row]:
    """A visitor who comes again, drags, releases and takes back."""
    with chromium() as browser:
        visit(fresh(browser), server.address)
        first = [visit(fresh(browser), server.address) for _ in range(VISITS)]
        yield "first paint, new visitor", middle([paint for paint, _ in first]), 1000, "ms"
        yield "chart, new visitor", middle([chart for _, chart in first]), 2500, "ms"
        page = fresh(browser)
        visit(page, server.address)
        visits = [visit(page, server.address) for _ in range(VISITS)]
        yield "first paint, known visitor", middle([paint for paint, _ in visits]), 1000, "ms"
        yield "chart, known visitor", middle([chart for _, chart in visits]), 1200, "ms"
        settled(page)
        releases(page, 3)
        charts, effects, undos = releases(page, RELEASES)
        yield "release to chart, median", middle(charts), 200, "ms"
        yield "release to chart, p95", share(charts, 0.95), 300, "ms"
        yield "release to effect, median", middle(effects), 200, "ms"
        yield "release to effect, p95", share(effects, 0.95), 300, "ms"
        yield "undo to slider and chart, median", middle(undos), 250, "ms"
        talking = fresh(browser)  # without the moves of before: every step is a small one
        visit(talking, server.address)
        settled(talking)
        said, moved, cards, kept = conversation(talking, SENTENCES)
        yield "words to the conversation, median", middle(said), 16, "ms"
        yield "words to slider and chart, offline, median", middle(moved), 250, "ms"
        yield "words to slider and chart, offline, p95", share(moved, 0.95), None, "ms"
        yield "words to the card with its effect, offline, median", middle(cards), 250, "ms"
        yield "apply to the kept version and slider, median", middle(kept), 250, "ms"
        moves = drag(page, MOVES)
        yield "drag, work a move, median", middle(moves["work"]), 16, "ms"
        yield "drag, work a move, worst", max(moves["work"]), 16, "ms"
        yield "drag, between two pictures, median", middle(moves["frames"]), 17, "ms"


async def many_visitors(server: Server) -> list[Row]:
    """20 who release in the same moment, 50 who think in between, and what a session weighs."""
    await every_window(server.address)
    before = server.memory()
    visitors = await opened(server.address, THINKERS)
    thought = [1000 * seconds for seconds in await thinking(visitors, TIMES, PAUSE)]
    weight = (server.memory() - before) / THINKERS
    await leave(visitors[AT_ONCE:])
    at_once = [1000 * seconds for seconds in await everyone_at_once(visitors[:AT_ONCE], ROUNDS)]
    await leave(visitors[:AT_ONCE])
    return [
        (f"{AT_ONCE} people at once, median", middle(at_once), None, "ms"),
        (f"{AT_ONCE} people at once, p95", share(at_once, 0.95), 600, "ms"),
        (f"{THINKERS} people, {PAUSE:g} s apart, p50", middle(thought), None, "ms"),
        (f"{THINKERS} people, {PAUSE:g} s apart, p99", share(thought, 0.99), 500, "ms"),
        (f"memory a session, {THINKERS} open", weight, 2.0, "MB"),
    ]


def main() -> None:
    """Measure everything and print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder, busy = Path(name), os.getloadavg()[0]
        make_world(folder)
        with serving(folder):
            pass  # the first start of all compiles
        rows = list(starts(folder))
        with serving(folder) as server:
            rows += one_visitor(server)
        with serving(folder) as server:
            rows += asyncio.run(many_visitors(server))
        fit(folder)
        with serving(folder, **QUIET) as server:
            rows += list(feed_clicks(server))
    print_machine()
    print(f"Load average {busy:.1f} when it began; the browser and all visitors run on the same cores.\n")
    print_table(
        ("what", "measured", "goal", ""),
        [
            (what, f"{value:,.1f} {unit}", "" if goal is None else f"{goal:g} {unit}", met(value, goal))
            for what, value, goal, unit in rows
        ],
    )


def met(value: float, goal: float | None) -> str:
    """Whether a figure reaches its goal."""
    return "" if goal is None else "met" if value <= goal else "missed"


if __name__ == "__main__":
    main()
