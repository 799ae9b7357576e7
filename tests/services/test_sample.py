"""The sample world: the same from the same seed, labelled as simulated, and never in the way of real candles."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS
from engine.market.market import Market, market_for
from engine.market.synthetic import COINS, WORLD_END_MS, WORLD_SEED, WORLD_START_MS
from engine.services.sample import Made, advance, is_needed, make_world
from engine.services.startup import App
from tests.builders import walk

SYMBOLS = sorted(coin.symbol for coin in COINS)


def versions(app: App) -> dict[str, str]:
    return {listing.symbol: listing.version for listing in app.candles.listings()}


def test_an_empty_installation_needs_a_world_and_a_whole_one_does_not(app: App) -> None:
    """`make run` makes it once."""
    assert is_needed(app)
    assert make_world(app) == Made(WORLD_SEED, WORLD_START_MS, 5, 131_520, 40, 11_734, 300, 284_527)
    assert not is_needed(app)


def test_everything_in_it_says_that_it_is_simulated(app: App) -> None:
    """Nobody must take it for the market; every price is labelled by its name, its source and its market."""
    make_world(app)
    listings = app.candles.listings()
    assert sorted(listing.symbol for listing in listings) == SYMBOLS
    for listing in listings:
        assert listing.symbol.startswith("SIM-")
        assert (listing.simulated, listing.source, listing.gaps) == (True, "simulated", 0)
        assert app.candles.market(listing.symbol, listing.step).simulated
        assert listing.last_ms + 3_600_000 == WORLD_START_MS
    assert app.candles.problems() == ()


def test_making_it_again_changes_nothing(app: App) -> None:
    """Same seed, same world, to the bit."""
    first, before = make_world(app), versions(app)
    assert make_world(app) == first
    assert versions(app) == before


def test_another_seed_is_another_world_and_reset_keeps_what_was_asked(app: App) -> None:
    """A seed that was chosen stays until another is."""
    make_world(app)
    first = versions(app)
    assert make_world(app, seed=7).seed == 7
    other = versions(app)
    assert all(first[symbol] != other[symbol] for symbol in SYMBOLS)
    assert make_world(app).seed == 7
    assert versions(app) == other
    assert make_world(app, seed=WORLD_SEED).seed == WORLD_SEED
    assert versions(app) == first


def test_a_later_clock_adds_candles_and_changes_none(app: App) -> None:
    """The past of a world must not change while somebody trades in it; reset goes back to the first day."""
    make_world(app)
    before = app.candles.bars("SIM-SOL", "1h")
    app.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS + 3 * DAY_MS))
    later = make_world(app)
    after = app.candles.bars("SIM-SOL", "1h")
    assert (later.now_ms, len(after)) == (WORLD_START_MS + 3 * DAY_MS, len(before) + 72)
    assert np.array_equal(after.close[: len(before)], before.close)
    assert make_world(app, reset=True).now_ms == WORLD_START_MS == app.now()
    assert np.array_equal(app.candles.bars("SIM-SOL", "1h").close, before.close)


def test_own_candles_are_kept_beside_it(app: App) -> None:
    """A world is made again and again; what people brought in stays to the bit."""
    own = walk(5, 200)
    app.candles.save(own, Market("TEST"), "mine.csv")
    assert not is_needed(app)
    make_world(app)
    make_world(app, seed=3, reset=True)
    kept = versions(app)
    assert np.array_equal(app.candles.bars("TEST", "1h").close, own.close)
    assert sorted(kept) == [*SYMBOLS, "TEST"]


def test_a_world_does_not_overwrite_real_candles_of_its_name(app: App) -> None:
    """Somebody called their file SIM-BTC: theirs is kept, and the message says what to rename."""
    bars = walk(5, 200)
    own = type(bars)(
        "SIM-BTC", "1h", *(getattr(bars, name) for name in ("time", "open", "high", "low", "close", "volume"))
    )
    app.candles.save(own, market_for("SIM-BTC", 60_000.0), "mine.csv")
    with pytest.raises(DataError, match="SIM-BTC holds real candles, which simulated ones do not replace"):
        make_world(app)
    assert np.array_equal(app.candles.bars("SIM-BTC", "1h").close, own.close)
    assert app.store.world() is None


def test_a_world_with_a_market_missing_is_made_again(app: App) -> None:
    """A making that was cut short, or a file that was deleted."""
    make_world(app)
    before = versions(app)
    app.candles.remove("SIM-XRP", "1h")
    assert is_needed(app)
    make_world(app)
    assert versions(app) == before


def test_the_clock_moves_on_and_the_past_stays(app: App) -> None:
    """A day later there are 24 more candles, and the old ones are what they were."""
    make_world(app)
    before = app.candles.bars("SIM-BTC", "1h")
    made = advance(app, 1)
    after = app.candles.bars("SIM-BTC", "1h")
    assert made.now_ms == app.now() == WORLD_START_MS + DAY_MS
    assert len(after) == len(before) + 24
    np.testing.assert_array_equal(after.close[: len(before)], before.close)
    make_world(app, reset=True)
    assert app.now() == WORLD_START_MS
    assert len(app.candles.bars("SIM-BTC", "1h")) == len(before)


def test_the_clock_stops_at_the_worlds_end(app: App) -> None:
    """The simulated year is over one day; it says so instead of inventing more."""
    make_world(app)
    assert advance(app, 10_000).now_ms == WORLD_END_MS
    with pytest.raises(DataError, match="Reset"):
        advance(app, 1)
    with pytest.raises(DataError, match="1 or more"):
        advance(app, 0)
