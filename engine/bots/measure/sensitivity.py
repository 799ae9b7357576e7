"""How much a result hangs on what nobody controls: the same bot with other costs and one bar later."""

from dataclasses import dataclass, replace

from engine.bots.backtest import BacktestResult, Costs, Setup, backtest
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape


@dataclass(frozen=True, slots=True)
class Variant:
    """One changed circumstance: its name, the total return (a fraction) and the positions taken."""

    name: str
    total_return: float
    trades: int


def circumstances(setup: Setup) -> tuple[tuple[str, Setup], ...]:
    """The variants shown by default: no costs, twice the fees, 5 basis points more slippage, one bar later."""
    costs = setup.costs
    twice = Costs(min(0.05, 2 * costs.maker_fee), min(0.05, 2 * costs.taker_fee), costs.slippage_bps)
    slipped = replace(costs, slippage_bps=min(500.0, costs.slippage_bps + 5.0))
    return (
        ("without costs", replace(setup, costs=Costs(0.0, 0.0, 0.0))),
        ("twice the fees", replace(setup, costs=twice)),
        ("5 bp more slippage", replace(setup, costs=slipped)),
        ("one bar later", replace(setup, delay=min(10, setup.delay + 1))),
    )


def sensitivity(tape: Tape, parameters: BotParameters, setup: Setup) -> tuple[Variant, ...]:
    """Each circumstance's replay, by name."""
    return tuple(variant(name, backtest(tape, parameters, other)) for name, other in circumstances(setup))


def variant(name: str, result: BacktestResult) -> Variant:
    """The figures of one changed replay."""
    return Variant(name, result.pnl / result.setup.capital, len(result.trades))
