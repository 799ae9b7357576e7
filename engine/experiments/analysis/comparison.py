"""How far apart two variants are, with the error of the difference (Welch 1947), absolute or as a share of control."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import stdtr, stdtrit

from engine.experiments.analysis.moments import Floats, Moments

LEVEL: Final = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Treated less control: effect, its standard error and degrees of freedom; p and the interval at `level`.

    nan where neither variant varies: nothing can be said then.
    """

    effect: Floats
    error: Floats
    freedom: Floats
    p_value: Floats
    low: Floats
    high: Floats
    level: float

    @property
    def z(self) -> Floats:
        """Effect over its error."""
        found: Floats = self.effect / self.error
        return found


def difference(control: Moments, treated: Moments, level: float = LEVEL, is_relative: bool = False) -> Difference:
    """Welch's t-test; `is_relative` gives (treated − control)/control, its error by the delta method."""
    a, b = control.error, treated.error
    effect = treated.mean - control.mean
    with np.errstate(divide="ignore", invalid="ignore"):
        freedom = (a + b) ** 2 / (a**2 / (control.n - 1) + b**2 / (treated.n - 1))
        if is_relative:
            base = control.seen
            a, b, effect = a * treated.seen**2 / base**4, b / base**2, effect / np.abs(base)
        error = np.sqrt(a + b)
        p_value = np.minimum(1.0, 2 * stdtr(freedom, -np.abs(effect / error)))
        reach = stdtrit(freedom, 1 - level / 2) * error
    silent = ~(error > 0)
    p_value, reach = np.where(silent, np.nan, p_value), np.where(silent, np.nan, reach)
    return Difference(effect, error, freedom, p_value, effect - reach, effect + reach, level)
