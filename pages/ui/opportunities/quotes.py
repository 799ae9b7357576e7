"""Bringing option quotes in from the browser: a file with its columns named, coins from Deribit, shares from Yahoo."""

from collections.abc import Callable
from typing import Final

import pandas as pd
import streamlit as st

from engine.core.errors import ToptionError
from engine.options.chain import Kind
from engine.services.opportunities.catalogue import (
    COINS_FETCHED,
    MEANT,
    Kept,
    bring_events,
    bring_in,
    fetch_coin,
    fetch_ticker,
    look,
)
from pages.ui.loaded import engine
from pages.ui.look import number, on_accent, plain, small_print
from pages.ui.state import tell

NOTHING: Final = "–"
KINDS: Final[dict[str, Kind]] = {"Shares": "equity", "Coins": "crypto"}


def quotes_button() -> None:
    """The button that opens the dialog."""
    if st.button("Quotes", icon=":material/upload_file:", type="tertiary", key="quotes", help="Bring option quotes in"):
        quotes_dialog()


@st.dialog("Bring option quotes in", icon=":material/upload_file:", width="large")
def quotes_dialog() -> None:
    """From a file, an exchange or Yahoo."""
    file, exchange, yahoo, dates = st.tabs(
        ["From a file", "From Deribit", "From Yahoo", "Dates and sectors"], key="quotes_source", on_change="rerun"
    )
    if file.open:
        with file:
            from_file()
    if exchange.open:
        with exchange:
            from_exchange()
    if yahoo.open:
        with yahoo:
            from_yahoo()
    if dates.open:
        with dates:
            from_events()


def from_file() -> None:
    """A file; unknown headers are shown with a guess of what they mean."""
    file = st.file_uploader("Option quotes (CSV, CSV.gz or Parquet)", type=["csv", "gz", "parquet"], key="quotes_file")
    if file is None:
        small_print("Exports of Deribit, of Yahoo and end-of-day files are known; other columns can be named.")
        return
    content = file.getvalue()
    try:
        seen = look(content, file.name)
    except ToptionError as error:
        st.error(plain(str(error)), title="Nothing was kept", icon=":material/block:")
        return
    meanings, kind = None, "Shares"
    if seen.layout is None:
        meanings, kind = named(list(seen.columns), dict(seen.guess))
    else:
        small_print(f"Written the way of: {seen.layout}.")
    st.dataframe(seen.rows, hide_index=True, alt="The first rows of the file")
    if st.button(on_accent("Bring in"), type="primary", key="quotes_take"):
        keep(lambda: bring_in(engine(), content, file.name, meanings, KINDS[kind]), "Reading")


def named(columns: list[str], guess: dict[str, str]) -> tuple[dict[str, str], str]:
    """Which column means what, as somebody says; the first guess is ours."""
    small_print("These columns are not known here. Say what they mean; the first choice is a guess.")
    chosen = {}
    sides = st.columns(3)
    for place, (meaning, words) in enumerate(MEANT.items()):
        options = [NOTHING, *columns]
        first = options.index(guess[meaning]) if guess.get(meaning) in options else 0
        chosen[meaning] = sides[place % 3].selectbox(words.capitalize(), options, first, key=f"quotes_{meaning}")
    kind = st.segmented_control("Options on", list(KINDS), default="Shares", required=True, key="quotes_kind")
    return {meaning: column for meaning, column in chosen.items() if column != NOTHING}, str(kind)


def from_exchange() -> None:
    """The options of a coin as Deribit quotes them now."""
    coin = st.segmented_control("Coin", COINS_FETCHED, default=COINS_FETCHED[0], required=True, key="quotes_coin")
    small_print("Public quotes, no key. Each fetch is kept with its time, so that volatility gets a history.")
    if st.button(on_accent("Fetch"), type="primary", key="quotes_fetch"):
        keep(lambda: fetch_coin(engine(), str(coin)), "Asking Deribit")


def from_yahoo() -> None:
    """The options of a share, all expiries, as Yahoo quotes them now."""
    ticker = st.text_input("Ticker", key="quotes_ticker", placeholder="such as SPY", max_chars=24)
    small_print(
        "Delayed quotes without a key, through the optional client yfinance. Yahoo's own volatilities are not used:"
        " they are worked out anew. Its terms allow personal use."
    )
    if st.button(on_accent("Fetch"), type="primary", key="quotes_yahoo", disabled=not ticker.strip()):
        keep(lambda: fetch_ticker(engine(), ticker), "Asking Yahoo, expiry by expiry")


def from_events() -> None:
    """Files of reports, dividends, sectors, sentiment, VIX or DVOL."""
    file = st.file_uploader("Dates and sectors (CSV or Parquet)", type=["csv", "gz", "parquet"], key="quotes_events")
    small_print(
        "Told by the headers: symbol with report_date; with ex_date and amount; with sector; with date and sentiment"
        " or dvol; date with vix. After an underlying's last date nothing is claimed: what is due is unknown, not none."
    )
    if file is None or not st.button(on_accent("Bring in"), type="primary", key="quotes_events_take"):
        return
    try:
        line = bring_events(engine(), file.getvalue(), file.name)
    except ToptionError as error:
        st.error(plain(str(error)), title="Nothing was kept", icon=":material/block:")
        return
    tell("done", line)
    st.rerun()


def keep(fetch: Callable[[], Kept], doing: str) -> None:
    """Fetch quotes and say what was kept, or what hindered it."""
    try:
        with st.spinner(doing):
            new, notes = fetch()
    except ToptionError as error:
        st.error(plain(str(error)), title="Nothing was kept", icon=":material/block:")
        return
    tell("done", sentence(len(new), {each.underlying for each in new}, notes))
    st.rerun()


def sentence(count: int, names: set[str], notes: tuple[str, ...]) -> str:
    """What was kept, in a line."""
    if not count:
        return f"These quotes were here already. {' '.join(notes)}".strip()
    told = ", ".join(sorted(names)[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    moments = pd.Index(names).size
    return f"{number(count)} snapshots of {told if moments else 'nothing'} are kept. {' '.join(notes)}".strip()
