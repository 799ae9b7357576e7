"""Bell curves over columns of a million numbers: exp(−z²/2) in float32, many rows at a time.

Logarithm and power are polynomials (Chebyshev nodes; degree 7 within 2e-7, degree 5 within 3e-6 before rounding), so
that the compiler turns each loop into vector instructions; a call into a library of mathematics would stop it.
What is not a number counts as `unknown`. Results are whole multiples of 2⁻¹⁷: their sums round nowhere below 128.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.core.compiled import compiled, contracted

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]

Lane = Any  # one float32 of many that are worked on together
F: Final = np.float32
I: Final = np.int32  # noqa: E741 - as F: the type of a lane
GRAIN: Final = F(2.0**17)
STEP: Final = F(2.0**-17)
ONE: Final = F(1)
HALF: Final = F(0.5)
LOWEST: Final = F(-126.0)
ROOT_HALF_BITS: Final = I(0x3F3504F3)  # of 2^−½: mantissas are taken from there to 2^½, where log2 is nearly straight
MANTISSA: Final = I(0x007FFFFF)
SHIFT: Final = I(23)
BIAS: Final = I(127)
TO_BINARY: Final = float(np.sqrt(np.log2(np.e) / 2))  # exp(−z²/2) = 2^−(z · this)²


def _fitted(values: Floats, nodes: Floats, degree: int) -> tuple[np.float32, ...]:
    """Coefficients of the polynomial through these values, the constant first."""
    found = np.polynomial.Polynomial.fit(nodes, values, degree).convert().coef
    return tuple(F(each) for each in found)


def _nodes(low: float, high: float, count: int = 4_000) -> Floats:
    angle = np.pi * (np.arange(count) + 0.5) / count
    found: Floats = np.cos(angle) * (high - low) / 2 + (high + low) / 2
    return found


_AROUND: Final = _nodes(2**-0.5 - 1, 2**0.5 - 1)
_PARTS: Final = _nodes(-0.5, 0.5)
L0, L1, L2, L3, L4, L5, L6, L7 = _fitted(np.log1p(_AROUND) / _AROUND / np.log(2), _AROUND, 7)
E0, E1, E2, E3, E4, E5 = _fitted(np.exp2(_PARTS), _PARTS, 5)


@contracted
def _log2(x: Lane) -> Lane:
    """Of a number above 0 that is no subnormal."""
    bits = I(F(x).view(I) - ROOT_HALF_BITS)
    exponent = I(bits >> SHIFT)
    r = I(I(bits & MANTISSA) + ROOT_HALF_BITS).view(F) - ONE
    return F(exponent) + r * (L0 + r * (L1 + r * (L2 + r * (L3 + r * (L4 + r * (L5 + r * (L6 + r * L7)))))))


@contracted
def _exp2(t: Lane) -> Lane:
    """Two to a power of at most 0; what is under −126 counts as −126."""
    power = max(t, LOWEST)
    whole = I(power - HALF)
    r = power - F(whole)
    return (E0 + r * (E1 + r * (E2 + r * (E3 + r * (E4 + r * E5))))) * I(I(whole + BIAS) << SHIFT).view(F)


@contracted
def _height(x: Lane, centre: Lane, narrow: Lane, full: Lane) -> Lane:
    z = (x - centre) * narrow
    return F(I(_exp2(-(z * z)) * full * GRAIN + HALF)) * STEP


@compiled
def bell(x: Floats, shape: Singles, out: Singles) -> None:
    """Of |x|; `shape` is centre, 1 / width · TO_BINARY, height, height of the unknown, least and most of x."""
    centre, narrow, full, unknown, low, high = shape
    for i in range(len(out)):
        y = min(max(F(abs(x[i])), low), high)
        out[i] = unknown if np.isnan(x[i]) else _height(y, centre, narrow, full)


@compiled
def log_bell(x: Floats, times: Floats, shape: Singles, out: Singles) -> None:
    """Of log2 |x · times|, with centre and width in powers of two."""
    centre, narrow, full, unknown, low, high = shape
    for i in range(len(out)):
        product = x[i] * times[i]
        y = min(max(F(abs(product)), low), high)
        out[i] = unknown if np.isnan(product) else _height(_log2(y), centre, narrow, full)


@compiled
def log1p_bell(x: Floats, shape: Singles, out: Singles) -> None:
    """Of log2(1 + x), with centre and width in powers of two."""
    centre, narrow, full, unknown, low, high = shape
    for i in range(len(out)):
        y = min(max(F(x[i]), low), high) + ONE
        out[i] = unknown if np.isnan(x[i]) else _height(_log2(y), centre, narrow, full)
