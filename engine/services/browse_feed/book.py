"""What a trader holds, on paper or brought in as a file: how it moves now, and how paper trades come to their end."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

import numpy as np

from engine.core.errors import DataError
from engine.gateways.position_file import HeldRow, read_positions
from engine.gateways.store.desk import Principal
from engine.gateways.store.text import checked_name
from engine.gateways.store.traders.told import Told
from engine.market.bars import DAY_MS, Bars
from engine.options.features.movement import realised
from engine.options.opportunity import Leg, OpportunityTable
from engine.options.strategies.kinds import NAMES
from engine.options.strategies.margin import NAKED, margin
from engine.options.strategies.position import LEGS, Positions
from engine.services.browse_feed.held import PaperTrade, end_key, paper_trades
from engine.services.browse_feed.known import events_of, next_moment
from engine.services.opportunities.catalogue import Ideas
from engine.services.opportunities.settling import clock_of, daily_bars, price_at, price_now
from engine.services.startup import App
from engine.traders.book import Book, Effect, Held, Returns, effect_of
from engine.traders.events import Action, Event
from engine.traders.positions import A_PERCENT, A_POINT, Moves, Position, moves

CAPITAL: Final = "feed:capital"
MOST_CAPITAL: Final = 1e12
UNKNOWN: Final = float("nan")


def book_of(app: App, principal: Principal, ideas: Ideas | None = None) -> Book:
    """Everything that is open, as it moves now; `ideas` tell sectors and past days of what could be added."""
    bars = dict(ideas.context.bars) if ideas is not None else {}
    sectors = dict(ideas.context.sector) if ideas is not None else {}
    open_ones = [*_on_paper(app, principal), *_brought(app, principal)]
    held = []
    for each in open_ones:
        name = each.underlying
        if name not in bars and (found := daily_bars(app, name)) is not None:
            bars[name] = found
        if each.sector:
            sectors.setdefault(name, each.sector)
        spot, now = price_now(app, name), clock_of(app, name)
        if each.source == "imported":
            each = replace(each, margin=_set_aside(each, spot))  # noqa: PLW2901 - the same one, priced
        held.append(Held(each, spot, moves(each, spot, now, _volatility(ideas, bars.get(name), name))))
    return Book(tuple(held), {name: _returns(each) for name, each in bars.items()}, sectors, capital(app, principal))


def with_one(book: Book, table: OpportunityTable, row: int) -> Effect:
    """What one contract of a row would change in a book, by the row's own quotes."""
    name, spot, size = table.names[table.underlying[row]], float(table["spot"][row]), float(table.multiplier[row])
    step = spot * A_PERCENT
    told = {each: float(table[each][row]) for each in ("delta", "gamma", "vega", "theta", "margin", "premium")}
    one = table.row(row)
    position = Position(
        one.id, name, one.moment, 1.0, size, one.legs, one.kind.shares, spot, told["premium"],
        margin=told["margin"] * size, strategy=NAMES[table.strategy[row]], sector=book.sector_of.get(name, ""),
    )  # fmt: skip
    moved = Moves(
        told["delta"] * size * step, told["gamma"] * size * step**2, told["vega"] * size * A_POINT, told["theta"] * size
    )
    return effect_of(book, Held(position, spot, moved))


def follow(app: App, principal: Principal) -> tuple[Event, ...]:
    """Append the profit or loss of every paper trade that is over, by the prices its options ended at; the new ones.

    One whose price nobody knows stays open until somebody does; whoever looks on ends nothing.
    """
    if principal.role == "stakeholder":
        return ()
    made = []
    for trade in paper_trades(app, principal, events_of(app, principal)):
        position = trade.position
        if trade.end is not None or not position.is_over(clock_of(app, position.underlying)):
            continue
        prices = {leg.expiry: price_at(app, position.underlying, leg.expiry) for leg in position.legs}
        if not all(np.isfinite(each) for each in prices.values()):
            continue
        net = position.net(prices)
        outcome = net / position.margin if position.margin > 0 else UNKNOWN
        action = Action.PROFIT if net > 0 else Action.LOSS
        key, at_ms = end_key(trade.event.key), _ended(trade, next_moment(app, principal))
        made.append(replace(trade.event, key=key, action=action, at_ms=at_ms, outcome=outcome, feed=""))
    return app.desk(principal).trader.add_events(made) if made else ()


def _ended(trade: PaperTrade, noticed_ms: int) -> int:
    """When a trade that is over ended: with its options, however much later anybody looked."""
    over = trade.position.ends_ms
    return noticed_ms if over is None else min(max(over, trade.event.at_ms + 1), noticed_ms)


def import_positions(app: App, principal: Principal, source: Path | bytes, name: str) -> int:
    """Keep the positions of a file in place of those brought before; how many there are."""
    rows = read_positions(source, name)
    content = json.dumps([asdict(each) for each in rows])
    told = Told(checked_name("a file's name", Path(name).name, 200), content, app.now())
    app.desk(principal).trader.bring_positions(told)
    return len(rows)


def forget_positions(app: App, principal: Principal) -> None:
    """Hold nothing that was brought in any more."""
    app.desk(principal).trader.bring_positions(Told("none", "[]", app.now()))


def capital(app: App, principal: Principal) -> float:
    """The capital that a trader stated, nan where none."""
    text = app.desk(principal).setting(CAPITAL)
    return float(text) if text else UNKNOWN


def state_capital(app: App, principal: Principal, amount: float | None) -> None:
    """Keep how much money there is to trade with; None: unknown again."""
    if amount is not None and not 0 < amount <= MOST_CAPITAL:
        raise DataError(f"capital must be above 0 and at most 10¹², was {amount:g}.")
    app.desk(principal).trader.must_write()
    app.desk(principal).set_setting(CAPITAL, "" if amount is None else repr(float(amount)))


def _on_paper(app: App, principal: Principal) -> list[Position]:
    trades = paper_trades(app, principal, events_of(app, principal))
    return [each.position for each in trades if each.end is None]


def _brought(app: App, principal: Principal) -> list[Position]:
    """The positions of the newest file; an option that is over is gone, at whatever price."""
    file = app.desk(principal).trader.positions()
    if file is None:
        return []
    rows = [HeldRow(**each) for each in json.loads(file.content)]
    made = [_position(each, f"{file.about}:{place}", file.at_ms) for place, each in enumerate(rows)]
    return [each for each in made if not each.is_over(clock_of(app, each.underlying))]


def _position(row: HeldRow, key: str, at_ms: int) -> Position:
    """A row as a position; what an option's price said of volatility is unknown, for its day is."""
    end = row.expiry_ms + DAY_MS - 1 if row.expiry_ms % DAY_MS == 0 else row.expiry_ms
    legs = () if row.kind == "share" else (Leg(1, row.kind == "call", row.strike, end, row.price),)
    return Position(
        key, row.underlying, at_ms, row.quantity, row.multiplier, legs, 1.0 if row.kind == "share" else 0.0,
        margin=UNKNOWN, sector=row.sector, source="imported",
    )  # fmt: skip


def _returns(bars: Bars) -> Returns:
    return Returns(bars.time[1:] // DAY_MS, np.diff(np.log(bars.close)))


def _volatility(ideas: Ideas | None, bars: Bars | None, name: str) -> float:
    """The volatility of an underlying where a position does not say it: of its options now, or of its last 20 days."""
    if ideas is not None and name in ideas.table.names:
        mine = ideas.table.underlying == ideas.table.names.index(name)
        told = ideas.table["iv30"][mine]
        if np.isfinite(told).any():
            return float(np.nanmedian(told))
    if bars is None or not len(bars):
        return UNKNOWN
    return float(realised(bars, "equity", np.array([int(bars.time[-1]) + bars.step_ms]))[0])


def _set_aside(position: Position, spot: float) -> float:
    """The money that one row of a file binds: what shares are worth, what an option cost, the minimum of a naked one.

    Options that protect each other are not known to belong together, so that this is the most it can be.
    """
    if not position.legs:
        return abs(position.size) * spot
    leg = position.legs[0]
    if position.contracts > 0:
        return position.size * leg.price
    strike, call, side = np.full((1, LEGS), np.nan), np.zeros((1, LEGS), np.bool_), np.zeros((1, LEGS), np.int8)
    strike[0, 0], call[0, 0], side[0, 0] = leg.strike, leg.is_call, -1
    premium = leg.price if np.isfinite(leg.price) else 0.0
    one = Positions(strike, call, side, np.array([premium]), np.zeros(1), np.array([spot]))
    return float(margin(np.array([NAKED], dtype=np.int8), one, np.full(1, np.inf))[0]) * -position.size


def shares_of(book: Book) -> Mapping[str, float]:
    """The share of a book's margin in each sector, largest first; empty where no margin is known."""
    whole = sum(each.margin for each in book.sectors)
    return {each.name: each.margin / whole for each in book.sectors if each.margin} if whole else {}
