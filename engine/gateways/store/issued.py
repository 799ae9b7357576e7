"""Forecasts as they were issued: rows that only grow, each sealed with the one before it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, insert, select, text

from engine.core.errors import StoreError
from engine.forecast.track.chain import BEGINNING, COLUMNS, Head, Row, Verdict, sealed, unsealed, verified
from engine.forecast.track.issued import Issued
from engine.gateways.store.database import is_postgresql, put, reading, writing
from engine.gateways.store.tables import FORECAST_CHAINS, FORECASTS_ISSUED
from engine.gateways.store.text import checked_time

CHAIN_KEY: Final = 7_208_144_312  # an advisory lock of PostgreSQL: one row is added after another
REAL: Final = "real"


@dataclass(frozen=True, slots=True)
class Line:
    """Whose clock forecasts live by: real markets on one line, each simulated world on its own.

    A simulated clock that was set back begins another part of its line, which is a chain of its own: what was
    issued before stays as it was, and counts no more.
    """

    seed: int | None = None
    simulated: bool = False

    @property
    def name(self) -> str:
        """The line's name in the store."""
        return f"sim {'' if self.seed is None else self.seed}".strip() if self.simulated else REAL


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an issued forecast stands in its chain, and whether it was not there before."""

    chain: str
    number: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class _Chain:
    """One part of a line as it ends now."""

    name: str
    part: int
    head: Head
    newest_ms: int


class IssuedForecasts:
    """The record of this store: forecasts of markets, which belong to nobody in particular."""

    def __init__(self, engine: Engine, may_issue: bool = True) -> None:
        self._engine = engine
        self._may_issue = may_issue

    def issue(self, line: Line, forecasts: Sequence[Issued], patience: float | None = None) -> tuple[Kept, ...]:
        """Add these to the end of their line, all or none; those that are there already stay as they are.

        StoreError when another writer is in the way for longer than `patience` (seconds; None: as long as any save).
        """
        if not self._may_issue:
            raise StoreError("a stakeholder looks on: no forecast is issued. Ask as a trader, or let the house do it.")
        for one in forecasts:
            checked_time(one.issued_ms)
            checked_time(one.cutoff_ms)
        known = self._known(line, forecasts)
        if known is not None:
            return known
        with self._locked(patience) as connection:
            chain = _open_chain(connection, line, min(one.issued_ms for one in forecasts))
            kept = []
            for one in forecasts:
                found = _number(connection, chain.name, one.key)
                if found is None:
                    chain = _append(connection, line, chain, one)
                kept.append(Kept(chain.name, found or chain.head.rows, found is None))
            return tuple(kept)

    def of_market(self, line: Line, symbol: str, step: str, until_ms: int) -> tuple[Issued, ...]:
        """What was issued for one market up to a moment of its clock, in that order; DataError when one is damaged."""
        table = FORECASTS_ISSUED
        with reading(self._engine) as connection:
            chain = _newest(connection, line)
            if chain is None or _is_over(chain, line, until_ms):
                return ()
            wanted = select(table).where(table.c.chain == chain.name, table.c.symbol == symbol, table.c.step == step)
            rows = connection.execute(wanted.where(table.c.issued_ms <= until_ms).order_by(table.c.number)).all()
        return tuple(unsealed(_row(each)) for each in rows)

    def end(self, line: Line, until_ms: int) -> str:
        """The seal that a line ends in by a moment of its clock: another one as soon as anything was issued on it."""
        with reading(self._engine) as connection:
            chain = _newest(connection, line)
        return "" if chain is None or _is_over(chain, line, until_ms) else chain.head.seal

    def rows(self, symbol: str | None = None, step: str | None = None) -> tuple[Row, ...]:
        """Every row as it is stored (of one market), chain by chain, in the order of issue."""
        table = FORECASTS_ISSUED
        wanted = select(table).order_by(table.c.chain, table.c.number)
        for column, value in ((table.c.symbol, symbol), (table.c.step, step)):
            wanted = wanted if value is None else wanted.where(column == value)
        with reading(self._engine) as connection:
            return tuple(_row(each) for each in connection.execute(wanted))

    def verdicts(self) -> tuple[Verdict, ...]:
        """Every chain walked from its beginning to where it is known to end."""
        issued, chains = FORECASTS_ISSUED, FORECAST_CHAINS
        found = []
        with reading(self._engine) as connection:
            ends = {row.chain: row for row in connection.execute(select(chains))}
            named = set(ends) | set(connection.execute(select(issued.c.chain).distinct()).scalars())
            for name in sorted(named):
                wanted = select(issued).where(issued.c.chain == name).order_by(issued.c.number)
                rows = (_row(each) for each in connection.execute(wanted))
                end = ends.get(name)
                verdict = verified(name, rows, Head(0, BEGINNING) if end is None else Head(end.rows, end.seal))
                wrong = "" if verdict.broken or end is None else _wrong_entry(connection, end)
                found.append(replace(verdict, broken=wrong) if wrong else verdict)
        return tuple(found)

    def _known(self, line: Line, forecasts: Sequence[Issued]) -> tuple[Kept, ...] | None:
        """Where all of these stand, when none is new: most looks at a forecast are not the first one."""
        with reading(self._engine) as connection:
            chain = _newest(connection, line)
            if chain is None or _is_over(chain, line, min(one.issued_ms for one in forecasts)):
                return None
            kept = []
            for one in forecasts:
                number = _number(connection, chain.name, one.key)
                if number is None:
                    return None
                kept.append(Kept(chain.name, number, False))
            return tuple(kept)

    @contextmanager
    def _locked(self, patience: float | None) -> Iterator[Connection]:
        with writing(self._engine, patience) as connection:  # SQLite: BEGIN IMMEDIATE is the lock
            if is_postgresql(connection):
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": CHAIN_KEY})
            yield connection


def _newest(connection: Connection, line: Line) -> _Chain | None:
    """The part of a line that is written on now."""
    table = FORECAST_CHAINS
    wanted = select(table).where(table.c.line == line.name).order_by(table.c.part.desc()).limit(1)
    row = connection.execute(wanted).first()
    return None if row is None else _Chain(row.chain, row.part, Head(row.rows, row.seal), row.newest_ms)


def _is_over(chain: _Chain, line: Line, at_ms: int) -> bool:
    """Whether a simulated clock was set back since: another part begins."""
    return line.simulated and at_ms < chain.newest_ms


def _open_chain(connection: Connection, line: Line, at_ms: int) -> _Chain:
    last = _newest(connection, line)
    if last is not None and not _is_over(last, line, at_ms):
        return last
    part = 1 if last is None else last.part + 1
    return _Chain(_chain_name(line.name, part), part, Head(0, BEGINNING), 0)


def _chain_name(line: str, part: int) -> str:
    return line if part == 1 else f"{line}, part {part}"


def _wrong_entry(connection: Connection, end: Any) -> str:
    """What is wrong with how a chain that holds is entered; "" for nothing. No seal covers these columns."""
    if end.chain != _chain_name(end.line, end.part):
        return f"it is entered as part {end.part} of {end.line}: pages do not find its forecasts"
    table = FORECASTS_ISSUED
    newest = connection.execute(select(func.max(table.c.issued_ms)).where(table.c.chain == end.chain)).scalar()
    return "" if newest == end.newest_ms else "the moment of its newest forecast is entered as another one"


def _append(connection: Connection, line: Line, chain: _Chain, one: Issued) -> _Chain:
    row = sealed(chain.name, chain.head, one)
    connection.execute(insert(FORECASTS_ISSUED).values(**asdict(row)))
    grown = _Chain(chain.name, chain.part, Head(row.number, row.seal), max(chain.newest_ms, one.issued_ms))
    ends: dict[str, Any] = {"rows": row.number, "seal": row.seal, "newest_ms": grown.newest_ms}
    put(connection, FORECAST_CHAINS, {"chain": chain.name, "line": line.name, "part": chain.part, **ends})
    return grown


def _number(connection: Connection, chain: str, key: str) -> int | None:
    table = FORECASTS_ISSUED
    wanted = select(table.c.number).where(table.c.chain == chain, table.c.key == key)
    return connection.execute(wanted).scalar()


def _row(found: Any) -> Row:
    return Row(**{name: getattr(found, name) for name in COLUMNS})
