"""One experiment on paper: cards with whiskers, equity and difference as pictures, arms and looks as tables."""

import math
from typing import Final

import pandas as pd
import streamlit as st

from engine.core.interval import Interval
from engine.experiments.paper.design import Paper
from engine.experiments.paper.judged import BASIS_POINTS, LABELS, Guard, amount
from engine.experiments.paper.looks import PaperLook
from engine.market.bars import timestamp
from engine.services.review_rankings.evidence import Standing
from engine.services.review_rankings.paper.standing import ArmStanding, PairStanding, PaperStanding
from pages.ui.experiments.bots.arms import told, what_told
from pages.ui.experiments.bots.figures import difference_figure, equity_figure
from pages.ui.experiments.bots.proposal import proposal
from pages.ui.experiments.evidence import history
from pages.ui.experiments.wording import METHODS
from pages.ui.lab.drawing import draw
from pages.ui.look import NOT_KNOWN, day, number, percent, plain, small_print, tokens
from pages.ui.tuner.results import ResultCard, result_cards

EDGE: Final = 1.08
MOST: Final = 4
TINY: Final = 1e-9


def on_paper(seen: Standing, found: PaperStanding) -> None:
    """All of it, under the banner."""
    control = seen.life.design.control.name
    proposal(seen)
    limits = [limit_card(pair, each, found.days) for pair in found.pairs for each in pair.guards]
    shown = [*(card(each, control) for each in found.pairs), *limits]
    result_cards(shown[:MOST], f"exp_paper_cards_{found.days}_{seen.life.revision}")
    if shown[MOST:]:
        rest = " ".join(f"{each.label}, {each.tag}: {each.value}, {each.note}." for each in shown[MOST:])
        small_print(plain(rest))
    table(found)
    left, right = st.columns([1.9, 1], gap="small")
    with left:
        equity(found)
        for each in found.pairs:
            difference(each, control, found)
        history(seen)
    with right:
        coverage(found)
        design_card(seen)


def card(pair: PairStanding, control: str) -> ResultCard:
    """One arm against control."""
    look, name = pair.line.called, f"{pair.variant} against {control}"
    if look is None:
        return ResultCard(name, "net return a day", NOT_KNOWN, note="nothing to compare before the seventh day")
    value, many = points(look.daily.effect), f"basis points of the capital, n {number(look.day)} days"
    if not math.isfinite(look.daily.low):
        return ResultCard(name, "net return a day", value, note=f"no range yet · {many}")
    edge = EDGE * max(abs(look.daily.low), abs(look.daily.high), TINY)
    return ResultCard(
        name, "net return a day", value, "", look.daily.low, look.daily.effect, look.daily.high, -edge, edge, 0.0,
        f"{points(look.daily.low)} to {points(look.daily.high)} · {many}",
    )  # fmt: skip


def limit_card(pair: PairStanding, each: Guard, days: int) -> ResultCard:
    """One limit of one arm; the deepest fall is a fact, the others are means with a range."""
    name = LABELS[each.name].removeprefix("the ")
    stands = f"passed on day {each.hurt_on}" if each.hurt_on is not None else "kept"
    is_ranged = each.low < each.high and math.isfinite(each.high)
    reach = f"{amount(each, each.low)} to {amount(each, each.high)} · " if is_ranged else ""
    return ResultCard(
        f"{name[:1].upper()}{name[1:]}, {pair.variant}", "limit", amount(each),
        note=f"{reach}at most {amount(each, each.limit)}: {stands} · n {number(days)} days",
    )  # fmt: skip


def points(value: float) -> str:
    """A share of the capital in basis points."""
    return number(value * BASIS_POINTS, 2, signed=True)


def equity(found: PaperStanding) -> None:
    """Every arm since the start."""
    with st.container(border=True, gap="xsmall"):
        st.markdown("**Equity on paper, every arm**")
        small_print("After fees, funding and slippage, at each day's end (UTC); an open position at its last price.")
        if not found.days:
            small_print(f"It begins on {day(timestamp(found.begins_ms))}, 00:00 UTC; no day is over yet.")
            return
        ends = ", ".join(f"{each.variant} {percent(each.total.value or 0.0, 2, signed=True)}" for each in found.arms)
        draw(
            equity_figure(found.arms, found.day_ms, found.begins_ms, tokens()), "exp_equity",
            f"Equity on paper over {found.days} days: {ends}",
        )  # fmt: skip


def difference(pair: PairStanding, control: str, found: PaperStanding) -> None:
    """The paired difference day by day, and every look as a table."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(pair.variant)} less {plain(control)}, day by day**")
        small_print(
            "Shaded: the range that holds at that look, however often one looks, though days follow each other. Outside"
            " zero: decided."
        )
        if not pair.line.looks:
            small_print("There is nothing to compare before the seventh day.")
            return
        last = pair.line.looks[-1]
        draw(
            difference_figure(pair.line, found.planned, tokens()), f"exp_difference_{pair.variant}",
            f"{pair.variant} less {control} over {last.day} days: {percent(last.so_far.effect, 3, signed=True)} so far",
        )  # fmt: skip
        with st.expander("Every look as a table", key=f"exp_paper_looks_{pair.variant}"):
            st.dataframe(
                pd.DataFrame([look_row(each) for each in pair.line.looks]), hide_index=True,
                key=f"exp_paper_looks_table_{pair.variant}", alt=f"Every look at {pair.variant} less {control}",
            )  # fmt: skip


def look_row(look: PaperLook) -> dict[str, object]:
    """One look as people read it."""
    is_ranged = math.isfinite(look.daily.low)
    return {
        "Day": look.day, "Basis points a day": points(look.daily.effect),
        "Range": f"{points(look.daily.low)} to {points(look.daily.high)}" if is_ranged else "no range yet",
        "So far": percent(look.so_far.effect, 3, signed=True), "z": number(look.z, 2, signed=True),
        "Bound": number(look.bound, 2), "Plan in": percent(look.share, 0), "Decided": "yes" if look.is_decided else "",
    }  # fmt: skip


def table(found: PaperStanding) -> None:
    """Every arm beside the others."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Every arm so far** n {number(found.days)} days")
        st.dataframe(
            pd.DataFrame([arm_row(each) for each in found.arms]), hide_index=True, key="exp_paper_arms",
            height="content", alt="Every arm: return, deepest fall, positions, fees, each with its range",
        )  # fmt: skip
        small_print("Ranges of 95 %, from days drawn again in blocks; they begin with the twentieth day.")


def arm_row(each: ArmStanding) -> dict[str, str]:
    """An arm as people read it."""
    return {
        "Arm": each.variant, "What it is": what_told(each.what),
        "Return, %": ranged(each.total, 100, 2, signed=True), "Deepest fall, %": ranged(each.fall, 100, 2),
        "Positions a day": ranged(each.trades, 1, 2), "Fees a day, basis points": ranged(each.fees, BASIS_POINTS, 3),
    }  # fmt: skip


def ranged(told_as: Interval, scale: float, decimals: int, *, signed: bool = False) -> str:
    """A number with its range, where there is one."""
    if told_as.value is None:
        return NOT_KNOWN
    value = number(told_as.value * scale, decimals, signed=signed)
    if told_as.low is None or told_as.high is None:
        return value
    low, high = (number(each * scale, decimals, signed=signed) for each in (told_as.low, told_as.high))
    return f"{value} ({low} to {high})"


def coverage(found: PaperStanding) -> None:
    """Whether the days can be trusted: in place of a check of shares, since every arm runs on every day."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Days** {number(found.days)} of {number(found.planned)} planned")
        if found.coverage.broken:
            st.warning(plain(found.coverage.broken), icon=":material/healing:")
        else:
            here = found.coverage
            small_print(
                f"{number(here.present)} candles are here, {number(here.missing)} are missing. Every arm runs on every"
                " day, so there are no shares to check: what is checked is that the candles are here, and that days"
                " which were looked at come out the same again."
            )
        for each in found.notes:
            small_print(plain(each))


def design_card(seen: Standing) -> None:
    """What was asked, as it was before the first day."""
    design = seen.life.design
    paper: Paper | None = design.paper
    if paper is None:
        return
    limits = [text for text, value in (
        (f"fall {percent(paper.limits.fall or 0, 1)}", paper.limits.fall),
        (f"fees {number((paper.limits.fees or 0) * BASIS_POINTS, 2)} basis points a day", paper.limits.fees),
        (f"{number(paper.limits.trades or 0, 1)} positions a day and market", paper.limits.trades),
    ) if value is not None]  # fmt: skip
    with st.container(border=True, gap="xsmall"):
        st.markdown("**The design**")
        st.markdown(plain(design.hypothesis))
        small_print(plain(
            f"Bot on {told(paper.bot)}; runs on {', '.join(map(told, paper.markets))}, with"
            f" {number(paper.capital)} of capital on each, fees of {percent(paper.costs.taker_fee, 2)} a fill."
            f" {METHODS[design.method]}. {number(design.days)} days. Limits: {', '.join(limits) or 'none'}."
        ))  # fmt: skip
