"""rectools as a contestant, run in an environment of its own: `python -m benchmarks.peer_rectools IN OUT`.

Its popularity over several periods and its EASE at several penalties; scores of every known item.
"""

from datetime import timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rectools import Columns  # type: ignore[import-not-found,unused-ignore]  # in the peer's environment only
from rectools.dataset import Dataset  # type: ignore[import-not-found,unused-ignore]  # as above
from rectools.models import EASEModel, PopularModel  # type: ignore[import-not-found,unused-ignore]  # as above

from benchmarks.peer_windows import answered

PERIODS = (30, 90, 365, 36_500)
PENALTIES = (5.0, 20.0, 100.0, 250.0, 500.0, 1_000.0)
START = pd.Timestamp("2020-01-01")


def scores(data: dict[str, NDArray[np.float64]]) -> dict[str, NDArray[np.float32]]:
    """Every configuration's scores, (users asked, items)."""
    frame = pd.DataFrame({
        Columns.User: data["user"].astype(int), Columns.Item: data["item"].astype(int),
        Columns.Weight: np.where(data["sale"] > 0, 0.5, 1.0),
        Columns.Datetime: START - pd.to_timedelta(data["age"], unit="D"),
    })  # fmt: skip
    dataset = Dataset.construct(frame)
    users, shape = data["users"].astype(int), tuple(data["shape"].astype(int).tolist())
    models = {
        **{f"popular {days} d" if days < 36_500 else "popular, ever":
           PopularModel(popularity="n_users", period=timedelta(days=days)) for days in PERIODS},
        **{f"EASE {penalty:g}": EASEModel(regularization=penalty) for penalty in PENALTIES},
    }  # fmt: skip
    found = {}
    for name, model in models.items():
        model.fit(dataset)
        told = model.recommend(users=users, dataset=dataset, k=shape[1], filter_viewed=False)
        values = np.full(shape, -np.inf, dtype=np.float32)
        values[told[Columns.User], told[Columns.Item]] = told[Columns.Score]
        found[name] = values[users]
    return found


if __name__ == "__main__":
    answered(scores)
