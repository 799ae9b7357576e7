"""The metrics: four as cards with whiskers, all of them as a table, one of them as a trend."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from engine.market.bars import timestamp
from engine.services.review_rankings.measuring import Annotation, MetricLine, MetricsView
from pages.ui.address import bound, follow
from pages.ui.lab.drawing import draw
from pages.ui.look import NOT_KNOWN, day, number, plain, small_print, tokens
from pages.ui.metrics.figures import trend_chart
from pages.ui.metrics.units import drawn, in_range, in_unit
from pages.ui.tuner.results import ResultCard, result_cards

HEADLINES: Final = ("save_rate", "dismissal_rate", "trades_a_month", "win_rate")
ROOM: Final = 0.08
FEW: Final = 3  # notes that are told one by one
SORTS: Final = {"note": "Note", "release": "Release", "regime": "Regime"}


def headlines(found: MetricsView) -> None:
    """The four that a manager reads first."""
    shown = [card(each) for name in HEADLINES for each in found.metrics if each.name == name]
    result_cards(shown, f"metrics_cards_{found.segment}_{found.begin_ms}")


def card(line: MetricLine) -> ResultCard:
    """A metric with its range and what it was in the period before."""
    now, was = line.now, in_unit(line.name, line.before.value)
    told, before = in_unit(line.name, now.value), f"was {was}" if line.before.value is not None else ""
    tag = line.unit if line.unit == "a trader and month" else line.group
    many = f"n {number(now.n)}"
    if now.value is None or now.low is None or now.high is None:
        return ResultCard(line.label, tag, told, before, note=f"too few traders to say how sure this is, {many}")
    ends = [each for one in (now, line.before) for each in (one.low, one.value, one.high) if each is not None]
    room = ROOM * (max(ends) - min(ends)) or 1.0
    note = f"{in_range(line.name, now)} · {many} · {verdict(line)}"
    return ResultCard(
        line.label, tag, told, before, now.low, now.value, now.high, min(ends) - room, max(ends) + room,
        line.before.value, note,
    )  # fmt: skip


def verdict(line: MetricLine) -> str:
    """Whether the change since the period before is more than chance."""
    if line.change.value is None or line.change.low is None:
        return "no change known"
    if not line.change.excludes_zero:
        return "change could be chance"
    return "better than before" if (line.change.value > 0) == line.is_higher_better else "worse than before"


def table(found: MetricsView) -> None:
    """Every metric in a row."""
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Every metric**")
        small_print("The trend is by week. The change is against as many days before, with a range of its own.")
        st.dataframe(
            pd.DataFrame([row(each) for each in found.metrics]), hide_index=True, key="metrics_table", height="content",
            placeholder=NOT_KNOWN,
            column_config={
                "Trend": st.column_config.LineChartColumn("Trend", width=110, help="By week, oldest first"),
            },
            alt="Every metric with trend, value, range, traders, and the change against the period before",
        )  # fmt: skip
        with st.expander("What each of them is", key="metrics_words"):
            st.markdown("\n".join(f"- **{each.label}**: {plain(each.definition)}" for each in found.metrics))


def row(line: MetricLine) -> dict[str, Any]:
    """A metric as people read it."""
    known = [each.value.value for each in line.weeks if each.value.value is not None]
    return {
        "Metric": line.label, "Trend": [drawn(line.name, each) for each in known],
        "Value": in_unit(line.name, line.now.value), "Range": in_range(line.name, line.now), "n": line.now.n,
        "Before": in_unit(line.name, line.before.value),
        "Change": in_unit(line.name, line.change.value, signed=True),
        "Change's range": in_range(line.name, line.change, signed=True), "So": verdict(line),
    }  # fmt: skip


def picked(found: MetricsView) -> MetricLine:
    """The metric that is looked at closer, by the address."""
    return next(each for each in found.metrics if each.name == bound("metrics_one", "metric", names(found)))


def names(found: MetricsView) -> list[str]:
    """Every metric, the first headline first."""
    every = [each.name for each in found.metrics]
    return [HEADLINES[0], *(each for each in every if each != HEADLINES[0])]


def trend(found: MetricsView, line: MetricLine) -> None:
    """One metric week by week, with what happened."""
    labels = {each.name: each.label for each in found.metrics}
    with st.container(border=True, gap="xsmall"):
        st.selectbox(
            "Metric", list(labels), key="metrics_one", on_change=follow, args=("metrics_one", "metric"), width=260,
            format_func=labels.__getitem__, label_visibility="collapsed",
        )  # fmt: skip
        small_print(plain(f"{line.label}: {line.definition}."))
        if not line.weeks:
            small_print("A trend is told by whole weeks: ask for a longer period.")
            return
        draw(
            trend_chart(line, found.annotations, tokens()), f"metrics_trend_{line.name}",
            f"{line.label} over {len(line.weeks)} weeks; {in_unit(line.name, line.weeks[-1].value.value)} in the last",
        )  # fmt: skip
        happened(found.annotations)
        with st.expander("Week by week as a table", key="metrics_weeks"):
            st.dataframe(pd.DataFrame([
                {"Week to": day(timestamp(each.end_ms)), "Value": in_unit(line.name, each.value.value),
                 "Range": in_range(line.name, each.value), "n": each.value.n}
                for each in reversed(line.weeks)
            ]), hide_index=True, key="metrics_weeks_table", alt=f"{line.label} week by week")  # fmt: skip


def happened(notes: Sequence[Annotation]) -> None:
    """What the dotted lines are: a few as they are, many as a table."""
    if len(notes) <= FEW:
        for each in notes:
            by = f", {each.by}" if each.by else ""
            small_print(plain(f"{day(timestamp(each.at_ms))}: {each.text} ({SORTS[each.sort].lower()}{by})"))
        return
    with st.expander(f"What the {len(notes)} dotted lines are", key="metrics_happened"):
        st.dataframe(pd.DataFrame([
            {"Day": day(timestamp(each.at_ms)), "What happened": each.text, "Kind": SORTS[each.sort],
             "Noted by": each.by}
            for each in reversed(notes)
        ]), hide_index=True, key="metrics_happened_table", height="content",
            alt="Notes and turns of the market, newest first")  # fmt: skip
