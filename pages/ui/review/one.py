"""One idea of the list: every step of its way, what models say that are not heard, and what would make it first."""

from typing import Final

import streamlit as st

from engine.options.strategies.kinds import NAMES
from engine.ranking.recommendation import Recommendation
from engine.ranking.way.needed import Need, needed
from engine.ranking.way.trace import Step
from engine.ranking.way.words import MODELS, THOUSAND, step_name
from engine.services.browse_feed.browsing import FeedView
from engine.services.opportunities.catalogue import Ideas
from pages.ui.look import number, percent, plain, small_print
from pages.ui.opportunities.wording import strategy_label
from pages.ui.review.way import summed, way_drawn
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


def ranked_by(view: FeedView) -> str:
    """`fitted models no. 3`, or the score where nothing else counts."""
    version = view.feed.ranker.removeprefix("fit ")
    is_fitted = view.feed.order != "best_fit" and version.isdigit()
    return f"fitted models no. {version}" if is_fitted else "the score alone"


def in_two_lines(ideas: Ideas, row: int) -> str:
    """The same for a chart: what it is on, then what it is."""
    return briefly(ideas, row).replace(" ", "<br>", 1)


def picked(view: FeedView, ideas: Ideas) -> Recommendation:
    """The idea that is looked at: the one chosen while it is in the list, else the first."""
    wanted = st.query_params.get("idea", "")
    return next((each for each in view.feed.items if ideas.table.id_of(each.row) == wanted), view.feed.items[0])


def look_at(ideas: Ideas, row: int) -> None:
    """Let the page look at this idea: one step that Back takes back."""
    st.query_params["idea"] = ideas.table.id_of(row)


def one_idea(view: FeedView, ideas: Ideas, item: Recommendation) -> None:
    """The card: the way to its place, why, and what would be enough to be first."""
    way = way_of(view, item.row)
    with st.container(border=True, gap="small", key="review_one"):
        titles = {f"{each.rank}. {named(ideas, each.row)}": each for each in view.feed.items}

        def taken() -> None:
            look_at(ideas, titles[chosen("review_item")].row)

        current = f"{item.rank}. {named(ideas, item.row)}"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(f"How it became no. {item.rank}", anchor=False, width="content")
            st.space("stretch")
            st.selectbox(
                "Idea", list(titles), index=list(titles).index(current), key="review_item", on_change=taken,
                label_visibility="collapsed", width=290,
            )  # fmt: skip
        st.markdown(f"**{plain(summed(way))}** {plain(' '.join((item.reason, *item.why_here)))}")
        in_experiments(view)
        way_drawn(way, view.feed.candidates, item.propensity, "review_way")
        small_print(plain(first_if(view, item)))
        unheard(view, item)


def in_experiments(view: FeedView) -> None:
    """Which variants made this list."""
    if view.assigned:
        told = ", ".join(f"{each.experiment}: {each.variant.name}" for each in view.assigned)
        small_print(plain(f"As the trader's variants have it: {told}."))


def way_of(view: FeedView, row: int) -> tuple[Step, ...]:
    """An idea's steps in a feed that was traced."""
    return () if view.feed.trace is None else view.feed.trace.way(row)


def unheard(view: FeedView, item: Recommendation) -> None:
    """What models said that nobody weighs."""
    if view.feed.order == "best_fit":
        small_print("By fit alone no model has a vote, and nothing is moved for variety or by chance.")
        return
    silent = [name for name in item.votes if not view.feed.weights.get(name, 0.0) > 0]
    if silent:
        said = ", ".join(f"{MODELS.get(name, name)} ({number(item.votes[name], 2)})" for name in silent)
        small_print(plain(f"Voted, from 0 to 1, and not weighed: {said}."))


def first_if(view: FeedView, item: Recommendation) -> str:
    """What alone would put it first, by fit or by what it is worth; variety and chance come after that."""
    if view.feed.trace is None:
        return ""
    is_fit = view.feed.order == "best_fit"
    aim = "fit best of all" if is_fit else "be worth the most to show"
    needs = needed(view.feed.trace, item.row, view.weights)
    if not needs:
        beyond = "" if item.rank == 1 else " Variety or chance put others before it."
        return f"It fits this trader best of all ideas.{beyond}" if is_fit else f"It is worth the most to show.{beyond}"
    told = [_told(each) for each in needs if each.needed is not None]
    return f"To {aim}, with all else as it is: {'; or '.join(told) or 'no single thing would be enough'}."


def _told(need: Need) -> str:
    """One thing that would be enough."""
    name, now, then = step_name("", need.name), need.now, need.needed or 0.0
    if need.name == "chance":
        return f"{name} {percent(now)} → {percent(then)}"
    if need.name in ("outcome", "book"):
        per = " per 1,000 of margin" if need.name == "outcome" else ""
        return f"{name} {number(THOUSAND * now, 1, signed=True)} → {number(THOUSAND * then, 1, signed=True)}{per}"
    return f"{name} match {number(now, 2)} → {number(then, 2)}"
