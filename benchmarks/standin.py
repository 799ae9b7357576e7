"""A stand-in for a table of film ratings: as many people, films and ratings, popular and less, with tastes and moods.

Made by chance and by nothing real: taste in twelve dimensions and eighteen genres, ages and years, films that few or
many see, sittings in which like follows like. Everybody's last fifth is held back.
"""

from typing import Final

import numpy as np
from scipy.sparse import csr_array

from engine.core.chance import generator
from engine.ranking.blending.walk import Fold
from engine.ranking.models.interactions import DAY_MS, Floats, interactions_of

PEOPLE, FILMS, RATINGS = 943, 1_682, 100_000
GENRES, DIMENSIONS = 18, 12
LEAST, MOST = 20, 700  # ratings of one person
HELD_BACK: Final = 0.2
START_MS: Final = 10_000 * DAY_MS


def standin(seed: int) -> Fold:
    """Everybody's first four fifths as the past, with what came after it."""
    rng = generator(seed, "stand-in")
    popular = np.sort(rng.gamma(0.55, 1.0, FILMS))[::-1]
    popular = rng.permutation(np.log(popular / popular.sum() + 1e-9))  # so that no number tells what is popular
    genre, year = rng.integers(0, GENRES, FILMS), rng.uniform(0, 1, FILMS)
    films = 0.7 * rng.normal(0, 1, (GENRES, DIMENSIONS))[genre] + 0.7 * rng.normal(0, 1, (FILMS, DIMENSIONS))
    shelf = 0.3 * genre + rng.normal(0, 1, FILMS)
    tastes, age = rng.normal(0, 1, (PEOPLE, DIMENSIONS)), rng.uniform(0, 1, PEOPLE)
    counts = rng.lognormal(4.2, 1.0, PEOPLE)
    counts = np.clip(counts * RATINGS / counts.sum(), LEAST, MOST).astype(int)
    seen = []
    for person, count in enumerate(counts.tolist()):
        liking = tastes[person] @ films.T / np.sqrt(DIMENSIONS) - 3.0 * (year - age[person]) ** 2
        chosen = np.argsort(-(popular + liking + rng.gumbel(0, 1, FILMS)))[:count]
        order = chosen[np.argsort(-(0.25 * popular[chosen] + 0.3 * shelf[chosen] + rng.normal(0, 1, count)))]
        seen.append((order, _times(rng, count)))
    return _split(seen)


def _times(rng: np.random.Generator, count: int) -> Floats:
    """Seconds apart within a sitting, many at once; now and then another sitting weeks later."""
    gaps = rng.choice([0, 0, 5, 12, 30, 60], count).astype(np.float64)
    again = rng.random(count) < 0.6 / count
    gaps[again] += rng.exponential(20.0, int(again.sum())) * DAY_MS / 1000
    return START_MS + rng.uniform(0, 213) * DAY_MS + np.cumsum(gaps) * 1000


def _split(seen: list[tuple[np.ndarray[tuple[int], np.dtype[np.int64]], Floats]]) -> Fold:
    first, later = [], []
    for person, (films, times) in enumerate(seen):
        kept = int((1 - HELD_BACK) * len(films))
        first += [(person, film, at) for film, at in zip(films[:kept].tolist(), times[:kept].tolist(), strict=True)]
        later += [(person, film) for film in films[kept:].tolist()]
    people, films, at = (np.array(column) for column in zip(*first, strict=True))
    past = interactions_of(
        [f"{each:04d}" for each in people.tolist()], [f"{each:04d}" for each in films.tolist()],
        at.astype(np.int64), np.zeros(len(at), dtype=np.bool_),
    )  # fmt: skip
    users = {name: place for place, name in enumerate(past.users)}
    items = {name: place for place, name in enumerate(past.items)}
    held = [(users[f"{who:04d}"], items[f"{what:04d}"]) for who, what in later if f"{what:04d}" in items]
    who, what = (np.array(column) for column in zip(*held, strict=True))
    taken = csr_array((np.ones(len(who)), (who, what)), shape=past.shape)
    asked = np.flatnonzero(np.diff(taken.indptr))
    return Fold(past, past.last_ms, asked, taken[asked], 1.0)
