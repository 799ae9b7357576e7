"""What another ranker would have earned on what was logged, five ways, or why the log cannot tell."""

import math
from typing import Final

import pandas as pd
import streamlit as st

from engine.core.errors import ToptionError
from engine.experiments.off_policy.estimators import Value
from engine.market.bars import timestamp
from engine.services.review_rankings.judging import RANKERS, REWARDS, Judged, off_policy
from pages.ui.loaded import engine
from pages.ui.look import NOT_KNOWN, day, number, percent, plain, small_print

DAYS: Final = 90
MEANT: Final = {
    "IPS": "weights", "SNIPW": "scaled", "DM": "learned", "DR": "both", "DR-shrink": "both",
}  # fmt: skip


def earned() -> None:
    """The card: which ranker, by what reward; estimates with ranges and effective rounds; a sentence."""
    with st.container(border=True, gap="small", key="review_earned"):
        st.subheader("On the log", anchor=False)
        with st.container(horizontal=True, vertical_alignment="center"):
            ranker = st.selectbox(
                "Order lists by", [name.capitalize() for name in RANKERS], key="review_ranker", width="stretch"
            )
            reward = st.selectbox("Counted", list(REWARDS), index=2, key="review_reward", width=120)
        try:
            found = off_policy(engine(), engine().principal, _named(ranker), DAYS, reward)
        except ToptionError as error:
            small_print(plain(str(error)))
            return
        told(found)


def _named(label: str) -> str:
    return next(name for name in RANKERS if name.capitalize() == label)


def told(found: Judged) -> None:
    """The estimates, what they rest on, and whether anything separates it from what was done."""
    values = (found.found.logged, *found.found.values)
    frame = pd.DataFrame({
        "Estimator": ["as it was", *(f"{each.name}, {MEANT[each.name]}" for each in found.found.values)],
        "A place (95 %)": [f"{_share(each.value)} ({_range(each)})" for each in values],
    })  # fmt: skip
    st.markdown(f"**{plain(concluded(found))}**")
    st.table(frame, border="horizontal", hide_index=True, alt="Each estimator's reward a place, with its range")
    reasons = "; ".join(found.found.overlap.reasons)
    if reasons:
        small_print(plain(f"No number: {reasons}."))
    whose = "of simulated traders " if found.is_simulated else ""
    first, last = (day(timestamp(each)) for each in (found.begin_ms, found.end_ms))
    small_print(
        f"{number(found.lists)} lists {whose}from {first} to {last}, their own ideas in another order; what the ranker"
        f" knows, it learned before. The weights leave {number(found.found.values[0].ess)} effective rounds of"
        f" {number(found.found.logged.ess)}."
    )
    st.download_button(
        "CSV", lambda: frame.to_csv(index=False).encode(), "on_the_log.csv", "text/csv", icon=":material/download:",
        key="review_earned_csv", type="tertiary", on_click="ignore",
    )  # fmt: skip


def concluded(found: Judged) -> str:
    """Whether anything separates this order from the one that was shown."""
    against = found.against_logged
    if math.isnan(against.difference):
        return "The log cannot tell."
    if against.low <= 0 <= against.high:
        return "Nothing in this log separates that order from the one that was shown."
    way = "more" if against.difference > 0 else "less"
    return f"That order would have earned {way} than the one that was shown, by more than chance explains."


def _share(value: float) -> str:
    return NOT_KNOWN if math.isnan(value) else percent(value, 2)


def _range(each: Value) -> str:
    return NOT_KNOWN if not math.isfinite(each.low) else f"{number(100 * each.low, 2)} to {number(100 * each.high, 2)}"
