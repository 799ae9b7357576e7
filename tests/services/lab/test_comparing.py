"""Configurations are compared over the same days, pair by pair, with ranges; versions of a bot the same way."""

import pytest

from engine.bots.backtest import backtest
from engine.bots.measure.comparison import compare
from engine.bots.measure.record import record
from engine.bots.parameters import changed
from engine.core.errors import DataError, ParameterError
from engine.gateways.store.bots import Change
from engine.services.lab.comparing import compare_settings, compare_versions
from engine.services.lab.found import LabRun
from engine.services.startup import App
from engine.services.tune_bot import open_bot
from tests.builders import tape
from tests.services.lab.conftest import ASKED, BARS, MARKET


def test_each_is_held_against_the_first_over_the_same_days(market: App, found: LabRun) -> None:
    """The paired comparison of two exact replays, nothing else."""
    told = compare_settings(market, found, (0, 5, -1), "all")
    replays = [
        record(backtest(tape(BARS, MARKET), parameters, ASKED.setup))
        for parameters in (found.grid.configuration(0), found.grid.configuration(5), ASKED.base)
    ]
    assert [line.name for line in told.lines] == ["window 10, k_sigma 1.0", "window 20, k_sigma 2.0", "your bot"]
    assert told.lines[0].difference is None
    assert told.lines[1].difference == compare(replays[0], replays[1])
    assert told.lines[2].performance.pnl == pytest.approx(float(replays[2].equity[-1] - 10_000))
    assert told.lines[1].power is not None
    assert told.lines[1].power.sentence


def test_what_was_held_back_is_compared_unless_said_otherwise(market: App, found: LabRun) -> None:
    """The past chose: there the best looks better than it is."""
    told = compare_settings(market, found, (0, 5))
    assert (told.first_ms, told.last_ms) == (found.sources.split_ms, found.sources.last_ms)
    assert len(told.lines[0].time) == 30


@pytest.mark.parametrize(
    ("numbers", "told"),
    [((0,), "2 to 4 configurations, was 1"), ((0, 1, 2, 3, 4), "was 5"), ((0, 0), "are the same settings"),
     ((0, 600), "must be 0 to 5, was 600")],
)  # fmt: skip
def test_what_cannot_be_compared_is_refused(market: App, found: LabRun, numbers: tuple[int, ...], told: str) -> None:
    """One line: what, what is allowed, what it was."""
    with pytest.raises((DataError, ParameterError), match=told):
        compare_settings(market, found, numbers)


def test_versions_of_a_bot_are_compared_the_same_way(market: App) -> None:
    """Did the last change do anything?"""
    bot = open_bot(market, "TEST", "1h")
    wide = changed(bot.head.parameters, {"k_sigma": 2.0})
    bot = market.desk().apply(bot.id, Change(wide, "you", "wider"), bot.revision, 5)
    told = compare_versions(market, bot, (1, 2), ASKED)
    assert [line.name for line in told.lines] == ["version 1", "version 2"]
    assert told.lines[1].parameters == wide
    assert told.lines[1].difference is not None
    with pytest.raises(DataError, match="has no version 9"):
        compare_versions(market, bot, (1, 9), ASKED)
