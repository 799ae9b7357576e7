"""A bot's experiment: outcomes of its versions come in a file, and are held against each other as they are."""

import math
from typing import Final

import pandas as pd
import streamlit as st

from engine.core.errors import ToptionError
from engine.experiments.analysis.looks import Span
from engine.services.review_rankings import traffic
from engine.services.review_rankings.evidence import Standing
from engine.services.review_rankings.outcomes import Compared, Outcomes
from pages.ui.experiments.acting import may_act, why_not
from pages.ui.experiments.wording import rare
from pages.ui.loaded import engine
from pages.ui.look import number, on_accent, percent, plain, small_print
from pages.ui.state import tell
from pages.ui.tuner.results import ResultCard, result_cards

EDGE: Final = 1.08
MOST: Final = 4
DECIMALS: Final = 4


def outcomes_button(seen: Standing) -> None:
    """Bring the file of all outcomes so far."""
    with st.popover(
        "Bring outcomes", icon=":material/upload_file:", key="exp_outcomes", disabled=not may_act(), help=why_not()
    ):
        file = st.file_uploader("Outcomes (CSV or Parquet)", type=["csv", "parquet"], key="exp_file")
        small_print(
            "Columns: unit (a day), variant (the version that had it), value (that day's return), and, where it is"
            " known, before (what the market did). All so far: it takes the place of the file before."
        )
        if file is not None and st.button(on_accent("Take them in"), type="primary", key="exp_take"):
            try:
                app, key = engine(), seen.life.design.key
                traffic.add_outcomes(app, app.principal, key, file.getvalue(), file.name)
            except ToptionError as error:
                st.error(plain(str(error)), title="Nothing was kept", icon=":material/block:")
                return
            tell("done", "The outcomes are in, and judged.")
            st.rerun()


def outcomes(found: Outcomes, revision: int) -> None:
    """Every version against control: cards with whiskers, and the table."""
    result_cards([card(each, found) for each in found.compared[:MOST]], f"exp_paper_{revision}")
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Every version against control**")
        small_print("What is decided goes by the difference as it is; each range is that of this one look.")
        st.dataframe(
            pd.DataFrame([row(each, found) for each in found.compared]), hide_index=True, key="exp_paper_table",
            height="content", alt="Every version against control: means, difference, range, p",
        )  # fmt: skip


def card(each: Compared, found: Outcomes) -> ResultCard:
    """One version."""
    span, many = each.absolute, f"n {number(found.units)} and {number(each.units)}"
    told, was = number(span.effect, DECIMALS, signed=True), means(each, found)
    name = f"{each.variant} against {found.control}"
    if not math.isfinite(span.low):
        return ResultCard(name, "a unit", told, was, note=f"no range yet · {many}")
    edge = EDGE * max(abs(span.low), abs(span.high), 1e-12)
    return ResultCard(
        name, "a unit", told, was, span.low, span.effect, span.high, -edge, edge, 0.0, f"{reach(span)} · {many}"
    )  # fmt: skip


def means(each: Compared, found: Outcomes) -> str:
    """Both means."""
    return f"{number(found.mean, DECIMALS)} → {number(each.mean, DECIMALS)}"


def reach(span: Span) -> str:
    """A range of the difference."""
    return f"{number(span.low, DECIMALS, signed=True)} to {number(span.high, DECIMALS, signed=True)}"


def row(each: Compared, found: Outcomes) -> dict[str, str]:
    """A version as people read it."""
    return {
        "Version": each.variant, "Means": means(each, found), "n": f"{number(found.units)} and {number(each.units)}",
        "Difference": number(each.absolute.effect, DECIMALS, signed=True), "Range": reach(each.absolute),
        "p": rare(each.p_value), "Noise that the past took away": percent(each.saved, 0),
    }  # fmt: skip
