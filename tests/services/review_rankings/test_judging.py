"""Other rankers on what was delivered: valued with ranges, told apart only where the log can."""

import numpy as np
import pytest

from engine.core.errors import DataError, StoreError
from engine.experiments.metrics.tally import NUMBER
from engine.services.people import people
from engine.services.review_rankings.judging import RANKERS, REWARDS, off_policy
from engine.services.startup import App
from engine.traders.events import Action
from tests.services.review_rankings.conftest import ANN, EVE, TOM


def test_what_was_earned_is_what_the_log_says(world: App) -> None:
    """Every answer finds the place it belongs to: trades over ideas shown in whole lists of ten."""
    told, log = off_policy(world, EVE, "own strategies"), people(world)
    assert log is not None
    held = (log.at_ms >= told.begin_ms) & (log.at_ms < told.end_ms)
    trades, shown = ((log.action[held] == NUMBER[each]).sum() for each in (Action.TRADE, Action.SHOWN))
    assert told.found.logged.value == pytest.approx(trades / shown, rel=0.05)
    assert told.lists == pytest.approx(shown / 10, rel=0.02)
    assert told.is_simulated


def test_ways_that_owe_nothing_to_each_other_agree(world: App) -> None:
    """By weights alone, and with what was learned of ranks and places."""
    for ranker in RANKERS:
        told = off_policy(world, EVE, ranker, reward="view").found
        assert told.overlap.is_enough
        assert told["IPS"].low < told["DR"].value < told["IPS"].high
        assert 0 < told["SNIPW"].value < 1


def test_what_traders_liked_before_is_what_they_open_later(world: App) -> None:
    """Simulated tastes last: a ranker that knows a trader's own strategies earns more than the order by chance."""
    told = off_policy(world, EVE, "own strategies", reward="view")
    assert told.against_logged.low > 0
    assert np.isfinite(told.found.values[0].value)


def test_the_future_is_not_known_to_a_ranker(world: App) -> None:
    """The same question at the same moment has the same answer, and is worked out once."""
    assert off_policy(world, ANN, "own set-ups") is off_policy(world, EVE, "own set-ups")


def test_what_cannot_be_judged_is_told(world: App, app: App) -> None:
    """The names there are, for who may ask; nothing where nothing was shown."""
    with pytest.raises(DataError, match="own strategies"):
        off_policy(world, EVE, "the oracle")
    with pytest.raises(DataError, match=", ".join(REWARDS)):
        off_policy(world, EVE, "own strategies", reward="love")
    with pytest.raises(StoreError, match="trader does not see"):
        off_policy(world, TOM, "own strategies")
    with pytest.raises(DataError, match="no list was shown"):
        off_policy(app, EVE, "own strategies")
