"""What all traders did, the store's own and the sample world's, as one log that is put together once."""

from engine.gateways.store.desk import Principal
from engine.services.people import people
from engine.services.startup import App
from engine.traders.log import EventLog, joined


def mark_of(app: App, principal: Principal) -> tuple[int, int, int]:
    """What changes whenever the log has changed: the sample world's seed and clock, and the count of own events."""
    world = app.store.world()
    count = app.store.crowd(principal).count()
    return (0, 0, count) if world is None else (world.seed, world.now_ms, count)


def everybody(app: App, principal: Principal) -> EventLog:
    """Everybody's events in time order, without a name; StoreError for who may not see them."""
    mark = mark_of(app, principal)
    known = app.recent.get("everybody")
    if known is not None and known[0] == mark:
        found: EventLog = known[1]
        return found
    crowd, simulated = app.store.crowd(principal).log(), people(app)
    made = crowd if simulated is None else joined((simulated, crowd)) if len(crowd) else simulated
    app.recent.put("everybody", (mark, made))
    return made
