"""How well an opportunity fits a trader: 0 to 100 in five weighted parts that add up to it.

Each part lies in [0, 1]; times its weight times 100 it gives points. Strategy and ticker are the taste's affinities;
risk, premium and timing are bells exp(−z²/2) around the taste's centres, over |delta|, ln |premium| in money per
contract, and ln(1 + days). What is unknown (nan) counts `NEUTRAL`, neither for nor against.

A million rows are scored in float32 with polynomials whose error is bounded (`Scores.slack`); the best of them are
scored again in float64, so that `top` is exact. Points are multiples of 2⁻¹⁷ (float64: 2⁻⁴⁰): they add up exactly to
the score, in any order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.core.bells import STEP, TO_BINARY, bell, log1p_bell, log_bell
from engine.core.compiled import compiled
from engine.core.errors import DataError, ParameterError
from engine.options.opportunity import Opportunity, OpportunityTable
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.context import idea_in
from engine.traders.taste import NEUTRAL, Liking, Taste

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Rows = NDArray[np.int64]

PARTS: Final = ("strategy", "risk", "ticker", "premium", "timing")
LABELS: Final = ("Strategy", "Risk", "Ticker", "Premium", "Timing")
LEAST, MOST = 0.05, 0.60  # a part's weight: none is silenced, none decides alone
RANGES: Final = {"risk": (0.0, 100.0), "premium": (0.01, 1e9), "timing": (0.0, 1e5)}  # beyond counts as the edge
GRAIN: Final = 2.0**40
FULL: Final = 100.0
CHUNK: Final = 65_536
BLOCK: Final = 2_048  # rows whose columns lie in the nearest cache together
STEEPEST: Final = 0.6066  # the largest slope of exp(−z²/2), at z = 1
ROUNDING: Final = 2.0**-22  # of a number on its way through float32, polynomials included


@dataclass(frozen=True, slots=True)
class Weights:
    """What share of the score each part has; a manager may move them, within 0.05 to 0.60 each and 1 together."""

    strategy: float = 0.30
    risk: float = 0.20
    ticker: float = 0.20
    premium: float = 0.15
    timing: float = 0.15

    def __post_init__(self) -> None:
        for name, value in zip(PARTS, self.values, strict=True):
            if not LEAST <= value <= MOST:
                raise ParameterError(f"the weight of {name} must be {LEAST:.2f} to {MOST:.2f}, was {value:g}.")
        if abs(sum(self.values) - 1) > 1e-9:
            raise ParameterError(f"the five weights must add up to 1, were {sum(self.values):.4g} together.")

    @property
    def values(self) -> tuple[float, ...]:
        """The weights in the order of `PARTS`."""
        return (self.strategy, self.risk, self.ticker, self.premium, self.timing)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: `value` in [0, 1] times `weight` times 100 is `points`; unknown counts as neutral."""

    name: str
    label: str
    weight: float
    value: float
    points: float
    is_known: bool


@dataclass(frozen=True, slots=True)
class Score:
    """How well one opportunity fits, 0 to 100, part by part in the order of `PARTS`."""

    parts: tuple[Part, ...]

    @property
    def total(self) -> float:
        """The points of all parts together."""
        return sum(each.points for each in self.parts)


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores (n,) of a whole table and the points of its parts (n, 5), float32, off by at most `slack` points."""

    table: OpportunityTable
    taste: Taste
    weights: Weights
    score: Singles
    contributions: Singles

    @property
    def slack(self) -> float:
        """How many points a score may differ from the exact one: from rounding, a narrow taste makes it larger."""
        bells = zip(PARTS[1::2] + PARTS[4:], (self.taste.risk, self.taste.premium, self.taste.timing), strict=True)
        weight = dict(zip(PARTS, self.weights.values, strict=True))
        reach = {name: STEEPEST * _rounding(one) / one.width for name, one in bells}
        return FULL * (sum(weight[name] * each for name, each in reach.items()) + 2 * ROUNDING * len(PARTS))


@dataclass(frozen=True, slots=True, eq=False)
class Top:
    """The best rows, best first (the earlier row of equal ones): scores (k,) and points (k, 5) in float64."""

    row: Rows
    score: Floats
    contributions: Floats


def score_table(table: OpportunityTable, taste: Taste, weights: Weights | None = None) -> Scores:
    """Every row's score with its parts."""
    told = weights or Weights()
    points = np.empty((len(PARTS), len(table)), dtype=np.float32)
    score = np.empty(len(table), dtype=np.float32)
    share = FULL * np.array(told.values)
    codes = (_whole(table.strategy).view(np.uint8), _whole(table.underlying).view(np.uint32))
    affinities = (_grains(taste.strategies * share[0]), _grains(_tickers(table.names, taste) * share[2]))
    shapes = np.stack([_shape(PARTS[place], one, share[place]) for place, one in _likings(taste)])
    columns = tuple(_whole(each) for each in _columns(table))
    _fill(codes, affinities, columns, shapes, (points, score))
    return Scores(table, taste, told, score, points.T)


def top(scores: Scores, k: int) -> Top:
    """The k best rows, exactly: whatever can be among them is scored again in float64."""
    rows = _contenders(scores.score, k, 2 * scores.slack)
    best = Top(np.zeros(0, np.int64), np.zeros(0), np.zeros((0, len(PARTS))))
    for start in range(0, len(rows), CHUNK):
        some = rows[start : start + CHUNK]
        points = exact_points(scores, some)
        found = Top(np.r_[best.row, some], np.r_[best.score, points.sum(axis=1)], np.r_[best.contributions, points])
        order = np.lexsort((found.row, -found.score))[:k]
        best = Top(found.row[order], found.score[order], found.contributions[order])
    return best


def exact_points(scores: Scores, rows: Rows) -> Floats:
    """The points of some rows in float64, (m, 5)."""
    table, taste = scores.table, scores.taste
    numbers = [each[rows] for each in _columns(table)]
    tickers = _tickers(table.names, taste)[table.underlying[rows]]
    values = _values(taste, taste.strategies[table.strategy[rows]], tickers, numbers)
    return _points(values, scores.weights)


def score_opportunity(
    user_profile: "Taste | HasTaste", opportunity: Opportunity | Mapping[str, Any], weights: Weights | None = None
) -> Score:
    """The score of one opportunity with its parts.

    `opportunity` is one of a table, or a mapping with `strategy`, `underlying` (or `ticker`), `delta`, `premium` in
    money per contract and `days` (or `days_to_expiry`), see `engine.traders.context`; what it lacks is unknown. A
    profile tells its taste as of the opportunity's `moment`.
    """
    if not isinstance(user_profile, Taste) and not callable(getattr(user_profile, "taste", None)):
        raise DataError(
            "a user's profile must be a TraderProfile, as TraderProfileLearner keeps it, or a Taste,"
            f" was {user_profile!r}."
        )
    told = weights or Weights()
    strategy, ticker, moment, numbers = _facts(opportunity)
    taste = user_profile if isinstance(user_profile, Taste) else user_profile.taste(moment)
    affinity = np.array([taste.strategies[STRATEGIES[strategy].number]])
    values = _values(taste, affinity, np.array([taste.tickers.get(ticker, taste.other_tickers)]), numbers)
    points = _points(values, told)[0].tolist()
    known = (True, _is_known(numbers[0]), True, _is_known(numbers[1] * numbers[2]), _is_known(numbers[3]))
    rows = zip(PARTS, LABELS, told.values, values[0].tolist(), points, known, strict=True)
    return Score(tuple(Part(*row) for row in rows))


class HasTaste(Protocol):
    """Whoever can say what a trader likes at a moment: a `TraderProfile`, or one as of a stored snapshot."""

    def taste(self, now_ms: int) -> Taste:
        """What the trader likes now."""


def _columns(table: OpportunityTable) -> tuple[Floats, Floats, Floats, Floats]:
    return table["delta"], table["premium"], table.multiplier, table["days"]


def _likings(taste: Taste) -> tuple[tuple[int, Liking], ...]:
    return ((1, taste.risk), (3, taste.premium), (4, taste.timing))


def _tickers(names: tuple[str, ...], taste: Taste) -> Floats:
    return np.array([taste.tickers.get(name, taste.other_tickers) for name in names], dtype=np.float64)


def _values(taste: Taste, strategies: Floats, tickers: Floats, numbers: list[Floats]) -> Floats:
    """The five parts in [0, 1], (m, 5), from delta, premium, multiplier and days."""
    delta, premium, multiplier, days = numbers
    with np.errstate(over="ignore", invalid="ignore"):  # endless numbers count as the edge of their range
        risk = _bell(np.clip(np.abs(delta), *RANGES["risk"]), taste.risk)
        paid = _bell(np.log(np.clip(np.abs(premium * multiplier), *RANGES["premium"])), taste.premium)
        timing = _bell(np.log1p(np.clip(days, *RANGES["timing"])), taste.timing)
    return np.stack([strategies, risk, tickers, paid, timing], axis=1)


def _bell(x: Floats, liked: Liking) -> Floats:
    height = np.exp(-0.5 * ((x - liked.centre) / liked.width) ** 2)
    return np.where(np.isnan(x), NEUTRAL, height)


def _points(values: Floats, weights: Weights) -> Floats:
    found: Floats = np.rint(values * (FULL * GRAIN * np.array(weights.values))) / GRAIN
    return found


def _rounding(liked: Liking) -> float:
    """How far a number near a liking may be moved by float32: within six widths of its centre, beyond it is 0."""
    return ROUNDING * (abs(liked.centre) + 6 * liked.width + 2)


def _contenders(score: Singles, k: int, slack: float, block: int = 256) -> Rows:
    """Every row that may be among the k best: at least k rows reach the k-th best of the blocks' own best."""
    blocks = len(score) // block
    if blocks < 2 * k:
        least = np.partition(score, -k)[-k] if 0 < k < len(score) else np.float32(-1)
        return np.flatnonzero(score >= least - slack)
    whole = score[: blocks * block].reshape(blocks, block)
    best = whole.max(axis=1)
    least = np.partition(best, -k)[-k] - slack
    near = np.flatnonzero(best >= least)
    place, column = np.nonzero(whole[near] >= least)
    rest = np.flatnonzero(score[blocks * block :] >= least) + blocks * block
    found: Rows = np.r_[near[place] * block + column, rest]
    return found


def _facts(opportunity: Opportunity | Mapping[str, Any]) -> tuple[str, str, int, list[Floats]]:
    """Strategy, ticker, moment, and delta, premium, multiplier, days as arrays of one."""
    if isinstance(opportunity, Opportunity):
        known = (opportunity["delta"], opportunity["premium"], opportunity.multiplier, opportunity["days"])
        return (
            opportunity.strategy, opportunity.underlying, opportunity.moment, [np.array([each]) for each in known]
        )  # fmt: skip
    idea, moment = idea_in(opportunity)
    numbers = [np.array([each]) for each in (idea.delta, idea.premium, 1.0, idea.days)]
    return idea.strategy, idea.underlying, moment, numbers


def _is_known(number: Floats) -> bool:
    return bool(np.isfinite(number[0]))


def _whole(column: NDArray[Any]) -> NDArray[Any]:
    """The column as compiled code reads it: without gaps; itself where it already is."""
    return np.ascontiguousarray(column)


def _grains(points: Floats) -> Singles:
    return (np.rint(points / STEP) * STEP).astype(np.float32)


def _shape(part: str, liked: Liking, full: float) -> Singles:
    """A bell as `engine.core.bells` reads it; those of logarithms in powers of two."""
    unit = 1.0 if part == "risk" else float(np.log(2))
    centre, narrow = liked.centre / unit, TO_BINARY / liked.width * unit
    return np.array([centre, narrow, full, _grains(np.array(NEUTRAL * full)), *RANGES[part]], dtype=np.float32)


@compiled
def _fill(codes: Any, affinities: Any, columns: Any, shapes: Singles, out: Any) -> None:
    """Points and scores, block by block; each part is a loop of its own, which the compiler turns into vectors."""
    points, score = out
    delta, premium, multiplier, days = columns
    for low in range(0, len(score), BLOCK):
        high = min(len(score), low + BLOCK)
        _take(codes[0][low:high], affinities[0], points[0, low:high])
        bell(delta[low:high], shapes[0], points[1, low:high])
        _take(codes[1][low:high], affinities[1], points[2, low:high])
        log_bell(premium[low:high], multiplier[low:high], shapes[1], points[3, low:high])
        log1p_bell(days[low:high], shapes[2], points[4, low:high])
        _add(points[:, low:high], score[low:high])


@compiled
def _take(code: NDArray[Any], table: Singles, out: Singles) -> None:
    for i in range(len(out)):
        out[i] = table[code[i]]


@compiled
def _add(points: Singles, out: Singles) -> None:
    for i in range(len(out)):
        out[i] = points[0, i] + points[1, i] + points[2, i] + points[3, i] + points[4, i]
