"""A trader sees what is believed of them, says it is otherwise, takes it along, and can have all of it erased."""

import json

import pytest

from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import feed, mark_shown
from engine.services.browse_feed.portrait import correct, delete_everything, export, forget, portrait
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App


def lived(app: App, who: Principal, ideas: Ideas) -> str:
    """A list that was shown, of which one idea was saved and traded; the belief that this makes."""
    view = feed(app, who, ideas)
    mark_shown(app, who, view, ideas)
    row = view.feed.items[2].row
    act(app, who, ideas, row, "save", view)
    event = act(app, who, ideas, row, "trade", view)
    return f"strategy:{event.idea.strategy}"


def test_every_belief_shows_the_events_behind_it(here: App, ada: Principal, ideas: Ideas) -> None:
    """A belief that nobody can check is an accusation."""
    belief = lived(here, ada, ideas)
    seen = portrait(here, ada)
    mine = next(each for each in seen.beliefs if each.id == belief)
    assert mine.measured.n == 2
    assert {seen.events[key].action.value for key in mine.keys[:2]} == {"save", "trade"}
    assert all(key in seen.events for each in seen.beliefs for key in each.keys)


def test_what_a_trader_says_counts_and_the_feed_follows(here: App, ada: Principal, ideas: Ideas) -> None:
    """It is their profile."""
    belief = lived(here, ada, ideas)
    number = feed(here, ada, ideas).profile.taste().strategies.argmax()
    correct(here, ada, belief, 0.0)
    after = feed(here, ada, ideas)
    assert after.profile.taste().strategies[number] == 0
    assert next(each for each in portrait(here, ada).beliefs if each.id == belief).said is not None
    forget(here, ada, belief)
    assert feed(here, ada, ideas).profile.taste().strategies[number] > 0
    with pytest.raises(DataError, match="an affinity must be 0 to 1"):
        correct(here, ada, belief, 7.0)


def test_everything_that_is_kept_can_be_taken_along(here: App, ada: Principal, ideas: Ideas) -> None:
    """As text that other programs read."""
    lived(here, ada, ideas)
    correct(here, ada, "risk", 0.1, 0.3)
    told = json.loads(export(here, ada))
    assert [each["action"] for each in told["events"]] == ["shown"] * 20 + ["save", "trade"]
    assert told["corrections"][0]["belief"] == "risk"
    assert list(told["paper_trades"]) == [told["events"][-1]["key"]]
    assert told["beliefs"]


def test_nothing_is_left_when_everything_is_deleted(here: App, ada: Principal, ideas: Ideas) -> None:
    """And the trader is new again."""
    lived(here, ada, ideas)
    correct(here, ada, "risk", 0.1, 0.3)
    assert delete_everything(here, ada) == 24
    told = json.loads(export(here, ada))
    assert (told["events"], told["corrections"], told["paper_trades"], told["beliefs"]) == ([], [], {}, [])
    view = feed(here, ada, ideas)
    assert view.is_cold
    assert view.default_order == "best_fit"
    assert len(view.book) == 0
