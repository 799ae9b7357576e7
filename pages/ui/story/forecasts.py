"""The story of the forecasts: how they are made, what they were worth on real coins, and what they do not know."""

import streamlit as st

from engine.services.candles import Listing
from engine.services.outlook import SURE
from engine.services.story import MeasuredForecasts
from pages.ui.forecast.words import in_numbers, listed, skill
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.differences import Whisker, difference_chart
from pages.ui.look import number, percent, small_print, tokens

NAMES = {"E4": "E4, ours", "E7": "E7, the simple one"}


def forecasts(found: MeasuredForecasts | None, listings: list[Listing]) -> None:
    """The card over the whole width."""
    with st.container(border=True, gap="small", key="story_forecasts"):
        st.subheader("Seven days ahead", anchor=False)
        left, right = st.columns([1, 1.25], gap="medium")
        with left:
            told()
            if found is not None:
                crises(found)
            if listings:
                st.page_link(
                    "../tune_a_bot.py", label="See the forecast of a market, with its own record",
                    icon=":material/query_stats:",
                    query_params={"market": f"{listings[0].symbol} · {listings[0].step}", "tab": "Forecast"},
                )  # fmt: skip
        with right:
            if found is None:
                small_print("No run of the benchmark is kept here: `python -m benchmarks.forecast_models` makes one.")
            else:
                measured(found)


def told() -> None:
    """What it is, and what it does not know."""
    st.markdown(
        "A forecast says **how far** a price may move, not which way. Its width comes from how wild the market has been"
        " over days, weeks and a year, learned from all markets together (E4); its shape from what came after such days"
        " before; then each range is moved until, over four years, it would have held as often as it says. Days follow"
        " each other as past weeks did, which is what the chances of touching a price are counted on."
    )
    st.markdown(
        "**It does not know** direction, news, or the week in which everything breaks: then its ranges fail, and the"
        " table shows how badly. A coin with less than a year of candles, and every simulated one, is answered by E7,"
        " two lines of arithmetic. Markets that rest at weekends get none."
    )


def measured(found: MeasuredForecasts) -> None:
    """The benchmark's figures with their errors, n and dates."""
    whiskers = tuple(
        Whisker(
            NAMES.get(each.name, each.name), each.skill - SURE * each.error, each.skill, each.skill + SURE * each.error
        )
        for each in found.models
        if each.skill is not None and each.error is not None
    )
    small_print(f"Skill over a random walk, %, 95 % range, {number(found.origins)} past forecasts")
    draw(
        difference_chart(whiskers, "less error than the random walk, %", tokens()), "story_skills",
        "Skill over a random walk: " + "; ".join(
            f"{each.name} {skill(each.skill, each.error)} %" for each in found.models if each.skill is not None
        ) + ". The table under it holds every number.",
    )  # fmt: skip
    in_numbers()
    listed(
        {
            "Model": [NAMES.get(each.name, each.name) for each in found.models],
            "Skill, % ± error": [worth(each.skill, each.error) for each in found.models],
            "50 / 80 / 95 % held": [shares(each.held) for each in found.models],
            "after 7 days": [shares(each.held_week) for each in found.models],
        },
        "story_models", "The models with their skill and how often their ranges held",
    )  # fmt: skip
    right, error, weeks = found.direction
    small_print(
        f"E4 beats E7 by {skill(*found.over_e7)} %. Direction: {number(right, 1)} % ± {number(error, 1)} of"
        f" {number(weeks)} weeks went against the week before them, half is chance. Knowing the coming volatility"
        " exactly would give a skill of about 6 %: more would be a leak."
    )
    small_print(
        f"Replayed, none of it issued at the time: {', '.join(found.markets)}, {found.what}; {number(found.origins)}"
        f" forecasts every {found.every} days, {found.first} to {found.last}, each with nothing later than its day."
        f" Measured on {found.measured_on}, {found.machine}, by `{found.command}`. Errors are standard errors; coins"
        " move together, so that forecasts of one day count as one."
    )


def worth(percent_of: float | None, error: float | None) -> str:
    """A model's skill with its error, or that the others are measured against it."""
    return "the reference" if percent_of is None else skill(percent_of, error)


def crises(found: MeasuredForecasts) -> None:
    """Which ranges of ours held in the week before markets broke."""
    ours = found.models[0]
    listed(
        {
            f"{ours.name} before markets broke": [f"{each.name}, {each.day}" for each in ours.crises],
            "Forecasts": [each.origins for each in ours.crises],
            "50 / 80 / 95 % held": [shares(each.shares) for each in ours.crises],
            "80 %, weeks around": [percent(each.shares_around[1], 0) for each in ours.crises],
        },
        "story_crises", "Which ranges held in the week before markets broke",
    )  # fmt: skip


def shares(found: tuple[float, ...]) -> str:
    """Shares of the 50, 80 and 95 % ranges in one cell."""
    return f"{' / '.join(number(100 * each, 1) for each in found)} %"
