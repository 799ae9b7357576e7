"""The guided tour: five steps over the real pages, with a line on each that says what to do and what to look at."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from pages.ui.identity import role, take
from pages.ui.look import small_print
from pages.ui.navigation import ENTRIES
from pages.ui.state import adopt, session

NAME: Final = "tour"  # in the address: which step is on
PAGE: Final = "tour"
TAB: Final = "tab"
OPENERS: Final = next(entry.roles for entry in ENTRIES if entry.file == PAGE)


@dataclass(frozen=True, slots=True)
class Station:
    """One page on the way with its address, what to do there, and what to see."""

    page: str
    address: tuple[tuple[str, str], ...]
    do: str
    see: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its title and the pages that it walks over, one or two."""

    title: str
    stations: tuple[Station, ...]

    def on(self, page: str) -> Station | None:
        """The station on this page, None where the step is elsewhere."""
        return next((each for each in self.stations if each.page == page), None)


STEPS: Final = (
    Step("Words become a change", (Station(
        "tune_a_bot", (("market", "SIM-SOL · 1h"), ("tab", "Bot")),
        "Write “wider bands and a tighter stop” beside the chart, then Apply, then Undo.",
        "What would change and why, its measured effect before anything is kept, and the way back.",
    ),)),
    Step("How far, not which way", (Station(
        "tune_a_bot", (("market", "SIM-SOL · 1h"), ("tab", "Forecast")),
        "Look at the fan over the bands and the chances of touching each edge.",
        "Ranges that held as often as they say, with n; no side is taken where none is earned.",
    ),)),
    Step("Better than luck?", (Station(
        "lab", (("market", "SIM-BTC · 1h"),),
        "Wait for the verdict on 676 settings, then choose SIM-SOL, where an edge was planted.",
        "Luck on the one, an edge on the other, and what would change the verdict.",
    ),)),
    Step("A feed that learns", (Station(
        "opportunities", (),
        "Dismiss an idea, read what that changed in the order and why, and take it back.",
        "A score in five parts, a reason on each card, and undo instead of a question.",
    ),)),
    Step("Decide on evidence", (
        Station(
            "review_rankings", (),
            "Under “On the log”, choose another order of the lists: what would it have earned on what was shown?",
            "Five estimates with ranges, and no verdict where the log cannot tell two orders apart.",
        ),
        Station(
            "experiments", (),
            "Take the example or design your own, Start it, and press Next week until the banner turns.",
            "Keep running, ship or roll back, with every reason; looking often does not make it err more.",
        ),
    )),
)  # fmt: skip


NUMBERS: Final = {str(number): number for number in range(1, len(STEPS) + 1)}


def step_on() -> int | None:
    """The number of the step that is on, from 1; None outside of the tour.

    The address leads; where a link or the menu has dropped it, the visit remembers.
    """
    asked = NUMBERS.get(st.query_params.get(NAME, ""))
    if asked is not None:
        session().tour = asked
    return session().tour


def address(number: int) -> dict[str, str]:
    """What the address of a step carries."""
    return _carried(STEPS[number - 1].stations[0], number)


def _carried(station: Station, number: int) -> dict[str, str]:
    return {**dict(station.address), NAME: str(number)}


def on_tour() -> dict[str, str]:
    """What another address of the same page must carry, so that a link to it goes on with the tour."""
    number = step_on()
    return {} if number is None else {NAME: str(number)}


def end() -> None:
    """The tour is over; the page of the steps begins it again."""
    session().tour = None


def banner(page: str) -> None:
    """The line over a page while the tour is on: what to do here, or that it goes on elsewhere."""
    number = None if page == PAGE else step_on()
    if number is None:
        return
    step = STEPS[number - 1]
    here = step.on(page)
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="tour_banner"):
        if here is not None:
            told = f"**{here.do}**  \n:small[:gray[{here.see}]]"
        else:
            told = f"The step **{step.title}** is on another page."
        st.markdown(f":blue-badge[Tour {number} of {len(STEPS)}] {told}", width="stretch")
        with st.container(horizontal=True, vertical_alignment="center", gap="small", width="content"):
            ways(number, page)


def ways(number: int, page: str) -> None:
    """Where one may go from a step, and the role in which all of it can be tried."""
    if role() == "stakeholder":
        st.button(
            "Let me try", icon=":material/badge:", key="tour_try", on_click=take, args=("admin",), type="tertiary",
            help="Whoever looks on changes nothing. An admin opens every page and changes everything.",
        )  # fmt: skip
    stations = STEPS[number - 1].stations
    here = STEPS[number - 1].on(page)
    if here is None:
        _link(number, "Go there", ":material/arrow_forward:")
    elif here is stations[0]:
        if number > 1:
            _way(number - 1, "Back", ":material/arrow_back:", page)
    else:
        _link(number, "Back", ":material/arrow_back:")
    if here is not None and here is not stations[-1]:
        _link(number, "Then", ":material/arrow_forward:", stations[stations.index(here) + 1])
    elif here is not None and number < len(STEPS):
        _way(number + 1, "Next", ":material/arrow_forward:", page)
    if st.button("End", icon=":material/close:", key="tour_end", type="tertiary"):
        end()
        st.switch_page(f"../{PAGE if role() in OPENERS else 'home'}.py")


def _way(number: int, label: str, icon: str, page: str) -> None:
    """To another step: a link to another page; on the page that is open a button, since its address stays behind."""
    if STEPS[number - 1].stations[0].page == page:
        st.button(label, icon=icon, key=f"tour_to_{number}", on_click=go, args=(number,), type="tertiary")
    else:
        _link(number, label, icon)


def _link(number: int, label: str, icon: str, to: Station | None = None) -> None:
    """To the beginning of a step, or to one of its stations."""
    station = to or STEPS[number - 1].stations[0]
    st.page_link(
        f"../{station.page}.py", label=label, icon=icon, query_params=_carried(station, number), width="content"
    )


def go(number: int) -> None:
    """To a step on the page that is open; the tab writes its own part of the address."""
    for name, value in address(number).items():
        if name == TAB:
            adopt(name, value)
        else:
            st.query_params[name] = value


def overview() -> None:
    """All steps with a link to each."""
    end()
    for number, step in enumerate(STEPS, 1):
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"tour_step_{number}"):
            told = "  \n".join(f"{each.do}  \n:small[:gray[{each.see}]]" for each in step.stations)
            st.markdown(f"**{number}. {step.title}**  \n{told}", width="stretch")
            _link(number, "Go there", ":material/arrow_forward:")
    small_print("Everything on the way is simulated and labelled so. It wants no key and no network.")
