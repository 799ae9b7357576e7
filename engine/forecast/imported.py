"""A seven-day forecast that somebody else may have made: read tolerantly, checked strictly, kept as ranges."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from engine.core.errors import DataError

HORIZON: Final = 7
MOST_MARKETS: Final = 1000
SAME_LEVEL: Final = 1e-9
EIGHTY: Final = (0.1, 0.9)
DEVIATIONS_TO_EDGE: Final = 1.2815515655446004  # of a normal distribution, from its median to its 90 % quantile


@dataclass(frozen=True, slots=True)
class Imported:
    """One market's forecast for 1 to 7 days: prices by quantile level, each level with 7 days.

    `last_close` is None where it was not said; `quantiles` is empty for a bare list of 7 prices, which
    carries no range and is `points`. `cutoff` is the UTC day whose close was the last one known. `model` and `version`
    are what the document calls its model, "" where it does not.
    """

    symbol: str
    cutoff: date | None
    last_close: float | None
    quantiles: tuple[tuple[float, tuple[float, ...]], ...]
    points: tuple[float, ...] = ()
    model: str = ""
    version: str = ""

    def edge(self, level: float, day: int) -> float | None:
        """The price at this level after 1 to 7 days; None when the forecast has no such level."""
        return next((prices[day - 1] for found, prices in self.quantiles if abs(found - level) < SAME_LEVEL), None)

    def half_width(self, day: int) -> float | None:
        """Half the 80 % range after these days, as a fraction: 0.08 is 8 % up or down."""
        low, high = (self.edge(level, day) for level in EIGHTY)
        return None if low is None or high is None else math.log(high / low) / 2

    @property
    def daily_deviation(self) -> float | None:
        """The deviation of a day's return that the range after 7 days amounts to, as a fraction."""
        half = self.half_width(HORIZON)
        return None if half is None else half / DEVIATIONS_TO_EDGE / math.sqrt(HORIZON)

    @property
    def is_simulated(self) -> bool:
        """Markets of the sample world live by a clock of their own."""
        return self.symbol.upper().startswith("SIM-")


def read_predictions(document: object, today: date) -> tuple[Imported, ...]:
    """The forecasts in a `model_predictions` document, in DeepAR's form, or in a bare list of 7 prices.

    An empty object holds none. DataError names the first thing that makes the document unusable. Whether the
    last close and the symbol fit the candles is for whoever has the candles.
    """
    if isinstance(document, Mapping):
        if not document:
            return ()
        if "predictions" in document:
            return _many(document, today)
        symbol = _symbol(document["unique_id"], "the forecast") if "unique_id" in document else ""
        return (_named(_one(document, symbol, today), document),)
    if isinstance(document, Sequence) and not isinstance(document, str | bytes):
        return (Imported("", None, None, (), _prices(document, "the list of prices")),)
    raise DataError(
        "model_predictions must be an object with predictions, an object with quantiles, a list of 7 prices,"
        f" or {{}} for none; was {type(document).__name__}."
    )


def _many(document: Mapping[str, Any], today: date) -> tuple[Imported, ...]:
    _must_be_ours(document)
    listed = document["predictions"]
    if not isinstance(listed, list) or not 1 <= len(listed) <= MOST_MARKETS:
        raise DataError(f"predictions must be a list of 1 to {MOST_MARKETS} markets.")
    found = []
    for place, each in enumerate(listed, 1):
        if not isinstance(each, Mapping):
            raise DataError(f"prediction {place} must be an object, was {type(each).__name__}.")
        found.append(_one(each, _symbol(each.get("unique_id"), f"prediction {place}"), today))
        _must_have_levels(found[-1], document.get("quantile_levels"))
    names = [each.symbol for each in found]
    if len(set(names)) < len(names):
        raise DataError("each market may be predicted once; a unique_id stands there twice.")
    return tuple(_named(each, document) for each in found)


def _must_be_ours(document: Mapping[str, Any]) -> None:
    """Refuse another version, other steps, or prices at other hours or of something else."""
    version, horizon, freq = document.get("schema_version"), document.get("horizon", HORIZON), document.get("freq", "D")
    if version not in (None, "1.0"):
        raise DataError(f"model_predictions schema_version must be 1.0, was {str(version)[:40]!r}. Export it anew.")
    if horizon != HORIZON or freq != "D":
        raise DataError(f"model_predictions must be 7 daily steps, was {_told(horizon)} steps of {str(freq)[:20]!r}.")
    for name, only in (("timezone", "UTC"), ("target", "close")):
        if document.get(name, only) != only:
            raise DataError(f"model_predictions {name} must be {only}, was {_told(document[name])!r}. Export it anew.")


def _must_have_levels(one: Imported, said: object) -> None:
    """Refuse a forecast with other levels than its document names."""
    if said is None:
        return
    had = [level for level, _ in one.quantiles]
    named = [_level(each) or 0.0 for each in said] if isinstance(said, list) else []
    if len(named) != len(had) or any(abs(a - b) > SAME_LEVEL for a, b in zip(named, had, strict=True)):
        raise DataError(
            f"quantiles of the forecast of {one.symbol} must be at the document's quantile_levels, were at"
            f" {', '.join(f'{level:g}' for level in had[:9])}. Export it anew."
        )


def _symbol(said: object, whose: str) -> str:
    if not isinstance(said, str) or not re.fullmatch(r"[\w.:/-]{1,40}", said, re.ASCII):
        raise DataError(f"{whose} needs a unique_id such as BTC-USD, was {str(said)[:40]!r}.")
    return said


def _named(one: Imported, document: Mapping[str, Any]) -> Imported:
    """With what the document calls its model; a version that is a number is taken as it is written."""
    said = document.get("model")
    named = said if isinstance(said, Mapping) else {"name": said}
    model, version = (
        str(named.get(name)) if isinstance(named.get(name), str | int | float) else "" for name in ("name", "version")
    )
    return replace(one, model=model, version=version)


def _one(each: Mapping[str, Any], symbol: str, today: date) -> Imported:
    whose = f"the forecast of {symbol}" if symbol else "the forecast"
    last = each.get("last_close")
    close = None if last is None else _price(last, f"last_close of {whose}")
    expected = _prices(each["y_hat"], f"y_hat of {whose}") if "y_hat" in each else ()
    listed = each.get("quantiles")
    if not isinstance(listed, Mapping) or not listed:
        raise DataError(f'{whose} needs quantiles by level, such as {{"0.1": [7 prices], "0.9": [7 prices]}}.')
    found = Imported(symbol, _cutoff(each, whose), close, _quantiles(listed, whose))
    _must_lie_inside(expected, found, whose)
    if found.cutoff is not None and found.cutoff > today and not found.is_simulated:
        raise DataError(f"{whose} has its cutoff in the future, {found.cutoff}; today is {today}. Check its dates.")
    if found.cutoff is not None and "ds" in each:
        wanted = [(found.cutoff + timedelta(days=ahead)).isoformat() for ahead in range(1, HORIZON + 1)]
        if each["ds"] != wanted:
            raise DataError(f"ds of {whose} must be the 7 days after its cutoff, {wanted[0]} to {wanted[-1]}.")
    return found


def _must_lie_inside(expected: tuple[float, ...], found: Imported, whose: str) -> None:
    """Refuse a y_hat beyond the outermost of the quantiles beside it: one of the two is of something else."""
    if len(found.quantiles) < 2:
        return
    lowest, highest = found.quantiles[0][1], found.quantiles[-1][1]
    for day, (low, price, high) in enumerate(zip(lowest, expected, highest, strict=False), 1):
        if not low <= price <= high:
            raise DataError(f"y_hat of {whose} lies outside its quantiles on day {day}: {price:.10g}. Export it anew.")


def _cutoff(each: Mapping[str, Any], whose: str) -> date | None:
    text = each.get("cutoff")
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise DataError(f"cutoff of {whose} must be a date such as 2026-03-05, was {str(text)[:40]!r}.") from error


def _quantiles(listed: Mapping[Any, Any], whose: str) -> tuple[tuple[float, tuple[float, ...]], ...]:
    found = []
    for key, prices in listed.items():
        level = _level(key)
        if level is None:
            raise DataError(f"quantile levels of {whose} must lie between 0 and 1, was {str(key)[:20]!r}.")
        found.append((level, _prices(prices, f"quantile {level:g} of {whose}")))
    levels = [level for level, _ in found]
    if any(high <= low for low, high in pairwise(levels)):
        raise DataError(f"quantile levels of {whose} must be sorted and each named once, were {str(levels)[:80]}.")
    for (low, below), (high, above) in pairwise(found):
        crossing = next((day for day in range(HORIZON) if above[day] < below[day]), None)
        if crossing is not None:
            raise DataError(f"quantiles {low:g} and {high:g} of {whose} cross on day {crossing + 1}. Sort them.")
    return tuple(found)


def _level(key: object) -> float | None:
    try:
        level = float(str(key))
    except ValueError:
        return None
    return level if 0 < level < 1 else None


def _prices(listed: object, what: str) -> tuple[float, ...]:
    if not isinstance(listed, Sequence) or isinstance(listed, str | bytes) or len(listed) != HORIZON:
        raise DataError(f"{what} must be a list of {HORIZON} prices, one a day.")
    return tuple(_price(each, what) for each in listed)


def _price(each: object, what: str) -> float:
    number = float(each) if isinstance(each, int | float) and not isinstance(each, bool) and abs(each) < 1e300 else 0.0
    if not (math.isfinite(number) and number > 0):
        raise DataError(f"{what} must be prices above 0, was {_told(each)}.")
    return number


def _told(value: object) -> str:
    """A value as it can stand in one line."""
    text = str(value)[:40]
    return text if text.isprintable() else repr(text)
