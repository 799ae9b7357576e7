"""One order over many traders: figures grow, a stop leaves what is there, and one can go on from it."""

import pytest

from engine.gateways.store.desk import Principal
from engine.services.browse_feed.browsing import FeedRequest
from engine.services.review_rankings import reviewing
from engine.services.sample import make_world
from engine.services.startup import App
from pages.ui.review.many_job import ManyJob
from tests.ui.visits import found

MIA = Principal("mia", "manager")


@pytest.fixture
def world(installed: App) -> App:
    """The sample world, looked at by a manager."""
    make_world(installed)
    return installed.acting_as("manager")


def test_what_was_stopped_goes_on_from_there(world: App) -> None:
    """Nobody is counted twice, and in the end it is what one look at all of them comes to."""
    job = ManyJob(world, found(world), FeedRequest("best_fit"), 8, None)
    job.work.stop()
    job.work.wait(30)
    assert job.is_cut_short
    assert 1 <= job.done < 8
    job.go_on()
    job.work.wait(60)
    assert (job.done, job.is_cut_short, job.work.problem) == (8, False, "")
    whole = reviewing.spread(world, MIA, found(world), FeedRequest("best_fit"), 8)
    assert job.found is not None
    assert job.found.traders == whole.traders
    assert job.found.underlyings == whole.underlyings
