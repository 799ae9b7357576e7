"""Trades like an idea: how many of them made a profit, how sure that is, and the nearest that did."""

import streamlit as st

from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.similar import SimilarTrade
from engine.services.browse_feed.alike import Alike, similar
from engine.services.opportunities.catalogue import Ideas
from pages.ui.feed.book_panel import BookPanel, Change, book_panel
from pages.ui.loaded import engine
from pages.ui.look import number, percent, plain, small_print


def alike_folded(found: Ideas, row: int) -> None:
    """Folded away until somebody asks."""
    folded = st.expander("Trades like it", icon=":material/difference:", key="feed_alike", on_change="rerun")
    if folded.open:
        with folded:
            alike(found, row)


def alike_card(found: Ideas, row: int) -> None:
    """In an idea's own view."""
    with st.container(border=True, gap="small"):
        st.markdown("**Trades like it**")
        alike(found, row)


def alike(found: Ideas, row: int) -> None:
    """The share that made a profit with its range and number, and the five nearest that did."""
    known = similar(engine(), engine().principal, found, row)
    for text in told(known):
        small_print(plain(text))
    if known.similar.trades:
        rows = [trade_row(each) for each in known.similar.trades]
        book_panel(BookPanel("The nearest that made a profit, by margin", rows, (), None, ""), "alike_nearest")


def told(known: Alike) -> list[str]:
    """How many made a profit, how sure that is, and whose trades these were."""
    rate, searched = known.similar.win_rate, known.similar.searched
    if not searched:
        return ["No trade that is over is known here yet: yours will be."]
    whose = f"Searched: {number(searched)} that are over, {number(known.own)} of them yours"
    whose += ", the others of simulated traders." if known.own < searched else "."
    if rate.value is None or rate.low is None or rate.high is None:
        return ["None of them is like it.", whose]
    between = f"{percent(rate.low, 0)} to {percent(rate.high, 0)}"
    share = f"{percent(rate.value, 0)} of {number(rate.n)} trades like it made a profit ({between})."
    return [share, f"{whose} Trades of the same days end alike: the true range is wider."]


def trade_row(each: SimilarTrade) -> Change:
    """One of the nearest, and what it earned."""
    label = STRATEGIES[each.strategy].label if each.strategy in STRATEGIES else each.strategy
    name = f"{each.underlying} · {label}" if each.underlying else label
    return f"{name}, {number(each.days)} days", "", percent(each.outcome, 0, signed=True)
