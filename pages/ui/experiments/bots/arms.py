"""The arms of a design on paper: a bot, its versions, and what of them is changed, each setting within its limits."""

from typing import Any, Final

import streamlit as st

from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.settings.knob import Value
from engine.core.errors import ParameterError
from engine.experiments.experiment import LETTERS
from engine.experiments.paper.design import MOST_ARMS
from engine.services.candles import listed
from engine.services.review_rankings.paper.designing import bot_on, markets_for, what_of
from engine.services.tune_bot import Bot, history
from pages.ui.experiments.variants import AS_TODAY
from pages.ui.loaded import engine
from pages.ui.look import plain, small_print
from pages.ui.opportunities.asked import st_value

KEPT: Final[dict[str, Any]] = {"persist_state": "page"}
NAMES: Final = ("today", "B", "C", "D")
FIRST: Final = ("k_sigma",)  # what a second arm begins with: the one setting that most bots differ in
CAPITAL: Final = 10_000.0
FEE: Final = 0.1  # percent
Market = tuple[str, str]


def told(market: Market) -> str:
    """A market as people read it."""
    return f"{market[0]} · {market[1]}"


def what_told(what: str) -> str:
    """What an arm is, in words: its version, and the settings that differ from it."""
    pairs = [each.partition("=") for each in what.split()]
    return ", ".join(
        f"{KNOBS[name].label} {KNOBS[name].text(KNOBS[name].parse(name, text))}" if name in KNOBS else f"{name} {text}"
        for name, _, text in pairs
    )


def all_markets() -> list[Market]:
    """Every market that has candles here."""
    return [(each.symbol, each.step) for each in listed(engine())]


def asked_bot() -> Bot | None:
    """The bot that is chosen; None where there are no candles."""
    here = all_markets()
    return bot_on(engine(), engine().principal, st_value("exp_bot", here[0])) if here else None


def asked_markets(bot: Bot) -> tuple[Market, ...]:
    """The markets on which it is to run; those that a bot cannot run on are left out."""
    possible = markets_for(engine(), bot)
    wanted = st_value(f"exp_markets_{bot.id}", [possible[0]])
    return tuple(each for each in possible if each in wanted)


def arms() -> None:
    """The bot, the markets, and a box for each arm."""
    here = all_markets()
    if not here:
        small_print("There are no candles here. Bring some in first.")
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox("Bot", here, format_func=told, key="exp_bot", width=180, **KEPT)
        st.number_input("Arms", 2, MOST_ARMS, 2, key="exp_arms", width=90, **KEPT)
        st.number_input(
            "Capital on each market", 100.0, 1e9, CAPITAL, 1_000.0, "%.0f", key="exp_capital", width=180, **KEPT
        )
        st.number_input(
            "Fee a fill, %", 0.0, 5.0, FEE, 0.01, "%.3f", key="exp_fee", width=150,
            help="Of the traded amount, resting or not; funding is the market's own.", **KEPT,
        )  # fmt: skip
    bot = asked_bot()
    if bot is None:
        return
    possible = markets_for(engine(), bot)
    st.multiselect(
        "Markets on which all arms run", possible, [possible[0]], format_func=told, key=f"exp_markets_{bot.id}", **KEPT
    )
    versions = {each.number: each.parameters for each in history(engine(), bot)}
    for number in range(int(st_value("exp_arms", 2))):
        with st.container(border=True, gap="small", key=f"exp_arm_{bot.id}_{number}"):
            arm(bot, number, versions)
    small_print(
        "All arms run on the same candles of the same days, each from nought; what is compared is the difference of a"
        " day. The first arm is what there is today."
    )
    if len({what for _, what in asked_arms(bot)}) == 1:
        small_print("All of them are the same so far: change a setting of the second.")


def arm(bot: Bot, number: int, versions: dict[int, BotParameters]) -> None:
    """One arm: name, version, and a control for every setting that is to differ."""
    key = f"exp_arm_{bot.id}_{number}"
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        first = "" if number else " (today)"
        st.text_input(
            f"Arm {number + 1}{first}", NAMES[number], key=f"{key}_name", max_chars=LETTERS, width=140, **KEPT
        )
        st.selectbox(
            "Version", list(versions), list(versions).index(bot.head.number), key=f"{key}_version", width=110,
            format_func=lambda each: f"{each} (now)" if each == bot.head.number else str(each), **KEPT,
        )  # fmt: skip
        st.multiselect(
            "Settings that differ from it", list(KNOBS), list(FIRST) if number == 1 else [], key=f"{key}_settings",
            format_func=lambda name: KNOBS[name].label, placeholder=AS_TODAY, **KEPT,
        )  # fmt: skip
    base = versions[asked_version(bot, number)]
    for name in asked_settings(bot, number):
        control(f"{key}_{name}", name, getattr(base, name))


def control(key: str, name: str, value: Value) -> None:
    """A slider, a choice or a switch, within the limits of the registry."""
    knob = KNOBS[name]
    label = f"{knob.label}, {knob.unit}" if knob.unit else knob.label
    if isinstance(value, bool):
        st.toggle(label, value, key=key, help=knob.description, **KEPT)
    elif isinstance(value, str):
        st.selectbox(
            label, knob.choices, knob.choices.index(value), format_func=knob.text, key=key, width=240,
            help=knob.description, **KEPT,
        )  # fmt: skip
    elif knob.allowed is not None and knob.step is not None:
        kind = int if knob.type == "int" else float
        low, high, step = (kind(each) for each in (*knob.allowed, knob.step))
        st.slider(label, low, high, kind(value), step, f"%.{knob.decimals}f" if kind is float else None, key=key,
                  help=f"{knob.description}. Lower: {knob.lower}. Higher: {knob.higher}.", **KEPT)  # fmt: skip


def asked_version(bot: Bot, number: int) -> int:
    """The version that an arm begins with."""
    return int(st_value(f"exp_arm_{bot.id}_{number}_version", bot.head.number))


def asked_settings(bot: Bot, number: int) -> list[str]:
    """The settings in which it is to differ, in the registry's order."""
    chosen = st_value(f"exp_arm_{bot.id}_{number}_settings", list(FIRST) if number == 1 else [])
    return [name for name in KNOBS if name in chosen]


def asked_arms(bot: Bot) -> tuple[tuple[str, str], ...]:
    """Every arm's name, and what it is as it is written down; settings that do not go together are told."""
    versions = {each.number: each.parameters for each in history(engine(), bot)}
    found = []
    for number in range(int(st_value("exp_arms", 2))):
        key, version = f"exp_arm_{bot.id}_{number}", asked_version(bot, number)
        base = versions[version]
        values = {name: st_value(f"{key}_{name}", getattr(base, name)) for name in asked_settings(bot, number)}
        name = str(st_value(f"{key}_name", NAMES[number]) or "").strip()
        try:
            found.append((name, what_of(version, base, changed(base, values))))
        except ParameterError as error:
            small_print(plain(f"{name}: {error}"))
            found.append((name, what_of(version, base, base)))
    return tuple(found)
