"""What the simulated traders of the sample world did up to its clock: the crowd where there is nobody else yet."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from engine.gateways.people_file import PeopleFile
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS
from engine.market.synthetic import WORLD_END_MS, WORLD_START_MS
from engine.services.startup import App
from engine.traders.events import Event
from engine.traders.log import EventLog
from engine.traders.simulated.people import People
from engine.traders.simulated.people import people as made
from engine.traders.simulated.sessions import Sessions, sessions
from engine.traders.simulated.telling import events_of as told

FOLDER: Final = "people"
AT_ONCE: Final = 91 * DAY_MS  # made ahead and shown as the clock moves on, since a later clock only adds


def people(app: App) -> EventLog | None:
    """Everything that simulated traders did up to the sample world's clock; None without a sample world."""
    world = app.store.world()
    return None if world is None else people_of(app, world)


def people_of(app: App, world: World) -> EventLog:
    """The same of a world whose clock is about to be set; made once and kept in the data folder."""
    return _kept(app.settings.data / FOLDER, world.seed, _ahead(world.now_ms)).log.until(world.now_ms)


def events_of(app: App, trader: str) -> tuple[Event, ...]:
    """What one simulated trader did up to the clock, event by event; nothing where there is no such trader."""
    world = app.store.world()
    if world is None:
        return ()
    kept = _kept(app.settings.data / FOLDER, world.seed, _ahead(world.now_ms))
    known = _sessions(kept.seed, kept.until_ms)
    return tuple(each for each in told(kept, trader, known) if each.at_ms <= world.now_ms)


def simulated(app: App) -> tuple[str, ...]:
    """The names of the sample world's traders; none without a sample world."""
    world = app.store.world()
    return () if world is None else _kept(app.settings.data / FOLDER, world.seed, _ahead(world.now_ms)).log.traders


def _ahead(now_ms: int) -> int:
    """The end of the quarter that the clock is in, counted from the world's first day."""
    quarters = (now_ms - WORLD_START_MS) // AT_ONCE + 1
    return min(WORLD_START_MS + quarters * AT_ONCE, WORLD_END_MS)


@lru_cache(maxsize=2)
def _kept(folder: Path, seed: int, until_ms: int) -> People:
    file = PeopleFile(folder)
    found = file.load(seed, until_ms)
    if found is None:
        found = _made(seed, until_ms)
        file.save(found)
    return found


@lru_cache(maxsize=2)
def _sessions(seed: int, until_ms: int) -> Sessions:
    """The same for every trader, so worked out once."""
    return sessions(seed, until_ms)


@lru_cache(maxsize=2)
def _made(seed: int, until_ms: int) -> People:
    return made(seed, until_ms)
