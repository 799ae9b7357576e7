"""The line above the Lab: which market, which two settings, how runs are set up."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import streamlit as st

from engine.core.errors import ParameterError, ToptionError
from engine.services import tune_bot
from engine.services.candles import Listing
from engine.services.lab.found import LabRun
from engine.services.lab.request import LabRequest
from engine.services.sample import SOURCE
from engine.services.tune_bot import Bot
from pages.ui.address import bound, follow
from pages.ui.lab.maps import FIRST, MAPS, OWN, Span, named, read
from pages.ui.lab.options import ASKED, Options, from_query, options_of, request_of, sides_of
from pages.ui.lab.set_up import go, set_up
from pages.ui.loaded import engine
from pages.ui.state import adopt, chosen, tell
from pages.ui.tuner.header import market
from pages.ui.world_clock import world_clock

ONE: Final = "One market"
ALL: Final = "All markets"
TOGETHER: Final = "Bots together"
VIEWS: Final = (ONE, ALL, TOGETHER)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the line says: the market, its bot, the two sides, and the request that they make.

    `wanted` is None where the set-up cannot be, for the reason in `problem`. `until_ms` is the market's newest close;
    in `slot` is room for what can be done with what is shown.
    """

    listing: Listing
    bot: Bot
    until_ms: int
    sides: tuple[Span, Span]
    wanted: LabRequest | None
    problem: str
    view: str
    slot: Any = field(compare=False)

    @property
    def name(self) -> str:
        """The market as the address carries it."""
        return f"{self.listing.symbol} · {self.listing.step}"


def header(listings: Sequence[Listing], linked: LabRun | None) -> Chosen:
    """Draw the line; what it says is part of the page's address, or the linked run's."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.header("Lab", anchor=False, width="content")
        view = view_box(len({each.symbol for each in listings}))
        listing = market(listings, leave_run)
        until = tune_bot.known_until(engine(), listing.symbol, listing.step)
        sides, options = asked(linked, until)
        if view != TOGETHER:
            map_box(sides)
        set_up(sides, options)
        st.page_link(
            "../tune_a_bot.py", label="Tune", icon=":material/candlestick_chart:", width="content",
            query_params={"market": f"{listing.symbol} · {listing.step}"}, help="This market's bot, with its chart",
        )  # fmt: skip
        st.space("stretch")
        if listing.source == SOURCE:
            world_clock()
        elif listing.simulated:
            st.badge("Simulated", color="gray")
        slot = st.container(horizontal=True, gap="xsmall", width="content")
    bot = tune_bot.open_bot(engine(), listing.symbol, listing.step)
    wanted, problem = None, ""
    try:
        wanted = request_of((listing.symbol, listing.step, until), bot.head.parameters, sides, options)
    except ToptionError as error:
        problem = str(error)
    return Chosen(listing, bot, until, sides, wanted, problem, view, slot)


def view_box(markets: int) -> str:
    """One market or all of them; where there is only one there is nothing to choose."""
    if markets < 2:
        return ONE
    view = bound("lab_view", "view", VIEWS)
    st.segmented_control(
        "Markets", VIEWS, key="lab_view", required=True, label_visibility="collapsed", on_change=follow,
        args=("lab_view", "view"),
    )  # fmt: skip
    return view


def leave_run() -> None:
    """On another market the run that was linked is no longer what is looked at."""
    st.query_params.pop("run", None)


def asked(linked: LabRun | None, until_ms: int) -> tuple[tuple[Span, Span], Options]:
    """The linked run's sides and set-up, else what the address asks for; what cannot be is told and taken out."""
    if linked is not None and (sides := sides_of(linked.request.axes)) is not None:
        return sides, options_of(linked.request, until_ms)
    options, problems = from_query(st.query_params.to_dict())
    if problems:
        tell("refused", " ".join(problems))
        for name in ASKED:
            st.query_params.pop(name, None)
        options = Options()
    return asked_sides(), options


def asked_sides() -> tuple[Span, Span]:
    """The sides in the address, the first map's where there are none."""
    across, up = MAPS[FIRST]
    try:
        across, up = (read(st.query_params.get(name) or side.text) for name, side in (("across", across), ("up", up)))
        if across.name == up.name:
            raise ParameterError(f"a map needs two different settings, was {across.name} twice.")
    except ToptionError as error:
        tell("refused", f"{error} {FIRST} is shown.")
        for name in ("across", "up"):
            st.query_params.pop(name, None)
        return MAPS[FIRST]
    return across, up


def map_box(sides: tuple[Span, Span]) -> None:
    """The list of the maps that are offered; one's own choice is made in the set-up."""
    name = named(*sides)
    adopt("lab_map", name)
    st.selectbox(
        "Map", [*MAPS, *([OWN] if name == OWN else [])], key="lab_map", label_visibility="collapsed", width=210,
        on_change=by_name,
    )  # fmt: skip


def by_name() -> None:
    """Take the sides of the map that was chosen from the list."""
    if chosen("lab_map") in MAPS:
        go(*MAPS[chosen("lab_map")])
