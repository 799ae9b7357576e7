"""The panel of a change: what differs from the saved bot, what it did, what speaks against it, and keeping it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from engine.bots.guards.finding import Finding
from engine.bots.measure.comparison import Comparison, Difference
from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.bots.settings.knob import Value
from engine.core.errors import ToptionError
from engine.core.interval import Interval
from engine.services.tune_bot import Bot
from pages.ui.look import NOT_KNOWN, number, on_accent, percent, small, small_print
from pages.ui.state import discard
from pages.ui.tuner import actions
from pages.ui.wording import explained

BEYOND: Final = "A warning shows when a setting risks more than this profile's ceiling."
LONGEST_WHY: Final = 200


def changes(saved: BotParameters, shown: BotParameters, most: int = 5) -> None:
    """One line a setting: before, arrow, after; a long list is folded after the first."""
    lines = list(differences(saved, shown).items())
    for name, (before, after) in lines[:most]:
        change_line(name, before, after)
    if len(lines) > most:
        with st.expander(f"{len(lines) - most} more"):
            for name, (before, after) in lines[most:]:
                change_line(name, before, after)


def change_line(name: str, before: Value, after: Value) -> None:
    """One setting's change."""
    knob = KNOBS[name]
    with st.container(horizontal=True, gap="small"):
        st.markdown(f"**{knob.label}**", width="stretch")
        st.markdown(f":gray[{knob.text(before)} →] **:blue[{knob.text(after)}]**", width="content")


def effect_of(effect: Callable[[], Comparison], period: str) -> None:
    """The measured effect, or one line why two replays cannot be held against each other."""
    try:
        effect_table(effect(), period)
    except ToptionError as error:
        small_print(explained(str(error)))


def effect_table(effect: Comparison, period: str) -> None:
    """What the change did on past candles: before, after, and the difference with its range."""
    small_print(f"What it would have done, {period}")
    rows = [
        ("Return", effect.total_return, signed_percent, points, "95 %"),
        # Measured: a fresh period's difference in the deepest fall lies in this range 73 to 87 times in 100.
        ("Worst fall", negative(effect.max_drawdown), signed_percent, points, "about 80 %"),
        ("Trades a week", effect.trades_per_week, tenths, signed_tenths, "95 %"),
    ]
    for label, difference, text, moved, sure in rows:
        change = difference.change
        low, high = (moved(end).removesuffix(" points") for end in (change.low, change.high))
        span = f", {sure}: {low} to {high}" if change.is_known else ""
        before, after = (NOT_KNOWN if value is None else text(value) for value in (difference.before, difference.after))
        with st.container(gap=None):
            with st.container(horizontal=True, gap="small"):
                st.markdown(label, width="stretch")
                st.markdown(f":gray[{before} →] **{after}**", width="content")
            small_print(f"difference {NOT_KNOWN if change.value is None else moved(change.value)}{span}")
    small_print(effect.total_return.sentence)


def signed_percent(value: float) -> str:
    """A gain or fall."""
    return percent(value, 2, signed=True)


def points(value: float | None) -> str:
    """A difference of two percentages."""
    return NOT_KNOWN if value is None else f"{number(value * 100, 2, signed=True)} points"


def tenths(value: float) -> str:
    """A number of trades."""
    return number(value, 1)


def signed_tenths(value: float | None) -> str:
    """A difference of two numbers of trades."""
    return NOT_KNOWN if value is None else number(value, 1, signed=True)


def negative(difference: Difference) -> Difference:
    """A fall drawn downwards: the same difference with the sign of what was lost."""
    low, value, high = (difference.change.low, difference.change.value, difference.change.high)
    before, after, value, low, high = (
        None if each is None else -each for each in (difference.before, difference.after, value, high, low)
    )
    return replace(difference, before=before, after=after, change=Interval(value, low, high, difference.change.n))


def warnings(found: Sequence[Finding], most: int = 2) -> None:
    """What the guardrails say: what cannot work first, the rest folded away past `most`."""
    for finding in found[:most]:
        say(finding)
    if len(found) > most:
        with st.expander(f"{len(found) - most} more"):
            for finding in found[most:]:
                say(finding)


def say(finding: Finding) -> None:
    """One finding in its colour."""
    icon = {"impossible": ":material/block:", "warning": ":material/warning:", "note": ":material/info:"}[finding.level]
    colour = {"impossible": "red", "warning": "orange", "note": "gray"}[finding.level]
    st.markdown(f":small[:{colour}[{icon}] {explained(finding.message)}]")


def limits() -> None:
    """The risk profile beyond which the trader wants to be warned."""
    names = [actions.NO_PROFILE, *actions.PRESETS]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(small("Warn me beyond"), width="content", help=BEYOND)
        st.selectbox(
            "Warn me beyond", names, index=names.index(actions.profile_name()), key="profile", width="stretch",
            label_visibility="collapsed", on_change=actions.keep_profile,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What goes with a draft: the period measured, why it could not be replayed, what was just done, its effect.

    `effect` raises ToptionError where the two replays cannot be held against each other.
    """

    period: str
    refused: str
    said: str
    effect: Callable[[], Comparison]


def panel(bot: Bot, shown: BotParameters, told: Told, found: Sequence[Finding]) -> None:
    """The change that was made by hand, with its effect, what the guardrails `found`, and its buttons."""
    impossible = tuple(each for each in found if each.level == "impossible")
    others = [each for each in found if each not in impossible]
    with st.container(border=True, gap="xsmall", key="your_change"):
        st.markdown("**Your change**, not kept yet")
        changes(bot.head.parameters, shown)
        verdict(impossible, told)
        warnings(others)
        buttons(bot, shown, impossible, can_apply=not (impossible or told.refused))


def verdict(impossible: Sequence[Finding], told: Told) -> None:
    """Why it cannot work, why it could not be replayed, or what it would have done."""
    if impossible:
        warnings(impossible)
    elif told.refused:
        st.markdown(f":small[:red[:material/block: {explained(told.refused)}]]")
    else:
        effect_of(told.effect, told.period)


def why_key(bot: Bot) -> str:
    """The name of the field for a reason; after a change is kept it is another, empty one."""
    return f"why_{bot.id}_{bot.revision}"


def buttons(bot: Bot, shown: BotParameters, impossible: tuple[Finding, ...], *, can_apply: bool) -> None:
    """Why, Apply and Discard."""
    why = why_key(bot)
    st.text_input(
        "Why", key=why, max_chars=LONGEST_WHY, label_visibility="collapsed",
        placeholder="Why? (for the history, optional)",
    )  # fmt: skip
    with st.container(horizontal=True, gap="xsmall"):
        st.button(
            on_accent("Apply") if can_apply else "Apply", type="primary", key="apply", width="stretch",
            disabled=not can_apply, on_click=actions.apply, args=(bot, shown, impossible, why),
        )  # fmt: skip
        st.button("Discard", type="tertiary", key="discard", on_click=discard, args=(bot.id,))
