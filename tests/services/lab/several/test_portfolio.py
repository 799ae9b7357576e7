"""Stored bots on one cash: each with its own settings and candles, refused in one line where they cannot share it."""

from dataclasses import replace

import pytest

from engine.bots.backtest import Costs, Setup
from engine.bots.markets.together import together
from engine.bots.parameters import changed
from engine.bots.portfolio import Member
from engine.core.errors import DataError
from engine.gateways.store.bots import Change
from engine.market.market import Market
from engine.services.lab.several.portfolio import PortfolioRequest, of_bots, portfolio
from engine.services.startup import App
from engine.services.tune_bot import open_bot
from tests.bots.markets.world import market
from tests.builders import START_MS, tape

REQUEST = PortfolioRequest(Setup(costs=Costs(0.0005, 0.0005)))
RULES = {name: Market(name, lot_step=1e-6, minimum_notional=0.0) for name in "ABC"}


@pytest.fixture
def three(app: App) -> App:
    """Three markets with a bot each, the second with settings of its own."""
    for name, rules in RULES.items():
        app.candles.save(market(name, 60, 0.004).bars, rules, f"{name}.csv")
        open_bot(app, name, "1h")
    bot = open_bot(app, "B", "1h")
    wide = changed(bot.head.parameters, {"k_sigma": 2.0})
    app.desk().apply(bot.id, Change(wide, "you", "wider"), bot.revision, 5)
    return app


def test_all_bots_run_as_they_stand(three: App) -> None:
    """The replay of the pure portfolio, each with its head version, in the order in which they were made."""
    run = portfolio(three, of_bots(three), REQUEST)
    assert run.names == ("A bot", "B bot", "C bot")
    assert [each.parameters.k_sigma for each in run.found.parts] == [1.2, 2.0, 1.2]
    members = [Member(tape(market(name, 60, 0.004).bars, RULES[name]), each.parameters)
               for name, each in zip("ABC", run.found.parts, strict=True)]  # fmt: skip
    assert run.found.performance == together(members, REQUEST.setup).performance
    assert [each.market.symbol for each in run.sources] == ["A", "B", "C"]


def test_bots_are_chosen_by_name_or_market_in_the_order_named(three: App) -> None:
    """Who is named first has the cash first."""
    assert [bot.symbol for bot in of_bots(three, ("C", "A bot"))] == ["C", "A"]
    with pytest.raises(DataError, match=r"a bot must be one of .*A bot.*, was 'Z'"):
        of_bots(three, ("Z",))


def test_a_period_bounds_all(three: App) -> None:
    """From a day on, as if all had been started there."""
    run = portfolio(three, of_bots(three), replace(REQUEST, first_ms=START_MS + 30 * 86_400_000))
    assert int(run.found.result.time[0]) == START_MS + 30 * 86_400_000


def test_what_cannot_share_a_cash_is_refused_in_one_line(three: App) -> None:
    """One bot; other currencies; other timeframes."""
    with pytest.raises(DataError, match="at least two markets, each once, were A"):
        portfolio(three, of_bots(three, ("A",)), REQUEST)
    three.candles.save(market("E", 60).bars, Market("E", quote="EUR"), "E.csv")
    open_bot(three, "E", "1h")
    with pytest.raises(DataError, match="one currency, were EUR, USD"):
        portfolio(three, of_bots(three, ("A", "E")), REQUEST)
    bot = open_bot(three, "C", "1h")
    slow = changed(bot.head.parameters, {"timeframe": "4h"})
    three.desk().apply(bot.id, Change(slow, "you", "slower"), bot.revision, 5)
    with pytest.raises(DataError, match="one timeframe, were 1h, 4h"):
        portfolio(three, of_bots(three, ("A", "C")), REQUEST)
