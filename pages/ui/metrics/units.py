"""How a metric's values read: shares as percent, times with their unit, counts with two digits."""

from typing import Final

from engine.core.interval import Interval
from engine.experiments.metrics.definitions import METRICS, Unit
from pages.ui.look import NOT_KNOWN, number, percent

PERCENT: Final = 100
IN_PERCENT: Final[dict[Unit, str]] = {
    "share": "%", "share of margin": "% of margin", "share of premium": "% of premium",
}  # fmt: skip
AFTER: Final[dict[Unit, tuple[str, int]]] = {
    "seconds": ("\u00a0s", 1), "minutes": ("\u00a0min", 2), "a trader and month": ("", 2),
}  # fmt: skip


def in_unit(metric: str, value: float | None, *, signed: bool = False) -> str:
    """A value of a metric, or of a difference of two when `signed`."""
    if value is None:
        return NOT_KNOWN
    unit = METRICS[metric].unit
    if unit in AFTER:
        after, decimals = AFTER[unit]
        written = number(value, decimals, signed=signed)
        return written if written == NOT_KNOWN else f"{written}{after}"
    if signed:  # of percents, so that nobody reads it as a share of the value before
        return f"{number(PERCENT * value, 2, signed=True)} points"
    return percent(value, 2 if abs(value) < 0.1 else 1, signed=METRICS[metric].is_signed)


def is_share(metric: str) -> bool:
    """Whether it is told in percent."""
    return METRICS[metric].unit in IN_PERCENT


def drawn(metric: str, value: float | None) -> float | None:
    """A value as charts show it: shares in percent."""
    if value is None:
        return None
    return round(PERCENT * value if is_share(metric) else value, 4)


def in_range(metric: str, found: Interval, *, signed: bool = False) -> str:
    """The range of a value; in words where too few are behind it."""
    if found.low is None or found.high is None:
        return "too few to say" if found.value is None else "no range"
    low, high = (in_unit(metric, each, signed=signed) for each in (found.low, found.high))
    return f"{low.removesuffix(' points')} to {high}"


def unit_of(metric: str) -> str:
    """The unit of an axis."""
    unit = METRICS[metric].unit
    return IN_PERCENT.get(unit, unit)
