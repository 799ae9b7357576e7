"""What the verdict rests on, as pictures and a list: the walk-forward, and every other question that was asked."""

import pandas as pd
import streamlit as st

from engine.bots.luck.evidence import LuckEvidence
from engine.bots.luck.walk_forward import Fold, WalkForward
from engine.bots.parameters import KNOBS
from engine.bots.sweep.grid import Grid
from engine.market.bars import timestamp
from engine.services.lab.found import LabRun
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.walk_forward import Stretch, walk_forward_chart
from pages.ui.lab.view import settings_text
from pages.ui.look import NOT_KNOWN, day, number, percent, small_print, tokens


def proof(found: LabRun) -> None:
    """The walk-forward beside the list of its folds."""
    with st.container(border=True, gap="small", key="lab_proof"):
        walk = found.evidence.walk
        if walk is None:
            st.markdown("**Walk-forward**")
            small_print("There are too few days to choose on the past and judge on the days after it.")
            return
        st.markdown("**Walk-forward: chosen on the past, judged on the days after it**")
        small_print(told(found.evidence, walk))
        left, right = st.columns([1.2, 1], gap="medium")
        with left:
            draw(
                walk_forward_chart(tuple(stretch(found.grid, each) for each in walk.folds), tokens()), "lab_walk",
                f"Chart of {len(walk.folds)} folds: the Sharpe ratio a year on the past and on the days after it."
                " The table beside it holds every number.",
            )  # fmt: skip
        with right:
            st.dataframe(
                folds_table(found.grid, walk), hide_index=True, key="lab_folds",
                height=min(240, 37 + 35 * len(walk.folds)),
                alt="The folds of the walk-forward with what was chosen and what it made",
            )  # fmt: skip


def told(evidence: LuckEvidence, walk: WalkForward) -> str:
    """In sample beside out of sample, in one line."""
    after = walk.out_of_sample_sharpe
    before = NOT_KNOWN if walk.in_sample_sharpe is None else number(walk.in_sample_sharpe, 2, signed=True)
    line = f"Sharpe ratio a year: **○** {before} where it was chosen, **●** {known(after.value)} on the days after it"
    if after.low is not None and after.high is not None:
        line += f" (95 %: {known(after.low)} to {known(after.high)})"
    line += (
        f"; {walk.good_folds} of {len(walk.folds)} folds gained, {percent(walk.total_return, 2, signed=True)} together."
    )
    if evidence.overfit is not None:
        line += (
            f" Split in halves, the best of one lay in the worse half of the other in"
            f" {percent(evidence.overfit.probability, 0)}."
        )
    return line


def known(value: float | None) -> str:
    """A Sharpe ratio, or a dash."""
    return NOT_KNOWN if value is None else number(value, 2, signed=True)


def stretch(grid: Grid, fold: Fold) -> Stretch:
    """One fold as the chart shows it; a fold in cash lies at nought."""
    days = f"{day(timestamp(fold.first_ms))} to {day(timestamp(fold.last_ms))}"
    chosen = "in cash: nothing had traded before" if fold.chosen is None else settings_text(grid, fold.chosen)
    return Stretch(
        days,
        f"{timestamp(fold.first_ms):%b %y}",
        fold.in_sample_sharpe or 0.0,
        fold.out_of_sample_sharpe or 0.0,
        chosen,
    )


def folds_table(grid: Grid, walk: WalkForward) -> pd.DataFrame:
    """Every fold in words."""
    return pd.DataFrame(
        {
            "From": [f"{timestamp(each.first_ms):%-d %b %y}" for each in walk.folds],
            ", ".join(KNOBS[each.name].label for each in grid.axes): [
                "cash" if each.chosen is None else values(grid, each.chosen) for each in walk.folds
            ],
            "Before": [known(each.in_sample_sharpe) for each in walk.folds],
            "After": [known(each.out_of_sample_sharpe) for each in walk.folds],
            "Return": [percent(each.out_of_sample_return, 2, signed=True) for each in walk.folds],
        }
    )


def values(grid: Grid, configuration: int) -> str:
    """What was chosen, without the names: `13, 1.8`."""
    return ", ".join(KNOBS[name].text(value) for name, value in grid.settings(configuration).items())
