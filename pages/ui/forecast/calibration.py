"""Does a range hold as often as it says? Two pictures for each number of days ahead, and their numbers."""

import streamlit as st

from engine.forecast.evaluate import TrackRecord
from engine.services.outlook import expected_places, held
from engine.services.track.record import LiveRecord, SourceRecord
from pages.ui.forecast.figures.calibration import Series, calibration_chart, places_chart
from pages.ui.forecast.known import Known
from pages.ui.forecast.words import BANDS, between, in_numbers, listed, share
from pages.ui.lab.drawing import draw
from pages.ui.look import number, small_print, tokens

DAYS = {"1 day": 1, "3 days": 3, "5 days": 5, "7 days": 7}


def calibration_card(at: Known, live: LiveRecord) -> None:
    """The card; choosing another number of days draws it alone."""
    if at.ahead.record is not None:
        with st.container(border=True, gap="small", key="forecast_calibration"):
            pictures(at.ahead.record, next((each for each in live.sources if each.origin == "ours"), None))


@st.fragment
def pictures(record: TrackRecord, live: SourceRecord | None) -> None:
    """Said against held, and where outcomes came to lie."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("**Does a range hold as often as it says?**", width="stretch")
        name = st.segmented_control(
            "Days ahead", list(DAYS), default="7 days", required=True, key="forecast_days", label_visibility="collapsed"
        )
    days = DAYS.get(str(name), 7)
    left, right = st.columns(2, gap="medium")
    with left:
        said_card(record, live, days)
    with right:
        places_card(record, days)


def said_card(record: TrackRecord, live: SourceRecord | None, days: int) -> None:
    """Said against held, the replayed record apart from the live one."""
    replayed = held(record, days)
    records = [Series("replayed", replayed)]
    if live is not None and live.horizons[days - 1].n:
        records.append(Series("issued live", live.horizons[days - 1].held, is_live=True))
    small_print(f"Range said against range held, %; 95 % ranges, {number(record.origins)} weeks")
    draw(
        calibration_chart(tuple(records), tokens()), "forecast_said",
        "Said against held: " + ", ".join(
            f"{band} % held {share(each)}" for band, each in zip(BANDS, replayed, strict=True)
        ) + ". The table under it holds the ranges.",
    )  # fmt: skip
    in_numbers()
    listed(
        {
            "Record": [each.name for each in records for _ in BANDS],
            "Said": [f"{band} %" for _ in records for band in BANDS],
            "Held": [share(one) for each in records for one in each.held],
            "95 % range": [between(one) for each in records for one in each.held],
            "n": [one.n for each in records for one in each.held],
        },
        "forecast_said_table", "Said against held as numbers", rows=6,
    )  # fmt: skip


def places_card(record: TrackRecord, days: int) -> None:
    """In which tenth of its range each outcome came to lie."""
    counts, expected = record.places[days - 1], expected_places(record, days)
    middle, low, high = (number(each) for each in expected)
    outside = sum(not expected[1] <= each <= expected[2] for each in counts)
    small_print(f"Weeks by where the close lay; gray: chance, {low} to {high} a bar")
    draw(
        places_chart(counts, expected, tokens()), "forecast_places",
        f"Histogram of where outcomes lay within the forecast, in tenths: {', '.join(map(str, counts))} weeks;"
        f" {middle} each would be level. {outside} of 10 lie beyond what chance allows one of them.",
    )  # fmt: skip
    in_numbers()
    listed(
        {
            "Tenth of the range": [f"{10 * place} to {10 * place + 10} %" for place in range(len(counts))],
            "Weeks": list(counts),
            "Expected": [middle] * len(counts),
            "By chance": [f"{low} to {high}"] * len(counts),
        },
        "forecast_places_table", "Where outcomes lay within the forecast as numbers", rows=3,
    )  # fmt: skip
