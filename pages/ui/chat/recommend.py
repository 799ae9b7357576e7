"""The dialog of a recommendation: four questions, the search, what speaks for its answer, and taking it over."""

import re
from typing import Any, Final

import pandas as pd
import streamlit as st

from engine.bots.search.evidence import Line
from engine.bots.search.preference import LEAST_CAPITAL, MOST_CAPITAL, Preference, Question
from engine.bots.search.verdict import Kind
from engine.core.errors import ToptionError
from engine.market.bars import timestamp
from engine.services.recommend import Recommendation, interview
from engine.services.tune_bot import Bot
from pages.ui.chat.acts import put_settings
from pages.ui.chat.recommend_job import RecommendJob
from pages.ui.loaded import SETUP, engine
from pages.ui.look import NOT_KNOWN, day, number, on_accent, percent, small_print
from pages.ui.state import session, tell
from pages.ui.tuner.change_panel import changes
from pages.ui.wording import explained

MINUS: Final = re.compile(r"(?<![\w.])-(?=\d)")
EVERY: Final = 0.2  # seconds between two looks at a search
TRYING: Final = "Trying settings on the past …"
BADGES: Final[dict[Kind, tuple[str, str, Any]]] = {
    "held_up": ("Held up", ":material/check:", "blue"),
    "could_be_luck": ("Could be luck", ":material/casino:", "orange"),
    "keep_bot": ("Keep your bot", ":material/pan_tool:", "gray"),
    "keep_holding": ("Nothing better", ":material/pan_tool:", "gray"),
    "keep_cash": ("Nothing better", ":material/pan_tool:", "gray"),
}


@st.dialog("Recommend a configuration for me", width="large", icon=":material/explore:")
def recommend_dialog(bot: Bot) -> None:
    """Questions first, then progress, then the answer; a search whose window was closed goes on."""
    job = session().recommending.get(bot.id)
    if job is not None and job.is_running:
        watch(job)
    if job is None:
        ask(bot)
    elif job.problem:
        st.error(explained(job.problem), icon=":material/block:")
        st.button("Answer again", key="recommend_again", on_click=ask_again, args=(bot,))
    elif job.found is None:
        ask_again(bot)
        ask(bot)
    else:
        answer(bot, job.found)


def ask(bot: Bot) -> None:
    """The interview, and the button that begins the search."""
    goal, risk, patience, capital = interview()
    with st.form("interview", border=False):
        left, right = st.columns(2, gap="medium")
        with left:
            picked = {"goal": radio(goal)}
        with right:
            picked |= {each.name: segments(each) for each in (risk, patience)}
            money = st.number_input(
                "Capital, in the market's currency", LEAST_CAPITAL, MOST_CAPITAL, float(capital.default), 1_000.0,
                format="%.0f", key="interview_capital", width=240,
            )  # fmt: skip
        if st.form_submit_button(on_accent("Search"), type="primary", key="recommend_begin"):
            begin(bot, float(money), picked)
    small_print(
        "A few seconds. Settings are chosen on the past and judged on the days after it, costs paid. Nothing changes."
    )


def begin(bot: Bot, capital: float, picked: dict[str, Any]) -> None:
    """Start the search, or say which answer cannot be taken."""
    try:
        wanted = Preference(capital=capital, **picked)
    except ToptionError as error:
        st.error(explained(str(error)), icon=":material/block:")
        return
    session().recommending[bot.id] = RecommendJob(engine(), bot, wanted, SETUP)
    st.rerun(scope="fragment")


def radio(question: Question) -> str:
    """One answer out of a list, each with what it means."""
    labels = {choice.value: choice.label for choice in question.choices}
    values = list(labels)
    return str(
        st.radio(
            question.text, values, index=values.index(question.default), format_func=labels.__getitem__,
            captions=[choice.meaning for choice in question.choices], key=f"interview_{question.name}",
        )
    )  # fmt: skip


def segments(question: Question) -> str:
    """One answer out of a row."""
    labels = {choice.value: choice.label for choice in question.choices}
    helps = "; ".join(dict.fromkeys(choice.meaning for choice in question.choices))
    return str(
        st.segmented_control(
            question.text, list(labels), default=question.default, format_func=labels.__getitem__, required=True,
            key=f"interview_{question.name}", help=helps[:1].upper() + helps[1:], wrap=True,
        )
    )  # fmt: skip


def watch(job: RecommendJob) -> None:
    """How far the search is, until it is there; a press of Cancel comes between two looks."""
    place = st.empty()
    with place.container():
        bar = st.progress(job.share, text=TRYING)
        st.button("Cancel", key="recommend_cancel", on_click=job.stop)
        small_print("You may close this window: the answer waits here.")
    while job.is_running:
        job.wait(EVERY)
        bar.progress(job.share, text=TRYING)
    place.empty()


def ask_again(bot: Bot) -> None:
    """Forget the answer."""
    session().recommending.pop(bot.id, None)


def answer(bot: Bot, found: Recommendation) -> None:
    """The verdict, what speaks for it, what would change, and the way to take it over."""
    verdict = found.verdict
    label, icon, colour = BADGES[verdict.kind]
    with st.container(gap="xsmall"):
        st.badge(label, icon=icon, color=colour)
        st.markdown(f"**{spoken(verdict.headline)}**")
        for misfit in verdict.misfits:
            st.markdown(f":orange[:material/warning: {spoken(misfit)}]")
        for reason in verdict.reasons:
            small_print(spoken(reason))
    table = pd.DataFrame([row(line) for line in found.evidence.lines], columns=COLUMNS)
    judged = " to ".join(day(timestamp(ms)) for ms in (found.sources.judged_ms, found.sources.last_ms))
    small_print(f"The days that no choice had seen, {judged}; costs paid, falls at daily closes")
    st.dataframe(
        table, hide_index=True, key="recommend_table", height="content",
        alt="The search, the bot, holding and cash on the days that no choice had seen",
    )  # fmt: skip
    outcome = found.decided()
    is_current = found.start == bot.head.parameters
    if outcome is not None and is_current:
        st.markdown("**What would change**")
        changes(found.start, outcome.parameters)
    elif outcome is not None:
        st.markdown(":orange[:material/warning: Your bot has changed since this search began. Answer again.]")
    with st.container(horizontal=True, gap="small"):
        if outcome is not None and is_current:
            wanted = outcome.parameters
            if st.button(on_accent("Put into my change"), type="primary", key="recommend_take"):
                put_settings(bot, wanted)
                ask_again(bot)
                tell("done", "The recommended settings are in your change. Look at it, then press Apply.")
                st.rerun()
            if st.button("Discard", key="recommend_discard"):
                ask_again(bot)
                st.rerun()
        st.button("Answer again", key="recommend_again", type="tertiary", on_click=ask_again, args=(bot,))


def spoken(text: str) -> str:
    """What the engine says, with the screen's minus sign before numbers."""
    return explained(MINUS.sub("−", text))


COLUMNS: Final = (
    "On these days",
    "Return",
    "Sharpe a year",
    "95 %",
    "Worst fall",
    "Longest below a high",
    "Trades a week",
)


def row(line: Line) -> tuple[str, ...]:
    """One line of the evidence."""
    value, low, high = line.sharpe.value, line.sharpe.low, line.sharpe.high
    is_known = value is not None and low is not None and high is not None
    return (
        line.name,
        percent(line.total_return, 2, signed=True),
        number(value or 0.0, 2) if is_known else NOT_KNOWN,
        f"{number(low or 0.0, 2)} to {number(high or 0.0, 2)}" if is_known else NOT_KNOWN,
        percent(-line.worst_fall, 2),
        f"{number(line.days_below)} days",
        NOT_KNOWN if line.trades_a_week is None else number(line.trades_a_week, 1),
    )
