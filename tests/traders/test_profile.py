"""A profile is a fold: nothing but what was done, in its order, faded by the time since."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.core.errors import DataError
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.corrections import Correction
from engine.traders.events import Action, Event
from engine.traders.memory.crowd import Crowd
from engine.traders.profile import TraderProfile, correct, fade, learn, profile_of
from engine.traders.taste import Taste
from tests.traders.deeds import DAY, NOW, deed, histories

LIKES = (Action.VIEW, Action.SAVE, Action.TRADE, Action.PROFIT)


def same(one: Taste, other: Taste, tolerance: float = 1e-9) -> bool:
    """Whether two tastes are equal but for rounding."""
    numbers = [
        np.r_[each.strategies, each.evidence, [*each.tickers.values()]]
        for each in (one, replace(other, tickers={name: other.tickers[name] for name in one.tickers}))
    ]
    scales = [
        [(each.centre, each.width) for each in (taste.risk, taste.premium, taste.timing)] for taste in (one, other)
    ]
    return (
        one.tickers.keys() == other.tickers.keys()
        and np.allclose(*numbers, rtol=0, atol=tolerance)
        and np.allclose(*scales, rtol=0, atol=tolerance)
    )


def learned(events: list[Event], start: TraderProfile | None = None) -> TraderProfile:
    """One event after the other."""
    profile = start or profile_of("ann", [], 0)
    for each in events:
        profile = learn(profile, each)
    return profile


def test_a_ticker_traded_once_a_half_life_ago_has_the_affinity_worked_by_hand() -> None:
    """Mass 1 at an age of 60 days is (2^-3 + 2^-1 + 2^-1/4) / 3 = 0.4886: (0.4886 + 6 · ½) / (0.4886 + 6) = 0.5377."""
    mass = (2**-3 + 2**-1 + 2**-0.25) / 3
    taste = profile_of("ann", [deed("trade", 60)], NOW).taste()
    assert taste.tickers["SIM-A"] == pytest.approx((mass + 3) / (mass + 6))
    assert taste.evidence == pytest.approx(2 ** (-60 / 45))


def test_the_centre_of_risk_is_worked_by_hand() -> None:
    """Two fresh trades at 0.10 and 0.20 with the prior's mass of 4 at 0.30: (0.1 + 0.2 + 4 · 0.3) / 6 = 0.25."""
    risk = profile_of("ann", [deed(delta=-0.1, key="a"), deed(delta=0.2, key="b")], NOW).taste().risk
    assert risk.centre == pytest.approx(0.25)
    scatter = (0.15**2 + 0.05**2 + 4 * (0.2**2 + 0.05**2)) / 6
    assert risk.width == pytest.approx(math.sqrt(scatter))


@given(histories())
def test_learning_one_by_one_is_folding_all(events: list[Event]) -> None:
    """The feed learns by clicks and reads back from the store: the two must never disagree."""
    assert same(learned(events).taste(NOW), profile_of("ann", events, NOW).taste(NOW))


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(events: list[Event], chance: object) -> None:
    """Two windows may save out of order; what happened is the same."""
    arrived = [*events]
    chance.shuffle(arrived)  # type: ignore[attr-defined]
    ties = len({each.at_ms for each in events}) < len(events)
    assert ties or same(learned(arrived).taste(NOW), profile_of("ann", events, NOW).taste(NOW))


@given(histories(), st.data())
def test_what_was_taken_back_leaves_no_trace(events: list[Event], data: st.DataObject) -> None:
    """Undo means undone, in the fold of all and one by one alike."""
    slip = data.draw(st.sampled_from([Action.SAVE, Action.DISMISS, Action.TRADE]))
    wrong = deed(slip, 0, key="slip", ticker="SIM-B", strategy="wheel", delta=0.9)
    undo = replace(wrong, key="undo", undoes="slip")
    clean = profile_of("ann", events, NOW).taste()
    assert same(profile_of("ann", [*events, wrong, undo], NOW).taste(), clean)
    assert same(learned([*events, wrong, undo]).taste(NOW), clean)


@given(histories(), st.integers(0, 900), st.integers(0, 900))
def test_fading_twice_is_fading_once(events: list[Event], first: int, second: int) -> None:
    """Whoever looks in between changes nothing."""
    profile = profile_of("ann", events, NOW)
    twice = fade(fade(profile, NOW + first * DAY), NOW + (first + second) * DAY)
    assert same(twice.taste(), fade(profile, NOW + (first + second) * DAY).taste(), 0.0)


@given(histories(), st.sampled_from([0.1, 0.5, 0.9]))
def test_a_dismissal_never_raises_and_a_save_never_lowers_its_ticker_and_strategy(
    events: list[Event], liked_by_all: float
) -> None:
    """Whatever else was done, whatever the crowd likes: the answer to a click goes the way of the click."""
    crowd = Crowd(strategies=np.full(len(STRATEGIES), liked_by_all), tickers={"SIM-A": liked_by_all})
    before = profile_of("ann", events, NOW, crowd)
    for action, sign in (("save", 1), ("dismiss", -1)):
        after = learn(before, deed(action, 0, key="click"))
        if after.alarms == before.alarms:
            old, new = before.taste(), after.taste()
            assert sign * (new.tickers["SIM-A"] - old.tickers.get("SIM-A", 0.5)) >= -1e-12
            assert sign * (new.strategies[1] - old.strategies[1]) >= -1e-12


@given(histories(actions=LIKES), st.integers(0, 400), st.integers(1, 400))
def test_time_alone_moves_likes_towards_the_crowd(events: list[Event], first: int, second: int) -> None:
    """With nothing done for a while, nothing is believed more strongly than before."""
    crowd = Crowd(strategies=np.linspace(0.2, 0.8, len(STRATEGIES)), tickers={"SIM-A": 0.4}, other_tickers=0.45)
    profile = profile_of("ann", events, NOW, crowd)
    sooner, later = (profile.taste(NOW + days * DAY) for days in (first, first + second))
    for name, value in later.tickers.items():
        to_crowd = crowd.tickers.get(name, crowd.other_tickers)
        assert abs(value - to_crowd) <= abs(sooner.tickers[name] - to_crowd) + 1e-12
    assert (abs(later.strategies - crowd.strategies) <= abs(sooner.strategies - crowd.strategies) + 1e-12).all()


@given(histories())
def test_after_many_years_a_profile_is_the_crowd(events: list[Event]) -> None:
    """However strong and mixed a taste was, it fades away entirely."""
    taste = profile_of("ann", events, NOW).taste(NOW + 9_000 * DAY)
    assert np.allclose([*taste.strategies, *taste.tickers.values()], 0.5, atol=1e-6)
    assert taste.evidence == pytest.approx(0, abs=1e-6)


@given(histories())
def test_every_affinity_is_a_share(events: list[Event]) -> None:
    """`Taste` refuses anything else, whatever was done."""
    taste = profile_of("ann", events, NOW).taste()
    assert ((taste.strategies >= 0) & (taste.strategies <= 1)).all()


def test_what_is_shown_often_and_never_taken_is_not_liked() -> None:
    """Silence is an answer: a hundred wheels passed over, while calls are taken out of as many."""
    seen = [deed("shown", place, key=f"w{place}", strategy="wheel") for place in range(100)]
    called = [deed("shown", place, key=f"c{place}") for place in range(100)]
    taken = [deed("trade", place, key=f"t{place}") for place in range(10)]
    taste = profile_of("ann", [*seen, *called, *taken], NOW).taste()
    assert taste.strategies[STRATEGIES["wheel"].number] < 0.4
    assert taste.strategies[STRATEGIES["covered_call"].number] > 0.6


def test_nothing_is_known_before_it_happened() -> None:
    """A profile as of a moment knows nothing of the moments after it."""
    events = [deed("trade", 10), deed("dismiss", 2)]
    then = NOW - 5 * DAY
    assert same(profile_of("ann", events, then).taste(), profile_of("ann", events[:1], then).taste(), 0.0)


def test_a_long_history_learned_one_by_one_is_the_same() -> None:
    """The oldest steps settle; nothing is lost when they do."""
    events = [deed("trade" if place % 9 else "shown", 700 - place, key=f"e{place}", delta=place / 1400)
              for place in range(700)]  # fmt: skip
    assert same(learned(events).taste(NOW), profile_of("ann", events, NOW).taste())


def test_what_can_no_longer_be_put_in_order_says_what_to_do() -> None:
    """Neither a wrong profile nor a crash: make it anew."""
    profile = profile_of("ann", [deed("trade", 700 - place, key=f"e{place}") for place in range(600)], NOW)
    with pytest.raises(DataError, match="Make the profile anew"):
        learn(profile, deed("save", 699))
    with pytest.raises(DataError, match="Make the profile anew"):
        learn(profile, replace(deed("trade"), key="undo", undoes="e3"))


def test_an_event_of_somebody_else_is_refused() -> None:
    """Nobody's clicks teach another's profile."""
    with pytest.raises(DataError, match="'bob'"):
        learn(profile_of("ann", [], NOW), replace(deed(), trader="bob"))


def test_what_the_trader_sets_counts_until_he_forgets_it() -> None:
    """His word stands above what was learned, and can be taken back."""
    profile = profile_of("ann", [deed("trade", place) for place in range(20)], NOW)
    said = correct(profile, Correction("strategy:covered_call", NOW, "set", 0.05, 0.05))
    said = correct(said, Correction("risk", NOW, "set", 0.2, 0.3))
    assert said.taste().strategies[1] == 0.05
    assert said.taste().risk.centre == pytest.approx(0.25)
    back = profile_of("ann", [deed("trade", place) for place in range(20)], NOW, corrections=said.corrections[1:])
    assert back.taste().strategies[1] == profile.taste().strategies[1] > 0.7


@pytest.mark.parametrize("belief", ["strategy:covered_call", "ticker:SIM-A", "risk", "everything"])
def test_what_is_forgotten_counts_no_longer_and_what_comes_after_does(belief: str) -> None:
    """Forgetting ends the past of a belief, not its future."""
    old, new = deed("trade", 9, delta=0.9), deed("save", 1, delta=0.5)
    profile = profile_of("ann", [old, new], NOW, corrections=[Correction(belief, NOW - 5 * DAY, "forget")])
    only_new = profile_of("ann", [new], NOW).taste()
    taste = profile.taste()
    assert taste.strategies[1] == pytest.approx(only_new.strategies[1]) or not belief.startswith(("s", "e"))
    assert taste.tickers["SIM-A"] == pytest.approx(only_new.tickers["SIM-A"]) or not belief.startswith(("t", "e"))
    assert taste.risk.centre == pytest.approx(only_new.risk.centre) or not belief.startswith(("r", "e"))
