"""An alarm when a taste changes, and hardly ever otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from engine.traders.events import Action
from engine.traders.memory.drift import Watch, told
from engine.traders.profile import TraderProfile, profile_of
from tests.traders.deeds import NOW, deed
from tests.traders.tasters import lived


def unwary(profile: TraderProfile) -> TraderProfile:
    """The same profile, whose watch begins anew with every slate: ten ideas never reach its threshold."""
    memory = replace(profile.memory, watch=replace(profile.memory.watch, level=0.0))
    return replace(profile, memory=memory)


def test_steady_traders_raise_hardly_any_alarm() -> None:
    """12 traders, 600 ideas each: measured at 2 alarms in 200,000 ideas, so that one here is already rare."""
    assert sum(len(lived(seed, 60)[0].alarms) for seed in range(12)) <= 1


def test_a_change_of_taste_is_noticed_and_learned_anew() -> None:
    """Within 200 ideas most are noticed, and the new taste is known far better than without the watch."""
    watched = [lived(seed, 60, 40) for seed in range(12)]
    unwatched = [lived(seed, 60, 40, unwary) for seed in range(12)]
    assert sum(bool(profile.alarms) for profile, _ in watched) >= 8
    assert not any(unwary_one.alarms for unwary_one, _ in unwatched)
    after, without = (np.mean([curve[-3:] for _, curve in each]) for each in (watched, unwatched))
    assert after > without + 0.15


def test_an_idea_viewed_then_saved_then_traded_is_answered_once() -> None:
    """Three clicks at one idea are no three answers."""
    watch, profile = Watch(), profile_of("ann", [], NOW)
    for action in (Action.VIEW, Action.SAVE, Action.TRADE):
        watch.note(deed(action), profile.memory.masses, profile.crowd)
    once = Watch()
    once.note(deed(Action.TRADE), profile.memory.masses, profile.crowd)
    assert watch.answers == pytest.approx(once.answers)


def test_without_anything_shown_there_is_no_alarm() -> None:
    """Imported trades come without what was passed over: of those nobody can say how often he would have taken."""
    trades = [deed("trade", 400 - day, key=f"t{day}", strategy="wheel" if day < 200 else "long_call")
              for day in range(400)]  # fmt: skip
    assert profile_of("ann", trades, NOW).alarms == ()


def test_an_alarm_is_told_with_its_day() -> None:
    """In words, and only when there was one."""
    assert told(()) == ""
    assert told((NOW,)).startswith("On 21 September 2026 your answers stopped following this profile")
