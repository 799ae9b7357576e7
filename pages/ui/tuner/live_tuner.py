"""The live tuner: sliders and chart in one; band, chances and a quick estimate of the trades move with the thumb."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from pages.ui.controls import Presets, SliderSpec, listener, panel_data, source
from pages.ui.look import DARK, LIGHT
from pages.ui.tuner.live_view import LiveView, sent

SCRIPTS: Final = ("band", "chances", "estimate", "axes", "picture", "scene", "drawing", "legend", "hover", "tuner")
FAN_RANGES: Final = ("wide", "middle", "narrow")


def theme_css() -> str:
    """The chart's colours as variables that follow the theme by themselves."""
    names = ("page", "ink", "muted", "grid", "band", "up", "down", "fan")
    colours = [f"--{name}: light-dark({getattr(LIGHT, name)}, {getattr(DARK, name)});" for name in names]
    opacities = zip(FAN_RANGES, LIGHT.fan_opacity, DARK.fan_opacity, strict=True)
    faded = [f"--fan-{name}: {light};" for name, light, _ in opacities]
    return ":host {\n" + "\n".join([*colours, *faded]) + "\n}\n"


_TUNER: Final = st.components.v2.component(
    "toption_live_tuner",
    html=(
        '<div class="tuner"><div class="layout"><div class="side"><div class="panel"></div></div>'
        '<div class="view"><div class="legend"></div><div class="canvas"></div></div></div></div>'
    ),
    css=theme_css() + source("sliders.css", "tuner/tuner.css"),
    js=source("panel.js", *(f"tuner/{name}.js" for name in SCRIPTS)),
)


def live_tuner(
    view: LiveView,
    knobs: Sequence[SliderSpec],
    key: str,
    on_change: Callable[[dict[str, float]], None],
    *,
    presets: Presets | None = None,
    sentence: str = "",
) -> None:
    """Draw sliders and chart; `window` and `k_sigma` among the knobs move the band.

    As with `slider_panel`, `on_change` hears a release once, before the page runs, with the settings that were
    moved, and the values passed in `knobs` always win. `view` shows the replay of exactly those values: until it
    comes, the chart shows the browser's own band and an estimate of the trades, marked as one.
    """
    _TUNER(
        key=key,
        data={**panel_data(knobs, key, presets, sentence), **sent(view)},
        on_acted_change=listener(knobs, key, on_change, presets),
    )
