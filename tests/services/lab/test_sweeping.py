"""The journey of a run: numbers are the exact replay's, no choice sees what is held back, it can be stopped."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.parameters import BotParameters, changed
from engine.bots.sweep.grid import axis
from engine.core.errors import DataError, ParameterError
from engine.market.bars import DAY_MS, Bars
from engine.market.market import Market
from engine.services.lab.found import LabRun, Maps
from engine.services.lab.request import LabRequest, ground
from engine.services.lab.stages import Progress
from engine.services.lab.sweeping import Material, run, run_on, stage_names
from engine.services.startup import App
from tests.builders import START_MS, tape, walk

MARKET = Market("TEST", lot_step=1e-6, minimum_notional=0.0)
BARS = walk(7, 24 * 90)
AXES = (axis("window", "10,20"), axis("k_sigma", "1:2:0.5"))
ASKED = LabRequest("TEST", "1h", BotParameters(), AXES, Setup(costs=Costs(0.0005, 0.0005)), shuffles=19, folds=3)


def ran(request: LabRequest = ASKED, bars: Bars = BARS) -> LabRun:
    found = run_on(Material(bars, MARKET, "made"), request)
    assert found is not None
    return found


def test_a_third_is_held_back_at_a_midnight_and_no_choice_sees_it() -> None:
    """Other candles there change nothing about the choice."""
    found = ran()
    assert found.sources.split_ms == START_MS + 60 * DAY_MS
    assert (found.past.bars, found.held and found.held.bars) == (60 * 24, 30 * 24)
    other = walk(8, 24 * 90)
    joined = Bars("TEST", "1h", BARS.time, *(
        np.r_[getattr(BARS, name)[: 60 * 24], getattr(other, name)[60 * 24 :]]
        for name in ("open", "high", "low", "close", "volume")
    ))  # fmt: skip
    elsewhere = ran(bars=joined)
    assert elsewhere.best.parameters == found.best.parameters
    assert np.array_equal(elsewhere.past.metrics.total_return, found.past.metrics.total_return)
    assert elsewhere.best.held != found.best.held


def test_the_best_and_the_bot_are_the_exact_replay_on_both_parts() -> None:
    """What a screen says of the best is what a backtest of it says."""
    found = ran()
    past = tape(BARS.slice(0, 60 * 24), MARKET)
    alone = backtest(past, found.best.parameters, ASKED.setup)
    assert found.best.past.pnl == pytest.approx(alone.pnl)
    assert found.best.number is not None
    assert found.past.metrics.total_return[found.best.number] == pytest.approx(alone.pnl / 10_000)
    assert found.best.past.pnl == pytest.approx(float(found.past.metrics.total_return.max()) * 10_000)
    assert found.bot.parameters == ASKED.base
    assert found.curves.best[-1] == pytest.approx(
        backtest(tape(BARS, MARKET), found.best.parameters, ASKED.setup).equity[-1]
    )


def test_the_evidence_is_about_the_best_that_is_shown() -> None:
    """Verdict, map and table speak of one configuration."""
    found = ran()
    assert (found.evidence.best, found.evidence.parameters) == (found.best.number, found.best.parameters)
    assert found.evidence.trials == found.trials == 6
    assert len(found.evidence.luck.lucky) == 19
    assert found.evidence.luck.observed == pytest.approx(float(found.past.metrics.total_return.max()))
    assert found.evidence.past.total_return == found.best.past.total_return
    assert found.verdict.headline


def test_nothing_held_back_is_one_sweep_over_everything() -> None:
    """As the command line asks, so that others can check every number."""
    found = ran(replace(ASKED, held_back=0.0))
    assert found.held is None
    assert found.best.held is None
    assert found.past.bars == len(BARS)


def test_a_run_tells_its_stages_in_order_and_stops_when_asked() -> None:
    """Long work shows how far it is and can be cancelled."""
    heard: list[Progress] = []
    assert run_on(Material(BARS, MARKET, "made"), ASKED, heard.append) is not None
    assert list(dict.fromkeys(each.stage for each in heard)) == list(stage_names(ASKED))
    assert [each.number for each in heard] == sorted(each.number for each in heard)
    assert all(0 <= each.done <= each.of for each in heard)
    assert run_on(Material(BARS, MARKET, "made"), ASKED, cancelled=lambda: True) is None


def test_the_maps_are_seen_before_luck_is_asked_and_are_those_of_the_run() -> None:
    """Nobody waits for a hundred markets to see what a thousand settings did on this one."""
    seen: list[Maps] = []
    heard: list[str] = []

    def watch(progress: Progress) -> None:
        heard.append("luck" if seen else progress.stage)

    found = run_on(Material(BARS, MARKET, "made"), ASKED, watch, seen=seen.append)
    assert found is not None
    assert "shuffled markets" not in heard
    assert (seen[0].past, seen[0].best, seen[0].bot, seen[0].trials) == (found.past, found.best, found.bot, 6)


def test_the_same_request_gives_the_same_run() -> None:
    """An answer that changes on its own is worth nothing."""
    first, again = ran(), ran()
    assert first.best == again.best
    assert first.sources.candles == again.sources.candles
    assert np.array_equal(first.curves.best, again.curves.best)


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: ran(replace(ASKED, first_ms=START_MS + 84 * DAY_MS)), "at least 100 candles"),
        (lambda: ran(replace(ASKED, first_ms=START_MS + 800 * DAY_MS)), "no candles in this period"),
        (lambda: ran(replace(ASKED, last_ms=START_MS)), "no candles in this period"),
        (lambda: ran(replace(ASKED, base=changed(ASKED.base, {"timeframe": "5m"}))), "5m cannot be made from"),
        (lambda: replace(ASKED, held_back=0.9), "held back must be 0 or 0.1 to 0.6, was 0.9"),
        (lambda: replace(ASKED, shuffles=5), "19 to 10,000 shuffles, was 5"),
        (lambda: replace(ASKED, folds=1), "2 to 60 folds, was 1"),
        (lambda: replace(ASKED, seed=-1), "0 or more, was -1"),
        (lambda: ran(replace(ASKED, axes=(axis("k_sigma", "0.5:3:0.00001"), axis("window", "5:30")))), "1,000,000"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_in_one_line(make: Callable[[], object], told: str) -> None:
    """Before anything is computed: what, what is allowed, what it was."""
    with pytest.raises((DataError, ParameterError), match=told) as refused:
        make()
    assert "\n" not in str(refused.value)


def test_a_market_without_candles_is_named_with_those_that_have_some(app: App) -> None:
    """A link to a market that was removed."""
    app.candles.save(BARS, MARKET, "made")
    with pytest.raises(DataError, match=r"no candles of GONE 1h\. There are: TEST 1h"):
        run(app, replace(ASKED, symbol="GONE"))
    assert run(app, ASKED) is not None


def test_bands_of_a_period_begin_afresh_and_core_takes_candles_as_they_are() -> None:
    """A period is as if the bot had been started there; core has no timeframe."""
    part = ground(BARS, MARKET, replace(ASKED, first_ms=START_MS + 30 * DAY_MS)).whole
    assert part.run[0] == 1
    assert part.bars.time[0] == START_MS + 30 * DAY_MS
    slow = changed(ASKED.base, {"timeframe": "4h"})
    assert ground(BARS, MARKET, replace(ASKED, base=slow)).whole.bars.step == "4h"
    assert ground(BARS, MARKET, replace(ASKED, base=slow, setup=Setup(core=True))).whole.bars.step == "1h"
