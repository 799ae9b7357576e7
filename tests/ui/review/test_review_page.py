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
from tests.ui.visits import as_role, words

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


def test_a_segment_is_walked_through_trader_by_trader(world: App, visit: Visit) -> None:
    """Its traders alone are offered, the next follows the first, and before the first comes the last."""
    parts = reviewing.groups(world, Principal("local", "manager"))
    segment, theirs = next((name, names) for name, names in parts.items() if name.startswith("experience"))
    visitor = as_role(visit("review_rankings", segment=segment), "manager")
    offered = visitor.selectbox(key="review_trader")
    assert offered.options == list(theirs)
    assert offered.value == theirs[0]
    for press, expected in (("after", theirs[1]), ("before", theirs[0]), ("before", theirs[-1])):
        visitor.button(key=f"review_{press}").click().run()
        assert not visitor.exception
        assert visitor.selectbox(key="review_trader").value == expected
        assert visitor.query_params["trader"] == expected


def test_another_segment_takes_one_of_its_own_traders(world: App, visit: Visit) -> None:
    """Whoever is in it stays; a link to somebody who is not says so."""
    parts = reviewing.groups(world, Principal("local", "manager"))
    least, most = (next(each for each in parts if each.endswith(word)) for word in ("come least", "come most"))
    visitor = as_role(visit("review_rankings", trader=parts[least][1]), "manager")
    visitor.selectbox(key="review_segment").select(least).run()
    assert visitor.selectbox(key="review_trader").value == parts[least][1]
    visitor.selectbox(key="review_segment").select(most).run()
    assert visitor.selectbox(key="review_trader").value == parts[most][0]
    assert not visitor.warning
    strayed = as_role(visit("review_rankings", trader=parts[least][1], segment=most), "manager")
    assert strayed.selectbox(key="review_trader").value == parts[most][0]


def test_many_traders_are_looked_at_beside_the_page(world: App, visit: Visit) -> None:
    """All of a small segment, to the last one; the figures say how many they are."""
    parts = reviewing.groups(world, Principal("local", "manager"))
    segment = min((name for name in parts if len(parts[name]) > 1), key=lambda name: len(parts[name]))
    visitor = as_role(visit("review_rankings", segment=segment), "manager")
    visitor.toggle(key="review_many_on").set_value(True).run()
    while any(each.key == "review_many_stop" for each in visitor.button):
        visitor.run()
    assert not visitor.exception
    assert f"n = {len(parts[segment])} traders" in words(visitor)


def test_the_same_ranker_beside_itself_is_the_same_list(world: App, visit: Visit) -> None:
    """Nothing was changed, so nothing may differ, what is left to chance included."""
    for trader in ("SIM-trader-001", "SIM-trader-007"):
        visitor = as_role(visit("review_rankings", trader=trader), "manager")
        visitor.segmented_control(key="review_other").set_value("Recommended").run()
        assert not visitor.exception
        assert "the same place in both" in words(visitor)


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
