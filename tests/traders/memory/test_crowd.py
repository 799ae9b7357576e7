"""The crowd's means, from which profiles start."""

from dataclasses import replace

import numpy as np
import pytest

from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import Event
from engine.traders.log import log_of
from engine.traders.memory.affinity import PRIOR_MASS
from engine.traders.memory.crowd import Crowd, crowd_of
from engine.traders.profile import profile_of
from tests.traders.deeds import DAY, NOW, deed


def of(trader: str, event: Event) -> Event:
    return replace(event, key=f"{trader}{event.key}", trader=trader)


def test_nobody_is_neutral() -> None:
    """An empty log, and one of the future, say nothing."""
    assert crowd_of(log_of([]), NOW).traders == 0
    crowd = crowd_of(log_of([deed("trade")]), NOW - DAY)
    assert (crowd.strategies == 0.5).all()
    assert crowd.likings == Crowd().likings


def test_a_mean_is_worked_by_hand() -> None:
    """One trader, one trade: his share 1 weighs 1/7, three neutral ones weigh 3: (1/7 + 1.5) / (1/7 + 3)."""
    crowd = crowd_of(log_of([deed("trade")]), NOW)
    weight = 1 / (1 + PRIOR_MASS)
    assert crowd.strategies[STRATEGIES["covered_call"].number] == pytest.approx((weight + 1.5) / (weight + 3))
    assert crowd.tickers["SIM-A"] == pytest.approx((weight + 1.5) / (weight + 3))


def test_one_loud_trader_is_not_the_crowd() -> None:
    """A thousand trades of one weigh less than twenty of twenty."""
    loud = [of("loud", deed("trade", place / 100, key=str(place), strategy="wheel")) for place in range(1000)]
    many = [of(f"t{each}", deed("trade", place, key=str(place))) for each in range(20) for place in range(20)]
    crowd = crowd_of(log_of([*loud, *many]), NOW)
    assert crowd.strategies[STRATEGIES["covered_call"].number] > crowd.strategies[STRATEGIES["wheel"].number] + 0.1


def test_the_crowd_says_little_where_traders_like_different_things() -> None:
    """Half trade wheels, half calls, a few more calls: a newcomer is not told that calls are what one likes."""
    names = ["wheel"] * 9 + ["covered_call"] * 11
    log = log_of([
        of(f"t{place}", deed("trade" if name == liked else "dismiss", day, key=f"{day}{name}", strategy=name))
        for place, liked in enumerate(names) for name in ("wheel", "covered_call") for day in range(9)
    ])  # fmt: skip
    split = crowd_of(log, NOW).strategies
    call, wheel = split[STRATEGIES["covered_call"].number], split[STRATEGIES["wheel"].number]
    assert wheel < call < wheel + 0.01


def test_a_newcomer_has_the_crowds_taste() -> None:
    """What others like is the best guess for somebody of whom nothing is known."""
    crowd = crowd_of(log_of([of(f"t{each}", deed("trade", place, key=str(place), delta=0.15))
                             for each in range(9) for place in range(9)]), NOW)  # fmt: skip
    taste = profile_of("new", [], NOW, crowd).taste()
    call = STRATEGIES["covered_call"].number
    assert taste.strategies[call] == pytest.approx(crowd.strategies[call])
    assert taste.tickers["SIM-A"] == crowd.tickers["SIM-A"] > 0.6
    assert taste.risk == crowd.likings[0]
    assert taste.risk.centre == pytest.approx(0.15, abs=0.03)


def test_the_masses_are_those_of_the_profiles() -> None:
    """The columns and the fold must fade alike: of one trader they know the same."""
    events = [deed(action, days, key=f"{days}", ticker=f"SIM-{days % 3}")
              for days, action in enumerate(["trade", "save", "dismiss", "view", "profit", "shown"] * 20)]  # fmt: skip
    crowd = crowd_of(log_of(events), NOW)
    masses = profile_of("ann", events, NOW, crowd).strategy_masses()[:, STRATEGIES["covered_call"].number]
    share, n = masses[0] / masses.sum(), masses.sum()
    weight = n / (n + PRIOR_MASS)
    expected = (weight * share + 1.5) / (weight + 3)
    assert crowd.strategies[STRATEGIES["covered_call"].number] == pytest.approx(expected)
    assert np.isfinite(crowd.rate)
