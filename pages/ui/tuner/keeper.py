"""Moves outlive a reload: the browser's window keeps them and brings them to a session that knows nothing of it."""

from engine.services.tune_bot import Bot
from pages.ui.drafts import written
from pages.ui.keeping import keep
from pages.ui.state import drafts_of
from pages.ui.tuner import actions


def keep_moves(bot: Bot) -> None:
    """Let the window keep what is moved on this bot; a new session is asked once to take what is kept."""
    place = f"toption moves {bot.id} {bot.symbol} {bot.step}"
    keep(f"keeper_{bot.id}", place, written(drafts_of(bot.id)), lambda text: actions.take_up(bot, text))
