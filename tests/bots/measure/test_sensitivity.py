"""What a result hangs on: each circumstance changes what it says and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.bots.backtest import Costs, Setup, backtest
from engine.bots.measure.sensitivity import circumstances, sensitivity
from engine.bots.parameters import BotParameters, changed
from tests.builders import settings_of_a_bot, tape, wild

NAMES = ["without costs", "twice the fees", "5 bp more slippage", "one bar later"]


def test_each_circumstance_changes_one_thing() -> None:
    """Worked by hand: fees doubled, 5 basis points added, one bar later, or no costs at all."""
    setup = Setup(5_000.0, Costs(0.001, 0.002, 3.0), delay=1)
    changed_setups = [setup for _, setup in circumstances(setup)]
    assert [name for name, _ in circumstances(setup)] == NAMES
    assert changed_setups == [
        Setup(5_000.0, Costs(0.0, 0.0, 0.0), delay=1),
        Setup(5_000.0, Costs(0.002, 0.004, 3.0), delay=1),
        Setup(5_000.0, Costs(0.001, 0.002, 8.0), delay=1),
        Setup(5_000.0, Costs(0.001, 0.002, 3.0), delay=2),
    ]


def test_circumstances_stay_within_what_a_replay_allows() -> None:
    """At the limit there is nothing worse to try, and no error."""
    widest = Setup(costs=Costs(0.05, 0.05, 500.0), delay=10)
    assert [setup for _, setup in circumstances(widest)][1:] == [widest] * 3


@given(st.integers(0, 10**6), settings_of_a_bot(timeframe="1h", allow_short=False))
def test_each_figure_is_that_of_its_replay(seed: int, parameters: BotParameters) -> None:
    """A small print that another calculation feeds would drift away from the headline."""
    made, setup = tape(wild(seed), seed=seed), Setup()
    found = sensitivity(made, parameters, setup)
    for variant, (name, other) in zip(found, circumstances(setup), strict=True):
        result = backtest(made, parameters, other)
        assert (variant.name, variant.trades) == (name, len(result.trades))
        assert variant.total_return == pytest.approx(result.equity[-1] / setup.capital - 1, abs=1e-12)


def test_costs_are_what_stands_between_the_variants_of_core() -> None:
    """Same trades, so that less cost is always more money."""
    parameters = changed(BotParameters(), {"base_trade_size": 0.01})
    found = {each.name: each.total_return for each in sensitivity(tape(wild(7, 900)), parameters, Setup(core=True))}
    base = backtest(tape(wild(7, 900)), parameters, Setup(core=True))
    assert len(base.trades) > 5
    assert found["without costs"] > base.pnl / 10_000 > found["twice the fees"]
    assert base.pnl / 10_000 > found["5 bp more slippage"]
