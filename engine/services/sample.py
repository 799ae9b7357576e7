"""The sample world: one seed fills an empty installation with simulated markets, labelled so everywhere."""

from dataclasses import dataclass

from engine.gateways.store.world import World
from engine.market.bars import STEPS
from engine.market.synthetic import COINS, WORLD_SEED, WORLD_START_MS, simulated_bars, simulated_market
from engine.services.startup import App

SOURCE = "simulated"


@dataclass(frozen=True, slots=True)
class Made:
    """What the sample world holds: its seed, its clock, markets and candles."""

    seed: int
    now_ms: int
    markets: int
    candles: int


def make_world(app: App, seed: int | None = None, reset: bool = False) -> Made:
    """Fill the store with the simulated markets up to the world's clock.

    A world that is there already keeps its seed and clock unless another seed is asked for or it is reset;
    candles that people brought in stay as they are.
    """
    world = app.store.world()
    if world is None or reset or (seed is not None and seed != world.seed):
        world = World(WORLD_SEED if seed is None else seed, WORLD_START_MS)
    candles = 0
    for coin in COINS:
        bars = simulated_bars(coin, world.seed, world.now_ms)
        candles += app.candles.save(bars, simulated_market(coin), SOURCE).rows
    # The clock last: a world whose making was cut short is made again, not taken for whole.
    app.store.set_world(world)
    return Made(world.seed, world.now_ms, len(COINS), candles)


def is_needed(app: App) -> bool:
    """Whether this installation has neither a whole sample world nor candles of its own."""
    listings = app.candles.listings()
    if app.store.world() is None:
        return not listings
    simulated = {listing.symbol for listing in listings if listing.simulated and listing.step in STEPS}
    return not simulated.issuperset(coin.symbol for coin in COINS)
