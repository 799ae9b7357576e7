"""One simulated trader's events in full: the same as in the log, and enough to learn his taste from."""

from functools import cache

import numpy as np
from scipy.stats import spearmanr

from engine.market.bars import DAY_MS
from engine.market.synthetic import WORLD_START_MS
from engine.traders.events import Action, Event
from engine.traders.log import COLUMNS, log_of
from engine.traders.memory.crowd import crowd_of
from engine.traders.profile import profile_of
from engine.traders.simulated.people import People, people
from engine.traders.simulated.tastes import true_tastes
from engine.traders.simulated.telling import events_of

SEED = 18
TASTES = true_tastes(SEED)


@cache
def half_a_year() -> People:
    """Until the middle of the year before the world's first day."""
    return people(SEED, WORLD_START_MS - 180 * DAY_MS)


@cache
def busy() -> list[int]:
    """The three with most events of those whose taste stayed what it was."""
    often = np.bincount(half_a_year().log.trader, minlength=len(TASTES.names))
    return np.argsort(-np.where(TASTES.switch_ms > half_a_year().until_ms, often, 0))[:3].tolist()


@cache
def events(place: int = 0) -> tuple[Event, ...]:
    """What one of them did."""
    return events_of(half_a_year(), TASTES.names[busy()[place]])


def test_events_hold_what_the_log_holds() -> None:
    """Folded into columns again they are the same, to the bit."""
    log = half_a_year().log
    mine, again = log.rows(log.trader == busy()[0]), log_of(events())
    assert len(again) > 500
    for name in COLUMNS:
        ours, theirs = getattr(mine, name), getattr(again, name)
        if name in ("trader", "underlying", "sector"):
            names = f"{name}s"
            ours, theirs = np.array(getattr(mine, names))[ours], np.array(getattr(again, names))[theirs]
            assert (ours == theirs).all(), name
        elif name == "idea":  # numbered anew, by name: the same ones are the same
            assert len(np.unique(np.stack([ours, theirs]), axis=1).T) == len(np.unique(ours))
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
    crowd = crowd_of(half_a_year().log, now)
    agreed = []
    for place, trader in enumerate(busy()):
        found = profile_of(TASTES.names[trader], events(place), now, crowd).taste(now).strategies
        true = TASTES.strategies[0, trader]
        agreed.append(spearmanr(found, true).statistic)
        assert found[true > 0.5].mean() > found[true <= 0.5].mean() + 0.15
    assert np.mean(agreed) > 0.5
