"""At which price options ended: of the sample world, of stored candles, of a snapshot; unknown is unknown."""

import math

import numpy as np
import pytest

from engine.gateways.store.desk import HOUSE
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS, Bars
from engine.market.market import Market
from engine.market.synthetic import WORLD_SEED, WORLD_START_MS
from engine.options.simulated.shares import shares
from engine.services.opportunities.catalogue import bring_in, library
from engine.services.opportunities.settling import close_of_day, price_at, price_now, spot_as_it_ended
from engine.services.startup import App
from tests.options.worlds import NOW
from tests.services.opportunities.test_catalogue import file

START = 20_000 * DAY_MS
HOUR = 3_600_000


def daily(days: int = 5, first: int = START) -> Bars:
    """Closes 101, 102, ... at midnights."""
    close = 101.0 + np.arange(days)
    return Bars("ABC", "1d", first + np.arange(days) * DAY_MS, close, close, close, close, np.ones(days))


def test_an_expiry_ends_at_the_close_of_its_own_day() -> None:
    """Not at the one before, and not at the next where a day is missing."""
    bars = daily()
    assert close_of_day(bars, START + 2 * DAY_MS + 20 * HOUR) == 103
    assert math.isnan(close_of_day(bars, START + 5 * DAY_MS))
    assert math.isnan(close_of_day(bars, START - 1))
    assert math.isnan(close_of_day(None, START))


def test_a_simulated_price_is_known_when_its_clock_is_there(app: App) -> None:
    """Not a day earlier, though the whole path could be made."""
    app.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS))
    made = shares(WORLD_SEED)
    n = made.until(WORLD_START_MS)
    name, before, after = made.names[3], int(made.close_ms[n - 1]), int(made.close_ms[n])
    assert price_at(app, name, before) == made.close[3, n - 1] == price_now(app, name)
    assert math.isnan(price_at(app, name, after))
    app.store.set_world(HOUSE, World(WORLD_SEED, after))
    assert price_at(app, name, after) == made.close[3, n]
    assert math.isnan(price_at(app, "SIM-NONE", before))


def test_a_real_price_comes_from_candles_else_from_a_snapshot(app: App) -> None:
    """Whoever brings either can have trades settled."""
    assert math.isnan(price_at(app, "ABC", NOW))
    bring_in(app, file(), "chain.parquet")
    assert spot_as_it_ended(library(app), "ABC", NOW + HOUR // 4) == pytest.approx(100.0)
    assert price_at(app, "ABC", NOW + HOUR // 4) == price_now(app, "ABC") == pytest.approx(100.0)
    assert math.isnan(price_at(app, "ABC", NOW + 3 * HOUR))
    app.candles.save(daily(5, NOW // DAY_MS * DAY_MS), Market("ABC", kind="equity"), "a test")
    assert price_at(app, "ABC", NOW + 3 * HOUR) == 101
    assert price_now(app, "ABC") == 105
