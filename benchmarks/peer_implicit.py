"""implicit as a contestant, run in an environment of its own: `python -m benchmarks.peer_implicit IN OUT`.

ALS over decayed counts at several sizes, and its BM25 and cosine neighbours of items; scores of every known item.
"""

from itertools import product

import numpy as np
from implicit.als import AlternatingLeastSquares  # type: ignore[import-not-found,unused-ignore]  # the peer's own
from implicit.nearest_neighbours import (  # type: ignore[import-not-found,unused-ignore]  # as above
    BM25Recommender,
    CosineRecommender,
)
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from benchmarks.peer_windows import answered

FACTORS, ALPHAS, HALF_LIVES = (16, 64), (1.0, 20.0), (120.0, 365.0, 1e6)
NEAREST = (20, 100)
SEED = 7


def decayed(data: dict[str, NDArray[np.float64]], half_life: float) -> csr_matrix:
    """Counts that fade, sales at half weight."""
    weight = np.where(data["sale"] > 0, 0.5, 1.0) * 2.0 ** (-data["age"] / half_life)
    shape = tuple(data["shape"].astype(int).tolist())
    return csr_matrix((weight, (data["user"].astype(int), data["item"].astype(int))), shape=shape)


def scores(data: dict[str, NDArray[np.float64]]) -> dict[str, NDArray[np.float32]]:
    """Every configuration's scores, (users asked, items)."""
    found = {}
    users = data["users"].astype(int)
    for half_life in HALF_LIVES:
        counts = decayed(data, half_life)
        told = f"{half_life:g} d" if half_life < 1e6 else "ever"
        for factors, alpha in product(FACTORS, ALPHAS):
            model = AlternatingLeastSquares(
                factors=factors, alpha=alpha, regularization=0.05, iterations=20, random_state=SEED, num_threads=1
            )
            model.fit(counts, show_progress=False)
            found[f"ALS {factors} factors, alpha {alpha:g}, {told}"] = model.user_factors[users] @ model.item_factors.T
        for nearest, kind in product(NEAREST, (BM25Recommender, CosineRecommender)):
            model = kind(K=nearest, num_threads=1)
            model.fit(counts, show_progress=False)
            name = f"{kind.__name__.removesuffix('Recommender')} {nearest}, {told}"
            found[name] = np.asarray((counts[users] @ model.similarity).todense())
    return {name: values.astype(np.float32) for name, values in found.items()}


if __name__ == "__main__":
    answered(scores)
