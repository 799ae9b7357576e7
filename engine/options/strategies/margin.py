"""What a broker sets aside for a position, per one of the underlying, by the stated minimum rules."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.chain import Floats
from engine.options.strategies.kinds import STRATEGIES
from engine.options.strategies.position import LEGS, Positions

SHARE_OF_SPOT: Final = 0.20  # FINRA rule 4210 (f)(2): naked equity options
LEAST: Final = 0.10  # of the strike of a put, of spot for a call
PUTS: Final = tuple(STRATEGIES[name].number for name in ("cash_secured_put", "wheel"))
NAKED: Final = STRATEGIES["short_strangle"].number


def margin(strategy: NDArray[np.int8], positions: Positions, max_loss: Floats) -> Floats:
    """Money set aside (n,): a put's strike, shares less premium, what can be lost; naked legs by FINRA 4210's minimum.

    A straddle or strangle sold naked asks for the dearer side's minimum, and the premium of both.
    """
    first = positions.strike[:, 0]
    found = np.where(np.isfinite(max_loss), max_loss, np.nan)
    found = np.where(np.isin(strategy, PUTS), first, found)
    naked = strategy == NAKED
    return np.where(naked, _naked(positions), found)


def _naked(positions: Positions) -> Floats:
    spot = positions.spot
    asked = np.zeros(len(positions))
    for leg in range(LEGS):
        strike, call = positions.strike[:, leg], positions.is_call[:, leg]
        away = np.maximum(np.where(call, strike - spot, spot - strike), 0.0)
        least = LEAST * np.where(call, spot, strike)
        one = np.maximum(SHARE_OF_SPOT * spot - away, least)
        asked = np.maximum(asked, np.where(positions.side[:, leg] < 0, one, 0.0))
    found: Floats = asked + np.maximum(positions.premium, 0.0)
    return found
