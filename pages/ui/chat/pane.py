"""The conversation beside the chart: what was said, the change by hand where there is one, and the box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from engine.bots.guards.finding import Finding
from engine.bots.parameters import BotParameters
from engine.core.errors import ToptionError
from engine.services import converse, tune_bot
from engine.services.conversation.message import Message
from engine.services.tune_bot import Bot, Measured
from pages.ui.chat import acts, effect, parts
from pages.ui.chat.cards import Screen, State, states
from pages.ui.chat.entries import entries
from pages.ui.chat.recommend import recommend_dialog
from pages.ui.loaded import engine
from pages.ui.look import money
from pages.ui.state import last_heard, session
from pages.ui.tuner import actions
from pages.ui.tuner.change_panel import Told, limits, panel, warnings
from pages.ui.wording import explained, labelled

LOOKS_A_SECOND: Final = 5
MOST_WARNINGS: Final = 3
LEAST_SHOWN: Final = 0.005  # dollars; less would read as nothing


@dataclass(frozen=True, slots=True)
class Place:
    """What the pane stands beside: the bot, the settings shown, their replay, what is told."""

    bot: Bot
    shown: BotParameters
    replay: Measured
    told: Told


@dataclass(frozen=True, slots=True)
class Talk:
    """What was said, how each card stands to the screen, what the guardrails say, and how far the log was heard."""

    messages: Sequence[Message]
    known: Mapping[str, State]
    found: tuple[Finding, ...]
    heard: int


def pane(place: Place) -> None:
    """The whole pane."""
    bot = place.bot
    if acts.settle(bot):
        st.rerun()
    messages = converse.talk(engine(), bot)
    acts.take_up(bot, messages)
    found = tune_bot.judged(place.shown, place.replay, bot.step, actions.profile())
    known = states(messages, Screen(bot, place.shown, session().editing.get(bot.id, "")))
    talk = Talk(messages, known, found, last_heard(log_key(bot)))
    with st.container(border=True, gap="small", key="conversation"):
        if waiting(bot) is None:
            with st.container():  # as a fragment has one: the log stays what it is when the waiting begins and ends
                conversation(place, talk)
        else:
            st.fragment(awaited, run_every=1 / LOOKS_A_SECOND)(place, talk)
        if place.told.said:
            st.markdown(f":small[:blue[:material/check: {explained(place.told.said)}]]")
        if place.shown == bot.head.parameters:
            warnings(found)
        elif is_by_hand(place, talk):
            panel(bot, place.shown, place.told, found)
        box(place, talk)
    limits()
    if session().advising == bot.id:
        session().advising = None
        recommend_dialog(bot)


def log_key(bot: Bot) -> str:
    """The name under which the log is heard."""
    return f"talk_{bot.id}"


def waiting(bot: Bot) -> dict[str, str] | None:
    """What has come so far of an answer that is on its way."""
    asking = session().asking.get(bot.id)
    if asking is None or not asking.is_running:
        return None
    return {"id": asking.id, "text": asking.text, "by": "Claude" if engine().settings.has_claude_key else ""}


def awaited(place: Place, talk: Talk) -> None:
    """The conversation while an answer is on its way: looked at again and again, the page once there is more."""
    if waiting(place.bot) is None or last_heard(log_key(place.bot)) != talk.heard:
        acts.settle(place.bot)
        st.rerun()
    conversation(place, talk)


def conversation(place: Place, talk: Talk) -> None:
    """Everything that was said, the open card with its effect."""
    bot = place.bot
    shown = entries(talk.messages, talk.known, Screen(bot, place.shown))
    cards = {each.id: each.card for each in talk.messages}
    for entry in shown:
        card = cards[entry["id"]]
        if card is not None and entry["card"]["state"] == "open":
            entry["card"] |= judged(place, talk.found, card.warnings)
    refusal, awaits = refused(bot), waiting(bot)
    if awaits and shown:
        shown[-1]["is_unanswered"] = False
    data: dict[str, Any] = {
        "entries": shown, "waiting": awaits, "done": [refusal["id"]] if refusal else [],
        "reader": reader(),
        "is_short": is_by_hand(place, talk),
    }  # fmt: skip
    parts.log(log_key(bot), data, lambda key: acts.listener(bot, key))


def reader() -> str:
    """Who reads the words; what Claude cost today."""
    if not engine().settings.has_claude_key:
        return "offline interpreter"
    cost = converse.cost_today(engine())
    return f"Claude answers, today {'under $0.01' if 0 < cost < LEAST_SHOWN else money(cost)}"


def is_by_hand(place: Place, talk: Talk) -> bool:
    """Whether something is moved that no open card stands for."""
    return place.shown != place.bot.head.parameters and "open" not in talk.known.values()


def box(place: Place, talk: Talk) -> None:
    """Suggestions and the box; why Claude cannot be asked although there is a key."""
    bot = place.bot
    chips = converse.suggestions(engine(), bot, place.shown, talk.found) if talk.messages else ()
    shown = {"chips": list(chips), "refused": refused(bot), "problem": engine().settings.claude_problem}
    parts.box(f"box_{bot.id}", {**shown, "is_busy": waiting(bot) is not None}, lambda key: acts.listener(bot, key))


def measured(place: Place) -> tuple[dict[str, Any] | None, str]:
    """What the open card's change would have done, on the candles that the page measures on; or why not."""
    if place.told.refused:
        return None, place.told.refused
    try:
        made = place.told.effect()
    except ToptionError as error:
        return None, str(error)
    rows = effect.rows(made)
    return {
        "title": f"Measured on {place.told.period}, against version {place.bot.head.number}",
        "rows": rows,
        "sentence": "Both trade the same." if made.is_same else made.total_return.sentence,
    }, ""


def judged(place: Place, found: Sequence[Finding], warned: Sequence[str]) -> dict[str, Any]:
    """The open card's effect, what forbids it, and what to look out for; each said once."""
    shown, problem = measured(place)
    blocked = [each.message for each in found if each.level == "impossible"] + [problem] * bool(problem)
    others = [each.message for each in found if each.level == "warning"]
    told = [text for text in dict.fromkeys([*warned, *others]) if text not in blocked]
    return {
        "effect": shown,
        "blocked": list(map(labelled, blocked)),
        "warnings": list(map(labelled, told[:MOST_WARNINGS])),
    }


def refused(bot: Bot) -> dict[str, str] | None:
    """Words that were not taken, and why: they go back into the box."""
    asking = session().asking.get(bot.id)
    if asking is None or asking.is_running or not asking.problem:
        return None
    return {"id": asking.id, "words": asking.words, "pasted": asking.pasted, "told": labelled(asking.problem)}
