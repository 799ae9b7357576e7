"""All that a trader holds: how it moves together, where it is thick, a bad day, and what one more idea would change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.traders.positions import UNKNOWN, Moves, Position

Floats = NDArray[np.float64]
Days = NDArray[np.int64]
FEWEST_DAYS: Final = 60  # that both have in common, under which no correlation is told
YEAR: Final = 252
BAD_DAY: Final = 0.05  # one in twenty
PERCENT: Final = 100.0


@dataclass(frozen=True, slots=True, eq=False)
class Returns:
    """Daily changes of one underlying's logarithm: `day` (d,) since 1970, rising, and `change` (d,)."""

    day: Days
    change: Floats


@dataclass(frozen=True, slots=True)
class Held:
    """A position and how it moves now; `spot` is nan where no price is known."""

    position: Position
    spot: float
    moves: Moves


@dataclass(frozen=True, slots=True)
class Sector:
    """How much of a book lies in one sector ("" unknown): money at a rise of 1 %, margin, positions."""

    name: str
    delta: float
    margin: float
    positions: int


@dataclass(frozen=True, slots=True)
class Totals:
    """A book in numbers, money: units as in `Moves`; nan is unknown.

    `worst_day` is what a day as bad as one in twenty of the past year would have brought to what is held now, from
    `days` days; `buying_power` what is left of the capital that was stated. `unpriced` positions are in no sum but
    margin's.
    """

    delta: float = 0.0
    vega: float = 0.0
    theta: float = 0.0
    margin: float = 0.0
    worst_day: float = UNKNOWN
    days: int = 0
    buying_power: float = UNKNOWN
    unpriced: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """What is held, and what is known of the underlyings: their past days and sectors."""

    held: tuple[Held, ...] = ()
    returns: Mapping[str, Returns] = field(default_factory=dict)
    sector_of: Mapping[str, str] = field(default_factory=dict)
    capital: float = UNKNOWN

    def __len__(self) -> int:
        return len(self.held)

    @property
    def totals(self) -> Totals:
        """The whole book in numbers."""
        known = [each.moves for each in self.held if np.isfinite(each.moves.delta)]
        margin = sum(each.position.margin for each in self.held if np.isfinite(each.position.margin))
        days, money = self.past_days()
        worst = float(np.quantile(money, BAD_DAY)) if len(days) >= FEWEST_DAYS else UNKNOWN
        return Totals(
            sum(each.delta for each in known), _sum([each.vega for each in known]),
            _sum([each.theta for each in known]), margin, worst, len(days), self.capital - margin,
            len(self.held) - len(known),
        )  # fmt: skip

    @property
    def sectors(self) -> tuple[Sector, ...]:
        """Where the book is thick, the largest margin first."""
        found: dict[str, list[Held]] = {}
        for each in self.held:
            found.setdefault(self.sector_of.get(each.position.underlying, each.position.sector), []).append(each)
        made = [
            Sector(
                name, _sum([one.moves.delta for one in part]), _sum([one.position.margin for one in part]), len(part)
            )
            for name, part in found.items()
        ]
        return tuple(sorted(made, key=lambda one: (-one.margin, one.name)))

    def past_days(self) -> tuple[Days, Floats]:
        """What each of the past year's days would have brought to what is held now: days, money.

        A day's move of every underlying through delta and gamma; days that some underlying does not have are left out.
        """
        parts = [each for each in self.held if np.isfinite(each.moves.delta)]
        known = [self.returns.get(each.position.underlying) for each in parts]
        series = [each for each in known if each is not None]
        if not parts or len(series) < len(parts):
            return np.zeros(0, np.int64), np.zeros(0)
        days = series[0].day
        for one in series[1:]:
            days = np.intersect1d(days, one.day, assume_unique=True)
        days = days[-YEAR:]
        money = np.zeros(len(days))
        for each, one in zip(parts, series, strict=True):
            percent = np.expm1(one.change[np.searchsorted(one.day, days)]) * PERCENT
            money += each.moves.delta * percent + each.moves.gamma * percent**2 / 2
        return days, money

    def correlation(self, underlying: str) -> float:
        """How a rise of this underlying went with this book's days, −1 to 1; nan with under sixty days in common."""
        one = self.returns.get(underlying)
        days, money = self.past_days()
        return UNKNOWN if one is None else _correlation(one, days, money)

    def correlations(self, underlyings: Sequence[str]) -> Floats:
        """The same of many at once, (n,)."""
        days, money = self.past_days()
        known = (self.returns.get(name) for name in underlyings)
        return np.array([UNKNOWN if one is None else _correlation(one, days, money) for one in known])

    def holds(self, underlying: str) -> int:
        """How many positions there are on this underlying."""
        return sum(each.position.underlying == underlying for each in self.held)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one more position changes: the book's numbers before and after, and of its sector and underlying.

    `correlation` is that of the position's own days with the book's: near 1 it is more of the same.
    """

    before: Totals
    after: Totals
    sector: str
    sector_before: float
    sector_after: float
    on_underlying: int
    correlation: float


def effect_of(book: Book, one: Held) -> Effect:
    """What a position would change; sectors by margin."""
    after = replace(book, held=(*book.held, one))
    name = one.position.underlying
    sector = book.sector_of.get(name, one.position.sector)
    margins = [{each.name: each.margin for each in part.sectors}.get(sector, 0.0) for part in (book, after)]
    direction = np.sign(one.moves.delta) if np.isfinite(one.moves.delta) else UNKNOWN
    correlation = float(direction * book.correlation(name))
    return Effect(book.totals, after.totals, sector, margins[0], margins[1], book.holds(name), correlation)


def _sum(values: Sequence[float]) -> float:
    return float(sum(each for each in values if np.isfinite(each)))


def _correlation(one: Returns, days: Days, money: Floats) -> float:
    both, left, right = np.intersect1d(one.day, days, assume_unique=True, return_indices=True)
    if len(both) < FEWEST_DAYS:
        return UNKNOWN
    x, y = np.expm1(one.change[left]), money[right]
    if not (x.std() and y.std()):
        return UNKNOWN
    return float(np.corrcoef(x, y)[0, 1])
