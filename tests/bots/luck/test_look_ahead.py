"""Taking the future away changes no past trade, and a replay that peeks is caught."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.luck.look_ahead import cut_off, look_ahead
from engine.bots.parameters import BotParameters, changed
from engine.bots.tape import tape_of
from engine.market.bars import Bars
from engine.market.market import Market
from tests.builders import tape, walk, wild

MARKET = Market("TEST", lot_step=1e-5, minimum_notional=0.0)
BUSY = changed(BotParameters(), {"style": "hybrid", "trend_filter": True, "ml_weight": 0.5, "trailing_stop_pct": 1.0})


@pytest.mark.parametrize("parameters", [BotParameters(), BUSY])
@pytest.mark.parametrize("core", [True, False])
def test_our_replay_does_not_look_ahead(parameters: BotParameters, core: bool) -> None:
    """Every indicator, the forecast's tilt and the orders, at six cuts of half a year of hours."""
    found = look_ahead(tape(walk(1, 24 * 250)), parameters, Setup(core=core))
    assert found.is_clean
    assert len(found.checked) == 6
    assert found.trades > 50


def test_gaps_and_jumps_change_nothing_about_that() -> None:
    """At every bar of a nasty market, one by one."""
    bars = wild(4, 120)
    assert look_ahead(tape(bars), BotParameters(), Setup(), range(2, len(bars))).is_clean


def peeking(bars: Bars) -> BacktestResult:
    """A bot that reads the next close as if it were this one's."""
    known = np.r_[bars.close[1:], bars.close[-1:]]
    moved = replace(bars, close=known, high=np.maximum(bars.high, known), low=np.minimum(bars.low, known))
    return backtest(tape_of(moved, MARKET), BotParameters(), Setup())


def centred(bars: Bars) -> BacktestResult:
    """A bot whose candles are scaled by the whole record's average: the classic mistake."""
    scale = 50_000 / bars.close.mean()
    prices = {name: getattr(bars, name) * scale for name in ("open", "high", "low", "close")}
    return backtest(tape_of(replace(bars, **prices), MARKET), BotParameters(), Setup())


@pytest.mark.parametrize("replay", [peeking, centred])
def test_a_replay_that_peeks_is_caught(replay: object) -> None:
    """The check can fail, or it would prove nothing."""
    found = cut_off(walk(2, 2000), replay)  # type: ignore[arg-type]
    assert not found.is_clean
    assert set(found.differing) <= set(found.checked)


def test_cuts_outside_the_candles_are_left_out() -> None:
    """There is nothing to take away there."""
    assert look_ahead(tape(walk(1, 100)), BotParameters(), Setup(), [0, 1, 50, 50, 100, 400]).checked == (50,)
