"""A manager looks through a trader's eyes, tries what he likes, and leaves no trace but flags."""

import numpy as np
import pytest

from engine.core.errors import DataError, StoreError
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.world import World
from engine.market.synthetic import WORLD_SEED, WORLD_START_MS
from engine.ranking.stages.setups import setups
from engine.scoring import Weights
from engine.services.browse_feed.browsing import FeedRequest
from engine.services.opportunities import catalogue
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings import reviewing
from engine.services.startup import App

MIA = Principal("mia", "manager")
TRADER = "SIM-trader-007"
FIT, OURS = FeedRequest("best_fit"), FeedRequest("recommended")


def test_what_is_tried_changes_the_list_and_leaves_nothing(here: App, ideas: Ideas) -> None:
    """Weights of a manager's question must never reach a trader."""
    before = here.store.crowd(HOUSE).count()
    plain = reviewing.review(here, MIA, TRADER, ideas, FIT)
    other = reviewing.with_weights(FIT, (5, 60, 10, 10, 15))
    tried = reviewing.review(here, MIA, TRADER, ideas, other)
    assert [each.row for each in tried.feed.items] != [each.row for each in plain.feed.items]
    again = reviewing.review(here, MIA, TRADER, ideas, FIT)
    assert [each.row for each in again.feed.items] == [each.row for each in plain.feed.items]
    assert here.store.crowd(HOUSE).count() == before
    assert sum(other.weights.values) == pytest.approx(1)
    assert other.weights != Weights()


def test_traders_do_not_look_at_each_other(here: App, ideas: Ideas) -> None:
    """Nor does anybody look at who is not there."""
    with pytest.raises(StoreError, match="other traders"):
        reviewing.review(here, Principal("ann"), TRADER, ideas, FIT)
    with pytest.raises(DataError, match="no trader"):
        reviewing.review(here, MIA, "SIM-trader-999", ideas, FIT)


def test_flags_are_signed_and_stay(here: App, ideas: Ideas) -> None:
    """The newest first; an empty one is refused; who looks on reads them."""
    reviewing.flag(here, MIA, "SIM-A:x", "odd premium")
    reviewing.flag(here, MIA, "SIM-B:x", "odd days")
    seen = reviewing.flags(here, Principal("guest", "stakeholder"))
    assert {(each.note, each.by) for each in seen} == {("odd premium", "mia"), ("odd days", "mia")}
    with pytest.raises(DataError, match="letters"):
        reviewing.flag(here, MIA, "SIM-A:x", "  ")


def test_a_look_over_many_traders_counts_every_place(here: App, ideas: Ideas) -> None:
    """Shares of names add up, and even a few traders do not all see one name."""
    seen = reviewing.spread(here, MIA, ideas, FIT, 3)
    assert len(seen.traders) == 3
    assert sum(count for _, count in seen.underlyings) == 3 * 20
    low, value, high = seen.gini.low, seen.gini.value, seen.gini.high
    assert 0 <= (low or 0) < (value or 0) < (high or 0) <= 1
    assert 0 < seen.coverage <= 1
    view = reviewing.review(here, MIA, seen.traders[1], ideas, FIT)
    codes = setups(ideas.table)[[each.row for each in view.feed.items]]
    assert seen.places[1, np.searchsorted(seen.setups, codes)].tolist() == list(range(1, 21))
    assert view.feed.items[0].rank in seen.places_of(int(codes[0]))
    assert (seen.places_of(int(codes[0])) > 0).all()


def test_figures_come_with_every_list_and_what_is_remembered_stays(here: App, ideas: Ideas) -> None:
    """Nobody waits for the last trader, and a look at many must not cost those who look at one their memory."""
    reviewing.review(here, MIA, TRADER, ideas, FIT)
    held = here.recent.get(("simulated", TRADER, here.now()))
    so_far = list(reviewing.spreading(here, MIA, ideas, FIT, 4))[:3]
    assert [len(each.traders) for each in so_far] == [1, 2, 3]
    assert [len(each.scores) for each in so_far] == [1, 2, 3]
    assert [sum(count for _, count in each.underlyings) for each in so_far] == [20, 40, 60]
    assert (so_far[0].places[0] == so_far[2].places[0]).all()
    assert held is not None
    assert here.recent.get(("simulated", TRADER, here.now())) is held
    assert here.recent.get(("simulated", so_far[2].traders[2], here.now())) is None


def test_a_day_that_is_past_is_seen_as_it_was(here: App) -> None:
    """Its own ideas, its traders' past up to then, and nothing of it can be changed."""
    then = reviewing.earlier(here, MIA, 30)
    assert then.now() == here.now() - 30 * 86_400_000
    seen = catalogue.ideas(then)
    assert seen is not None
    assert int(seen.table.moment.max()) <= then.now()
    view = reviewing.review(then, MIA, TRADER, seen, FIT)
    assert view.profile.at_ms <= then.now() + 3_600_000
    with pytest.raises(StoreError, match="looks back"):
        then.store.set_world(HOUSE, World(WORLD_SEED, WORLD_START_MS))
    with pytest.raises(DataError, match="look back"):
        reviewing.earlier(here, MIA, 1000)


def test_a_segment_is_looked_at_alone(here: App, ideas: Ideas) -> None:
    """Thirds by activity share nobody, and a look at one of them asks for its traders only."""
    parts = reviewing.groups(here, MIA)
    thirds = [set(names) for label, names in parts.items() if label.startswith("activity")]
    assert len(thirds) == 3
    assert sum(map(len, thirds)) == len(set.union(*thirds))
    seen = reviewing.spread(here, MIA, ideas, FIT, 2, tuple(thirds[0]))
    assert set(seen.traders) <= thirds[0]
    with pytest.raises(DataError, match="nobody"):
        reviewing.spread(here, MIA, ideas, FIT, 2, ())
