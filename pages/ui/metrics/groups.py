"""Who differs: dismissals by strategy, one metric by segment, and who came back."""

from typing import Final

import pandas as pd
import streamlit as st

from engine.core.interval import Interval
from engine.experiments.metrics.retention import AFTER
from engine.options.strategies.kinds import STRATEGIES
from engine.services.review_rankings.measuring import MetricLine, MetricsView
from pages.ui.lab.drawing import draw
from pages.ui.look import NOT_KNOWN, number, percent, small_print, tokens
from pages.ui.metrics.asking import GROUPS
from pages.ui.metrics.figures import Rate, begun, cohort_map, rates_chart
from pages.ui.metrics.units import in_range, in_unit

PERCENT: Final = 100


def span(found: Interval, decimals: int = 1) -> str:
    """The range of a share."""
    if found.low is None or found.high is None:
        return "too few to say"
    return f"{percent(found.low, decimals)} to {percent(found.high, decimals)}"


def rate(found: Interval) -> str:
    """A share."""
    return NOT_KNOWN if found.value is None else percent(found.value, 1)


def back(kept: Interval) -> str:
    """The share that came back, with its range."""
    if kept.value is None or kept.low is None or kept.high is None:
        return "not yet"
    return f"{percent(kept.value, 0)} ({number(PERCENT * kept.low)} to {number(PERCENT * kept.high)})"


def dismissals(found: MetricsView) -> None:
    """Of what was shown of each strategy, how much was dismissed; the most first."""
    rates = sorted(
        (Rate(STRATEGIES[name].label, each) for name, each in found.dismissals),
        key=lambda each: -(each.value.value or 0.0),
    )
    overall = next(each.now.value for each in found.metrics if each.name == "dismissal_rate")
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Dismissals by strategy**")
        small_print("Of the ideas shown of each; dotted: of all.")
        known = [each for each in rates if each.value.is_known]
        if not known:
            small_print("Too few traders were shown ideas.")
            return
        told = f"from {known[-1].name} {percent(known[-1].value.value or 0.0, 1)} to {known[0].name}"
        draw(
            rates_chart(rates, "% of those shown", overall, tokens()), "metrics_dismissals",
            f"Dismissals by strategy, {told} {percent(known[0].value.value or 0.0, 1)}",
        )  # fmt: skip
        with st.expander("As a table", key="metrics_dismissals_more"):
            st.dataframe(pd.DataFrame([
                {"Strategy": each.name, "Dismissed": rate(each.value),
                 "Range": span(each.value), "n": each.value.n}
                for each in rates
            ]), hide_index=True, key="metrics_dismissals_table", alt="Dismissals by strategy")  # fmt: skip


def by_segment(found: MetricsView, line: MetricLine) -> None:
    """The metric that is looked at, group by group."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{line.label} by segment**")
        small_print("Groups by facts alone: how often they come, how long they have been here, what they take most.")
        st.dataframe(pd.DataFrame([
            {"Group": GROUPS[each.group], "Traders": each.label, "n": each.traders,
             line.label: in_unit(line.name, each.values[line.name].value),
             "Range": in_range(line.name, each.values[line.name])}
            for each in found.segments
        ]), hide_index=True, key="metrics_segments", height="content",
            alt=f"{line.label} by segment, with ranges")  # fmt: skip


def cohorts(found: MetricsView) -> None:
    """Who came back, as a map and as a table."""
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Who comes back**")
        small_print("Of the traders who came first in 30 days, those who came again within 30 days of day 30, 60, 90.")
        if not found.cohorts:
            small_print("Nobody has come yet.")
            return
        left, right = st.columns(2, gap="small")
        with left:
            draw(
                cohort_map(found.cohorts, tokens()), "metrics_cohorts",
                f"Who came back after 30, 60 and 90 days, {len(found.cohorts)} cohorts; the table has the numbers",
            )  # fmt: skip
        with right:
            st.dataframe(pd.DataFrame([
                {"First came": begun(each).partition(",")[0], "n": each.traders}
                | {f"{after} days": back(kept)
                   for after, kept in zip(AFTER, each.kept, strict=True)}
                for each in found.cohorts
            ]), hide_index=True, key="metrics_cohorts_table", height="content",
                alt="Cohorts with the share that came back after 30, 60 and 90 days, with ranges")  # fmt: skip
