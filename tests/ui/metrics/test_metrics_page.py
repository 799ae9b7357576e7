"""The metrics page as Python runs it: empty, full, by segment and period, annotated, taken along, looked on."""

import json
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from engine.services.review_rankings import measuring
from engine.services.sample import make_world
from engine.services.startup import App
from tests.ui.visits import as_role, words

Visit = Callable[..., AppTest]


def cards(visitor: AppTest) -> list[dict[str, object]]:
    """The headline metrics as they are drawn."""
    parts = visitor.get("bidi_component")
    (found,) = (each for each in parts if each.proto.component_name.endswith("toption_results"))
    read: list[dict[str, object]] = json.loads(found.proto.json)["cards"]
    return read


@pytest.fixture
def manager(installed: App) -> App:
    """A manager in the sample world."""
    make_world(installed)
    return installed.acting_as("manager")


def test_without_anybody_it_says_what_to_do(installed: App, visit: Visit) -> None:
    """One line, one button."""
    visitor = as_role(visit("metrics"), "manager")
    assert "Nobody has been shown an idea yet" in words(visitor)
    visitor.button(key="make_world").click().run()
    assert len(cards(visitor)) == 4


def test_four_headlines_and_the_rest_in_a_table(manager: App, visit: Visit) -> None:
    """Each number with range, traders, what it was, and whether the change could be chance."""
    visitor = as_role(visit("metrics"), "manager")
    assert all("n 2" in str(each["note"]) and " to " in str(each["note"]) for each in cards(visitor))
    table = next(each.value for each in visitor.dataframe if "Change" in each.value)
    seen = measuring.measured(manager, manager.principal)
    assert list(table["Metric"]) == [each.label for each in seen.metrics]
    assert list(table["n"]) == [each.now.n for each in seen.metrics]
    assert set(table["So"]) <= {"better than before", "worse than before", "change could be chance"}
    assert all(len(each) == 12 for each in table["Trend"])
    assert len(visitor.dataframe) == 6


def test_segment_period_and_metric_come_from_the_address(manager: App, visit: Visit) -> None:
    """A link shows what was looked at; what is no segment is told and everybody is shown."""
    visitor = as_role(visit("metrics", segment="activity-3", days="30", metric="win_rate"), "manager")
    assert visitor.selectbox(key="metrics_period").value == "30 days"
    asked = measuring.MetricsRequest(30, "activity-3")
    seen = measuring.measured(manager, manager.principal, asked)
    table = next(each.value for each in visitor.dataframe if "Change" in each.value)
    assert list(table["n"]) == [each.now.n for each in seen.metrics]
    assert "Win rate by segment" in words(visitor)
    assert "is no segment here" in words(as_role(visit("metrics", segment="activity-9"), "manager")).replace("\\", "")


def test_a_value_of_a_trader_needs_a_revenue(manager: App, visit: Visit) -> None:
    """Undefined until it is entered; then it is the engine's own number."""
    visitor = as_role(visit("metrics"), "manager")
    assert "none is made up" in words(visitor)
    visitor.number_input(key="revenue").set_value(2.5).run()
    seen = measuring.measured(manager, manager.principal, measuring.MetricsRequest(90, "all", 2.5))
    assert seen.lifetime.value is not None
    assert f"${seen.lifetime.value:.2f} over the first four months" in words(visitor)


def test_a_link_brings_the_revenue_again(manager: App, visit: Visit) -> None:
    """What was entered is in the address: who follows it sees the same value at once, and nonsense is not set."""
    assert "over the first four months" in words(as_role(visit("metrics", revenue="2.5"), "manager"))
    for nonsense in ("-1", "inf", "much"):
        assert "Not set" in words(as_role(visit("metrics", revenue=nonsense), "manager"))


def test_what_happened_is_noted_on_its_day(manager: App, visit: Visit) -> None:
    """It stands on the trend for everybody; an empty note is refused."""
    visitor = as_role(visit("metrics"), "manager")
    visitor.button(key="metrics_note_it").click().run()
    assert "1 to 200 letters" in words(visitor)
    visitor.text_input(key="metrics_note").set_value("A new <i>order</i>").run()
    visitor.button(key="metrics_note_it").click().run()
    assert not visitor.exception
    assert "A new \\<i\\>order\\<\\/i\\> (release, local)" in words(visitor).replace("\\(", "(").replace("\\)", ")")
    (kept,) = [each for each in measuring.measured(manager, manager.principal).annotations if each.sort == "release"]
    assert kept.text == "A new <i>order</i>"


def test_whoever_looks_on_reads_and_notes_nothing(manager: App, visit: Visit) -> None:
    """The store refuses what the page would let through."""
    visitor = as_role(visit("metrics"), "stakeholder")
    assert len(cards(visitor)) == 4
    visitor.text_input(key="metrics_note").set_value("Mine").run()
    visitor.button(key="metrics_note_it").click().run()
    assert "a stakeholder cannot change this" in words(visitor)
