"""One simulated trader's events in full: the same as in the log, and enough to learn his taste from."""

from functools import cache

import numpy as np
from scipy.stats import spearmanr

from engine.market.bars import DAY_MS
from engine.market.synthetic import WORLD_START_MS
from engine.traders.crowd import crowd_of
from engine.traders.events import Action, Event
from engine.traders.log import COLUMNS, log_of
from engine.traders.profile import profile_of
from engine.traders.simulated.people import People, people
from engine.traders.simulated.tastes import true_tastes
from engine.traders.simulated.telling import events_of

SEED = 18
TASTES = true_tastes(SEED)
BUSY = int(np.argmax(np.where(TASTES.switch_ms > WORLD_START_MS, TASTES.activity, 0)))  # who never changed


@cache
def half_a_year() -> People:
    """Until the middle of the year before the world's first day."""
    return people(SEED, WORLD_START_MS - 180 * DAY_MS)


@cache
def events() -> tuple[Event, ...]:
    """The busiest one's."""
    return events_of(half_a_year(), TASTES.names[BUSY])


def test_events_hold_what_the_log_holds() -> None:
    """Folded into columns again they are the same, to the bit."""
    log = half_a_year().log
    mine, again = log.rows(log.trader == BUSY), log_of(events())
    assert len(again) > 500
    for name in COLUMNS:
        ours, theirs = getattr(mine, name), getattr(again, name)
        if name in ("trader", "underlying", "sector"):
            names = f"{name}s"
            ours, theirs = np.array(getattr(mine, names))[ours], np.array(getattr(again, names))[theirs]
            assert (ours == theirs).all(), name
        else:
            assert np.array_equal(ours, theirs, equal_nan=ours.dtype.kind == "f"), name


def test_each_event_has_a_key_and_an_idea_that_can_be_read() -> None:
    """Evidence is shown by name: what, when until, which options, seen when."""
    assert len({each.key for each in events()}) == len(events())
    traded = [each for each in events() if each.action is Action.TRADE]
    assert all(each.idea.id.startswith(f"{each.idea.underlying}:{each.idea.strategy}:20") for each in traded)
    assert all("@20" in each.idea.id and each.feed for each in events())
    assert max(each.circumstances.positions for each in events()) > 2


def test_somebody_unknown_has_done_nothing() -> None:
    """No trader, no events."""
    assert events_of(half_a_year(), "SIM-trader-999") == ()


def test_a_profile_learns_the_true_taste_from_them() -> None:
    """The very fold that people's own profiles are made by finds what was planted."""
    now = half_a_year().until_ms
    profile = profile_of(TASTES.names[BUSY], events(), now, crowd_of(half_a_year().log, now))
    found = profile.taste(now).strategies
    assert spearmanr(found, TASTES.strategies[0, BUSY]).statistic > 0.5
    liked = TASTES.strategies[0, BUSY] > 0.5
    assert found[liked].mean() > found[~liked].mean() + 0.15
