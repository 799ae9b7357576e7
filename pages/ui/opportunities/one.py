"""One opportunity's own view: terms, payoff, the chain around it, its volatility's past, warnings, formulas."""

from typing import Final

import numpy as np
import pandas as pd
import streamlit as st

from engine.market.bars import timestamp
from engine.options.opportunity import Opportunity
from engine.options.strategies.wheel import plan
from engine.services.opportunities.catalogue import Ideas
from engine.services.opportunities.looking import GROUPS, Look, look_at, told
from pages.ui.feed.alike import alike_card
from pages.ui.feed.idea_acts import idea_acts, idea_keys
from pages.ui.lab.drawing import draw
from pages.ui.loaded import rows_of_ideas
from pages.ui.look import NOT_KNOWN, day, moment, money, number, percent, plain, price, small, small_print, tokens
from pages.ui.opportunities.figures import payoff_chart, volatility_chart
from pages.ui.opportunities.wording import VIEWS, legs_of, shown, strike

HEADLINES: Final = (
    ("pop", "Chance of profit"), ("premium", "Premium"), ("max_loss", "Most it can lose"), ("ev", "Average outcome"),
)  # fmt: skip


def one_idea(found: Ideas, name: str) -> None:
    """The view, or the line that says that this idea is no longer there."""
    row = rows_of_ideas(found).get(name)
    if row is None:
        st.warning(
            f"{plain(name[:80])} is not among today's opportunities: its quotes have been replaced by newer ones.",
            icon=":material/history:",
        )
        return
    look = look_at(found, row)
    title(look)
    idea_acts(found, name)
    left, right = st.columns([2.2, 1], gap="medium")
    with left:
        payoff(look)
        chain_around(look)
    with right:
        wrong(look)
        wheel(look.one)
        alike_card(found, row)
        volatility(look)
    formulas(look.one)
    idea_keys(name)


def title(look: Look) -> None:
    """What it is, in a line, and four numbers."""
    one = look.one
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(f"### {plain(one.underlying)} · {one.kind.label}", width="content")
            if look.simulated:
                st.badge("Simulated", color="gray")
            if look.sector:
                st.badge(plain(look.sector), color="gray")
        expires = f"expires {day(timestamp(one.expiry))}, in {number(one['days'])} days"
        st.markdown(f"{plain(legs_of(one))}, {expires}. {small(f'It is {VIEWS[one.kind.view]}: {one.kind.earns}.')}")
        with st.container(horizontal=True, gap="medium"):
            for name, label in HEADLINES:
                st.metric(label, shown(name, one[name], one), help=formula_of(one, name), width=150)
        small_print(
            f"Quotes of {moment(timestamp(one.moment))}. One contract is for {number(one.multiplier)}"
            f" {'shares' if one.multiplier > 1 else 'coin'}; {plain(one.underlying)} stood at {strike(one['spot'])}."
            " The chance is the market's own (risk-neutral); the average is at its volatility at the money, costs paid."
            f"{before(one)}"
        )


def before(one: Opportunity) -> str:
    """How past ideas like it ended, with their number; nothing where too few are known."""
    if not np.isfinite(one["win_rate"]):
        return ""
    many, share = number(one["win_n"]), percent(one["win_rate"], 0)
    return f" Of {many} past ideas like it {share} made a profit; their weeks overlap."


def formula_of(one: Opportunity, name: str) -> str:
    """How a number is computed."""
    return next(
        f"{formula}{f' ({source})' if source else ''}"
        for group in GROUPS
        for key, _, _, formula, source in told(one, group)
        if key == name
    )


def payoff(look: Look) -> None:
    """Profit over prices, and a table of what a day could do."""
    one = look.one
    with st.container(border=True, gap="small"):
        st.markdown("**Profit of one contract over the price, in money**")
        small_print("Filled: at expiry. Violet: now. Dotted: a third and two thirds of the way, volatility unchanged.")
        told_ends = ", ".join(
            price(each) for each in (one["breakeven_low"], one["breakeven_high"]) if np.isfinite(each)
        )
        draw(
            payoff_chart(one, look.curves, tokens()), "idea_payoff",
            f"Profit at expiry and now over prices; breakeven at {told_ends or 'no price'}; now {strike(one['spot'])}",
        )  # fmt: skip
        folded = st.expander("If price and volatility move by tomorrow", key="idea_shifts", on_change="rerun")
        if folded.open:
            with folded:
                table = pd.DataFrame(
                    [[money(value, signed=True) for value in row] for row in look.shifts.profit],
                    index=[percent(each, 0, signed=True) for each in look.shifts.moves],
                    columns=[f"volatility {number(each * 100, 0, signed=True)} points" for each in look.shifts.points],
                )
                table.index.name = "price"
                st.dataframe(table, alt="Profit of one contract tomorrow by moves of price and volatility")


def chain_around(look: Look) -> None:
    """The quotes near the legs."""
    frame = look.around
    with st.container(border=True, gap="small"):
        st.markdown("**The chain around it**")
        written = pd.DataFrame({
            "": np.select([frame["leg"] > 0, frame["leg"] < 0], ["buy", "sell"], ""),
            "Expiry": frame["expiry"].dt.strftime("%d %b"), "Strike": frame["strike"], "Type": frame["type"],
            "Bid": frame["bid"], "Ask": frame["ask"], "Volatility": frame["volatility"],
            "Open interest": frame["open_interest"], "Volume": frame["volume"], "Unusual": frame["unusual"],
        })  # fmt: skip
        form = {
            "Strike": strike, "Bid": cents, "Ask": cents, "Volatility": percent, "Open interest": number,
            "Volume": number, "Unusual": number,
        }  # fmt: skip
        st.dataframe(
            written.style.format(form, na_rep=NOT_KNOWN), hide_index=True, height=280, key="idea_chain",
            placeholder=NOT_KNOWN,
            alt="Option quotes near the legs, with bid, ask, volatility, open interest and volume",
        )  # fmt: skip
        small_print("Open interest is yesterday's; volume is not buying. Volatility is worked out from the quotes.")


def cents(value: float) -> str:
    """A quote: two decimals, none from a thousand on."""
    return number(value, 2 if value < 1_000 else 0)


def wrong(look: Look) -> None:
    """What can go wrong, in sentences."""
    with st.container(border=True, gap="small"):
        st.markdown("**What can go wrong**")
        for text in look.warnings:
            st.markdown(f"- {plain(text)}")


def wheel(one: Opportunity) -> None:
    """What comes after each outcome, where the idea is the first turn of a wheel."""
    if one.strategy != "wheel":
        return
    with st.container(border=True, gap="small"):
        st.markdown("**The wheel from here, a share**")
        st.markdown("\n".join(f"1. {plain(line)}" for line in plan(one.legs[0].strike, one["premium"])))


def volatility(look: Look) -> None:
    """The volatility's past year, where it stands in it."""
    one, history = look.one, look.history
    with st.container(border=True, gap="small"):
        st.markdown("**Volatility for 30 days, % a year**")
        if history is None or not len(history.sigma):
            small_print("No history is known here: bring this underlying's chains of other days, and it begins.")
            return
        draw(
            volatility_chart(history, tokens()),
            "idea_volatility",
            "The last year's 30-day volatility, session by session",
        )
        if np.isfinite(one["iv_rank"]):
            small_print(
                f"Rank {number(one['iv_rank'])}, percentile {number(one['iv_percentile'])}, of {number(one['iv_n'])}"
                " sessions: rank places today between low and high, percentile counts the days below."
            )
        else:
            small_print(
                f"{number(one['iv_n'])} sessions are too few for rank and percentile; from 20 on they are told."
            )


def formulas(one: Opportunity) -> None:
    """Every number with its formula, group by group."""
    folded = st.expander(
        "Every number and its formula", icon=":material/function:", key="idea_formulas", on_change="rerun"
    )
    if not folded.open:
        return
    with folded:
        for group in GROUPS:
            rows = [
                (label, shown(name, value, one), formula, source)
                for name, label, value, formula, source in told(one, group)
            ]
            st.markdown(f"**{group}**")
            st.dataframe(
                pd.DataFrame(rows, columns=["Number", "Value", "How it is computed", "Source"]), hide_index=True,
                key=f"idea_numbers_{group}", alt=f"{group}: numbers with their formulas",
                column_config={"How it is computed": st.column_config.TextColumn(width="large")},
            )  # fmt: skip
