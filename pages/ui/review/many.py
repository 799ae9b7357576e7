"""The same ranker over many traders: what scores they see, where one idea stands, whether all see the same names."""

from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from engine.ranking.recommendation import Recommendation
from engine.ranking.stages.setups import setups
from engine.services.browse_feed.browsing import FeedRequest
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings.reviewing import Spread, earlier
from engine.services.startup import App
from pages.ui.answers import kept
from pages.ui.lab.drawing import draw
from pages.ui.loaded import engine
from pages.ui.look import number, percent, plain, small_print, tokens
from pages.ui.review.asking import Asked
from pages.ui.review.crowd import band, strip
from pages.ui.review.many_job import ManyJob
from pages.ui.review.one import named
from pages.ui.review.whose import EVERYBODY

COUNT: Final = 24
LISTED: Final = 6


def many(app: App, ideas: Ideas, item: Recommendation, wanted: Asked) -> None:
    """On request: it ranks for every one of them, beside the page; what is there already is shown."""
    with st.container(border=True, gap="small", key="review_many"):
        st.subheader("Over many traders", anchor=False)
        whose = EVERYBODY if wanted.among is None else f"this segment ({wanted.whom})"
        small_print(plain(f"This order in the lists of {whose}: where the idea stands, and what they are shown."))
        counts = {f"{COUNT} of them": COUNT, f"all {number(wanted.size)}": wanted.size}
        with st.container(horizontal=True, vertical_alignment="center"):
            is_on = st.toggle("Look at them", key="review_many_on")
            count = COUNT
            if wanted.size > COUNT:
                count = counts[st.segmented_control(
                    "How many", list(counts), default=next(iter(counts)), required=True, key="review_count",
                    label_visibility="collapsed",
                )]  # fmt: skip
        if not is_on:
            return
        job = _job(ideas, wanted.first, (app.now(), wanted.days_back), min(count, wanted.size), wanted.among)
        if job.work.is_running:
            coming(job, ideas, item)
        else:
            there(job, ideas, item)


@kept(4)
def _job(
    ideas: Ideas, request: FeedRequest, when: tuple[int, int], count: int, among: tuple[str, ...] | None
) -> ManyJob:  # fmt: skip
    then = earlier(engine(), engine().principal, when[1])
    return ManyJob(then, ideas, request, count, among)


@st.fragment(run_every=1.0)
def coming(job: ManyJob, ideas: Ideas, item: Recommendation) -> None:
    """Figures over those who are there, and how many are to come."""
    if not job.work.is_running:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(job.done / job.of, text=f"{number(job.done)} of {number(job.of)} traders", width="stretch")
        st.button("Stop", key="review_many_stop", icon=":material/stop:", on_click=job.work.stop)
    there(job, ideas, item)


def there(job: ManyJob, ideas: Ideas, item: Recommendation) -> None:
    """The figures, as far as they go."""
    if job.work.problem and not job.work.is_running:
        small_print(plain(job.work.problem))
    if job.is_cut_short:
        with st.container(horizontal=True, vertical_alignment="center"):
            small_print(f"Stopped: {number(job.done)} of {number(job.of)} traders are counted.")
            st.button("Go on", key="review_many_go_on", icon=":material/play_arrow:", on_click=job.go_on)
    if job.found is not None:
        this_idea(job.found, ideas, item)
        scores(job.found)
        evenness(job.found)


def this_idea(found: Spread, ideas: Ideas, item: Recommendation) -> None:
    """Where the chosen idea stands with each of them."""
    places = found.places_of(int(setups(ideas.table)[item.row]))
    top, name = found.scores.shape[1], named(ideas, item.row)
    if not len(places):
        small_print(plain(f"{name} is ranked for none of them."))
        return
    middle, seen = float(np.median(places)), int((places <= top).sum())
    told = f"{name}: in {seen} of {len(places)} lists, median place {number(middle)}"
    st.markdown(f"**{plain(told)}**")
    draw(strip(places, len(found.setups), top, tokens()), "review_strip", f"{told}. Places: {places.tolist()}")


def scores(found: Spread) -> None:
    """The scores that they see, rank by rank."""
    st.markdown("**Scores by rank**: the median, and eight traders in ten")
    low, middle, high = np.nanquantile(found.scores, (0.1, 0.5, 0.9), axis=0)
    draw(
        band(found.scores, tokens()), "review_band",
        f"Median score {number(middle[0], 1)} at the first rank ({number(low[0], 1)} to {number(high[0], 1)}),"
        f" {number(middle[-1], 1)} at the last ({number(low[-1], 1)} to {number(high[-1], 1)})",
    )  # fmt: skip


def evenness(found: Spread) -> None:
    """Whether everybody is shown the same few names."""
    places = sum(count for _, count in found.underlyings)
    st.dataframe(pd.DataFrame({
        "Shown most": [name for name, _ in found.underlyings[:LISTED]],
        "Of all places": [percent(count / max(places, 1)) for _, count in found.underlyings[:LISTED]],
    }), hide_index=True, alt="The underlyings that stand in most lists")  # fmt: skip
    small_print(
        f"Gini {number(found.gini.value or 0, 2)}{_ranged(found)} (0: all names alike, 1: one name everywhere);"
        f" {percent(found.coverage, 0)} of"
        f" {len(found.underlyings)} names are shown to somebody; n = {len(found.traders)} traders."
    )


def _ranged(found: Spread) -> str:
    """The range of the Gini over traders; nothing where one trader alone is there so far."""
    low, high = found.gini.low, found.gini.high
    return "" if low is None or high is None else f", {number(low, 2)} to {number(high, 2)}"
