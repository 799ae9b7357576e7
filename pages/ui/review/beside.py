"""Two rankers side by side: where each idea stands in either, and which stage put it elsewhere."""

import math
from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from engine.ranking.recommendation import Recommendation
from engine.ranking.way.difference import Cause, Moved, moved
from engine.ranking.way.words import BRIEF, amount, step_name
from engine.services.browse_feed.browsing import FeedView
from engine.services.opportunities.catalogue import Ideas
from pages.ui.controls import source
from pages.ui.feed.deck import colours_css
from pages.ui.lab.drawing import draw
from pages.ui.look import number, plain, small_print, tokens
from pages.ui.review.asking import Asked
from pages.ui.review.one import briefly, ranked_by
from pages.ui.review.slopes import SHOWN, slopes
from pages.ui.review.way import along

TOLD: Final = 6
_BECAUSE: Final = st.components.v2.component(
    "toption_because", html='<div class="because"></div>', css=colours_css() + source("review/because.css"),
    js=source("review/because.js"),
)  # fmt: skip
Lists = tuple[tuple[FeedView, Ideas], tuple[FeedView, Ideas]]


def beside(lists: Lists, wanted: Asked) -> None:
    """The heads of both lists with lines between them."""
    (first, ideas), (second, others) = lists
    found = moved(first.feed, ideas.table, second.feed, others.table)
    with st.container(border=True, gap="small", key="review_beside"):
        st.subheader("Now, and what is tried", anchor=False)
        small_print(plain(
            f"Left: this feed, by {ranked_by(first)}. Right: {wanted.name}, by {ranked_by(second)}. Between them:"
            " places in the other list."
        ))  # fmt: skip
        near = [each for each in found if min(each.before or SHOWN + 1, each.after or SHOWN + 1) <= SHOWN]
        names = [_name(each, ideas, others) for each in near]
        draw(
            slopes(near, [each.replace(" ", "<br>", 1) for each in names], tokens()), "review_slopes",
            "Places in both lists: " + "; ".join(
                f"{name} {each.before or 'not in'} to {each.after or 'not in'}"
                for name, each in zip(names, near, strict=True)
            ),
        )  # fmt: skip


def differences(lists: Lists, item: Recommendation) -> None:
    """The card of reasons."""
    (first, ideas), (second, others) = lists
    with st.container(border=True, gap="small", key="review_because"):
        st.subheader("Why the two lists differ", anchor=False)
        _reasons(moved(first.feed, ideas.table, second.feed, others.table), item, lists)


def _reasons(found: Sequence[Moved], item: Recommendation, lists: Lists) -> None:
    """Which stage puts an idea elsewhere: the chosen one, then those that are furthest from where they were."""
    (one, ideas), (other, others) = lists
    apart = [each for each in found if each.higher]
    if not apart:
        small_print("Every idea of either list has the same place in both.")
        return
    order = sorted(apart, key=lambda each: (each.rows[0] != item.row, -_distance(each)))
    scale = max(one.feed.candidates, other.feed.candidates)
    rows = [
        {
            "name": _name(each, ideas, others), "places": _places(each), "because": because(each.causes),
            "span": [along(each.before or scale, scale), along(each.after or scale, scale)],
        }
        for each in order
    ]  # fmt: skip
    _BECAUSE(key="review_because_list", data={"rows": rows[:TOLD], "alt": "Ideas that stand elsewhere, and why"})
    with st.container(horizontal=True, vertical_alignment="center"):
        small_print(
            f"{min(TOLD, len(order))} of {len(order)} ideas: places won there by stage, which add up; in brackets what"
            " differs most in it (points, factors on the odds, profit per 1,000 of margin)."
        )
        st.space("stretch")
        frame = pd.DataFrame(rows, columns=["name", "places", "because"])
        st.download_button(
            "CSV", lambda: frame.to_csv(index=False).encode(), "lists_beside.csv", "text/csv",
            icon=":material/download:", key="review_beside_csv", type="tertiary", on_click="ignore",
        )  # fmt: skip


def _places(each: Moved) -> str:
    return f"{number(each.before or 0)} → {number(each.after or 0)}"


def because(causes: Sequence[Cause]) -> str:
    """`models +11 (what you answered to, odds × 1.43), variety −2`, the farthest first."""
    order = sorted(causes, key=lambda each: -abs(each.places))
    return ", ".join(f"{BRIEF[each.stage].lower()} {amount(each.places, 'places')}{_step(each)}" for each in order)


def _step(cause: Cause) -> str:
    if not cause.step or cause.unit == "places":
        return ""
    return f" ({step_name(cause.stage, cause.step)}, {amount(cause.added, cause.unit)})"


def _distance(each: Moved) -> float:
    """How far apart the places are, where from 2 to 1 is as far as from 200 to 100."""
    return abs(math.log((each.before or 1) / (each.after or 1)))


def _name(each: Moved, ideas: Ideas, others: Ideas) -> str:
    one, other = each.rows
    return briefly(ideas, one) if one is not None else briefly(others, other or 0)
