"""The blend: finds the model that fits the data at hand, adapts when they differ, and its chances hold."""

from functools import cache

import numpy as np
import pytest

from engine.core.chance import generator
from engine.ranking.blending.blend import Blend, fit_blend
from engine.ranking.blending.chance import Chance, fitted, reliability
from engine.ranking.blending.evidence import Task, permitted
from engine.ranking.blending.habit import Habit, repeats
from engine.ranking.blending.mixture import Hits, weights_of
from engine.ranking.blending.walk import folds
from engine.ranking.models.interactions import Interactions
from engine.ranking.models.suited import models_for
from tests.ranking.people import events, fans, loyal


def learned(past: Interactions, task: Task) -> Blend:
    """The blend fitted on everything."""
    found = fit_blend(models_for(past), folds(past), task, generator(1, "test"))
    assert found is not None
    return found


@cache
def of_the_loyal() -> Blend:
    return learned(loyal(), "any")


def weight(blend: Blend, start: str) -> float:
    """Of all models whose name starts so."""
    return sum(value for name, (value, _) in blend.heard().items() if name.startswith(start))


def test_loyal_traders_are_told_their_own_past() -> None:
    """Four fifths of what they buy is their own and at intervals: history and rhythm carry the blend."""
    assert weight(of_the_loyal(), "own history") + weight(of_the_loyal(), "rhythm") > 0.6


def test_people_who_never_take_twice_are_told_what_goes_with_it() -> None:
    """One sitting each, no repetition: history has no say, and nothing taken is told again, asked for any."""
    past = fans()
    blend = learned(past, "any")
    scores = blend.scores(past, np.arange(30), past.last_ms)
    best = np.argsort(-scores, axis=1)[:, :3]
    assert weight(blend, "own history") < 0.1
    assert not np.take_along_axis(past.taken()[:30].toarray() > 0, best, axis=1).any()
    kinds = np.array([[int(past.items[each][1:]) % 4 for each in row] for row in best])
    assert (kinds == np.arange(30)[:, None] % 4).mean() > 0.9


def test_weights_are_shares_and_show_how_sure_they_are() -> None:
    """Non-negative, one whole, each with its deviation between resamples of the traders."""
    blend = of_the_loyal()
    assert (blend.weights >= 0).all()
    assert blend.weights.sum() == pytest.approx(1.0)
    assert blend.spread.shape == blend.weights.shape
    assert blend.spread.max() > 0


def test_what_may_not_be_told_has_no_share() -> None:
    """For "new", nothing bought before; never what nobody has touched."""
    past = loyal().until(int(np.quantile(loyal().at_ms, 0.2)))
    blend = learned(past, "new")
    users = np.unique(past.user)
    scores = blend.scores(past, users, past.last_ms)
    assert (scores[~permitted(past, users, "new")] == 0).all()
    assert (scores.sum(axis=1) <= 1 + 1e-9).all()


def test_a_mixture_finds_the_weights_it_was_drawn_from() -> None:
    """Ten thousand draws, 70 % from one model and 30 % from another that says the opposite."""
    rng = generator(3, "mixture")
    models = np.array([[0.6, 0.3, 0.1], [0.05, 0.15, 0.8]])
    drawn = rng.choice(3, 10_000, p=np.array([0.7, 0.3]) @ models)
    hits = Hits(models[:, drawn].T, np.arange(10_000), np.ones(10_000))
    assert weights_of(hits, hits.worth) == pytest.approx([0.7, 0.3], abs=0.03)


def test_repetitions_are_counted_after_the_first_day() -> None:
    """A B | A C A: of three later purchases two had been made before."""
    seen = events(("ann", 0, "A", "buy"), ("ann", 0, "B", "buy"), ("ann", 5, "A", "buy"), ("ann", 5, "C", "buy"),
                  ("ann", 5.5, "A", "buy"))  # fmt: skip
    again, counted = repeats(seen, np.array([0]), seen.last_ms)
    assert again[0] / counted[0] == pytest.approx(2 / 3, abs=0.01)


def test_a_habit_favours_repetitions_of_those_who_repeat() -> None:
    """And leaves those of whom little is known with the crowd's."""
    rows = [("loyal", float(day), "A", "buy") for day in range(40)]
    rows += [("wanderer", float(day), f"B{day}", "buy") for day in range(40)] + [("new", 39.0, "A", "buy")]
    seen = events(*rows)
    tilt = dict(zip(seen.users, Habit(0.5, 0.5).tilt(seen, np.arange(3), seen.last_ms), strict=True))
    assert tilt["loyal"] > 2.0
    assert tilt["wanderer"] < 0.5
    assert tilt["new"] == pytest.approx(1.0)


def test_chances_come_out_as_they_were_said() -> None:
    """Drawn with odds that go as the square of the share: found again, and as good as the truth by Brier's score."""
    rng = generator(5, "chance")
    share, pace = rng.uniform(0.001, 0.2, 40_000), rng.uniform(1, 20, 40_000)
    truth = Chance(level=1.0, slope=1.5, pace=0.7)
    taken = rng.random(40_000) < truth.of(share, pace)
    found = fitted(share, pace, taken, np.ones(40_000), 30.0)
    held = reliability(found.of(share, pace), taken, np.ones(40_000))
    assert found.slope == pytest.approx(1.5, abs=0.1)
    assert held.error < 0.01
    assert held.brier < held.brier_of_mean


def test_the_order_by_chance_is_the_order_by_share() -> None:
    """Calibration changes numbers, never places."""
    past, blend = loyal(), of_the_loyal()
    users = np.arange(5)
    by_share = np.argsort(-blend.scores(past, users, past.last_ms), axis=1, kind="stable")[:, :5]
    by_chance = np.argsort(-blend.chances(past, users, past.last_ms), axis=1, kind="stable")[:, :5]
    assert np.array_equal(by_share, by_chance)
