"""A configuration becomes the bot's only by its owner's wish, checked like every change, and undo takes it back."""

from dataclasses import replace

import pytest

from engine.bots.backtest import Setup
from engine.bots.parameters import changed
from engine.bots.sweep.grid import axis
from engine.core.errors import ConflictError, DataError, ParameterError, StoreError
from engine.services import tune_bot
from engine.services.lab.found import LabRun
from engine.services.lab.keeping import keep, offer
from engine.services.lab.sweeping import run
from engine.services.startup import App
from engine.services.tune_bot import open_bot
from tests.services.lab.conftest import ASKED


def test_an_offer_changes_nothing_until_it_is_kept_and_undo_takes_it_back(market: App, found: LabRun) -> None:
    """Never silently; and nothing is lost."""
    bot = open_bot(market, "TEST", "1h")
    offered = offer(market, bot, found, 5, "abc12345")
    assert {one.edit.parameter: one.after for one in offered.outcome.decisions} == {"window": 20, "k_sigma": 2.0}
    assert open_bot(market, "TEST", "1h") == bot
    kept = keep(market, bot, offered)
    assert kept.head.parameters == found.grid.configuration(5)
    assert kept.head.reason.startswith("Lab run abc12345: window 20, k_sigma 2.0, one of 6 tried")
    assert tune_bot.undo(market, kept).head.parameters == bot.head.parameters


def test_settings_in_which_the_bot_has_moved_on_are_listed(market: App, found: LabRun) -> None:
    """The whole configuration was measured; going back in one of its settings is a change like any other."""
    bot = open_bot(market, "TEST", "1h")
    bot = tune_bot.apply(market, bot, changed(bot.head.parameters, {"cooldown_bars": 4}), "calmer")
    changes = {one.edit.parameter for one in offer(market, bot, found, 5).outcome.decisions}
    assert changes == {"window", "k_sigma", "cooldown_bars"}


def test_what_cannot_work_cannot_be_kept(market: App) -> None:
    """A window of 5 never closes two deviations away: the grid may try it, the bot may not have it."""
    made = run(market, replace(ASKED, axes=(axis("window", "5,15"), axis("k_sigma", "1,2.5"))))
    assert made is not None
    bot = open_bot(market, "TEST", "1h")
    offered = offer(market, bot, made, 1)
    assert not offered.changes
    with pytest.raises(ParameterError, match="window 5"):
        keep(market, bot, offered)
    assert open_bot(market, "TEST", "1h") == bot


def test_the_bots_own_settings_offer_no_change(market: App) -> None:
    """Told instead of saved again."""
    made = run(market, replace(ASKED, axes=(axis("window", "15,20"),)))
    assert made is not None
    bot = open_bot(market, "TEST", "1h")
    offered = offer(market, bot, made, 0)
    assert not offered.changes
    with pytest.raises(StoreError, match="already has exactly these settings"):
        keep(market, bot, offered)


def test_a_bot_that_moved_meanwhile_is_not_overwritten(market: App, found: LabRun) -> None:
    """Two windows."""
    bot = open_bot(market, "TEST", "1h")
    offered = offer(market, bot, found, 5)
    tune_bot.apply(market, bot, changed(bot.head.parameters, {"window": 9}), "elsewhere")
    with pytest.raises(ConflictError, match="window 15 -> 9"):
        keep(market, bot, offered)


def test_a_run_of_another_market_and_core_rules_are_told(market: App, found: LabRun) -> None:
    """A setting found elsewhere, or by fewer rules, is not the same thing here."""
    bot = open_bot(market, "TEST", "1h")
    elsewhere = replace(found, request=replace(found.request, symbol="OTHER"))
    with pytest.raises(DataError, match="this run is of OTHER 1h, the bot trades TEST 1h"):
        offer(market, bot, elsewhere, 5)
    core = run(market, replace(ASKED, setup=Setup(core=True)))
    assert core is not None
    assert "core rules alone" in offer(market, bot, core, 5).notes[-1]
