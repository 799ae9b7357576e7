"""What a trader told about themselves and what exactly they traded on paper: numbered texts that only grow."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, func, insert, select

from engine.gateways.store.tables import CORRECTIONS, PAPER_TRADES, POSITION_FILES
from engine.gateways.store.text import checked_name, checked_text, checked_time
from engine.gateways.store.traders.events import lock

CONTENT_LETTERS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that was told: about what (a belief, a file's name), what (JSON), and when."""

    about: str
    content: str
    at_ms: int

    def __post_init__(self) -> None:
        checked_name("what is told about", self.about, letters=200)
        checked_text("what is told", self.content, CONTENT_LETTERS)
        checked_time(self.at_ms)


def correct(connection: Connection, owner: str, told: Told) -> None:
    """Append a correction of this trader's profile."""
    _append(connection, owner, CORRECTIONS, told)


def corrections(connection: Connection, owner: str) -> tuple[Told, ...]:
    """Every correction of this trader, oldest first."""
    return _all(connection, owner, CORRECTIONS)


def bring_positions(connection: Connection, owner: str, told: Told) -> None:
    """Append a file of positions: from now on it counts, and the ones before no more."""
    _append(connection, owner, POSITION_FILES, told)


def positions(connection: Connection, owner: str) -> Told | None:
    """The newest file of positions of this trader, None where there is none."""
    table = POSITION_FILES
    wanted = select(table.c.name, table.c.content, table.c.at_ms).where(table.c.owner == owner)
    found = connection.execute(wanted.order_by(table.c.number.desc()).limit(1)).first()
    return None if found is None else Told(*found)


def detail(connection: Connection, owner: str, key: str, content: str) -> None:
    """Keep what exactly was traded under the event of this key."""
    checked_text("a paper trade", content, CONTENT_LETTERS)
    connection.execute(insert(PAPER_TRADES).values(owner=owner, key=key, content=content))


def details(connection: Connection, owner: str) -> dict[str, str]:
    """What exactly this trader traded on paper, by the key of its event."""
    wanted = select(PAPER_TRADES.c.key, PAPER_TRADES.c.content).where(PAPER_TRADES.c.owner == owner)
    return {key: content for key, content in connection.execute(wanted)}


def _append(connection: Connection, owner: str, table: Table, told: Told) -> None:
    lock(connection, owner)
    last = select(func.coalesce(func.max(table.c.number), 0)).where(table.c.owner == owner)
    row = (owner, connection.execute(last).scalar_one() + 1, told.about, told.content, told.at_ms)
    connection.execute(insert(table).values(row))


def _all(connection: Connection, owner: str, table: Table) -> tuple[Told, ...]:
    wanted = select(table).where(table.c.owner == owner).order_by(table.c.number)
    return tuple(Told(*row[2:]) for row in connection.execute(wanted))
