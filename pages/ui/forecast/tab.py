"""The Forecast tab: the week ahead, what such forecasts were worth here, models, the bot's use of it, others' words."""

import streamlit as st

from pages.ui.forecast.ahead import ahead_card
from pages.ui.forecast.calibration import calibration_card
from pages.ui.forecast.elsewhere import elsewhere_card
from pages.ui.forecast.known import Known, own_of, tracked
from pages.ui.forecast.models import models_card
from pages.ui.forecast.tilt import tilt_card
from pages.ui.forecast.worth import crisis_card, live_card, replayed_card
from pages.ui.look import small_print
from pages.ui.wording import explained


def forecast_tab(at: Known, span: int, trouble: str) -> None:
    """Everything under the tab, the picture first."""
    own = own_of(at.market)
    track = tracked(at.market)
    ahead_card(at, span, track.beside)
    if trouble:
        small_print(explained(trouble))
    left, right = st.columns(2, gap="small")
    with left:
        replayed_card(at)
    with right:
        live_card(track.record)
    calibration_card(at, track.record)
    models_card(at, track.record, own)
    crisis_card(at)
    left, right = st.columns(2, gap="small")
    with left:
        tilt_card(at, track.direction)
    with right:
        elsewhere_card(at, track.beside)
    st.page_link(
        "../how_it_works.py", label="How forecasts work, and what they do not know", icon=":material/menu_book:"
    )


def no_forecast(why: str) -> None:
    """A market without a forecast: why, and what to do."""
    with st.container(border=True, key="forecast_none"):
        st.markdown("**There is no forecast of this market.**")
        st.markdown(explained(why))
