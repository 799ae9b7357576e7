"""Why this, why here: the parts of the score, what each model says, the way to its rank, and trades like it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from engine.ranking.recommendation import Recommendation
from engine.ranking.way.words import MODELS, STAGES
from engine.scoring import LABELS, Weights
from engine.services.browse_feed.browsing import FeedView
from pages.ui.feed.book_panel import BookPanel, Change, book_panel
from pages.ui.feed.cards import Part
from pages.ui.feed.wording import is_far
from pages.ui.look import number, percent, plain, small_print


def parts_of(weights: Weights) -> tuple[Part, ...]:
    """The names of the score's parts and the most points that each can give."""
    return tuple((name, share * 100) for name, share in zip(LABELS, weights.values, strict=True))


def reasons(view: FeedView, one: Recommendation) -> None:
    """Folded away until somebody asks."""
    folded = st.expander("Why this, why here?", icon=":material/help:", key="feed_why", on_change="rerun")
    if not folded.open:
        return
    with folded:
        small_print(plain(" ".join(said(one))))
        listed("Score", part_rows(one, parts_of(view.weights)))
        if one.votes:
            listed("What each model says, 0 to 1", vote_rows(one, view.feed.weights))
        if one.steps:
            listed("How it came to its place", step_rows(one.steps))
        small_print(plain(odds(one)))


def said(one: Recommendation) -> list[str]:
    """Its reason, and why it stands away from its fit where it does."""
    far = f"Number {one.rank} here, number {one.fit_rank} by fit." if is_far(one) else ""
    return [each for each in (one.reason, far, *one.why_here) if each]


def part_rows(one: Recommendation, parts: Sequence[Part]) -> list[Change]:
    """Points of every part, and their sum."""
    rows = [
        (name, "", f"{number(points, 1)} of {number(most)}")
        for (name, most), points in zip(parts, one.parts, strict=True)
    ]
    return [*rows, ("Together", "", f"{number(one.score, 1)} of 100")]


def vote_rows(one: Recommendation, weights: Mapping[str, float]) -> list[Change]:
    """Each model's vote and its weight in the blend, the weightiest first."""
    order = sorted(one.votes, key=lambda name: (-weights.get(name, 0.0), name))
    return [
        (f"{MODELS.get(name, name).capitalize()}, weight {percent(weights.get(name, 0.0), 0)}", "",
         number(one.votes[name], 2))
        for name in order
    ]  # fmt: skip


def step_rows(steps: Mapping[str, int]) -> list[Change]:
    """Its rank after each stage, in their order."""
    return [(STAGES.get(name, name).capitalize(), "", f"no. {number(rank)}") for name, rank in steps.items()]


def odds(one: Recommendation) -> str:
    """The chance that it is traded, and with which chance it stands here."""
    told = f"You trade such an idea with a chance of {percent(one.chance)}, as the models reckon."
    if one.propensity < 1:
        told += f" It got this place with a chance of {percent(one.propensity, 0)}."
    return told


def listed(heading: str, rows: Sequence[Change]) -> None:
    """A small table under its heading."""
    st.markdown(f"**{heading}**")
    book_panel(BookPanel("", rows, (), None, ""), f"feed_why_{heading}")
