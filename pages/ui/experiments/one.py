"""One experiment: what the evidence says, what it rests on, and what may be done next."""

import streamlit as st

from engine.core.errors import ToptionError
from engine.experiments.verdict import Call
from engine.services.review_rankings import running
from engine.services.review_rankings.evidence import Standing
from pages.ui.address import bound, follow
from pages.ui.experiments.acting import actions
from pages.ui.experiments.bots.one import on_paper
from pages.ui.experiments.bots.outcomes import outcomes, outcomes_button
from pages.ui.experiments.evidence import cards, course, design_card, exposures, history, others
from pages.ui.experiments.wording import CALLS, STATES, arm_of, days_told, spoken, when
from pages.ui.loaded import engine
from pages.ui.look import plain, small_print
from pages.ui.state import show_notice


def one(key: str) -> None:
    """The page of an experiment; its address is its link."""
    try:
        seen = running.watched(engine(), engine().principal, key)
    except ToptionError as error:
        show_notice()
        st.error(plain(str(error)), title="This experiment cannot be shown", icon=":material/block:")
        st.button("Back to the list", icon=":material/arrow_back:", key="exp_back", on_click=back)
        return
    header(seen)
    show_notice()
    banner(seen)
    if seen.trouble:
        st.warning(plain(seen.trouble), title="It cannot be told now", icon=":material/healing:")
    if seen.paper is not None:
        on_paper(seen, seen.paper)
        return
    if seen.outcomes is not None:
        outcomes(seen.outcomes, seen.life.revision)
    if seen.life.state == "designed" or seen.life.design.kind == "bot":
        exposures(seen)
        design_card(seen)
        history(seen)
        return
    variant = variant_switch(seen)
    arm = arm_of(seen, variant)
    if arm is None:
        history(seen)
        return
    cards(seen, arm)
    left, right = st.columns([1.5, 1], gap="small")
    with left:
        course(arm)
        history(seen)
    with right:
        exposures(seen)
        others(arm)
        design_card(seen)


def header(seen: Standing) -> None:
    """Name, state, what may be done."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Experiments", icon=":material/arrow_back:", key="exp_back", on_click=back, type="tertiary")
        st.header(plain(seen.life.design.key), anchor=False, width="content")
        name, icon, colour = STATES[seen.life.state]
        st.badge(name, icon=icon, color=colour)
        if seen.is_simulated:
            st.badge("Simulated traders" if seen.paper is None else "Simulated candles", color="gray")
        st.space("stretch")
        if seen.life.state == "running" and seen.life.design.kind == "bot" and seen.life.design.paper is None:
            outcomes_button(seen)
        actions(seen)


def back() -> None:
    """To the list."""
    for name in ("experiment", "variant", "view"):
        st.query_params.pop(name, None)


def banner(seen: Standing) -> None:
    """The call in a word and a sentence with its reasons; what was decided stands over it."""
    life = seen.life
    with st.container(border=True, gap="xsmall", key="exp_verdict"):
        if life.decision is not None:
            said(f"Decided: {CALLS[life.decision.call][0]}", life.decision.call, plain(life.decision.why))
            small_print(plain(f"By {life.decision.by}, {when(life.decision.at_ms)}"))
        if seen.verdict is not None:
            name = CALLS[seen.verdict.call][0]
            told = name if life.decision is None else f"The evidence said: {name}"
            said(told, seen.verdict.call, spoken(seen.verdict.sentence))
            small_print(spoken(" · ".join((days_told(seen), *seen.verdict.reasons))))
        elif life.state == "designed":
            none = "Nobody is assigned yet." if life.design.paper is None else "Nothing runs yet."
            st.markdown(f"**{none}** It begins when somebody presses Start; the design stays as it is.")
        if life.stop:
            small_print(spoken(f"Stopped {when(life.stopped_ms)}: {life.stop}"))


def said(name: str, call: Call, sentence: str) -> None:
    """A call as a badge, with its sentence."""
    _, icon, colour = CALLS[call]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.badge(name, icon=icon, color=colour)
        st.markdown(f"**{sentence}**", width="stretch")


def variant_switch(seen: Standing) -> str | None:
    """Which variant is looked at, where there are several."""
    names = [each.variant for each in seen.arms]
    if len(names) < 2:
        return None
    shown = arm_of(seen)
    first = [each for each in names if shown is None or each == shown.variant]
    bound("exp_variant", "variant", [*first, *(each for each in names if each not in first)])
    chosen: str | None = st.segmented_control(
        "Variant against control", names, key="exp_variant", on_change=follow, args=("exp_variant", "variant")
    )
    return chosen
