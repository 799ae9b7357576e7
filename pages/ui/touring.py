"""The guided tour: five steps over the real pages, with a line on each that says what to do and what to look at."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from pages.ui.look import small_print
from pages.ui.navigation import ENTRIES

THERE: Final = frozenset(entry.file for entry in ENTRIES)
NAME: Final = "tour"  # in the address: which step is on


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
        "Words become a change", "tune_a_bot", (("market", "SIM-SOL · 1h"),),
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
        "Read the verdict on 676 settings, then choose SIM-SOL, where an edge was planted.",
        "Luck on the one, an edge on the other, and what would change the verdict.",
    ),
    Step(
        "A feed that learns", "opportunities", (),
        "Save an idea, dismiss another, and watch the order.",
        "A score in five parts, a reason on each card, and undo instead of a question.",
    ),
    Step(
        "Decide on evidence", "experiments", (),
        "Design an experiment, let simulated weeks pass, and read the banner.",
        "Ship, keep running or roll back, with every reason, however often somebody looks.",
    ),
)  # fmt: skip


def step_on() -> int | None:
    """The number of the step that is on, from 1; None outside of the tour."""
    asked = st.query_params.get(NAME, "")
    return int(asked) if asked.isdecimal() and 1 <= int(asked) <= len(STEPS) else None


def address(number: int) -> dict[str, str]:
    """What the address of a step carries."""
    return {**dict(STEPS[number - 1].address), NAME: str(number)}


def banner() -> None:
    """The line over a page while the tour is on."""
    number = step_on()
    if number is None:
        return
    step = STEPS[number - 1]
    with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small", key="tour_banner"):
        st.markdown(f":blue-badge[Tour {number} of {len(STEPS)}] **{step.do}** :gray[{step.see}]")
        st.space("stretch")
        if number > 1:
            _way(number - 1, "Back", ":material/arrow_back:")
        if number < len(STEPS):
            _way(number + 1, "Next", ":material/arrow_forward:")
        st.page_link("../tour.py", label="End", icon=":material/close:")


def _way(number: int, label: str, icon: str) -> None:
    if STEPS[number - 1].page not in THERE:
        return
    st.page_link(f"../{STEPS[number - 1].page}.py", label=label, icon=icon, query_params=address(number))


def overview() -> None:
    """All steps with a link to each."""
    for number, step in enumerate(STEPS, 1):
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"tour_step_{number}"):
            st.markdown(f"**{number}. {step.title}**  \n{step.do}  \n:small[:gray[{step.see}]]", width="stretch")
            _way(number, "Go there", ":material/arrow_forward:")
    small_print("Everything on the way is simulated and labelled so. It wants no key and no network.")
