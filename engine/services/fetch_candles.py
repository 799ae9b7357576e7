"""The journey of candles from an exchange: what is missing is asked for, joined to what is here, and kept at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.bots.settings.words import unit_notes
from engine.core.errors import DataError, ExchangeError
from engine.gateways.candle_library import Listing, Stored
from engine.gateways.exchange.merging import joined, merged
from engine.gateways.exchange.quota import Stopped
from engine.gateways.exchange.replies import Page, Repair
from engine.gateways.exchange.windows import Span, backward, forward
from engine.gateways.exchange_candles import EXCHANGES, Feed, newest_finished, open_feed, when
from engine.market.bars import STEPS, Bars, Gap, gaps
from engine.market.market import LOTS, USUAL_FUNDING, Kind, Market, market_for
from engine.services.startup import App

CURATED: Final = EXCHANGES
SIMULATED: Final = "SIM-"
AGAIN: Final = 2  # stored candles that are asked for once more, in case the exchange has corrected them
KEEP_EVERY: Final = 15.0  # seconds of fetching that a crash may cost
JUMP: Final = 5.0  # closes further apart than this are worth a look


@dataclass(frozen=True, slots=True)
class Fetch:
    """What a person wants: opening times from `since_ms` on and before `until_ms` (None: the newest finished candle).

    `name` is what the market is called here; as at the exchange where it is None.
    """

    exchange: str
    symbol: str
    step: str
    since_ms: int
    until_ms: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fetch is: candles that came, from when to when, and the share of the time asked for."""

    candles: int
    first_ms: int
    last_ms: int
    share: float


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of it. `resumed_from` is the newest candle that was here before; not whole when it was stopped."""

    listing: Listing
    gaps: tuple[Gap, ...]
    added: int
    repairs: tuple[str, ...]
    notes: tuple[str, ...]
    resumed_from: int | None
    is_whole: bool


def fetch(
    app: App,
    wanted: Fetch,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Fetched:
    """Fetch, check, merge and store; stopped or failed, what came is kept and the same fetch goes on from there."""
    app.must_change("no candles are fetched")
    market = (wanted.exchange, wanted.symbol.strip(), wanted.step)
    try:
        feed = open_feed(app.quotas, app.settings.exchange_url, market, cancelled)
        clock = feed.clock()
    except Stopped:
        raise ExchangeError("The fetch was stopped before a candle came; nothing was changed.") from None
    haul = Haul(app, feed, wanted)
    span = asked_span(wanted, newest_finished(clock.now_ms, wanted.step))
    is_whole = haul.bring(span, progress, cancelled)
    return haul.result(is_whole, clock.notes, span.start_ms)


def asked_span(wanted: Fetch, open_ms: int) -> Span:
    """The whole candles asked for, none that is still open; DataError when there is none."""
    step = STEPS[wanted.step]
    start = -(-wanted.since_ms // step) * step
    end = open_ms if wanted.until_ms is None else min(open_ms, -(-wanted.until_ms // step) * step)
    if wanted.since_ms < 0 or start >= end:
        raise DataError(
            f"since must be a time from 1970 on and before {when(end)}, was"
            f" {when(wanted.since_ms) if wanted.since_ms >= 0 else 'earlier'}. Give an earlier day."
        )
    return Span(start, end)


def missing_spans(here: Bars | None, asked: Span) -> tuple[Span | None, Span | None]:
    """What to ask for after and before the candles that are here; both reach them, so that no hole opens."""
    if here is None:
        return None, asked
    first, last = int(here.time[0]), int(here.time[-1])
    newer = Span(last - (AGAIN - 1) * here.step_ms, asked.end_ms) if asked.end_ms > last + here.step_ms else None
    older = Span(asked.start_ms, first) if asked.start_ms < first else None
    return newer, older


def holes(here: Stored | None, asked: Span) -> tuple[Span, ...]:
    """What is missing inside of what is here, as far as it was asked for: others may have brought both sides of it."""
    if here is None:
        return ()
    step = here.bars.step_ms
    pauses = gaps(here.bars, here.market.longest_pause_ms)
    found = (Span(max(asked.start_ms, gap.after_ms + step), min(asked.end_ms, gap.before_ms)) for gap in pauses)
    return tuple(span for span in found if span.length)


class Haul:
    """The candles of one fetch on their way into the library."""

    def __init__(self, app: App, feed: Feed, wanted: Fetch) -> None:
        self.app, self.feed, self.step = app, feed, wanted.step
        self.name = wanted.name or feed.listed.symbol
        self.source = feed.exchange if self.name == feed.listed.symbol else f"{feed.exchange} {feed.listed.symbol}"
        self.before = self.here()
        self.pages: list[Page] = []
        self.repairs: dict[str, set[int]] = {}
        self.added, self.kept_at = 0, app.quotas.timing.seconds()

    def here(self) -> Stored | None:
        """What is stored under this name; DataError when it is somebody else's."""
        if self.name.upper().startswith(SIMULATED):
            raise DataError(f"names with {SIMULATED} belong to simulated candles, was {self.name!r}. Choose another.")
        listing = self.app.candles.listing(self.name, self.step)
        if listing is None:
            return None
        if listing.source != self.source:
            raise DataError(
                f"{self.name} {self.step} is here from {listing.source}, and candles of two sources are not mixed."
                f" Give these another name, such as {self.name[:25]}-{self.feed.exchange}."
            )
        return self.app.candles.stored(self.name, self.step)

    def bring(self, asked: Span, progress: Callable[[Progress], None], cancelled: Callable[[], bool]) -> bool:
        """Ask for what is missing and keep it; False when the person stopped it."""
        newer, older = missing_spans(self.before.bars if self.before else None, asked)
        inner = holes(self.before, asked)
        whole = sum(span.length for span in (newer, older, *inner) if span) or 1
        done, first, last = 0, asked.end_ms, asked.start_ms
        try:
            for page, length in self.walk(newer, older, inner):
                done += length
                self.pages.append(page)
                if len(page.time):
                    first, last = min(first, int(page.time[0])), max(last, int(page.time[-1]))
                    self.added += self.count_new(page)
                    progress(Progress(self.added, first, last, min(1.0, done / whole)))
                self.keep_now_and_then()
                if cancelled() and done < whole:
                    raise Stopped
        except Stopped:
            self.keep()
            return False
        except (ExchangeError, DataError) as error:
            raise self.with_what_is_kept(error) from error
        self.keep()
        return True

    def walk(self, newer: Span | None, older: Span | None, inner: tuple[Span, ...]) -> Iterator[tuple[Page, int]]:
        """Windows with the time each settles: on from the newest candle here, then holes, then back from the oldest."""
        step_ms, size = STEPS[self.step], self.feed.size
        for span in (newer, *inner):
            at = span.start_ms if span else 0
            for page, end in forward(self.feed.page, span, step_ms, size) if span else ():
                yield page, end - at
                at = end
        if older:
            at = older.end_ms
            for page, start in backward(self.feed.page, older, step_ms, size):
                yield page, at - start
                at = start

    def count_new(self, page: Page) -> int:
        """How many of these candles were not here before."""
        return len(page.time) if self.before is None else int((~np.isin(page.time, self.before.bars.time)).sum())

    def keep_now_and_then(self) -> None:
        """Store what has come every few seconds: a crash costs no more."""
        now = self.app.quotas.timing.seconds()
        if now - self.kept_at > KEEP_EVERY:
            self.keep()
            self.kept_at = self.app.quotas.timing.seconds()

    def keep(self) -> None:
        """Join what has come to what is stored at this moment, and store it, in one step for everybody."""
        fresh, self.pages = merged(self.pages), []
        self.note(fresh.repairs)
        if len(fresh.time):
            self.app.candles.change(self.name, self.step, lambda: self.join(fresh))

    def join(self, fresh: Page) -> Stored:
        """What is stored with what has come."""
        here = self.here()
        bars, repairs = joined(here.bars if here else None, fresh, self.name, self.step)
        self.note(repairs)
        notes = dict.fromkeys((*(here.notes if here else ()), *self.sentences()))
        return Stored(bars, self.rules(float(bars.close[-1]), here.market if here else None), self.source, tuple(notes))

    def rules(self, price: float, stored: Market | None) -> Market:
        """The market's rules as the exchange lists them; unit and funding stay what they were."""
        listed = self.feed.listed
        kind: Kind = "perpetual" if listed.kind == "perpetual" else "spot"
        usual = market_for(listed.symbol, price, kind, listed.quote)
        usual_rate = USUAL_FUNDING if kind == "perpetual" else 0.0
        unit = stored.unit if stored else usual.unit
        return replace(
            usual,
            symbol=self.name,
            lot_step=listed.lot_step or unit / LOTS,
            minimum_notional=listed.minimum_notional or usual.minimum_notional,
            unit=unit,
            funding_rate=stored.funding_rate if stored and stored.kind == kind else usual_rate,
        )

    def note(self, repairs: tuple[Repair, ...]) -> None:
        """Remember repairs by kind."""
        for repair in repairs:
            self.repairs.setdefault(repair.what, set()).update(repair.times)

    def sentences(self) -> tuple[str, ...]:
        """Every repair of this fetch, a sentence a kind."""
        return tuple(Repair(what, tuple(sorted(times))).sentence() for what, times in self.repairs.items())

    def with_what_is_kept(self, error: ExchangeError | DataError) -> ExchangeError | DataError:
        """The error, after keeping what had come, and saying so."""
        self.keep()
        if not self.added:
            return error
        return type(error)(f"{error} The {self.added:,} candles that came are kept: the same fetch goes on from there.")

    def result(self, is_whole: bool, notes: tuple[str, ...], since_ms: int) -> Fetched:
        """What to tell; ExchangeError when there is nothing."""
        here, listing = self.here(), self.app.candles.listing(self.name, self.step)
        if here is None or listing is None:
            if not is_whole:
                raise ExchangeError("The fetch was stopped before a candle came; nothing was changed.")
            raise ExchangeError(
                f"{self.feed.exchange} has no {self.step} candle of {self.feed.listed.symbol} in the time asked for."
                " Choose another time or step."
            )
        if not self.feed.listed.is_active:
            notes = (*notes, f"{self.feed.exchange} no longer trades {self.feed.listed.symbol}.")
        if is_whole and listing.first_ms > since_ms:
            notes = (*notes, f"{self.feed.exchange} has nothing before {when(listing.first_ms)}.")
        if self.before is None:
            notes = (*notes, *unit_notes(here.market, float(here.bars.close[-1])))
        resumed = int(self.before.bars.time[-1]) if self.before else None
        return Fetched(
            listing, self.app.candles.gaps(self.name, self.step), self.added, self.sentences(),
            (*notes, *jumps(here.bars)), resumed, is_whole,
        )  # fmt: skip


def jumps(bars: Bars) -> tuple[str, ...]:
    """A note where a close is far from the one before: a slip of the exchange, or a very bad day."""
    far = np.flatnonzero(np.abs(np.diff(np.log(bars.close))) > np.log(JUMP)) + 1
    if not len(far):
        return ()
    noun = "candle closes" if len(far) == 1 else "candles close"
    return (
        f"{len(far):,} {noun} more than {JUMP:g} times above or below the one before"
        f" (first at {when(int(bars.time[far[0]]))}): look at it before you trust a replay.",
    )
