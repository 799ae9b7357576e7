"""The Lab's page as Python runs it: its states, what a link opens, what is compared, kept and forgotten."""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from streamlit.testing.v1 import AppTest

from engine.market.market import Market
from engine.services import tune_bot
from engine.services.lab.history import runs_of
from engine.services.startup import App
from engine.services.tune_bot import Bot
from pages.ui.lab.showing import AT_ONCE
from tests.builders import walk
from tests.ui.visits import words

Visit = Callable[..., AppTest]
MARKET: Final = ("SIM-BTC", "1h")
SMALL: Final = {"across": "window=10,20", "up": "k_sigma=1:2:0.5", "shuffles": "19", "folds": "6"}
ENDLESS: Final = {**SMALL, "across": "window=5:30", "shuffles": "3000"}
DONE: Final = ("Luck alone finds", "made money on the past")


def settled(visitor: AppTest, *told: str) -> AppTest:
    """The page as soon as it writes one of these."""
    for _ in range(600):
        if any(each in words(visitor) for each in told):
            assert not visitor.exception
            return visitor
        time.sleep(0.05)
        visitor.run()
    raise AssertionError(words(visitor))


def ran(visit: Visit, **address: str) -> AppTest:
    """The page with a small run that is done."""
    return settled(visit("lab", **{**SMALL, **address}), *DONE)


def press(visitor: AppTest, *keys: str) -> AppTest:
    """Press buttons and let the page run; one after the other where one of them opens a dialog with the next."""
    for key in keys:
        visitor.button(key=key).click()
    visitor.run()
    assert not visitor.exception
    return visitor


def bot(app: App) -> Bot:
    """The market's bot as it is kept."""
    return tune_bot.open_bot(app, *MARKET)


def test_a_first_visit_runs_at_once_and_ends_with_a_verdict(visit: Visit) -> None:
    """An empty page with a button teaches nothing."""
    visitor = ran(visit)
    assert "of 6 settings" in words(visitor)
    assert "**Best of 6 under luck**" in words(visitor)
    assert "Walk-forward" in words(visitor)


def test_a_verdict_says_why_and_what_would_change_it(visit: Visit) -> None:
    """A badge that cannot be asked is an oracle."""
    visitor = press(ran(visit), "lab_why_so")
    assert "What would change it" in words(visitor)
    assert "settings were tried" in words(visitor)


def test_the_maps_are_there_while_luck_is_asked_and_a_cancel_ends_it(visit: Visit) -> None:
    """Nobody waits for luck to see the maps; who has seen enough stops it, and may begin again."""
    visitor = settled(visit("lab", **ENDLESS), "The maps are there")
    assert "for each of 78 settings" in words(visitor)
    press(visitor, "lab_cancel")
    settled(visitor, "This run was cancelled.")
    press(visitor, "lab_run")
    settled(visitor, "The maps are there")
    press(visitor, "lab_cancel")
    settled(visitor, "This run was cancelled.")


def test_what_would_take_long_waits_for_a_press(visit: Visit) -> None:
    """A link to an hour of work must not begin it."""
    visitor = visit("lab", **{**SMALL, "across": "window=5:30", "up": "k_sigma=0.5:3:0.1", "shuffles": "9999"})
    assert AT_ONCE < 120 * 24 * 676 * 2 * 9999
    assert "Nothing is run yet." in words(visitor)
    assert visitor.button(key="lab_run").label.endswith("[**Run**]")


def test_a_link_to_a_run_opens_it_for_another_visitor(installed: App, visit: Visit) -> None:
    """The same verdict, the same set-up in the controls, nothing run again."""
    first = ran(visit, taker="0.0005")
    key = runs_of(installed)[0].key
    other = visit("lab", run=key)
    assert other.query_params["market"] in ("SIM-BTC · 1h", ["SIM-BTC · 1h"])
    headline = next(each.value for each in first.markdown if DONE[0] in each.value or DONE[1] in each.value)
    assert headline in words(other)
    fees = [each for each in other.number_input if each.label == "Taker fee, %"]
    assert fees[0].value == 0.05


def test_a_link_to_a_run_that_is_not_here_is_told(visit: Visit) -> None:
    """A forgotten run, or another installation's: the page shows what it can."""
    visitor = visit("lab", run="nothere1", **SMALL)
    assert "you have no such run" in words(visitor).lower()
    settled(visitor, *DONE)


def test_an_address_that_makes_no_sense_is_told_in_the_screens_words(visit: Visit) -> None:
    """A link that was cut off."""
    visitor = visit("lab", across="window=30:5", held="lots")
    shown = words(visitor)
    assert "Window must go from a low to a high value" in shown
    assert "held must be a share" in shown
    press(visitor, "lab_cancel")
    settled(visitor, "This run was cancelled.")


def test_a_market_with_too_few_candles_says_what_to_do(installed: App, visit: Visit) -> None:
    """A new market is the first thing that anybody tries."""
    installed.candles.save(walk(3, 24 * 10), Market("TEST"), "a test")
    visitor = visit("lab", market="TEST · 1h", **SMALL)
    settled(visitor, "did not come to its end")
    assert "Take a longer period" in words(visitor)


def test_a_step_of_a_slider_looks_at_another_configuration(visit: Visit) -> None:
    """By keys as by a click on the map."""
    visitor = ran(visit)
    visitor.select_slider(key="lab_look_window").set_value(20)
    visitor.select_slider(key="lab_look_k_sigma").set_value(1.5).run()
    assert "**Looked at: window 20, band width 1\\.5**" in words(visitor)


def test_two_configurations_stand_side_by_side_until_one_is_taken_out(visit: Visit) -> None:
    """Each with its difference from the bot and how sure that is."""
    visitor = ran(visit)
    for window in (10, 20):
        visitor.select_slider(key="lab_look_window").set_value(window).run()
        press(visitor, "lab_compare")
    drops = [each.key for each in visitor.button if (each.key or "").startswith("lab_drop_")]
    assert len(drops) == 2
    side = next(each.value for each in visitor.dataframe if "Settings" in each.value)
    assert next(iter(side["Settings"])) == "your bot"
    assert [name.split(",")[0] for name in side["Settings"]][1:] == ["window 10", "window 20"]
    press(visitor, drops[0])
    assert len([each for each in visitor.button if (each.key or "").startswith("lab_drop_")]) == 1


def test_a_configuration_is_kept_only_after_a_question_and_undo_takes_it_back(installed: App, visit: Visit) -> None:
    """The bot changes by a second press alone, with a reason that names the run."""
    visitor = ran(visit)
    visitor.select_slider(key="lab_look_window").set_value(20)
    visitor.select_slider(key="lab_look_k_sigma").set_value(2.0).run()
    press(visitor, "lab_keep_picked")
    assert bot(installed).head.number == 1
    assert "What changes on" in words(visitor)
    visitor.button(key="lab_keep_picked").click()
    press(visitor, "lab_keep")
    kept = bot(installed)
    assert (kept.head.number, kept.head.parameters.window, kept.head.parameters.k_sigma) == (2, 20, 2.0)
    assert kept.head.reason.startswith("Lab run ")
    press(visit("tune_a_bot"), "undo")
    assert bot(installed).head.number == 1


def test_an_older_run_says_that_the_bot_has_changed_since(installed: App, visit: Visit) -> None:
    """Its mark of the bot is no longer where the bot is."""
    ran(visit)
    key = runs_of(installed)[0].key
    tune_bot.apply(installed, bot(installed), replace(bot(installed).head.parameters, window=22), "a try")
    labels = [each.label for each in visit("lab", run=key).button]
    assert "Run again" in labels


def test_the_table_is_filtered_by_what_is_asked(visit: Visit) -> None:
    """Few trades mean little; none that passes is said in words."""
    visitor = ran(visit)
    visitor.session_state["lab_table_fold"] = True
    visitor.run()
    assert "6 of 6 settings pass these limits" in words(visitor)
    visitor.number_input(key="lab_least_trades").set_value(10_000).run()
    assert "None of 6 settings passes these limits" in words(visitor)


def test_a_forgotten_run_is_gone_and_what_it_tried_stays_counted(installed: App, visit: Visit) -> None:
    """Forgetting must not make a lucky find look like the only try."""
    visitor = ran(visit)
    key = runs_of(installed)[0].key
    press(visitor, "lab_runs")
    press(visitor, f"lab_forget_{key}")
    assert runs_of(installed) == ()
    press(visitor, "lab_runs")
    assert "6 settings were tried" in words(visitor)


def test_without_candles_the_page_says_how_to_get_some(installed: App, visit: Visit) -> None:
    """As everywhere else."""
    installed.candles.remove(*MARKET)
    shown = words(visit("lab"))
    assert "There are no candles yet." in shown


def test_a_combination_that_cannot_be_says_so_where_it_is_looked_at(visit: Visit) -> None:
    """The sliders reach the blank corner of a map: it can be neither kept nor compared, and the page goes on."""
    visitor = ran(visit, across="exit_band=0,1.5", up="k_sigma=1,2")
    visitor.select_slider(key="lab_look_exit_band").set_value(1.5)
    visitor.select_slider(key="lab_look_k_sigma").set_value(1.0).run()
    assert "Exit distance from the mean" in " ".join(each.value for each in visitor.error)
    assert [each for each in visitor.button if each.key in ("lab_compare", "lab_keep_picked")] == []
    assert "Walk-forward" in words(visitor)


def test_every_style_is_a_map_of_its_own_that_says_which_it_is(visit: Visit) -> None:
    """Three maps in one picture would show the best of each cell, which nobody could have chosen beforehand."""
    visitor = ran(visit, styles="true")
    assert "of 18 settings" in words(visitor)
    visitor.select_slider(key="lab_look_style").set_value("breakout").run()
    assert not visitor.exception
    assert "Style: breakout" in words(visitor)


def test_a_run_whose_candles_are_gone_is_told_and_not_shown_on_others(installed: App, visit: Visit) -> None:
    """Its numbers beside another market's candles would be believed."""
    ran(visit)
    key = runs_of(installed)[0].key
    installed.candles.save(walk(3, 24 * 120), Market("TEST"), "a test")
    installed.candles.remove(*MARKET)
    visitor = visit("lab", run=key, **SMALL)
    assert "are no longer here" in words(visitor)
    settled(visitor, *DONE)


def test_a_choice_made_while_luck_is_asked_stays_when_the_verdict_comes(visit: Visit) -> None:
    """Who looks at a cell for twenty seconds must not be taken back to the best."""
    visitor = settled(visit("lab", **{**SMALL, "shuffles": "300"}), "The maps are there", *DONE)
    visitor.select_slider(key="lab_look_window").set_value(20).run()
    settled(visitor, *DONE)
    assert visitor.select_slider(key="lab_look_window").value == 20
