"""What the forecast does to the bot's orders: its tilt now, what direction may say, and what the tilt was worth."""

import streamlit as st

from engine.bots.measure.comparison import Comparison
from engine.core.interval import Interval
from engine.services.track.tilt import DirectionView, tilt_now
from pages.ui.forecast.known import Known, tilted
from pages.ui.forecast.words import listed
from pages.ui.loaded import SETUP
from pages.ui.look import NOT_KNOWN, number, percent, small_print
from pages.ui.wording import explained


def tilt_card(at: Known, direction: DirectionView) -> None:
    """The tilt in words, and the same bot with and without it."""
    parameters = at.after.result.parameters
    now, effect = tilt_now(at.after.result.tape, parameters), tilted(at.market, parameters, SETUP, at.days)
    with st.container(border=True, gap="small", height="stretch", key="forecast_tilt"):
        st.markdown("**What the bot makes of it**")
        st.markdown(explained(now.sentence))
        small_print(explained(direction.sentence))
        st.markdown(explained(f"Measured ({at.tag}): {effect.sentence}"))
        if effect.comparison is not None and not effect.comparison.is_same:
            numbers(effect.comparison)
        small_print(
            f"Weight {percent(effect.weight, 0)}, sure enough to act at {percent(effect.open_share, 0)} of bars. Orders"
            " shrink when a wilder week than usual is due and grow when a calmer one is; never by direction."
        )


def numbers(found: Comparison) -> None:
    """Without and with the tilt, each difference with its range."""
    rows = [("Return, %", found.total_return, True), ("Worst fall, % deep", found.max_drawdown, False)]
    listed(
        {
            "Over these days": [name for name, _, _ in rows],
            "Without": [hundredths(each.before, signed) for _, each, signed in rows],
            "With": [hundredths(each.after, signed) for _, each, signed in rows],
            "Difference, points": [points(each.change, each.change.value) for _, each, _ in rows],
            "95 % range": [between(each.change) for _, each, _ in rows],
        },
        "forecast_tilt_table", "The bot without and with its tilt, with the range of each difference",
    )  # fmt: skip


def hundredths(value: float | None, signed: bool) -> str:
    """A fraction in percent."""
    return NOT_KNOWN if value is None else number(100 * value, 2, signed=signed)


def points(change: Interval, value: float | None) -> str:
    """One end of a difference in points, with more digits where all of it is small."""
    if value is None:
        return NOT_KNOWN
    largest = max(abs(100 * end) for end in (change.value, change.low, change.high) if end is not None)
    return number(100 * value, 2 if largest >= 0.05 else 4, signed=True)


def between(change: Interval) -> str:
    """The range of a difference in points."""
    if change.low is None or change.high is None:
        return NOT_KNOWN
    return f"{points(change, change.low)} to {points(change, change.high)}"
