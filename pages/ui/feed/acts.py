"""What the feed's buttons and keys do: look, open, save, dismiss, trade on paper, take back, bring again."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from engine.core.errors import ToptionError
from engine.services.browse_feed import acting, steps
from engine.services.browse_feed.browsing import FeedView
from engine.services.browse_feed.steps import Steps
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.events import Event
from pages.ui.feed.wording import title, title_of
from pages.ui.loaded import engine, rows_of_ideas
from pages.ui.state import feed_desk, tell

Way = Callable[[App, Any, Steps], tuple[Steps, Event | None]]
GONE: Final = "That idea is no longer there: its quotes have been replaced by newer ones."


def perform(found: Ideas, deed: str, name: str) -> None:
    """Do what was pressed; the engine's refusal becomes one line on the page."""
    try:
        if deed == "undo":
            undo()
        elif (row := rows_of_ideas(found).get(name)) is None:
            tell("refused", GONE)
        else:
            DEEDS[deed](found, row, name)
    except ToptionError as error:
        tell("refused", str(error))


def look(found: Ideas, row: int, name: str) -> None:
    """Show beside the cards what this idea would do."""
    del found, row
    feed_desk().current = name


def open_idea(found: Ideas, row: int, name: str) -> None:
    """Its own view: that it was looked at is kept."""
    acting.act(engine(), engine().principal, found, row, "view", shown_view(name))
    feed_desk().current = name
    st.query_params["idea"] = name


def save(found: Ideas, row: int, name: str) -> None:
    """Put it on the list of saved ideas."""
    event = acting.act(engine(), engine().principal, found, row, "save", shown_view(name))
    feed_desk().did("save", title(found.table, row), event)


def unsave(found: Ideas, row: int, name: str) -> None:
    """Take it off that list."""
    event = acting.unsave(engine(), engine().principal, name)
    if event is not None:
        feed_desk().did("unsave", title(found.table, row), event)


def dismiss(found: Ideas, row: int, name: str) -> None:
    """Let it go; it comes back with undo."""
    event = acting.act(engine(), engine().principal, found, row, "dismiss", shown_view(name))
    feed_desk().did("dismiss", title(found.table, row), event)


def trade(found: Ideas, row: int, name: str) -> None:
    """Open it on paper."""
    event = acting.act(engine(), engine().principal, found, row, "trade", shown_view(name))
    feed_desk().did("trade", title(found.table, row), event)


def shown_view(name: str) -> FeedView | None:
    """The view that the act was done in, under the key of the one in which the idea was shown."""
    kept = feed_desk().view
    if kept is None:
        return None
    view: FeedView = kept[1]
    return replace(view, key=feed_desk().seen.get(name, view.key))


def undo() -> None:
    """Take this window's newest save, dismissal or paper trade back; a save that was let go comes again."""
    turned(steps.undo, "Taken back")


def redo() -> None:
    """Do again what this window took back last."""
    turned(steps.redo, "Done again")


def turned(way: Way, told: str) -> None:
    """One step back or forth, and the line that says which."""
    desk = feed_desk()
    desk.steps, event = way(engine(), engine().principal, desk.steps)
    if event is not None:
        desk.before(f"{told}: {title_of(event.idea)}.")


def quietly(step: Callable[[], None]) -> Callable[[], None]:
    """A step as a key or a button calls it: a refusal becomes one line on the page."""

    def stepped() -> None:
        try:
            step()
        except ToptionError as error:
            tell("refused", str(error))

    return stepped


DEEDS: Final[dict[str, Callable[[Ideas, int, str], None]]] = {
    "look": look, "open": open_idea, "save": save, "unsave": unsave, "dismiss": dismiss, "trade": trade,
}  # fmt: skip
