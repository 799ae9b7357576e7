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
class Step:
    """One step: title, the page with its address, what to do there, and what to see."""

    title: str
    page: str
    address: tuple[tuple[str, str], ...]
    do: str
    see: str


STEPS: Final = (
    Step(
        "Words become a change", "tune_a_bot", (("market", "SIM-SOL · 1h"), ("tab", "Bot")),
        "Write “wider bands and a tighter stop” beside the chart, then Apply, then Undo.",
        "What would change and why, its measured effect before anything is kept, and the way back.",
    ),
    Step(
        "How far, not which way", "tune_a_bot", (("market", "SIM-SOL · 1h"), ("tab", "Forecast")),
        "Look at the fan over the bands and the chances of touching each edge.",
        "Ranges that held as often as they say, with n; no side is taken where none is earned.",
    ),
    Step(
        "Better than luck?", "lab", (("market", "SIM-BTC · 1h"),),
        "Wait for the verdict on 676 settings, then choose SIM-SOL, where an edge was planted.",
        "Luck on the one, an edge on the other, and what would change the verdict.",
    ),
    Step(
        "A feed that learns", "opportunities", (),
        "Dismiss an idea, read what that changed in the order and why, and take it back.",
        "A score in five parts, a reason on each card, and undo instead of a question.",
    ),
    Step(
        "Decide on evidence", "experiments", (),
        "Take the example or design your own, Start it, and press Next week until the banner turns.",
        "Keep running, ship or roll back, with every reason; looking often does not make it err more.",
    ),
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
    return {**dict(STEPS[number - 1].address), NAME: str(number)}


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
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="tour_banner"):
        if page == step.page:
            told = f"**{step.do}**  \n:small[:gray[{step.see}]]"
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
    if page != STEPS[number - 1].page:
        _link(number, "Go there", ":material/arrow_forward:")
    else:
        if number > 1:
            _way(number - 1, "Back", ":material/arrow_back:", page)
        if number < len(STEPS):
            _way(number + 1, "Next", ":material/arrow_forward:", page)
    if st.button("End", icon=":material/close:", key="tour_end", type="tertiary"):
        end()
        st.switch_page(f"../{PAGE if role() in OPENERS else 'home'}.py")


def _way(number: int, label: str, icon: str, page: str) -> None:
    """To another step: a link to another page; on the page that is open a button, since its address stays behind."""
    if STEPS[number - 1].page == page:
        st.button(label, icon=icon, key=f"tour_to_{number}", on_click=go, args=(number,), type="tertiary")
    else:
        _link(number, label, icon)


def _link(number: int, label: str, icon: str) -> None:
    place = f"../{STEPS[number - 1].page}.py"
    st.page_link(place, label=label, icon=icon, query_params=address(number), width="content")


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
            st.markdown(f"**{number}. {step.title}**  \n{step.do}  \n:small[:gray[{step.see}]]", width="stretch")
            _link(number, "Go there", ":material/arrow_forward:")
    small_print("Everything on the way is simulated and labelled so. It wants no key and no network.")
