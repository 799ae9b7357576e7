"""What one trader did in the feed: appended and read at their own desk, and erased by nobody else."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from engine.core.errors import StoreError
from engine.gateways.store.database import cut_log, reading, sign, writing
from engine.gateways.store.traders import erasure, events, told
from engine.gateways.store.traders.crowd import Crowd
from engine.gateways.store.traders.told import Told
from engine.traders.events import Action, Event


class TraderDesk:
    """One trader's events, paper trades, corrections and positions; nothing of anybody else is reached through it."""

    def __init__(self, engine: Engine, owner: str, may_write: bool = True) -> None:
        self._engine = engine
        self._owner = owner
        self._may_write = may_write

    def add_event(self, event: Event, details: str = "") -> bool:
        """Append one of my events (with what exactly was traded) and tell whether it is new: a double click is one."""
        with self._writing() as connection:
            is_new = bool(events.add(connection, self._owner, [event]))
            if is_new and details:
                told.detail(connection, self._owner, event.key, details)
            return is_new

    def add_events(self, new: Sequence[Event]) -> tuple[Event, ...]:
        """Append several of my events, all or none, and return those that are new under their key."""
        with self._writing() as connection:
            return events.add(connection, self._owner, new)

    def events(self, since_ms: int = 0) -> tuple[Event, ...]:
        """My events from a moment on, in the order they came; what was shown to me is among them."""
        with self._reading() as connection:
            return events.since(connection, self._owner, since_ms)

    def events_after(self, number: int) -> tuple[tuple[int, Event], ...]:
        """My events numbered above this one, with their numbers (1 first)."""
        with self._reading() as connection:
            return events.after(connection, self._owner, number)

    def shown(self, since_ms: int = 0) -> tuple[Event, ...]:
        """What was shown to me from a moment on, with rank and propensity."""
        return tuple(each for each in self.events(since_ms) if each.action is Action.SHOWN)

    def paper_trades(self) -> dict[str, str]:
        """What exactly I traded on paper, by the key of its event."""
        with self._reading() as connection:
            return told.details(connection, self._owner)

    def correct(self, correction: Told) -> None:
        """Append a correction of my profile."""
        with self._writing() as connection:
            told.correct(connection, self._owner, correction)

    def corrections(self) -> tuple[Told, ...]:
        """My corrections, oldest first."""
        with self._reading() as connection:
            return told.corrections(connection, self._owner)

    def bring_positions(self, file: Told) -> None:
        """Keep a file of my positions, in place of the ones before."""
        with self._writing() as connection:
            told.bring_positions(connection, self._owner, file)

    def positions(self) -> Told | None:
        """My newest file of positions, None where I brought none."""
        with self._reading() as connection:
            return told.positions(connection, self._owner)

    def nameless(self) -> str:
        """What stands for me where everybody's events are looked at without names."""
        return Crowd(self._engine).name_of(self._owner)

    def must_write(self) -> None:
        """StoreError where this desk is one that looks on alone."""
        if not self._may_write:
            raise StoreError("a stakeholder looks on: nothing is saved, dismissed or traded. Sign in as a trader.")

    def erase(self) -> int:
        """Remove everything that is kept of me here, for good; how many rows went."""
        with self._writing() as connection:
            gone = erasure.erase(connection, self._owner)
        cut_log(self._engine)
        return gone

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reading(self._engine) as connection:
            sign(connection, self._owner)
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self.must_write()
        with writing(self._engine) as connection:
            sign(connection, self._owner)
            yield connection
