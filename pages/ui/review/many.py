"""The same ranker over many traders: what scores they see, and whether everybody is shown the same few names."""

from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from engine.services.browse_feed.browsing import FeedRequest
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings.reviewing import Spread, earlier, groups, spread
from engine.services.startup import App
from pages.ui.answers import kept
from pages.ui.loaded import engine
from pages.ui.look import number, percent, small_print
from pages.ui.review.asking import Asked

COUNT: Final = 24
LISTED: Final = 8
EVERYBODY: Final = "all traders"


def many(app: App, ideas: Ideas, wanted: Asked) -> None:
    """On request: it ranks for every one of them."""
    with st.container(border=True, gap="small", key="review_many"):
        st.subheader("Over many traders", anchor=False)
        small_print(f"Scores, and how evenly names are shown, in the lists of {COUNT} traders; takes some seconds.")
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
        table(found)


@kept(4)
def _spread(ideas: Ideas, request: FeedRequest, now: int, days_back: int, among: tuple[str, ...] | None) -> Spread:
    del now
    then = earlier(engine(), engine().principal, days_back)
    return spread(then, engine().principal, ideas, request, COUNT, among)


def table(found: Spread) -> None:
    """Scores by rank, and the names that are shown most."""
    scores = np.nanquantile(found.scores, (0.1, 0.5, 0.9), axis=0)
    ranks = [0, 4, 9, found.scores.shape[1] - 1]
    left, right = st.columns(2, gap="small")
    with left:
        st.dataframe(pd.DataFrame({
            "Rank": [each + 1 for each in ranks], "Median score": [number(scores[1, each], 1) for each in ranks],
            "From 10th to 90th": [f"{number(scores[0, each], 1)} to {number(scores[2, each], 1)}" for each in ranks],
        }), hide_index=True, alt="Scores over traders at some ranks")  # fmt: skip
    with right:
        places = sum(count for _, count in found.underlyings)
        st.dataframe(pd.DataFrame({
            "Shown most": [name for name, _ in found.underlyings[:LISTED]],
            "Of all places": [percent(count / max(places, 1)) for _, count in found.underlyings[:LISTED]],
        }), hide_index=True, alt="The underlyings that stand in most lists")  # fmt: skip
    small_print(
        f"Gini {number(found.gini, 2)} (0: all names alike, 1: one name everywhere); {percent(found.coverage, 0)} of"
        f" {len(found.underlyings)} names are shown to somebody; n = {len(found.traders)} traders."
    )
