"""How shares, ranges and dates of records read in the Forecast tab, and the one way a table is drawn there."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from engine.core.interval import Interval
from engine.market.bars import timestamp
from pages.ui.look import NOT_KNOWN, day, number, percent, small_print

BANDS: Final = (50, 80, 95)


def on(ms: int) -> str:
    """The UTC day that a close at this moment belongs to."""
    return day(timestamp(ms - 1))


def share(found: Interval) -> str:
    """A share, or a dash."""
    return NOT_KNOWN if found.value is None else percent(found.value)


def between(found: Interval) -> str:
    """What it may truly be, 95 % of the time."""
    if found.low is None or found.high is None:
        return NOT_KNOWN
    return f"{number(100 * found.low, 1)} to {percent(found.high)}"


def with_range(found: Interval) -> str:
    """A share with its range in one cell."""
    return NOT_KNOWN if found.value is None else f"{share(found)} ({between(found)})"


def three(held: Sequence[Interval]) -> str:
    """The shares of the 50, 80 and 95 % ranges in one cell."""
    return f"{' / '.join(NOT_KNOWN if one.value is None else number(100 * one.value, 1) for one in held)} %"


def skill(percent_of: float | None, error: float | None) -> str:
    """Skill over the random walk with its standard error."""
    if percent_of is None or error is None:
        return NOT_KNOWN
    return f"{number(percent_of, 2, signed=True)} ± {number(error, 2)}"


def in_numbers() -> None:
    """The line above a table that follows a picture: on a phone a table's tools would cover the picture's foot."""
    small_print("In numbers")


def listed(columns: Mapping[str, Sequence[str | int | float]], key: str, alt: str, rows: int = 8) -> None:
    """A table that can be searched and saved as a file."""
    frame = pd.DataFrame(dict(columns))
    height = "content" if len(frame) <= rows else 37 + 35 * rows
    st.dataframe(frame, hide_index=True, key=key, alt=alt, height=height)
