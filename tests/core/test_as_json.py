"""JSON text of whole results: what any reader of JSON reads back, numbers to the last bit, the unsayable as null."""

import json
from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.core.as_json import AT_ONCE, as_json, pieces


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A value with everything in it."""

    name: str
    numbers: NDArray[np.float64]
    inner: tuple[tuple[str, float | None], ...]


def test_a_tree_reads_back() -> None:
    """Dataclasses are objects, tuples and arrays lists; nan and infinity are null."""
    text = as_json({"row": Row('a"<b>\n', np.array([0.1, np.nan, np.inf]), (("x", None),)), 1: np.eye(2)})
    assert json.loads(text, parse_constant=lambda word: word) == {
        "row": {"name": 'a"<b>\n', "numbers": [0.1, None, None], "inner": [["x", None]]},
        "1": [[1.0, 0.0], [0.0, 1.0]],
    }


PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


@given(st.recursive(PLAIN, lambda each: st.lists(each) | st.dictionaries(st.text(), each), max_leaves=20))
def test_what_json_can_say_is_said_as_json_says_it(value: object) -> None:
    """Against the standard library."""
    assert json.loads(as_json(value)) == json.loads(json.dumps(value))


def test_long_arrays_come_in_pieces() -> None:
    """A million rows are never Python objects all at once."""
    numbers = np.arange(3 * AT_ONCE + 7, dtype=np.int64)
    found = list(pieces(numbers))
    assert max(piece.count(",") for piece in found) <= AT_ONCE
    assert json.loads("".join(found)) == numbers.tolist()
    assert as_json(np.array([], dtype=np.float64)) == "[]"
    assert as_json(np.array([True, False])) == "[true, false]"
