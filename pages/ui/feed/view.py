"""The feed on the page: ranked for whoever looks, drawn as cards or as a table, with the book beside it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import streamlit as st

from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.ranking.recommendation import Recommendation
from engine.services.browse_feed import book, browsing
from engine.services.browse_feed.browsing import FeedRequest, FeedView
from engine.services.browse_feed.held import held_ideas
from engine.services.browse_feed.known import SITTING, events_of, next_moment, sat_down, seen_since
from engine.services.browse_feed.marks import marked
from engine.services.browse_feed.steps import open_steps
from engine.services.opportunities.catalogue import Ideas
from engine.services.opportunities.screening import passing
from pages.ui.feed import acts, asking
from pages.ui.feed.cards import Known, cards
from pages.ui.feed.deck import Said, deck
from pages.ui.feed.desk import MOST, ONE_PAGE, UNDO
from pages.ui.feed.keeper import keep_steps
from pages.ui.feed.quiz import quiz
from pages.ui.feed.rail import counted, rail
from pages.ui.feed.reasons import parts_of
from pages.ui.feed.shape import Shape, shape
from pages.ui.feed.table import feed_table
from pages.ui.keys import undo_keys
from pages.ui.loaded import engine, rows_of_ideas, seen_close
from pages.ui.look import number, plain, small, small_print
from pages.ui.opportunities.asked import read
from pages.ui.state import adopt, feed_desk

DECK: Final = "feed_deck"
TABLE_ROWS: Final = 500
IN_SIGHT: Final = 17  # rows of the table that are seen without scrolling


def ranked(found: Ideas, is_saved_only: bool) -> FeedView:
    """The feed as it is asked for; the same ask is answered once."""
    desk, asked = feed_desk(), read()
    most = TABLE_ROWS if asking.is_table() else desk.count
    order, surprise = desk.order(asking.order_asked()), desk.surprise(asking.surprise_asked())
    key = (engine().principal, id(found), asked, is_saved_only, most, order, surprise, desk.acts)
    if desk.view is not None and desk.view[0] == key:
        view: FeedView = desk.view[1]
        return view
    now = next_moment(engine(), engine().principal)
    book.follow(engine(), engine().principal)
    rows = tuple(passing(found.table, asked).tolist())
    if is_saved_only:
        saved, numbers = marked(events_of(engine(), engine().principal))[0], rows_of_ideas(found)
        kept = {numbers[name] for name in saved if name in numbers}
        rows = tuple(row for row in rows if row in kept)
    if desk.since is None or now - desk.since > SITTING:
        desk.since = sat_down(engine(), engine().principal)
        desk.seen |= seen_since(engine(), engine().principal, desk.since)
    request = FeedRequest(order, rows, most, surprise, since_ms=desk.since, is_whole=is_saved_only)
    view = browsing.feed(engine(), engine().principal, found, request)
    if desk.usual not in (None, view.default_order) and not desk.is_pinned:
        adopt("order", view.default_order)  # the switch is drawn after this
    if desk.usual_surprise not in (None, view.default_surprise) and not desk.is_surprise_pinned:
        adopt("surprise", asking.percent_of(view.default_surprise))  # and so is the slider
    desk.view, desk.usual, desk.usual_surprise = (key, view), view.default_order, view.default_surprise
    return view


def feed(found: Ideas, view: FeedView, is_saved_only: bool) -> None:
    """Cards or table at the left, the book at the right."""
    names = {found.table.id_of(one.row): one for one in view.feed.items}
    desk = feed_desk()
    desk.shown = {name: one.rank for name, one in names.items()}
    current = current_of(names)
    left, right = st.columns([3.3, 1], gap="medium")
    with left:
        quiz(found, view.is_cold)
        if not names:
            nothing(found, view, is_saved_only)
        elif asking.is_table():
            listed_in_table(found, view, is_saved_only)
        else:
            listed_as_cards(found, view, current, is_saved_only)
    with right:
        rail(found, view, current)
    undo_keys(acts.quietly(acts.undo), acts.quietly(acts.redo), "feed_keys")
    keep_steps()
    if desk.logged != view.key:
        keep_shown(found, view)


def keep_shown(found: Ideas, view: FeedView) -> None:
    """Keep what this visitor had not seen before: what a click only moves is not shown a second time.

    Of a long table only what stands in its window was shown to anybody.
    """
    desk = feed_desk()
    items = view.feed.items[:IN_SIGHT] if asking.is_table() else view.feed.items
    new = tuple(each for each in items if found.table.id_of(each.row) not in desk.seen)
    if new:
        browsing.mark_shown(engine(), engine().principal, replace(view, feed=replace(view.feed, items=new)), found)
    desk.seen |= {found.table.id_of(each.row): view.key for each in new}
    desk.logged = view.key


def current_of(names: Mapping[str, Recommendation]) -> Recommendation | None:
    """The idea that is looked at beside the cards: the one chosen while it is there, else the first."""
    return names.get(feed_desk().current) or next(iter(names.values()), None)


def known_of(found: Ideas, view: FeedView) -> Known:
    """What the cards show beside the ranking."""
    desk = feed_desk()
    return Known(view.saved, held_ideas(view.book), desk.ranks if desk.said else {}, shapes(found, view))


def shapes(found: Ideas, view: FeedView) -> dict[int, Shape]:
    """The thumbnails that need quotes."""
    made: dict[int, Shape] = {}
    for one in view.feed.items[:MOST]:
        if STRATEGIES[NAMES[found.table.strategy[one.row]]].two_expiries:
            drawn = shape(found.table, one.row, seen_close(found, one.row).curves)
            if drawn is not None:
                made[one.row] = drawn
    return made


def listed_as_cards(found: Ideas, view: FeedView, current: Recommendation | None, is_saved_only: bool) -> None:
    """The deck, and more of it."""
    parts = parts_of(view.weights)
    made = cards(view.feed.items, found.table, parts, known_of(found, view))
    name = found.table.id_of(current.row) if current is not None else ""
    deck(
        made, parts, DECK, lambda deed, of: acts.perform(found, deed, of), current=name, said=said(),
    )  # fmt: skip
    desk = feed_desk()
    with st.container(horizontal=True, vertical_alignment="center"):
        small_print(counted_of(found, view, is_saved_only))
        if len(made) < view.feed.candidates and desk.count < MOST:
            st.button("Show more", icon=":material/expand_more:", key="feed_more", type="tertiary", on_click=longer)


def listed_in_table(found: Ideas, view: FeedView, is_saved_only: bool) -> None:
    """Hundreds of them."""
    line = said()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(small(plain(line.text or counted_of(found, view, is_saved_only))), width="content")
        undo_button(line)
    feed_table(view.feed.items, found.table, known_of(found, view), lambda deed, of: acts.perform(found, deed, of))
    small_print("Mark a row to look at it. Money per contract, at the middle of bid and ask.")


def said() -> Said:
    """What the last act did, and what takes it back."""
    desk = feed_desk()
    moved = desk.moved() if desk.said else 0
    text = f"{desk.said} {counted(moved, 'idea')} moved." if moved else desk.said
    return Said(text, undo_label())


def undo_label() -> str:
    """What the button says that takes this window's last step back; nothing where there is none."""
    desk = feed_desk()
    desk.steps = open_steps(engine(), engine().principal, desk.steps)
    return UNDO[desk.steps.done[-1].deed] if desk.steps.done else ""


def counted_of(found: Ideas, view: FeedView, is_saved_only: bool) -> str:
    """How many are listed, of how many; of the saved ones also those whose quotes are gone."""
    shown = number(len(view.feed.items))
    if is_saved_only:
        return f"{shown} of {counted(view.feed.candidates, 'saved idea')}. {gone_of(found, view)}".strip()
    return f"{shown} of {counted(view.feed.candidates, 'set-up')}, from {counted(len(found.table), 'idea')}."


def gone_of(found: Ideas, view: FeedView) -> str:
    """A line about saved ideas that are no longer there; nothing where all are."""
    gone = len(view.saved - rows_of_ideas(found).keys())
    if not gone:
        return ""
    whose = "its quotes have" if gone == 1 else "their quotes have"
    return f"{counted(gone, 'idea')} saved on earlier days cannot be traded now: {whose} been replaced."


def longer() -> None:
    """Twenty more."""
    feed_desk().count = min(feed_desk().count + ONE_PAGE, MOST)


def nothing(found: Ideas, view: FeedView, is_saved_only: bool) -> None:
    """Nothing to show: say what to do."""
    here = len(view.saved & rows_of_ideas(found).keys())
    with st.container(border=True):
        if is_saved_only and not here:
            st.markdown("**Nothing is saved here yet.** Press the bookmark on a card, or the key s.")
            small_print(gone_of(found, view))
        else:
            all_of_them = counted(here, "saved idea") if is_saved_only else counted(len(found.table), "idea")
            st.markdown(f"**None of {all_of_them} passes.** Loosen a filter, or search for less.")
        undo_button(said())


def undo_button(line: Said) -> None:
    """What takes the last act back, where there is one."""
    if line.undo:
        st.button(line.undo, icon=":material/undo:", key="feed_undo", type="tertiary", on_click=acts.quietly(acts.undo))
