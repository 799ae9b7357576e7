"""What is liked in each kind of market, and how much that says now."""

import numpy as np
import pytest

from engine.core.errors import DataError
from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES
from engine.ranking.stages.regimes import Climate, affinities, climate_of
from engine.traders.events import Action, Circumstances, Event, Idea
from engine.traders.profile import profile_of
from tests.ideas import DAY, NOW

CONDOR, CALL = STRATEGIES["iron_condor"].number, STRATEGIES["long_call"].number
CALM, WILD = REGIMES.index("rising, calm"), REGIMES.index("falling, turbulent")
OVERALL = np.full(len(STRATEGIES), 0.4)


def surely(regime: int) -> np.ndarray:
    return np.eye(len(REGIMES))[regime]


def traded(name: str, regime: str) -> list[Event]:
    ideas = [Idea(f"{name}{i}", "KO", name) for i in range(10)]
    when = Circumstances(regime)
    return [Event(each.id, "ann", Action.TRADE, NOW - (i + 1) * DAY, each, when) for i, each in enumerate(ideas)]


def test_an_affinity_in_a_regime_is_shrunk_to_that_over_all_of_them() -> None:
    """12 liked in a calm market, nothing shown: (12 + 6 · .4) / (12 + 6)."""
    found = affinities({("rising, calm", CONDOR): (12.0, 0.0, 0.0)}, OVERALL, 0.03)
    assert found[CALM, CONDOR] == pytest.approx((12 + 6 * 0.4) / 18)
    assert found[WILD].tolist() == pytest.approx(OVERALL.tolist())


def test_chances_of_regimes_weigh_what_is_liked_in_each() -> None:
    """Half calm, half wild: halfway between the two affinities."""
    table = affinities({("rising, calm", CONDOR): (12.0, 0.0, 0.0)}, OVERALL, 0.03)
    half = Climate((surely(CALM) + surely(WILD)) / 2, table)
    assert half.vote(np.array([CONDOR, CALL])).tolist() == pytest.approx([(0.8 + 0.4) / 2, 0.4])
    assert half.today == "rising, calm"
    assert Climate(np.full(6, 1 / 6)).today == ""


def test_a_change_is_told_only_where_both_are_known_and_differ() -> None:
    """A first visit is no change, nor is a market that nobody can name."""
    assert Climate(surely(WILD), before="rising, calm").has_turned
    assert not Climate(surely(WILD), before="falling, turbulent").has_turned
    assert not Climate(surely(WILD)).has_turned
    assert not Climate(np.full(6, 1 / 6), before="rising, calm").has_turned


def test_a_profile_remembers_what_was_done_in_which_market() -> None:
    """Condors traded in calm markets, calls in wild ones: each market has its own order."""
    events = traded("iron_condor", "rising, calm") + traded("long_call", "falling, turbulent")
    profile = profile_of("ann", events, NOW)
    calm, wild = (climate_of(profile, surely(each), NOW).vote(np.array([CONDOR, CALL])) for each in (CALM, WILD))
    assert calm[0] > calm[1] + 0.05
    assert wild[1] > wild[0] + 0.05


def test_a_climate_is_checked_when_made() -> None:
    """Chances that do not add up would tilt every vote."""
    with pytest.raises(DataError, match="1 together"):
        Climate(np.full(6, 0.5))
    with pytest.raises(DataError, match="regime must be one of"):
        Climate(surely(CALM), before="sideways")
