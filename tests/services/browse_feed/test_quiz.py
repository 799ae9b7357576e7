"""Six cards for somebody new: apart in kind, answered once, heard at once, and on no list."""

import pytest

from engine.core.errors import DataError
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import feed
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.marks import marked
from engine.services.browse_feed.quiz import answer, cards, enough, is_halfway, next_card
from engine.services.browse_feed.steps import Step, Steps, undo
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from tests.services.browse_feed.conftest import WORLD


def test_the_cards_are_six_ideas_apart(here: App, ideas: Ideas) -> None:
    """Also before anything is fitted; the same again for whoever comes next."""
    found = cards(here, ideas)
    assert len({each.idea.underlying for each in found}) == len(found) == 6
    assert cards(here, ideas) == found
    assert all(ideas.table.id_of(each.row) == each.idea.id for each in found)


def test_answers_change_the_first_list(here: App, ada: Principal, ideas: Ideas) -> None:
    """A minute is worth something, and the feed is cold no more."""
    found = cards(here, ideas)
    before = feed(here, ada, ideas)
    answer(here, ada, ideas, [(found[0], "yes"), (found[1], "no"), (found[2], "perhaps")])
    after = feed(here, ada, ideas)
    yes, no = (ideas.table.strategy[each.row] for each in found[:2])
    assert (before.is_cold, after.is_cold) == (True, False)
    moved = after.profile.taste().strategies - before.profile.taste().strategies
    assert moved[yes] > moved[no]


def test_answers_are_kept_once_and_are_on_no_list(here: App, ada: Principal, ideas: Ideas) -> None:
    """A yes is no save, a no hides nothing, and undo does not reach them."""
    found = cards(here, ideas)
    words = [(each, "yes") for each in found[:3]] + [(each, "no") for each in found[3:]]
    assert len(answer(here, ada, ideas, words)) == 6
    assert answer(here, ada, ideas, words) == ()
    assert marked(events_of(here, ada)) == (frozenset(), frozenset())
    kept = Steps(tuple(Step("save", each.key) for each in events_of(here, ada)))
    assert undo(here, ada, kept)[1] is None
    act(here, ada, ideas, found[0].row, "save")
    assert marked(events_of(here, ada))[0] == {found[0].idea.id}
    with pytest.raises(DataError, match="an answer is yes, perhaps, no"):
        answer(here, ada, ideas, [(found[0], "maybe")])  # type: ignore[list-item]  # as a form could send


def test_answers_are_where_somebody_goes_on_from(here: App, ada: Principal, ideas: Ideas) -> None:
    """A reload begins a new session: what was answered, and that more is to come, is known by what is kept."""
    found = cards(here, ideas)
    assert not is_halfway(here, ada)
    for number, card in enumerate(found):
        assert next_card(here, ada, ideas) == card
        answer(here, ada, ideas, [(card, "perhaps")])
        assert is_halfway(here, ada) is (number < len(found) - 1)
    assert next_card(here, ada, ideas) is None


def test_enough_is_enough_and_yesterdays_cards_do_not_come_back(here: App, ada: Principal, ideas: Ideas) -> None:
    """Who stopped in the middle is not asked at every visit; erasing everything begins anew."""
    bob = Principal("bob")
    for who in (ada, bob):
        answer(here, who, ideas, [(cards(here, ideas)[0], "yes")])
    enough(here, ada)
    assert not is_halfway(here, ada)
    assert is_halfway(here, bob)
    here.store.set_world(HOUSE, World(WORLD.seed, WORLD.now_ms + 2 * DAY_MS))
    assert not is_halfway(here, bob)
