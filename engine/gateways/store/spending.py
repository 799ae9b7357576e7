"""What asking Claude cost: an append-only ledger of reservations, settlements and what became of each answer."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, insert, select, text

from engine.core.errors import StoreError
from engine.gateways.store.database import is_postgresql, reading, writing
from engine.gateways.store.tables import CLAUDE_CALLS
from engine.gateways.store.text import checked_time

DAY_MS: Final = 86_400_000
MINUTE_MS: Final = 60_000
LEDGER_KEY: Final = 7_208_144_311  # an advisory lock of PostgreSQL: limits are checked and reserved in one go


class AlreadyAskedError(StoreError):
    """The message was sent to Claude before; it is never paid for twice."""


@dataclass(frozen=True, slots=True)
class Call:
    """One message that Claude is asked to read: its key, whose it is (a hash), and when (milliseconds, UTC)."""

    key: str
    user: str
    at_ms: int

    def __post_init__(self) -> None:
        checked_time(self.at_ms)

    @property
    def day(self) -> int:
        """Days since 1970, UTC: what a call costs belongs to the day it was made."""
        return self.at_ms // DAY_MS


@dataclass(frozen=True, slots=True)
class Totals:
    """What was asked and spent so far: one user's calls in a minute and a day, micro-dollars of the user and of all."""

    minute: int
    day: int
    user_micro_usd: int
    all_micro_usd: int


class Spending:
    """The ledger of this store; its rows hold hashes and numbers, and no text of anybody."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def reserve(self, call: Call, micro_usd: int, refusal: Callable[[Totals], str]) -> str:
        """Set money aside for a new call unless `refusal` says why not; AlreadyAskedError when it is not new."""
        with self._locked() as connection:
            if _last(connection, call.key):
                raise AlreadyAskedError(
                    "This message was sent to Claude before, and its answer is gone. Send it again."
                )
            refused = refusal(_totals(connection, call.user, call.at_ms))
            if not refused:
                _append(connection, call, (1, "reserved", micro_usd, {}))
            return refused

    def reserve_more(self, call: Call, micro_usd: int, refusal: Callable[[Totals], str]) -> str:
        """Set money aside for another attempt of a call unless `refusal` says why not."""
        with self._locked() as connection:
            refused = refusal(_totals(connection, call.user, call.at_ms))
            if not refused:
                _append(connection, call, (_next(connection, call), "again", micro_usd, {}))
            return refused

    def settle(self, call: Call, micro_usd: int, line: Mapping[str, Any]) -> None:
        """What a call really cost takes the place of what was set aside for it; with its audit line."""
        with self._locked() as connection:
            aside = select(func.sum(CLAUDE_CALLS.c.micro_usd)).where(CLAUDE_CALLS.c.call == call.key)
            number = _next(connection, call)
            _append(connection, call, (number, "settled", micro_usd - connection.execute(aside).scalar_one(), line))

    def mark(self, call: Call, became: str) -> None:
        """What became of the answer of a call."""
        with self._locked() as connection:
            _append(connection, call, (_next(connection, call), became, 0, {}))

    @contextmanager
    def _locked(self) -> Iterator[Connection]:
        with writing(self._engine) as connection:
            if is_postgresql(connection):
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LEDGER_KEY})
            yield connection

    def totals(self, user: str, at_ms: int) -> Totals:
        """What this user and everybody asked and spent up to now, on the day of `at_ms`."""
        with reading(self._engine) as connection:
            return _totals(connection, user, at_ms)

    def lines(self, day: int | None = None) -> tuple[dict[str, Any], ...]:
        """The audit lines, oldest first: of one day, or all."""
        wanted = select(CLAUDE_CALLS).order_by(CLAUDE_CALLS.c.at_ms, CLAUDE_CALLS.c.call, CLAUDE_CALLS.c.number)
        if day is not None:
            wanted = wanted.where(CLAUDE_CALLS.c.day == day)
        with reading(self._engine) as connection:
            return tuple(
                {"call": row.call, "user": row.user_hash, "at_ms": row.at_ms, "entry": row.kind,
                 "micro_usd": row.micro_usd, **json.loads(row.line)}
                for row in connection.execute(wanted)
            )  # fmt: skip


def _last(connection: Connection, key: str) -> int:
    newest = select(func.coalesce(func.max(CLAUDE_CALLS.c.number), 0)).where(CLAUDE_CALLS.c.call == key)
    return int(connection.execute(newest).scalar_one())


def _next(connection: Connection, call: Call) -> int:
    last = _last(connection, call.key)
    if not last:
        raise StoreError(f"no call {call.key} was reserved. Reserve it first.")
    return last + 1


def _append(connection: Connection, call: Call, entry: tuple[int, str, int, Mapping[str, Any]]) -> None:
    number, kind, micro_usd, line = entry
    values = {"call": call.key, "number": number, "user_hash": call.user, "day": call.day, "at_ms": call.at_ms}
    written = json.dumps(line, ensure_ascii=False, allow_nan=False)
    connection.execute(insert(CLAUDE_CALLS).values(**values, kind=kind, micro_usd=micro_usd, line=written))


def _totals(connection: Connection, user: str, at_ms: int) -> Totals:
    table = CLAUDE_CALLS.c
    today = table.day == at_ms // DAY_MS
    mine = table.user_hash == user
    asked = select(func.count()).where(mine, table.kind == "reserved")
    spent = select(func.coalesce(func.sum(table.micro_usd), 0)).where(today)
    found = (
        asked.where(table.at_ms > at_ms - MINUTE_MS, table.at_ms <= at_ms), asked.where(today), spent.where(mine), spent
    )  # fmt: skip
    return Totals(*(int(connection.execute(each).scalar_one()) for each in found))
