"""One belief under the glass: what it rests on, set it right, or let it be forgotten."""

from typing import Final

import pandas as pd
import streamlit as st

from engine.core.errors import ToptionError
from engine.services.browse_feed import portrait as service
from engine.services.browse_feed.portrait import Portrait
from engine.traders.beliefs import Belief
from pages.ui.loaded import engine
from pages.ui.look import number, on_accent, plain, small_print
from pages.ui.profile.wording import event_rows, reach_of, rests_on, said_of, written
from pages.ui.state import chosen, feed_desk, tell

MOST_EVENTS: Final = 200


def look_closer(seen: Portrait) -> None:
    """Open the belief that was pressed, once."""
    name, feed_desk().looking = feed_desk().looking, ""
    belief = next((each for each in seen.beliefs if each.id == name), None)
    if belief is not None:
        closer(seen, belief)


@st.dialog("What is believed of you", icon=":material/psychology:", width="large")
def closer(seen: Portrait, belief: Belief) -> None:
    """Value, range and events; correct it or forget it."""
    st.subheader(plain(belief.label), anchor=False)
    st.markdown(plain(belief.words))
    value, reach = written(belief, belief.measured.value), reach_of(belief)
    small_print(plain(f"{value}, {reach}; {rests_on(belief)}." if reach else f"{value}; {rests_on(belief)}."))
    if belief.said is not None:
        small_print(plain(f"You have set it to {said_of(belief)}: that counts."))
    behind(seen, belief)
    if belief.can_set:
        setting(belief)
    forgetting(belief)


def behind(seen: Portrait, belief: Belief) -> None:
    """The events that it rests on, the newest first, acts before what was only shown."""
    known = [seen.events[key] for key in belief.keys[:MOST_EVENTS] if key in seen.events]
    if not known:
        return
    frame = pd.DataFrame(event_rows(known), columns=["When", "What", "Idea", "Outcome"])
    st.dataframe(
        frame, hide_index=True, height=min(38 + 35 * len(known), 260), key="belief_events",
        column_config={"When": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm")},
        alt=f"Events behind what is believed of {belief.label}",
    )  # fmt: skip
    if len(belief.keys) > len(known):
        small_print(f"The newest {number(len(known))} of {number(len(belief.keys))}.")


def setting(belief: Belief) -> None:
    """Say where it lies."""
    with st.form("belief_set", border=False):
        if belief.unit == "affinity":
            start = belief.said.affinity if belief.said is not None else belief.measured.value or 0.5
            st.slider("It is rather: 0 never, 1 always", 0.0, 1.0, round(start, 2), 0.05, key="belief_at")
        else:
            low, high = ends_of(belief)
            left, right = st.columns(2)
            left.number_input("From", 0.0, None, low, key="belief_low")
            right.number_input("To", 0.0, None, high, key="belief_high")
        if st.form_submit_button(on_accent("Set it"), type="primary", on_click=set_it, args=(belief,)):
            st.rerun()  # the whole page: the dialog is done with


def ends_of(belief: Belief) -> tuple[float, float]:
    """Where somebody is at home now: what was set, else what was learned."""
    if belief.said is not None:
        return belief.said.low, belief.said.high
    low, high = belief.reach or (0.0, 1.0)
    digits = 2 if belief.unit == "delta" else 0
    return round(low, digits), round(high, digits)


def set_it(belief: Belief) -> None:
    """Keep what the form says."""
    names = ("belief_at", "belief_at") if belief.unit == "affinity" else ("belief_low", "belief_high")
    low, high = (chosen(name) for name in names)
    try:
        service.correct(engine(), engine().principal, belief.id, float(low), float(high))
    except ToptionError as error:
        tell("refused", str(error))
        return
    tell("done", f"{belief.label} is set, and counts from now on.")


def forgetting(belief: Belief) -> None:
    """Let it go."""
    if st.button(
        "Forget this", icon=":material/delete_history:", key="belief_forget", on_click=forget, args=(belief,),
        help="What came before counts no longer for it; nothing is erased.",
    ):  # fmt: skip
        st.rerun()


def forget(belief: Belief) -> None:
    """Let what came before count no longer."""
    service.forget(engine(), engine().principal, belief.forgets)
    tell("done", f"{belief.label} is forgotten: only what comes now counts for it.")
