"""What of a browser's message is believed."""

import math

import pytest

from pages.ui.controls import SliderSpec, moved, unheard

KNOBS = (
    SliderSpec("window", "Window", "bars", 5, 30, 1, 10, 20, 15, 15, 0),
    SliderSpec("k_sigma", "Band width", "σ", 0.5, 3, 0.1, 1, 2, 1.2, 1.2, 1),
)


def test_a_release_names_what_moved() -> None:
    """Settings that were not moved stay what Python holds."""
    assert moved({"window": 18}, KNOBS) == {"window": 18.0}


@pytest.mark.parametrize("value", [4.999, 31, math.nan, math.inf, "18", None, True, [18], {"v": 18}, 1e300, 10**400])
def test_what_is_no_number_inside_the_limits_is_left_out(value: object) -> None:
    """A frame can be forged: the previous value stays, whatever arrives."""
    assert moved({"window": value, "k_sigma": 2}, KNOBS) == {"k_sigma": 2.0}


@pytest.mark.parametrize("values", [None, 3, "window", [], {}, {"other": 1}])
def test_values_of_another_shape_move_nothing(values: object) -> None:
    """A forged frame must not end a page with an error either."""
    assert moved(values, KNOBS) == {}


@pytest.mark.parametrize("message", [None, 3, [], {}, {"acts": 1}, {"acts": [1, {}, {"count": "9"}, {"count": True}]}])
def test_a_message_of_another_shape_tells_nothing(message: object) -> None:
    """As above, one layer further out."""
    assert unheard(message, heard=0) == []


def test_what_was_heard_is_not_heard_again() -> None:
    """Every message repeats what had no answer: applied twice, it would undo an undo."""
    acts = [{"count": 3, "preset": "Bold"}, {"count": 1, "values": {}}, {"count": 2, "values": {"window": 18}}]
    assert [act["count"] for act in unheard({"acts": acts}, heard=1)] == [2, 3]


def test_a_count_that_no_browser_reaches_is_not_heard() -> None:
    """Heard once, it would make the panel deaf for good, and it is no number that JSON carries."""
    assert unheard({"acts": [{"count": 10**400}, {"count": 2}]}, heard=1) == [{"count": 2}]
