"""The experiments page as Python runs it: empty, designed, started, fed, stopped, decided, found again, looked on."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from engine.experiments.experiment import Experiment, Variant
from engine.services.review_rankings import running, traffic
from engine.services.sample import make_world
from engine.services.startup import App
from tests.ui.visits import as_role, words

Visit = Callable[..., AppTest]
DESIGN = Experiment(
    "Surprise <b>B</b>", "ranker", "More surprise, more saves.",
    (Variant("today", 0.5), Variant("B", 0.5, "recommended surprise=0.5")), "save_rate", ("dismissal_rate",), 1_400, 28,
)  # fmt: skip


@pytest.fixture
def manager(installed: App) -> App:
    """A manager in the sample world."""
    make_world(installed)
    return installed.acting_as("manager")


@pytest.fixture
def fed(manager: App) -> App:
    """The same, with an experiment that saw two weeks of a planted effect."""
    running.design(manager, manager.principal, DESIGN)
    running.start(manager, manager.principal, DESIGN.key)
    traffic.simulate(manager, manager.principal, DESIGN.key, 14, 0.4)
    return manager


def test_a_fresh_installation_says_what_to_do(installed: App, visit: Visit) -> None:
    """One line and one button; traders are told whose page it is."""
    visitor = visit("experiments")
    assert "not one that a **trader** opens" in words(visitor)
    assert "Make the sample world first" in words(as_role(visitor, "manager"))
    visitor.button(key="make_world").click().run()
    assert "let simulated weeks pass" in words(visitor)


def test_a_design_is_kept_with_what_the_calculator_found(manager: App, visit: Visit) -> None:
    """Traders and days come from the log's own mean and deviation; a bad design is refused and nothing is lost."""
    visitor = as_role(visit("experiments", view="design"), "manager")
    visitor.text_area(key="exp_hypothesis").set_value("More surprise, more saves.").run()
    visitor.button(key="exp_keep").click().run()
    assert "must have a name" in words(visitor)
    assert visitor.text_area(key="exp_hypothesis").value == "More surprise, more saves."
    visitor.text_input(key="exp_name").set_value("Surprise").run()
    visitor.selectbox(key="exp_o1").set_value("recommended").run()
    visitor.number_input(key="exp_s1").set_value(0.5).run()
    visitor.button(key="exp_keep").click().run()
    assert not visitor.exception
    kept = running.life_for(manager, manager.principal, "Surprise").design
    planned = running.plan_for(manager, manager.principal, "save_rate", running.Aim(0.15), float(traffic.A_DAY)).plan
    assert (kept.traders, kept.days) == (planned.traders, planned.days)
    assert [each.what for each in kept.variants] == ["", "recommended surprise=0.5"]
    assert "Surprise" in visitor.query_params["experiment"]


def test_an_end_by_hand_and_a_part_of_a_namespace_are_kept(manager: App, visit: Visit) -> None:
    """What a manager says counts, and two in one namespace never share a trader."""
    visitor = as_role(visit("experiments", view="design"), "manager")
    for name in ("One", "Two"):
        visitor.query_params["view"] = "design"
        visitor.query_params.pop("experiment", None)
        visitor.run()
        visitor.text_input(key="exp_name").set_value(name).run()
        visitor.text_input(key="exp_namespace").set_value("feed").run()
        visitor.toggle(key="exp_by_hand").set_value(True).run()
        visitor.number_input(key="exp_traders").set_value(500).run()
        visitor.button(key="exp_keep").click().run()
        assert not visitor.exception
    one, two = (running.life_for(manager, manager.principal, name).design for name in ("One", "Two"))
    assert (one.part, two.part) == ((0.0, 0.5), (0.5, 1.0))
    assert one.traders == two.traders == 500


def test_a_bot_s_design_asks_for_no_traders(manager: App, visit: Visit) -> None:
    """Outcomes that come in a file are of versions shown to nobody: units are planned by hand, and nothing guards."""
    visitor = as_role(visit("experiments", view="design"), "manager")
    visitor.segmented_control(key="exp_kind").set_value("bot").run()
    visitor.segmented_control(key="exp_runs").set_value("Outcomes in a file").run()
    assert not [each for each in visitor.multiselect if each.key == "exp_guards"]
    visitor.text_input(key="exp_name").set_value("v6 or v7").run()
    visitor.number_input(key="exp_traders").set_value(120).run()
    visitor.button(key="exp_keep").click().run()
    kept = running.life_for(manager, manager.principal, "v6 or v7").design
    assert (kept.kind, kept.guardrails, kept.traders) == ("bot", (), 120)
    assert "120 units planned" in words(visitor)


def test_from_start_to_a_decision_that_is_found_again(manager: App, visit: Visit) -> None:
    """Each press is one step; the archive tells the call and why, and a search finds it."""
    running.design(manager, manager.principal, DESIGN)
    visitor = as_role(visit("experiments", experiment=DESIGN.key), "manager")
    visitor.button(key="exp_start").click().run()
    visitor.number_input(key="exp_effect").set_value(40).run()
    for _ in range(2):
        visitor.button(key="exp_week").click().run()
    seen = running.standing(manager, manager.principal, DESIGN.key)
    assert seen.verdict is not None
    assert (seen.days, seen.verdict.call) == (14, "ship")
    assert "got better by more than chance explains" in words(visitor)
    visitor.button(key="exp_decide_now").click().run()
    assert "a decision needs its reason" in words(visitor)
    visitor.text_area(key="exp_why").set_value("Saves are up, nothing else is hurt.").run()
    visitor.button(key="exp_decide_now").click().run()
    assert "Saves are up, nothing else is hurt" in words(visitor).replace("\\", "")
    again = as_role(visit("experiments", exp_words="nothing else"), "manager")
    assert "Saves are up" in words(again)
    assert "Saves are up" not in words(as_role(visit("experiments", exp_words="something else"), "manager"))


def test_a_stop_wants_its_reason_and_coverage_only_grows(manager: App, visit: Visit) -> None:
    """Whoever reads the history later must know why."""
    small = Experiment("Small", "ranker", "", DESIGN.variants, "save_rate", (), 1_400, 28, coverage=0.2)
    running.design(manager, manager.principal, small)
    running.start(manager, manager.principal, "Small")
    visitor = as_role(visit("experiments", experiment="Small"), "manager")
    visitor.slider(key="exp_coverage").set_value(60).run()
    visitor.button(key="exp_ramp_now").click().run()
    assert running.life_for(manager, manager.principal, "Small").design.coverage == 0.6
    visitor.button(key="exp_stop_now").click().run()
    assert "a stop needs its reason" in words(visitor)
    visitor.text_input(key="exp_reason").set_value("It breaks on phones").run()
    visitor.button(key="exp_stop_now").click().run()
    assert running.life_for(manager, manager.principal, "Small").stop == "It breaks on phones"
    assert "It breaks on phones" in words(visitor)


def test_whoever_looks_on_reads_all_and_presses_nothing(fed: App, visit: Visit) -> None:
    """The link shows the same page; every button that changes something is shut and says why."""
    visitor = as_role(visit("experiments", experiment=DESIGN.key), "stakeholder")
    assert "got better by more than chance explains" in words(visitor)
    assert visitor.button(key="exp_week").disabled
    assert "role of a manager" in visitor.button(key="exp_week").help
    visitor.text_area(key="exp_why").set_value("Mine").run()
    visitor.button(key="exp_decide_now").click().run()
    assert "a stakeholder cannot change this" in words(visitor)
    assert as_role(visit("experiments"), "stakeholder").button(key="exp_design").disabled
    assert running.life_for(fed, fed.principal, DESIGN.key).state == "running"


def test_every_number_of_the_page_has_its_table(fed: App, visit: Visit) -> None:
    """Looks, counts, other metrics and history are there for who cannot see a chart; foreign text is only text."""
    visitor = as_role(visit("experiments", experiment=DESIGN.key), "manager")
    looks, history, counts, beside = (each.value for each in visitor.dataframe)
    seen = running.standing(fed, fed.principal, DESIGN.key)
    assert len(looks) == len(seen.arms[0].main.looks) == 14
    assert list(history["What"]) == ["Simulated", "Started", "Designed"]
    assert list(counts["n"]) == [f"{each:,}" for each in seen.counts]
    assert len(beside) == len(seen.arms[0].beside)
    assert "<b>" not in words(visitor).replace("\\<b\\>", "")


def test_a_bot_s_versions_are_judged_by_a_file(manager: App, visit: Visit) -> None:
    """Days of two versions: no simulated traders, the difference as it is, and the call."""
    versions = Experiment("v6 or v7", "bot", "", (Variant("v6", 0.5), Variant("v7", 0.5)), "profit", (), 120, 60)
    running.design(manager, manager.principal, versions)
    running.start(manager, manager.principal, "v6 or v7")
    days = [f"{day},v{6 + day % 2},{0.01 * (day % 2) + 0.001 * (day % 5)}" for day in range(120)]
    file = "\n".join(("unit,variant,value", *days)).encode()
    visitor = as_role(visit("experiments", experiment="v6 or v7"), "manager")
    assert not [each for each in visitor.button if each.key == "exp_week"]
    traffic.add_outcomes(manager, manager.principal, "v6 or v7", file, "days.csv")
    visitor.run()
    assert not visitor.exception
    assert "v7 against v6" in words(visitor)
    table = next(each.value for each in visitor.dataframe if "Means" in each.value)
    assert list(table["n"]) == ["60 and 60"]
    assert "120 units" in next(each.value for each in visitor.dataframe if "By" in each.value)["Details"].tolist()
    assert "v6 or v7" in " ".join(
        each.proto.label for each in as_role(visit("experiments"), "manager").get("page_link")
    )


def test_an_experiment_that_is_not_there_is_told(manager: App, visit: Visit) -> None:
    """An old link leads back to the list."""
    visitor = as_role(visit("experiments", experiment="Nobody"), "manager")
    assert "there is no experiment" in words(visitor)
    visitor.button(key="exp_back").click().run()
    assert "There is no experiment yet" in words(visitor)
