"""The map from latest items to next ones is the least squares it says, although neither side of it is ever made."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.ranking.models.interactions import DAY_MS, Floats, Interactions, interactions_of
from engine.ranking.models.transition import Transition

SEQUENCES = st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=8), min_size=1, max_size=5)


def sequences(items: list[list[int]]) -> Interactions:
    """One person a list, an item a day."""
    rows = [(f"u{who}", f"i{item}", day) for who, each in enumerate(items) for day, item in enumerate(each)]
    who, what, day = zip(*rows, strict=True)
    return interactions_of(who, what, np.array(day) * DAY_MS, np.zeros(len(rows), dtype=np.bool_))


def plainly(past: Interactions, model: Transition) -> Floats:
    """Both sides written out place by place, and solved."""
    size = len(past.items)
    gram, onward, asked = np.zeros((size, size)), np.zeros((size, size)), np.zeros(past.shape)
    for user in range(len(past.users)):
        row = np.eye(size)[past.item[past.user == user]]
        for place in range(len(row) + 1):
            before = sum((model.fading ** (place - 1 - at) * row[at] for at in range(place)), np.zeros(size))
            after = sum((model.ahead ** (at - place) * row[at] for at in range(place, len(row))), np.zeros(size))
            asked[user] = before
            if place < len(row):
                gram += np.outer(before, before) / np.sqrt(len(row))
                onward += np.outer(before, after) / np.sqrt(len(row))
    penalty = model.penalty * max(np.diag(gram).mean(), np.finfo(float).tiny)
    found: Floats = asked @ np.linalg.solve(gram + penalty * np.eye(size), onward)
    return found


@given(SEQUENCES)
@settings(max_examples=40, deadline=None)
def test_sums_over_pairs_are_the_least_squares(items: list[list[int]]) -> None:
    """Made place by place the sides would have as many rows as there are events: a thousand times the work."""
    past, model = sequences(items), Transition(penalty=0.5)
    found = model.scores(past, np.arange(len(past.users)), past.last_ms)
    assert found == pytest.approx(plainly(past, model), abs=1e-9)


def test_what_goes_together_anyway_is_taken_out() -> None:
    """B always follows A; M is everywhere, so that it came before B as often and still tells little of it."""
    past = sequences([[0, 1, 2], [0, 1, 2], [1, 3], [1, 4], [1, 5], [0], [1]])
    said = Transition(penalty=0.1).scores(past, np.array([5, 6]), past.last_ms)
    assert said[0, 2] > 2 * said[1, 2] > 0
