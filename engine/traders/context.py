"""From a plain mapping, as other programs give it, to an event: names read kindly, values strictly."""

import math
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from engine.core.errors import DataError
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import UNKNOWN, Action, Circumstances, Event, Idea

Given = dict[str, Any]

NAMES: Final = {
    "underlying": ("underlying", "ticker", "symbol"),
    "strategy": ("strategy", "strategy_type"),
    "id": ("id", "opportunity_id"),
    "sector": ("sector",),
    "regime": ("regime", "market_regime"),
    "delta": ("delta",),
    "premium": ("premium",),
    "days": ("days", "days_to_expiry", "days_to_expiration", "dte"),
    "iv_rank": ("iv_rank",),
    "margin": ("margin",),
    "pop": ("pop", "probability_of_profit"),
    "vix": ("vix",),
    "vix_change": ("vix_change",),
    "outcome": ("outcome",),
    "timestamp": ("timestamp", "moment", "at", "time"),
}
LABELS: Final = {each.label.lower().replace("-", "_").replace(" ", "_"): name for name, each in STRATEGIES.items()}
SECONDS_BELOW: Final = 100_000_000_000  # a smaller number is seconds: as milliseconds it would be before 1973


def event_of(trader: str, action: str, context: Mapping[str, Any], key: str, now_ms: int) -> Event:
    """An event of a trader; without a `timestamp` it happened now. Other names in the mapping are passed over.

    `ticker` and `strategy` are needed; `timestamp` is a datetime, an ISO 8601 text, or seconds or milliseconds UTC.
    """
    if not isinstance(context, Mapping):
        raise DataError(f"a context must be a mapping such as {{'ticker': 'SIM-A', ...}}, was {context!r}.")
    given = _given(context)
    underlying = _needed(given["underlying"], "ticker")
    idea = _idea(given, underlying, f"{underlying}:{strategy_of(given['strategy'])}:{key}", _finite)
    if idea.days < 0:
        raise DataError(f"days to expiry must be 0 or more, was {idea.days:g}.")
    at_ms = _moment(given["timestamp"], now_ms)
    around = Circumstances(_text(given["regime"]), _finite("vix", given["vix"]),
                           _finite("vix_change", given["vix_change"]))  # fmt: skip
    return Event(key, trader, action_of(action), at_ms, idea, around, _finite("outcome", given["outcome"]))


def idea_in(opportunity: Mapping[str, Any]) -> tuple[Idea, int]:
    """The idea in a plain mapping and its moment in ms UTC (0: none); only `strategy` is needed, the rest is unknown.

    Names are those of `event_of`; `moment` is another one for `timestamp`.
    """
    if not isinstance(opportunity, Mapping):
        raise DataError(
            f"an opportunity must be one of a table, or a mapping such as {{'strategy': 'wheel', ...}},"
            f" was {opportunity!r}."
        )
    given = _given(opportunity)
    underlying = _text(given["underlying"])
    return _idea(given, underlying, underlying, _number), _moment(given["timestamp"], 0)


def strategy_of(value: Any) -> str:
    """The strategy of that name, or of that label in whatever spelling."""
    name = spelled(str(value or ""))
    if name not in STRATEGIES:
        raise DataError(f"a strategy must be one of {', '.join(STRATEGIES)}, was {value!r}.")
    return name


def action_of(name: str) -> Action:
    """The action of that name."""
    try:
        return Action(str(name).strip().lower())
    except ValueError:
        raise DataError(f"an action must be one of {', '.join(Action)}, was {name!r}.") from None


def _needed(value: Any, what: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise DataError(f"a context must have a {what}, a text such as 'SIM-A', was {value!r}.")
    return value.strip()


def spelled(strategy: str) -> str:
    """A strategy's name or label as we spell its name; what is none is given back, for whoever refuses it."""
    name = strategy.strip().lower().replace("-", "_").replace(" ", "_")
    return LABELS.get(name, name)


def _given(context: Mapping[str, Any]) -> Given:
    """What is told, by our names."""
    return {name: next((context[each] for each in spellings if each in context), None)
            for name, spellings in NAMES.items()}  # fmt: skip


def _idea(given: Given, underlying: str, name: str, read: Callable[[str, Any], float]) -> Idea:
    """What is told of an idea, its numbers as they are `read`; without an `id` it has this name."""
    return Idea(
        _text(given["id"]) or name, underlying, strategy_of(given["strategy"]), _text(given["sector"]),
        **{each: read(each, given[each]) for each in ("delta", "premium", "days", "iv_rank", "margin", "pop")},
    )  # fmt: skip


def _text(value: Any) -> str:
    """A text; nothing, and the nan that an empty cell of a table is, are unknown."""
    return "" if value is None or (isinstance(value, float) and math.isnan(value)) else str(value)


def _number(name: str, value: Any) -> float:
    """A number, endless ones too; nan where there is none."""
    if value is None:
        return UNKNOWN
    try:
        if not isinstance(value, bool):
            return float(value)
    except (TypeError, ValueError):
        pass
    raise DataError(f"{name} must be a number, was {value!r}. Leave it out where it is unknown.")


def _finite(name: str, value: Any) -> float:
    """A number that can be learned from: an endless one would never fade."""
    found = _number(name, value)
    if math.isinf(found):
        raise DataError(f"{name} must be a number, was {value!r}. Leave it out where it is unknown.")
    return found


def _moment(value: Any, now_ms: int) -> int:
    if value is None:
        return now_ms
    if isinstance(value, int | float) and math.isfinite(value):
        return round(value * 1000 if abs(value) < SECONDS_BELOW else value)
    try:
        when = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise DataError(
            f"a timestamp must be a date and time such as 2026-01-31T14:30:00Z, or ms UTC, was {value!r}."
        ) from None
    return round((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() * 1000)
