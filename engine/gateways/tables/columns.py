"""Which column of a foreign table means what: time, the five of a candle and, in a long table, the market."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.core.errors import DataError
from engine.gateways.tables.content import shown
from engine.market.bars import COLUMNS

TIME_NAMES: Final = ("timestamp", "time", "datetime", "date", "open_time", "unix")
MARKET_NAME: Final = "unique_id"
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "time": TIME_NAMES,
    **{name: (name,) for name in COLUMNS},
    "volume": ("volume", "vol"),
    "market": (MARKET_NAME,),
}
OPTIONAL: Final = "market"
COLUMN_LIMIT: Final = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """Position of each wanted column by its meaning, and what was left aside."""

    position: dict[str, int]
    notes: tuple[str, ...]


def known(names: Sequence[str]) -> int:
    """How many of the wanted columns these names hold."""
    have = {_plain(name) for name in names}
    return sum(not have.isdisjoint(synonyms) for synonyms in NAMES.values())


def chosen(names: Sequence[str], name: str, volume: bool = True) -> Choice:
    """The columns to read; wrong, missing and repeated names are refused together.

    Without `volume` that column is left aside, and may be missing.
    """
    if len(names) > COLUMN_LIMIT:
        raise DataError(f"{shown(name)}: a table may have at most {COLUMN_LIMIT} columns, had {len(names):,}.")
    plain = [_plain(text) for text in names]
    position = {
        meaning: plain.index(found)
        for meaning, synonyms in NAMES.items()
        if (volume or meaning != "volume")
        and (found := next((synonym for synonym in synonyms if synonym in plain), None))
    }
    wrong = [*_repeated(plain), *_missing(names, position, volume)]
    if wrong:
        raise DataError(f"{shown(name)}: " + " ".join(wrong))
    return Choice(position, tuple(_notes(names, position)))


def _plain(name: str) -> str:
    return name.strip().casefold()


def _repeated(plain: Sequence[str]) -> list[str]:
    wanted = {synonym for synonyms in NAMES.values() for synonym in synonyms}
    twice = [name for name, times in Counter(plain).items() if times > 1 and name in wanted]
    return [f"each column may come once, {', '.join(twice)} came again. Remove or rename the copy."] if twice else []


def _missing(names: Sequence[str], position: dict[str, int], volume: bool) -> list[str]:
    optional = (OPTIONAL,) if volume else (OPTIONAL, "volume")
    absent = [meaning for meaning in NAMES if meaning not in position and meaning not in optional]
    if not absent:
        return []
    found = ", ".join(shown(text, 30) for text in names[:12]) + (" …" if len(names) > 12 else "")
    return [
        f"the columns must be a time (one of {', '.join(TIME_NAMES)}) and {', '.join(COLUMNS)}, named in line 1;"
        f" {', '.join(absent)} {'is' if len(absent) == 1 else 'are'} missing. Found: {found}. Rename the columns."
    ]


def _notes(names: Sequence[str], position: dict[str, int]) -> list[str]:
    notes = [
        f"Column {shown(names[at], 30)} was read as {meaning}."
        for meaning, at in position.items()
        if _plain(names[at]) not in (meaning, "timestamp", MARKET_NAME)
    ]
    aside = [shown(text, 30) for at, text in enumerate(names) if at not in position.values()]
    if aside:
        more = f" and {len(aside) - 8} more" if len(aside) > 8 else ""
        notes.append(f"Not used: {', '.join(aside[:8])}{more}.")
    return notes
