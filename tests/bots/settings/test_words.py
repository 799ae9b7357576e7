"""What a bot says of itself: worked by hand for a dear coin and for a cheap one."""

import pytest

from engine.bots.parameters import BotParameters, changed
from engine.bots.settings.words import amount, base_of, in_words, order_coins, order_worth
from engine.market.market import Market, market_for

BTC = market_for("BTC/USDT", 60_000.0)
DOGE = market_for("SIM-DOGE", 0.25)


def bot(**settings: object) -> BotParameters:
    return changed(BotParameters(), settings)


def test_the_default_bot_on_bitcoin() -> None:
    """0.001 x (0.5 + 0.5) of a coin of 60,000 is 60; three of them are 180, and 3 % of that is 5.40."""
    assert in_words(bot(), BTC, 60_000.0, 10_000.0) == (
        "Buys when a bar closes {k_sigma} σ under the mean of {window} bars. Leaves at the mean, at +2 %, at −3 %,"
        " or after 96 bars. An order is **0.001 BTC**, **60** of 10,000 USD; up to 3 orders are **180**,"
        " a stop then costs about **5.40 USD** and fees."
    )


def test_the_default_bot_on_dogecoin() -> None:
    """A unit is 100,000 DOGE (25,000 dollars), so that 0.001 units are 100 coins worth 25."""
    assert order_coins(bot(), DOGE) == pytest.approx(100.0)
    said = in_words(bot(), DOGE, 0.25, 10_000.0)
    assert "An order is **100 DOGE**, **25** of 10,000 USD; up to 3 orders are **75**" in said
    assert said.endswith("a stop then costs about **2.25 USD** and fees.")


def test_caps_cut_what_an_order_is_worth() -> None:
    """The largest position (0.0005 BTC, 30 dollars) and the share of capital (1 % of 1,000, at risk 0 half of it)."""
    assert order_worth(bot(max_position_size=0.0005), BTC, 60_000.0, 10_000.0) == pytest.approx(30.0)
    assert order_worth(bot(max_asset_exposure=0.01), BTC, 60_000.0, 1_000.0) == pytest.approx(10.0)
    assert order_worth(bot(max_asset_exposure=0.01, risk_factor=0.0), BTC, 60_000.0, 1_000.0) == pytest.approx(5.0)
    assert "**0.0005 BTC**" in in_words(bot(max_position_size=0.0005), BTC, 60_000.0, 10_000.0)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"entry_confirm_bars": 2}, "Buys when a bar, and 2 before it, closes {k_sigma} σ under the mean of {window}"),
        ({"allow_short": True}, "under the mean of {window} bars and sells short as far above it."),
        ({"style": "breakout"}, "Buys when a bar closes {k_sigma} σ above the mean of {window} bars."),
        ({"style": "breakout", "allow_short": True}, "bars and sells short as far under it."),
        (
            {"style": "hybrid", "entry_confirm_bars": 1},
            "Buys when a bar, and 1 before it, closes {k_sigma} σ above the mean of {window} bars in a trend, else"
            " {k_sigma} σ under the mean of {window} bars.",
        ),
        ({"style": "hybrid", "allow_short": True}, "bars; sells short the other way round."),
        ({"exit_band": 0.3}, "Leaves at 0.3 σ from the mean,"),
        ({"trailing_stop_pct": 1.5}, "at −3 %, 1.5 % under its best, or after 96 bars."),
        ({"take_profit_pct": 0.5, "stop_loss_pct": 2.25, "max_holding_bars": 4}, "at +0.5 %, at −2.25 %, or after 4"),
    ],
)
def test_every_choice_is_said(settings: dict[str, object], said: str) -> None:
    """A trader reads one sentence instead of 27 settings: it must be this bot's."""
    assert said in in_words(bot(**settings), BTC, 60_000.0, 10_000.0)


@pytest.mark.parametrize(
    ("coins", "said"),
    [(0.00005, "0.00005"), (0.001, "0.001"), (1.23456789, "1.23457"), (150.0, "150"), (15_000_000.0, "15,000,000")],
)
def test_coins_are_written_without_an_exponent(coins: float, said: str) -> None:
    """Nobody who trades reads 5e-05."""
    assert amount(coins) == said


@pytest.mark.parametrize(
    ("symbol", "base"),
    [("SIM-BTC", "BTC"), ("BTCUSDT", "BTC"), ("BTC/USDT", "BTC"), ("btc-usd", "BTC"), ("BTC/USDT:USDT", "BTC"),
     ("DOGE_EUR", "DOGE"), ("EUR", "EUR"), ("XLB", "XLB")],
)  # fmt: skip
def test_the_coin_is_called_by_its_name(symbol: str, base: str) -> None:
    """However the exchange writes the pair."""
    assert base_of(Market(symbol)) == base
