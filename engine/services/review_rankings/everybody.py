"""What all traders did, the store's own and the sample world's, as one log that is put together once."""

from dataclasses import replace

import numpy as np

from engine.gateways.store.desk import Principal
from engine.services.opportunities.catalogue import library
from engine.services.opportunities.settling import daily_bars
from engine.services.people import people
from engine.services.startup import App
from engine.traders.beside_book import SHOWN, Closes, with_books
from engine.traders.log import EventLog, joined
from engine.traders.memory.limits import with_limits

A_CONTRACT = 100.0  # of the underlying, where no chain says it


def mark_of(app: App, principal: Principal) -> tuple[int, int, int]:
    """What changes whenever the log has changed: the sample world's seed and clock, and the count of own events."""
    world = app.store.world()
    count = app.store.crowd(principal).count()
    return (0, 0, count) if world is None else (world.seed, world.now_ms, count)


def everybody(app: App, principal: Principal) -> EventLog:
    """Everybody's events in time order, without a name; StoreError for who may not see them."""
    mark = mark_of(app, principal)
    known = app.recent.get("everybody")
    if known is not None and known[0] == mark:
        found: EventLog = known[1]
        return found
    crowd, simulated = recalled(app, app.store.crowd(principal).log()), people(app)
    made = crowd if simulated is None else joined((simulated, crowd)) if len(crowd) else simulated
    app.recent.put("everybody", (mark, made))
    return made


def recalled(app: App, log: EventLog) -> EventLog:
    """A log with what was not kept when it was written, as far as it can be told from what was known then."""
    log = with_limits(log)
    blank = (log.action == SHOWN) & (log.positions > 0) & np.isnan(log.with_book) & np.isnan(log.exploring)
    if not blank.any():
        return log
    rows = np.flatnonzero(blank)
    mark = (len(rows), int(rows[-1]), int(log.at_ms[rows].sum()), int(log.positions[rows].sum()))
    known = app.recent.get("recalled")  # old lists do not change: they are told once
    if known is None or known[0] != mark:
        known = mark, with_books(log, _closes(app, log), recorded=True).with_book[blank]
        app.recent.put("recalled", known)
    together = log.with_book.copy()
    together[blank] = known[1]
    return replace(log, with_book=together)


def _closes(app: App, log: EventLog) -> Closes:
    """Daily closes of a log's underlyings, each known when its day is over."""
    bars = [daily_bars(app, name) for name in log.underlyings]
    known = [each.time + each.step_ms for each in bars if each is not None]
    days = np.unique(np.concatenate(known)) if known else np.zeros(0, np.int64)
    price = np.full((len(bars), len(days)), np.nan)
    for row, each in enumerate(bars):
        if each is not None:
            price[row, np.searchsorted(days, each.time + each.step_ms)] = each.close
    snapshots = [library(app).snapshots(name) for name in log.underlyings]
    size = np.array([each[-1].multiplier if each else A_CONTRACT for each in snapshots])
    return Closes(days, price, size)
