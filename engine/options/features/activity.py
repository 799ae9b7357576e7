"""Unusual activity: contracts that trade far more than they are used to, and more than is held of them.

Gate as Barchart's (volume above 500, open interest above 100, price above 0.10, volume at least 1.25 of the open
interest); behind it a score from how unusual the volume is for the contract itself. Open interest is yesterday's,
and volume has two sides: unusual does not mean bought.
"""

from typing import Final

import numpy as np

from engine.options.chain import NEWEST_MS, Chain, Flags, Floats, joined

VOLUME, INTEREST, PRICE, RATIO = 500.0, 100.0, 0.10, 1.25
SESSIONS: Final = 20
FEWEST: Final = 5  # earlier sessions of a contract, under which its usual volume is unknown
LEAST_DEVIATION: Final = 0.5
SCALE: Final = 6.0  # deviations that make the full mark of that part


def gate(chain: Chain) -> Flags:
    """Whether each row passes the plain thresholds; unknown passes nothing."""
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Flags = (
            (chain.volume > VOLUME)
            & (chain.open_interest > INTEREST)
            & (chain.price > PRICE)
            & (chain.volume / chain.open_interest >= RATIO)
        )
    return found


def deviations(chain: Chain) -> Floats:
    """How unusual each row's volume is for its contract: z of ln(1 + volume) against its last 20 sessions before, (n,).

    z = (x - mean) / max(sd, 0.5); nan with fewer than five sessions before. A chain holds its own history.
    """
    order = np.lexsort((chain.moment, chain.is_call, chain.strike, chain.expiry, chain.underlying))
    x = np.log1p(chain.volume[order])
    same = np.zeros(len(order), dtype=np.bool_)
    if len(order) > 1:
        same[1:] = True
        for name in ("underlying", "expiry", "strike", "is_call"):
            values = getattr(chain, name)[order]
            same[1:] &= values[1:] == values[:-1]
    begin = np.maximum.accumulate(np.where(same, 0, np.arange(len(order))))
    known = np.isfinite(x)
    sums, squares, count = (
        np.r_[0.0, np.cumsum(each)] for each in (np.where(known, x, 0), np.where(known, x * x, 0), known)
    )
    here = np.arange(len(order))
    low = np.maximum(begin, here - SESSIONS)
    n = count[here] - count[low]
    some = np.maximum(n, 1)
    mean = (sums[here] - sums[low]) / some
    spread = np.sqrt(np.maximum((squares[here] - squares[low]) / some - mean * mean, 0.0))
    z = np.where(n >= FEWEST, (x - mean) / np.maximum(spread, LEAST_DEVIATION), np.nan)
    found = np.full(len(chain), np.nan)
    found[order] = z
    return found


def score(chain: Chain, passed: Flags, unusual: Floats) -> Floats:
    """0 to 100 for rows that pass the gate, 0 for the others, (n,); nan where volume or open interest is unknown.

    40 for how unusual the volume is for the contract (z of 6 is full; half, where its history is too short), 25 for
    volume over open interest (5 is full), 20 for premium traded (a million is full), 15 for a near expiry (a month).
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        size = chain.multiplier[chain.underlying]
        money = chain.volume * chain.price * size
        odd = np.where(np.isnan(unusual), 0.5, np.clip(unusual / SCALE, 0, 1))
        turned = np.clip(chain.volume / chain.open_interest / 5, 0, 1)
        rich = np.clip(np.log10(1 + money) / 6, 0, 1)
        near = np.clip(1 - chain.years * 365 / 30, 0, 1)
        total = 40 * odd + 25 * turned + 20 * rich + 15 * near
    known = np.isfinite(chain.volume) & np.isfinite(chain.open_interest) & np.isfinite(chain.price)
    return np.where(known, np.where(passed, total, 0.0), np.nan)


def row_scores(chain: Chain, earlier: Chain | None = None) -> Floats:
    """The score of every row of a chain that holds its own history, with that of earlier sessions, (n,)."""
    return score(chain, gate(chain), deviations(chain) if earlier is None else _against(chain, earlier))


def _against(chain: Chain, earlier: Chain) -> Floats:
    """Deviations of a chain's rows with the sessions before its own; what is not before does not count."""
    first = {
        name: int(chain.moment[chain.underlying == at].min(initial=NEWEST_MS)) for at, name in enumerate(chain.names)
    }
    begin = np.array([first.get(name, 0) for name in earlier.names], dtype=np.int64)
    both = joined([chain, earlier.rows(earlier.moment < begin[earlier.underlying])])
    own = both.underlying < len(chain.names)  # names of the chain come first, in their order
    start = np.array([first.get(name, 0) for name in both.names], dtype=np.int64)
    return deviations(both)[own & (both.moment >= start[both.underlying])]
