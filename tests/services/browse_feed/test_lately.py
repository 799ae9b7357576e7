"""What moved lately: only what somebody acted on, as it was a week ago and as it is."""

import numpy as np

from engine.gateways.store.desk import Principal
from engine.options.strategies.kinds import STRATEGIES
from engine.services.browse_feed.acting import act
from engine.services.browse_feed.browsing import feed, mark_shown
from engine.services.browse_feed.lately import lately
from engine.services.browse_feed.portrait import portrait
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App


def rows(ideas: Ideas, strategy: str) -> list[int]:
    """Three rows of a strategy."""
    return [int(row) for row in np.flatnonzero(ideas.table.strategy == STRATEGIES[strategy].number)[:300:100]]


def test_saves_move_a_strategy_up_and_dismissals_down(here: App, ada: Principal, ideas: Ideas) -> None:
    """The trader sees what his clicks did, and how many there were."""
    for row in rows(ideas, "iron_condor"):
        act(here, ada, ideas, row, "save")
    for row in rows(ideas, "long_put"):
        act(here, ada, ideas, row, "dismiss")
    moved = {each.belief: each for each in lately(here, ada, portrait(here, ada))}
    up, down = moved["strategy:iron_condor"], moved["strategy:long_put"]
    assert (up.acts, down.acts) == (3, 3)
    assert up.now > up.before
    assert down.now < down.before
    assert up.label == "Iron condor"


def test_where_nobody_acted_nothing_moved(here: App, ada: Principal, ideas: Ideas) -> None:
    """What is only shown fades beliefs a little; that is no news."""
    view = feed(here, ada, ideas)
    mark_shown(here, ada, view, ideas)
    assert lately(here, ada, portrait(here, ada)) == ()
