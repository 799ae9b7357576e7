"""Where a trader is at home: what he took out of what he was shown."""

import numpy as np
import pytest

from engine.core.chance import generator
from engine.traders.memory.likings import Learned, learned
from engine.traders.memory.masses import NO_MOMENTS, Moments
from engine.traders.taste import Liking

PRIOR = Liking(0.3, 0.2)


def moments(values: np.ndarray, mass: float = 1.0) -> Moments:
    return len(values) * mass, mass * values.sum(), mass * (values**2).sum(), len(values) * mass * mass


def after(liked: Moments, disliked: Moments = NO_MOMENTS, shown: Moments = NO_MOMENTS) -> Learned:
    return learned((liked, disliked, shown), 1.0, PRIOR, 0.04)


def test_nothing_known_is_the_crowd() -> None:
    """Also when much was shown: not taking yet is no taste."""
    assert after(NO_MOMENTS).liking == PRIOR
    assert after(NO_MOMENTS, shown=moments(np.full(500, 0.5))).liking.centre == pytest.approx(0.3)


def test_a_feed_that_is_off_centre_does_not_pull_the_liking_to_itself() -> None:
    """He likes 0.25 ± 0.1, the feed shows 0.4 ± 0.1: what he takes lies at 0.325, what he likes is found near 0.25."""
    rng = generator(1, "likings")
    shown = rng.normal(0.4, 0.1, 4000)
    taken = shown[rng.random(4000) < np.exp(-(((shown - 0.25) / 0.1) ** 2) / 2)]
    found = after(moments(taken), shown=moments(shown))
    assert taken.mean() == pytest.approx(0.325, abs=0.01)
    assert found.liking.centre == pytest.approx(0.25, abs=0.02)
    assert found.liking.width == pytest.approx(0.1, abs=0.02)


def test_dismissals_push_the_centre_away() -> None:
    """Dismissed at 0.5, taken at 0.3: at home below 0.3."""
    near = moments(np.full(20, 0.3))
    shown = moments(np.linspace(0.1, 0.5, 50))
    pushed = after(near, moments(np.full(10, 0.5), 0.3), shown)
    assert pushed.liking.centre < after(near, shown=shown).liking.centre


def test_the_error_falls_with_the_events() -> None:
    """Four times as many, about half of it."""
    values = np.tile([0.2, 0.3, 0.4], 40)
    assert after(moments(values)).error < 0.6 * after(moments(values[:30])).error
