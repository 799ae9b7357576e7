"""How wide the next days' return may be: the geometric mean of a regression, boosted trees and the EWMA."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.errors import DataError
from engine.forecast.e4.features import Features
from engine.forecast.e4.past import THINNED, Past
from engine.forecast.e4.regression import Line, fitted_line
from engine.forecast.e4.trees import Trees, grown, one_thread
from engine.forecast.model import HORIZON
from engine.market.bars import DAY_MS, Floats, Times

FEWEST_ROWS: Final = 400  # market days to learn from
TRUSTED_DAYS: Final = 500  # learned from so many market days, the parts weigh half of what they will
FARTHEST: Final = math.log(4.0)  # the mean never leaves the EWMA by more than four times


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """The fitted parts, one of each for every horizon from 1 to 7 days; `days` market days taught them."""

    lines: tuple[Line, ...]
    trees: tuple[Trees, ...]
    days: int

    def logs(self, seen: Features, rows: Times) -> Floats:
        """The log scale of the returns over 1 to 7 days after these rows, shape (rows, 7)."""
        found = np.empty((len(rows), HORIZON))
        learned = 2 / 3 * self.days / (self.days + TRUSTED_DAYS)  # a third each, less where little was learned from
        for h in range(1, HORIZON + 1):
            table, root = seen.at(rows, h), 0.5 * np.log(h)
            ewma = seen.ewma[rows] + root
            line = seen.level[rows] + self.lines[h - 1].at(table)
            trees = seen.level[rows] + root + self.trees[h - 1].at(table)
            found[:, h - 1] = ewma + np.clip(learned * ((line + trees) / 2 - ewma), -FARTHEST, FARTHEST)
        return found


def fitted_scale(markets: Sequence[Past], cutoff_ms: int, seed: int) -> Scale | None:
    """The scale as everything known at the cutoff teaches it; None when that is too little."""
    with one_thread():
        return _fitted(markets, cutoff_ms, seed)


def _fitted(markets: Sequence[Past], cutoff_ms: int, seed: int) -> Scale | None:
    lines, trees, days = [], [], 0
    for h in range(1, HORIZON + 1):
        known = [(each, np.flatnonzero(each.known_by(cutoff_ms, h))) for each in markets]
        days = sum(len(rows) for _, rows in known)
        if days < FEWEST_ROWS:
            return None
        table = np.concatenate([each.seen.at(rows, h) for each, rows in known])
        moves = [each.moves[rows, h - 1] * np.exp(-each.seen.level[rows]) for each, rows in known]
        wanted = [each.ranges[rows, h - 1] - each.seen.level[rows] - 0.5 * np.log(h) for each, rows in known]
        thin = np.concatenate([each.history.time[rows] // DAY_MS for each, rows in known]) % THINNED == 0
        lines.append(fitted_line(table, np.concatenate(moves)))
        trees.append(grown(table[thin], np.concatenate(wanted)[thin], seed))
    return Scale(tuple(lines), tuple(trees), days)


def must_be_whole(scale: Scale) -> None:
    """DataError when a scale has not one part of each kind for every horizon."""
    if len(scale.lines) != HORIZON or len(scale.trees) != HORIZON:
        raise DataError(f"a forecast model needs {HORIZON} lines and {HORIZON} sets of trees. Fit it again.")
