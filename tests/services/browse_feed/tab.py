"""One browser window of a trader: what it does, and takes back in its own order."""

from engine.gateways.store.desk import Principal
from engine.services.browse_feed import acting, steps
from engine.services.browse_feed.steps import Deed, Steps
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.events import Event


class Tab:
    """A window with its own row of steps."""

    def __init__(self, app: App, who: Principal, ideas: Ideas) -> None:
        self.app, self.who, self.ideas = app, who, ideas
        self.steps = Steps()

    def do(self, deed: Deed, row: int) -> Event | None:
        """One deed, as a press does it."""
        if deed == "unsave":
            event = acting.unsave(self.app, self.who, self.ideas.table.id_of(row))
        else:
            event = acting.act(self.app, self.who, self.ideas, row, deed)
        if event is not None:
            self.steps = self.steps.did(deed, event)
        return event

    def undo(self) -> Event | None:
        """Ctrl+Z."""
        self.steps, event = steps.undo(self.app, self.who, self.steps)
        return event

    def redo(self) -> Event | None:
        """Ctrl+Y."""
        self.steps, event = steps.redo(self.app, self.who, self.steps)
        return event

    def reload(self) -> None:
        """The window remembers its steps as text, and brings them to a new session."""
        self.steps = steps.read(steps.written(self.steps)) or Steps()
