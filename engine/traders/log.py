"""Many events of many traders as columns: what models are fitted on and metrics are counted in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import ACTIONS, WEIGHTS, Action, Circumstances, Event, Idea

Floats = NDArray[np.float64]
Codes = NDArray[np.int32]
Times = NDArray[np.int64]
IDEA: Final = ("delta", "premium", "days", "iv_rank", "margin", "pop")
WEIGHT: Final = np.array([WEIGHTS[each] for each in ACTIONS])


@dataclass(frozen=True, slots=True, eq=False)
class EventLog:
    """Events as columns (n,), in time order; those that were taken back and what took them back are left out.

    `trader`, `underlying`, `sector` are places in the tuples of names; `action` in `ACTIONS`, `strategy` a number of
    `STRATEGIES`, `regime` a place in `REGIMES` (-1 unknown); times in ms UTC; nan is unknown. `idea` is the same number
    for what is the same idea to a trader, and `positions` how many he then held. `rank` is 0 and `propensity`, `fits`,
    `with_book` and `exploring` (see `Event`) nan for all but what was shown.
    """

    traders: tuple[str, ...]
    underlyings: tuple[str, ...]
    sectors: tuple[str, ...]
    trader: Codes
    at_ms: Times
    action: Codes
    underlying: Codes
    sector: Codes
    strategy: Codes
    regime: Codes
    rank: Codes
    idea: Codes
    positions: Codes
    delta: Floats
    premium: Floats
    days: Floats
    iv_rank: Floats
    margin: Floats
    pop: Floats
    vix: Floats
    outcome: Floats
    propensity: Floats
    fits: Floats
    with_book: Floats
    exploring: Floats

    def __len__(self) -> int:
        return len(self.at_ms)

    @property
    def weight(self) -> Floats:
        """What each says of its trader's taste, (n,)."""
        found: Floats = WEIGHT[self.action]
        return found

    def rows(self, chosen: NDArray[Any] | slice) -> "EventLog":
        """Those rows alone, under the same names."""
        return EventLog(
            self.traders, self.underlyings, self.sectors, **{name: getattr(self, name)[chosen] for name in COLUMNS}
        )

    def until(self, moment_ms: int) -> "EventLog":
        """What had happened by then."""
        return self.rows(slice(0, int(np.searchsorted(self.at_ms, moment_ms, side="right"))))


INTEGERS: Final = ("trader", "action", "underlying", "sector", "strategy", "regime", "rank", "idea", "positions")
SHOWING: Final = ("propensity", "fits", "with_book", "exploring")  # what only an idea that is shown has
NUMBERS: Final = (*IDEA, "vix", "outcome", *SHOWING)
COLUMNS: Final = ("at_ms", *INTEGERS, *NUMBERS)


def standing(events: Iterable[Event]) -> list[Event]:
    """What still holds, in time order: without what was taken back, and without the taking back."""
    known = list(events)
    taken = {each.undoes for each in known if each.undoes}
    return sorted((each for each in known if not each.undoes and each.key not in taken), key=lambda one: one.at_ms)


def log_of(events: Iterable[Event]) -> EventLog:
    """Events as columns."""
    held = standing(events)
    traders = tuple(dict.fromkeys(each.trader for each in held))
    underlyings = tuple(dict.fromkeys(each.idea.underlying for each in held))
    sectors = tuple(dict.fromkeys(each.idea.sector for each in held))
    numbers = {name: _floats([getattr(each.idea, name) for each in held]) for name in IDEA}
    numbers |= {name: _floats([getattr(each, name) for each in held]) for name in ("outcome", *SHOWING)}
    ideas = [each.idea.id for each in held]
    return EventLog(
        traders, underlyings, sectors,
        trader=_codes(traders, [each.trader for each in held]),
        at_ms=np.array([each.at_ms for each in held], dtype=np.int64),
        action=_codes(ACTIONS, [each.action for each in held]),
        underlying=_codes(underlyings, [each.idea.underlying for each in held]),
        sector=_codes(sectors, [each.idea.sector for each in held]),
        strategy=np.array([STRATEGIES[each.idea.strategy].number for each in held], dtype=np.int32),
        regime=_codes(REGIMES, [each.circumstances.regime for each in held]),
        rank=np.array([each.rank for each in held], dtype=np.int32),
        idea=_codes(tuple(dict.fromkeys(ideas)), ideas),
        positions=np.array([each.circumstances.positions for each in held], dtype=np.int32),
        **numbers,
        vix=_floats([each.circumstances.vix for each in held]),
    )  # fmt: skip


def events_of(log: EventLog, trader: int) -> tuple[Event, ...]:
    """One trader's rows as events, for models that learn from one after another.

    Keys and names of ideas are made up, the same for what is the same: strategy, underlying, delta and premium. What
    was shown at one moment is one feed.
    """
    names = tuple(STRATEGIES)
    found = []
    for row in np.flatnonzero(log.trader == trader).tolist():
        numbers = {name: float(getattr(log, name)[row]) for name in IDEA}
        underlying, strategy = log.underlyings[log.underlying[row]], names[log.strategy[row]]
        name = f"{underlying}:{strategy}:{numbers['delta']:.4f}:{numbers['premium']:.2f}"
        sector = log.sectors[log.sector[row]] if log.sector[row] >= 0 else ""
        regime = REGIMES[log.regime[row]] if log.regime[row] >= 0 else ""
        action, at_ms = ACTIONS[log.action[row]], int(log.at_ms[row])
        found.append(
            Event(
                str(row), log.traders[trader], action, at_ms, Idea(name, underlying, strategy, sector, **numbers),
                Circumstances(regime, float(log.vix[row])), float(log.outcome[row]),
                feed=str(at_ms) if action is Action.SHOWN else "", rank=int(log.rank[row]),
                propensity=float(log.propensity[row]), fits=float(log.fits[row]), with_book=float(log.with_book[row]),
                exploring=float(log.exploring[row]),
            )
        )  # fmt: skip
    return tuple(found)


def joined(logs: Sequence[EventLog]) -> EventLog:
    """One log of several, in time order; names are numbered anew."""
    names = {
        field: tuple(dict.fromkeys(name for log in logs for name in getattr(log, field)))
        for field in ("traders", "underlyings", "sectors")
    }
    columns = {name: np.concatenate([getattr(log, name) for log in logs]) for name in COLUMNS}
    for field, column in (("traders", "trader"), ("underlyings", "underlying"), ("sectors", "sector")):
        place = {name: number for number, name in enumerate(names[field])}
        columns[column] = np.concatenate([
            np.array([place[name] for name in getattr(log, field)], dtype=np.int32)[getattr(log, column)]
            for log in logs
        ])  # fmt: skip
    order = np.argsort(columns["at_ms"], kind="stable")
    ordered: dict[str, Any] = {name: values[order] for name, values in columns.items()}
    return EventLog(names["traders"], names["underlyings"], names["sectors"], **ordered)


def _codes(names: Sequence[str], values: Sequence[str]) -> Codes:
    """The place of every value among the names, -1 where it is none of them."""
    place = {name: number for number, name in enumerate(names)}
    return np.array([place.get(each, -1) for each in values], dtype=np.int32)


def _floats(values: Sequence[float]) -> Floats:
    return np.array(values, dtype=np.float64)
