"""Paper trades are followed to their end, positions come in from files, and a book says what one more would change."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from engine.core.errors import DataError, StoreError
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS
from engine.options.simulated.shares import shares
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.book import (
    book_of,
    follow,
    forget_positions,
    import_positions,
    state_capital,
    with_one,
)
from engine.services.browse_feed.held import paper_trades
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.paper import Terms, choose_terms
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.events import Action
from tests.services.browse_feed.conftest import WORLD
from tests.services.browse_feed.tab import Tab

FILE = """Symbol,Qty,Type,Strike,Expiration,Avg Price
sim-nova,-2,put,90,2027-03-19,3.10
SIM-NOVA,100,,,,95.5
SIM-OATS,1,C,150,2027-03-19,
"""


def row_of(ideas: Ideas, strategy: int, days: float = 60) -> int:
    """The first row of a strategy that is over soon."""
    return int(np.flatnonzero((ideas.table.strategy == strategy) & (ideas.table["days"] < days))[0])


def later(app: App, days: int) -> None:
    """The world's clock moves on."""
    app.store.set_world(HOUSE, World(WORLD.seed, WORLD.now_ms + days * DAY_MS))


def test_a_paper_trade_is_filled_at_the_worse_side_and_ends_at_the_known_price(
    here: App, ada: Principal, ideas: Ideas
) -> None:
    """Its profit, fees counted, is worked out from the quotes then and the close at expiry, and happens once."""
    row = row_of(ideas, 0)
    one = ideas.table.row(row)
    act(here, ada, ideas, row, "trade")
    (trade,) = paper_trades(here, ada, events_of(here, ada))
    assert trade.position.premium == one["natural"] < one["premium"]
    assert trade.position.fees == 0.65
    assert follow(here, ada) == ()
    later(here, 90)
    (end,) = follow(here, ada)
    made = shares(WORLD.seed)
    close = made.close[made.names.index(one.underlying), made.until(one.expiry) - 1]
    net = 100 * (one["natural"] - max(one.legs[0].strike - close, 0)) - 0.65
    assert end.outcome == pytest.approx(net / (one["margin"] * 100))
    assert end.action is (Action.PROFIT if net > 0 else Action.LOSS)
    assert end.at_ms == trade.position.ends_ms == one.expiry, "however much later anybody looked"
    assert follow(here, ada) == ()
    assert len(book_of(here, ada)) == 0


def test_terms_are_the_traders_own(here: App, ada: Principal, ideas: Ideas) -> None:
    """How many, at which side of the quotes, at which fee."""
    choose_terms(here, ada, Terms(3, "middle", 1.0))
    row = row_of(ideas, 2)
    act(here, ada, ideas, row, "trade")
    (trade,) = paper_trades(here, ada, events_of(here, ada))
    assert (trade.position.contracts, trade.position.fees) == (3, 6.0)
    assert trade.position.premium == ideas.table["premium"][row]
    for wrong in ({"contracts": 0}, {"fill": "best"}, {"fee": -1}):
        with pytest.raises(DataError, match=r"must be|filled at"):
            Terms(**wrong)  # type: ignore[arg-type]  # as a form could send


def test_a_loser_cannot_be_taken_back_the_next_day(here: App, ada: Principal, ideas: Ideas) -> None:
    """Or every record would be a fine one."""
    tab = Tab(here, ada, ideas)
    tab.do("trade", row_of(ideas, 0))
    later(here, 2)
    assert tab.undo() is None
    assert len(book_of(here, ada)) == 1


def test_a_trade_that_was_taken_back_is_neither_held_nor_followed(here: App, ada: Principal, ideas: Ideas) -> None:
    """It never was."""
    tab = Tab(here, ada, ideas)
    tab.do("trade", row_of(ideas, 0))
    tab.undo()
    assert len(book_of(here, ada)) == 0
    later(here, 90)
    assert follow(here, ada) == ()


def test_positions_come_in_from_a_file_and_count(here: App, ada: Principal, ideas: Ideas) -> None:
    """By the headers that brokers use; shares, sold puts, a call whose price nobody wrote down."""
    assert import_positions(here, ada, FILE.encode(), "positions.csv") == 3
    book = book_of(here, ada, ideas)
    put, stock, call = book.held
    assert (put.position.contracts, put.position.multiplier, put.position.margin > 0) == (-2, 100, True)
    assert put.moves.delta > 0 > put.moves.vega
    assert stock.moves.delta == pytest.approx(100 * stock.spot * 0.01)
    assert math.isfinite(call.moves.delta)
    assert book.totals.unpriced == 0
    assert math.isfinite(book.totals.worst_day)
    assert {each.name for each in book.sectors} == {ideas.context.sector[name] for name in ("SIM-NOVA", "SIM-OATS")}
    forget_positions(here, ada)
    assert len(book_of(here, ada, ideas)) == 0


@pytest.mark.parametrize(("text", "said"), [
    ("Symbol,Price\nA,1", "needs columns for underlying and quantity"),
    ("Symbol,Qty\nA,many", r"row 1: quantity must be a number, was 'many'"),
    ("Symbol,Qty\nA,0", "row 1: quantity must be a number other than 0"),
    ("Symbol,Qty,Type\nA,1,call", "row 1: an option's strike must be above 0"),
    ("Symbol,Qty,Type,Strike,Expiry\nA,1,p,5,soon", "row 1: an option's expiry must be a date"),
    ("Symbol,Qty,Type\nA,1,\nB,1,swap", "row 2: type must be call, put or share"),
    ("Symbol,Qty\n" + "A" * 30 + ",1", "row 1: an underlying must be 1 to 24 letters"),
    ("Symbol,Qty\n", "must hold 1 to 5,000 positions, was 0"),
])  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_whole(here: App, ada: Principal, text: str, said: str) -> None:
    """Half a book is a wrong book; what was there before stays."""
    import_positions(here, ada, b"Symbol,Qty\nB,5", "before.csv")
    with pytest.raises(DataError, match=said):
        import_positions(here, ada, text.encode(), "positions.csv")
    assert [each.position.contracts for each in book_of(here, ada).held] == [5]


def test_one_more_idea_moves_the_book_by_its_own_numbers(here: App, ada: Principal, ideas: Ideas) -> None:
    """Before and after, beside the capital that was stated."""
    state_capital(here, ada, 50_000.0)
    row = row_of(ideas, 0)
    act(here, ada, ideas, row, "trade")
    book = book_of(here, ada, ideas)
    effect = with_one(book, ideas.table, row)
    one = ideas.table.row(row)
    assert effect.after.delta - effect.before.delta == pytest.approx(one["delta"] * one["spot"])
    assert effect.after.margin == pytest.approx(2 * effect.before.margin)
    assert effect.before.buying_power == 50_000 - effect.before.margin
    assert effect.on_underlying == 1
    assert 0.9 < effect.correlation < 1  # the book bends, its underlying does not
    assert effect.before.delta == pytest.approx(effect.after.delta / 2, rel=0.05)
    state_capital(here, ada, None)
    assert math.isnan(book_of(here, ada).totals.buying_power)
    with pytest.raises(DataError, match="capital must be"):
        state_capital(here, ada, -1.0)


def test_nobody_sees_the_book_of_another(here: App, ada: Principal, ideas: Ideas) -> None:
    """Positions are as private as anything here."""
    import_positions(here, ada, FILE.encode(), "positions.csv")
    act(here, ada, ideas, 3, "trade")
    other = Principal("bob", role="manager")
    assert len(book_of(here, other, ideas)) == 0
    assert follow(here, other) == ()


def test_who_looks_on_states_nothing(here: App) -> None:
    """No capital, no terms, no positions."""
    guest = Principal("guest", role="stakeholder")
    steps: list[Callable[[], object]] = [
        lambda: state_capital(here, guest, 5.0), lambda: choose_terms(here, guest, Terms(2)),
        lambda: import_positions(here, guest, FILE.encode(), "positions.csv"),
    ]  # fmt: skip
    for step in steps:
        with pytest.raises(StoreError, match="a stakeholder looks on"):
            step()
