"""Everything about one trader removed for good: the one way in which rows of these histories ever go."""

from typing import Final

from sqlalchemy import Connection, delete

from engine.gateways.store.database import put_new
from engine.gateways.store.managers.desk import withdraw
from engine.gateways.store.tables import CORRECTIONS, ERASURES, EVENTS, PAPER_TRADES, POSITION_FILES, SETTINGS
from engine.gateways.store.traders.crowd import nameless_here
from engine.gateways.store.traders.events import lock_alone

HISTORIES: Final = (PAPER_TRADES, EVENTS, CORRECTIONS, POSITION_FILES)  # what refers to others first
SETTINGS_OF_FEED: Final = "feed:"


def erase(connection: Connection, owner: str) -> int:
    """Remove events, paper trades, corrections, positions and the feed's settings of a trader; how many rows went.

    The walls let rows go while their owner stands in `erasures`, and let the owner leave it only when none is left.
    Of experiments the trader was in, that somebody left stays, by variant alone.
    """
    lock_alone(connection, owner)
    trader = nameless_here(connection, owner)
    mine = ERASURES.c.owner == owner
    put_new(connection, ERASURES, {"owner": owner, "nameless": trader}, ["owner"])
    feed = SETTINGS.c.key.startswith(SETTINGS_OF_FEED, autoescape=True)
    steps = [delete(table).where(table.c.owner == owner) for table in HISTORIES]
    gone = sum(
        connection.execute(step).rowcount for step in (*steps, delete(SETTINGS).where(SETTINGS.c.owner == owner, feed))
    )
    # Half erased by hand, or by a version of this program that knew no experiments: the door was made without the name.
    connection.execute(delete(ERASURES).where(mine, ERASURES.c.nameless != trader))
    put_new(connection, ERASURES, {"owner": owner, "nameless": trader}, ["owner"])
    gone += withdraw(connection, trader)
    connection.execute(delete(ERASURES).where(mine))
    return gone
