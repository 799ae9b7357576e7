"""The sample world's one row: the seed it is made from, and what time it is there."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from engine.core.errors import StoreError
from engine.gateways.store.database import put
from engine.gateways.store.tables import WORLD
from engine.gateways.store.text import LATEST_ID, checked_time


@dataclass(frozen=True, slots=True)
class World:
    """The seed of the sample world, and its clock in milliseconds since 1970, UTC."""

    seed: int
    now_ms: int

    def __post_init__(self) -> None:
        checked_time(self.now_ms)
        if abs(self.seed) > LATEST_ID:
            raise StoreError(f"a seed must be at most {LATEST_ID} either way, was {self.seed}. Take a smaller one.")


def load(connection: Connection) -> World | None:
    """The sample world of this store, None when there is none."""
    found = connection.execute(select(WORLD.c.seed, WORLD.c.now_ms)).first()
    return None if found is None else World(found.seed, found.now_ms)


def save(connection: Connection, world: World) -> None:
    """Make this the sample world of this store."""
    put(connection, WORLD, {"id": 1, "seed": world.seed, "now_ms": world.now_ms})
