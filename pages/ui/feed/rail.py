"""Beside the cards: what one idea would do to the book, why it stands where it does, and the feed in three lines."""

import numpy as np
import pandas as pd
import streamlit as st

from engine.ranking.recommendation import Feed, Recommendation
from engine.scoring import PARTS
from engine.services.browse_feed import book
from engine.services.browse_feed.browsing import FeedView
from engine.services.browse_feed.held import held_ideas
from engine.services.opportunities.catalogue import Ideas
from pages.ui.feed import acts, asking
from pages.ui.feed.alike import alike_folded
from pages.ui.feed.book_panel import BookPanel, book_panel
from pages.ui.feed.effect import changes, notes
from pages.ui.feed.reasons import reasons
from pages.ui.feed.shape import labelled
from pages.ui.feed.wording import title
from pages.ui.loaded import seen_close
from pages.ui.look import number, on_accent, plain, small_print


def rail(found: Ideas, view: FeedView, one: Recommendation | None) -> None:
    """All of it; without an idea only the feed's own lines."""
    if one is not None:
        with st.container(border=True, gap="small"):
            beside_the_book(found, view, one)
        reasons(view, one)
        alike_folded(found, one.row)
    with st.container(border=True, gap="small"):
        st.markdown("**Your feed**")
        small_print(plain(" ".join(lines(found, view.feed))))
        asking.surprise_slider(view.default_surprise, "surprise" in view.by_experiment)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            asking.form_switch()
            st.download_button(
                "CSV", lambda: as_file(found, view.feed), "feed.csv", "text/csv", icon=":material/download:",
                key="feed_csv", type="tertiary", disabled=not view.feed.items, on_click="ignore",
            )  # fmt: skip


def beside_the_book(found: Ideas, view: FeedView, one: Recommendation) -> None:
    """Before and after of the book's numbers, the payoff, and the button."""
    table, row = found.table, one.row
    name = table.id_of(row)
    underlying = table.names[table.underlying[row]]
    effect = book.with_one(view.book, table, row)
    st.markdown(f"**If you add no. {one.rank} to your book**")
    curves = seen_close(found, row).curves
    picture = labelled(table, row, curves)
    between = " to ".join(sorted(text for _, text in picture.up)) if picture is not None else ""
    is_empty = not view.book.held
    panel = BookPanel(
        about=f"{title(table, row)}, 1 contract", rows=changes(effect, is_empty),
        notes=notes(effect, underlying, is_empty), shape=picture,
        alt=f"Profit at expiry of {title(table, row)}: {between}",
    )  # fmt: skip
    book_panel(panel, "feed_book")
    is_held = name in held_ideas(view.book)
    label = "In your book" if is_held else on_accent(f"Paper trade no. {one.rank}")
    st.button(
        label, type="secondary" if is_held else "primary", width="stretch", key="feed_trade", disabled=is_held,
        on_click=acts.perform, args=(found, "trade", name),
    )  # fmt: skip


def lines(found: Ideas, feed: Feed) -> list[str]:
    """How mixed it is, and what the ranking itself has to say."""
    items = feed.items
    tickers = {int(found.table.underlying[each.row]) for each in items}
    kinds = {int(found.table.strategy[each.row]) for each in items}
    mixed = f"{counted(len(tickers), 'ticker')} and {counted(len(kinds), 'strategy', 'strategies')} in this list."
    return [mixed, *feed.told]


def as_file(found: Ideas, feed: Feed) -> bytes:
    """The list as it stands: rank, score and its parts, reason, then everything that is known of each idea."""
    table = found.table.rows(np.array([each.row for each in feed.items], dtype=np.int64)).frame()
    told = pd.DataFrame([
        {
            "rank": each.rank, "rank_by_fit": each.fit_rank, "score": each.score,
            **dict(zip((f"points_{name}" for name in PARTS), each.parts, strict=True)),
            "chance_of_trading": each.chance, "propensity": each.propensity, "exploring": each.is_exploring,
            "reason": each.reason, "why_here": " ".join(each.why_here),
        }
        for each in feed.items
    ])  # fmt: skip
    return pd.concat([told, table.reset_index(drop=True)], axis=1).to_csv(index=False).encode()


def counted(count: int, one: str, many: str = "") -> str:
    """`1 ticker`, `4 tickers`."""
    return f"{number(count)} {one if count == 1 else many or f'{one}s'}"
