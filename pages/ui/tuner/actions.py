"""What the buttons of the tuner do: keep, take back, bring again; what went wrong is told in one line."""

from collections.abc import Callable, Mapping
from typing import Final

import streamlit as st

from engine.bots.guards.finding import Finding
from engine.bots.parameters import KNOBS, BotParameters, as_dict, differences
from engine.bots.settings.knob import Value
from engine.bots.settings.risk_profiles import preset
from engine.core.errors import ParameterError, ToptionError
from engine.services import bot_papers, tune_bot
from engine.services.tune_bot import Bot
from pages.ui.drafts import BotDrafts, read
from pages.ui.loaded import engine
from pages.ui.state import (
    bring_forward,
    chosen,
    draft_of,
    drafts_of,
    forget,
    move,
    moves_of,
    session,
    take_back,
    tell,
)

PRESETS: Final = {"Cautious": "cautious", "Balanced": "balanced", "Bold": "aggressive"}
NO_PROFILE: Final = "No profile"


def profile_name() -> str:
    """The risk profile that the trader chose to be warned beyond, as it reads on the screen."""
    kept = bot_papers.risk_profile(engine())
    return next((name for name, profile in PRESETS.items() if profile == kept), NO_PROFILE)


def profile() -> str | None:
    """The same for the guardrails; None for no profile."""
    return PRESETS.get(profile_name())


def keep_profile() -> None:
    """Remember the profile that was chosen."""
    guarded(lambda: bot_papers.keep_risk_profile(engine(), PRESETS.get(chosen("profile"))))


def guarded(act: Callable[[], None]) -> None:
    """Do it, or say in one line why not."""
    try:
        act()
    except ToptionError as error:
        tell("refused", str(error))


def slide(bot: Bot, values: Mapping[str, Value]) -> None:
    """Take released sliders into the draft, unless they do not go together with the rest."""

    def moved() -> None:
        tune_bot.drafted(bot.head.parameters, {**draft_of(bot.id), **values})
        move(bot.id, values)

    guarded(moved)


def choose_preset(bot: Bot, name: str) -> None:
    """Put a risk profile's settings into the draft; market-bound settings stay."""
    values = as_dict(preset(PRESETS[name]))
    kept = {
        key: value for key, value in values.items() if key not in ("timeframe", "style", "order_type", "allow_short")
    }
    guarded(lambda: (tune_bot.drafted(bot.head.parameters, kept), move(bot.id, kept))[1])


def preset_of(parameters: BotParameters) -> str | None:
    """The preset that these settings are, None when they are nobody's."""
    for name, profile in PRESETS.items():
        apart = set(differences(preset(profile), parameters)) - {"timeframe", "style", "order_type", "allow_short"}
        if not apart:
            return name
    return None


def take_up(bot: Bot, text: object) -> None:
    """Take the moves from before a reload, all of them or none, where this session has none of its own."""
    found = read(text) if isinstance(text, str) else None
    if found is None or drafts_of(bot.id) != BotDrafts():
        return

    def taken() -> None:
        for moves in (found.moves, *found.waiting.values()):
            for state in moves.states:
                tune_bot.drafted(bot.head.parameters, state)
        session().drafts[bot.id] = found

    guarded(taken)


def apply(bot: Bot, shown: BotParameters, impossible: tuple[Finding, ...], why_key: str) -> None:
    """Keep the draft as the next version; the reason is read now, as it may have been typed a moment ago."""
    why = str(chosen(why_key) or "")
    if not draft_of(bot.id):  # a second click: the first has kept it
        return

    def kept() -> None:
        if tune_bot.drafted(bot.head.parameters, draft_of(bot.id)) != shown:
            raise ParameterError(
                "A slider moved while you pressed Apply; nothing was kept. Look again, then press Apply."
            )
        after = tune_bot.apply(engine(), bot, shown, why.strip() or summary(bot.head.parameters, shown), impossible)
        forget(bot.id)
        tell("done", f"Kept as version {after.head.number}.")

    guarded(kept)


def summary(before: BotParameters, after: BotParameters) -> str:
    """The change in a few words, for the history."""
    parts = [
        f"{KNOBS[name].label.lower()} {KNOBS[name].text(old)} → {KNOBS[name].text(new)}"
        for name, (old, new) in differences(before, after).items()
    ]
    return ", ".join(parts[:4]) + (f" and {len(parts) - 4} more" if len(parts) > 4 else "")


def can_undo(bot: Bot) -> bool:
    """Whether there is a move or a version to take back."""
    return moves_of(bot.id).can_undo or bot.undo_to is not None


def can_redo(bot: Bot) -> bool:
    """Whether a move can come forward again, or, where nothing is moved, a version."""
    return moves_of(bot.id).can_redo or (not draft_of(bot.id) and bot.redo_to is not None)


def undo_if_any(bot: Bot) -> None:
    """As `undo`; a key that finds nothing to take back does nothing."""
    if can_undo(bot):
        undo(bot)


def redo_if_any(bot: Bot) -> None:
    """As `redo`; a key that finds nothing to bring back does nothing."""
    if can_redo(bot):
        redo(bot)


def undo(bot: Bot) -> None:
    """Take back the draft's last move, or, where there is none, the last version."""
    if moves_of(bot.id).can_undo:
        take_back(bot.id)
        return

    def undone() -> None:
        after = tune_bot.undo(engine(), bot)
        drafts_of(bot.id).go(bot.head.number, after.head.number)
        tell("done", f"Back at version {after.head.number}.")

    guarded(undone)


def redo(bot: Bot) -> None:
    """Bring back what was taken back last: the draft's moves first, then versions."""
    if moves_of(bot.id).can_redo:
        bring_forward(bot.id)
        return

    def redone() -> None:
        after = tune_bot.redo(engine(), bot)
        drafts_of(bot.id).go(bot.head.number, after.head.number)
        tell("done", f"Version {after.head.number} again.")

    guarded(redone)


def restore(bot: Bot, number: int) -> None:
    """Keep an old version's settings as a new version; undo brings back what was moved before."""

    def restored() -> None:
        after = tune_bot.restore(engine(), bot, number)
        drafts_of(bot.id).go(bot.head.number, after.head.number)
        tell("done", f"Version {number} is back, as version {after.head.number}.")

    guarded(restored)


def take(bot: Bot, values: dict[str, Value], said: str) -> None:
    """Take settings from elsewhere than the sliders into the draft, and say so."""

    def taken() -> None:
        tune_bot.drafted(bot.head.parameters, values)
        move(bot.id, values)
        tell("done", said)

    guarded(taken)


def follow_link(bot: Bot) -> None:
    """Take the settings that the page's address asks for into the draft, once; say which could not be taken."""
    query = dict(st.query_params)
    asked = bot_papers.linked(query, bot.head.parameters)
    for name in query:
        if name in KNOBS:
            del st.query_params[name]
    if asked.ignored:
        tell("refused", f"The link's other settings are in your change; not taken: {' '.join(asked.ignored)}")
    elif asked.values:
        tell("done", "The link's settings are in your change.")
    if asked.values:
        move(bot.id, asked.values)
