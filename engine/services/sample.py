"""The sample world: one seed fills an empty installation with simulated markets, labelled so everywhere."""

from dataclasses import dataclass

from engine.core.errors import DataError
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.text import LATEST_ID
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS, STEPS, timestamp
from engine.market.synthetic import COINS, WORLD_END_MS, WORLD_SEED, WORLD_START_MS, simulated_bars, simulated_market
from engine.options.simulated.quotes import session
from engine.options.simulated.shares import shares
from engine.services.people import people_of
from engine.services.startup import App

SOURCE = "simulated"


@dataclass(frozen=True, slots=True)
class Made:
    """What the sample world holds: seed, clock, markets, candles; companies and options; traders and what they did."""

    seed: int
    now_ms: int
    markets: int
    candles: int
    companies: int
    options: int
    traders: int
    events: int


def make_world(app: App, seed: int | None = None, reset: bool = False) -> Made:
    """Fill the store with the simulated markets up to the world's clock.

    A world that is there already keeps its seed and clock unless another seed is asked for or it is reset;
    candles that people brought in stay as they are.
    """
    app.must_change("no sample world is made")
    if seed is not None and abs(seed) > LATEST_ID:
        raise DataError(
            f"a seed must be a whole number of at most {LATEST_ID} either way, was {seed}. Take a smaller one."
        )
    world = app.store.world()
    if world is None or reset or (seed is not None and seed != world.seed):
        world = World(WORLD_SEED if seed is None else seed, WORLD_START_MS)
    candles = 0
    for coin in COINS:
        bars = simulated_bars(coin, world.seed, world.now_ms)
        candles += app.candles.save(bars, simulated_market(coin), SOURCE).rows
    made = _made(app, world, candles)
    # The clock last: a world whose making was cut short is made again, not taken for whole.
    app.store.set_world(HOUSE, world)
    return made


def advance(app: App, days: int) -> Made:
    """Move the world's clock on by whole days: new candles arrive in every simulated market."""
    app.must_change("the sample world's clock stays")
    world = app.store.world()
    if world is None:
        raise DataError("there is no sample world to move on. Make one with `python -m engine sample`.")
    until = min(world.now_ms + days * DAY_MS, WORLD_END_MS)
    if days < 1 or until == world.now_ms:
        raise DataError(
            f"the sample world goes on to {timestamp(WORLD_END_MS):%Y-%m-%d}, by 1 or more days; it is"
            f" {timestamp(world.now_ms):%Y-%m-%d} there, asked were {days}. Reset it to begin again."
        )
    # All candles first, the clock last: until it moves, what is newer than it is not shown.
    candles = 0
    for coin in COINS:
        bars = simulated_bars(coin, world.seed, until)
        candles += app.candles.save(bars, simulated_market(coin), SOURCE).rows
    made = _made(app, World(world.seed, until), candles)
    app.store.set_world(HOUSE, World(world.seed, until))
    return made


def _made(app: App, world: World, candles: int) -> Made:
    """The counts; traders are made on the way, quotes whenever they are looked at."""
    number = shares(world.seed).until(world.now_ms) - 1
    quotes = session(world.seed, number)
    crowd = people_of(app, world)
    return Made(
        world.seed, world.now_ms, len(COINS), candles, len(quotes.names), len(quotes), len(crowd.traders), len(crowd)
    )


def is_here(app: App) -> bool:
    """Whether there is a sample world, whose clock can be moved on."""
    return app.store.world() is not None


def is_needed(app: App) -> bool:
    """Whether this installation has neither a whole sample world nor candles of its own."""
    listings = app.candles.listings()
    if app.store.world() is None:
        return not listings
    simulated = {listing.symbol for listing in listings if listing.simulated and listing.step in STEPS}
    return not simulated.issuperset(coin.symbol for coin in COINS)
