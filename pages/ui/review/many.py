"""The same ranker over many traders: what scores they see, where one idea stands, whether all see the same names."""

from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from engine.ranking.recommendation import Recommendation
from engine.ranking.stages.setups import setups
from engine.services.browse_feed.browsing import FeedRequest
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings.reviewing import Spread, earlier, groups, spread
from engine.services.startup import App
from pages.ui.answers import kept
from pages.ui.lab.drawing import draw
from pages.ui.loaded import engine
from pages.ui.look import number, percent, plain, small_print, tokens
from pages.ui.review.asking import Asked
from pages.ui.review.crowd import band, strip
from pages.ui.review.one import named

COUNT: Final = 24
LISTED: Final = 6
EVERYBODY: Final = "all traders"


def many(app: App, ideas: Ideas, item: Recommendation, wanted: Asked) -> None:
    """On request: it ranks for every one of them."""
    with st.container(border=True, gap="small", key="review_many"):
        st.subheader("Over many traders", anchor=False)
        small_print(f"This order in the lists of {COUNT} traders; the first look takes up to half a minute.")
        parts = groups(app, engine().principal)
        with st.container(horizontal=True, vertical_alignment="center"):
            is_on = st.toggle("Look at them", key="review_many_on")
            part = st.selectbox(
                "Of whom", [EVERYBODY, *parts], key="review_segment", label_visibility="collapsed", width="stretch"
            )
        if not is_on:
            return
        with st.spinner("Ranking for each of them"):
            found = _spread(ideas, wanted.first, app.now(), wanted.days_back, parts.get(part))
        this_idea(found, ideas, item)
        scores(found)
        evenness(found)


@kept(4)
def _spread(ideas: Ideas, request: FeedRequest, now: int, days_back: int, among: tuple[str, ...] | None) -> Spread:
    del now
    then = earlier(engine(), engine().principal, days_back)
    return spread(then, engine().principal, ideas, request, COUNT, among)


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
        f"Gini {number(found.gini, 2)} (0: all names alike, 1: one name everywhere); {percent(found.coverage, 0)} of"
        f" {len(found.underlyings)} names are shown to somebody; n = {len(found.traders)} traders."
    )
