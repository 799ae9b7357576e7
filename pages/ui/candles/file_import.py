"""Bringing candles in from the browser: from an exchange, or a file, what it is, and what was found in it."""

from typing import Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.market.bars import STEPS
from engine.market.market import KINDS
from engine.services.candles import Import, Imported, bring_in, known_kind
from pages.ui.candles.exchange_import import from_exchange, hear_of_fetch
from pages.ui.loaded import engine
from pages.ui.look import on_accent, plain, small_print
from pages.ui.state import session, tell

FILE: Final = "From a file"
EXCHANGE: Final = "From an exchange"
FROM_ROWS: Final = "from rows"
WHOLE: Final = "Nothing is kept unless the whole file is in order."
# The browser stops such a file before Python hears of it and only colours its name.
TOO_LARGE: Final = (
    "A file that turns red was not taken: it has more than {} MB or another ending."
    " Compress it with gzip, use Parquet, or import it with the command `bars import`."
)


def import_button(key: str = "import", label: str = "Candles") -> None:
    """The button that opens the dialog."""
    hear_of_fetch()
    if st.button(label, icon=":material/upload_file:", type="tertiary", key=key, help="Bring your own candles"):
        import_dialog()


@st.dialog("Bring candles in", icon=":material/upload_file:")
def import_dialog() -> None:
    """Candles from a file or from an exchange."""
    begin = EXCHANGE if session().fetching else FILE
    file, exchange = st.tabs([FILE, EXCHANGE], default=begin, key="candle_source", on_change="rerun")
    if file.open:
        with file:
            from_file()
    if exchange.open:
        with exchange:
            from_exchange()


def from_file() -> None:
    """Ask for a file and what it is; refuse it whole, with every problem named, or keep it."""
    file = st.file_uploader(
        "Candles (CSV, CSV.gz or Parquet)", type=["csv", "gz", "parquet"], key="candle_file",
        help="Columns time, open, high, low, close, volume; oldest row first; times in UTC.",
    )  # fmt: skip
    with st.container(horizontal=True):
        symbol = st.text_input("Market", placeholder="such as BTC/USDT", max_chars=40, key="candle_symbol")
        step = st.selectbox("Step", [FROM_ROWS, *STEPS], key="candle_step")
        kind = st.selectbox("Kind", [FROM_ROWS, *KINDS], key="candle_kind")
    is_ready = file is not None and bool(symbol.strip())
    pressed = st.button(
        on_accent("Bring in") if is_ready else "Bring in", type="primary", key="bring_in", disabled=not is_ready
    )
    if not pressed or file is None:
        small_print(WHOLE if file else f"{WHOLE} {TOO_LARGE.format(st.get_option('server.maxUploadSize'))}")
        return
    try:
        wanted = Import(
            symbol.strip(), None if step == FROM_ROWS else step, None if kind == FROM_ROWS else known_kind(kind)
        )
        done = bring_in(engine(), file.getvalue(), file.name, wanted)
    except ToptionError as error:
        st.error(plain(str(error)), title="Nothing was kept", icon=":material/block:")
        return
    tell("done", sentence(done))
    st.rerun()


def sentence(done: Imported) -> str:
    """What was kept, in one line."""
    listing = done.listing
    missing = (
        f", {listing.missing} missing in {listing.gaps} gap{'s' if listing.gaps > 1 else ''}"
        if listing.gaps
        else ", no gap"
    )
    return f"{listing.symbol} {listing.step}: {listing.rows:,} candles{missing}. {' '.join(done.notes)}".strip()
