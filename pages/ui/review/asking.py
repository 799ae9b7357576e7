"""Whose feed is looked at, how it is ordered, and what is tried beside it; nothing of it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.ranking.mind import Diversity
from engine.ranking.recommendation import Order
from engine.scoring import LABELS, Weights
from engine.services.browse_feed.browsing import FeedRequest
from engine.services.review_rankings.reviewing import with_weights
from engine.services.sample import is_here
from pages.ui.address import bound, follow
from pages.ui.loaded import engine
from pages.ui.look import plain, small_print
from pages.ui.world_clock import world_clock

TOP: Final = 20
DAYS: Final = {"Today": 0, "Yesterday": 1, "A week ago": 7, "A month ago": 30, "A quarter ago": 91}
SAME_DAY: Final = "The same day"
USUAL_SURPRISE: Final = 30
ORDERS: Final[dict[str, Order]] = {"Recommended": "recommended", "Best fit": "best_fit"}
VARIETIES: Final[dict[str, Diversity]] = {
    "Calibrated": "calibrated", "Apart from each other (DPP)": "dpp", "One by one (MMR)": "mmr", "None": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """The trader, the feed as it is (`first`), the one that is tried (`second`) with what it is called, their days."""

    trader: str
    first: FeedRequest
    second: FeedRequest
    name: str
    days_back: int = 0
    other_days_back: int = 0


def asked(traders: Sequence[str]) -> Asked:
    """The line above the page."""
    names = {("You" if each == traders[0] else each): each for each in traders}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("Review", anchor=False, width="content")
        usual = [*list(names)[1:], *list(names)[:1]]  # there is more to see of somebody who has a past
        name = bound("review_trader", "trader", usual)
        st.selectbox(
            "Trader", usual, key="review_trader", label_visibility="collapsed", width=190, on_change=follow,
            args=("review_trader", "trader"),
        )  # fmt: skip
        order = bound("review_order", "order", list(ORDERS))
        st.segmented_control(
            "Order", list(ORDERS), key="review_order", required=True, label_visibility="collapsed", on_change=follow,
            args=("review_order", "order"),
        )  # fmt: skip
        days = list(DAYS) if is_here(engine()) else list(DAYS)[:1]
        day = bound("review_day", "day", days)
        st.selectbox(
            "Day", days, key="review_day", label_visibility="collapsed", width=130, on_change=follow,
            args=("review_day", "day"),
        )  # fmt: skip
        first = FeedRequest(ORDERS[order], None, TOP, is_traced=True)
        with st.popover("Try another ranker", icon=":material/tune:", key="review_try"):
            second, told, back = tried(order, day, days)
        st.space("stretch")
        if is_here(engine()):
            world_clock()
    return Asked(names[name], first, second, told, DAYS[day], back)


def tried(order: str, day: str, days: Sequence[str]) -> tuple[FeedRequest, str, int]:
    """What stands beside it: the other order, unless something else is chosen."""
    small_print("Only for your eyes: nothing of it is kept, and no trader sees it.")
    other = st.segmented_control(
        "Order of the other", list(ORDERS), default="Best fit" if order == "Recommended" else "Recommended",
        required=True, key="review_other",
    )  # fmt: skip
    other_day = st.selectbox("Day of the other", [SAME_DAY, *days], key="review_other_day")
    back = DAYS[day if other_day == SAME_DAY else other_day]
    variety = st.selectbox("Variety", list(VARIETIES), key="review_variety")
    surprise = st.slider("More of the same … surprise me", 0, 100, USUAL_SURPRISE, key="review_surprise")
    shares = [
        st.slider(f"Weight of {label.lower()}", 5, 60, round(100 * usual), key=f"review_weight_{place}")
        for place, (label, usual) in enumerate(zip(LABELS, Weights().values, strict=True))
    ]
    request = FeedRequest(ORDERS[other], None, TOP, surprise / 100, VARIETIES[variety], is_traced=True)
    changed = shares != [round(100 * each) for each in Weights().values]
    if changed:
        try:
            request = with_weights(request, shares)
        except ToptionError as error:
            st.warning(plain(str(error)))
            changed = False
    parts = [
        other, "" if back == DAYS[day] else other_day.lower(), "" if variety == "Calibrated" else variety,
        "" if surprise == USUAL_SURPRISE else f"surprise {surprise}", "other weights" if changed else "",
    ]  # fmt: skip
    return request, ", ".join(each for each in parts if each), back
