"""A click is kept once, changes what comes next, and can be taken back and brought back."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from engine.core.errors import DataError, StoreError
from engine.gateways.store.desk import Principal
from engine.ranking.stages.setups import setups
from engine.services.browse_feed.acting import act, unsave
from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.browsing import feed, mark_shown
from engine.services.browse_feed.held import held_ideas
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.marks import marked
from engine.services.browse_feed.portrait import forget
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.events import Action
from engine.traders.log import standing
from tests.services.browse_feed.tab import Tab


def done(app: App, who: Principal) -> list[str]:
    """What stands, in order."""
    return [each.action.value for each in standing(events_of(app, who)) if each.action is not Action.SHOWN]


def names(app: App, who: Principal) -> tuple[frozenset[str], frozenset[str]]:
    return marked(events_of(app, who))


def test_a_double_click_is_one_event(here: App, ada: Principal, ideas: Ideas) -> None:
    """Two presses of one button say one thing."""
    for action in ("view", "save", "trade"):
        first = act(here, ada, ideas, 3, action)
        assert act(here, ada, ideas, 3, action) == first
    assert done(here, ada) == ["view", "save", "trade"]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: act(here, ada, ideas, 5, "save"), range(4)))
    assert done(here, ada) == ["view", "save", "trade", "save"]


def test_the_later_of_save_and_dismiss_counts(here: App, ada: Principal, ideas: Ideas) -> None:
    """Somebody who changes their mind is believed the last time, as often as they do."""
    name = ideas.table.id_of(3)
    for action in ("save", "dismiss", "save", "dismiss"):
        act(here, ada, ideas, 3, action)
    assert names(here, ada) == (frozenset(), frozenset({name}))
    act(here, ada, ideas, 3, "save")
    assert names(here, ada) == (frozenset({name}), frozenset())
    assert len(done(here, ada)) == 5


def test_what_was_done_last_is_taken_back_first_and_comes_back_last(here: App, ada: Principal, ideas: Ideas) -> None:
    """As undo is everywhere; looking at details is nothing to take back."""
    tab, deeds = Tab(here, ada, ideas), ("save", "dismiss", "trade")
    for row, deed in enumerate(deeds):
        tab.do(deed, row)
    act(here, ada, ideas, 3, "view")
    undone = [tab.undo() for _ in range(4)]
    assert [each.action.value if each else None for each in undone] == ["trade", "dismiss", "save", None]
    assert done(here, ada) == ["view"]
    back = [tab.redo() for _ in range(4)]
    assert [each.action.value if each else None for each in back] == ["save", "dismiss", "trade", None]
    assert done(here, ada) == ["view", "save", "dismiss", "trade"]


def test_what_is_held_on_paper_is_known_by_its_idea(here: App, ada: Principal, ideas: Ideas) -> None:
    """A card says that it is in the book, also when it was traded a second time."""
    tab = Tab(here, ada, ideas)
    tab.do("trade", 3)
    tab.undo()
    assert held_ideas(book_of(here, ada, ideas)) == frozenset()
    act(here, ada, ideas, 3, "trade")
    assert held_ideas(book_of(here, ada, ideas)) == {ideas.table.id_of(3)}


def test_another_act_ends_what_could_be_brought_back(here: App, ada: Principal, ideas: Ideas) -> None:
    """Redo after a new act would mix two lines of thought."""
    tab = Tab(here, ada, ideas)
    tab.do("save", 1)
    tab.undo()
    tab.do("dismiss", 2)
    assert tab.redo() is None
    assert done(here, ada) == ["dismiss"]


def test_save_undo_save_is_a_save(here: App, ada: Principal, ideas: Ideas) -> None:
    """The key of what was taken back must not stand in the way."""
    tab = Tab(here, ada, ideas)
    for _ in range(3):
        tab.do("save", 1)
        tab.undo()
    act(here, ada, ideas, 1, "save")
    assert done(here, ada) == ["save"]


def test_a_dismissed_idea_leaves_the_next_list_and_comes_back_when_taken_back(
    here: App, ada: Principal, ideas: Ideas
) -> None:
    """What was asked to go is gone at once, and its twins of the same set-up with it."""
    before = feed(here, ada, ideas)
    first = before.feed.items[0].row
    tab = Tab(here, ada, ideas)
    tab.do("dismiss", first)
    after = feed(here, ada, ideas)
    assert first not in [each.row for each in after.feed.items]
    assert after.key != before.key
    assert setups(ideas.table)[first] not in setups(ideas.table)[[each.row for each in after.feed.items]]
    tab.undo()
    assert first in [each.row for each in feed(here, ada, ideas).feed.items]


def test_a_list_that_is_only_looked_at_stays_as_it_is(here: App, ada: Principal, ideas: Ideas) -> None:
    """A page that runs again, and details that are opened, must not shuffle what is being read."""
    first = feed(here, ada, ideas)
    assert mark_shown(here, ada, first, ideas) == 20
    act(here, ada, ideas, first.feed.items[4].row, "view", first)
    again = feed(here, ada, ideas)
    assert again.key == first.key
    assert [each.row for each in again.feed.items] == [each.row for each in first.feed.items]
    assert mark_shown(here, ada, again, ideas) == 0


def test_what_was_shown_has_its_place_and_chance(here: App, ada: Principal, ideas: Ideas) -> None:
    """Without them nobody can say later what another ranking would have brought."""
    view = feed(here, ada, ideas)
    mark_shown(here, ada, view, ideas)
    shown = here.desk(ada).trader.shown()
    assert [each.rank for each in shown] == list(range(1, 21))
    assert all(0 < each.propensity <= 1 and each.feed == view.key and each.ranker for each in shown)


def test_a_save_lifts_the_like_of_it(here: App, ada: Principal, ideas: Ideas) -> None:
    """A click changes the next ranking."""
    row = feed(here, ada, ideas).feed.items[-1].row
    before = feed(here, ada, ideas).profile.taste().strategies[ideas.table.strategy[row]]
    act(here, ada, ideas, row, "save")
    assert feed(here, ada, ideas).profile.taste().strategies[ideas.table.strategy[row]] > before


def test_who_looks_on_leaves_no_trace(here: App, ideas: Ideas) -> None:
    """A guided tour teaches the models nothing."""
    guest = Principal("guest", role="stakeholder")
    view = feed(here, guest, ideas)
    assert mark_shown(here, guest, view, ideas) == 0
    with pytest.raises(StoreError, match="a stakeholder looks on"):
        act(here, guest, ideas, 0, "save", view)
    assert events_of(here, guest) == ()


@pytest.mark.parametrize("row", [-1, 10**7])
def test_a_row_that_is_not_there_is_refused(here: App, ada: Principal, ideas: Ideas, row: int) -> None:
    """Rows come from links that anybody can type."""
    with pytest.raises(DataError, match="there are"):
        act(here, ada, ideas, row, "save")
    with pytest.raises(DataError, match="can be view, save, dismiss, trade"):
        act(here, ada, ideas, 0, "profit")  # type: ignore[arg-type]  # as a forged click could say


def test_everything_goes_when_it_is_erased_also_from_memory(here: App, ada: Principal, ideas: Ideas) -> None:
    """What this process remembers must not outlive what is kept."""
    act(here, ada, ideas, 1, "save")
    assert len(events_of(here, ada)) == 1
    here.desk(ada).trader.erase()
    assert events_of(here, ada) == ()
    act(here, ada, ideas, 2, "save")
    assert [each.idea.id for each in events_of(here, ada)] == [ideas.table.id_of(2)]


def test_an_idea_taken_off_the_saved_list_comes_back_with_undo(here: App, ada: Principal, ideas: Ideas) -> None:
    """A step of its own, in the order in which it came: before it the dismissal, before that the save."""
    name = ideas.table.id_of(3)
    tab = Tab(here, ada, ideas)
    tab.do("save", 3)
    tab.do("dismiss", 4)
    tab.do("unsave", 3)
    assert names(here, ada)[0] == frozenset()
    assert unsave(here, ada, name) is None
    tab.undo()
    assert names(here, ada)[0] == frozenset({name})
    tab.redo()
    assert names(here, ada)[0] == frozenset()
    tab.undo()
    tab.undo()
    assert names(here, ada) == (frozenset({name}), frozenset())
    tab.undo()
    assert names(here, ada) == (frozenset(), frozenset())


def test_what_is_done_while_the_clock_stands_still_stays_in_order(here: App, ada: Principal, ideas: Ideas) -> None:
    """The sample world's day lasts as long as its owner likes; what was forgotten must not forget what came after."""
    first = act(here, ada, ideas, 1, "save")
    second = act(here, ada, ideas, 2, "save")
    assert first.at_ms == here.now() < second.at_ms
    forget(here, ada)
    assert feed(here, ada, ideas).profile.taste().evidence == 0
    act(here, ada, ideas, 3, "save")
    assert feed(here, ada, ideas).profile.taste().evidence > 0
