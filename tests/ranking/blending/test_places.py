"""NDCG over evidence, and settings chosen by it."""

import numpy as np
import pytest

from engine.core.chance import generator
from engine.ranking.blending.evidence import Cells, Witnessed, witnessed
from engine.ranking.blending.places import clearly_better, ndcg, steadiest
from engine.ranking.blending.walk import folds
from engine.ranking.models.history import History
from engine.ranking.models.popularity import Popularity
from tests.ranking.people import loyal


def seen() -> Witnessed:
    """One moment of the loyal as two models saw it."""
    found = witnessed((History(), Popularity()), folds(loyal())[0], "any", generator(1, "test"))
    assert found is not None
    return found


def test_what_was_taken_first_is_perfect_and_last_is_nothing() -> None:
    """Scores that know the answer, and scores that know it the wrong way round."""
    each = seen()
    asked = np.ones(len(each.cells.row), dtype=np.bool_)
    known = each.cells.taken.astype(np.float64)
    assert np.nanmin(ndcg(each, known, asked)) == pytest.approx(1.0)
    assert np.nanmax(ndcg(each, -known, asked)) == 0.0


def test_a_user_who_took_nothing_that_is_asked_says_nothing() -> None:
    """Unknown, since a zero would count against every setting alike and hide what differs."""
    each = seen()
    nothing = ~each.cells.taken
    assert np.isnan(ndcg(each, np.zeros(len(each.cells.row)), nothing)).all()


def test_every_item_is_counted_once_among_the_cells() -> None:
    """Drawn cells stand for those that were not drawn."""
    each = seen()
    cells: Cells = each.cells
    counted = np.bincount(cells.row, weights=cells.counts, minlength=len(each.users))
    assert counted == pytest.approx(np.full(len(each.users), each.items), rel=0.25)


def test_the_steadiest_setting_is_the_one_that_most_users_gain_by() -> None:
    """One user's large gain does not outvote the others in most resamples."""
    values = np.tile([[0.3, 0.4, 0.1]], (40, 1))
    values[0] = [0.9, 0.0, 0.0]
    assert steadiest(values, np.arange(40), np.array([1.0, 2.0, 4.0]), generator(1, "x")) == pytest.approx(2.0)


def test_clearly_better_wants_more_than_noise() -> None:
    """The same mean gain, once of everybody and once of one."""
    even = np.stack([np.zeros(30), np.full(30, 0.01)], axis=1)
    lucky = np.stack([np.zeros(30), np.where(np.arange(30) == 0, 0.3, 0.0)], axis=1)
    assert clearly_better(even, np.arange(30))
    assert not clearly_better(lucky, np.arange(30))
