"""When the holder of a sold American option gains by exercising early, so that whoever sold it is assigned."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.chain import Flags, Floats

UNLIKELY, CALL_FOR_DIVIDEND, PUT_FOR_INTEREST, UNKNOWN = 0, 1, 2, 3
TOLD: Final = {
    UNLIKELY: "",
    CALL_FOR_DIVIDEND: "the sold call may be exercised for the dividend, which is more than its time value",
    PUT_FOR_INTEREST: "the sold put may be exercised at once: the interest on its strike is more than its time value",
    UNKNOWN: "early exercise for a dividend cannot be judged: no dividend dates are known so far ahead",
}


def early_exercise(
    is_call: Flags, strike: Floats, price: Floats, spot: Floats, discount: Floats, dividend: Floats
) -> NDArray[np.int8]:
    """For sold equity options (n,): which of the above holds; only options in the money can be exercised for gain.

    Call: time value below the dividends due before expiry. Put: time value below K (1 - DF). `dividend` nan: unknown,
    which matters for calls in the money alone.
    """
    gain = np.where(is_call, spot - strike, strike - spot)
    beyond = price - np.maximum(gain, 0.0)
    inside = gain > 0
    with np.errstate(invalid="ignore"):
        call = is_call & inside & (dividend > 0) & (beyond < dividend)
        put = ~is_call & inside & (beyond < strike * (1 - discount))
        unknown = is_call & inside & np.isnan(dividend)
    found = np.where(call, CALL_FOR_DIVIDEND, np.where(put, PUT_FOR_INTEREST, np.where(unknown, UNKNOWN, UNLIKELY)))
    return found.astype(np.int8)
