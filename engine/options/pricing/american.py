"""American options on an asset with a continuous yield: what early exercise adds, by a binomial tree.

Leisen and Reimer, "Binomial models for option valuation", Applied Mathematical Finance 3 (1996): with an odd number
of steps the tree meets the strike, so that 101 steps are right to a hundredth of a percent of spot. Dividends
in lumps are not in it: they are told from the dividend itself (see the early-exercise rules of the strategies).
"""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.core.compiled import compiled

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

STEPS: Final = 101


def american_price(
    place: tuple[ArrayLike, ArrayLike, ArrayLike], sigma: ArrayLike, rates: tuple[ArrayLike, ArrayLike],
    is_call: ArrayLike,
) -> Floats:  # fmt: skip
    """Prices of American options; `place` is spot, strike, years, `rates` the interest rate and the yield a year.

    Rates are continuous (0.04 = 4 %). nan where anything is unknown or not above 0 (years at 0: the exercise value).
    """
    numbers = [np.asarray(each, dtype=np.float64) for each in (*place, sigma, *rates)]
    *columns, call = np.broadcast_arrays(*numbers, np.asarray(is_call, dtype=np.bool_))
    flat = [np.ascontiguousarray(each).ravel() for each in columns]
    found = _prices(np.stack(flat), np.ascontiguousarray(call).ravel(), STEPS)
    return found.reshape(call.shape)


@compiled
def _prices(columns: Floats, call: Flags, steps: int) -> Floats:
    found = np.empty(len(call))
    tree = np.empty(steps + 1)
    for i in range(len(call)):
        sign = 1.0 if call[i] else -1.0
        found[i] = _tree(columns[:, i], sign, steps, tree)
    return found


@compiled
def _tree(row: Floats, sign: float, steps: int, value: Floats) -> float:
    spot, strike, years, sigma, rate, held = row[0], row[1], row[2], row[3], row[4], row[5]
    if not (spot > 0 and strike > 0 and sigma > 0) or np.isnan(years + rate + held):
        return np.nan
    if years <= 0:
        return float(max(sign * (spot - strike), 0.0))
    step = years / steps
    d1 = (np.log(spot / strike) + (rate - held + sigma * sigma / 2) * years) / (sigma * np.sqrt(years))
    p_stock, p = _inverted(d1, steps), _inverted(d1 - sigma * np.sqrt(years), steps)
    growth = np.exp((rate - held) * step)
    up, down = growth * p_stock / p, growth * (1 - p_stock) / (1 - p)
    discount = np.exp(-rate * step)
    price = spot * down**steps
    for j in range(steps + 1):
        value[j] = max(sign * (price - strike), 0.0)
        price *= up / down
    for level in range(steps - 1, -1, -1):
        price = spot * down**level
        for j in range(level + 1):
            kept = discount * (p * value[j + 1] + (1 - p) * value[j])
            value[j] = max(kept, sign * (price - strike))
            price *= up / down
    return float(value[0])


@compiled
def _inverted(z: float, steps: int) -> float:
    """The probability whose binomial meets the normal's: Peizer and Pratt's second inversion."""
    inside = (z / (steps + 1.0 / 3.0 + 0.1 / (steps + 1.0))) ** 2 * (steps + 1.0 / 6.0)
    share = 0.5 + np.sign(z) * 0.5 * np.sqrt(1.0 - np.exp(-inside))
    return float(min(max(share, 1e-12), 1.0 - 1e-12))
