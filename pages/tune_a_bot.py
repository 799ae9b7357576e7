"""Tune a bot: candles, band and forecast on one chart, four sliders, the measured effect, and versions."""

import streamlit as st

from engine.core.errors import ToptionError
from engine.services import tune_bot
from engine.services.candles import listed
from pages.ui.chat.pane import Place, pane
from pages.ui.ending import end_page
from pages.ui.keys import undo_keys
from pages.ui.loaded import SETUP, compared, engine, measured, recorded, seen_ahead
from pages.ui.state import draft_of, good_news, show_notice
from pages.ui.tuner import actions
from pages.ui.tuner.bot_tab import Tuned, bot_tab
from pages.ui.tuner.change_panel import Told
from pages.ui.tuner.data import spoken
from pages.ui.tuner.header import header, no_candles
from pages.ui.tuner.keeper import keep_moves
from pages.ui.tuner.versions import versions
from pages.ui.wording import explained

listings = listed(engine())
if not listings:
    show_notice()
    no_candles()
    end_page()
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
    end_page()
try:
    after = measured(market, shown, SETUP, chosen.days)
except ToptionError as error:
    refused = str(error)
ahead, untold = None, ""
try:
    ahead = seen_ahead(market, after.result.parameters.timeframe)
    untold = recorded(market, after.result.parameters.timeframe)
except ToptionError as error:
    untold = str(error)
is_changed = shown != saved and not refused
period = spoken(after, chosen.tag)

work, side = st.columns([2.7, 1], gap="medium")
with work:
    tuning, looking_ahead = st.tabs(["Bot", "Forecast"], key="tab", on_change="rerun", bind="query-params")
    if looking_ahead.open:
        from pages.ui.forecast.tab import Known, forecast_tab, no_forecast  # charts are loaded where they are drawn

        with looking_ahead:
            if ahead is None:
                no_forecast(untold)
            else:
                forecast_tab(Known(market, after, ahead, chosen.days, period), chosen.span, untold)
    else:
        with tuning:
            bot_tab(chosen, Tuned(shown, after, before if is_changed else None, ahead, untold, period))
with side:
    told = Told(period, refused, said, lambda: compared(market, (saved, shown), SETUP, chosen.days))
    pane(Place(bot, shown, after, told))
    versions(bot, shown, chosen)
keep_moves(bot)
undo_keys(lambda: actions.undo_if_any(bot), lambda: actions.redo_if_any(bot), f"keys_{bot.id}")
