"""All markets at once in the Lab: one grid on each, and what the screen says of it."""

from dataclasses import replace
from typing import Any

from streamlit.testing.v1 import AppTest

from engine.market.synthetic import COINS, WORLD_START_MS, simulated_bars, simulated_market
from engine.services import tune_bot
from engine.services.candles import listed
from engine.services.startup import App
from pages.ui.lab.several import comparable, ranged
from tests.ui.lab.test_lab_page import SMALL, Visit, settled, words


def with_second(app: App) -> App:
    """The installation with a second simulated market."""
    bars = simulated_bars(COINS[1], 0, WORLD_START_MS)
    app.candles.save(bars.slice(len(bars) - 24 * 120, len(bars)), simulated_market(COINS[1]), "a test")
    return app


def tables(visitor: AppTest) -> list[Any]:
    """The tables of the page."""
    return [each.value for each in visitor.dataframe]


def test_every_market_is_asked_and_each_best_is_shown_on_all_of_them(installed: App, visit: Visit) -> None:
    """A setting that works on one market only is told apart from one that carries over."""
    with_second(installed)
    visitor = settled(visit("lab", view="All markets", **SMALL), "19 shuffles cannot tell on 2 markets")
    bests, left_out = tables(visitor)
    assert list(bests.columns)[2:] == ["SIM-BTC", "SIM-ETH", "p, luck"]
    assert "Chosen on the other markets, a setting" in words(visitor)
    assert list(left_out["Left out"]) == ["SIM-BTC", "SIM-ETH"]
    assert "other market" in words(visitor)


def test_where_there_is_one_market_there_is_nothing_to_choose(visit: Visit) -> None:
    """A switch that leads to an error is none."""
    visitor = settled(visit("lab", view="All markets", **SMALL), "Luck alone finds", "made money on the past")
    assert [each for each in visitor.segmented_control if each.key == "lab_view"] == []


def test_each_market_is_asked_once_with_candles_that_fit(installed: App) -> None:
    """The same market at two steps would count twice; candles too coarse for the bot cannot be asked."""
    first = listed(with_second(installed))[0]
    coarse, fine = replace(first, symbol="DAILY", step="1d"), replace(first, step="5m")
    assert [each.step for each in comparable((coarse, fine, first), first, "1h", core=False)] == ["1h"]
    assert [each.symbol for each in comparable((coarse, first), first, "1h", core=True)] == ["DAILY", first.symbol]


def test_a_ratio_without_a_range_says_nothing_that_is_not_known() -> None:
    """Too few days in common give no range."""
    assert (ranged(None, None, None), ranged(0.5, None, None)) == ("–", "+0.50")
    assert ranged(0.5, -0.1, 1.0) == "+0.50, −0.10 to +1.00"


def test_bots_of_two_markets_share_one_cash(installed: App, visit: Visit) -> None:
    """What all of them made, what each made alone, and how they go together."""
    for symbol in ("SIM-BTC", "SIM-ETH"):
        tune_bot.open_bot(with_second(installed), symbol, "1h")
    visitor = visit("lab", view="Bots together", **SMALL)
    assert "**2 bots on one cash of $10,000" in words(visitor)
    assert list(tables(visitor)[1]["Market"]) == ["SIM-BTC", "SIM-ETH"]
    assert "Correlation of daily returns" in words(visitor)


def test_one_bot_alone_is_told_how_to_get_company(installed: App, visit: Visit) -> None:
    """There is nothing to share with oneself."""
    with_second(installed)
    assert "There is one bot so far." in words(visit("lab", view="Bots together", **SMALL))
