"""A bot's experiment as Python runs it: arms from versions and settings, their page, what is looked on and refused."""

from collections.abc import Callable

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from engine.core.interval import Interval
from engine.experiments.paper.looks import line
from engine.services.review_rankings import running
from engine.services.review_rankings.paper import designing
from engine.services.review_rankings.paper.designing import Plan, Wanted
from engine.services.review_rankings.paper.standing import ArmStanding
from engine.services.sample import advance, make_world
from engine.services.startup import App
from pages.ui.experiments.bots.arms import what_told
from pages.ui.experiments.bots.figures import difference_figure, equity_figure
from pages.ui.look import LIGHT
from tests.ui.visits import as_role, words

Visit = Callable[..., AppTest]
SOL = ("SIM-SOL", "1h")


@pytest.fixture
def manager(installed: App) -> App:
    """A manager in the sample world."""
    make_world(installed)
    return installed.acting_as("manager")


def started(app: App) -> None:
    """One that ran for ten days."""
    wanted = Wanted(SOL, (("today", ""), ("follow", "style=breakout")), (SOL,))
    designing.design(app, app.principal, Plan("Follow", "A move goes on.", 28), wanted)
    running.start(app, app.principal, "Follow")
    advance(app, 10)


def test_arms_are_versions_with_settings_moved(manager: App, visit: Visit) -> None:
    """Sliders, choices and switches within the registry's limits; the calculator answers by these very arms."""
    visitor = as_role(visit("experiments", view="design"), "manager")
    visitor.segmented_control(key="exp_kind").set_value("bot").run()
    visitor.selectbox(key="exp_bot").set_value(SOL).run()
    bot = designing.bot_on(manager, manager.principal, SOL)
    assert "nothing to plan by" in words(visitor)
    key = f"exp_arm_{bot.id}_1"
    visitor.multiselect(key=f"{key}_settings").set_value(["k_sigma", "style", "trend_filter"]).run()
    visitor.slider(key=f"{key}_k_sigma").set_value(2.0).run()
    visitor.selectbox(key=f"{key}_style").set_value("hybrid").run()
    visitor.toggle(key=f"{key}_trend_filter").set_value(True).run()
    assert "In the last 365 days B made" in words(visitor)
    visitor.button(key="exp_keep").click().run()
    assert "must have a name" in words(visitor)
    visitor.text_input(key="exp_name").set_value("Calmer").run()
    visitor.number_input(key="exp_fall").set_value(5.0).run()
    visitor.button(key="exp_keep").click().run()
    assert not visitor.exception
    kept = running.life_for(manager, manager.principal, "Calmer").design
    assert kept.paper is not None
    assert (kept.paper.arms[1].k_sigma, kept.paper.arms[1].style, kept.paper.arms[1].trend_filter) == (
        2,
        "hybrid",
        True,
    )
    assert (kept.paper.limits.fall, kept.paper.markets) == (0.05, (SOL,))
    assert kept.variants[1].what == "version=1 k_sigma=2.0 style=hybrid trend_filter=true"
    assert "Nothing runs yet." in words(visitor)


def test_settings_that_do_not_go_together_are_told_and_nothing_is_lost(manager: App, visit: Visit) -> None:
    """The exit lies within the band: the line says so, and what was chosen stays."""
    visitor = as_role(visit("experiments", view="design"), "manager")
    visitor.segmented_control(key="exp_kind").set_value("bot").run()
    key = f"exp_arm_{designing.bot_on(manager, manager.principal, ('SIM-BTC', '1h')).id}_1"
    visitor.multiselect(key=f"{key}_settings").set_value(["k_sigma", "exit_band"]).run()
    visitor.slider(key=f"{key}_exit_band").set_value(1.8).run()
    assert not visitor.exception
    assert "exit_band must be" in words(visitor).replace("\\", "")
    assert visitor.slider(key=f"{key}_exit_band").value == 1.8


def test_the_page_tells_arms_looks_and_days_and_weeks_pass_by_a_press(manager: App, visit: Visit) -> None:
    """Evidence appears when the page is opened; whoever looks on keeps no look and presses nothing."""
    started(manager)
    looking = as_role(visit("experiments", experiment="Follow"), "stakeholder")
    assert looking.button(key="exp_7_days").disabled
    assert running.life_for(manager, manager.principal, "Follow").seen == ()
    visitor = as_role(visit("experiments", experiment="Follow"), "manager")
    assert [day for day, _ in running.life_for(manager, manager.principal, "Follow").seen] == [10]
    told = words(visitor)
    for text in ("day 10 of 28", "240 candles are here", "follow less today, day by day", "10,000 of capital on each"):
        assert text in told
    tables = [each.value for each in visitor.dataframe]
    assert tables[0]["What it is"].tolist() == ["version 1", "version 1, Style breakout"]
    visitor.button(key="exp_7_days").click().run()
    assert "day 17 of 28" in words(visitor)
    assert "SIM\\-SOL · day 17 of 28" in words(as_role(visit("experiments"), "manager"))


def test_candles_that_are_gone_are_told_in_a_line(manager: App, visit: Visit) -> None:
    """The page and the list still open."""
    started(manager)
    manager.candles.remove(*SOL)
    visitor = as_role(visit("experiments", experiment="Follow"), "manager")
    assert not visitor.exception
    assert "no candles of SIM" in words(visitor).replace("\\", "")
    assert not as_role(visit("experiments"), "manager").exception


def test_what_an_arm_is_reads_as_settings() -> None:
    """Labels and digits of the registry."""
    assert what_told("version=3 k_sigma=2.0 trend_filter=true style=mean_reversion") == (
        "version 3, Band width 2.0, Trend filter on, Style mean reversion"
    )


def test_pictures_show_ranges_where_a_look_had_one() -> None:
    """Every day has its difference; the first weeks have no range, and the look that decided is named."""
    told = line(np.random.default_rng(1).normal(0.003, 0.002, 60), 60, 0.05, "planned looks")
    high, low, middle = difference_figure(told, 60, LIGHT)["data"]
    assert middle["x"] == list(range(7, 61))
    assert 7 < high["x"][0] == low["x"][0] < 40
    assert [each["text"] for each in difference_figure(told, 60, LIGHT)["layout"]["annotations"]] == ["decided"]
    arms = tuple(ArmStanding(name, "", *(Interval(0.0),) * 4, tuple(worth)) for name, worth in
                 (("today", [1.0, 1.01]), ("B", [0.99, 0.98])))  # fmt: skip
    one, two = equity_figure(arms, (86_400_000, 172_800_000), 0, LIGHT)["data"]
    assert (one["y"], two["y"]) == ([0.0, 0.0, 1.0], [0.0, -1.0, -2.0])
