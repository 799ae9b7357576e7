"""Bots on paper by themselves: from a design to a version, with looks that are kept, limits that stop, and no guess."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.core.errors import DataError, StoreError, ToptionError
from engine.experiments.paper.design import Limits, Paper
from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS, Bars
from engine.services import tune_bot
from engine.services.candles import Import, bring_in
from engine.services.review_rankings import running, traffic
from engine.services.review_rankings.paper import designing, planning, proposing
from engine.services.review_rankings.paper.designing import Plan, Wanted
from engine.services.sample import advance, make_world
from engine.services.startup import App, open_app, read_settings, wall_clock

ANN, EVE = Principal("ann", "manager"), Principal("eve", "stakeholder")
SOL, ETH = ("SIM-SOL", "1h"), ("SIM-ETH", "1h")
ARMS = (("today", ""), ("follow", "style=breakout"))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[App]:
    """A sample world of one's own: its clock moves on."""
    opened = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    make_world(opened)
    yield opened
    opened.store.close()


def running_one(app: App, key: str = "follow", days: int = 28, **changed: object) -> None:
    """Designed and started on SIM-SOL, or as the test says."""
    wanted = Wanted(**({"bot": SOL, "arms": ARMS, "markets": (SOL,)} | changed))  # type: ignore[arg-type]  # named
    designing.design(app, ANN, Plan(key, "a move goes on", days), wanted)
    running.start(app, ANN, key)


def test_arms_run_by_themselves_as_candles_arrive(world: App) -> None:
    """Nobody brings a file: each look is kept once, with what it showed, and looking on keeps none."""
    running_one(world)
    begins = running.standing(world, ANN, "follow").life.begins_ms
    assert begins == world.now()
    assert running.watched(world, ANN, "follow").days == 0
    advance(world, 14)
    assert running.standing(world, EVE, "follow").life.seen == ()
    told = running.watched(world, ANN, "follow")
    assert running.watched(world, ANN, "follow").history == told.history
    assert (told.days, told.until_ms) == (14, begins + 14 * DAY_MS)
    assert [day for day, _ in told.life.seen] == [14]
    assert told.paper is not None
    assert told.life.seen[0][1] == told.paper.sums
    assert [each.act for each in told.history] == ["designed", "started", "looked"]
    advance(world, 28)
    over = running.watched(world, ANN, "follow")
    assert (over.days, over.share) == (28, 1.0)
    assert over.verdict is not None
    assert over.verdict.call in ("ship", "roll back", "no difference")
    assert over.paper is not None
    assert over.paper.pairs[0].line.looks[:8] == told.paper.pairs[0].line.looks


def test_the_day_is_what_counts_and_all_markets_count_alike(world: App) -> None:
    """Two markets of one day are one day, whose difference is their mean: they move together."""
    running_one(world, "both", bot=ETH, markets=(ETH, SOL))
    running_one(world, "one")
    advance(world, 10)
    both, one = (running.standing(world, ANN, key).paper for key in ("both", "one"))
    assert both is not None
    assert one is not None
    assert both.days == one.days == 10
    difference = np.subtract(both.sums[1], both.sums[0])
    look = both.pairs[0].line.called
    assert look is not None
    assert look.so_far.effect == pytest.approx(difference.mean())
    assert both.sums[1][1] == pytest.approx(one.sums[1][0])


def test_a_limit_that_is_passed_stops_it(world: App) -> None:
    """On the day on which it was passed, with the reason; nothing is counted after."""
    running_one(world, limits=Limits(fall=0.0002))
    advance(world, 14)
    told = running.watched(world, ANN, "follow")
    assert told.life.state == "stopped"
    assert told.life.stop.startswith("guardrail: the deepest fall of follow passed its limit of 0.02 % on day")
    assert told.days == told.alarm_day == told.life.stopped_day
    assert told.verdict is not None
    assert told.verdict.call == "roll back"
    advance(world, 7)
    assert running.watched(world, ANN, "follow").days == told.days


def test_fees_and_trades_stop_it_by_more_than_chance(world: App) -> None:
    """Their mean must be above the limit by more than a look's range allows."""
    running_one(world, days=56, limits=Limits(None, 1e-9, 100.0))
    advance(world, 49)
    told = running.watched(world, ANN, "follow")
    assert told.life.stop.startswith("guardrail: fees a day of follow")
    assert told.paper is not None
    fees, trades = told.paper.pairs[0].guards
    assert (fees.name, fees.hurt_on) == ("fees", told.alarm_day)
    assert fees.low > fees.limit
    assert trades.hurt_on is None


def test_candles_that_changed_since_a_look_must_be_mended_first(world: App) -> None:
    """What was looked at stands: where a later replay of the same days comes out otherwise, no number counts."""
    running_one(world)
    advance(world, 10)
    running.watched(world, ANN, "follow")
    kept = world.candles.stored(*SOL)
    assert kept is not None
    moved = {name: getattr(kept.bars, name) * 1.001 ** np.arange(-len(kept.bars) + 1, 1)
             for name in ("open", "high", "low", "close")}  # fmt: skip
    world.candles.save(Bars(*SOL, kept.bars.time, **moved, volume=kept.bars.volume), kept.market, "changed")
    told = running.standing(world, ANN, "follow")
    assert told.verdict is not None
    assert (told.verdict.call, "(day 10)" in told.verdict.sentence) == ("mend first", True)


def test_missing_candles_are_told_and_too_many_must_be_brought(world: App) -> None:
    """Nothing is filled in; under nine in ten the days say little."""
    running_one(world)
    advance(world, 20)
    kept = world.candles.stored(*SOL)
    assert kept is not None
    begins = running.standing(world, ANN, "follow").life.begins_ms or 0
    for hours, call in ((10, "keep running"), (70, "mend first")):
        gone = (kept.bars.time >= begins + 30 * 3_600_000) & (kept.bars.time < begins + (30 + hours) * 3_600_000)
        columns = (getattr(kept.bars, name)[~gone] for name in ("time", "open", "high", "low", "close", "volume"))
        world.candles.save(Bars(*SOL, *columns), kept.market, "with a gap")
        told = running.standing(world, ANN, "follow")
        assert told.paper is not None
        assert told.paper.coverage.missing == hours
        assert f"{hours} candles are missing" in told.paper.notes[0]
        assert told.verdict is not None
        assert told.verdict.call == call


def test_an_experiment_whose_candles_are_gone_says_so_and_hinders_no_other(world: App) -> None:
    """The list still opens."""
    running_one(world)
    world.candles.remove(*SOL)
    (told,) = running.standings(world, ANN)
    assert (told.paper, "no candles of SIM-SOL" in told.trouble) == (None, True)


def test_what_was_shipped_becomes_a_version_only_by_a_press(world: App) -> None:
    """A decision changes no bot; Keep makes a version that undo takes back, and the experiment says which one."""
    running_one(world)
    advance(world, 7)
    with pytest.raises(DataError, match="decided as ship"):
        proposing.proposed(world, ANN, "follow", "follow")
    running.decide(world, ANN, "follow", "ship", "it is to be seen live")
    bot, offer = proposing.proposed(world, ANN, "follow", "follow")
    assert bot.head.number == 1
    assert [(one.edit.parameter, one.after) for one in offer.outcome.decisions] == [("style", "breakout")]
    with pytest.raises(DataError, match="may be proposed are follow"):
        proposing.proposed(world, ANN, "follow", "today")
    with pytest.raises(StoreError):
        proposing.take(replace(world, principal=EVE), EVE, "follow", "follow")
    hers = replace(world, principal=ANN)
    after = proposing.take(hers, ANN, "follow", "follow")
    assert (after.head.number, after.head.parameters.style) == (2, "breakout")
    assert running.life_for(world, ANN, "follow").kept == (("follow", 2),)
    assert tune_bot.undo(hers, after).head.parameters.style == "mean_reversion"


def test_an_arm_is_a_version_with_changes_within_the_registrys_limits(world: App) -> None:
    """What it was is kept with the design, whatever becomes of the bot afterwards."""
    hers = replace(world, principal=ANN)
    bot = designing.bot_on(world, ANN, SOL)
    tune_bot.apply(hers, bot, tune_bot.drafted(bot.head.parameters, {"window": 20}), "slower")
    arms = (("before", "version=1"), ("now", ""), ("wide", "version=2 k_sigma=2.5 trend_filter=on"))
    paper = designing.paper_of(world, ANN, Wanted(SOL, arms, (SOL,)))
    assert [(each.window, each.k_sigma, each.trend_filter) for each in paper.arms] == [
        (15, 1.2, False), (20, 1.2, False), (20, 2.5, True)
    ]  # fmt: skip
    made = designing.experiment_of(world, ANN, Plan("k", "h", 28), Wanted(SOL, arms, (SOL,)))
    assert [each.what for each in made.variants] == ["version=1", "version=2", arms[2][1]]
    assert designing.what_of(2, paper.arms[1], paper.arms[2]) == "version=2 k_sigma=2.5 trend_filter=true"


@pytest.mark.parametrize(("what", "told"), [
    ("k_sigma=9", "k_sigma must be 0.5 to 3"), ("version=7", "version must be one of 1"), ("windows=3", "no setting"),
    ("timeframe=5m", "cannot be made from SIM-SOL's candles"), ("allow_short=on", "SIM-SOL"),
])  # fmt: skip
def test_an_arm_that_cannot_be_is_refused_in_a_line(world: App, what: str, told: str) -> None:
    """Before anything is kept."""
    with pytest.raises(ToptionError, match=told):
        designing.paper_of(world, ANN, Wanted(SOL, (("today", ""), ("other", what)), (SOL,)))


def test_a_plan_rests_on_what_the_very_arms_did_before(world: App) -> None:
    """The deviation is that of their own paired days; arms that never differ leave nothing to plan by."""
    paper = designing.paper_of(world, ANN, Wanted(SOL, ARMS, (SOL,)))
    told = planning.past(world, paper)
    assert told[0].mean.n == 365
    assert 0.5e-4 < told[0].deviation < 5e-4
    need = planning.need(told, 0.5e-4)
    assert need.days is not None
    assert 40 < need.days < 200
    assert need.sees[0][1] > need.sees[-1][1]
    with pytest.raises(DataError, match="nothing to plan by"):
        planning.need(planning.past(world, Paper(SOL, (paper.arms[0],) * 2, (SOL,))), 1e-4)


def test_paper_takes_neither_files_nor_traders(world: App) -> None:
    """Its days come from the candles."""
    running_one(world)
    for refused in (
        lambda: traffic.add_outcomes(world, ANN, "follow", b"unit,variant,value\n", "days.csv"),
        lambda: traffic.simulate(world, ANN, "follow"),
    ):
        with pytest.raises(DataError, match="candles"):
            refused()


def imported(app: App, symbol: str, days: int, until_ms: int) -> tuple[str, str]:
    """Hourly candles of a market that is no simulation, up to a moment of this machine's clock."""
    time = until_ms - np.arange(24 * days, 0, -1) * 3_600_000
    close = 100 * np.exp(np.random.default_rng(4).normal(0, 0.006, len(time)).cumsum())
    start = np.r_[100.0, close[:-1]]
    table = pd.DataFrame({"time": time, "open": start, "high": np.maximum(start, close) * 1.001,
                          "low": np.minimum(start, close) * 0.999, "close": close, "volume": 1.0})  # fmt: skip
    bring_in(app, table.to_csv(index=False).encode(), "candles.csv", Import(symbol))
    return symbol, "1h"


def test_real_markets_live_by_this_machines_clock(world: App) -> None:
    """A sample world beside them changes nothing: days end by the wall clock, and the two are never mixed."""
    today = wall_clock() // DAY_MS * DAY_MS
    place = imported(world, "XYZ-USD", 120, wall_clock() // 3_600_000 * 3_600_000)
    arms = (("today", ""), ("slow", "timeframe=4h"), ("daily", "timeframe=1d window=5"))
    running_one(world, "now", bot=place, arms=arms, markets=(place,))
    assert running.life_for(world, ANN, "now").begins_ms in (today, today + DAY_MS)
    assert running.standing(world, ANN, "now").days == 0
    wanted = Wanted(place, arms, (place,))
    designing.design(world, ANN, Plan("earlier", "h", 28), wanted)
    begins = json.dumps({"begins_ms": today - 20 * DAY_MS})
    running.noted(world, ANN, running.life_for(world, ANN, "earlier"), "started", begins)
    told = running.watched(world, ANN, "earlier")
    assert told.days == 20
    assert told.paper is not None
    assert not told.is_simulated
    assert [len(each.worth) for each in told.paper.arms] == [20, 20, 20]
    with pytest.raises(DataError, match="different clocks"):
        designing.design(world, ANN, Plan("mixed", "h", 28), replace(wanted, markets=(place, SOL)))


def test_days_wait_for_a_market_whose_candles_stopped(world: App) -> None:
    """It is named, with how far it is known; no day counts without it."""
    old = wall_clock() // DAY_MS * DAY_MS - 10 * DAY_MS
    place = imported(world, "OLD-USD", 100, old)
    designing.design(world, ANN, Plan("old", "h", 28), Wanted(place, ARMS, (place,)))
    begins = json.dumps({"begins_ms": old - 15 * DAY_MS})
    running.noted(world, ANN, running.life_for(world, ANN, "old"), "started", begins)
    told = running.standing(world, ANN, "old").paper
    assert told is not None
    assert told.days == 15
    assert "the days wait for them" in told.notes[0]


def test_a_clock_that_is_set_back_takes_days_away_and_brings_the_same_again(world: App) -> None:
    """The past never changes: the same world's days come out as they were looked at."""
    running_one(world)
    advance(world, 12)
    before = running.watched(world, ANN, "follow").paper
    make_world(world, reset=True)
    assert running.watched(world, ANN, "follow").days == 0
    advance(world, 12)
    again = running.watched(world, ANN, "follow")
    assert again.paper == before
    assert again.verdict is not None
    assert again.verdict.call == "keep running"
