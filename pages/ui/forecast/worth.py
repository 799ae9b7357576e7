"""What such forecasts were worth here: replayed on the past, and, apart from that, those that were issued live."""

import streamlit as st

from engine.forecast.evaluate import TrackRecord
from engine.market.bars import timestamp
from engine.services.outlook import held, held_last_year
from engine.services.track.record import LiveRecord, SourceRecord
from pages.ui.forecast.known import Known
from pages.ui.forecast.words import BANDS, listed, on, share, skill, with_range
from pages.ui.look import day, number, plain, small_print


def replayed_card(at: Known) -> None:
    """How often the bands held on the past of this market, since the start and in the last year."""
    record = at.ahead.record
    with st.container(border=True, gap="small", height="stretch", key="forecast_replayed"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**What such forecasts were worth here**", width="stretch")
            st.badge(
                "replayed", color="gray", help="Made again at past weeks with what was known then. None was issued."
            )
        if record is None:
            small_print(
                "Too few weeks to judge by: it takes a year and ten weeks of candles without a gap. Take the ranges for"
                " what they are, a guess by rule."
            )
            return
        st.markdown(sentence(record))
        all_time, year = held(record, 7), held_last_year(record)
        listed(
            {
                "After 7 days": [f"{each} % range" for each in BANDS],
                f"{record.origins} weeks (95 % range)": [with_range(each) for each in all_time],
                f"last year, {record.origins_year} weeks": [with_range(each) for each in year],
            },
            "forecast_held", "How often the 50, 80 and 95 % ranges held after 7 days, with ranges",
        )  # fmt: skip
        small_print(
            f"Skill over a random walk: {skill(record.skill, record.skill_error)} % (standard error), {record.origins}"
            + (
                " weeks. These prices are simulated: nothing of this holds for a real coin."
                if at.is_simulated
                else " weeks. Knowing the coming week's volatility exactly would give about 6 %."
            )
        )


def sentence(record: TrackRecord) -> str:
    """The one line that matters."""
    eighty = held(record, 7)[1]
    return (
        f"The 80 % range held **{share(eighty)}** of {number(record.origins)} weeks,"
        f" {on(record.first_ms)} to {on(record.last_ms)}."
    )


def live_card(found: LiveRecord) -> None:
    """Every maker whose forecasts were shown here, and what became of them; empty on the first day, and says so."""
    with st.container(border=True, gap="small", height="stretch", key="forecast_live"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**Said before it happened**", width="stretch")
            st.badge(
                "issued live", color="blue", help="Kept when shown, scored when its days have passed; never changed."
            )
        if not found.sources:
            small_print(
                "Nothing was issued here yet. From now on each forecast that is shown is kept, and scored later."
            )
            return
        for each in found.sources:
            st.markdown(f"**{plain(each.source)}** {plain(each.model)}: {plain(each.sentence)}")
            trouble = troubles(each)
            if trouble and each.trouble.known < 7 * each.days:  # else the sentence has said it
                small_print(plain(trouble))
        if any(each.week.n for each in found.sources):
            live_table(found)
        else:
            small_print("The first can be judged a week after it was issued. Replayed figures never fill this list.")


def live_table(found: LiveRecord) -> None:
    """The numbers of those that have come due."""
    listed(
        {
            "Who": [each.source for each in found.sources],
            "Issued": [each.issued for each in found.sources],
            "Since": [day(timestamp(each.since_ms)) for each in found.sources],
            **{
                f"{band} % held after 7 days": [with_range(each.week.held[place]) for each in found.sources]
                for place, band in enumerate(BANDS)
            },
            "Due": [each.week.n for each in found.sources],
            "Weeks apart": [each.week.worth for each in found.sources],
            "Skill, %": [live_skill(each) for each in found.sources],
        },
        "forecast_live_table", "Forecasts issued live: how many, and how often their ranges held",
    )  # fmt: skip


def live_skill(each: SourceRecord) -> str:
    """Skill of what was issued live, a dash while there is too little."""
    return skill(None, None) if each.skill is None else skill(each.skill.percent, each.skill.error)


def troubles(each: SourceRecord) -> str:
    """What stands between these forecasts and a clean score."""
    found = each.trouble
    parts = [
        (found.known, "days were over when they were issued and never count"),
        (found.late, "days are over and their candles have not come"),
        (found.gaps, "days have no candle"),
        (found.near, "days were scored by a candle that ended a little earlier"),
        (found.revised, "forecasts saw candles that are others today"),
    ]
    told = [f"{count} {what}" for count, what in parts if count]
    return "; ".join(told) + "." if told else ""


def crisis_card(at: Known) -> None:
    """The days on which forecasts fail: what held in the week before markets broke."""
    record = at.ahead.record
    if record is None or not record.crises or at.is_simulated:
        return
    with st.container(border=True, gap="small", height="stretch", key="forecast_crises"):
        st.markdown("**When markets broke: which ranges held**")
        small_print(
            "Daily forecasts of the week before each break, which did not know of it, over all seven days; and of the"
            " weeks around it. A few forecasts whose days overlap: examples, no rates."
        )
        listed(
            {
                "Break": [f"{each.name}, {each.day}" for each in record.crises],
                "Forecasts": [each.origins for each in record.crises],
                **{
                    f"{band} % held": [f"{100 * each.shares[place]:.0f} %" for each in record.crises]
                    for place, band in enumerate(BANDS)
                },
                "80 %, weeks around": [
                    f"{100 * each.shares_around[1]:.0f} % of {each.origins_around}" for each in record.crises
                ],
            },
            "forecast_crisis_table", "Which ranges held in the week before markets broke",
        )  # fmt: skip
