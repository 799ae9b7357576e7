"""One small market of ninety days, and a run on it, made once."""

import pytest

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import axis
from engine.market.market import Market
from engine.services.lab.found import LabRun
from engine.services.lab.request import LabRequest
from engine.services.lab.sweeping import run
from engine.services.startup import App
from tests.builders import walk

MARKET = Market("TEST", lot_step=1e-6, minimum_notional=0.0)
BARS = walk(7, 24 * 90)
AXES = (axis("window", "10,20"), axis("k_sigma", "1:2:0.5"))
ASKED = LabRequest("TEST", "1h", BotParameters(), AXES, Setup(costs=Costs(0.0005, 0.0005)), shuffles=19, folds=3)


@pytest.fixture
def market(app: App) -> App:
    """An installation with the candles of one market."""
    app.candles.save(BARS, MARKET, "made")
    return app


@pytest.fixture
def found(market: App) -> LabRun:
    """A run on them."""
    made = run(market, ASKED)
    assert made is not None
    return made
