"""How a liking becomes an action, step by step: looked at, opened, taken, traded; or dismissed, or passed by."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Habits:
    """What traders have in common: each step is a logistic chance in the liking f, given the step before.

    Looked at: `examined` by rank (1 first). Opened, if looked at: f. Taken (saved or traded), if opened: `taking`;
    traded, if taken: `trading`; dismissed, if looked at and not opened: `dismissing` (each offset, slope).
    """

    examined: Floats
    taking: tuple[float, float]
    trading: tuple[float, float]
    dismissing: tuple[float, float]

    def looked_at(self, rank: int) -> float:
        """The chance that this rank is looked at; ranks beyond the known are as the last; 0 is no rank: surely."""
        return float(self.examined[min(rank, len(self.examined)) - 1]) if rank > 0 else 1.0

    def opened(self, f: Floats) -> Floats:
        """Logarithm of the chance to open it."""
        return -np.logaddexp(0, -f)

    def taken(self, f: Floats) -> Floats:
        """Logarithm of the chance to save or trade what was opened."""
        return -np.logaddexp(0, -(self.taking[0] + self.taking[1] * f))

    def traded(self, f: Floats) -> Floats:
        """Logarithm of the chance to trade what is taken."""
        return -np.logaddexp(0, -(self.trading[0] + self.trading[1] * f))

    def kept(self, f: Floats) -> Floats:
        """Logarithm of the chance not to trade what is taken."""
        return -np.logaddexp(0, self.trading[0] + self.trading[1] * f)

    def dismissed(self, f: Floats, was_opened: bool) -> Floats:
        """Logarithm of the chance to dismiss it."""
        before = self.left_open(f) if was_opened else self.refused(f)
        return before - np.logaddexp(0, -(self.dismissing[0] + self.dismissing[1] * f))

    def refused(self, f: Floats) -> Floats:
        """Logarithm of the chance not to open it."""
        return -np.logaddexp(0, f)

    def left(self, f: Floats) -> Floats:
        """Logarithm of the chance to open it and not to take it."""
        return self.opened(f) + self.left_open(f)

    def left_open(self, f: Floats) -> Floats:
        """Logarithm of the chance not to take what was opened."""
        return -np.logaddexp(0, self.taking[0] + self.taking[1] * f)

    def idle(self, f: Floats) -> Floats:
        """Logarithm of the chance neither to open nor to dismiss what is looked at."""
        return self.refused(f) - np.logaddexp(0, self.dismissing[0] + self.dismissing[1] * f)

    def passed_by(self, f: Floats, rank: int) -> Floats:
        """Logarithm of the chance that nothing at all is done, be it looked at or not."""
        return overlooked(self.idle(f), self.looked_at(rank))

    def takes(self, f: Floats) -> Floats:
        """The chance to save or trade what is looked at."""
        found: Floats = np.exp(self.opened(f) + self.taken(f))
        return found


def overlooked(idle: Floats, looked: Floats | float) -> Floats:
    """Logarithm of 1 − looked + looked × e^idle, exact where it is next to nothing."""
    held = np.clip(looked, 1e-12, 1 - 1e-9)
    found: Floats = np.logaddexp(np.log1p(-held), np.log(held) + idle)
    return found


USUAL = Habits(1 / np.log2(np.arange(2, 52)), (-1.5, 0.8), (-2.0, 0.5), (-5.0, -0.7))  # before anything is known
