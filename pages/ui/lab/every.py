"""Every configuration as a table: sorted, filtered, looked at and taken into a comparison."""

from collections.abc import Callable

import streamlit as st

from engine.services.lab.found import LabRun, Maps
from pages.ui.lab.desk import MOST_COMPARED
from pages.ui.lab.table import MOST_ROWS, ORDERS, Asked, listed, rows
from pages.ui.look import number, small_print
from pages.ui.state import chosen


def every_configuration(
    found: LabRun | Maps, pick: Callable[[int], None], compare: Callable[[tuple[int, ...]], None]
) -> None:
    """The fold, made when it is opened."""
    title = f"The {number(found.trials)} settings as a table"
    folded = st.expander(title, icon=":material/table:", key="lab_table_fold", on_change="rerun")
    if not folded.open:
        return
    with folded:
        asked = filters(found)
        numbers = listed(found.past, found.held, asked)
        shown = numbers[:MOST_ROWS]
        small_print(counted(len(numbers), len(shown), found.trials))
        if not len(shown):
            return
        st.dataframe(
            rows(found.past, found.held, shown), hide_index=True, key="lab_table", height=380,
            on_select="rerun", selection_mode="multi-row",
            alt="Every configuration with its return, Sharpe ratio, fall and trades",
        )  # fmt: skip
        rows_marked = chosen("lab_table")["selection"]["rows"]
        selected = tuple(int(shown[row]) for row in rows_marked if row < len(shown))
        others = tuple(each for each in selected if each != found.bot.number)
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.button(
                "Look at it", icon=":material/search:", key="lab_table_look", disabled=len(selected) != 1,
                on_click=lambda: pick(selected[0]),
            )  # fmt: skip
            st.button(
                "Compare", icon=":material/compare_arrows:", key="lab_table_compare",
                disabled=not 1 <= len(others) <= MOST_COMPARED, on_click=lambda: compare(others),
            )  # fmt: skip
            small_print(f"Mark one row to look at it, up to {MOST_COMPARED} to compare with your bot. A head sorts.")


def filters(found: LabRun | Maps) -> Asked:
    """What the fields above the table ask for."""
    first, second, third, fourth = st.columns(4, gap="small")
    orders = [name for name in ORDERS if found.held is not None or "held back" not in name]
    order = first.selectbox("Best by", orders, key="lab_order")
    trades = second.number_input("At least trades", 0, None, 0, 10, key="lab_least_trades")
    gained = third.number_input("Return at least, %", -100.0, None, -100.0, 1.0, key="lab_least_return")
    fallen = fourth.number_input("Worst fall at most, %", 0.0, 100.0, 100.0, 1.0, key="lab_most_fall")
    return Asked(order, int(trades), gained / 100, fallen / 100)


def counted(passing: int, shown: int, trials: int) -> str:
    """How many there are, and how many of them are listed."""
    if not passing:
        return f"None of {number(trials)} settings passes these limits. Loosen one of them."
    rest = f"; the first {number(shown)} are listed, an export has them all" if shown < passing else ""
    return f"{number(passing)} of {number(trials)} settings pass these limits{rest}. Numbers of the past, costs paid."
