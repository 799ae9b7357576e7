"""What one visitor waits for, measured in a real Chromium: first paint, chart, drag, release, undo, words."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from statistics import median
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS: Final = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGE: Final = "/tune_a_bot"
SAVED: Final = 15  # the window of a new bot
# In the page: the tuner's own elements, which live under a shadow root, and what people wait to see.
FIND: Final = """
  window.tuner = () => {
    const host = document.querySelector('[class*="st-key-tuner_"]')
    return [...(host?.querySelectorAll('*') ?? [])].find(e => e.shadowRoot)?.shadowRoot
  }
  window.drawn = () => (tuner()?.querySelector('.picture .edges')?.getAttribute('d') ?? '').length > 100
  window.thumb = () => tuner().querySelector('#slider-window')
  window.isExact = () => tuner().querySelector('.picture .note').textContent === ''
  window.sees = words => [...document.querySelectorAll('[data-testid="stColumn"]')].at(-1).textContent.includes(words)
  window.inside = selector => [...document.querySelectorAll('*')].find(e => e.shadowRoot?.querySelector(selector))
    ?.shadowRoot.querySelector(selector)
  window.isDone = () => document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning'
  window.until = done => new Promise(answer => {
    const look = () => (done() ? answer(performance.now()) : requestAnimationFrame(look))
    look()
  })
"""
# Every move as a hand makes it: the event, then the picture; style and layout are forced so that they count.
DRAG: Final = """async moves => {
  const input = thumb(), canvas = tuner().querySelector('.canvas'), work = [], frames = []
  let last
  for (let i = 0; i < moves; i++) {
    let begun
    requestAnimationFrame(now => { begun = performance.now(); if (last) frames.push(now - last); last = now })
    const before = performance.now()
    input.value = 5 + (i * 7) % 26
    input.dispatchEvent(new Event('input', { bubbles: true }))
    const handled = performance.now() - before
    const drawn = await new Promise(answer => requestAnimationFrame(() => {
      canvas.getBoundingClientRect()
      answer(performance.now() - begun)
    }))
    work.push(handled + drawn)
  }
  return { work, frames }
}"""
RELEASE: Final = """async value => {
  const input = thumb()
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await until(() => !isExact())
  const start = performance.now()
  input.dispatchEvent(new Event('change', { bubbles: true }))
  const [chart, effect] = await Promise.all([until(isExact), until(() => sees(`→ ${value}`) && isDone())])
  return [chart - start, effect - start]
}"""
UNDO: Final = """async was => {
  const start = performance.now()
  document.querySelector('.st-key-undo button').click()
  return (await until(() => thumb().value === String(was) && isExact())) - start
}"""

# A message as a hand sends it: seen, answered with a card, and the slider and chart that it moves.
SAY: Final = """async value => {
  const box = inside('textarea.words')
  box.value = `set window to ${value}`
  box.dispatchEvent(new Event('input', { bubbles: true }))
  const start = performance.now()
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  const [seen, moved, card] = await Promise.all([
    until(() => inside('.log').textContent.includes(`set window to ${value}`)),
    until(() => thumb().value === String(value) && isExact()),
    until(() => inside('.log').querySelector('.card:not(.folded)')?.textContent.includes(`→ ${value}`)),
  ])
  return [seen - start, moved - start, card - start]
}"""
KEEP: Final = """async value => {
  const start = performance.now()
  const kept = inside('.log').querySelectorAll('.applied').length
  inside('.log').querySelector('.card .primary').click()
  await until(() => inside('.log').querySelectorAll('.applied').length > kept && isDone())
  return (await until(() => thumb().value === String(value) && isExact())) - start
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine."""
    if CHROMIUM is None:
        raise SystemExit("There is no Chromium here: install it to measure the screens.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def fresh(browser: Browser) -> Page:
    """A page of a visitor who was never here."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(FIND)
    return page


def visit(page: Page, address: str) -> tuple[float, float]:
    """Milliseconds from the request to the first paint and to the drawn chart."""
    page.goto(f"{address}{PAGE}", wait_until="commit")
    chart = float(page.evaluate("until(drawn)"))
    script = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"
    return float(page.evaluate(script)), chart


def settled(page: Page) -> None:
    """Wait until the server has nothing more to say."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    time.sleep(0.3)


def drag(page: Page, moves: int) -> dict[str, list[float]]:
    """Milliseconds of work a move, and between two pictures."""
    answer: dict[str, Any] = page.evaluate(DRAG, moves)
    return answer


def releases(page: Page, times: int) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds from a release to the chart and to the effect, and from an undo to the slider."""
    charts, effects, undos = [], [], []
    order = cycle([5 + (7 * at) % 26 for at in range(26)])
    for i in range(times):
        before = int(page.evaluate("Number(thumb().value)"))
        chart, effect = page.evaluate(RELEASE, next(value for value in order if value not in (before, SAVED)))
        charts.append(chart)
        effects.append(effect)
        settled(page)
        if i % 3 == 2:
            undos.append(float(page.evaluate(UNDO, before)))
            settled(page)
    return charts, effects, undos


def conversation(page: Page, times: int) -> tuple[list[float], list[float], list[float], list[float]]:
    """Milliseconds from Enter to the words, to slider and chart, to the card, and from Apply to the kept version."""
    said, moved, cards, kept = [], [], [], []
    for i in range(times):
        value = (18, 14, 16, 12)[i % 4]
        seen, chart, card = page.evaluate(SAY, value)
        said.append(seen)
        moved.append(chart)
        cards.append(card)
        settled(page)
        kept.append(float(page.evaluate(KEEP, value)))
        settled(page)
    return said, moved, cards, kept


def share(values: list[float], part: float) -> float:
    """The value that this part of all stays under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def middle(values: list[float]) -> float:
    """The median."""
    return float(median(values))
