"""What a trader holds and held: open positions, how past paper trades ended, positions from a file, the capital."""

import math
from typing import Final

import pandas as pd
import streamlit as st

from engine.core.errors import ToptionError
from engine.core.interval import share
from engine.options.strategies.kinds import STRATEGIES
from engine.services.browse_feed import book as service
from engine.services.browse_feed.held import PaperTrade
from engine.traders.book import Book, Held
from engine.traders.events import Action
from pages.ui.feed.wording import short_day
from pages.ui.loaded import engine
from pages.ui.look import NOT_KNOWN, money, number, on_accent, percent, plain, small_print
from pages.ui.state import chosen, tell

COLUMNS: Final = "underlying, type (call, put or share), quantity, strike, expiry, price"


def holdings(book: Book) -> None:
    """What is open now, and the book in a line."""
    with st.container(border=True, gap="small"):
        st.markdown(f"**Open positions** {number(len(book.held)) if book.held else ''}")
        if not book.held:
            small_print("Nothing is held. Press Paper on a card, or bring the positions that you have.")
        else:
            frame = pd.DataFrame([held_row(each) for each in book.held])
            st.dataframe(frame, hide_index=True, key="profile_open", alt="Open positions with their end and margin")
            small_print(plain(in_words(book)))
        with st.container(horizontal=True):
            bring_button()
            capital_button()


def in_words(book: Book) -> str:
    """The whole book in a few sentences: how it moves, a bad day, where it is thick, what is not known."""
    totals = book.totals
    told = [
        f"Delta {money(totals.delta, signed=True)} a rise of 1 %, theta {money(totals.theta, signed=True)} a day, vega"
        f" {money(totals.vega, signed=True)} a point, margin {money(totals.margin)}."
    ]
    if math.isfinite(totals.worst_day):
        told.append(f"A day as bad as one in 20 of the past year: {money(totals.worst_day, signed=True)}.")
    thick = [f"{name or 'no sector'} {percent(share, 0)}" for name, share in list(service.shares_of(book).items())[:3]]
    if thick:
        told.append(f"Margin lies in {', '.join(thick)}.")
    if totals.unpriced:
        told.append(f"{number(totals.unpriced)} without a price today.")
    return " ".join(told)


def held_row(each: Held) -> dict[str, str]:
    """A position as people read it."""
    one = each.position
    ends = one.ends_ms
    label = STRATEGIES[one.strategy].label if one.strategy else "Shares" if not one.legs else "Option"
    return {
        "What": f"{one.underlying} · {label}", "Size": number(one.contracts), "Ends": short_day(ends) if ends else "",
        "Margin": money(one.margin) if math.isfinite(one.margin) else NOT_KNOWN,
        "From": "paper" if one.source == "paper" else "file",
    }  # fmt: skip


def endings(trades: tuple[PaperTrade, ...]) -> None:
    """How past paper trades ended."""
    over = [each for each in trades if each.end is not None]
    with st.container(border=True, gap="small"):
        st.markdown("**How paper trades ended**")
        if not over:
            small_print("None has ended yet. A trade ends when its options do, at the prices of that day.")
            return
        won = sum(each.end is not None and each.end.action is Action.PROFIT for each in over)
        small_print(plain(ended_in_words(won, len(over))))
        st.dataframe(
            pd.DataFrame([ended_row(each) for each in reversed(over)]), hide_index=True, key="profile_ended",
            alt="Paper trades that ended, with profit or loss per margin",
        )  # fmt: skip


def ended_in_words(won: int, over: int) -> str:
    """How many made a profit, how sure that is, and why a loss can pass the most a card said."""
    found = share(won, over)
    between = f" ({percent(found.low or 0.0, 0)} to {percent(found.high or 0.0, 0)})"
    return (
        f"{number(won)} of {number(over)} with a profit{between}. Filled at the bid and the ask unless you chose other"
        " terms, fees counted: a loss can be a little more than the margin, which is reckoned at the middle."
    )


def ended_row(trade: PaperTrade) -> dict[str, str]:
    """A trade that is over as people read it."""
    idea, end = trade.event.idea, trade.end
    outcome = end.outcome if end is not None else math.nan
    return {
        "What": f"{idea.underlying} · {STRATEGIES[idea.strategy].label}", "Opened": short_day(trade.event.at_ms),
        "Ended": short_day(end.at_ms) if end is not None else "",
        "Of margin": percent(outcome, 0, signed=True),
    }  # fmt: skip


def bring_button() -> None:
    """Positions from a file."""
    with st.popover("Bring positions", icon=":material/upload_file:", key="profile_bring"):
        file = st.file_uploader("Positions (CSV or Parquet)", type=["csv", "parquet"], key="profile_file")
        small_print(f"Columns: {COLUMNS}. They take the place of those brought before.")
        if file is not None and st.button(on_accent("Bring in"), type="primary", key="profile_take"):
            try:
                count = service.import_positions(engine(), engine().principal, file.getvalue(), file.name)
            except ToptionError as error:
                st.error(plain(str(error)), title="Nothing was kept", icon=":material/block:")
                return
            tell("done", f"{number(count)} positions are in your book.")
            st.rerun()
        st.button("Hold none from a file", key="profile_drop", type="tertiary", on_click=drop)


def drop() -> None:
    """Without what was brought in."""
    service.forget_positions(engine(), engine().principal)
    tell("done", "Positions from files are no longer in your book.")


def capital_button() -> None:
    """How much money there is to trade with."""
    known = service.capital(engine(), engine().principal)
    label = f"Capital {money(known)}" if math.isfinite(known) else "State your capital"
    with st.popover(label, icon=":material/account_balance_wallet:", key="profile_capital"):
        st.number_input(
            "Money to trade with (0: unknown)", 0.0, None, known if math.isfinite(known) else 0.0, 1_000.0,
            key="profile_amount", on_change=state,
        )  # fmt: skip
        small_print("With it the feed can say what buying power is left.")


def state() -> None:
    """Keep it."""
    try:
        service.state_capital(engine(), engine().principal, chosen("profile_amount") or None)
    except ToptionError as error:
        tell("refused", str(error))
