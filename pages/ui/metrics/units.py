"""How a metric's values read: shares as percent, times with their unit, counts with two digits."""

from typing import Final

from engine.experiments.metrics.definitions import METRICS, Unit
from pages.ui.look import NOT_KNOWN, money, number, percent

AFTER: Final[dict[Unit, tuple[str, int]]] = {
    "seconds": ("\u00a0s", 1), "minutes": ("\u00a0min", 2), "a trader and month": ("", 2),
}  # fmt: skip


def in_unit(metric: str, value: float | None, *, signed: bool = False) -> str:
    """A value of a metric, or of a difference of two when `signed`."""
    if value is None:
        return NOT_KNOWN
    unit = METRICS[metric].unit
    if unit == "money":
        return money(value, signed=signed)
    if unit in AFTER:
        after, decimals = AFTER[unit]
        written = number(value, decimals, signed=signed)
        return written if written == NOT_KNOWN else f"{written}{after}"
    return percent(value, 2 if abs(value) < 0.1 else 1, signed=signed or unit == "share of margin")


def unit_of(metric: str) -> str:
    """The unit in words, where the numbers do not carry it."""
    unit = METRICS[metric].unit
    return unit if unit in ("a trader and month", "share of margin") else ""
