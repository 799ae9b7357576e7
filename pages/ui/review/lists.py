"""The list as a whole: how every stage reordered its head, and every place as a table to be downloaded."""

from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from engine.ranking.recommendation import FAR, Recommendation
from engine.ranking.way.words import BRIEF
from engine.services.browse_feed.browsing import FeedView
from engine.services.opportunities.catalogue import Ideas
from pages.ui.lab.drawing import draw
from pages.ui.look import percent, small_print, tokens
from pages.ui.review.bump import FIRST, bump, courses
from pages.ui.review.one import briefly, in_two_lines, look_at, named, ranked_by
from pages.ui.state import chosen

WIDTHS: Final = {
    "No.": 50, "Idea": 200, "Score": 66, "Trade": 66, **dict.fromkeys(BRIEF.values(), 74), "Propensity": 96, "Why": 360
}  # fmt: skip


def reordered(view: FeedView, ideas: Ideas, item: Recommendation) -> None:
    """The first ten, stage by stage."""
    found, trace = courses(view.feed), view.feed.trace
    if trace is None:
        return
    stages = trace.stages
    with st.container(border=True, gap="small", key="review_bump"):
        st.subheader(f"How every stage ordered the first {len(found)}", anchor=False)
        if len(stages) == 1:
            small_print("By fit alone there is one stage. **Recommended** has six.")
            return
        small_print("In a dot: the place among all ideas; a click looks at it. Colour: up or down among these.")
        names = [briefly(ideas, each.row) for each in found]
        two_lines = [in_two_lines(ideas, each.row) for each in found]
        told = "; ".join(f"{name} {', '.join(map(str, each.places))}" for name, each in zip(names, found, strict=True))
        draw(
            bump(found, two_lines, stages, item.row, tokens()), "review_bump_chart",
            f"Places after {', '.join(BRIEF[each].lower() for each in stages)}: {told}",
            lambda: clicked(ideas),
        )  # fmt: skip
        stayed = sum(each.places[0] <= FIRST for each in found)
        small_print(f"Among them {'is' if stayed == 1 else 'are'} {stayed or 'none'} of the ten that fit best.")


def clicked(ideas: Ideas) -> None:
    """Look at the idea whose dot was clicked."""
    points = chosen("review_bump_chart")["selection"]["points"]
    rows = [each["customdata"] for each in points if isinstance(each.get("customdata"), int)]
    if rows:
        look_at(ideas, rows[0])


def whole_list(view: FeedView, ideas: Ideas) -> None:
    """Every place with score, chance, propensity and its rank after each stage."""
    items = view.feed.items
    frame = pd.DataFrame({
        "No.": [each.rank for each in items], "Idea": [named(ideas, each.row) for each in items],
        "Score": np.round([each.score for each in items], 1), "Trade": [each.chance for each in items],
        **{BRIEF[stage]: [each.steps[stage] for each in items] for stage in items[0].steps},
        "Propensity": [each.propensity for each in items], "Why": [each.reason for each in items],
    })  # fmt: skip
    with st.container(border=True, gap="small", key="review_list"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader("The whole list", anchor=False, width="content")
            st.space("stretch")
            st.download_button(
                "CSV", lambda: frame.to_csv(index=False).encode(), "feed_review.csv", "text/csv",
                icon=":material/download:", key="review_csv", type="tertiary", on_click="ignore",
            )  # fmt: skip
        far = sum(abs(each.rank - each.fit_rank) >= FAR for each in items)
        small_print(
            f"{len(items)} of {view.feed.candidates:,} set-ups, ranked by {ranked_by(view)}; {far} stand three places"
            " or more from their fit. Trade: the chance that it is traded once shown."
        )
        st.dataframe(
            frame.style.format({"Trade": percent, "Propensity": percent, "Score": "{:.1f}"}),
            hide_index=True, height="content",
            column_config={name: st.column_config.Column(width=width) for name, width in WIDTHS.items()},
            alt="The list with score, chance, the rank after each stage, propensity and reason",
        )  # fmt: skip
