"""Looking at an experiment before it is over without fooling oneself.

Whoever looks every day at an ordinary test of 5 % and stops at the first "significant" one errs five times as often.
Two ways that hold their promise: planned looks with O'Brien-Fleming's boundaries (Lan and DeMets 1983: either side's
error is spent as 2 − 2Φ(z/√t) by the share t of the information; any times of looking), which cost almost no power; and
a confidence sequence that holds at every moment for ever (Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2021, eq. 9),
for tests without an end, which cost much.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr, ndtri

from engine.core.errors import DataError
from engine.experiments.analysis.comparison import LEVEL
from engine.experiments.analysis.moments import Floats, Moments

GRID: Final = 601  # points of the density between two boundaries
LEAST_RISE: Final = 1.01  # of information from look to look: a smaller step falls between the points
WIDEST: Final = 9.0  # a boundary further out than this is never met
TUNED_FOR: Final = 5000  # traders at which the sequence is narrowest, unless another number is stated


def spent(share: Floats, level: float = LEVEL) -> Floats:
    """How much of the error, both sides together, may have been spent at this share of the information."""
    found: Floats = 4 * ndtr(-ndtri(1 - level / 4) / np.sqrt(np.clip(share, 1e-12, 1.0)))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Looked:
    """After some looks: the last boundary as |z|, and the density of the score that has never crossed one."""

    bound: float
    density: Floats
    points: Floats


def boundaries(
    shares: tuple[float, ...], level: float = LEVEL, information: tuple[float, ...] | None = None
) -> tuple[float, ...]:
    """|z| from which on each look may stop, two-sided; `shares` of the plan, rising, at most 1, say how much error may
    have been spent.

    `information` (1 / squared error of the estimate, rising by a hundredth at least) says how alike two looks are, and
    is the shares where it is not given (Lan and DeMets 1989: two scales of time).

    Found look by look: the density of the score that never crossed is carried on by a Gaussian of the information in
    between (Armitage, McPherson and Rowe 1969), integrated by Simpson's rule. Looks that were found once are kept: one
    more costs no more than itself.
    """
    _checked(shares)
    # Only ratios count: taken to the first look, so that looks in other units are the same.
    known = shares if information is None else tuple(each / information[0] for each in information)
    if len(known) != len(shares) or (information is not None and not _rises(known)):
        raise DataError("information must rise by a hundredth or more from look to look, one number each.")
    return tuple(_looked(shares[: number + 1], known[: number + 1], level).bound for number in range(len(shares)))


def _rises(information: Sequence[float]) -> bool:
    return all(later >= LEAST_RISE * earlier for earlier, later in itertools.pairwise(information))


@lru_cache(maxsize=1024)
def _looked(shares: tuple[float, ...], information: tuple[float, ...], level: float) -> _Looked:
    """The last of these looks."""
    due = float(spent(np.array([shares[-1]]), level)[0])
    scale = float(np.sqrt(information[-1]))
    before = None if len(shares) == 1 else _looked(shares[:-1], information[:-1], level)
    if before is None:
        step = scale
        bound = float(ndtri(1 - due / 2)) * step if due > 0 else WIDEST * step
    else:
        step = float(np.sqrt(information[-1] - information[-2]))
        due -= float(spent(np.array([shares[-2]]), level)[0])
        bound = _bound(before.density, before.points, step, due, scale)
    bound = min(bound, WIDEST * scale)
    density = _carried(before, step, bound)
    return _Looked(bound / scale, density, np.linspace(-bound, bound, GRID))


def _checked(shares: Sequence[float]) -> None:
    rising = all(later > earlier for earlier, later in zip((0.0, *shares), shares, strict=False))
    if not shares or not rising or shares[-1] > 1 + 1e-9:
        raise DataError("shares of the information must rise from above 0 to at most 1.")


def _weights(points: Floats) -> Floats:
    """Simpson's rule."""
    weights = np.full(len(points), 2.0)
    weights[1::2] = 4.0
    weights[[0, -1]] = 1.0
    found: Floats = weights * (points[1] - points[0]) / 3
    return found


def _bound(density: Floats, points: Floats, step: float, due: float, scale: float) -> float:
    mass = density * _weights(points)

    def excess(bound: float) -> float:
        beyond = ndtr((points - bound) / step) + ndtr((-bound - points) / step)
        return float(mass @ beyond) - due

    high = WIDEST * scale
    return high if excess(high) >= 0 else float(brentq(excess, 0.0, high, xtol=1e-12))


def _carried(before: _Looked | None, step: float, bound: float) -> Floats:
    """The density of scores within the new boundary that were within all earlier ones."""
    fresh = np.linspace(-bound, bound, GRID)
    scale = 1 / (step * np.sqrt(2 * np.pi))
    if before is None:
        first: Floats = scale * np.exp(-0.5 * (fresh / step) ** 2)
        return first
    mass = before.density * _weights(before.points)
    kernel = np.exp(-0.5 * ((fresh[:, None] - before.points[None, :]) / step) ** 2)
    later: Floats = scale * (kernel @ mass)
    return later


def sequence_reach(control: Moments, treated: Moments, level: float = LEVEL, tuned_for: float = TUNED_FOR) -> Floats:
    """Half the width of an interval that holds the difference at every moment at once with 1 − `level`."""
    n = control.n + treated.n
    variance = (control.error + treated.error) * n
    return sequence_width(n, variance, level, tuned_for)


def sequence_width(n: Floats, variance: Floats, level: float = LEVEL, tuned_for: float = TUNED_FOR) -> Floats:
    """The same of an estimate whose squared error is `variance` / n."""
    wide = -2 * np.log(level)
    rho = (wide + np.log(wide + 1)) / tuned_for
    growth = n * rho + 1
    found: Floats = np.sqrt(variance * 2 * growth * np.log(np.sqrt(growth) / level) / (n**2 * rho))
    return found
