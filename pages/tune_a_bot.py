"""Tune a bot: candles, band and forecast on one chart, four sliders, the measured effect, and versions."""

import streamlit as st

from engine.bots.settings.words import in_words
from engine.core.errors import ToptionError
from engine.services import tune_bot
from engine.services.candles import listed
from pages.ui.chat.pane import Place, pane
from pages.ui.controls import Presets
from pages.ui.keys import undo_keys
from pages.ui.loaded import SETUP, compared, engine, measured, recorded, seen_ahead
from pages.ui.look import plain, small_print
from pages.ui.state import draft_of, good_news, show_notice
from pages.ui.tuner import actions
from pages.ui.tuner.all_numbers import all_numbers
from pages.ui.tuner.all_settings import all_settings
from pages.ui.tuner.change_panel import Told
from pages.ui.tuner.data import cards, instead, otherwise, sliders, spoken
from pages.ui.tuner.header import header, no_candles, try_in_lab
from pages.ui.tuner.keeper import keep_moves
from pages.ui.tuner.live_data import live_view
from pages.ui.tuner.live_tuner import live_tuner
from pages.ui.tuner.outlook_panel import outlook_line
from pages.ui.tuner.results import result_cards
from pages.ui.tuner.versions import versions
from pages.ui.wording import explained

listings = listed(engine())
if not listings:
    show_notice()
    no_candles()
    st.stop()
chosen = header(listings)
said = good_news()
market, bot = chosen.market, chosen.bot
saved = bot.head.parameters
shown, refused = saved, ""
try:
    before = after = measured(market, saved, SETUP, chosen.days)
    shown = tune_bot.drafted(saved, draft_of(bot.id))
except ToptionError as error:
    st.error(explained(str(error)), icon=":material/block:")
    st.stop()
try:
    after = measured(market, shown, SETUP, chosen.days)
except ToptionError as error:
    refused = str(error)
ahead, no_forecast = None, ""
try:
    ahead = seen_ahead(market, after.result.parameters.timeframe)
    no_forecast = recorded(market, after.result.parameters.timeframe)
except ToptionError as error:
    no_forecast = str(error)
is_changed = shown != saved and not refused
price = float(after.result.tape.bars.close[-1])
period = spoken(after, chosen.tag)

work, side = st.columns([2.7, 1], gap="medium")
with work:
    with st.container(border=True):
        live_tuner(
            live_view(after, saved, ahead, chosen.span),
            sliders(shown, saved, after),
            key=f"tuner_{bot.id}",
            on_change=lambda values: actions.slide(bot, values),
            presets=Presets(
                tuple(actions.PRESETS), actions.preset_of(shown), lambda name: actions.choose_preset(bot, name)
            ),
            sentence=in_words(shown, after.market, price, SETUP.capital),
        )
        outlook_line(ahead, no_forecast)
    result_cards(cards(after, before if is_changed else None, period), key="results")
    with st.container(gap="xxsmall"):
        small_print(plain(instead(after)))
        small_print(plain(otherwise(after)))
    try_in_lab(bot)
    all_numbers(after, before if is_changed else None)
    all_settings(bot, shown, after)
with side:
    told = Told(period, refused, said, lambda: compared(market, (saved, shown), SETUP, chosen.days))
    pane(Place(bot, shown, after, told))
    versions(bot, shown, chosen)
keep_moves(bot)
undo_keys(lambda: actions.undo_if_any(bot), lambda: actions.redo_if_any(bot), f"keys_{bot.id}")
