"""Models side by side: ours, the simple ones it has to beat, others' and one's own, each with its error and its n."""

import streamlit as st

from engine.services.outlook import SURE, Worth
from engine.services.track.record import LiveRecord
from pages.ui.forecast.known import Known, beside_each_other
from pages.ui.forecast.own_job import Own, OwnJob
from pages.ui.forecast.words import between, in_numbers, listed, skill, three
from pages.ui.forecast.worth import live_skill
from pages.ui.lab.drawing import draw
from pages.ui.lab.figures.differences import Whisker, difference_chart
from pages.ui.look import NOT_KNOWN, plain, small_print, tokens
from pages.ui.wording import explained

WALK = "a normal random walk, whose size follows the last days"


def models_card(at: Known, live: LiveRecord, own: Own) -> None:
    """Those that were replayed, then those that spoke live; the two kinds stand apart in the list too."""
    rows = beside_each_other(at.market, at.after.result.parameters.timeframe)
    others = [each for each in live.sources if each.origin != "ours"]
    with st.container(border=True, gap="small", key="forecast_models"):
        st.markdown("**Models side by side**")
        if not rows:
            small_print("There are too few weeks here to tell models apart.")
        else:
            compared(at, rows)
        for each in others:
            told = f"**{plain(each.source)}** ({each.origin}, issued live): {plain(each.sentence)}"
            st.markdown(f"{told} Skill: {live_skill(each)} %. {plain(each.direction.sentence)}")
        own_lines(own)


def compared(at: Known, rows: tuple[Worth, ...]) -> None:
    """The skill of each as a whisker beside the list of their numbers."""
    whiskers = tuple(
        Whisker(each.model, each.skill - SURE * each.error, each.skill, each.skill + SURE * each.error)
        for each in rows
        if each.skill is not None and each.error is not None
    )
    if len(whiskers) < 2:  # one dot is no picture
        numbers(at, rows)
        return
    left, right = st.columns([1, 1.6], gap="medium")
    with left:
        small_print("Skill over the random walk, %, 95 % range")
        draw(
            difference_chart(whiskers, "less error than the random walk, %", tokens()), "forecast_skills",
            f"Skill over the random walk, %: {', '.join(f'{each.model} {worth(each)}' for each in rows)}."
            " The table beside it holds every number.",
        )  # fmt: skip
    with right:
        numbers(at, rows)


def numbers(at: Known, rows: tuple[Worth, ...]) -> None:
    """The list of the models, and what skill means."""
    in_numbers()
    listed(
        {
            "Model, replayed": [each.model for each in rows],
            "Skill, % ± error": [worth(each) for each in rows],
            "50 / 80 / 95 % held": [three(each.held) if each.held else NOT_KNOWN for each in rows],
            "80 %, 95 % range": [between(each.held[1]) if each.held else NOT_KNOWN for each in rows],
            "Weeks": [each.weeks for each in rows],
        },
        "forecast_models_table", "Every model: its skill over all days, how often its ranges held after 7 days",
    )  # fmt: skip
    small_print(
        f"Skill is how much smaller the CRPS, an error of whole ranges, is than that of {WALK}, over all days."
        " Held: after 7 days." + (" Simulated prices: no word on real coins." if at.is_simulated else "")
    )


def worth(each: Worth) -> str:
    """A model's skill with its error, or that the others are measured against it."""
    return "the reference" if each.skill is None else skill(each.skill, each.error)


def own_lines(own: Own) -> None:
    """None, at work, or what is wrong with some; what they said is drawn and listed."""
    if own.job is None:
        small_print("No forecast model of your own is installed. One takes three methods and an entry point.")
        return
    if not own.is_done:
        waiting(own.job, own.names)
        return
    if own.job.problem:
        st.warning(explained(own.job.problem), icon=":material/block:")
    for each in own.job.found:
        if each.trouble:
            st.warning(explained(f"{each.trouble[:1].upper()}{each.trouble[1:]}"), icon=":material/block:")


@st.fragment(run_every=1.0)
def waiting(job: OwnJob, names: tuple[str, ...]) -> None:
    """Looks again until they are done, then draws the page once more, with their lines on the picture."""
    small_print(f"At work: {plain(', '.join(names))} …")
    if not job.is_running:
        st.rerun()
