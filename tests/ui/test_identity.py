"""Roles on the pages: what each may open, and that whoever looks on changes nothing."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from engine.core.errors import StoreError
from engine.services import tune_bot
from engine.services.startup import App
from tests.ui.visits import as_role

Visit = Callable[..., AppTest]


def test_a_page_of_another_role_says_whose_it_is_and_one_press_goes_on(visit: Visit) -> None:
    """A manager who follows a trader's link is told, not lost."""
    visitor = as_role(visit("tune_a_bot"), "manager")
    assert any("not one that a **manager** opens" in each.value for each in visitor.markdown)
    visitor.button(key="take_trader").click().run()
    assert visitor.session_state["toption"].role == "trader"
    assert not any("not one that a" in each.value for each in visitor.markdown)


def test_whoever_looks_on_sees_the_bot_and_keeps_nothing(installed: App, visit: Visit) -> None:
    """Apply is refused in a line; the bot stays as it was."""
    visitor = as_role(visit("tune_a_bot", window="20"), "stakeholder")
    visitor.button(key="apply").click().run()
    assert not visitor.exception
    said = " ".join(each.value for each in (*visitor.warning, *visitor.error))
    assert "a stakeholder looks on" in said
    assert tune_bot.open_bot(installed, "SIM-BTC", "1h").head.number == 1


def test_the_engine_refuses_what_a_page_forgets_to_ask(installed: App) -> None:
    """Every write goes through the desk of whoever acts."""
    looking = installed.acting_as("stakeholder")
    found = tune_bot.open_bot(looking, "SIM-BTC", "1h")
    with pytest.raises(StoreError, match="looks on"):
        tune_bot.undo(looking, found)
    with pytest.raises(StoreError, match="looks on"):
        looking.desk().set_setting("x", "y")
    assert installed.acting_as("trader") is installed
