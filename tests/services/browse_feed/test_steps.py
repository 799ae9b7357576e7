"""Back and forth in the feed: the last first, window by window, over reloads; a walk by chance beside a model."""

from typing import Final

import numpy as np
import pytest

from engine.core.chance import generator
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.held import held_ideas
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.marks import marked
from engine.services.browse_feed.steps import DEEDS, MOST, Step, Steps, open_steps, read, written
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from tests.services.browse_feed.tab import Tab

State = tuple[frozenset[int], frozenset[int], frozenset[int]]  # rows that are saved, dismissed, held
ROWS: Final = 4  # of each window


def state(tab: Tab, rows: range) -> State:
    """What stands of the ideas of one window, read off the store."""
    saved, dismissed = marked(events_of(tab.app, tab.who))
    held = held_ideas(book_of(tab.app, tab.who, tab.ideas))
    names = {row: tab.ideas.table.id_of(row) for row in rows}
    found = (frozenset(row for row, name in names.items() if name in part) for part in (saved, dismissed, held))
    return next(found), next(found), next(found)


class Model:
    """What a window should see: a row of states and the place in it, with no store and no keys."""

    def __init__(self) -> None:
        self.states: list[State] = [(frozenset(), frozenset(), frozenset())]
        self.at = 0

    def go(self, new: State) -> None:
        """One state further; the same again is no step."""
        if new != self.states[self.at]:
            self.states = [*self.states[: self.at + 1], new]
            self.at += 1


@pytest.mark.parametrize("seed", range(6))
def test_a_walk_by_chance_in_two_windows_goes_back_as_each_came(
    here: App, ada: Principal, ideas: Ideas, seed: int
) -> None:
    """Saves, dismissals, trades, reloads: undo and redo lead each window along its own states."""
    rng = generator(seed, "steps")
    tabs, models = [Tab(here, ada, ideas) for _ in range(2)], [Model(), Model()]
    for _ in range(60):
        one = int(rng.integers(2))
        tab, model, rows = tabs[one], models[one], range(one * ROWS, (one + 1) * ROWS)
        way = str(rng.choice(["undo", "redo", "reload", *DEEDS, *DEEDS], p=np.r_[0.2, 0.15, 0.05, [0.6 / 8] * 8]))
        if way == "undo":
            tab.undo()
            model.at = max(0, model.at - 1)
        elif way == "redo":
            tab.redo()
            model.at = min(len(model.states) - 1, model.at + 1)
        elif way == "reload":
            tab.reload()
        else:
            tab.do(way, int(rng.choice(rows)))  # type: ignore[arg-type]  # one of DEEDS, drawn by chance
            model.go(state(tab, rows))
        assert state(tab, rows) == model.states[model.at], way
    for tab, model in zip(tabs, models, strict=True):
        while tab.undo() is not None:
            model.at -= 1
        assert model.at == 0


def test_undo_takes_back_what_this_window_did_and_not_what_another_did_later(
    here: App, ada: Principal, ideas: Ideas
) -> None:
    """Whoever presses "Undo save" did not mean the dismissal that was pressed in another window a moment ago."""
    first, second = Tab(here, ada, ideas), Tab(here, ada, ideas)
    first.do("save", 1)
    second.do("dismiss", 2)
    first.undo()
    assert marked(events_of(here, ada)) == (frozenset(), frozenset({ideas.table.id_of(2)}))


def test_what_another_window_took_back_already_is_passed_over(here: App, ada: Principal, ideas: Ideas) -> None:
    """A press that does nothing looks like a fault: the step before it is taken back."""
    first = Tab(here, ada, ideas)
    first.do("save", 1)
    first.do("dismiss", 2)
    twin = Tab(here, ada, ideas)
    twin.steps = first.steps  # a duplicated window has the same past
    twin.undo()
    assert first.undo() is not None
    assert marked(events_of(here, ada)) == (frozenset(), frozenset())
    assert open_steps(here, ada, first.steps).done == ()


def test_yesterdays_trade_does_not_stand_before_what_can_be_taken_back(here: App, ada: Principal, ideas: Ideas) -> None:
    """A loser is not taken back a day later; the save before it still is."""
    tab = Tab(here, ada, ideas)
    tab.do("save", 1)
    tab.do("trade", 2)
    world = here.store.world()
    assert world is not None
    here.store.set_world(HOUSE, World(world.seed, world.now_ms + 2 * DAY_MS))
    event = tab.undo()
    assert event is not None
    assert event.action.value == "save"


def test_steps_come_back_from_text_and_foreign_text_is_none(here: App, ada: Principal, ideas: Ideas) -> None:
    """The window's text is a visitor's: it opens nothing but steps of the trader's own."""
    steps = Steps((Step("save", "save:a"), Step("trade", "trade:b")), (Step("unsave", "save:c"),))
    assert read(written(steps)) == steps
    assert (written(Steps()), read("")) == ("", None)
    for text in ("[1, 2]", "{", '[[["save"]], []]', '[[["sell", "x"]], []]', '[[["save", 3]], []]', "[[], [], []]"):
        assert read(text) is None
    assert open_steps(here, ada, steps) == Steps()
    act(here, ada, ideas, 0, "save")
    assert open_steps(here, Principal("bob"), Steps((Step("save", f"save:{ideas.table.id_of(0)}"),))) == Steps()


def test_only_so_many_steps_are_kept(here: App, ada: Principal, ideas: Ideas) -> None:
    """They travel with every answer."""
    event = act(here, ada, ideas, 0, "save")
    steps = Steps(tuple(Step("save", f"save:{number}") for number in range(MOST))).did("save", event)
    assert len(steps.done) == MOST
    assert steps.done[-1].key == event.key
