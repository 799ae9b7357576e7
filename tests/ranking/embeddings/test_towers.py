"""The towers in plain numbers: shares of what is known, and a beginning that items yet to come do not touch."""

import numpy as np
import pytest

from engine.ranking.embeddings.histories import SPEEDS
from engine.ranking.embeddings.towers import Catalogue, beginning, shares_of


def catalogue(known: int, padded: int) -> Catalogue:
    """So many items, all in one group, the first the most popular."""
    popular = np.append(np.log(1.0 / np.arange(1, known + 1)), np.zeros(padded - known)).astype(np.float32)
    return Catalogue((np.zeros(padded, np.int32),), (1,), np.arange(padded) < known, popular)


def test_they_begin_with_what_was_done_and_what_is_popular() -> None:
    """Before anything is learned: what a user just took comes first, then what everybody takes."""
    towers = beginning(catalogue(40, 64), 64, 8, seed=1)
    weight = np.zeros((2, 1, SPEEDS), np.float32)
    weight[0] = 1.0
    found = shares_of(towers, np.array([[30], [0]]), weight, catalogue(40, 64))
    assert found.shape == (2, 40)
    assert found.sum(axis=1) == pytest.approx([1, 1])
    assert found[0].argmax() == 30
    assert np.argsort(-found[1]).tolist() == list(range(40))


def test_room_for_items_yet_to_come_changes_nothing() -> None:
    """A longer catalogue begins like a shorter one as far as that goes, so that no past knows how many will follow."""
    short, long = (beginning(catalogue(40, padded), 16, 8, seed=1) for padded in (64, 512))
    assert long["own"][:64].tolist() == short["own"].tolist()
    assert long["user"][0].tolist() == short["user"][0].tolist()
