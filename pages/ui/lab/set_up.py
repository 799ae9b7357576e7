"""The set-up of a run: which settings over which values, on which candles, at what costs, how luck is asked."""

from typing import Any, Final

import streamlit as st

from engine.bots.parameters import KNOBS
from engine.core.errors import ParameterError, ToptionError
from pages.ui.lab.maps import POSSIBLE, Span, usual
from pages.ui.lab.options import ASKED, BEST_BY, FOLDS, PERIODS, SHARES, SHUFFLES, Options, as_query
from pages.ui.look import number, small_print
from pages.ui.state import chosen, desk, tell

HOW: Final = "A range such as 5:30 or 0.5:3.0:0.1, or values with commas."


def key(name: str) -> str:
    """The name of a field; another set-up gives new fields, which begin with its values."""
    return f"lab_{name}_{desk().generation}"


def set_up(sides: tuple[Span, Span], options: Options) -> None:
    """The button of the set-up, and everything behind it."""
    desk().draw_with((sides, options))
    with st.popover("Set up", icon=":material/tune:", key="lab_set_up", width="content"), st.container(width=520):
        settings(sides, options)
        candles(options)
        costs(options)
        luck(options)
        st.button("Run with these", icon=":material/play_arrow:", key="lab_take", on_click=take)
        small_print("Your bot is not changed by any of this.")


def settings(sides: tuple[Span, Span], options: Options) -> None:
    """Both sides of the map, and whether every style is tried."""
    st.markdown("**Settings to try**")
    names = {name: KNOBS[name].label for name in POSSIBLE}
    for place, (label, side) in enumerate(zip(("Across", "Up"), sides, strict=True)):
        left, right = st.columns([1, 1], gap="small")
        picked = left.selectbox(
            label, list(names), index=POSSIBLE.index(side.name), format_func=names.__getitem__,
            key=key(f"side_{place}"),
        )  # fmt: skip
        # Another setting has other values: the field is another one, and begins with all that it allows.
        right.text_input(
            "Values", side.values if picked == side.name else usual(picked), key=key(f"values_{place}_{picked}"),
            max_chars=400, help=HOW,
        )  # fmt: skip
    st.toggle("Every trading style too", options.styles, key=key("styles"))


def candles(options: Options) -> None:
    """Which candles, and how much of them no choice may see."""
    left, right = st.columns(2, gap="small")
    left.selectbox("On", list(PERIODS), index=list(PERIODS).index(options.period), key=key("period"))
    near = min(SHARES, key=lambda name: abs(SHARES[name] - options.held))
    right.selectbox(
        "Held back", list(SHARES), index=list(SHARES).index(near), key=key("held_back"),
        help="The newest share of the days. No setting is chosen by them: they show what the choice is worth.",
    )  # fmt: skip


def costs(options: Options) -> None:
    """What every trade costs, with how much money, and which rules count."""
    first, second, third = st.columns(3, gap="small")
    amount(first, "Taker fee, %", options.taker * 100, "taker_fee")
    amount(second, "Maker fee, %", options.maker * 100, "maker_fee")
    amount(third, "Slippage, bp", options.slippage, "slippage")
    left, right = st.columns(2, gap="small", vertical_alignment="bottom")
    left.number_input("Capital", 1.0, 1e12, options.capital, 1_000.0, format="%.0f", key=key("capital"))
    right.toggle(
        "Core rules only", options.core, key=key("core"),
        help="Band, entry and exit alone, without stops and limits: what other tools replay.",
    )  # fmt: skip


def amount(place: Any, label: str, value: float, name: str) -> None:
    """One cost."""
    place.number_input(label, 0.0, 5.0 if "%" in label else 500.0, value, 0.01 if "%" in label else 1.0, key=key(name))


def luck(options: Options) -> None:
    """What counts as the best, on how many shuffled markets luck is asked, how often the walk-forward chooses."""
    first, second, third = st.columns(3, gap="small")
    objectives = list(BEST_BY)
    first.selectbox("Best by", objectives, index=list(BEST_BY.values()).index(options.best), key=key("objective"))
    second.selectbox(
        "Shuffled markets", offered(SHUFFLES, options.shuffles), key=key("shuffles"), format_func=number,
        index=offered(SHUFFLES, options.shuffles).index(options.shuffles),
        help="The same search on markets whose candles were put into another order. 100 tell 5 % from more.",
    )  # fmt: skip
    third.selectbox(
        "Walk-forward folds", offered(FOLDS, options.folds), key=key("folds"), format_func=number,
        index=offered(FOLDS, options.folds).index(options.folds),
        help="How often settings are chosen on the past and judged on the days after it.",
    )  # fmt: skip


def offered(usual_ones: tuple[int, ...], own: int) -> list[int]:
    """The usual numbers, and the one that a run from elsewhere was made with."""
    return sorted({*usual_ones, own})


def take() -> None:
    """Run with what the fields say: one step of the address. What cannot be is told, and the fields stay."""
    try:
        across, up = (side(place) for place in (0, 1))
        if across.name == up.name:
            raise ParameterError(f"{across.name} cannot be both sides of the map. Choose another setting for one.")
        options = read_options()
    except ToptionError as error:
        tell("refused", str(error))
        return
    go(across, up, options)
    desk().is_pressed = True


def go(across: Span, up: Span, options: Options | None = None) -> None:
    """Let the address carry these sides (and this set-up); a run of other ones is no longer what is looked at."""
    wanted = {"across": across.text, "up": up.text}
    gone = ["run"] if options is None else ["run", *ASKED]
    kept = {name: value for name, value in st.query_params.items() if name not in gone}
    st.query_params.from_dict({**kept, **wanted, **(as_query(options) if options is not None else {})})


def side(place: int) -> Span:
    """One side as its fields say it; ParameterError where it cannot be."""
    name = chosen(key(f"side_{place}"))
    made = Span(name, chosen(key(f"values_{place}_{name}")))
    made.axis  # noqa: B018 - refuses what cannot be read
    return made


def read_options() -> Options:
    """The other fields as a set-up; ParameterError in one line."""
    made = Options(
        chosen(key("period")), SHARES[chosen(key("held_back"))], chosen(key("shuffles")), chosen(key("folds")),
        BEST_BY[chosen(key("objective"))], round(chosen(key("maker_fee")) / 100, 8),
        round(chosen(key("taker_fee")) / 100, 8), chosen(key("slippage")), chosen(key("capital")),
        chosen(key("core")), chosen(key("styles")),
    )  # fmt: skip
    made.setup  # noqa: B018 - refuses costs that cannot be
    return made
