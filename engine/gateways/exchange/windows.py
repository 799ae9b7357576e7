"""In which order a span of time is asked for, so that what has come is one stretch at every moment."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.gateways.exchange.merging import merged
from engine.gateways.exchange.replies import Page

Ask = Callable[[int, int], Page]  # the first opening time wanted, how many candles

PAUSE: Final = 10  # empty windows in a row, after which nothing older is expected


@dataclass(frozen=True, slots=True)
class Span:
    """Opening times from `start_ms` on and before `end_ms`."""

    start_ms: int
    end_ms: int

    @property
    def length(self) -> int:
        """Milliseconds; never below 0."""
        return max(0, self.end_ms - self.start_ms)


def window(ask: Ask, span: Span, step_ms: int) -> Page:
    """All candles of a short span; an exchange that sends fewer at a time is asked for the rest."""
    pages: list[Page] = []
    at = span.start_ms
    while at < span.end_ms:
        page = ask(at, (span.end_ms - at) // step_ms).within(at, span.end_ms)
        pages.append(page)
        if not len(page.seen):
            break
        at = int(page.seen.max()) + step_ms
    return merged(pages)


def forward(ask: Ask, span: Span, step_ms: int, count: int) -> Iterator[tuple[Page, int]]:
    """Windows of `count` candles from the oldest on, each with the time up to which everything has come."""
    at = span.start_ms
    while at < span.end_ms:
        end = min(span.end_ms, at + count * step_ms)
        yield window(ask, Span(at, end), step_ms), end
        at = end


def backward(ask: Ask, span: Span, step_ms: int, count: int) -> Iterator[tuple[Page, int]]:
    """Windows of `count` candles from the newest back, each with the time from which everything has come.

    Ends where the exchange knows no older candle: after an empty window it is asked once for its oldest. Where
    it answers that with silence, some further windows are tried, since trade may have paused for that long.
    """
    end, oldest, empty, is_known = span.end_ms, span.start_ms, 0, False
    while end > oldest and empty < PAUSE:
        start = max(oldest, end - count * step_ms)
        page = window(ask, Span(start, end), step_ms)
        if len(page.seen):
            start = int(page.seen.min())  # some send only the newest part of what was asked for
        yield page, start
        empty = 0 if len(page.seen) or is_known else empty + 1
        if empty == 1 and start > oldest:
            found = ask(oldest, count).seen
            is_known = len(found) > 0
            oldest = max(oldest, min(start, int(np.min(found)))) if is_known else oldest
        end = start
