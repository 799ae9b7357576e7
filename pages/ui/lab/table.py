"""Every configuration of a sweep as a table: what is asked for, in the order that is asked for."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.bots.parameters import KNOBS
from engine.bots.sweep.swept import Swept
from pages.ui.look import number, percent

MOST_ROWS: Final = 500  # beyond it a browser takes long, and nobody reads on; an export has them all
ORDERS: Final = ("Return", "Return held back", "Sharpe", "Sharpe held back", "Worst fall", "Trades")
SMALL_FIRST: Final = ("Worst fall",)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which configurations are listed, and by what: limits as fractions and counts on the past."""

    order: str = ORDERS[0]
    least_trades: int = 0
    least_return: float = -1.0
    most_fall: float = 1.0


def listed(past: Swept, held: Swept | None, asked: Asked) -> NDArray[np.int64]:
    """The numbers of the configurations that pass the limits, the best first; equals in their own order."""
    taken = past.metrics
    passes = (
        past.grid.is_valid
        & (taken.trades >= asked.least_trades)
        & (np.nan_to_num(taken.total_return) >= asked.least_return)
        & (np.nan_to_num(taken.max_drawdown) <= asked.most_fall)
    )
    values = columns(past, held)[asked.order]
    key = values if asked.order in SMALL_FIRST else -values
    order = np.argsort(np.where(np.isfinite(key), key, np.inf), kind="stable")
    return order[passes[order]]


def columns(past: Swept, held: Swept | None) -> dict[str, NDArray[Any]]:
    """What is known of every configuration, (n,) each; falls as fractions."""
    before, after = past.metrics, (held or past).metrics
    found = {
        "Return": before.total_return, "Return held back": after.total_return, "Sharpe": before.sharpe,
        "Sharpe held back": after.sharpe, "Worst fall": before.max_drawdown, "Trades": before.trades,
    }  # fmt: skip
    return {name: each for name, each in found.items() if held is not None or "held back" not in name}


def rows(past: Swept, held: Swept | None, numbers: NDArray[np.int64]) -> Any:
    """The table of these configurations, numbers that sort as numbers and read as the screen's."""
    grid = past.grid
    sides = {KNOBS[each.name].label: grid.values_of(each.name)[numbers] for each in grid.axes}
    known = {name: values[numbers] for name, values in columns(past, held).items()}
    known["Worst fall"] = -known["Worst fall"]
    frame = pd.DataFrame({**sides, **known})
    shapes: dict[str, Any] = {
        name: ratio if name.startswith("Sharpe") else whole if name == "Trades" else share for name in known
    }
    return frame.style.format({**{KNOBS[each.name].label: KNOBS[each.name].text for each in grid.axes}, **shapes})


def share(value: float) -> str:
    """A fraction as signed percent."""
    return percent(value, 2, signed=True)


def ratio(value: float) -> str:
    """A Sharpe ratio."""
    return number(value, 2, signed=True)


def whole(value: float) -> str:
    """A count."""
    return number(value)
