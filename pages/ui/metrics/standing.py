"""Whether the feed is in order, whether traders get better, and what one is worth."""

from typing import Final

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from engine.core.interval import Interval
from engine.services.review_rankings.control import against_control
from engine.services.review_rankings.health import Health
from engine.services.review_rankings.measuring import MetricsView
from engine.services.startup import App
from pages.ui.look import NOT_KNOWN, money, number, percent, plain, small_print

SHARES: Final = ("staleness", "intra_list_diversity", "coverage", "exploration")
PERCENT: Final = 100
NEWEST: Final = 3  # control groups that are shown


def health(found: MetricsView) -> None:
    """Every measure of the feed itself."""
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Is the feed in order?**")
        st.dataframe(
            pd.DataFrame([
                {"Measure": each.label, "Value": value_of(each, each.value.value), "Range": range_of(each),
                 "n": f"{number(each.value.n)} {each.counts}"}
                for each in found.health
            ]), hide_index=True, key="metrics_health", height="content",
            alt="Measures of the feed with value and range",
        )  # fmt: skip
        for each in found.health:
            if each.apart:
                small_print(plain(f"{each.label}: {each.apart}."))
        with st.expander("What each of them is", key="metrics_health_words"):
            st.markdown("\n".join(f"- **{each.label}**: {plain(each.definition)}" for each in found.health))


def value_of(each: Health, value: float | None) -> str:
    """A measure as people read it."""
    if value is None:
        return NOT_KNOWN
    return percent(value, 1) if each.name in SHARES else number(value, 2)


def range_of(each: Health) -> str:
    """Its range."""
    low, high = each.value.low, each.value.high
    if low is None or high is None:
        return "none: a count" if each.value.value is not None else "too few to say"
    return f"{value_of(each, low)} to {value_of(each, high)}"


def worth(found: MetricsView) -> DeltaGenerator:
    """Growth, and lifetime value once a revenue per trade is entered; where the control groups are to stand."""
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Do traders get better here?**")
        growth = found.growth
        if growth.value is None:
            small_print("Too few traders have three ended trades in their first month and three after it.")
        else:
            st.markdown(f"Win rate {points(growth.value)} against their own first 30 days")
            small_print(f"{span(growth)}, n {number(growth.n)} traders{chance(growth)}")
        held = st.container(gap="xsmall", key="metrics_control")
        st.markdown("**What is a trader worth?**")
        st.number_input(
            "Revenue a trade, $", 0.0, None, None, 0.5, key="revenue", placeholder="not set", width=200,
            bind="query-params",
        )  # fmt: skip
        life = found.lifetime
        if life.value is None:
            small_print("Not set: enter what a trade brings. Without it there is no value, and none is made up.")
        else:
            st.markdown(f"{money(life.value)} over the first four months")
            ends = f"{money(life.low)} to {money(life.high)}" if life.low is not None and life.high is not None else ""
            small_print(f"{ends}, n {number(life.n)} traders; the range is that of trades and of who comes back.")
    return held


def controls(held: DeltaGenerator, app: App) -> None:
    """The same against those who were left as they were, experiment by experiment; drawn last, as it takes longest."""
    with held:
        told = against_control(app, app.principal)
        if not told:
            small_print(
                "Against control: no control group, as no experiment about rankings has run. The first variant of one"
                " is left as it is: that is the control."
            )
            st.page_link("../experiments.py", label="Design one", icon=":material/science:", width="content")
        for each in told[:NEWEST]:
            gain = NOT_KNOWN if each.gain.value is None else points(each.gain.value)
            st.markdown(f"Win rate {gain} against control, in {plain(each.experiment)}")
            rates = f"{percent(each.control, 1)} → {percent(each.treated, 1)} under {plain(each.variant)}"
            made = "; simulated" if each.is_simulated else ""
            is_over = "" if each.is_running else "; it has ended"
            many = f"n {number(each.traders[0])} and {number(each.traders[1])} traders in {number(each.days)} days"
            small_print(f"{span(each.gain)}, {rates}, {many}{chance(each.gain)}{made}{is_over}")
        if len(told) > NEWEST:
            small_print(f"{number(len(told) - NEWEST)} from earlier experiments are in the export.")


def points(value: float) -> str:
    """A difference of two shares."""
    return f"{number(PERCENT * value, 1, signed=True)} points"


def span(found: Interval) -> str:
    """Its range."""
    if found.low is None or found.high is None:
        return "no range"
    return f"{number(PERCENT * found.low, 1, signed=True)} to {points(found.high)}"


def chance(found: Interval) -> str:
    """Whether it could be chance."""
    return "" if found.excludes_zero else "; could be chance"
