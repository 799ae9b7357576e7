"""What the kernels leave of every configuration, and the metrics it makes."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from engine.bots.kernel.leaps import OUTCOMES
from engine.bots.performance import bars_a_year
from engine.bots.sweep.spans import Spans
from engine.bots.sweep.swept import Floats, Metrics
from engine.bots.tape import Tape

LEAST_EQUITY: Final = 1e-9  # of the capital: who owes more than that has lost everything
AT_ONCE: Final = 512  # rows of days worked on together, so that a large sweep needs no second table


@dataclass(frozen=True, slots=True, eq=False)
class Outcomes:
    """Sums of every configuration (n, 8), columns as `engine.bots.kernel.leaps` says, and equity at the days' last
    closes (n, days), without columns where nobody asked. Rows that were not run are nan.
    """

    sums: Floats
    levels: Floats

    def taken(self, rows: "np.typing.NDArray[np.intp]") -> "Outcomes":
        """These rows, in this order."""
        return Outcomes(self.sums[rows], self.levels[rows])


def empty(configurations: int, days: int) -> Outcomes:
    """Room for so many configurations and days; every sum begins at 0."""
    return Outcomes(np.zeros((configurations, OUTCOMES)), np.empty((configurations, days)))


def metrics(found: Outcomes, tape: Tape, capital: float) -> Metrics:
    """The metrics of one run in one piece, as the exact replay's performance defines them."""
    sums, years = found.sums, bars_a_year(tape.bars.time, tape.bars.step_ms, tape.market.days_per_year)
    ratio = _ratio(sums[:, 1], sums[:, 2], len(tape) - 1) * np.sqrt(years)
    ratio[sums[:, 3] >= 1.0] = np.nan  # equity of zero or less has no returns
    return _metrics(sums, sums[:, 0] / capital - 1.0, ratio, np.minimum(sums[:, 3], 1.0), len(tape))


def daily_logs(found: Outcomes, capital: float) -> Floats:
    """The log return of equity on each day, (n, d); nan for a configuration that ever ended a day without equity."""
    logs = np.empty_like(found.levels)
    for a in range(0, len(logs), AT_ONCE):
        levels = found.levels[a : a + AT_ONCE]
        with np.errstate(invalid="ignore", divide="ignore"):
            logs[a : a + AT_ONCE] = np.diff(np.log(levels), axis=1, prepend=np.log(capital))
        logs[a : a + AT_ONCE][~(levels > 0).all(axis=1)] = np.nan
    return logs


def stretched_logs(found: Outcomes, spans: Spans, capital: float) -> Floats:
    """The log return of each day, (n, d), every stretch begun with the whole capital."""
    logs = np.log(np.maximum(found.levels / capital, LEAST_EQUITY))
    for a, b in pairwise(spans.cuts):
        logs[:, a + 1 : b] = np.diff(logs[:, a:b], axis=1)
    return logs


def stretched_metrics(found: Outcomes, logs: Floats, spans: Spans, days_per_year: int) -> Metrics:
    """The metrics of stretches in a row, one joined to the next, at daily closes."""
    total, ratio, fall = (np.full(len(logs), np.nan) for _ in range(3))
    for a in range(0, len(logs), AT_ONCE):
        part = slice(a, a + AT_ONCE)
        returns = np.expm1(logs[part])
        equity = np.exp(np.cumsum(logs[part], axis=1))
        best = np.maximum(np.maximum.accumulate(equity, axis=1), 1.0)
        total[part], fall[part] = equity[:, -1] - 1.0, ((best - equity) / best).max(axis=1)
        centre = returns.mean(axis=1)
        ratio[part] = _over(centre, returns.std(axis=1, ddof=1)) if logs.shape[1] > 2 else np.nan
    return _metrics(found.sums, total, ratio * np.sqrt(days_per_year), fall, spans.bars)


def _ratio(total: Floats, squares: Floats, count: int) -> Floats:
    """Mean over deviation (ddof 1) from the sums of returns and of their squares; nan where nothing varied."""
    if count < 3:
        return np.full(len(total), np.nan)
    mean = total / count
    return _over(mean, np.sqrt(np.maximum(squares - mean * total, 0.0) / (count - 1)))


def _over(mean: Floats, deviation: Floats) -> Floats:
    varied = deviation > 1e-15 + 1e-12 * np.abs(mean)  # as `sharpe_error` has it
    found: Floats = np.divide(mean, deviation, out=np.full(len(mean), np.nan), where=varied)
    return found


def _metrics(sums: Floats, total: Floats, ratio: Floats, fall: Floats, bars: int) -> Metrics:
    trades, wins = (np.nan_to_num(sums[:, column]).astype(np.int64) for column in (6, 7))
    return Metrics(total, ratio, fall, sums[:, 4] / bars, sums[:, 5].copy(), trades, wins)
