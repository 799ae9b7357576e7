"""The tuner's words and numbers, held against numbers worked by hand."""

from dataclasses import replace

import numpy as np
import pytest

from engine.bots.backtest import Setup
from engine.bots.measure.comparison import Difference
from engine.bots.parameters import BotParameters
from engine.bots.tape import tape_of
from engine.core.interval import Interval
from engine.market.market import Market
from engine.services.tune_bot import Measured, measure
from pages.ui.tuner.all_numbers import lines
from pages.ui.tuner.change_panel import negative
from pages.ui.tuner.data import cards, instead, otherwise, signed, size_unit
from tests.builders import candles, walk

FEE = Setup().costs.taker_fee


def replayed(length: int = 24 * 60, **values: float) -> Measured:
    """The default bot on a market that wanders, large enough to trade."""
    tape = tape_of(walk(3, length), Market("TEST", lot_step=1e-5, minimum_notional=0.0))
    return measure(tape, replace(BotParameters(), **values), Setup(), None)


def test_holding_pays_the_fee_and_the_funding() -> None:
    """Held against a free benchmark every bot looks worse than it is.

    A flat price: the fee on what is bought, then 0.01 % whenever an hour begins that is a funding time.
    """
    bars = candles(np.full(24 * 10, 100.0))
    market = Market("TEST", kind="perpetual", funding_rate=0.0001)
    held = measure(tape_of(bars, market), BotParameters(), Setup(), None).benchmarks.hold.total_return
    times = np.count_nonzero(bars.time[1:] % (8 * 3_600_000) == 0)
    assert times > 20
    assert held == pytest.approx((1 - FEE / (1 + FEE)) * (1 - 0.0001) ** times - 1, rel=1e-3)


def test_a_worst_fall_points_down() -> None:
    """A fall that is shown as a gain is the one sign that must never be wrong."""
    fall = cards(replayed(), None, "all")[1]
    assert fall.label == "Worst fall"
    assert fall.value.startswith("−")
    assert fall.at is not None
    assert fall.low < fall.at < fall.high <= 0  # type: ignore[operator]  # a range that is known


def test_a_deeper_fall_is_a_negative_difference() -> None:
    """From 5 to 8 %: the fall grew by 3 points downwards, and the range turns round with it."""
    grew = Difference(0.05, 0.08, Interval(0.03, 0.01, 0.06, 90), "")
    shown = negative(grew)
    assert (shown.before, shown.after) == (-0.05, -0.08)
    assert (shown.change.low, shown.change.value, shown.change.high) == (-0.06, -0.03, -0.01)


def test_each_alternative_stands_with_its_own_return() -> None:
    """Holding all and holding the bot's share differ a hundredfold: mixed up, any bot shines."""
    found = replayed()
    benchmarks = found.benchmarks
    assert benchmarks.same_exposure is not None
    all_of_it, part = signed(benchmarks.hold.total_return), signed(benchmarks.same_exposure.total_return)
    assert all_of_it != part
    assert f"Holding all along made {all_of_it}, " in instead(found)
    assert f"of the money {part}, cash {signed(0.0)}" in instead(found)


def test_no_number_stands_without_a_range_or_the_reason_why() -> None:
    """A bare number looks exact."""
    found = replayed()
    rows = lines(found.performance, found.record.days, "USD")
    assert [name for name, _, sure in rows if not sure] == []
    assert otherwise(found).endswith("no surer than the return above.")


def test_a_yearly_return_has_the_range_of_the_total_one() -> None:
    """Two years that made +21 % (0 to +44 %): a year +10 % (0 to +20 %)."""
    found = replayed().performance
    total = replace(found, total_return=Interval(0.21, 0.0, 0.44, 730))
    row = next(row for row in lines(total, 730.0, "USD") if row[0] == "Return a year (CAGR)")
    assert row[1:] == ("+10.00\u00a0%", "0.00\u00a0% to +20.00\u00a0%")


@pytest.mark.parametrize(
    ("unit", "said"), [(1.0, "BTC"), (100.0, "×\u00a0100\u00a0BTC"), (10_000.0, "×\u00a010k\u00a0BTC")]
)
def test_a_size_says_how_many_coins_one_is(unit: float, said: str) -> None:
    """0.001 of 100 SOL is a tenth of a SOL: the factor stands beside the number."""
    assert size_unit(Market("BTC/USD", unit=unit)) == said
