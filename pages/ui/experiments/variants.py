"""The variants of a design: name, share, and what each is, written as its kind is written."""

from typing import Any, Final

import streamlit as st

from engine.experiments.experiment import LETTERS, Kind
from engine.ranking.recommendation import ORDERS
from engine.scoring import PARTS, Weights
from pages.ui.look import small_print
from pages.ui.opportunities.asked import st_value

MOST: Final = 4
KEPT: Final[dict[str, Any]] = {"persist_state": "page"}
AS_TODAY: Final = "as today"
ORDER_NAMES: Final = {AS_TODAY: "As today", "best_fit": "Best fit", "recommended": "Recommended"}
NAMES: Final = ("today", "B", "C", "D")
SHARES: Final = {2: (50.0, 50.0), 3: (34.0, 33.0, 33.0), 4: (25.0, 25.0, 25.0, 25.0)}
USUAL: Final = " ".join(f"{name}={value:g}" for name, value in zip(PARTS, Weights().values, strict=True))
HELP: Final[dict[Kind, str]] = {
    "ranker": "An order of the feed, and how much is left to surprise (0 none, 1 much).",
    "weights": f"Weights of the score's parts, together 1; today {USUAL}.",
    "bot": "Two versions of a bot on paper; the days that each had come in a file.",
}


def variants(kind: Kind) -> None:
    """A line each; the first is what there is today."""
    many = int(st.number_input("Variants", 2, MOST, 2, key="exp_many", width=120, **KEPT))
    for number in range(many):
        line(kind, number, many)
    small_print(f"The first variant is what there is today; all others are held against it. {HELP[kind]}")
    if len({treatment(kind, number)[2] for number in range(many)}) == 1:
        small_print("All of them are the same so far: a test of the method itself, in which nothing should be found.")


def line(kind: Kind, number: int, many: int) -> None:
    """One variant."""
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        first = "" if number else " (today)"
        st.text_input(
            f"Variant {number + 1}{first}", NAMES[number], key=f"exp_v{number}", max_chars=LETTERS, width=150, **KEPT
        )
        st.number_input(
            "Share, %", 1.0, 99.0, SHARES[many][number], 1.0, "%.0f", key=f"exp_w{number}_of_{many}", width=110, **KEPT
        )
        if kind == "ranker":
            st.selectbox(
                "Order",
                [AS_TODAY, *ORDERS],
                format_func=ORDER_NAMES.__getitem__,
                key=f"exp_o{number}",
                width=170,
                **KEPT,
            )
            st.number_input(
                "Surprise", 0.0, 1.0, None, 0.1, key=f"exp_s{number}", placeholder="as today", width=130, **KEPT
            )
        else:
            st.text_input("What it is", key=f"exp_t{number}", placeholder=AS_TODAY, **KEPT)


def treatment(kind: Kind, number: int) -> tuple[str, float, str]:
    """Name, share in percent and what it is, as the widgets say."""
    many = int(st_value("exp_many", 2))
    said = float(st_value(f"exp_w{number}_of_{many}", SHARES[many][number]))
    name = str(st_value(f"exp_v{number}", NAMES[number]) or "")
    if kind != "ranker":
        return name, said, str(st_value(f"exp_t{number}", "") or "").strip()
    order, surprise = st_value(f"exp_o{number}", AS_TODAY), st_value(f"exp_s{number}", None)
    words = [] if order == AS_TODAY else [str(order)]
    words += [] if surprise is None else [f"surprise={surprise:g}"]
    return name, said, " ".join(words)
