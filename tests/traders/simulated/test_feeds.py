"""What simulated traders are shown, with propensities that are what they say."""

import numpy as np

from engine.core.chance import generator
from engine.traders.simulated.feeds import SLATE, Slates, appeal, drawn, odds, piles

VISITS = 60_000


def one_slate() -> tuple[Slates, np.ndarray]:
    """The same visitor's slate of 43 ideas many times, and the chance of each idea in its pile."""
    rng = generator(1, "feeds")
    dealt = piles(rng, np.arange(43))
    own = np.zeros((1, 12))
    own[0, :3] = (8.0, 4.0, 1.0)
    known = appeal(own, np.zeros((1, 5)), np.ones(12), (np.arange(43) % 12, np.arange(43) % 5))
    likely = odds(known, dealt)
    return drawn(rng, np.repeat(likely, VISITS, axis=0), dealt), likely[0]


def test_propensities_are_the_frequencies() -> None:
    """One slate drawn many times: each idea stands at each rank as often as its propensity says."""
    slates, _ = one_slate()
    key = slates.idea * SLATE + np.arange(SLATE)
    often = np.bincount(key.ravel(), minlength=43 * SLATE) / VISITS
    told = np.zeros(43 * SLATE)
    told[key.ravel()] = slates.propensity.ravel()
    deviation = np.sqrt(told * (1 - told) / VISITS)
    assert (np.abs(often - told) <= 5 * deviation + 1e-12).all()
    assert abs(told.reshape(43, SLATE).sum() - SLATE) < 0.02  # every idea can stand at every rank


def test_a_slate_holds_ten_different_ideas() -> None:
    """One from each pile."""
    slates, likely = one_slate()
    assert (np.diff(np.sort(slates.idea, axis=1), axis=1) > 0).all()
    assert np.allclose(likely.sum(axis=1), 1.0)
    assert ((likely > 0).sum(axis=1) >= 4).all()


def test_what_was_taken_up_before_comes_more_often() -> None:
    """The feed learns a little, so that the log is biased as real ones are."""
    slates, _ = one_slate()
    often = np.bincount(slates.idea.ravel(), minlength=43) / VISITS
    liked = np.arange(43) % 12 == 0
    assert often[liked].mean() > 1.5 * often[~liked].mean()
