"""How wide returns are, given what was seen: a linear law of the log scale under a Student-t distribution."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.market.bars import Floats

TAIL: Final = 3.0  # degrees of freedom; estimated from the data they come out at 3.0 to 3.1 at every horizon
RIDGE: Final = 1e-3
STEPS: Final = 60
SMALL: Final = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """log scale = constant + weights · (seen - centre) / spread, arrays of shape (n_features,)."""

    centre: Floats
    spread: Floats
    weights: Floats
    constant: float

    def at(self, seen: Floats) -> Floats:
        """The log scale of each row, shape (n, n_features) -> (n,); a row's does not depend on the others'."""
        total = np.full(len(seen), self.constant)
        for column in range(len(self.weights)):  # a matrix product rounds by how many rows it is given
            total += (seen[:, column] - self.centre[column]) / self.spread[column] * self.weights[column]
        return total


def fitted_line(seen: Floats, moves: Floats) -> Line:
    """The law of most likelihood for `moves` (n,), with a small pull of the weights to zero.

    Fisher's scoring: the expected information of a log scale is 2 v / (v + 3) a row, whatever the scale, so
    that one matrix serves every step.
    """
    centre, spread = seen.mean(axis=0), seen.std(axis=0)
    spread = np.where(spread > SMALL, spread, 1.0)
    rows = np.column_stack([(seen - centre) / spread, np.ones(len(seen))])
    pull = np.r_[np.full(seen.shape[1], RIDGE * len(rows)), 0.0]
    information = 2 * TAIL / (TAIL + 3) * (rows.T @ rows) + np.diag(pull)
    weights = np.zeros(rows.shape[1])
    weights[-1] = np.log(np.median(np.abs(moves)) + SMALL)
    for _ in range(STEPS):
        squares = (moves * np.exp(-(rows @ weights))) ** 2 / TAIL
        score = rows.T @ ((TAIL + 1) * squares / (1 + squares) - 1) - pull * weights
        step = np.linalg.solve(information, score)
        weights += step
        if np.max(np.abs(step)) < SMALL:
            break
    return Line(centre, spread, weights[:-1].copy(), float(weights[-1]))
