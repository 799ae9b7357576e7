"""Steps outlive a reload: the browser's window keeps them and brings them to a session that has none."""

from typing import Final

from engine.services.browse_feed.steps import Steps, read, written
from pages.ui.keeping import keep
from pages.ui.state import feed_desk

PLACE: Final = "toption feed steps"


def keep_steps() -> None:
    """Let the window keep what it did in the feed; a new session is asked once to take what is kept."""
    keep("feed_keeper", PLACE, written(feed_desk().steps), take_up)


def take_up(text: object) -> None:
    """Go on from the steps that a window brings, unless something was done meanwhile."""
    desk = feed_desk()
    steps = read(text) if isinstance(text, str) else None
    if steps is not None and desk.steps == Steps():
        desk.steps = steps
