"""Designing an experiment that runs on paper by itself: its limits, how many days it takes, and keeping it."""

from typing import Any, Final

import streamlit as st

from engine.bots.backtest import Costs
from engine.core.errors import ToptionError
from engine.experiments.experiment import METHODS as METHOD_NAMES
from engine.experiments.paper.design import FEWEST_DAYS, MOST_DAYS, Limits
from engine.experiments.paper.judged import BASIS_POINTS
from engine.experiments.planning import POWER
from engine.services.review_rankings.paper import designing, planning
from engine.services.review_rankings.paper.designing import Plan, Wanted
from engine.services.review_rankings.paper.planning import Need, Past
from pages.ui.experiments.acting import WHOLE, may_act, why_not
from pages.ui.experiments.bots.arms import CAPITAL, FEE, asked_arms, asked_bot, asked_markets
from pages.ui.experiments.wording import METHODS
from pages.ui.loaded import engine
from pages.ui.look import number, on_accent, percent, plain, small_print
from pages.ui.opportunities.asked import st_value
from pages.ui.state import tell

KEPT: Final[dict[str, Any]] = {"persist_state": "page"}
YEAR: Final = 365
USUAL_DAYS: Final = 112
FALL: Final = 10.0


def judged() -> None:
    """What decides, the limits, and how often one may look."""
    with st.container(border=True, gap="small"):
        st.markdown("**What it is judged by**")
        small_print(
            "The net return of a day, after fees, funding and slippage, as a share of the capital: each arm less"
            " today's on the same day, all markets alike."
        )
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            st.number_input(
                "Stop at a fall of, %", 0.0, 100.0, FALL, 1.0, "%.1f", key="exp_fall", width=150,
                help="The deepest fall of an arm's equity on paper; 0 for no limit.", **KEPT,
            )  # fmt: skip
            st.number_input(
                "Fees a day, basis points", 0.0, 1_000.0, 0.0, 0.1, "%.2f", key="exp_fees", width=180,
                help="Of the capital; stops an arm whose mean is above it by more than chance explains. 0: no limit.",
                **KEPT,
            )  # fmt: skip
            st.number_input(
                "Positions a day and market", 0.0, 1_000.0, 0.0, 1.0, "%.1f", key="exp_trades", width=200,
                help="Positions opened, the mean of a day; 0 for no limit.", **KEPT,
            )  # fmt: skip
        st.selectbox(
            "How often one may look", list(METHOD_NAMES), format_func=METHODS.__getitem__, key="exp_method", **KEPT
        )


def asked_limits() -> Limits:
    """The limits that were set."""
    fall, fees, trades = (float(st_value(key, usual)) for key, usual in
                          (("exp_fall", FALL), ("exp_fees", 0.0), ("exp_trades", 0.0)))  # fmt: skip
    return Limits(fall / WHOLE or None, fees / BASIS_POINTS or None, trades or None)


def asked() -> Wanted | None:
    """What the widgets ask for; None where there is no bot."""
    bot = asked_bot()
    if bot is None:
        return None
    fee = float(st_value("exp_fee", FEE)) / WHOLE
    return Wanted(
        (bot.symbol, bot.step), asked_arms(bot), asked_markets(bot), asked_limits(),
        float(st_value("exp_capital", CAPITAL)), Costs(fee, fee),
    )  # fmt: skip


def calculator() -> Need | None:
    """Ask for the difference that would matter, tell what it takes by what these arms did before; None if unknown."""
    with st.container(border=True, gap="small", key="exp_power"):
        st.markdown("**How long will it take?**")
        with st.container(horizontal=True, gap="small"):
            effect = st.number_input(
                "A difference a day that would matter, basis points", 0.01, 1_000.0, 0.5, 0.1, "%.2f",
                key="exp_points", help="A basis point is a ten-thousandth of the capital.",
            )  # fmt: skip
            power = st.number_input("Chance to see it, %", 50.0, 99.0, POWER * WHOLE, 5.0, "%.0f", key="exp_sure")
        app, wanted = engine(), asked()
        try:
            if wanted is None:
                return None
            told = planning.past(app, designing.paper_of(app, app.principal, wanted))
            need = planning.need(told, effect / BASIS_POINTS, power / WHOLE)
        except ToptionError as error:
            small_print(plain(f"{error} Set the days by hand."))
            return None
        left, right = st.columns(2)
        left.metric("Days", "over a century" if need.days is None else number(need.days))
        right.metric("A year of it", percent(effect * YEAR / BASIS_POINTS, 1, signed=True))
        for each, (name, _) in zip(told, wanted.arms[1:], strict=True):
            small_print(plain(past_told(each, name, wanted.arms[0][0])))
        small_print(plain(sees_told(need, power)))
        return need


def past_told(each: Past, name: str, control: str) -> str:
    """What an arm did before against control."""
    value, low, high = (
        number((one or 0.0) * BASIS_POINTS, 2, signed=True) for one in (each.mean.value, each.mean.low, each.mean.high)
    )
    return (
        f"In the last {number(each.mean.n)} days {name} made {value} basis points a day against {control} ({low} to"
        f" {high}), with a long-run deviation of {number(each.deviation * BASIS_POINTS, 2)} between days. Its deepest"
        f" fall was {percent(each.fall, 2)}, fees {number(each.fees * BASIS_POINTS, 2)} basis points and"
        f" {number(each.trades, 2)} positions a day. The past was there when the arms were chosen: it plans, and proves"
        " nothing."
    )


def sees_told(need: Need, power: float) -> str:
    """What plans of usual lengths would see."""
    told = ", ".join(f"{number(days)} days {number(effect * BASIS_POINTS, 2)}" for days, effect in need.sees)
    return f"Seen with {number(power)} % by plans of other lengths, in basis points a day: {told}."


def plan(need: Need | None) -> None:
    """The plan's days, and the button."""
    days = None if need is None or need.days is None else min(need.days, MOST_DAYS)
    with st.container(border=True, gap="small"):
        st.markdown("**The plan**")
        if days is None or st.toggle("Set its days by hand", key="exp_by_hand", **KEPT):
            st.number_input("Days", FEWEST_DAYS, MOST_DAYS, days or USUAL_DAYS, 7, key="exp_paper_days")
        else:
            small_print(f"It is over after {number(days)} days with candles.")
        st.button(
            on_accent("Keep this design") if may_act() else "Keep this design", type="primary", key="exp_keep",
            disabled=not may_act(), help=why_not(), on_click=keep, args=(days,),
        )  # fmt: skip
        small_print(
            "A design is never changed: whoever looks later must know what was asked. Nothing runs yet, and no order is"
            " ever sent: it is paper."
        )


def keep(days: int | None) -> None:
    """Keep the design and go to its page; what does not go is told, and the form stays as it is."""
    app = engine()
    try:
        wanted = asked()
        if wanted is None:
            return
        length = int(st_value("exp_paper_days", USUAL_DAYS)) if days is None or st_value("exp_by_hand", False) else days
        key, why = (str(st_value(name, "")).strip() for name in ("exp_name", "exp_hypothesis"))
        made = Plan(key, why, length, st_value("exp_method", METHOD_NAMES[0]))
        designing.design(app, app.principal, made, wanted)
    except ToptionError as error:
        tell("refused", str(error))
        return
    st.query_params.pop("view", None)
    st.query_params["experiment"] = key
    tell("done", f"{key} is kept. It starts when you press Start.")
