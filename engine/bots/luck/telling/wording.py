"""How the numbers of a luck test are written: as many digits as mean something, a real minus, a range beside them."""

import math
from collections.abc import Callable
from typing import Final

from engine.bots.parameters import KNOBS
from engine.bots.settings.knob import Value
from engine.bots.sweep.swept import Objective
from engine.core.interval import Interval

LEAST: Final = 1e-10  # percent: below it a result is rounding


def percent(share: float) -> str:
    """A signed share: `+18.4 %`, `−2.10 %`; below a tenth of a percent with two digits that count, `+0.0034 %`."""
    return f"{signed(share * 100, _places(share * 100))} %"


def percents(found: Interval) -> str:
    """A signed share with its 95 % range, or why there is none."""
    if found.value is None:
        return "an undefined return"
    return f"{percent(found.value)}{spread(found, lambda end: percent(end).removesuffix(' %'), ' %')}"


def ratio(value: float) -> str:
    """A Sharpe ratio: `1.24`, `−0.31`."""
    return signed(value, 2).removeprefix("+")


def ratios(found: Interval) -> str:
    """A Sharpe ratio with its 95 % range."""
    return "undefined" if found.value is None else f"{ratio(found.value)}{spread(found, ratio)}"


def plain(share: float) -> str:
    """An unsigned share: `41 %`, `0.4 %`."""
    return f"{share * 100:.0f} %" if share == 0 or share >= 0.095 else f"{share * 100:.1f} %"


def plains(found: Interval) -> str:
    """An unsigned share with its 95 % range."""
    if found.value is None:
        return "undefined"
    return f"{plain(found.value)}{spread(found, lambda end: plain(end).removesuffix(' %'), ' %')}"


def chance(found: Interval) -> str:
    """A p-value with its range: `p = 0.41 (95 %: 0.32 to 0.51)`."""
    return f"p = {_p(found.value or 0.0)}{spread(found, _p)}"


def spread(found: Interval, write: Callable[[float], str], unit: str = "") -> str:
    """The 95 % range in brackets, nothing where it is not known."""
    if found.low is None or found.high is None:
        return ""
    return f" (95 %: {write(found.low)} to {write(found.high)}{unit})"


def objective(value: float, name: Objective) -> str:
    """What was to be highest: a return, or a Sharpe ratio a year."""
    return percent(value) if name == "total_return" else f"a Sharpe ratio of {ratio(value)} a year"


def settings(chosen: dict[str, Value]) -> str:
    """The axes' values in the screen's words: `Window 12, Band width 1.4`."""
    return ", ".join(f"{KNOBS[name].label} {_value(value)}" for name, value in chosen.items())


def signed(value: float, places: int) -> str:
    """A number with its sign, which zero has not."""
    text = f"{value:+.{places}f}"
    return text[1:] if float(text) == 0 else text.replace("-", "−")


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return value.replace("_", " ") if isinstance(value, str) else f"{value:g}"


def _places(percents: float) -> int:
    size = abs(percents)
    if size >= 0.1 or size < LEAST:
        return 1 if size >= 10 else 2
    return 1 - math.floor(math.log10(size))


def _p(value: float) -> str:
    return f"{value:.2f}" if value >= 0.095 else f"{value:.3f}"
