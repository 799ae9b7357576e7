"""What may be done with candles that are here: see what one asset unit is, give another, take them away."""

import math
from collections.abc import Sequence
from typing import Final

import streamlit as st

from engine.bots.settings.words import unit_name
from engine.core.errors import ToptionError
from engine.market.market import Market
from engine.services.candles import About, Listing, about, change_unit, remove
from pages.ui.loaded import engine
from pages.ui.look import money, number, plain, small_print
from pages.ui.state import tell

POWERS: Final = range(-3, 4)  # of ten, on either side of the unit that there is


def care_button(listings: Sequence[Listing]) -> None:
    """The button that opens the dialog, where there is a market."""
    if listings and st.button(
        "Manage", icon=":material/settings:", type="tertiary", key="care", help="Change a unit, or remove candles"
    ):
        care_dialog(listings)


@st.dialog("Manage candles", icon=":material/settings:")
def care_dialog(listings: Sequence[Listing]) -> None:
    """One market at a time: what it is, its unit, its removal."""
    names = {f"{item.symbol} · {item.step}": item for item in listings}
    listing = names[st.selectbox("Market", list(names), key="care_market")]
    try:
        found = about(engine(), listing.symbol, listing.step)
    except ToptionError as error:
        st.error(plain(str(error)), icon=":material/healing:")
        removal(listing, "")
        return
    kind = "Simulated" if listing.simulated else found.market.kind.capitalize()
    small_print(f"{kind}, prices in {plain(found.market.quote)}, {number(listing.rows)} candles.")
    unit(listing, found)
    removal(listing, staying(found))


def unit(listing: Listing, found: About) -> None:
    """What one asset unit is worth, and others that it may be, while no bot counts in it."""
    now = found.market.unit
    near = round(math.log10(now))
    units = sorted({now, *(10.0 ** (near + power) for power in POWERS)})
    wanted = st.selectbox(
        "One asset unit", units, index=units.index(now), key=f"care_unit_{listing.symbol}_{listing.step}_{now:g}",
        format_func=lambda coins: in_words(found, coins), disabled=bool(found.why_unit_stays),
        help="Trade size and largest position are given in units. Bots are easiest to set with a unit worth 10,000 to"
        " 100,000.",
    )  # fmt: skip
    if found.why_unit_stays:
        small_print(plain(found.why_unit_stays))
    elif wanted != now and st.button("Use this unit", type="secondary", key="care_unit_set"):
        set_unit(listing, wanted)


def set_unit(listing: Listing, coins: float) -> None:
    """Keep the unit, close the dialog, say what it is."""
    try:
        market = change_unit(engine(), listing.symbol, listing.step, coins)
    except ToptionError as error:
        st.error(plain(str(error)), icon=":material/block:")
        return
    tell("done", f"One asset unit of {listing.symbol} {listing.step} is now {unit_name(market)}.")
    st.rerun()


def in_words(found: About, coins: float) -> str:
    """A unit as people say it, with its worth at the newest close."""
    name = unit_name(Market(found.market.symbol, found.market.kind, found.market.quote, unit=coins))
    return f"{name}, {money(coins * found.price, found.market.quote)}"


def removal(listing: Listing, bots: str) -> None:
    """Ask once more, naming what goes and what stays."""
    with st.popover("Remove", icon=":material/delete:", key="care_remove"):
        st.markdown(plain(f"{number(listing.rows)} candles of {listing.symbol} {listing.step} will be gone. {bots}"))
        if st.button("Remove for good", type="primary", key="care_remove_now"):
            remove_now(listing)


def remove_now(listing: Listing) -> None:
    """Take the candles away, close the dialog, say so."""
    try:
        remove(engine(), listing.symbol, listing.step)
    except ToptionError as error:
        st.error(plain(str(error)), icon=":material/block:")
        return
    tell("done", f"{listing.symbol} {listing.step} was removed.")
    st.rerun()


def staying(found: About) -> str:
    """Which bots are on a market, and what becomes of them."""
    if not found.bots:
        return "No bot is on them."
    names = ", ".join(bot.name for bot in found.bots)
    versions = f"{found.versions} version{'s' * (found.versions > 1)}"
    return f"{names}: {versions} stay, and go on when candles of that name come back."
