"""The Bot tab: sliders and chart, the measured effect, every number, every setting."""

from dataclasses import dataclass

import streamlit as st

from engine.bots.parameters import BotParameters
from engine.bots.settings.words import in_words
from engine.services.tune_bot import Measured, Outlook
from pages.ui.controls import Presets
from pages.ui.loaded import SETUP
from pages.ui.look import plain, small_print
from pages.ui.tuner import actions
from pages.ui.tuner.all_numbers import all_numbers
from pages.ui.tuner.all_settings import all_settings
from pages.ui.tuner.data import cards, instead, otherwise, sliders
from pages.ui.tuner.header import Chosen, try_in_lab
from pages.ui.tuner.live_data import live_view
from pages.ui.tuner.live_tuner import live_tuner
from pages.ui.tuner.outlook_panel import outlook_line
from pages.ui.tuner.results import result_cards


@dataclass(frozen=True, slots=True, eq=False)
class Tuned:
    """The settings on the screen and what they did: `before` is the saved bot's replay where they differ from it.

    `ahead` is the forecast; `untold` says why there is none, or why it is not in the record.
    """

    shown: BotParameters
    after: Measured
    before: Measured | None
    ahead: Outlook | None
    untold: str
    period: str


def bot_tab(chosen: Chosen, at: Tuned) -> None:
    """Everything under the tab, sliders and chart first."""
    bot, after = chosen.bot, at.after
    saved, price = bot.head.parameters, float(after.result.tape.bars.close[-1])
    with st.container(border=True):
        live_tuner(
            live_view(after, saved, at.ahead, chosen.span),
            sliders(at.shown, saved, after),
            key=f"tuner_{bot.id}",
            on_change=lambda values: actions.slide(bot, values),
            presets=Presets(
                tuple(actions.PRESETS), actions.preset_of(at.shown), lambda name: actions.choose_preset(bot, name)
            ),
            sentence=in_words(at.shown, after.market, price, SETUP.capital),
        )
        outlook_line(at.ahead, at.untold)
    result_cards(cards(after, at.before, at.period), key="results")
    with st.container(gap="xxsmall"):
        small_print(plain(instead(after)))
        small_print(plain(otherwise(after)))
    try_in_lab(bot)
    all_numbers(after, at.before)
    all_settings(bot, at.shown, after)
