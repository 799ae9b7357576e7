"""Which quotes cannot be right: crossed, outside their bounds, or against what no-arbitrage allows across strikes.

Prices of one expiry must fall with the strike for calls and rise for puts, by no more than the discounted distance,
and be convex; a call less a put must lie on the forward. A quote is flagged only where bid and ask leave no room for
the rule to hold, so that honest width is no fault; where only last prices are known, they are taken as both.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.chain import Chain, Floats
from engine.options.curve import Counts, Curve

Marks = NDArray[np.int32]

CROSSED, BOUND, SLOPE, CONVEX, PARITY, OVER, EMPTY = 1, 2, 4, 8, 16, 32, 64
TOLD: Final = {
    CROSSED: "bid above ask",
    BOUND: "outside what the option can be worth",
    SLOPE: "dearer than a strike that pays more",
    CONVEX: "dearer than its neighbours together (butterfly)",
    PARITY: "off put-call parity",
    OVER: "expired",
    EMPTY: "no bid and ask to work with",
}
GIVE: Final = 1e-9  # of the strike: rounding in a file is no arbitrage
PARITY_WIDTHS: Final = 3.0  # spreads that call, put and forward may be apart
NEAR: Final = 0.03  # of the forward
LAST_GIVE: Final = 0.01  # of the strike, for last prices, which were made at other moments than each other


def marks(chain: Chain, lines: Curve) -> Marks:
    """What is wrong with every row, as a sum of the marks above; 0 where nothing is."""
    place = lines.slice_of_row
    low, high = _sides(chain)
    forward, discount = lines.forward[place], lines.discount[place]
    give = GIVE * chain.strike if chain.is_quoted else LAST_GIVE * chain.strike
    with np.errstate(invalid="ignore"):
        found = np.where(chain.bid > chain.ask, CROSSED, 0)
        found |= np.where(lines.years[place] <= 0, OVER, 0)
        found |= np.where(np.isnan(chain.price), EMPTY, 0)
        most = discount * np.where(chain.is_call, forward, chain.strike)
        least = discount * np.maximum(np.where(chain.is_call, 1, -1) * (forward - chain.strike), 0)
        # An American option may be worth its exercise at once: more than the European bound, never less.
        found |= np.where((low > np.maximum(most, chain.strike) + give) | (high < least - give), BOUND, 0)
    for call in (True, False):
        found |= _across(chain, place, (low, high, give), call)
    return (found | _parity(chain, lines, place, (low, high))).astype(np.int32)


def told(mark: int) -> tuple[str, ...]:
    """The marks of a row in words."""
    return tuple(text for bit, text in TOLD.items() if mark & bit)


def _sides(chain: Chain) -> tuple[Floats, Floats]:
    """What one gets and pays: bid and ask, else the last price for both."""
    if chain.is_quoted:
        return chain.bid, chain.ask
    return chain.price, chain.price


def _across(chain: Chain, place: Counts, sides: tuple[Floats, Floats, Floats], call: bool) -> Marks:
    """Monotone and convex over the strikes of each slice, on one side; the middle of a butterfly carries its mark."""
    low, high, give = sides
    row = np.flatnonzero((chain.is_call == call) & np.isfinite(low) & np.isfinite(high) & (low > 0))
    found = np.zeros(len(chain), dtype=np.int32)
    if len(row) < 2:
        return found
    next_in = place[row[1:]] == place[row[:-1]]
    left, right = row[:-1][next_in], row[1:][next_in]
    richer, poorer = (left, right) if call else (right, left)  # the richer strike pays at least as much
    dear = low[poorer] > high[richer] + give[poorer]
    found[poorer[dear]] |= SLOPE
    three = (place[row[2:]] == place[row[:-2]]) if len(row) > 2 else np.zeros(0, dtype=np.bool_)
    a, b, c = row[:-2][three], row[1:-1][three], row[2:][three]
    share = (chain.strike[c] - chain.strike[b]) / (chain.strike[c] - chain.strike[a])
    bulging = low[b] > share * high[a] + (1 - share) * high[c] + give[b]
    found[b[bulging]] |= CONVEX
    return found


def _parity(chain: Chain, lines: Curve, place: Counts, sides: tuple[Floats, Floats]) -> Marks:
    """Pairs more than three spreads off the line; near the forward only, where early exercise is cheap."""
    low, high = sides
    found = np.zeros(len(chain), dtype=np.int32)
    same = (chain.strike[1:] == chain.strike[:-1]) & (place[1:] == place[:-1]) & chain.is_call[1:] & ~chain.is_call[:-1]
    put = np.flatnonzero(same)
    forward, discount = lines.forward[place[put]], lines.discount[place[put]]
    strike = chain.strike[put]
    gap = chain.price[put + 1] - chain.price[put]
    width = (high - low)[put] + (high - low)[put + 1]
    room = PARITY_WIDTHS * width if chain.is_quoted else LAST_GIVE * strike
    with np.errstate(invalid="ignore"):
        off = (np.abs(gap - discount * (forward - strike)) > room + GIVE * strike) & (
            np.abs(strike / forward - 1) < 0.03
        )
    found[put[off]] |= PARITY
    found[put[off] + 1] |= PARITY
    return found
