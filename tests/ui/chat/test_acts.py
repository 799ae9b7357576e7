"""What of a browser's message the conversation believes."""

import pytest

from pages.ui.chat.acts import DEEDS, perform
from tests.ui.chat.test_cards import BOT


@pytest.mark.parametrize(
    "act",
    [
        {}, {"say": "calmer"}, {"say": 3, "id": "m"}, {"say": "calmer", "pasted": [], "id": "m"}, {"do": "apply"},
        {"do": "drop", "id": "m"}, {"do": "apply", "id": 7}, {"do": None, "id": "m"},
        {"do": [], "id": "m"}, {"id": "m"},
    ],
)  # fmt: skip
def test_a_message_of_another_shape_does_nothing(act: dict[str, object]) -> None:
    """A frame can be forged: it must neither act nor end a page with an error."""
    perform(BOT, act)


def test_every_deed_of_the_browser_is_known() -> None:
    """A button whose deed Python does not know would be dead."""
    assert set(DEEDS) == {
        "apply", "confirm", "edit", "discard", "show", "back", "again", "stop", "offline", "recommend",
    }  # fmt: skip
