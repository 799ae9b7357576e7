"""What was fitted on everybody, as the feed of one trader uses it."""

from typing import Final

from engine.services.startup import App
from engine.traders.memory.crowd import Crowd

NOBODY: Final = Crowd()


def crowd_now(app: App) -> Crowd:
    """What traders like on the whole: where every profile begins."""
    del app
    return NOBODY
