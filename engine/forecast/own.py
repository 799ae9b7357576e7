"""A forecast model of somebody's own: the three methods it has, and what its answer must look like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np

from engine.core.errors import DataError
from engine.forecast.model import HORIZON
from engine.market.bars import Floats, Times

LONGEST_NAME: Final = 60
CUT: Final = 30  # days that are taken away to see whether a forecast of the past stays what it was
FEWEST_TO_CUT: Final = 90
SAME: Final = 1e-9


class ForecastModel(Protocol):
    """What a class (or a function that makes an object) under the entry point `toption.forecast_models` has.

    `times` are the moments of daily closes in ms, UTC, `closes` their prices, both of shape (n,), oldest first, a day
    apart, and end at the cutoff: the model is given nothing later. A new object is made for each forecast.
    """

    def describe(self) -> Mapping[str, str]:
        """`name` and `version`: another version is another model to the record."""
        ...

    def fit(self, times: Times, closes: Floats) -> None:
        """Learn from the past up to the cutoff."""
        ...

    def forecast(self, times: Times, closes: Floats, levels: Floats) -> Floats:
        """Prices after 1 to 7 days at rising quantile levels, shape (7, n_levels)."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What a model said: its name and version, and prices (7, n_levels)."""

    name: str
    version: str
    prices: Floats


def answer_of(said: Any, levels: Sequence[float]) -> Answer:
    """A model's answer, checked; DataError in one line when it is none."""
    about = said.get("about") if isinstance(said, Mapping) else None
    if not isinstance(about, Mapping):
        raise DataError("describe() must return a name and a version.")
    named = [str(about.get(what, "")) for what in ("name", "version")]
    for what, name in zip(("name", "version"), named, strict=True):
        if not (name.strip() and len(name) <= LONGEST_NAME and name.isprintable()):
            raise DataError(f"describe() must return a {what} of 1 to {LONGEST_NAME} letters, was {name[:60]!r}.")
    return Answer(named[0], named[1], prices_of(said.get("prices"), levels))


def prices_of(listed: Any, levels: Sequence[float]) -> Floats:
    """The quantiles of an answer: 7 rows, a price above 0 a level, rising with the levels."""
    wanted = (HORIZON, len(levels))
    try:
        prices = np.array(listed, dtype=np.float64)
    except (TypeError, ValueError):
        prices = np.empty(0)
    if prices.shape != wanted:
        raise DataError(f"forecast() must return numbers of shape {wanted}, was {prices.shape}.")
    if not np.all(np.isfinite(prices) & (prices > 0)):
        raise DataError("forecast() must return finite prices above 0.")
    falling = np.argwhere(np.diff(prices, axis=1) < 0)
    if len(falling):
        day, place = falling[0]
        low, high = levels[place], levels[place + 1]
        raise DataError(f"quantiles must rise with their levels: on day {day + 1}, {high:g} lies below {low:g}.")
    return prices


def must_not_have_looked_ahead(fresh: Floats, knowing: Floats) -> None:
    """Refuse a model whose forecast of the past is another once it has seen what came after."""
    if not np.allclose(fresh, knowing, rtol=SAME, atol=0):
        raise DataError(
            f"its forecast from {CUT} days ago is another after it has seen those days: it remembers what came later,"
            " or draws at random without a seed."
        )
