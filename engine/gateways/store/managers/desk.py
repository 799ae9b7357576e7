"""The managers' desk: what they designed, noted and decided, read by those who may and appended by fewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import Connection, Engine, delete, func, insert, select

from engine.core.errors import ConflictError, StoreError
from engine.gateways.store.database import put_new, reading, writing
from engine.gateways.store.managers.tables import EXPOSURES, NOTES, WITHDRAWALS
from engine.gateways.store.text import checked_name, checked_text, checked_time

Subject = Literal["experiment", "annotation", "flag", "stated"]
WRITERS: Final = ("manager", "admin")
READERS: Final = (*WRITERS, "stakeholder")
CONTENT_LETTERS: Final = 200_000


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that a manager did: about which experiment, day or idea (`key`), what (`act`), details as JSON."""

    subject: Subject
    key: str
    act: str
    content: str
    by: str
    at_ms: int
    number: int = 0


class ManagerDesk:
    """The house's own histories; traders reach none of it, stakeholders read."""

    def __init__(self, engine: Engine, identity: str, role: str) -> None:
        self._engine = engine
        self._identity = identity
        self._role = role

    @property
    def may_write(self) -> bool:
        """Whether this principal designs and decides."""
        return self._role in WRITERS

    def append(self, note: Note, after: int | None = None) -> Note:
        """Keep a note as the next of its key; ConflictError when it was to come after another number than the last."""
        if not self.may_write:
            raise StoreError(f"a {self._role} cannot change this. Ask a manager, or switch the role in the demo.")
        checked_name("a key", note.key, letters=200)
        checked_name("an act", note.act)
        checked_text("a note", note.content, CONTENT_LETTERS)
        checked_time(note.at_ms)
        mine = (NOTES.c.subject == note.subject) & (NOTES.c.key == note.key)
        with writing(self._engine) as connection:
            last = int(connection.execute(select(func.coalesce(func.max(NOTES.c.number), 0)).where(mine)).scalar_one())
            if after is not None and after != last:
                raise ConflictError(f"somebody else changed {note.key!r} first. Look at it again, then decide.")
            kept = Note(note.subject, note.key, note.act, note.content, self._identity, note.at_ms, last + 1)
            connection.execute(insert(NOTES).values(
                subject=kept.subject, key=kept.key, number=kept.number, act=kept.act, content=kept.content,
                by=kept.by, at_ms=kept.at_ms,
            ))  # fmt: skip
        return kept

    def notes(self, subject: Subject, key: str | None = None) -> tuple[Note, ...]:
        """Every note about a subject (of one key), in the order they came."""
        if self._role not in READERS:
            raise StoreError(f"a {self._role} does not see this. Ask a manager, or switch the role in the demo.")
        columns = (
            NOTES.c.subject,
            NOTES.c.key,
            NOTES.c.act,
            NOTES.c.content,
            NOTES.c.by,
            NOTES.c.at_ms,
            NOTES.c.number,
        )
        wanted = select(*columns).where(NOTES.c.subject == subject)
        wanted = wanted if key is None else wanted.where(NOTES.c.key == key)
        with reading(self._engine) as connection:
            rows = connection.execute(wanted.order_by(NOTES.c.at_ms, NOTES.c.key, NOTES.c.number)).all()
        return tuple(Note(*row) for row in rows)

    def exposures(self, experiment: str) -> tuple[tuple[str, str, int], ...]:
        """Who was in an experiment: trader, variant, since when (ms)."""
        if self._role not in READERS:
            raise StoreError(f"a {self._role} does not see this. Ask a manager, or switch the role in the demo.")
        table = EXPOSURES
        wanted = select(table.c.trader, table.c.variant, table.c.at_ms).where(table.c.experiment == experiment)
        with reading(self._engine) as connection:
            rows = connection.execute(wanted.order_by(table.c.at_ms, table.c.trader)).all()
        return tuple((row[0], row[1], row[2]) for row in rows)

    def withdrawn(self, experiment: str) -> tuple[str, ...]:
        """The variants of those who were in an experiment and erased everything about themselves since."""
        if self._role not in READERS:
            raise StoreError(f"a {self._role} does not see this. Ask a manager, or switch the role in the demo.")
        table = WITHDRAWALS
        wanted = select(table.c.variant).where(table.c.experiment == experiment).order_by(table.c.number)
        with reading(self._engine) as connection:
            return tuple(connection.execute(wanted).scalars())


def withdraw(connection: Connection, trader: str) -> int:
    """Take a trader out of every experiment and tell of how many; that somebody left stays, by variant alone."""
    seen = select(EXPOSURES.c.experiment, EXPOSURES.c.variant).where(EXPOSURES.c.trader == trader)
    for experiment, variant in connection.execute(seen.order_by(EXPOSURES.c.experiment)).all():
        mine = WITHDRAWALS.c.experiment == experiment
        last = connection.execute(select(func.coalesce(func.max(WITHDRAWALS.c.number), 0)).where(mine)).scalar_one()
        row = {"experiment": experiment, "number": int(last) + 1, "variant": variant}
        connection.execute(insert(WITHDRAWALS).values(**row))
    return connection.execute(delete(EXPOSURES).where(EXPOSURES.c.trader == trader)).rowcount


def expose(engine: Engine, experiment: str, trader: str, variant: str, at_ms: int) -> None:
    """Note that a trader saw a variant; the first time counts, later ones change nothing."""
    row = {"experiment": experiment, "trader": trader, "variant": variant, "at_ms": checked_time(at_ms)}
    with writing(engine) as connection:
        put_new(connection, EXPOSURES, row, ["experiment", "trader"])


def running(engine: Engine) -> Sequence[tuple[str, str, str]]:
    """Key, act and content of every experiment's notes, for who is assigned: any trader's feed asks this."""
    wanted = select(NOTES.c.key, NOTES.c.act, NOTES.c.content).where(NOTES.c.subject == "experiment")
    with reading(engine) as connection:
        rows = connection.execute(wanted.order_by(NOTES.c.key, NOTES.c.number)).all()
    return tuple((row[0], row[1], row[2]) for row in rows)
