"""The deck's messages: each deed is heard once, and what ours would not send does nothing."""

import pytest

from pages.ui.feed.deck import LONGEST_ID, colours_css, understood
from pages.ui.look import DARK, LIGHT


def test_a_deed_names_its_idea() -> None:
    """What the browser tells."""
    assert understood({"do": "save", "id": "SIM-A:wheel"}) == ("save", "SIM-A:wheel")
    assert understood({"do": "undo", "id": ""}) == ("undo", "")


@pytest.mark.parametrize(
    "act",
    [
        {},
        {"do": "sell", "id": "a"},
        {"do": "save"},
        {"do": "save", "id": 7},
        {"do": "save", "id": "a" * (LONGEST_ID + 1)},
    ],
)
def test_what_has_another_shape_does_nothing(act: dict[str, object]) -> None:
    """A browser's message is not trusted."""
    assert understood(act) is None


def test_both_themes_have_five_colours_of_their_own() -> None:
    """The parts of a score are told apart by colour."""
    css = colours_css()
    for light, dark in zip(LIGHT.score_parts, DARK.score_parts, strict=True):
        assert f"light-dark({light}, {dark})" in css
