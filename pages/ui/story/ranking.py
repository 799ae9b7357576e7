"""The story of the ideas: how a score is made, what the feed is after, and what ranking and learning were worth."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from engine.ranking.diversity.surprise import MOST_EXPLORING
from engine.ranking.judging.measured import (
    BLEND,
    MeasuredFilms,
    MeasuredLearning,
    MeasuredRanker,
    MeasuredRanking,
    MeasuredTask,
    MeasuredTowers,
    MeasuredWorld,
)
from engine.scoring import Weights
from pages.ui.feed.reasons import parts_of
from pages.ui.forecast.words import in_numbers, listed
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.differences import Whisker, difference_chart
from pages.ui.look import number, percent, small_print, tokens
from pages.ui.story.network import ASKED, POINTS, network, ranged

PEERS: Final = ("implicit", "rectools", "popularity")
WORLDS: Final = {
    "five parts": "our score's form", "trees": "made of rules", "neighbours": "by likeness", "slopes": "more is better",
    "weakest": "the weakest reason",
}  # fmt: skip
LEARNERS: Final = {
    "content model": "ours", "plain weighted profile": "plain profile", "LinTS": "LinTS",
    "who knows the formula": "knows the formula",
}  # fmt: skip
SHOWN: Final = (100, 1_000)


def ranking(
    found: MeasuredRanking | None, learned: MeasuredLearning | None, towers: MeasuredTowers | None = None
) -> None:
    """The card over the whole width."""
    with st.container(border=True, gap="small", key="story_ranking"):
        st.subheader("Which idea comes first", anchor=False)
        left, right = st.columns([1, 1.25], gap="medium")
        with left:
            told()
            st.page_link("../opportunities.py", label="See your own feed", icon=":material/lightbulb:")
            if learned is None:
                small_print("No run of the benchmark is kept here: `python -m benchmarks.learning` makes one.")
            else:
                learning(learned)
        with right:
            if found is None:
                small_print("No run of the benchmark is kept here: `python -m benchmarks.recommend` makes one.")
            else:
                ranked(found, towers)


def told() -> None:
    """How it is made, what it is after, what it leaves to chance, and what nobody knows."""
    parts = ", ".join(f"{name.lower()} {number(most, 0)}" for name, most in parts_of(Weights()))
    st.markdown(
        f"**The score**, 0 to 100, is the sum of five parts: {parts} points at most, unless an experiment tries"
        " others. Each says how near an idea lies to"
        " what you traded, saved, dismissed and passed by, fading with time; what is not known of you speaks neither"
        " for an idea nor against it."
    )
    st.markdown(
        "**What the feed is after.** *Best fit* is the score alone. *Recommended* puts first what is worth most to be"
        " shown: the chance that you trade it, times what such a trade brings after costs, less a part of its worst"
        " tenth, less what moves with your book. Clicks are watched, not chased."
    )
    st.markdown(
        "**Exploring.** Marked places are left to chance, more for strategies of which little is known: without them a"
        f" feed learns only about what it shows. You choose how many, up to {percent(MOST_EXPLORING, 0)} of them. The"
        " chance of every place is kept, so that another order can be judged on the same lists."
    )
    st.markdown(
        "**What is not known**: whether an idea will make money. The chance on a card is the market's own, and we claim"
        " none beyond it. Nor what you want and never showed. The figures here are of other people and of simulated"
        " ones: what the feed is worth to you, only your own record and an experiment can tell."
    )


def ranked(found: MeasuredRanking, towers: MeasuredTowers | None) -> None:
    """The blend of models against the best others, on trades of people."""
    rows = [(task, one) for task in found.tasks for one in chosen(task, towers)]
    small_print(
        "Our blend of models less another one: points of NDCG, 0 to 100, by which the next purchases stand higher among"
        " ten, 95 % range"
    )
    draw(difference_chart(whiskers(rows), "points more than", tokens()), "story_ranks", alt(rows))
    in_numbers()
    every = [(task, each) for task in found.tasks for each in (task.of(BLEND), *chosen(task, towers))]
    listed(
        {
            "Asked for": [ASKED.get(task.task, task.task) for task, _ in every],
            "Model": [name_of(each) for _, each in every],
            "NDCG of 100, 95 %": [ranged(each.ndcg) for _, each in every],
            "blend less it": [ranged(each.less, is_signed=True) for _, each in every],
            "n": [each.ndcg.n for _, each in every],
        },
        "story_rankers", "The models with how high they rank the next purchases", rows=len(every),
    )  # fmt: skip
    cases = " and ".join(f"{number(task.cases)} ({ASKED.get(task.task, task.task)})" for task in found.tasks)
    small_print(
        f"The data are {number(found.trades)} {found.what}, {number(found.traders)} people, none of them a customer of"
        f" ours: shares, not options. {found.windows} stretches of time, {found.judged[0]} to {found.judged[1]}, each"
        f" asked with nothing later than its first day; n counts traders and stretches, {cases}. Of each kind of other"
        f" the best is shown. Measured on {found.measured_on}, {found.machine}, by `{found.command}`. A range that"
        " holds 0 means: no better than the other, as far as these trades tell."
    )
    if found.films is not None:
        films(found.films)
    if towers is not None:
        network(towers)


def films(found: MeasuredFilms) -> None:
    """The same command where nobody takes anything twice."""
    least, most = (number(each, 2) for each in found.times)
    small_print(
        f"Asked the same way for films in place of tickers (MovieLens-100k, {number(found.ratings)} ratings of"
        f" {number(found.people)} people; {found.reading}, everybody's last fifth judges): {ranged(found.command)} of"
        f" 100, {found.other.name} {ranged(found.other.ndcg)}, difference {ranged(found.other.less, is_signed=True)}."
        f" Whichever ratings count and however much is given, it has {least} to {most} times the NDCG of the best by"
        " the same library."
    )


def chosen(task: MeasuredTask, towers: MeasuredTowers | None) -> list[MeasuredRanker]:
    """Our best single model, the network where it was asked the same cases, and the best of each kind of other."""
    found = [task.of(task.best_single)]
    deep = None if towers is None else towers.on("trades", task.task)
    if deep is not None and deep.towers.ndcg.n == task.cases:
        found.append(deep.towers)
    for kind in PEERS:
        of_kind = [each for each in task.models if each.name.startswith(kind)]
        if of_kind:
            found.append(max(of_kind, key=lambda each: each.ndcg.value or 0.0))
    return found


def name_of(one: MeasuredRanker) -> str:
    """A model as it is named on the screen."""
    return "our blend" if one.name == BLEND else one.name


def whiskers(rows: Iterable[tuple[MeasuredTask, MeasuredRanker]]) -> tuple[Whisker, ...]:
    """The blend less each, in points."""
    return tuple(
        Whisker(
            f"{ASKED.get(task.task, task.task)}:<br>{one.name}", POINTS * less.low, POINTS * less.value,
            POINTS * less.high,
        )
        for task, one in rows
        if (less := one.less) is not None
        if less.low is not None and less.value is not None and less.high is not None
    )  # fmt: skip


def alt(rows: Iterable[tuple[MeasuredTask, MeasuredRanker]]) -> str:
    """The same in words."""
    said = "; ".join(
        f"{ASKED.get(task.task, task.task)}, {one.name}: {ranged(one.less, is_signed=True)}" for task, one in rows
    )
    return f"Points of NDCG that the blend has more: {said}. The table under it holds every number."


def learning(found: MeasuredLearning) -> None:
    """How soon a new trader's tastes are known, in worlds where they are known."""
    rows = [each for each in found.worlds if each.learner in LEARNERS]
    small_print(
        "How near the order comes to that of somebody who knows a simulated trader's tastes, after so many ideas were"
        " shown; 100 is the same, 95 % range"
    )
    listed(
        {
            "Tastes": [WORLDS.get(each.world, each.world) for each in rows],
            "Learner": [LEARNERS[each.learner] for each in rows],
            **{f"{number(shown)} ideas": [after(each, shown) for each in rows] for shown in SHOWN},
        },
        "story_learning", "How near each learner comes to known tastes", rows=len(rows),
    )  # fmt: skip
    n = rows[0].ndcg[0][1].n if rows and rows[0].ndcg else 0
    small_print(
        f"{number(n)} simulated traders in each row: a formula made their tastes, and in the first world alone it has"
        " the form that our score assumes; who knows the formula shows how much can be known there at all. Measured on"
        f" {found.measured_on}, {found.machine}, by `{found.command}`."
    )


def after(one: MeasuredWorld, shown: int) -> str:
    """The value once so many ideas were shown."""
    return ranged(dict(one.ndcg).get(shown))
