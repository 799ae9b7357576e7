"""What an experiment has shown: cards with whiskers, the effect by day, traders by variant, other metrics, history."""

import math
from typing import Final

import pandas as pd
import streamlit as st

from engine.experiments.analysis.looks import Line, Look
from engine.market.bars import timestamp
from engine.services.review_rankings.evidence import Arm, Standing
from pages.ui.experiments.by_day import by_day_chart
from pages.ui.experiments.wording import DEEDS, KINDS, METHODS, effect, label, left_told, ranged, rare, step_told
from pages.ui.lab.drawing import draw
from pages.ui.look import NOT_KNOWN, number, percent, plain, small_print, tokens
from pages.ui.metrics.units import in_unit
from pages.ui.tuner.results import ResultCard, result_cards

MOST_CARDS: Final = 4
EDGE: Final = 1.08
NARROW: Final = 0.05


def cards(seen: Standing, arm: Arm) -> None:
    """The deciding metric and the guardrails, each with the range that holds now."""
    lines = (arm.main, *arm.guardrails)
    shown = [card(each, "goal" if each is arm.main else "guardrail") for each in lines]
    result_cards(shown[:MOST_CARDS], f"exp_cards_{seen.days}_{arm.variant}")
    if len(shown) > MOST_CARDS:
        for each in shown[MOST_CARDS:]:
            small_print(plain(f"{each.label}, {each.tag}: {each.value}, {each.note}."))


def card(line: Line, tag: str) -> ResultCard:
    """One metric of treated against control; the values themselves stand beside the effect."""
    look, name = line.called, label(line.metric)
    if look is None:
        return ResultCard(name, tag, NOT_KNOWN, note="nothing to compare yet")
    was = f"{in_unit(line.metric, look.control)} → {in_unit(line.metric, look.treated)}"
    told, span = effect(look.relative.effect), look.relative
    many = f"n {number(look.control_n)} and {number(look.treated_n)}, day {look.day}"
    if not (math.isfinite(span.low) and math.isfinite(span.high)):
        return ResultCard(name, tag, told, was, note=f"no range at this look · {many}")
    edge = EDGE * max(abs(span.low), abs(span.high), NARROW)
    return ResultCard(
        name, tag, told, was, span.low, span.effect, span.high, -edge, edge, 0.0, f"{ranged(span)} · {many}"
    )  # fmt: skip


def course(arm: Arm) -> None:
    """The effect on the deciding metric day by day, with every look as a table."""
    name, line = label(arm.main.metric), arm.main
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{name}: {plain(arm.variant)} against control, day by day**")
        small_print(
            "Dotted: the range that holds at that look, however often one looks. Outside zero: decided."
            + adjusted(line)
        )
        if not line.looks:
            small_print("There is nothing to compare yet.")
            return
        last = line.looks[-1]
        draw(
            by_day_chart(line, name, tokens()), "exp_by_day",
            f"{name} of {arm.variant} against control over {len(line.looks)} days, {effect(last.relative.effect)} now",
        )  # fmt: skip
        with st.expander("Every look as a table", key="exp_looks"):
            metrics = {label(each.metric): each for each in (arm.main, *arm.guardrails)}
            wanted = st.selectbox("Metric", list(metrics), key="exp_looks_of", width=280)
            told = metrics.get(wanted or name, line)
            st.dataframe(
                pd.DataFrame([look_row(told.metric, each) for each in told.looks]), hide_index=True,
                key="exp_looks_table", alt=f"Every look at {label(told.metric)}",
            )  # fmt: skip


def adjusted(line: Line) -> str:
    """How much of the noise what traders did before takes away."""
    saved = line.called.saved if line.called is not None else 0.0
    told = f" Adjusted for what each did in the 28 days before, which takes {percent(saved, 0)} of the noise away."
    return told if saved > 0 else ""


def look_row(metric: str, look: Look) -> dict[str, object]:
    """One look as people read it."""
    return {
        "Day": look.day, "Control": in_unit(metric, look.control), "Treated": in_unit(metric, look.treated),
        "Effect": effect(look.relative.effect), "Range": ranged(look.relative),
        "n control": look.control_n, "n treated": look.treated_n, "z": number(look.z, 2, signed=True),
        "Bound": number(look.bound, 2), "Plan in": percent(look.share, 0), "Decided": "yes" if look.is_decided else "",
    }  # fmt: skip


def exposures(seen: Standing) -> None:
    """Traders by variant, and whether every variant got its share."""
    design, ratio = seen.life.design, seen.ratio
    counts = seen.counts or (0,) * len(design.variants)
    expected = ratio.expected if ratio is not None else (0.0,) * len(design.variants)
    with st.container(border=True, gap="xsmall"):
        what = "Units" if design.kind == "bot" else "Traders exposed"
        st.markdown(f"**{what}** {number(sum(counts))} of {number(design.traders)} planned")
        st.dataframe(
            pd.DataFrame([
                {"Variant": each.name, "Share": percent(each.weight, 0), "n": number(count),
                 "Expected": number(wanted), "What it is": each.what or "as today"}
                for each, count, wanted in zip(design.variants, counts, expected, strict=True)
            ]), hide_index=True, key="exp_counts", alt="Traders exposed by variant, and how many were expected",
        )  # fmt: skip
        if left_told(seen):
            small_print(plain(left_told(seen)))
        if ratio is None or ratio.p_value is None:
            small_print("Too few to check the shares yet.")
        elif ratio.is_broken:
            st.warning(
                f"Shares: p {rare(ratio.p_value)}. So uneven a split does not come by chance: mend the assignment or"
                " the logging first.", icon=":material/healing:",
            )  # fmt: skip
        else:
            small_print(f"Shares are healthy: a split as uneven comes by chance with p {rare(ratio.p_value)}.")
        if design.kind != "bot":
            small_print("A trader is exposed once: at the first page that his variant made.")


def others(arm: Arm) -> None:
    """Metrics that decide nothing, corrected for being many; whether the effect fades."""
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Other metrics**")
        if not arm.beside:
            small_print("There is nothing to compare yet.")
        else:
            small_print("They decide nothing. p is corrected for being many (Benjamini and Hochberg); ranges of 95 %.")
            st.dataframe(
                pd.DataFrame([
                    {"Metric": label(each.metric), "Effect": effect(each.relative.effect),
                     "Range": ranged(each.relative), "p (corrected)": f"{rare(each.p_value)} ({rare(each.adjusted)})"}
                    for each in arm.beside
                ]), hide_index=True, key="exp_beside", height="content",
                alt="Other metrics: effect, range, p and p corrected for being many",
            )  # fmt: skip
        st.markdown("**Does the effect fade?**")
        small_print(novelty_told(arm))


def novelty_told(arm: Arm) -> str:
    """The change of the effect a day, in words."""
    found = arm.novelty
    if found is None:
        return "That is asked from the seventh day on."
    told = f"{percent(found.slope, 2, signed=True)} a day ({percent(found.low, 2, signed=True)} to"
    told += f" {percent(found.high, 2, signed=True)}, {found.days} days, p {rare(found.p_value)})"
    return f"{told}: {'it changes, look again in some weeks' if found.p_value < 0.05 else 'no sign of it'}."


def history(seen: Standing) -> None:
    """What was done, by whom, when."""
    with st.container(border=True, gap="xsmall"):
        st.markdown("**What was done**")
        st.dataframe(
            pd.DataFrame([
                {"When": timestamp(each.at_ms), "What": DEEDS[each.act], "By": each.by, "Details": step_told(each)}
                for each in reversed(seen.history)
            ]), hide_index=True, key="exp_history", height="content",
            column_config={"When": st.column_config.DatetimeColumn(format="D MMM YYYY, HH:mm"),
                           "Details": st.column_config.TextColumn(width="large")},
            alt="Every step of this experiment, the newest first",
        )  # fmt: skip


def design_card(seen: Standing) -> None:
    """What was asked, and how: as it was before the first trader was in."""
    design = seen.life.design
    where = f" in {percent(design.part[1] - design.part[0], 0)} of “{design.namespace}”" if design.namespace else ""
    guards = ", ".join(label(each) for each in design.guardrails) or "none"
    who = f"{number(design.traders)} units planned"
    if design.kind != "bot":
        who = f"{percent(design.coverage, 0)} of the traders{where}, {number(design.traders)} in all"
        who += f" or {number(design.days)} days"
    with st.container(border=True, gap="xsmall"):
        st.markdown("**The design**")
        st.markdown(plain(design.hypothesis) or "No hypothesis was written.")
        small_print(plain(
            f"{KINDS[design.kind]}. {label(design.metric)} decides; guardrails: {guards}."
            f" {who}. {METHODS[design.method]}; {percent(design.level, 0)} of tests without an"
            " effect may still find one."
        ))  # fmt: skip
