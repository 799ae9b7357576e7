"""Which round numbers an axis is labelled with."""

import math


def nice_ticks(low: float, high: float, about: int = 6) -> list[float]:
    """Round prices between `low` and `high`, at steps of 1, 2, 2.5 or 5 times a power of ten."""
    raw = (high - low) / about
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * lead for lead in (1, 2, 2.5, 5, 10) if power * lead >= raw * 0.999)
    return [float(f"{count * step:.10g}") for count in range(math.ceil(low / step), math.floor(high / step) + 1)]
