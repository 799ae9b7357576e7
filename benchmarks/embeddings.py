"""Claim: none; a two-tower network beside plainer models on the disclosed trades, and what a blend makes of it.

Run from the repository root, in an environment with requirements-deep.txt: `python -m benchmarks.embeddings`. The five
test windows of the shared protocol; each model is fitted on what was before the window. NDCG@10 over traders who bought
something that may be recommended; intervals (95 %) by drawing traders again.
"""

import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import numpy as np

from benchmarks.harness import ROOT, print_machine, print_table
from engine.core.chance import generator
from engine.gateways.trade_file import read_trades
from engine.ranking.blending.blend import fit_blend
from engine.ranking.blending.evidence import TASKS, Task, permitted
from engine.ranking.blending.walk import Fold, cut, folds
from engine.ranking.embeddings.two_tower import TwoTower, is_available
from engine.ranking.models.ease import EaseR
from engine.ranking.models.history import History
from engine.ranking.models.interactions import Codes, Floats, Interactions
from engine.ranking.models.neighbours import UserNeighbours
from engine.ranking.models.popularity import Popularity
from engine.ranking.models.recommender import Recommender
from engine.ranking.models.suited import models_for
from engine.services.rank import events_until

TRADES: Final = ROOT.parent / "shared" / "data" / "people" / "trades.parquet"
TOP, TUNED, SEED, RESAMPLES = 10, 2, 3, 4_000
DISCOUNT: Final = 1 / np.log2(np.arange(2, TOP + 2))


class Once:
    """Two towers fitted once for each past, whoever is asked about and for whichever task."""

    name = "two towers"

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self._known: dict[tuple[int, int], Floats] = {}

    def scores(self, past: Interactions, users: Codes, now_ms: int) -> Floats:
        """(len(users), items)."""
        key = (len(past), now_ms)
        if key not in self._known:
            begin = time.perf_counter()
            self._known[key] = TwoTower().scores(past, np.arange(len(past.users)), now_ms)
            self.seconds.append(time.perf_counter() - begin)
        return self._known[key][users]


TOWERS: Final = Once()
ALONE: Final[tuple[Recommender, ...]] = (Popularity(), History(), UserNeighbours(), EaseR(), TOWERS)


def windows(events: Interactions) -> Iterator[Fold]:
    """The windows on which nothing was tuned."""
    bought = np.sort(events.at_ms[~events.is_sale])
    cuts = [int(bought[min(int(each * len(bought)), len(bought) - 1)]) for each in np.arange(0.3, 1.01, 0.1)]
    for begin, end in list(pairwise(cuts))[TUNED:]:
        yield cut(events, begin, end)


def gains(fold: Fold, scores: Floats, task: Task) -> dict[int, float]:
    """NDCG@10 by trader."""
    allowed = permitted(fold.past, fold.users, task)
    taken = (fold.taken.toarray() > 0) & allowed
    order = np.argsort(-np.where(allowed, scores, -1.0), axis=1, kind="stable")[:, :TOP]
    hit, wanted = np.take_along_axis(taken, order, axis=1), taken.sum(axis=1)
    ideal = np.cumsum(DISCOUNT)[np.clip(wanted, 1, TOP) - 1]
    found = (hit @ DISCOUNT) / ideal
    return {user: float(gain) for user, gain, any_ in zip(fold.users.tolist(), found, wanted, strict=True) if any_}


def told(found: list[tuple[int, float]]) -> str:
    """The mean over lists with its range, traders drawn again."""
    who, values = (np.array(each) for each in zip(*found, strict=True))
    place = np.unique(who, return_inverse=True)[1]
    sums, counts = np.bincount(place, values), np.bincount(place)
    drawn = generator(SEED, "again").integers(0, len(sums), (RESAMPLES, len(sums)))
    low, high = np.quantile(sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1), (0.025, 0.975)).tolist()
    return f"{values.mean():.3f} ({low:.3f} to {high:.3f})"


def blended(fold: Fold, task: Task, with_towers: bool) -> tuple[Floats, float]:
    """The blend's scores, and what walking forward gave the two towers: a weight for any, a power for what is new."""
    models = (*models_for(fold.past), TOWERS) if with_towers else models_for(fold.past)
    blend = fit_blend(models, folds(fold.past), task, generator(SEED, task))
    if blend is None:
        raise RuntimeError("a window has a past")
    voices = blend.heard() if task == "any" else blend.multiplied()
    return blend.scores(fold.past, fold.users, fold.now_ms), voices.get(TOWERS.name, (0.0, 0.0))[0]


def main() -> None:
    """Alone, then blended."""
    print_machine()
    if not is_available() or not TRADES.exists():
        print("Skipped: needs jax and optax (requirements-deep.txt) and ../shared/data/people/trades.parquet.")
        return
    found: dict[tuple[str, Task], list[tuple[int, float]]] = {}
    weights: dict[Task, list[float]] = {task: [] for task in TASKS}
    for fold in windows(events_until(read_trades(TRADES, TRADES.name), 2**62)):
        for model in ALONE:
            scores = model.scores(fold.past, fold.users, fold.now_ms)
            for task in TASKS:
                found.setdefault((model.name, task), []).extend(gains(fold, scores, task).items())
        for task in TASKS:
            for name, with_towers in (("blend", False), ("blend with two towers", True)):
                scores, weight = blended(fold, task, with_towers)
                found.setdefault((name, task), []).extend(gains(fold, scores, task).items())
                weights[task] += [weight] if with_towers else []
    names = [*(model.name for model in ALONE), "blend", "blend with two towers"]
    print_table(["NDCG@10", *TASKS], [[name, *(told(found[name, task]) for task in TASKS)] for name in names])
    for task in TASKS:
        print(
            f"{'Weight' if task == 'any' else 'Power'} of the two towers in the blend, {task}, by window:"
            f" {', '.join(f'{w:.2f}' for w in weights[task])}"
        )
    print(f"Fitting the two towers: {np.median(TOWERS.seconds):.1f} s a past (median).")


if __name__ == "__main__":
    main()
