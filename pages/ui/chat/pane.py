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
from pages.ui.chat.cards import Screen, State, spoken, states
from pages.ui.chat.entries import entries
from pages.ui.loaded import engine
from pages.ui.look import plain
from pages.ui.state import session
from pages.ui.tuner import actions
from pages.ui.tuner.change_panel import Told, limits, panel, warnings

LOOKS_A_SECOND: Final = 5
MOST_WARNINGS: Final = 3


@dataclass(frozen=True, slots=True)
class Place:
    """What the pane stands beside: the bot, the settings shown, the replays of saved and shown, what is told."""

    bot: Bot
    shown: BotParameters
    replays: tuple[Measured, Measured]
    told: Told


def pane(place: Place) -> None:
    """The whole pane."""
    bot = place.bot
    if acts.settle(bot):
        st.rerun()
    found = tune_bot.judged(place.shown, place.replays[1], bot.step, actions.profile())
    talk = converse.talk(engine(), bot)
    known = states(talk, Screen(bot, place.shown, session().editing.get(bot.id, "")))
    with st.container(border=True, gap="small"):
        if waiting(bot) is None:
            conversation(place, talk, known, found)
        else:
            st.fragment(awaited, run_every=1 / LOOKS_A_SECOND)(place, talk, known, found)
        if place.told.said:
            st.markdown(f":small[:blue[:material/check: {plain(place.told.said)}]]")
        if place.shown == bot.head.parameters:
            warnings(found)
        elif "open" not in known.values():
            panel(bot, place.shown, place.replays, place.told, found)
        chips = () if not talk else converse.suggestions(engine(), bot, place.shown, found)
        parts.box(f"box_{bot.id}", chips, refused(bot), "", lambda key: acts.listener(bot, key))
    limits()


def waiting(bot: Bot) -> dict[str, str] | None:
    """What has come so far of an answer that is on its way."""
    asking = session().asking.get(bot.id)
    if asking is None or not asking.is_running:
        return None
    return {"id": asking.id, "text": asking.text, "by": ""}


def awaited(place: Place, talk: Sequence[Message], known: Mapping[str, State], found: Sequence[Finding]) -> None:
    """The conversation while an answer is on its way: looked at again and again, the page once it is there."""
    if waiting(place.bot) is None:
        acts.settle(place.bot)
        st.rerun()
    conversation(place, talk, known, found)


def conversation(place: Place, talk: Sequence[Message], known: Mapping[str, State], found: Sequence[Finding]) -> None:
    """Everything that was said, the open card with its effect."""
    bot = place.bot
    shown = entries(talk, known, Screen(bot, place.shown))
    for entry in shown:
        if entry["card"] and entry["card"]["state"] == "open":
            card = next(each.card for each in talk if each.id == entry["id"])
            entry["card"] |= judged(place, found, card.warnings if card else ())
    refusal = refused(bot)
    done = [refusal["id"]] if refusal else []
    data: dict[str, Any] = {"entries": shown, "waiting": waiting(bot), "reader": "offline interpreter", "done": done}
    parts.log(f"talk_{bot.id}", data, lambda key: acts.listener(bot, key))


def measured(place: Place) -> tuple[dict[str, Any] | None, str]:
    """What the open card's change would have done, on the candles that the page measures on; or why not."""
    before, after = place.replays
    if place.told.refused:
        return None, place.told.refused
    try:
        made = tune_bot.effect(before, after)
    except ToptionError as error:
        return None, str(error)
    rows = effect.rows(made, before.performance, after.performance)
    title = f"Measured on {place.told.period}"
    return {"title": title, "rows": rows, "sentence": made.total_return.sentence}, ""


def judged(place: Place, found: Sequence[Finding], warned: Sequence[str]) -> dict[str, Any]:
    """The open card's effect, what forbids it, and what to look out for; each said once."""
    shown, problem = measured(place)
    blocked = [each.message for each in found if each.level == "impossible"] + [problem] * bool(problem)
    others = [each.message for each in found if each.level == "warning"]
    said = [spoken(text) for text in dict.fromkeys([*warned, *others]) if text not in blocked]
    return {"effect": shown, "blocked": blocked, "warnings": said[:MOST_WARNINGS]}


def refused(bot: Bot) -> dict[str, str] | None:
    """Words that were not taken, and why: they go back into the box."""
    asking = session().asking.get(bot.id)
    if asking is None or asking.is_running or not asking.problem:
        return None
    return {"id": asking.id, "words": asking.words, "pasted": asking.pasted, "told": asking.problem}
