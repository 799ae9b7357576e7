"""Runs of the lab as they are kept: what was asked and found, for their owner alone; only results can be forgotten."""

import re
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, Select, delete, func, insert, select

from engine.core.errors import StoreError
from engine.gateways.store.bots import Found
from engine.gateways.store.tables import RUN_MARKS, RUN_RESULTS, RUNS
from engine.gateways.store.text import checked_name, checked_text, checked_time

Mark = Literal["labelled", "forgotten"]
KEY: Final = re.compile(r"[a-z0-9]{8,40}")
REQUEST_LETTERS: Final = 200_000
SUMMARY_LETTERS: Final = 20_000
RESULT_BYTES: Final = 32_000_000
OWNER_BYTES: Final = 1_000_000_000
NO_SUCH_RUN: Final = "you have no such run. Choose one from the list of your runs."


@dataclass(frozen=True, slots=True)
class NewRun:
    """A run before it is kept: its key, market, what was asked, what it rests on, how many were tried, what came out.

    `request` and `summary` are JSON; `result` is everything that is shown, as bytes.
    """

    key: str
    at_ms: int
    symbol: str
    step: str
    request: str
    candles: str
    code: str
    trials: int
    summary: str
    result: bytes

    def __post_init__(self) -> None:
        if not KEY.fullmatch(self.key):
            raise StoreError(f"a run's key must be 8 to 40 small letters and digits, was {self.key[:40]!r}.")
        checked_time(self.at_ms)
        checked_name("a run's symbol", self.symbol)
        checked_text("what is asked of a run", self.request, REQUEST_LETTERS)
        checked_text("a run's summary", self.summary, SUMMARY_LETTERS)
        if len(self.result) > RESULT_BYTES:
            raise StoreError(
                f"a run is kept up to {RESULT_BYTES // 1_000_000} MB, this one of {self.trials:,} configurations takes"
                f" {len(self.result) / 1e6:,.0f} MB. Download it as CSV or JSON, or take wider steps."
            )


@dataclass(frozen=True, slots=True)
class ListedRun:
    """A run that is kept, without its result: what one reads in a list; `label` is its owner's own name for it."""

    key: str
    at_ms: int
    symbol: str
    step: str
    request: str
    candles: str
    code: str
    trials: int
    summary: str
    bytes: int
    label: str


def add(connection: Connection, owner: str, run: NewRun, room: int = OWNER_BYTES) -> ListedRun:
    """Keep a run, if all of the owner's take at most `room` bytes; one that is there under its key stays as it is."""
    there = found(connection, owner, run.key)
    if there is not None:
        return there
    if connection.execute(select(RUNS.c.key).where(RUNS.c.key == run.key)).first() is not None:
        raise StoreError(f"run {run.key} was forgotten, which cannot be taken back. Keep it under another key.")
    held = int(connection.execute(_mine(owner, func.coalesce(func.sum(RUNS.c.bytes), 0))).scalar_one())
    if held + len(run.result) > room:
        raise StoreError(
            f"your runs take {held / 1e6:,.0f} of {room / 1e6:,.0f} MB, and this one"
            f" {len(run.result) / 1e6:,.0f} MB more. Forget runs that you no longer need."
        )
    row = {name: getattr(run, name) for name in RUNS.c.keys() if name not in ("owner", "bytes")}  # noqa: SIM118  # columns
    connection.execute(insert(RUNS).values(**row, owner=owner, bytes=len(run.result)))
    connection.execute(insert(RUN_RESULTS).values(key=run.key, result=run.result))
    return load(connection, owner, run.key)


def listed(connection: Connection, owner: str, most: int, symbol: str | None = None) -> tuple[ListedRun, ...]:
    """The newest runs of this owner that are not forgotten (on this market), newest first."""
    wanted = _mine(owner, RUNS, _label()).order_by(RUNS.c.at_ms.desc(), RUNS.c.key)
    wanted = wanted if symbol is None else wanted.where(RUNS.c.symbol == symbol)
    return tuple(_listed(each) for each in connection.execute(wanted.limit(most)))


def tried(connection: Connection, owner: str, symbol: str, step: str) -> int:
    """How many configurations this owner ever tried on a market, forgotten runs included: they were looked at too."""
    wanted = select(func.coalesce(func.sum(RUNS.c.trials), 0))
    wanted = wanted.where(RUNS.c.owner == owner, RUNS.c.symbol == symbol, RUNS.c.step == step)
    return int(connection.execute(wanted).scalar_one())


def found(connection: Connection, owner: str, key: str) -> ListedRun | None:
    """One of this owner's runs, None when it is not theirs, forgotten or not there."""
    row = connection.execute(_mine(owner, RUNS, _label()).where(RUNS.c.key == key)).first()
    return None if row is None else _listed(row)


def load(connection: Connection, owner: str, key: str) -> ListedRun:
    """As `found`; StoreError, in the same words, when it is not theirs, forgotten or not there."""
    there = found(connection, owner, key)
    if there is None:
        raise StoreError(NO_SUCH_RUN)
    return there


def result(connection: Connection, owner: str, key: str) -> tuple[ListedRun, bytes]:
    """One of this owner's runs with its result."""
    run = load(connection, owner, key)
    return run, bytes(connection.execute(select(RUN_RESULTS.c.result).where(RUN_RESULTS.c.key == run.key)).scalar_one())


def label(connection: Connection, owner: str, key: str, name: str, at_ms: int) -> ListedRun:
    """Give a run a name of its own ("" takes it away again)."""
    run = load(connection, owner, key)
    _mark(connection, run.key, "labelled", checked_name("a run's name", name) if name else "", at_ms)
    return load(connection, owner, key)


def forget(connection: Connection, owner: str, key: str, at_ms: int) -> None:
    """Remove a run's result for good; that it was made, and how many configurations it tried, stays known."""
    run = load(connection, owner, key)
    _mark(connection, run.key, "forgotten", "", at_ms)
    connection.execute(delete(RUN_RESULTS).where(RUN_RESULTS.c.key == run.key))


def _mine(owner: str, *columns: Any) -> Select[*tuple[Any, ...]]:
    there = select(RUN_RESULTS.c.key).where(RUN_RESULTS.c.key == RUNS.c.key).exists()
    return select(*columns).where(RUNS.c.owner == owner, there)


def _label() -> Any:
    """The newest name of a run."""
    named = select(RUN_MARKS.c.label).where(RUN_MARKS.c.key == RUNS.c.key, RUN_MARKS.c.kind == "labelled")
    return named.order_by(RUN_MARKS.c.number.desc()).limit(1).scalar_subquery().label("label")


def _mark(connection: Connection, key: str, kind: Mark, name: str, at_ms: int) -> None:
    last = select(func.coalesce(func.max(RUN_MARKS.c.number), 0)).where(RUN_MARKS.c.key == key)
    # The run's row is locked, so that two marks at once get two numbers.
    connection.execute(select(RUNS.c.key).where(RUNS.c.key == key).with_for_update())
    values = {"key": key, "number": connection.execute(last).scalar_one() + 1, "kind": kind, "label": name}
    connection.execute(insert(RUN_MARKS).values(**values, at_ms=checked_time(at_ms)))


def _listed(row: Found) -> ListedRun:
    parts = {name: getattr(row, name) for name in ListedRun.__slots__ if name != "label"}
    return ListedRun(**parts, label=row.label or "")
