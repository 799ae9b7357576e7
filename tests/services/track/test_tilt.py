"""What the forecast does to orders: by volatility where it is sure, by direction only where that was earned."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.bots.backtest import Setup, backtest
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape, fixed
from engine.core.interval import share
from engine.forecast.track.direction import Calls
from engine.forecast.track.issued import Issued
from engine.gateways.store.desk import HOUSE
from engine.gateways.store.issued import Line
from engine.gateways.store.world import World
from engine.market.bars import Bars
from engine.market.market import Market
from engine.services.startup import open_app, read_settings
from engine.services.track.record import LiveRecord, SourceRecord, direction_of, source_record
from engine.services.track.tilt import NO_VIEW, direction_effect, direction_view, tilt_effect, tilt_now
from tests.builders import START_MS, candles, tape, walk
from tests.forecast.track.making import CUTOFF, DAY, THEIRS, an_issued

BUSY = BotParameters(ml_weight=1.0, ml_min_confidence=0.5, cooldown_bars=0, max_trades_per_day=50)


def tilted(strength: float, confidence: float, length: int = 3000) -> Tape:
    """A market whose forecast says the same at every bar."""
    made = tape(walk(5, length))
    return replace(made, strength=fixed(np.full(length, strength)), confidence=fixed(np.full(length, confidence)))


def test_a_sure_forecast_scales_the_next_order() -> None:
    """Weight 0.3 at strength -0.5: 0.85 times."""
    found = tilt_now(tilted(-0.5, 0.7, 300), BotParameters(ml_weight=0.3, ml_min_confidence=0.6))
    assert (found.acts, found.factor) == (True, pytest.approx(0.85))
    assert (
        found.sentence
        == "The next 7 days should be wilder than usual (confidence 70 %): orders are 0.85 times as large."
    )


@pytest.mark.parametrize(("weight", "confidence", "said"), [
    (0.3, 0.55, "less than the 60 % asked for"), (0.0, 0.9, "weight is 0"), (0.3, 0.0, "too few days"),
])  # fmt: skip
def test_a_forecast_that_does_not_act_says_why(weight: float, confidence: float, said: str) -> None:
    """The slider's sentence, never a silent nothing."""
    found = tilt_now(tilted(0.5, confidence, 300), BotParameters(ml_weight=weight, ml_min_confidence=0.6))
    assert (found.acts, found.factor, said in found.sentence) == (False, 1.0, True)


def test_the_effect_is_the_replay_without_against_the_replay_with() -> None:
    """Exactly the two replays that one could run oneself; their difference with its range."""
    market = tilted(-0.5, 0.9)
    found = tilt_effect(backtest(market, BUSY))
    without = backtest(market, replace(BUSY, ml_weight=0.0))
    assert found.comparison is not None
    assert found.comparison.total_return.before == pytest.approx(without.pnl / 10_000)
    assert found.comparison.total_return.after == pytest.approx(backtest(market, BUSY).pnl / 10_000)
    assert found.comparison.total_return.change.n > 100
    assert "points (95 %: " in found.sentence
    assert "-" not in found.sentence  # a minus sign, no hyphen


@pytest.mark.parametrize(("parameters", "confidence", "setup", "said"), [
    (replace(BUSY, ml_weight=0.0), 0.9, Setup(), "its weight is 0"),
    (BUSY, 0.9, Setup(core=True), "core rules know no forecast"),
    (BUSY, 0.2, Setup(), "it was sure enough at no time"),
])  # fmt: skip
def test_no_effect_is_said_to_be_none_and_why(
    parameters: BotParameters, confidence: float, setup: Setup, said: str
) -> None:
    """It may be none: then that is the measurement."""
    assert said in tilt_effect(backtest(tilted(0.5, confidence), parameters, setup)).sentence


def bars() -> Bars:
    """Daily candles of which the first ends at the first cutoff."""
    made = candles(np.array([100.0] * 30), "1d")
    return replace(made, time=CUTOFF + (np.arange(30) - 1) * DAY)


def known(calls: Calls) -> LiveRecord:
    """A record in which somebody's calls came true so often."""
    theirs = source_record([an_issued(0, THEIRS, 0.01)], bars(), CUTOFF)
    ours = source_record([an_issued(0)], bars(), CUTOFF)
    earned: SourceRecord = replace(theirs, direction=direction_of(calls))
    return LiveRecord("TEST", "1d", (replace(ours, direction=direction_of(calls)), earned))


def test_direction_is_taken_from_a_source_that_earned_it_and_said_to_act_in_no_replay_shown() -> None:
    """Its newest forecast that still runs; confidence no higher than the record."""
    found = direction_view(known(Calls(70, 100, 55)), [an_issued(0), an_issued(0, THEIRS, 0.01)], CUTOFF + DAY)
    assert (found.source, found.tilt.strength > 0) == ("lab", True)
    assert found.tilt.confidence == pytest.approx(71 / 102)
    assert "acts in none that is shown" in found.sentence


@pytest.mark.parametrize(("calls", "drift", "days"), [
    (Calls(50, 100, 50), 0.01, 1), (Calls(40, 40, 20), 0.01, 1), (Calls(70, 100, 55), 0.0, 1),
    (Calls(70, 100, 55), 0.01, 7),
])  # fmt: skip
def test_else_there_is_no_view_on_direction(calls: Calls, drift: float, days: int) -> None:
    """Chance, too few, a flat median, or a forecast whose week is over; and ours never has one."""
    found = direction_view(known(calls), [an_issued(0, THEIRS, drift)], CUTOFF + days * DAY)
    assert (found.source, found.tilt.strength, found.sentence) == ("", 0.0, NO_VIEW)
    assert direction_view(known(calls), [an_issued(0)], CUTOFF + DAY).sentence == NO_VIEW


def test_wilson_of_overlapping_shares_is_as_wide_as_what_they_are_worth() -> None:
    """Eight of ten that are worth five: the interval of four of five, around the same share."""
    assert share(8, 10, worth=5).low == pytest.approx(share(4, 5).low)
    assert share(8, 10, worth=10) == share(8, 10)


def weekly(closes: np.ndarray, right: bool) -> list[Issued]:
    """Each Wednesday's forecast by somebody who is always right, or always wrong, about the week."""
    made = []
    for day in range(7, len(closes) - 8, 7):
        up = closes[day + 7] > closes[day]
        drift = 0.02 if up == right else -0.02
        prices = tuple(
            tuple(price * closes[day] / 100 for price in row) for row in an_issued(0, THEIRS, drift).quantiles
        )
        cutoff = START_MS + (day + 1) * DAY
        made.append(an_issued(0, THEIRS, cutoff_ms=cutoff, issued_ms=cutoff, last_close=closes[day], quantiles=prices))
    return [replace(one, symbol="SIM-T", step="4h") for one in made]


@pytest.fixture(scope="module")
def market() -> Bars:
    """Two years of four-hour candles."""
    return replace(walk(8, 4200, "4h", sigma=0.01), symbol="SIM-T")


@pytest.mark.parametrize("right", [True, False])
def test_direction_is_measured_from_the_day_it_was_earned_and_never_before(
    tmp_path: Path, market: Bars, right: bool
) -> None:
    """An oracle tilts from its 53rd week on; who is always wrong never does."""
    app = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    app.candles.save(market, Market("SIM-T", simulated=True), "test")
    app.store.set_world(HOUSE, World(1, int(market.time[-1]) + market.step_ms))
    said = weekly(market.close[5::6], right)
    app.store.forecasts(HOUSE).issue(Line(1, simulated=True), said)
    parameters = replace(BUSY, timeframe="4h", window=5, k_sigma=1.0)
    result = backtest(tape(market), parameters)
    found = direction_effect(app, result, "4h", "lab")
    app.store.close()
    if not right:
        assert (found.comparison, found.open_share) == (None, 0.0)
        assert "at no bar had lab earned it" in found.sentence
        return
    earned = (said[52].cutoff_ms - int(market.time[0])) / (market.step_ms * len(market))
    assert found.open_share == pytest.approx(1 - earned, abs=0.03)
    assert found.comparison is not None
    assert not found.comparison.is_same
    assert found.sentence.startswith("With lab's direction the return was ")


def test_a_bot_that_may_sell_short_is_not_tilted_by_direction(tmp_path: Path, market: Bars) -> None:
    """A tilt makes orders larger whichever side they take."""
    app = open_app(read_settings({"TOPTION_DATA": str(tmp_path / "data")}, tmp_path / "none.env"))
    parameters = replace(BUSY, timeframe="4h", allow_short=True)
    result = backtest(tape(market, Market("SIM-T", "perpetual")), parameters)
    assert "may sell short" in direction_effect(app, result, "4h", "lab").sentence
    app.store.close()
