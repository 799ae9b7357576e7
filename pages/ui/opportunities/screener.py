"""The table of opportunities: those that pass the filters, the best first, one click from each one's own view."""

from typing import Any, Final

import numpy as np
import pandas as pd
import streamlit as st
from numpy.typing import NDArray

from engine.options.opportunity import OpportunityTable
from engine.services.opportunities.catalogue import Ideas
from engine.services.opportunities.screening import passing
from pages.ui.look import NOT_KNOWN, money, number, percent, small_print
from pages.ui.opportunities.asked import asked_for
from pages.ui.opportunities.wording import legs_short, strategy_label
from pages.ui.state import chosen

MOST_ROWS: Final = 500
WON: Final = "Share of at least 20 past ideas like it that made a profit; each idea's own view tells of how many"
MONEY: Final = ("Premium", "Most loss", "Average")


def screener(found: Ideas) -> None:
    """Filters, how many pass, the table, a file of all that pass."""
    table = found.table
    names = sorted({table.names[code] for code in np.unique(table.underlying).tolist()})
    rows = passing(table, asked_for(names))
    with st.container(horizontal=True, vertical_alignment="center"):
        small_print(counted(found, len(rows)))
        st.download_button(
            "CSV", lambda: table.rows(rows).frame().to_csv(index=False).encode(), "opportunities.csv", "text/csv",
            icon=":material/download:", key="ideas_csv", type="tertiary", disabled=not len(rows), on_click="ignore",
        )  # fmt: skip
    if not len(rows):
        return
    shown = rows[:MOST_ROWS]

    def picked() -> None:
        places = chosen("ideas_table")["selection"]["rows"]
        if places and places[0] < len(shown):
            st.query_params["idea"] = table.id_of(int(shown[places[0]]))

    st.dataframe(
        written(table, shown), hide_index=True, key="ideas_table", height=600, on_select=picked,
        selection_mode="single-row", placeholder=NOT_KNOWN,
        column_config={
            "Legs": st.column_config.TextColumn(width=230, help="P: put, C: call"),
            "Made a profit": st.column_config.NumberColumn(help=WON),
        },
        alt="Opportunities that pass the filters, with chance of profit, premium, most loss and more",
    )  # fmt: skip
    small_print(
        "Mark a row to look at it. Money per contract, at the middle of bid and ask. – is unknown, never nought."
    )
    left_out(found)


def counted(found: Ideas, count: int) -> str:
    """How many pass."""
    of = number(len(found.table))
    if not count:
        return f"None of {of} ideas passes. Loosen a filter."
    rest = f"; the first {number(MOST_ROWS)} are listed, the file has them all" if count > MOST_ROWS else ""
    return f"{number(count)} of {of} ideas pass{rest}."


def written(table: OpportunityTable, rows: NDArray[np.int64]) -> Any:
    """The rows as people read them; numbers stay numbers, so that a click on a head sorts them."""
    part = table.rows(rows)
    size = part.multiplier
    frame = pd.DataFrame({
        "Underlying": np.array(table.names, dtype=object)[part.underlying],
        "Strategy": [strategy_label(int(each)) for each in part.strategy],
        "Legs": [legs_short(table, int(row)) for row in rows],
        "Expiry": pd.to_datetime(part.expiry, unit="ms").strftime("%d %b"),
        "Days": np.round(part["days"]), "Chance": part["pop"], "Made a profit": part["win_rate"],
        "Premium": part["premium"] * size, "Most loss": part["max_loss"] * size, "Average": part["ev"] * size,
        "Yield a year": part["annual_yield"],
        "IV rank": part["iv_rank"], "Liquidity": part["liquidity"],
        "Report": np.select([part["earnings_in_term"] == 1, part["earnings_in_term"] == 0], ["yes", "no"], NOT_KNOWN),
    })  # fmt: skip
    shares = {name: percent for name in ("Chance", "Made a profit", "Yield a year")}
    sums = {name: limit for name in MONEY}
    plain = {name: lambda value: number(value, 0) for name in ("Days", "IV rank", "Liquidity")}
    return frame.style.format({**shares, **sums, **plain}, na_rep=NOT_KNOWN)


def limit(value: float) -> str:
    """An amount; what has no limit says so."""
    return "no limit" if np.isinf(value) else money(value)


def left_out(found: Ideas) -> None:
    """Why the others are not here: every rejection has its reason."""
    if not found.rejected:
        return
    folded = st.expander("What was left out, and why", icon=":material/block:", key="ideas_left", on_change="rerun")
    if folded.open:
        with folded:
            table = pd.DataFrame({"Reason": list(found.rejected), "How many": list(found.rejected.values())})
            st.dataframe(table, hide_index=True, alt="Reasons why options and ideas were left out, with their counts")
