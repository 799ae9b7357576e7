"""The panel of a change: what differs from the saved bot, what it did, what speaks against it, and keeping it."""

from collections.abc import Sequence

import streamlit as st

from engine.bots.comparison import Comparison, Difference
from engine.bots.finding import Finding
from engine.bots.parameters import KNOBS, BotParameters, differences
from pages.ui.look import NOT_KNOWN, number, on_accent, percent, plain, small_print


def changes(saved: BotParameters, shown: BotParameters) -> None:
    """One line a setting: before, arrow, after."""
    for name, (before, after) in differences(saved, shown).items():
        knob = KNOBS[name]
        with st.container(horizontal=True, gap="small"):
            st.markdown(f"**{knob.label}**", width="stretch")
            st.markdown(f":gray[{knob.text(before)} →] **:blue[{knob.text(after)}]**", width="content")


def effect_table(effect: Comparison, period: str) -> None:
    """What the change did on past candles: before, after, and the difference with its 95 % range."""
    small_print(f"Measured on {period}")
    rows = [
        ("Return", effect.total_return, lambda value: percent(value, 2, signed=True)),
        ("Worst fall", negative(effect.max_drawdown), lambda value: percent(value, 2)),
        ("Trades a week", effect.trades_per_week, lambda value: number(value, 1)),
    ]
    lines = ["| | before | after | difference, 95 % |", "|:--|--:|--:|--:|"]
    for label, difference, text in rows:
        change = difference.change
        span = f"{text(change.low)} to {text(change.high)}" if change.is_known else NOT_KNOWN
        cells = [NOT_KNOWN if value is None else text(value) for value in (difference.before, difference.after)]
        lines.append(f"| {label} | :gray[{cells[0]}] | **{cells[1]}** | :small[{span}] |")
    st.markdown("\n".join(lines))
    small_print(effect.total_return.sentence)


def negative(difference: Difference) -> Difference:
    """A fall drawn downwards: the same difference with the sign of what was lost."""
    from dataclasses import replace

    from engine.bots.uncertainty import Interval

    change = difference.change
    flip = [None if value is None else -value for value in (change.value, change.high, change.low)]
    before, after = (None if value is None else -value for value in (difference.before, difference.after))
    return replace(difference, before=before, after=after, change=Interval(flip[0], flip[1], flip[2], change.n))


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
    st.markdown(f":small[:{colour}[{icon}] {plain(finding.message)}]")


def apply_label() -> str:
    """The one primary button of the page."""
    return on_accent("Apply")
