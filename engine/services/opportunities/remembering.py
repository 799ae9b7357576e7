"""What past sessions teach: how ideas of the past year ended, and how much each contract used to trade.

Sessions are scanned as if it were then, with nothing later than their own moment, and settled by prices that were known
when their options were over. It takes seconds, so pages have it made beside them.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

import numpy as np

from engine.gateways.chains.chain_library import ChainLibrary, Snapshot
from engine.market.bars import DAY_MS, Bars
from engine.options.chain import Chain, Floats, joined
from engine.options.features.activity import SESSIONS
from engine.options.features.likeness import Settled, settled
from engine.options.opportunity import OpportunityTable
from engine.options.scanner import scan
from engine.options.simulated.quotes import session
from engine.options.simulated.shares import shares
from engine.services.opportunities.catalogue import Past, Pasts, library, stored_bars
from engine.services.opportunities.settling import close_of_day, spot_as_it_ended
from engine.services.startup import App

EVERY: Final = 10  # sessions from one that is settled to the next: two weeks
YEAR: Final = 252
LONGEST: Final = 66 * DAY_MS  # until every idea of a session is over
MOST_FILES: Final = 4_000  # snapshots that are read for it; the newest ones count
NOTHING: Final = Settled(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))


def remember(app: App, is_stopped: Callable[[], bool] = lambda: False) -> Pasts:
    """Past ideas and past volumes of the sample world, and of every chain that was brought in."""
    return Pasts(_past(*_simulated(app, is_stopped)), _past(*_brought(app, is_stopped)))


def _past(ended: list[Settled], before: list[Chain]) -> Past:
    columns = (np.concatenate([getattr(each, name) for each in (NOTHING, *ended)]) for name in Settled.__slots__)
    return Past(Settled(*columns), joined(before) if before else None)


def _simulated(app: App, is_stopped: Callable[[], bool]) -> tuple[list[Settled], list[Chain]]:
    world = app.store.world()
    if world is None:
        return [], []
    now = world.now_ms
    made = shares(world.seed)
    n = made.until(now)
    numbers = [each for each in range(max(0, n - YEAR), n) if each % EVERY == 0]
    over = [each for each in numbers if made.close_ms[each] + LONGEST <= now]
    ended = [_session_settled(world.seed, each) for each in over if not is_stopped()]
    before = [_session(world.seed, each) for each in range(max(0, n - 1 - SESSIONS), n - 1) if not is_stopped()]
    return ended, before


@lru_cache(maxsize=2 * SESSIONS)
def _session(seed: int, number: int) -> Chain:
    return session(seed, number)


@lru_cache(maxsize=YEAR)
def _session_settled(seed: int, number: int) -> Settled:
    """A session of the sample world, every idea of which is over: the same whenever it is asked."""
    found = scan(session(seed, number))
    if found is None or not len(found.table):
        return NOTHING
    world = shares(seed)
    table = found.table
    row = np.array([world.names.index(name) for name in table.names])[table.underlying]
    place = np.searchsorted(world.close_ms, table.expiry, side="right") - 1
    return settled(table, world.close[row, place])


def _brought(app: App, is_stopped: Callable[[], bool]) -> tuple[list[Settled], list[Chain]]:
    """Kept snapshots, a day each underlying: every second week's ideas, and the last sessions' quotes."""
    kept = library(app)
    days = [_days(list(each)) for _, each in groupby(kept.snapshots(), key=lambda one: one.underlying)]
    recent = [one for each in days for one in each[-1 - SESSIONS : -1]]
    recent = sorted(recent, key=lambda each: -each.moment)[:MOST_FILES]
    chosen = [one for each in days for one in each[:-1:EVERY][-YEAR // EVERY :]]
    chosen = sorted(chosen, key=lambda each: -each.moment)[:MOST_FILES]
    ended = [
        _snapshot_settled(app, kept, list(each)) for _, each in groupby(chosen, key=lambda one: one.moment)
        if not is_stopped()
    ]  # fmt: skip
    return ended, [kept.load(recent)] if recent and not is_stopped() else []


def _days(snapshots: Sequence[Snapshot]) -> list[Snapshot]:
    """The last snapshot of every day, oldest first."""
    return list({each.moment // DAY_MS: each for each in snapshots}.values())


def _snapshot_settled(app: App, kept: ChainLibrary, snapshots: list[Snapshot]) -> Settled:
    """The ideas of one moment's snapshots, as far as the price is known at which their options were over."""
    found = scan(kept.load(snapshots))
    if found is None or not len(found.table):
        return NOTHING
    bars = {each.underlying: stored_bars(app, each) for each in snapshots}
    prices = _closes(found.table, bars)
    return settled(found.table, np.where(np.isfinite(prices), prices, _spots(found.table, kept)))


def _closes(table: OpportunityTable, bars: Mapping[str, Bars | None]) -> Floats:
    """The close of each expiry's own day where candles know it, else nan."""
    return _by_expiry(table, lambda name, expiry: close_of_day(bars.get(name), expiry))


def _spots(table: OpportunityTable, kept: ChainLibrary) -> Floats:
    """The price in a snapshot that was taken as the options expired, else nan."""
    return _by_expiry(table, lambda name, expiry: spot_as_it_ended(kept, name, expiry))


def _by_expiry(table: OpportunityTable, price: Callable[[str, int], float]) -> Floats:
    """A price for every row, asked once for each underlying and expiry."""
    pairs, place = np.unique(np.stack([table.underlying, table.expiry], axis=1), axis=0, return_inverse=True)
    return np.array([price(table.names[code], expiry) for code, expiry in pairs.tolist()])[place]
