"""The Review page as Python runs it, for a manager and for those who look on."""

from collections.abc import Callable

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from engine.experiments.experiment import Experiment, Variant
from engine.gateways.store.desk import Principal
from engine.services.review_rankings import reviewing, running
from engine.services.sample import make_world
from engine.services.startup import App
from tests.ui.visits import as_role

Visit = Callable[..., AppTest]


@pytest.fixture
def world(installed: App) -> App:
    """The sample world."""
    make_world(installed)
    return installed


def listed(visitor: AppTest) -> pd.DataFrame:
    """The whole list."""
    return next(each.value for each in visitor.dataframe if "Idea" in each.value)


def test_a_manager_sees_how_an_idea_got_its_place_and_flags_it(world: App, visit: Visit) -> None:
    """The whole list, two charts, and a note that is kept under the idea's name."""
    visitor = as_role(visit("review_rankings"), "manager")
    assert [each.value for each in visitor.subheader] == [
        "How it became no. 1", "Flags", "How every stage ordered the first 10", "Now, and what is tried",
        "Why the two lists differ", "The whole list", "On the log", "Over many traders",
    ]  # fmt: skip
    assert len(listed(visitor)) == 20
    visitor.text_input(key="review_note").input("look at its spread")
    next(each for each in visitor.button if each.label == "Flag it").click().run()
    assert not visitor.exception
    assert [each.note for each in reviewing.flags(world, Principal("local", "manager"))] == ["look at its spread"]


def test_another_trader_has_another_list_and_looking_on_flags_nothing(world: App, visit: Visit) -> None:
    """The address names the trader; a stakeholder's field is closed."""
    lists = []
    for trader in ("SIM-trader-003", "SIM-trader-120"):
        visitor = as_role(visit("review_rankings", trader=trader), "stakeholder")
        lists.append(listed(visitor)["Idea"].tolist())
        assert visitor.text_input(key="review_note").disabled
    assert lists[0] != lists[1]


def test_the_variants_that_made_a_list_are_named(world: App, visit: Visit) -> None:
    """A trader's list under an experiment is not what others see: a manager must know."""
    mia = Principal("mia", "manager")
    variants = (Variant("today", 0.01), Variant("bolder", 0.99, "surprise=0.8"))
    running.design(world, mia, Experiment("tilt", "ranker", "more surprise", variants, "save_rate", (), 100, 28))
    running.start(world, mia, "tilt")
    visitor = as_role(visit("review_rankings", trader="SIM-trader-007"), "manager")
    assert "tilt\\: bolder" in " ".join(each.value for each in visitor.markdown)


def test_what_another_ranker_would_have_earned_is_told_with_its_range(world: App, visit: Visit) -> None:
    """Six lines: as it was, and five estimators; nothing is concluded that the log does not hold."""
    visitor = as_role(visit("review_rankings"), "manager")
    told = next(each.value for each in visitor.table if "Estimator" in each.value)
    assert len(told) == 6
    assert told["A place (95 %)"].str.contains("%").all() or "No number" in " ".join(
        each.value for each in visitor.markdown
    )
