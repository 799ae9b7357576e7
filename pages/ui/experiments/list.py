"""Every experiment in a row: its state, its call, its effect with the range; those that are over in the archive."""

from typing import Final

import streamlit as st

from engine.experiments.paper.judged import in_points
from engine.services.review_rankings import running
from engine.services.review_rankings.evidence import Standing
from engine.services.sample import is_here
from pages.ui.experiments.acting import may_act, why_not
from pages.ui.experiments.example import bot_example_button, example_button
from pages.ui.experiments.wording import (
    CALLS,
    STATES,
    arm_of,
    counts_told,
    days_told,
    effect,
    label,
    ranged,
    when,
)
from pages.ui.loaded import engine
from pages.ui.look import number, on_accent, plain, small, small_print
from pages.ui.state import show_notice
from pages.ui.touring import on_tour
from pages.ui.world_clock import sample_button

MOST: Final = 50
LETTERS: Final = 80


def experiments() -> None:
    """What is planned and running; beneath it what was stopped or decided, to be searched."""
    found = running.standings(engine(), engine().principal)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("Experiments", anchor=False, width="content")
        st.space("stretch")
        words = ""
        if found:
            words = st.text_input(
                "Search", key="exp_words", placeholder="Name, hypothesis, reason", max_chars=LETTERS, width=260,
                icon=":material/search:", label_visibility="collapsed", bind="query-params",
            )  # fmt: skip
        st.button(
            on_accent("Design an experiment") if may_act() else "Design an experiment", type="primary",
            key="exp_design", icon=":material/add:", disabled=not may_act(), help=why_not(), on_click=design,
        )  # fmt: skip
    show_notice()
    if not found:
        empty()
        return
    asked = words.casefold().split()
    shown = [each for each in found if all(word in haystack(each) for word in asked)]
    rows("Planned and running", [each for each in shown if each.life.is_live], "Nothing is planned or running.")
    rows("Archive", [each for each in shown if not each.life.is_live], "Nothing has been stopped or decided.")


def haystack(seen: Standing) -> str:
    """All that a search looks through."""
    life = seen.life
    why = life.decision.why if life.decision is not None else ""
    names = " ".join(each.name for each in life.design.variants)
    return (
        f"{life.design.key} {life.design.hypothesis} {life.stop} {why} {names} {label(life.design.metric)}".casefold()
    )


def rows(title: str, found: list[Standing], nothing: str) -> None:
    """One part of the list."""
    st.markdown(f"**{title}** {number(len(found)) if found else ''}")
    if not found:
        small_print(nothing)
    for each in found[:MOST]:
        row(each)
    if len(found) > MOST:
        small_print(f"The newest {MOST} of {number(len(found))}. Search for the others.")


def row(seen: Standing) -> None:
    """An experiment in two lines."""
    life, key = seen.life, seen.life.design.key
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            name, icon, colour = STATES[life.state]
            st.badge(name, icon=icon, color=colour)
            badge(seen)
            st.page_link(
                "../experiments.py", label=f"**{plain(key)}**", query_params=address(key), width="content",
            )  # fmt: skip
            st.markdown(
                small(plain(life.decision.why if life.decision is not None else life.stop or life.design.hypothesis)),
                width="stretch",
            )
            if seen.is_simulated:
                st.badge("Simulated", color="gray")
        small_print(plain(summary(seen)))


def address(key: str) -> dict[str, str]:
    """The address of an experiment; who is on the tour stays on it."""
    return {"experiment": key, **on_tour()}


def badge(seen: Standing) -> None:
    """The decision where there is one, else what the evidence says."""
    call = seen.life.decision.call if seen.life.decision is not None else seen.verdict.call if seen.verdict else None
    if call is not None:
        name, icon, colour = CALLS[call]
        st.badge(name, icon=icon, color=colour)


def summary(seen: Standing) -> str:
    """Metric, effect with range, traders, days."""
    design, arm = seen.life.design, arm_of(seen)
    look = arm.main.called if arm is not None else None
    if seen.outcomes is not None:
        return f"{counts_told(seen)} · {days_told(seen)}"
    if seen.paper is not None or design.paper is not None:
        return paper_summary(seen)
    if look is None:
        return f"{label(design.metric)} · {number(design.traders)} traders in {number(design.days)} days planned"
    told = f"{label(design.metric)} {effect(look.relative.effect)} ({ranged(look.relative)})"
    decided = seen.life.decision
    by = f" · decided by {decided.by}, {when(decided.at_ms)}" if decided is not None else ""
    return f"{told} · {counts_told(seen)} · {days_told(seen)}{by}"


def paper_summary(seen: Standing) -> str:
    """The same of one on paper: every arm against today's, days, markets."""
    paper = seen.life.design.paper
    where = "" if paper is None else ", ".join(symbol for symbol, _ in paper.markets)
    if seen.paper is None:
        return seen.trouble or f"Net return a day · {where} · {number(seen.life.design.days)} days planned"
    told = [f"{each.variant} {in_points(look.daily)}" for each in seen.paper.pairs
            if (look := each.line.called) is not None]  # fmt: skip
    return " · ".join(("Net return a day", *told, where, days_told(seen)))


def design() -> None:
    """To the form."""
    st.query_params["view"] = "design"


def empty() -> None:
    """What to do where there is none."""
    with st.container(border=True):
        if is_here(engine()):
            st.markdown("**There is no experiment yet.** Design one, start it, and let simulated weeks pass.")
            with st.container(horizontal=True, gap="small"):
                example_button()
                bot_example_button()
        else:
            st.markdown("**There is no experiment yet, and nobody to try one on.** Make the sample world first.")
            sample_button()
