"""One idea of the list: how its score came about, what every model says of it, and what would make it the first."""

from typing import Final

import pandas as pd
import streamlit as st

from engine.options.strategies.kinds import NAMES
from engine.ranking.recommendation import Recommendation
from engine.scoring import LABELS
from engine.services.browse_feed.browsing import FeedView
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings.reviewing import Change, first_if, parts_of
from pages.ui.feed.reasons import MODELS, STAGES, said
from pages.ui.lab.drawing import draw
from pages.ui.look import number, percent, plain, small_print, tokens
from pages.ui.opportunities.wording import strategy_label
from pages.ui.review.asking import Asked
from pages.ui.review.figures import waterfall
from pages.ui.state import chosen

BRIEF: Final = {
    "cash_secured_put": "sold put", "covered_call": "cov. call", "put_credit_spread": "put spread",
    "call_credit_spread": "call spread", "iron_condor": "condor", "iron_butterfly": "butterfly",
    "short_strangle": "strangle", "long_straddle": "straddle",
}  # fmt: skip


def named(ideas: Ideas, row: int) -> str:
    """An idea in a few words."""
    table = ideas.table
    return f"{table.names[table.underlying[row]]} {strategy_label(int(table.strategy[row])).lower()}"


def briefly(ideas: Ideas, row: int) -> str:
    """The same for a narrow place."""
    table = ideas.table
    kind = NAMES[table.strategy[row]]
    return f"{table.names[table.underlying[row]]} {BRIEF.get(kind, kind.replace('_', ' '))}"


def picked(view: FeedView, ideas: Ideas) -> Recommendation:
    """The idea that is looked at: the one chosen while it is in the list, else the first."""
    wanted = st.query_params.get("idea", "")
    return next((each for each in view.feed.items if ideas.table.id_of(each.row) == wanted), view.feed.items[0])


def one_idea(view: FeedView, ideas: Ideas, item: Recommendation, wanted: Asked) -> None:
    """The card."""
    with st.container(border=True, gap="small", key="review_one"):
        titles = {f"{each.rank}. {named(ideas, each.row)}": each for each in view.feed.items}

        def taken() -> None:
            st.query_params["idea"] = ideas.table.id_of(titles[chosen("review_item")].row)

        current = f"{item.rank}. {named(ideas, item.row)}"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(f"How it became no. {item.rank}", anchor=False, width="content")
            st.space("stretch")
            st.selectbox(
                "Idea", list(titles), index=list(titles).index(current), key="review_item", on_change=taken,
                label_visibility="collapsed", width=290,
            )  # fmt: skip
        parts = parts_of(view, ideas, item, wanted.first.weights)
        small_print("Points of each part, beside the mean of all ideas for this trader")
        draw(
            waterfall(parts, LABELS, tokens()), "review_waterfall",
            f"Score {number(item.score, 1)} of 100: " + "; ".join(
                f"{label} {number(each.points, 1)}, mean {number(each.mean, 1)}"
                for label, each in zip(LABELS, parts, strict=True)
            ),
        )  # fmt: skip
        small_print(plain(" ".join(said(item))))
        stages_and_votes(view, item)
        nearer(first_if(view, ideas, item, wanted.first.weights))


def stages_and_votes(view: FeedView, item: Recommendation) -> None:
    """Its rank after each stage, and every model's vote with its weight."""
    left, right = st.columns(2, gap="small")
    with left:
        steps = pd.DataFrame({
            "Stage": [STAGES.get(name, name) for name in item.steps], "Rank": list(item.steps.values()),
        })  # fmt: skip
        st.dataframe(steps, hide_index=True, alt="Rank after each stage of the feed")
    with right:
        votes = pd.DataFrame({
            "Model": [MODELS.get(name, name) for name in item.votes],
            "Says": [number(each, 2) for each in item.votes.values()],
            "Weight": [percent(view.feed.weights.get(name, 0.0), 0) for name in item.votes],
        })  # fmt: skip
        st.dataframe(votes, hide_index=True, alt="What each model says of it, from 0 to 1, with its weight")
    small_print(
        f"Chance that it is traded once shown: {percent(item.chance)}. Chance that it got this very place:"
        f" {percent(item.propensity)}."
    )


def nearer(changes: tuple[Change, ...]) -> None:
    """What one part would have to be for it to fit best of all."""
    if not changes:
        small_print("It fits this trader best of all ideas.")
        return
    told = [
        f"{label.lower()} {number(each.match, 2)} → {number(each.needed, 2)}"
        for label, each in zip(LABELS, changes, strict=True) if each.needed is not None
    ]  # fmt: skip
    text = "; or ".join(told) or "no single part would be enough"
    small_print(f"To fit best of all, with all else as it is: {text} (matches from 0 to 1).")
