"""Calibrated, determinantal and marginal lists: by hand, against the plain definition, and what always holds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ranking.diversity.calibrated import calibrated, divergence
from engine.ranking.diversity.features import Features, Floats, features, scaled
from engine.ranking.diversity.measures import intra_list_diversity, kl_to_taste
from engine.ranking.diversity.spread import OWN, dpp, mmr
from engine.ranking.diversity.surprise import KINDS, RERANKERS, Kind

SEEDS = st.integers(0, 10_000)


def world(seed: int, n: int = 40) -> tuple[Floats, Features]:
    """Ideas of four strategies and three sectors, of which the most relevant are much alike."""
    rng = np.random.default_rng(seed)
    strategy, sector = rng.integers(-1, 4, n), rng.integers(0, 3, n)
    relevance = rng.random(n) + (strategy == 0) * 0.7
    scales = [(strategy, rng.random(4)), (sector, rng.random(3))]
    return relevance, features(scales, rng.normal(size=(n, 2)))


def test_a_calibrated_list_by_hand() -> None:
    """Taste half and half: after the best idea of one strategy comes the best of the other, not the second best."""
    both = features([(np.array([0, 0, 0, 1]), np.ones(2))])
    relevance = np.array([1.0, 0.9, 0.8, 0.0])
    assert calibrated(relevance, both, 2, 0.0).tolist() == [0, 1]
    assert calibrated(relevance, both, 2, 0.6).tolist() == [0, 3]
    assert kl_to_taste(np.array([0, 3]), both) == pytest.approx(0)


def test_divergence_by_hand() -> None:
    """A list all of one group against an even taste: ½ ln(½ / 0.995) + ½ ln(½ / 0.005)."""
    found = divergence(np.array([0.5, 0.5]), np.array([1.0, 0.0]))
    assert float(found) == pytest.approx(0.5 * np.log(0.5 / 0.995) + 0.5 * np.log(0.5 / 0.005))


@given(SEEDS, st.floats(0.01, 0.99))
def test_weighing_kinds_is_weighing_every_idea(seed: int, strength: float) -> None:
    """The short cut of the calibrated list gives what the definition gives."""
    relevance, known = world(seed)
    worth, order, taken = scaled(relevance, known, 8, strength), [], np.zeros(len(known.taste))
    for place in range(8):
        gains = (1 - strength) * worth - strength * divergence(
            known.taste, (taken + known.groups[known.kind]) / (place + 1)
        )
        gains[order] = -np.inf
        order.append(int(gains.argmax()))
        taken += known.groups[known.kind[order[-1]]]
    assert calibrated(relevance, known, 8, strength).tolist() == order


@given(SEEDS, st.floats(0.05, 0.9))
def test_the_carried_rows_of_a_dpp_are_its_determinants(seed: int, theta: float) -> None:
    """Each place is the idea that makes the determinant largest, computed afresh."""
    relevance, known = world(seed, 15)
    quality = np.exp((1 - theta) / (2 * theta) * scaled(relevance, known, 4, theta))
    likeness = (1 - OWN) * known.vectors @ known.vectors.T
    np.fill_diagonal(likeness, 1)
    kernel = quality[:, None] * likeness * quality
    order: list[int] = []
    for best in dpp(relevance, known, 4, theta).tolist():
        left = [row for row in range(15) if row not in order]
        volume = [np.linalg.slogdet(kernel[np.ix_([*order, row], [*order, row])])[1] for row in left]
        assert volume[left.index(best)] == pytest.approx(max(volume), abs=1e-7)
        order.append(best)


def test_marginal_relevance_by_hand() -> None:
    """λ = ½: the twin of the first is worth 0.45 − 0.5, the stranger 0.2 − 0."""
    known = features([(np.array([0, 0, 1]), np.ones(2))])
    assert mmr(np.array([1.0, 0.9, 0.4]), known, 2, 0.2).tolist() == [0, 1]
    assert mmr(np.array([1.0, 0.9, 0.4, 0.0]), features([(np.array([0, 0, 1, 0]), np.ones(2))]), 3, 0.5).tolist() == [
        0, 2, 1
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@given(seed=SEEDS, k=st.integers(0, 50), strength=st.floats(0, 1))
def test_every_list_has_each_idea_at_most_once(kind: Kind, seed: int, k: int, strength: float) -> None:
    """At any strength, also where more is asked for than there is."""
    relevance, known = world(seed)
    order = RERANKERS[kind](relevance, known, k, strength)
    assert len(set(order.tolist())) == len(order) == min(k, 40)


@pytest.mark.parametrize("kind", KINDS)
@given(seed=SEEDS)
def test_no_strength_is_the_order_of_relevance(kind: Kind, seed: int) -> None:
    """More of the same is exactly that; an empty market gives an empty list."""
    relevance, known = world(seed)
    assert RERANKERS[kind](relevance, known, 10, 0.0).tolist() == np.argsort(-relevance, kind="stable")[:10].tolist()
    nothing = Features(known.kind[:0], known.groups, known.taste, known.vectors[:0])
    assert len(RERANKERS[kind](relevance[:0], nothing, 10, 0.5)) == 0


def test_more_strength_gives_more_of_what_each_is_for() -> None:
    """Averaged over many worlds: the taste is met better, or the list is less alike, and relevance pays for it."""
    for kind, measure in (("calibrated", kl), ("dpp", alike), ("mmr", alike)):
        found = np.array([[measure(kind, seed, strength) for strength in (0.0, 0.2, 0.5, 0.8)] for seed in range(40)])
        assert (np.diff(found.mean(axis=0)) < 0).all(), kind


def kl(kind: Kind, seed: int, strength: float) -> float:
    """Distance of a list's mix from the taste."""
    relevance, known = world(seed)
    return kl_to_taste(RERANKERS[kind](relevance, known, 8, strength), known)


def alike(kind: Kind, seed: int, strength: float) -> float:
    """How alike a list's ideas are."""
    relevance, known = world(seed)
    return 1 - intra_list_diversity(known.vectors[RERANKERS[kind](relevance, known, 8, strength)])
