"""What exploration learns from a trader's events."""

import pytest

from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.exploration.arms import Tempering
from engine.ranking.exploration.rewards import explored, reward_of
from engine.traders.events import Action, Event, Idea

STILL = Tempering(discount=1.0)


def event(action: Action, at_ms: int, idea: str = "one", strategy: str = "wheel", undoes: str = "") -> Event:
    """One event of one trader."""
    return Event(f"{action}{at_ms}", "t", action, at_ms, Idea(idea, "ACME", strategy), undoes=undoes)


def test_an_exposure_is_a_step_and_its_best_answer_the_reward() -> None:
    """Seen and left alone: a failure; saved: a third; a profit: all."""
    events = [
        event(Action.SHOWN, 1), event(Action.SAVE, 2), event(Action.VIEW, 3), event(Action.SHOWN, 4, "two"),
        event(Action.SHOWN, 5, "three", "calendar"), event(Action.TRADE, 6, "three", "calendar"),
        event(Action.PROFIT, 7, "three", "calendar"),
    ]  # fmt: skip
    state = explored(events, STILL)
    wheel, calendar = STRATEGIES["wheel"].number, STRATEGIES["calendar"].number
    assert state.successes[wheel] == pytest.approx(5 / 15)
    assert state.failures[wheel] == pytest.approx(1 + 10 / 15)
    assert (state.successes[calendar], state.failures[calendar]) == (1.0, 0.0)
    assert state.successes.sum() + state.failures.sum() == pytest.approx(3)


def test_what_was_taken_back_and_what_nobody_showed_teach_nothing() -> None:
    """An undone save is no answer; a search of one's own was no exposure."""
    saved = event(Action.SAVE, 2)
    events = [event(Action.SHOWN, 1), saved, event(Action.SAVE, 3, undoes=saved.key), event(Action.TRADE, 4, "own")]
    state = explored(events, STILL)
    assert state.successes.sum() == 0
    assert state.failures.sum() == 1


def test_rewards_lie_between_nothing_and_all() -> None:
    """A dismissal is worth nothing, not less."""
    assert [reward_of(each) for each in (Action.DISMISS, Action.SHOWN, Action.PROFIT)] == [0, 0, 1]
    assert reward_of(Action.TRADE) == pytest.approx(2 / 3)
