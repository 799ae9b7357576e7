"""What a change did, as a card shows it: each number before and after, and the difference with its range."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from engine.bots.measure.comparison import Comparison, Difference
from pages.ui.look import NOT_KNOWN, number, percent
from pages.ui.tuner.change_panel import negative, points, signed_percent, signed_tenths, tenths

Text = Callable[[float], str]
Moved = Callable[[float | None], str]


@dataclass(frozen=True, slots=True)
class Row:
    """One number: before, after, and the difference in words and as a range around zero (None: not known)."""

    label: str
    before: str
    after: str
    told: str
    low: float | None = None
    at: float | None = None
    high: float | None = None


def rows(effect: Comparison) -> list[dict[str, Any]]:
    """Return, Sharpe ratio, worst fall, trades a week, and the time with money in the market."""
    made = [
        row("Return", effect.total_return, signed_percent, points, "95 %"),
        row("Sharpe ratio", effect.sharpe, hundredths, signed_hundredths, "95 %"),
        row("Worst fall", negative(effect.max_drawdown), signed_percent, points, "about 80 %"),
        row("Trades a week", effect.trades_per_week, tenths, signed_tenths, "95 %"),
        row("In the market", effect.exposure, whole_percent, points, "95 %"),
    ]
    return [asdict(each) for each in made]


def row(label: str, difference: Difference, text: Text, moved: Moved, sure: str) -> Row:
    """One number with its difference."""
    change = difference.change
    before, after = (NOT_KNOWN if value is None else text(value) for value in (difference.before, difference.after))
    told = f"difference {moved(change.value)}"
    if change.value is None or change.low is None or change.high is None:
        return Row(label, before, after, told)
    told = f"{told}, {sure}: {moved(change.low).removesuffix(' points')} to {moved(change.high)}"
    return Row(label, before, after, told, change.low, change.value, change.high)


def whole_percent(value: float) -> str:
    """A share of the time."""
    return percent(value, 0)


def hundredths(value: float) -> str:
    """A ratio."""
    return number(value, 2, signed=True)


def signed_hundredths(value: float | None) -> str:
    """A difference of two ratios."""
    return NOT_KNOWN if value is None else number(value, 2, signed=True)
