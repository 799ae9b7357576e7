"""Whose feed is looked at, how it is ordered, and what is tried beside it; nothing of it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.market.bars import DAY_MS, timestamp
from engine.ranking.mind import Diversity
from engine.ranking.recommendation import Order
from engine.scoring import LABELS, Weights
from engine.services.browse_feed.browsing import FeedRequest
from engine.services.review_rankings import reviewing
from engine.services.review_rankings.reviewing import Fit
from engine.services.sample import is_here
from pages.ui.address import bound, follow
from pages.ui.loaded import engine
from pages.ui.look import day as day_told
from pages.ui.look import plain, small_print
from pages.ui.review.whose import EVERYBODY, segment, whose
from pages.ui.world_clock import world_clock

TOP: Final = 20
DAYS: Final = {"Today": 0, "Yesterday": 1, "A week ago": 7, "A month ago": 30, "A quarter ago": 91}
IN_USE: Final = "Those in use"
ALONE: Final = "None, the score alone"
MODELS_CALLED: Final = {ALONE: "no models"}
SAME_DAY: Final = "The same day"
USUAL_SURPRISE: Final = 30
ORDERS: Final[dict[str, Order]] = {"Recommended": "recommended", "Best fit": "best_fit"}
VARIETIES: Final[dict[str, Diversity]] = {
    "Calibrated": "calibrated", "Apart from each other (DPP)": "dpp", "One by one (MMR)": "mmr", "None": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """The trader, the feed as it is (`first`), the one that is tried (`second`) with what it is called, their days.

    `other_fit` is the version of fitted models that the second goes by: None those in use, 0 none. `among` are the
    traders of the segment that is walked through (None: all), `whom` is what they are called, `size` how many.
    """

    trader: str
    first: FeedRequest
    second: FeedRequest
    name: str
    days_back: int = 0
    other_days_back: int = 0
    other_fit: int | None = None
    among: tuple[str, ...] | None = None
    whom: str = EVERYBODY
    size: int = 1


@dataclass(frozen=True, slots=True)
class Tried:
    """The second feed's request, what it is called, how many days back, which models."""

    request: FeedRequest
    name: str
    days_back: int
    fit: int | None


def asked(traders: Sequence[str]) -> Asked:
    """The line above the page."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("Review", anchor=False, width="content")
        part, among = segment()
        trader = whose(traders if among is None else among, traders[0])
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
            second = tried(order, day, days)
        st.space("stretch")
        if is_here(engine()):
            world_clock()
    return Asked(
        trader, first, second.request, second.name, DAYS[day], second.days_back, second.fit, among, part,
        len(traders if among is None else among),
    )  # fmt: skip


def tried(order: str, day: str, days: Sequence[str]) -> Tried:
    """What stands beside it: the other order, unless something else is chosen."""
    small_print("Only for your eyes: nothing of it is kept, and no trader sees it.")
    other = st.segmented_control(
        "Order of the other", list(ORDERS), default="Best fit" if order == "Recommended" else "Recommended",
        required=True, key="review_other",
    )  # fmt: skip
    other_day = st.selectbox("Day of the other", [SAME_DAY, *days], key="review_other_day")
    back = DAYS[day if other_day == SAME_DAY else other_day]
    known = models(back)
    by = st.selectbox("Models of the other", list(known), key="review_models")
    variety = st.selectbox("Variety", list(VARIETIES), key="review_variety")
    surprise = st.slider("More of the same … surprise me", 0, 100, USUAL_SURPRISE, key="review_surprise")
    # Where it was not moved it is as the trader has it, or two equal lists would differ in what was drawn.
    own = None if surprise == USUAL_SURPRISE else surprise / 100
    request = FeedRequest(ORDERS[other], None, TOP, own, VARIETIES[variety], is_traced=True)
    request, is_weighed = weighed(request)
    parts = (
        other, other_day.lower() if back != DAYS[day] else "", MODELS_CALLED.get(by, ""),
        variety if variety != "Calibrated" else "", f"surprise {surprise}" if surprise != USUAL_SURPRISE else "",
        "other weights" if is_weighed else "",
    )  # fmt: skip
    return Tried(request, ", ".join(each for each in parts if each), back, known[by])


def weighed(request: FeedRequest) -> tuple[FeedRequest, bool]:
    """The request under the weights that the sliders say, and whether they were moved."""
    shares = [
        st.slider(f"Weight of {label.lower()}", 5, 60, round(100 * usual), key=f"review_weight_{place}")
        for place, (label, usual) in enumerate(zip(LABELS, Weights().values, strict=True))
    ]
    if shares == [round(100 * each) for each in Weights().values]:
        return request, False
    try:
        return reviewing.with_weights(request, shares), True
    except ToptionError as error:
        st.warning(plain(str(error)))
        return request, False


def models(back: int) -> dict[str, int | None]:
    """Versions of the fitted models that knew no more than that day, by what they are called."""
    until = engine().now() - back * DAY_MS
    found = [each for each in reviewing.fits(engine(), engine().principal) if each.until_ms <= until + DAY_MS]
    return {IN_USE: None, **{_called(each): each.number for each in found}, ALONE: 0}


def _called(fit: Fit) -> str:
    told = f"Fit {fit.number}, up to {day_told(timestamp(fit.until_ms))}"
    return f"{told}, rolled back" if fit.is_rolled_back else told
