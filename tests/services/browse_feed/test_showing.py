"""What is kept with a list as it is shown: did each idea fit, how the list went with the book, what was tried."""

from dataclasses import replace

import numpy as np
import pytest

from engine.gateways.store.desk import Principal
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import FeedRequest, feed, mark_shown
from engine.services.browse_feed.moment import showing
from engine.services.opportunities.catalogue import Ideas
from engine.services.review_rankings.everybody import everybody, recalled
from engine.services.startup import App
from engine.traders.events import Action, Event
from engine.traders.log import log_of

ANN = Principal("ann", "manager")


def shown(app: App, who: Principal, ideas: Ideas) -> list[Event]:
    """The last list that this trader is shown, as it is kept."""
    view = feed(app, who, ideas, FeedRequest("recommended", surprise=1.0))
    mark_shown(app, who, view, ideas)
    return [each for each in app.desk(who).trader.events() if each.feed == view.key]


def test_a_list_is_kept_with_what_was_known_then(here: App, ada: Principal, ideas: Ideas) -> None:
    """Without positions there is no correlation, which is not a correlation of 0; with one there is, on every place."""
    first = shown(here, ada, ideas)
    assert {each.fits for each in first} <= {0.0, 1.0}
    assert {each.exploring for each in first} == {0.0, 1.0}
    assert all(np.isnan(each.with_book) and each.circumstances.positions == 0 for each in first)
    act(here, ada, ideas, feed(here, ada, ideas).feed.items[0].row, "trade")
    second = shown(here, ada, ideas)
    assert len({each.with_book for each in second}) == 1
    assert -1 <= second[0].with_book <= 1
    assert {each.circumstances.positions for each in second} == {1}


def test_what_is_held_twice_goes_with_itself(here: App, ada: Principal, ideas: Ideas) -> None:
    """A list of the very idea that is held moves as the book does."""
    view = feed(here, ada, ideas)
    row = view.feed.items[0].row
    act(here, ada, ideas, row, "trade")
    held = feed(here, ada, ideas)
    own, together = showing(ideas, [row], held.profile.taste(), held.book)
    assert len(own) == 1
    assert together == pytest.approx(1.0, abs=1e-6)


def test_a_list_of_before_is_told_by_what_was_known_then(here: App, ada: Principal, ideas: Ideas) -> None:
    """Kept before any of it was: the log and the closes of then give nearly the same, and nothing where they cannot."""
    act(here, ada, ideas, feed(here, ada, ideas).feed.items[0].row, "trade")
    events = [*here.desk(ada).trader.events(), *shown(here, ada, ideas)]
    kept = log_of({each.key: each for each in events}.values())
    old = replace(kept, **{name: np.full(len(kept), np.nan) for name in ("fits", "with_book", "exploring")})
    told = recalled(here, old)
    rows = kept.action == list(Action).index(Action.SHOWN)
    assert told.with_book[rows] == pytest.approx(kept.with_book[rows], abs=0.05)
    assert np.isfinite(told.fits[rows]).all()
    more = replace(old, positions=old.positions + 1)
    assert np.isnan(recalled(here, more).with_book[rows]).all()
    assert np.isnan(told.exploring).all()


def test_everybodys_log_has_it(here: App, ada: Principal, ideas: Ideas) -> None:
    """Metrics read it there."""
    mine = shown(here, ada, ideas)
    log = everybody(here, ANN)
    own = [number for number, name in enumerate(log.traders) if not name.startswith("SIM-")]
    rows = np.isin(log.trader, own) & (log.rank > 0)
    assert np.sort(log.exploring[rows]).tolist() == sorted(each.exploring for each in mine)
    assert len(np.unique(log.idea[rows])) == len(mine)
