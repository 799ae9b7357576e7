"""The feed as a table: hundreds of rows at the price of twenty cards, with buttons that save, dismiss and trade."""

from collections.abc import Callable, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from engine.options.opportunity import OpportunityTable
from engine.ranking.recommendation import Recommendation
from pages.ui.feed.cards import Known
from pages.ui.feed.wording import away, legs, limited
from pages.ui.look import NOT_KNOWN, number, percent
from pages.ui.opportunities.wording import strategy_label
from pages.ui.state import chosen

KEY: Final = "feed_table"
HEIGHT: Final = 640
ACTS: Final = {
    "save": (":material/bookmark:", "Save"), "dismiss": (":material/close:", "Dismiss"),
    "trade": (":material/receipt_long:", "Paper trade"),
}  # fmt: skip
SAVED: Final = ":material/bookmark_added:"


def feed_table(
    items: Sequence[Recommendation], table: OpportunityTable, known: Known, act: Callable[[str, str], None]
) -> None:
    """Draw it; `act` hears what was pressed, or `open` of a row that was marked."""
    names = [table.id_of(one.row) for one in items]

    def pressed(deed: str) -> None:
        name = names[chosen(f"{KEY}_{deed}").row]
        act("unsave" if deed == "save" and name in known.saved else deed, name)

    def marked() -> None:
        places = chosen(KEY)["selection"]["rows"]
        if places and places[0] < len(names):
            act("open", names[places[0]])

    buttons: dict[str, Any] = {
        label: st.column_config.ButtonColumn(
            "", help=label, type="tertiary", width=44, key=f"{KEY}_{deed}", on_click=pressed, args=(deed,)
        )
        for deed, (_, label) in ACTS.items()
    }
    st.dataframe(
        written(items, table, known, names), hide_index=True, key=KEY, height=HEIGHT, on_select=marked,
        selection_mode="single-row", placeholder=NOT_KNOWN,
        column_config={
            "Legs": st.column_config.TextColumn(width=200), "Why": st.column_config.TextColumn(width=300),
            "Fit": st.column_config.NumberColumn(help="Its rank by score alone"), **buttons,
        },
        alt="The feed as a table: rank, score, what it is, chance, premium, days, most loss and why",
    )  # fmt: skip


def written(items: Sequence[Recommendation], table: OpportunityTable, known: Known, names: Sequence[str]) -> Any:
    """The rows as people read them; numbers stay numbers, so that a click on a head sorts them."""
    rows = [one.row for one in items]
    part = table.rows(pd.array(rows, dtype="int64").to_numpy())
    size = part.multiplier
    frame = pd.DataFrame({
        "Rank": [one.rank for one in items],
        "Save": [SAVED if name in known.saved else ACTS["save"][0] for name in names],
        "Dismiss": ACTS["dismiss"][0],
        "Paper trade": ["" if name in known.held else ACTS["trade"][0] for name in names],
        "Score": [one.score for one in items],
        "Underlying": [table.names[code] for code in part.underlying],
        "Strategy": [strategy_label(int(each)) for each in part.strategy],
        "Legs": [legs(table, row) for row in rows],
        "Chance": part["pop"], "Premium": part["premium"] * size, "Days": part["days"],
        "Most loss": part["max_loss"] * size, "Why": [" ".join(filter(None, (one.reason, away(one)))) for one in items],
        "Fit": [one.fit_rank for one in items],
    })  # fmt: skip
    whole = dict.fromkeys(("Score", "Days"), lambda value: number(value, 0))
    sums = dict.fromkeys(("Premium", "Most loss"), limited)
    return frame.style.format({"Chance": lambda value: percent(value, 0), **whole, **sums}, na_rep=NOT_KNOWN)
