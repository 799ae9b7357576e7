"""The tour: the banner leads, survives what drops the address, and ends; the doors take on the role they lead into."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from engine.services.review_rankings import running
from engine.services.sample import make_world
from engine.services.startup import App
from pages.ui.experiments.example import EXAMPLE
from pages.ui.touring import STEPS

Visit = Callable[..., AppTest]


def words(visitor: AppTest) -> str:
    """Everything that the page writes."""
    return "\n".join(each.value for each in (*visitor.markdown, *visitor.success, *visitor.warning, *visitor.error))


def test_a_step_says_what_to_do_on_its_page_and_no_more_on_another(visit: Visit) -> None:
    """Whoever strays is told where it goes on, not to press what is not there."""
    page = visit("tune_a_bot", tour="1")
    assert STEPS[0].stations[0].do in words(page)
    page = visit("my_profile", tour="1")
    assert STEPS[0].stations[0].do not in words(page)
    assert "is on another page" in words(page)


def test_the_tour_goes_on_where_the_address_has_dropped_it(visit: Visit) -> None:
    """Controls and the menu write addresses of their own."""
    page = visit("tune_a_bot", tour="2")
    del page.query_params["tour"]
    page.run()
    assert "Tour 2 of 5" in words(page)
    page.button(key="tour_end").click().run()
    page.switch_page("../tune_a_bot.py").run()
    assert "of 5" not in words(page)


@pytest.mark.parametrize("asked", ["", "0", "6", "x", "9" * 5_000])
def test_an_address_of_no_step_is_no_tour(visit: Visit, asked: str) -> None:
    """A link may carry anything."""
    assert "of 5" not in words(visit("tune_a_bot", tour=asked))


def test_a_step_on_a_page_of_another_role_keeps_its_banner(visit: Visit) -> None:
    """The tour must not end where a role does."""
    page = visit("experiments", tour="5")
    assert STEPS[4].stations[1].do in words(page)
    assert "not one that a **trader** opens" in words(page)


def test_a_door_takes_on_its_role_once(visit: Visit) -> None:
    """What the visitor chooses beside the menu afterwards counts, though the address still asks."""
    page = visit("review_rankings", **{"as": "manager"})
    assert page.session_state["toption"].role == "manager"
    page.session_state["toption"].role = "trader"
    page.run()
    assert page.session_state["toption"].role == "trader"
    assert visit("home", **{"as": "emperor"}).session_state["toption"].role == "trader"


def test_every_line_of_a_door_is_a_link(visit: Visit) -> None:
    """One can be opened in a new tab, and carries the role where it is wanted."""
    links = {each.proto.page: each.proto.query_string for each in visit("home").get("page_link")}
    assert {"tune_a_bot", "opportunities", "lab", "review_rankings", "experiments", "metrics", "tour"} <= set(links)
    assert links["metrics"] == "as=manager"
    assert links["tour"] == "as=stakeholder"
    assert links["lab"] == ""


def test_the_example_is_one_press_in_the_sample_world(installed: App, visit: Visit) -> None:
    """A first visitor sees a banner turn without knowing what a guardrail is."""
    make_world(installed)
    page = visit("experiments", tour="5", **{"as": "manager"})
    page.button(key="exp_example").click().run()
    manager = installed.acting_as("manager")
    assert running.life_for(manager, manager.principal, EXAMPLE.key).design == EXAMPLE
    assert EXAMPLE.key in page.query_params["experiment"]
