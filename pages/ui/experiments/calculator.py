"""How many traders and days an effect takes, by what the log itself says of the metric."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.experiments.planning import POWER
from engine.services.review_rankings import running
from engine.services.review_rankings.traffic import A_DAY
from engine.services.sample import is_here
from pages.ui.experiments.acting import WHOLE
from pages.ui.experiments.wording import label
from pages.ui.loaded import engine
from pages.ui.look import number, percent, plain, small_print
from pages.ui.metrics.units import in_unit

LONGEST: Final = 3_650


@dataclass(frozen=True, slots=True)
class Need:
    """Traders in all and days that a plan takes."""

    traders: int
    days: int


def calculator(metric: str, coverage: float, shares: tuple[float, ...]) -> Need | None:
    """Ask for the effect that would matter, tell what it takes; None where the log cannot say."""
    with st.container(border=True, gap="small", key="exp_power"):
        st.markdown("**How long will it take?**")
        with st.container(horizontal=True, gap="small"):
            effect = st.number_input("An effect that would matter, %", 1.0, 200.0, 15.0, 1.0, "%.0f", key="exp_wanted")
            power = st.number_input("Chance to see it, %", 50.0, 99.0, POWER * WHOLE, 5.0, "%.0f", key="exp_sure")
        a_day = st.number_input(
            "Traders who come a day", 1.0, 1e6, float(A_DAY) if is_here(engine()) else None, 10.0, "%.0f",
            key="exp_comers", placeholder="as the log says",
            help="Simulated traffic brings as many as stand here. Empty: who came in the last 28 days, over 28.",
        )  # fmt: skip
        try:
            app = engine()
            known = None if a_day is None else a_day * coverage
            told = running.plan_for(
                app, app.principal, metric, running.Aim(effect / WHOLE, power / WHOLE, shares), known
            )
        except ToptionError as error:
            small_print(plain(f"{error} Set the plan's end by hand."))
            return None
        left, right = st.columns(2)
        left.metric("Traders in all", number(told.plan.traders))
        right.metric("Days", "over ten years" if told.plan.days is None else number(told.plan.days))
        small_print(plain(
            f"{label(metric)} was {in_unit(metric, told.mean)} with a deviation of {in_unit(metric, told.deviation)}"
            f" between traders in the last 28 days, n {number(told.traders)}. {percent(effect / WHOLE, 0)} of that are"
            f" {in_unit(metric, told.plan.effect)}. For shares of {split(shares)}, looked at every day, with"
            f" {number(told.traders_a_day, 0 if told.traders_a_day >= 10 else 1)} newcomers a day."
        ))  # fmt: skip
        return Need(told.plan.traders, told.plan.days or LONGEST)


def split(shares: tuple[float, ...]) -> str:
    """The variants' shares."""
    return " to ".join(percent(each, 0) for each in shares)
