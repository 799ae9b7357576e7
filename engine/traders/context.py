"""From a plain mapping, as other programs give it, to an event: names read kindly, values strictly."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from engine.core.errors import DataError
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import UNKNOWN, Action, Circumstances, Event, Idea

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
    "timestamp": ("timestamp", "at", "time"),
}
LABELS: Final = {each.label.lower().replace("-", "_").replace(" ", "_"): name for name, each in STRATEGIES.items()}
SECONDS_BELOW: Final = 100_000_000_000  # a smaller number is seconds: as milliseconds it would be before 1973


def event_of(trader: str, action: str, context: Mapping[str, Any], key: str, now_ms: int) -> Event:
    """An event of a trader; without a `timestamp` it happened now. Other names in the mapping are passed over.

    `ticker` and `strategy` are needed; `timestamp` is a datetime, an ISO 8601 text, or seconds or milliseconds UTC.
    """
    if not isinstance(context, Mapping):
        raise DataError(f"a context must be a mapping such as {{'ticker': 'SIM-A', ...}}, was {context!r}.")
    given = {name: next((context[each] for each in spellings if each in context), None)
             for name, spellings in NAMES.items()}  # fmt: skip
    underlying, strategy = _needed(given["underlying"], "ticker"), _strategy(given["strategy"])
    at_ms = now_ms if given["timestamp"] is None else _moment(given["timestamp"])
    idea = Idea(
        str(given["id"] or f"{underlying}:{strategy}:{key}"), underlying, strategy, str(given["sector"] or ""),
        **{name: _number(name, given[name]) for name in ("delta", "premium", "days", "iv_rank", "margin", "pop")},
    )  # fmt: skip
    if idea.days < 0:
        raise DataError(f"days to expiry must be 0 or more, was {idea.days:g}.")
    around = Circumstances(
        str(given["regime"] or ""), _number("vix", given["vix"]), _number("vix_change", given["vix_change"])
    )
    return Event(key, trader, action_of(action), at_ms, idea, around, _number("outcome", given["outcome"]))


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


def _strategy(value: Any) -> str:
    name = str(value or "").strip().lower().replace("-", "_").replace(" ", "_")
    name = LABELS.get(name, name)
    if name not in STRATEGIES:
        raise DataError(f"a strategy must be one of {', '.join(STRATEGIES)}, was {value!r}.")
    return name


def _number(name: str, value: Any) -> float:
    if value is None:
        return UNKNOWN
    try:
        found = math.inf if isinstance(value, bool) else float(value)
    except (TypeError, ValueError):
        found = math.inf
    if math.isinf(found):
        raise DataError(f"{name} must be a number, was {value!r}. Leave it out where it is unknown.")
    return found


def _moment(value: Any) -> int:
    if isinstance(value, int | float) and math.isfinite(value):
        return round(value * 1000 if abs(value) < SECONDS_BELOW else value)
    try:
        when = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise DataError(
            f"a timestamp must be a date and time such as 2026-01-31T14:30:00Z, or ms UTC, was {value!r}."
        ) from None
    return round((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() * 1000)
