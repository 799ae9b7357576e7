"""The sample world's traders as the journeys see them: up to the clock, kept once, gone with the world."""

import numpy as np

from engine.gateways.people_file import PeopleFile
from engine.market.bars import DAY_MS
from engine.market.synthetic import WORLD_SEED, WORLD_START_MS
from engine.services.people import FOLDER, events_of, people
from engine.services.sample import advance, make_world
from engine.services.startup import App
from engine.traders.log import COLUMNS
from engine.traders.simulated.people import people_log


def test_without_a_sample_world_there_are_no_simulated_traders(app: App) -> None:
    """Nobody's own installation is filled with people who do not exist."""
    assert people(app) is None
    assert events_of(app, "SIM-trader-001") == ()


def test_they_are_there_up_to_the_clock_and_no_later(app: App) -> None:
    """What was made ahead is not shown before its time."""
    make_world(app)
    found, right = people(app), people_log(WORLD_SEED, WORLD_START_MS)
    assert found is not None
    assert found.at_ms[-1] <= WORLD_START_MS
    assert all(getattr(found, name).tobytes() == getattr(right, name).tobytes() for name in COLUMNS)


def test_the_next_day_adds_to_them(app: App) -> None:
    """Paper trades end and tastes move on with the clock."""
    before = make_world(app)
    later = advance(app, 7)
    found = people(app)
    assert found is not None
    assert later.events == len(found) > before.events + 1_000
    assert WORLD_START_MS + 6 * DAY_MS < found.at_ms[-1] <= WORLD_START_MS + 7 * DAY_MS
    assert make_world(app, reset=True).events == before.events


def test_another_world_has_other_traders(app: App) -> None:
    """The file holds one world's, the one that is there."""
    make_world(app)
    first = people(app)
    make_world(app, seed=7)
    second = people(app)
    assert first is not None
    assert second is not None
    assert not np.array_equal(first.at_ms, second.at_ms)


def test_a_damaged_file_is_made_anew(app: App) -> None:
    """It holds nothing that cannot be made again."""
    kept = PeopleFile(app.settings.data / FOLDER)
    kept.folder.mkdir(parents=True)
    kept.path.write_bytes(b"PAR1 and no more")
    made = make_world(app)
    assert (made.traders, made.events) == (300, 284_527)
    assert kept.path.stat().st_size > 1_000_000


def test_one_trader_is_told_up_to_the_clock(app: App) -> None:
    """His events are those of the log."""
    make_world(app)
    found = people(app)
    assert found is not None
    events = events_of(app, "SIM-trader-002")
    assert len(events) == (found.trader == 1).sum()
    assert events[-1].at_ms <= WORLD_START_MS
