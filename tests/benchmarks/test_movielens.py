"""How film ratings are cut by everybody's own time is what the films benchmark says it is."""

import numpy as np
import pandas as pd
import pytest

from benchmarks.movielens import READINGS, Ties, parts, windows


def ratings() -> pd.DataFrame:
    """Ann rates ten films, one a second but for the eighth and ninth; Bob ten at once; every third has two stars."""
    at = [*range(7), 7, 7, 9, *[50] * 10]
    film = [str(each) for each in (3, 1, 2, 4, 5, 6, 7, 9, 8, 10, *range(20, 10, -1))]
    stars = [2.0 if place % 3 == 0 else 4.0 for place in range(20)]
    return pd.DataFrame({"person": ["ann"] * 10 + ["bob"] * 10, "film": film, "rating": stars, "at_ms": at})


def test_everybody_is_cut_by_their_own_time() -> None:
    """A cut through the calendar would leave Ann, who came first, nothing to judge by."""
    found = parts(ratings()).groupby(["person", "part"])["film"].size().unstack()
    assert found.to_numpy().tolist() == [[7, 1, 2], [7, 1, 2]]


@pytest.mark.parametrize(("ties", "tuned_on"), [("file", "9"), ("name", "8")])
def test_what_shares_a_second_is_ordered_as_said(ties: Ties, tuned_on: str) -> None:
    """Half of all people have such a second across the cut: another order is another question."""
    table = parts(ratings(), ties=ties)
    assert table.loc[(table["person"] == "ann") & (table["part"] == 1), "film"].tolist() == [tuned_on]


def test_only_ratings_that_count_are_left_where_they_fell() -> None:
    """Four stars or more is asked after the cut, so that nobody's last fifth grows by what was left out."""
    table = parts(ratings(), least=4)
    assert (table["rating"] >= 4).all()
    assert table.loc[table["person"] == "ann", "part"].tolist() == [0, 0, 0, 0, 1, 2]


def test_nothing_that_is_held_back_is_given() -> None:
    """The past that judges ends where its question begins, for everybody, and no film asked for is missed."""
    for reading in READINGS:
        tuning, judging = (each.fold for each in windows(ratings(), reading))
        past = judging.past
        assert not (past.taken()[judging.users].multiply(judging.taken)).nnz
        held = int(judging.taken.sum())
        assert held == int((parts(ratings(), reading.least)["part"] == 2).sum())
        assert len(past) == len(tuning.past) + (int(tuning.taken.sum()) if reading.given == 0.8 else 0)
        assert np.diff(past.at_ms).min() >= 0
