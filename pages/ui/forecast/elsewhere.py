"""Forecasts from elsewhere: bring a file in after a look at it, see who said what, take ours away."""

import json
from collections.abc import Callable

import streamlit as st

from engine.core.errors import ToptionError
from engine.services.track.imports import (
    Beside,
    Came,
    document_of,
    export_predictions,
    import_forecast,
    preview_forecast,
)
from engine.services.track.issuing import ours
from pages.ui.forecast.known import Known
from pages.ui.forecast.words import listed, on
from pages.ui.loaded import engine
from pages.ui.look import on_accent, plain, price, small_print
from pages.ui.state import tell
from pages.ui.wording import explained


def elsewhere_card(at: Known, others: tuple[Beside, ...]) -> None:
    """Who else said something of this week, and the two buttons."""
    with st.container(border=True, gap="small", height="stretch", key="forecast_elsewhere"):
        st.markdown("**Forecasts from elsewhere**")
        if not others:
            small_print(
                "None is here. Bring the answer of any model, or your own guess: it is drawn beside ours and judged by"
                " what comes. Nothing is sent anywhere."
            )
        else:
            said(others)
        with st.container(horizontal=True):
            if st.button("Bring a forecast …", icon=":material/upload_file:", key="forecast_bring"):
                bring_dialog(at)
            st.download_button(
                "Take ours away", making(at), f"{at.symbol.replace('/', '-')}-model_predictions.json",
                "application/json", icon=":material/download:", key="forecast_export", on_click="ignore",
                help="model_predictions.json: quantiles, paths and the record, as others read it",
            )  # fmt: skip


def said(others: tuple[Beside, ...]) -> None:
    """The newest word of each source, and what stands in its way."""
    listed(
        {
            "Source": [each.issued.maker.source for each in others],
            "Kind": [each.issued.maker.origin for each in others],
            "Model": [f"{each.issued.maker.model} {each.issued.maker.version}" for each in others],
            "From": [on(each.issued.cutoff_ms) for each in others],
            "State": [state(each) for each in others],
        },
        "forecast_others", "The newest forecast of each source", rows=5,
    )  # fmt: skip
    for each in others:
        if each.trouble:
            small_print(f"{plain(each.issued.maker.source)}: {explained(each.trouble)}")
        elif each.issued.note:
            small_print(f"{plain(each.issued.maker.source)}: {explained(each.issued.note)}")


def state(each: Beside) -> str:
    """Whether it is drawn, or why not."""
    if each.is_over:
        return "its week is over"
    return "cannot be drawn" if each.forecast is None else "drawn above"


def making(at: Known) -> Callable[[], bytes]:
    """Our forecast with its record, made when somebody asks for it."""

    def made() -> bytes:
        forecast, record = at.ahead.forecast, at.ahead.record
        records = {} if record is None else {at.symbol: record}
        told = export_predictions(engine(), [forecast], records, ours(forecast.model, at.ahead.version))
        return (json.dumps(told, indent=1) + "\n").encode()

    return made


@st.dialog("Bring a forecast", icon=":material/upload_file:")
def bring_dialog(at: Known) -> None:
    """A file is read and shown first; nothing is kept before the last button."""
    file = st.file_uploader("Forecast (JSON)", type=["json"], key="forecast_file")
    source = st.text_input("Whose it is", key="forecast_source", max_chars=60, placeholder="my lab")
    if file is None:
        small_print(
            "model_predictions.json, quantiles as DeepAR answers them, or a list of 7 prices. The name is what its"
            " record goes by; what it said from a day is never replaced."
        )
        return
    if not source.strip():
        small_print("Give it a name: its record goes by that.")
        return
    try:
        document = document_of(file.getvalue())
        came = preview_forecast(engine(), document, source, at.market[:2])
    except ToptionError as error:
        st.error(explained(str(error)), icon=":material/block:")
        return
    for each in came:
        look_at(each)
    is_new = any(each.is_new for each in came)
    if st.button(on_accent("Keep it"), type="primary", key="forecast_keep", disabled=not is_new):
        keep(document, source, at.market[:2])
        st.rerun()


def look_at(each: Came) -> None:
    """What would be kept: the days with their lowest, middle and highest price, and what has to be said."""
    levels, rows = each.issued.levels, each.issued.quantiles
    middle = min(range(len(levels)), key=lambda place: abs(levels[place] - 0.5))
    st.markdown(f"**{plain(each.issued.symbol)}**, from {on(each.issued.cutoff_ms)}, {plain(each.issued.maker.model)}")
    listed(
        {
            "Days ahead": list(range(1, 8)),
            f"{100 * levels[0]:g} %": [price(row[0]) for row in rows],
            f"{100 * levels[middle]:g} %": [price(row[middle]) for row in rows],
            f"{100 * levels[-1]:g} %": [price(row[-1]) for row in rows],
        },
        f"forecast_preview_{each.issued.symbol}", "The forecast that would be kept",
    )  # fmt: skip
    for note in each.notes:
        small_print(explained(note))


def keep(document: object, source: str, market: tuple[str, str]) -> None:
    """Keep it, or say in one line why not."""
    try:
        came = import_forecast(engine(), document, source, market)
    except ToptionError as error:
        tell("refused", str(error))
        return
    new = sum(each.is_new for each in came)
    tell("done", f"{new} forecast{'s' if new != 1 else ''} of {source.strip()} kept and drawn.")
