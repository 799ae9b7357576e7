"""The line above the tuner: which market, how much of it is shown and measured, undo and redo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from engine.services import tune_bot
from engine.services.candles import Listing
from engine.services.sample import SOURCE
from engine.services.tune_bot import Bot
from pages.ui.address import bound, follow
from pages.ui.candles.file_import import import_button
from pages.ui.loaded import engine
from pages.ui.look import small, small_print
from pages.ui.state import moves_of
from pages.ui.tuner import actions
from pages.ui.world_clock import sample_button, world_clock

SPANS: Final = {"2 weeks": 14, "1 month": 30, "3 months": 91}
DAILY_SPANS: Final = {"3 months": 91, "6 months": 182, "1 year": 365}
PERIODS: Final = {"last 90 days": 90, "last year": 365, "all candles": None}
DAILY_PERIODS: Final = {"last year": 365, "last 3 years": 1096, "all candles": None}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the header says: the market's key, its bot, days drawn, days measured (None: all) and their names."""

    market: tuple[str, str, str, int]
    bot: Bot
    span: int
    days: int | None
    names: Mapping[str, str]

    @property
    def tag(self) -> str:
        """The name of the days measured."""
        return self.names["period"]


def header(listings: Sequence[Listing]) -> Chosen:
    """Draw the line; what it says is part of the page's address."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.header("Tune a bot", anchor=False, width="content")
        listing = market(listings)
        bot = tune_bot.open_bot(engine(), listing.symbol, listing.step)
        actions.follow_link(bot)
        is_daily = bot.head.parameters.timeframe == "1d"
        span, period = stretch(is_daily)
        import_button()
        st.space("stretch")
        if listing.source == SOURCE:
            world_clock()
        elif listing.simulated:
            st.badge("Simulated", color="gray")
        moves(bot)
    until = tune_bot.known_until(engine(), listing.symbol, listing.step)
    key = (listing.symbol, listing.step, listing.version, until)
    spans, periods = (DAILY_SPANS, DAILY_PERIODS) if is_daily else (SPANS, PERIODS)
    return Chosen(key, bot, spans[span], periods[period], {"span": span, "period": period})


def market(listings: Sequence[Listing], moved: Callable[[], None] | None = None) -> Listing:
    """The market that is looked at, chosen from those that have candles; `moved` is called when it is another one."""

    def followed() -> None:
        follow("market", "market")
        if moved is not None:
            moved()

    names = {f"{item.symbol} · {item.step}": item for item in listings}
    name = bound("market", "market", list(names))
    st.selectbox(
        "Market", list(names), key="market", label_visibility="collapsed", width=170, on_change=followed,
    )  # fmt: skip
    return names[name]


def stretch(is_daily: bool) -> tuple[str, str]:
    """How much is drawn, and on how much results are measured."""
    spans, periods = (DAILY_SPANS, DAILY_PERIODS) if is_daily else (SPANS, PERIODS)
    span_key, period_key = f"span_{is_daily}", f"period_{is_daily}"
    span = bound(span_key, "span", list(spans), {*SPANS, *DAILY_SPANS})
    st.segmented_control(
        "Shown", list(spans), key=span_key, required=True, label_visibility="collapsed",
        on_change=follow, args=(span_key, "span"),
    )  # fmt: skip
    period = bound(period_key, "period", list(periods), {*PERIODS, *DAILY_PERIODS})
    st.markdown(small("on"), width="content", help="The candles that results and effects are measured on.")
    st.selectbox(
        "Measured on", list(periods), key=period_key, label_visibility="collapsed", width=140,
        on_change=follow, args=(period_key, "period"),
    )  # fmt: skip
    return span, period


def moves(bot: Bot) -> None:
    """Undo and redo, with their keys."""
    drafted = moves_of(bot.id)
    can_undo, can_redo = actions.can_undo(bot), actions.can_redo(bot)
    back = f"Back to version {bot.undo_to}" if can_undo else "Nothing to undo"
    forward = f"Version {bot.redo_to} again" if can_redo else "Nothing to redo"
    back = "Take back the last move" if drafted.can_undo else back
    forward = "Bring the last move forward again" if drafted.can_redo else forward
    with st.container(horizontal=True, gap="xsmall", wrap=False, width="content"):
        st.button(
            "Undo :small[:gray[Ctrl+Z]]", icon=":material/undo:", key="undo", help=back, disabled=not can_undo,
            on_click=actions.undo, args=(bot,),
        )  # fmt: skip
        st.button(
            "Redo :small[:gray[Ctrl+Y]]", icon=":material/redo:", key="redo", help=forward, disabled=not can_redo,
            on_click=actions.redo, args=(bot,),
        )  # fmt: skip


def try_in_lab(bot: Bot) -> None:
    """The way to the Lab, with this market and this bot."""
    st.page_link(
        "../lab.py", label="Try a thousand settings in the Lab", icon=":material/science:", width="content",
        query_params={"market": f"{bot.symbol} · {bot.step}"},
    )  # fmt: skip


def no_candles(title: str = "Tune a bot") -> None:
    """What to do where there is nothing to look at yet."""
    st.header(title, anchor=False)
    with st.container(border=True):
        st.markdown("**There are no candles yet.** Bring a file, or make the sample world: five simulated coins.")
        with st.container(horizontal=True):
            sample_button()
            import_button()
        small_print("A file needs the columns time, open, high, low, close and volume, oldest row first.")
