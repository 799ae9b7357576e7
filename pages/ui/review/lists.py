"""Two lists beside each other, and the first one whole as a table to be downloaded."""

import numpy as np
import pandas as pd
import streamlit as st

from engine.ranking.recommendation import FAR
from engine.services.browse_feed.browsing import FeedView
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings.reviewing import moves
from pages.ui.feed.reasons import STAGES
from pages.ui.lab.drawing import draw
from pages.ui.look import percent, small_print, tokens
from pages.ui.review.asking import Asked
from pages.ui.review.figures import slopes
from pages.ui.review.one import briefly, named

SHOWN = 12


def beside(first: FeedView, second: FeedView, ideas: Ideas, wanted: Asked) -> None:
    """Where each idea of the head of one list stands in the other."""
    with st.container(border=True, gap="small", key="review_beside"):
        st.subheader("Now, and what is tried", anchor=False)
        small_print(f"Left: this feed. Right: {wanted.name}. Colour: two places or more, or new in the list")
        moved = [
            each for each in moves(first, second)
            if min(each.before or SHOWN + 1, each.after or SHOWN + 1) <= SHOWN
        ]  # fmt: skip
        near = [
            type(each)(
                each.row, each.before if (each.before or SHOWN + 1) <= SHOWN else None,
                each.after if (each.after or SHOWN + 1) <= SHOWN else None,
            )
            for each in moved
        ]  # fmt: skip
        names = [briefly(ideas, each.row) for each in near]
        draw(
            slopes(near, names, tokens()), "review_slopes",
            "Ranks in both lists: " + "; ".join(
                f"{name} {each.before or 'not in'} to {each.after or 'not in'}"
                for name, each in zip(names, near, strict=True)
            ),
        )  # fmt: skip


def whole_list(view: FeedView, ideas: Ideas) -> None:
    """Every place with score, chance, propensity and its rank after each stage."""
    items = view.feed.items
    stages = list(items[0].steps)
    frame = pd.DataFrame({
        "Rank": [each.rank for each in items], "Idea": [named(ideas, each.row) for each in items],
        "Score": np.round([each.score for each in items], 1), "Chance": [each.chance for each in items],
        "Chance of this place": [each.propensity for each in items],
        **{STAGES.get(stage, stage): [each.steps[stage] for each in items] for stage in stages},
        "Why": [each.reason for each in items],
    })  # fmt: skip
    with st.container(border=True, gap="small", key="review_list"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader("The whole list", anchor=False, width="content")
            far = sum(abs(each.rank - each.fit_rank) >= FAR for each in items)
            small_print(
                f"{len(items)} of {view.feed.candidates:,} set-ups, by {view.feed.ranker}; {far} stand far off."
            )
            st.space("stretch")
            st.download_button(
                "CSV", lambda: frame.to_csv(index=False).encode(), "feed_review.csv", "text/csv",
                icon=":material/download:", key="review_csv", type="tertiary", on_click="ignore",
            )  # fmt: skip
        st.dataframe(
            frame.style.format({"Chance": percent, "Chance of this place": percent, "Score": "{:.1f}"}),
            hide_index=True,
            alt="The list with score, chance, propensity and the rank after each stage",
        )  # fmt: skip
