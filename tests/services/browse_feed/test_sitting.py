"""While somebody sits before a feed, it moves by what they do and not by what they were shown."""

import numpy as np

from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS
from engine.options.strategies.kinds import STRATEGIES
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import FeedRequest, FeedView, feed, mark_shown
from engine.services.browse_feed.known import next_moment, sat_down, seen_since
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from tests.services.browse_feed.conftest import WORLD
from tests.services.browse_feed.tab import Tab


def listed(view: FeedView) -> list[int]:
    """The rows in their order."""
    return [each.row for each in view.feed.items]


def test_what_is_taken_back_brings_the_very_list_back(here: App, ada: Principal, ideas: Ideas) -> None:
    """However many lists were shown in between."""
    request = FeedRequest("best_fit", since_ms=next_moment(here, ada))
    first = feed(here, ada, ideas, request)
    mark_shown(here, ada, first, ideas)
    tab = Tab(here, ada, ideas)
    for row in listed(first)[:3]:
        tab.do("dismiss", row)
        mark_shown(here, ada, feed(here, ada, ideas, request), ideas)
    assert listed(feed(here, ada, ideas, request)) != listed(first)
    for _ in range(3):
        tab.undo()
    assert listed(feed(here, ada, ideas, request)) == listed(first)


def test_what_was_shown_counts_the_next_time(here: App, ada: Principal, ideas: Ideas) -> None:
    """What somebody passed over again and again is not liked."""
    request = FeedRequest("best_fit", since_ms=next_moment(here, ada))
    view = feed(here, ada, ideas, request)
    mark_shown(here, ada, view, ideas)
    act(here, ada, ideas, listed(view)[0], "dismiss", view)
    later = FeedRequest("best_fit", since_ms=next_moment(here, ada))
    now, then = (feed(here, ada, ideas, each).profile.strategy_masses() for each in (later, request))
    assert now.sum() > then.sum()


def test_a_list_that_is_opened_again_is_the_same_list_and_shown_once(here: App, ada: Principal, ideas: Ideas) -> None:
    """Ten reloads are no ten times passed over: nothing is liked less for them."""
    tab, taken = Tab(here, ada, ideas), []
    for opened in range(4):
        request = FeedRequest("best_fit", since_ms=sat_down(here, ada))
        view = feed(here, ada, ideas, request)
        assert mark_shown(here, ada, view, ideas) == (len(view.feed.items) if opened < 2 else 0)
        taken.append(listed(view))
        if not opened:
            tab.do("save", listed(view)[0])
    assert seen_since(here, ada, request.since_ms or 0)[ideas.table.id_of(taken[0][0])] != view.key, "the first list"
    assert taken[1] == taken[2] == taken[3]
    here.store.set_world(HOUSE, World(WORLD.seed, WORLD.now_ms + DAY_MS))
    assert sat_down(here, ada) == here.now(), "the next day is another sitting"


def test_what_a_line_counts_is_all_that_was_shown(here: App, ada: Principal, ideas: Ideas) -> None:
    """Three saves among twenty cash-secured puts are not "3 of the last 3", though no place moves by what was shown."""
    puts = np.flatnonzero(ideas.table.strategy == STRATEGIES["cash_secured_put"].number)
    request = FeedRequest("best_fit", tuple(puts.tolist()), since_ms=next_moment(here, ada))
    first = feed(here, ada, ideas, request)
    mark_shown(here, ada, first, ideas)
    for row in listed(first)[:3]:
        act(here, ada, ideas, row, "save", first)
    told = [each.reason for each in feed(here, ada, ideas, request).feed.items]
    assert not any("of the last 3 " in line for line in told)
