"""What the page's address carries: what is looked at, so that a link and the browser's Back bring it again."""

from collections.abc import Collection, Sequence

import streamlit as st

from pages.ui.state import adopt, chosen, tell


def asked(name: str, options: Sequence[str], elsewhere: Collection[str] = ()) -> str:
    """What the address asks for under this name, the first option where it asks for nothing.

    The first words of an option are enough: SIM-BTC for SIM-BTC · 1h. What is no option is told and taken out of
    the address, unless it is one `elsewhere`, on another market.
    """
    wanted = st.query_params.get(name)
    if wanted is None or wanted in options:
        return wanted or options[0]
    meant = next((option for option in options if option.startswith(f"{wanted} ")), None)
    if meant is not None:
        return meant
    if wanted not in elsewhere:
        del st.query_params[name]
        told = f"{wanted[:60]!r} is no {name} here; {options[0]} is shown. There are: {some(options)}."
        tell("refused", told)
    return options[0]


def follow(key: str, name: str) -> None:
    """Write a widget's choice into the address: one step that Back takes back. Nothing chosen is no step."""
    if chosen(key):
        st.query_params[name] = chosen(key)


def bound(key: str, name: str, options: Sequence[str], elsewhere: Collection[str] = ()) -> str:
    """The value of a widget that the address leads; draw it after this, with `follow` as its callback."""
    value = asked(name, options, elsewhere)
    adopt(key, value)
    return value


def some(options: Sequence[str], most: int = 8) -> str:
    """The first of many, and how many more there are."""
    more = len(options) - most
    return ", ".join(options[:most]) + (f" and {more} more" if more > 0 else "")
