"""A message names the rows that a person will look for."""

import numpy as np

from engine.market.rows import ROWS, Rows, sentences


def test_rows_are_counted_from_one_unless_a_file_numbers_them() -> None:
    """Position 0 is the first row, and line 2 of a file with a header."""
    assert ROWS.named(np.array([0])) == "row 1"
    assert Rows("line", np.array([2, 3, 7])).named(np.array([1, 2])) == "2 lines (3, 7)"


def test_five_rows_are_listed_and_the_others_counted() -> None:
    """Forty-seven bad rows are no forty-seven numbers."""
    assert ROWS.named(np.arange(47)) == "47 rows (1, 2, 3, 4, 5 and 42 more)"


def test_what_is_left_of_the_rows_keeps_its_names() -> None:
    """Dropping unreadable lines must not renumber the others."""
    assert Rows("line", np.array([2, 3, 4])).only(np.array([True, False, True]), 3).named(np.array([1])) == "line 4"
    assert ROWS.only(np.array([2]), 3).named(np.array([0])) == "row 3"


def test_a_sentence_says_what_where_how_it_was_and_what_to_do() -> None:
    """No rows, no sentence."""
    assert sentences("Bad", np.array([4]), ROWS, "Mend it.", "-1") == ["Bad in row 5; it was -1. Mend it."]
    assert sentences("Bad", np.array([4, 5]), ROWS, "Mend it.", "-1") == [
        "Bad in 2 rows (5, 6); the first was -1. Mend it."
    ]
    assert sentences("Bad", np.array([], dtype=np.int64), ROWS, "Mend it.") == []
