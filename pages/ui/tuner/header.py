"""The line above the tuner: which market, how much of it is shown and measured, undo and redo."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from engine.services import tune_bot
from engine.services.candles import Listing
from engine.services.sample import SOURCE
from engine.services.tune_bot import Bot
from pages.ui.candles.file_import import import_button
from pages.ui.loaded import engine
from pages.ui.look import small_print
from pages.ui.state import draft_of, tell
from pages.ui.tuner import actions
from pages.ui.world_clock import sample_button, world_clock

SPANS: Final = {"2 weeks": 14, "1 month": 30, "3 months": 91}
DAILY_SPANS: Final = {"3 months": 91, "6 months": 182, "1 year": 365}
PERIODS: Final = {"last 90 days": 90, "last year": 365, "all candles": None}
DAILY_PERIODS: Final = {"last year": 365, "last 3 years": 1096, "all candles": None}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the header says: the market's key, its bot, days drawn, days measured (None: all) and their name."""

    market: tuple[str, str, str, int]
    bot: Bot
    span: int
    days: int | None
    tag: str


def header(listings: Sequence[Listing]) -> Chosen:
    """Draw the line; the market is part of the page's link."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("Tune a bot", anchor=False, width="content")
        names = {f"{item.symbol} · {item.step}": item for item in listings}
        asked = st.query_params.get("market")
        if asked and asked not in names:
            tell(
                "refused",
                f"There are no candles of {asked[:60]} here; another market is shown. Choose one or bring it in.",
            )
        name = st.selectbox(
            "Market", list(names), key="market", bind="query-params", label_visibility="collapsed", width=170
        )
        listing = names[name]
        bot = tune_bot.open_bot(engine(), listing.symbol, listing.step)
        actions.follow_link(bot)
        is_daily = bot.head.parameters.timeframe == "1d"
        spans, periods = (DAILY_SPANS, DAILY_PERIODS) if is_daily else (SPANS, PERIODS)
        span = st.segmented_control(
            "Shown", list(spans), default=next(iter(spans)), key=f"span_{is_daily}", required=True,
            label_visibility="collapsed",
        )  # fmt: skip
        period = st.selectbox(
            "Measured on", list(periods), key=f"period_{is_daily}", label_visibility="collapsed", width=140,
            help="The candles that results and effects are measured on.",
        )  # fmt: skip
        import_button()
        st.space("stretch")
        if listing.source == SOURCE:
            world_clock()
        elif listing.simulated:
            st.badge("Simulated", color="gray")
        moves(bot)
    until = tune_bot.known_until(engine(), listing.symbol, listing.step)
    key = (listing.symbol, listing.step, listing.version, until)
    return Chosen(key, bot, spans[span], periods[period], period)


def moves(bot: Bot) -> None:
    """Undo and redo, with their keys."""
    drafted = bool(draft_of(bot.id))
    back = (
        "Take back the last move" if drafted else f"Back to version {bot.undo_to}" if bot.undo_to else "Nothing to undo"
    )
    forward = f"Version {bot.redo_to} again" if bot.redo_to else "Nothing to redo"
    can_undo, can_redo = drafted or bot.undo_to is not None, not drafted and bot.redo_to is not None
    with st.container(horizontal=True, gap="xsmall", wrap=False, width="content"):
        st.button(
            "Undo :small[:gray[Ctrl+Z]]", icon=":material/undo:", key="undo", help=back, disabled=not can_undo,
            on_click=actions.undo, args=(bot,),
        )  # fmt: skip
        st.button(
            "Redo :small[:gray[Ctrl+Y]]", icon=":material/redo:", key="redo", help=forward, disabled=not can_redo,
            on_click=actions.redo, args=(bot,),
        )  # fmt: skip


def no_candles() -> None:
    """What to do where there is nothing to tune on yet."""
    st.header("Tune a bot", anchor=False)
    with st.container(border=True):
        st.markdown("**There are no candles yet.** Bring a file, or make the sample world: five simulated coins.")
        with st.container(horizontal=True):
            sample_button()
            import_button()
        small_print("A file needs the columns time, open, high, low, close and volume, oldest row first.")
