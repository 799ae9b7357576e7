"""What the metrics page is asked: period, segment and revenue, all in the address; and the tools beside them."""

import math
from datetime import UTC, date, datetime, time
from typing import Final

import streamlit as st

from engine.market.bars import timestamp
from engine.services.review_rankings import measuring
from engine.services.review_rankings.control import all_as_json
from engine.services.review_rankings.everybody import everybody
from engine.services.review_rankings.measuring import ALL, MetricsRequest, MetricsView
from engine.services.sample import is_here
from engine.services.startup import App
from pages.ui.address import bound, follow
from pages.ui.experiments.acting import attempt, may_act, why_not
from pages.ui.loaded import engine
from pages.ui.look import day, number, small_print
from pages.ui.opportunities.asked import st_value
from pages.ui.state import chosen
from pages.ui.world_clock import sample_button, world_clock

PERIODS: Final = {"30 days": 30, "90 days": 90, "180 days": 180, "365 days": 365}
USUAL: Final = "90 days"
GROUPS: Final = {"activity": "Activity", "experience": "Experience", "style": "Takes most"}
EVERYBODY: Final = "All traders"
LONGEST: Final = 200
MS: Final = 1000


def is_empty(app: App) -> bool:
    """Whether nobody has done anything yet."""
    return not len(everybody(app, app.principal))


def nothing_yet() -> None:
    """What to do then."""
    st.header("Metrics", anchor=False)
    with st.container(border=True):
        st.markdown("**Nobody has been shown an idea yet.** Make the sample world: three hundred simulated traders.")
        sample_button()


def asked() -> MetricsView:
    """Draw the line over the metrics; what is measured for it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("Metrics", anchor=False, width="content")
        days = PERIODS[period()]
        app = engine()
        found = measuring.measured(app, app.principal, MetricsRequest(days))
        part = segment(found)
        revenue = st_value("revenue", in_address("revenue"))
        if part != ALL or revenue is not None:
            found = measuring.measured(app, app.principal, MetricsRequest(days, part, revenue))
        st.space("stretch")
        if found.is_simulated:
            st.badge("Simulated traders", color="gray")
        annotate_button(found)
        downloads(found)
        if is_here(app):
            world_clock()
    return found


def in_address(name: str) -> float | None:
    """An amount from the address, which its field takes over once it is drawn; None where it is none."""
    try:
        amount = float(st.query_params.get(name, ""))
    except ValueError:
        return None
    return amount if 0 <= amount < math.inf else None


def period() -> str:
    """How far back."""
    names = [USUAL, *(each for each in PERIODS if each != USUAL)]
    value = bound("metrics_period", "days", names)
    st.selectbox(
        "Period", list(PERIODS), key="metrics_period", label_visibility="collapsed", width=130, on_change=follow,
        args=("metrics_period", "days"), format_func=lambda name: f"Last {name}",
    )  # fmt: skip
    return value


def segment(found: MetricsView) -> str:
    """Which traders; their groups are those of this period."""
    labels = {ALL: EVERYBODY} | {
        each.key: f"{GROUPS[each.group]}: {each.label} ({number(each.traders)})" for each in found.segments
    }
    value = bound("metrics_segment", "segment", list(labels))
    st.selectbox(
        "Traders", list(labels), key="metrics_segment", label_visibility="collapsed", width=280, on_change=follow,
        args=("metrics_segment", "segment"), format_func=labels.__getitem__,
    )  # fmt: skip
    return value


def told_of(found: MetricsView) -> str:
    """What the numbers are of, in a line."""
    begin, end = (day(timestamp(each)) for each in (found.begin_ms, found.end_ms))
    return f"{begin} to {end} · {number(found.traders)} traders who came · ranges of 95 % over traders"


def annotate_button(found: MetricsView) -> None:
    """A note on a day, for everybody who looks."""
    first, last = (timestamp(each).date() for each in (found.begin_ms, found.end_ms))
    with st.popover("Annotate", icon=":material/flag:", key="metrics_annotate", disabled=not may_act(), help=why_not()):
        st.date_input("Day", last, first, last, key="metrics_day")
        st.text_input("What happened", key="metrics_note", max_chars=LONGEST, placeholder="A new order of the feed")
        st.segmented_control(
            "It is", ["release", "note"], default="release", required=True, key="metrics_sort",
            format_func=str.capitalize,
        )  # fmt: skip
        small_print("It stands on every trend, for everybody who looks at the metrics.")
        st.button("Note it", key="metrics_note_it", on_click=annotate)


def annotate() -> None:
    """Keep it."""
    on: date = chosen("metrics_day")
    at_ms = int(datetime.combine(on, time(), UTC).timestamp() * MS)
    text, sort = str(chosen("metrics_note") or ""), chosen("metrics_sort")
    app = engine()
    attempt(
        lambda: measuring.annotate(app, app.principal, at_ms, text, "note" if sort == "note" else "release"),
        f"Noted on {day(timestamp(at_ms))}.",
    )


def downloads(found: MetricsView) -> None:
    """All of it as files."""
    app = engine()
    with st.popover("Export", icon=":material/download:", key="metrics_export"):
        st.download_button(
            "Metrics and segments, CSV", found.csv.encode, "metrics.csv", "text/csv", key="metrics_csv",
            on_click="ignore", width="stretch",
        )  # fmt: skip
        st.download_button(
            "All that is known, JSON", lambda: all_as_json(app, app.principal, found).encode(), "metrics.json",
            "application/json", key="metrics_json", on_click="ignore", width="stretch",
        )  # fmt: skip
