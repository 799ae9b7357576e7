"""A chain of issued forecasts: each row is sealed with the one before it, so that no change goes unseen."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Final

from engine.core.errors import DataError
from engine.forecast.track.issued import Issued, Maker, content_text, parted

BEGINNING: Final = "0" * 64  # what stands before the first row


@dataclass(frozen=True, slots=True)
class Row:
    """One issued forecast as it is stored, every value as it was read; `seal` covers all the others."""

    chain: str
    number: int
    previous: str
    key: str
    symbol: str
    step: str
    cutoff_ms: int
    issued_ms: int
    origin: str
    source: str
    model: str
    version: str
    data_hash: str
    content: str
    seal: str = ""


COLUMNS: Final = tuple(field.name for field in fields(Row))


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain ended when it was last written: its number of rows and the last row's seal."""

    rows: int
    seal: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A chain as it was found: how many rows hold, the last one's seal, and what is broken first ("" for nothing)."""

    chain: str
    rows: int
    seal: str
    broken: str = ""


def sealed(chain: str, head: Head, one: Issued) -> Row:
    """The row that adds a forecast to a chain that ends so."""
    maker = one.maker
    row = Row(
        chain, head.rows + 1, head.seal, one.key, one.symbol, one.step, one.cutoff_ms, one.issued_ms,
        maker.origin, maker.source, maker.model, maker.version, one.seen.digest, content_text(one),
    )  # fmt: skip
    return replace(row, seal=seal_of(row))


def seal_of(row: Row) -> str:
    """SHA-256 over everything else in the row, the seal of the row before it included."""
    # A damaged store may hand out bytes, which no row is sealed with: they get a seal that fits nothing.
    text = json.dumps([getattr(row, name) for name in COLUMNS[:-1]], separators=(",", ":"), default=repr)
    return hashlib.sha256(text.encode()).hexdigest()


def unsealed(row: Row) -> Issued:
    """The forecast in a row; DataError when the row does not read as one."""
    try:
        maker = Maker(row.origin, row.source, row.model, row.version)  # type: ignore[arg-type]  # Maker checks it
        said = parted(row.content, row.data_hash)
        return Issued(row.symbol, row.step, row.cutoff_ms, row.issued_ms, maker, **said)
    except (ValueError, TypeError, KeyError, DataError) as error:
        raise DataError(
            f"forecast {row.number} of the record ({row.chain}) cannot be read. Run `python -m engine doctor`."
        ) from error


def verified(chain: str, rows: Iterable[Row], head: Head) -> Verdict:
    """Walk a chain from its beginning to where it was known to end, and name the first thing that does not fit."""
    last = Head(0, BEGINNING)
    for row in rows:
        broken = _broken(row, last)
        if broken:
            return Verdict(chain, last.rows, last.seal, broken)
        last = Head(row.number, row.seal)
    if last == head:
        return Verdict(chain, last.rows, last.seal)
    if last.rows < head.rows:
        gone = (
            f"forecast {last.rows + 1}" if head.rows == last.rows + 1 else f"forecasts {last.rows + 1} to {head.rows}"
        )
        return Verdict(chain, last.rows, last.seal, f"{gone} removed from the end")
    return Verdict(chain, last.rows, last.seal, f"forecast {last.rows} is not the one that the record ended with")


def _broken(row: Row, last: Head) -> str:
    """What is wrong with a row that comes after these; "" when it fits."""
    told = f"forecast {row.number} of {row.symbol}"
    if row.number != last.rows + 1:
        return f"forecast {last.rows + 1} is missing: after {last.rows} comes {row.number}"
    if row.previous != last.seal:
        return f"{told} does not follow the one before it: a row was changed, put in or moved"
    if row.seal != seal_of(row):
        return f"{told} was changed after it was issued"
    return ""
