"""What all traders did, the store's own and the sample world's, as one log that is put together once."""

from engine.services.people import people
from engine.services.startup import App
from engine.traders.log import EventLog, joined


def mark_of(app: App) -> tuple[int, int, int]:
    """What changes whenever the log has changed: the sample world's seed and clock, and the count of own events."""
    world = app.store.world()
    return (0, 0, app.store.crowd().count()) if world is None else (world.seed, world.now_ms, app.store.crowd().count())


def everybody(app: App) -> EventLog:
    """Everybody's events in time order, without a name."""
    mark = mark_of(app)
    known = app.recent.get("everybody")
    if known is not None and known[0] == mark:
        found: EventLog = known[1]
        return found
    crowd, simulated = app.store.crowd().log(), people(app)
    made = crowd if simulated is None else joined((simulated, crowd)) if len(crowd) else simulated
    app.recent.put("everybody", (mark, made))
    return made
