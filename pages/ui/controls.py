"""The slider panel: settings with their suggested zone and saved value; Python hears on release, once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import streamlit as st

from pages.ui.state import chosen, hear, last_heard

COMPONENTS: Final = Path(__file__).parent / "components"
LAST_COUNT: Final = 2**53 - 1


def source(*names: str) -> str:
    """The text of the components' files of these names, one after the other."""
    return "\n".join((COMPONENTS / name).read_text(encoding="utf-8") for name in names)


_PANEL: Final = st.components.v2.component(
    "toption_sliders",
    html='<div class="frame"><div class="panel"></div></div>',
    css=source("sliders.css"),
    js=source("panel.js", "sliders.js"),
)


@dataclass(frozen=True, slots=True)
class SliderSpec:
    """One slider: `low` to `high` are the hard limits; `saved` is what the last saved version holds."""

    name: str
    label: str
    unit: str
    low: float
    high: float
    step: float
    suggested_low: float
    suggested_high: float
    value: float
    saved: float
    decimals: int


@dataclass(frozen=True, slots=True)
class Presets:
    """Named starting points above the sliders; `choose` hears the name that was pressed."""

    names: tuple[str, ...]
    chosen: str | None
    choose: Callable[[str], None]


def slider_panel(
    knobs: Sequence[SliderSpec],
    key: str,
    on_change: Callable[[dict[str, float]], None],
    *,
    presets: Presets | None = None,
    sentence: str = "",
) -> dict[str, float]:
    """Draw the panel and return the values it shows.

    `on_change` is called before the page runs, once a release, with the settings that were moved; put them
    into the draft there, and pass the draft's values back in `knobs`: those always win, so undo, reset, a
    preset or the chat move the thumbs. In `sentence`, `{name}` follows the thumb and `**words**` are bold.
    """
    _PANEL(
        key=key,
        data=panel_data(knobs, key, presets, sentence),
        on_acted_change=listener(knobs, key, on_change, presets),
    )
    return {knob.name: knob.value for knob in knobs}


def panel_data(knobs: Sequence[SliderSpec], key: str, presets: Presets | None, sentence: str) -> dict[str, Any]:
    """What the browser needs to draw the panel, and which of its messages has been heard."""
    return {
        "knobs": [asdict(knob) for knob in knobs],
        "presets": None if presets is None else {"names": list(presets.names), "chosen": presets.chosen},
        "sentence": sentence,
        "heard": last_heard(key),
    }


def listener(
    knobs: Sequence[SliderSpec], key: str, on_change: Callable[[dict[str, float]], None], presets: Presets | None
) -> Callable[[], None]:
    """What Streamlit calls when the browser has a message: every act in it is heard once."""

    def acted() -> None:
        for act in unheard(chosen(key).acted, last_heard(key)):
            hear(key, act["count"])
            if values := moved(act.get("values"), knobs):
                on_change(values)
            if presets is not None and act.get("preset") in presets.names:
                presets.choose(act["preset"])

    return acted


def unheard(message: Any, heard: int) -> list[Mapping[str, Any]]:
    """What a browser's message tells for the first time, in order; each message repeats what had no answer."""
    acts = message.get("acts") if isinstance(message, Mapping) else None
    if not isinstance(acts, list):
        return []
    counted = [act for act in acts if isinstance(act, Mapping) and type(act.get("count")) is int]
    # Beyond that a browser cannot count: what asks for more was not made by ours.
    return sorted((act for act in counted if heard < act["count"] <= LAST_COUNT), key=lambda act: act["count"])


def moved(values: Any, knobs: Sequence[SliderSpec]) -> dict[str, float]:
    """The settings in a browser's message that exist and lie inside their limits; all else is left out."""
    if not isinstance(values, Mapping):
        return {}
    return {
        knob.name: float(values[knob.name])
        for knob in knobs
        if knob.name in values and _is_inside(values[knob.name], knob)
    }


def _is_inside(value: Any, knob: SliderSpec) -> bool:
    # A comparison holds for whole numbers of any length, where a conversion does not; none holds for NaN.
    return isinstance(value, int | float) and not isinstance(value, bool) and knob.low <= value <= knob.high
