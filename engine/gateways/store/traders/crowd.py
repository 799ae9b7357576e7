"""What all traders did, without anybody's name: the only look across desks, for fitting models alone."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, Engine, select, text

from engine.core.chance import stable_name
from engine.gateways.store.database import is_postgresql, reading
from engine.gateways.store.tables import CROWD_SALT, EVENTS
from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import ACTIONS
from engine.traders.log import COLUMNS, NUMBERS, Codes, EventLog

READ: Final = (
    "owner", "key", "undoes", "at_ms", "action", "underlying", "sector", "strategy", "regime", "rank", "idea",
    "positions",
)  # fmt: skip


class Crowd:
    """Everybody's events as one log; a trader is a number that only who knows the name and this store can find."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def log(self, since_ms: int = 0) -> EventLog:
        """What everybody did from a moment on, in time order, without what was taken back."""
        wanted = select(*(EVENTS.c[name] for name in (*READ, *NUMBERS)))
        wanted = wanted.where(EVENTS.c.at_ms >= since_ms).order_by(EVENTS.c.owner, EVENTS.c.number)
        with reading(self._engine) as connection:
            if is_postgresql(connection):
                connection.execute(text("SELECT set_config('toption.crowd', 'on', true)"))
            salt = _salt(connection)
            rows = connection.execute(wanted).all()
        columns = dict(zip((*READ, *NUMBERS), zip(*rows, strict=True), strict=True)) if rows else {}
        return _log({name: columns.get(name, ()) for name in (*READ, *NUMBERS)}, salt)

    def name_of(self, trader: str) -> str:
        """What stands for this trader in the log."""
        with reading(self._engine) as connection:
            return nameless_here(connection, trader)

    def count(self) -> int:
        """How many events there are, of everybody: tells whether a fit would say something new."""
        with reading(self._engine) as connection:
            if is_postgresql(connection):
                connection.execute(text("SELECT set_config('toption.crowd', 'on', true)"))
            return int(connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one())


def nameless(salt: str, trader: str) -> str:
    """What stands for a trader: sixteen letters and digits, the same for ever within one store."""
    return stable_name("crowd", salt, trader)


def nameless_here(connection: Connection, trader: str) -> str:
    """The same in the store of this connection."""
    return nameless(_salt(connection), trader)


def _salt(connection: Connection) -> str:
    return str(connection.execute(select(CROWD_SALT.c.salt)).scalar_one())


def _log(columns: dict[str, Any], salt: str) -> EventLog:
    """Columns of rows, trader by trader in the order they came, as a log."""
    pairs = list(zip(columns["owner"], columns["key"], columns["undoes"], strict=True))
    taken = {(owner, undone) for owner, _, undone in pairs if undone}
    held = np.array([not undone and (owner, key) not in taken for owner, key, undone in pairs], dtype=np.bool_)
    at_ms = np.array(columns["at_ms"], dtype=np.int64)
    chosen = np.flatnonzero(held)[np.argsort(at_ms[held], kind="stable")]
    fixed: dict[str, dict[str, int]] = {
        "action": {name.value: place for place, name in enumerate(ACTIONS)},
        "strategy": {name: kind.number for name, kind in STRATEGIES.items()},
        "regime": {name: place for place, name in enumerate(REGIMES)},
    }
    made: dict[str, Any] = {"at_ms": at_ms, "idea": _numbered(columns["idea"])}
    made |= {name: np.array(columns[name], dtype=np.int32) for name in ("rank", "positions")}
    for name, places in fixed.items():
        made[name] = np.array([places.get(each, -1) for each in columns[name]], dtype=np.int32)
    names = {}
    for field in ("owner", "underlying", "sector"):
        place = {name: number for number, name in enumerate(dict.fromkeys(columns[field]))}
        names[field] = tuple(place)
        made["trader" if field == "owner" else field] = np.array([place[one] for one in columns[field]], np.int32)
    made |= {name: np.array(columns[name], dtype=np.float64) for name in NUMBERS}
    ordered = {name: made[name][chosen] for name in COLUMNS}
    traders = tuple(nameless(salt, each) for each in names["owner"])
    return EventLog(traders, names["underlying"], names["sector"], **ordered)


def _numbered(names: Sequence[str]) -> Codes:
    """A number for every name, the same for the same."""
    place = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([place[each] for each in names], dtype=np.int32)
