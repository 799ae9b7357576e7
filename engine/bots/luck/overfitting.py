"""How likely it is that the best of the past is below the middle afterwards: the probability of overfitting.

Combinatorially symmetric cross-validation (Bailey, Borwein, Lopez de Prado and Zhu, "The Probability of Backtest
Overfitting", 2015): the days are cut into 16 parts; each of the 12,870 ways to take half of them is a past, the other
half its future. The best of each past has a rank w in its future (0 to 1), and logit = ln(w / (1 - w)); the
probability is the share of pasts whose best comes out in the lower half, logit <= 0.

It says whether choosing the best carries over, not whether anything earns money: among bots that all lose by costs the
idlest wins in every half, which gives a probability near 0 and a share of losses near 1. And it judges with days
before those that chose, which a walk-forward never does. On noise it is 0.5 on average, but far off in a single record.
"""

from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from engine.bots.luck.cut.parts import Parts, parts_of, together
from engine.bots.sweep.swept import Floats, Objective
from engine.core.errors import DataError
from engine.core.interval import LEVEL, Interval

PARTS: Final = 16
FEWEST_DAYS: Final = 2  # in a part
AT_ONCE: Final = 2_000_000  # numbers in one table: past it, memory costs more than the loop saves
Halves = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Overfitting:
    """The share of splits in which the past's best fell into the lower half of the future, with its range.

    `logits` (splits,); `chosen` (splits, 2) the best's objective in its past and in its future (a log return, or a
    Sharpe ratio a day); `share_loss` of the splits it lost money in the future; `slope` what one more in the past was
    worth in the future (performance degradation: below 1 it shrinks, below 0 it turns round).
    The splits share their days, so the range is no binomial one: it is a jackknife over pairs of parts.
    """

    probability: float
    interval: Interval
    splits: int
    logits: Floats
    chosen: Floats
    share_loss: float
    slope: float | None


def overfitting(daily: Floats, parts: int = PARTS, objective: Objective = "sharpe") -> Overfitting:
    """CSCV over daily log returns (n, days); configurations that never moved are left out.

    DataError below two configurations that moved, or two days a part.
    """
    if parts < 4 or parts % 2:
        raise DataError(f"the parts of a cross-validation must be an even number from 4 on, was {parts}. Take {PARTS}.")
    moved = daily[np.nan_to_num(daily).any(axis=1)]
    days = daily.shape[1]
    if len(moved) < 2 or days < FEWEST_DAYS * parts:
        raise DataError(
            f"a cross-validation needs two configurations that traded and {FEWEST_DAYS * parts} days,"
            f" was {len(moved)} and {days}. Take a longer period or a larger grid."
        )
    edges = np.rint(np.linspace(0, days, parts + 1)).astype(np.int64)
    cut = parts_of(moved, edges.tolist())
    logits, chosen, losses = _validated(cut, objective)
    probability = float((logits <= 0).mean())
    return Overfitting(
        probability, _range(cut, objective, probability), len(logits), logits, chosen, float(losses.mean()),
        _slope(chosen),
    )  # fmt: skip


def _validated(cut: Parts, objective: Objective) -> tuple[Floats, Floats, Floats]:
    """Logits (splits,), the best's objective before and after (splits, 2), whether it lost money after (splits,)."""
    halves = _halves(len(cut.days))
    n = cut.logs.shape[1]
    found: list[tuple[Floats, Floats, Floats]] = []
    for some in np.array_split(halves, max(1, -(-len(halves) * n // AT_ONCE))):
        one, other = (_union(cut, each) for each in (some, ~some))
        found += [_judged(one, other, objective), _judged(other, one, objective)]
    logits, chosen, losses = (np.concatenate([each[column] for each in found]) for column in range(3))
    return logits, chosen, losses


def _halves(parts: int) -> Halves:
    """The splits that hold the first part, (splits / 2, parts): each stands for itself and for its complement."""
    taken = np.array([(0, *others) for others in combinations(range(1, parts), parts // 2 - 1)])
    halves = np.zeros((len(taken), parts), dtype=np.bool_)
    np.put_along_axis(halves, taken, True, axis=1)
    return halves


def _union(cut: Parts, halves: Halves) -> Parts:
    """The sums of each half. Sums of the lower and of the upper parts' subsets are made once, then added in pairs."""
    low = len(cut.days) // 2
    codes = [
        halves[:, part] @ (1 << np.arange(part.stop - part.start)) for part in (slice(0, low), slice(low, 2 * low))
    ]
    tables = []
    for sums in (cut.logs, cut.returns, cut.squares, cut.days[:, np.newaxis]):
        tables.append(_subsets(sums[:low])[codes[0]] + _subsets(sums[low:])[codes[1]])
    return Parts(tables[0], tables[1], tables[2], tables[3][:, 0])


def _subsets(sums: Floats) -> Floats:
    """The sum of every subset of the rows, (2**rows, n); bit i of the number says whether row i is in it."""
    made = np.zeros((1, sums.shape[1]))
    for row in sums:
        made = np.concatenate((made, made + row))
    return made


def _judged(past: Parts, future: Parts, objective: Objective) -> tuple[Floats, Floats, Floats]:
    before, after = (together(each, objective) for each in (past, future))
    best = np.where(past.squares > 0, before, -np.inf).argmax(axis=1)
    rows = np.arange(len(best))
    was, became = before[rows, best], after[rows, best]
    n = after.shape[1]
    # Equals share their ranks: 1 for the worst, n for the best.
    below, equal = (after < became[:, np.newaxis]).sum(axis=1), (after == became[:, np.newaxis]).sum(axis=1)
    w = (below + (equal + 1) / 2) / (n + 1)
    return np.log(w / (1 - w)), np.column_stack((was, became)), (future.logs[rows, best] < 0).astype(np.float64)


def _range(cut: Parts, objective: Objective, probability: float) -> Interval:
    """The probability with a jackknife's range: two neighbouring parts left out at a time, Student's t."""
    pairs = len(cut.days) // 2
    if pairs < 4:
        return Interval(probability, n=pairs)
    left = []
    for pair in range(pairs):
        kept = np.delete(np.arange(2 * pairs), (2 * pair, 2 * pair + 1))
        part = Parts(cut.logs[kept], cut.returns[kept], cut.squares[kept], cut.days[kept])
        left.append(float((_validated(part, objective)[0] <= 0).mean()))
    spread = float(np.sqrt((pairs - 1) * np.var(left)))
    half = float(stdtrit(pairs - 1, 0.5 + LEVEL / 2)) * spread
    return Interval(probability, max(0.0, probability - half), min(1.0, probability + half), pairs)


def _slope(chosen: Floats) -> float | None:
    """Least squares of the future on the past; None where all pasts were equal."""
    before, after = chosen[:, 0] - chosen[:, 0].mean(), chosen[:, 1] - chosen[:, 1].mean()
    spread = float((before**2).sum())
    return float((before * after).sum()) / spread if spread > 0 else None
