"""What a bot does, in a trader's words, made from its settings and its market."""

from typing import Final

import numpy as np

from engine.bots.parameters import BotParameters
from engine.market.market import Market
from engine.market.symbols import pair_of

LARGE: Final = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))


def order_coins(parameters: BotParameters, market: Market) -> float:
    """Coins of a first order before caps: base size x market unit x (0.5 + risk factor)."""
    return parameters.base_trade_size * market.unit * (0.5 + parameters.risk_factor)


def order_worth(parameters: BotParameters, market: Market, price: float, capital: float) -> float:
    """Quote currency of a first order at this price, after the caps on position and share of capital."""
    return min(order_coins(parameters, market) * price, largest_worth(parameters, market, price, capital))


def in_words(parameters: BotParameters, market: Market, price: float, capital: float) -> str:
    """Two or three short sentences; `{name}` stands for a setting that moves, `**bold**` for what matters."""
    worth = order_worth(parameters, market, price, capital)
    full = full_worth(parameters, market, price, capital)
    lost = full * parameters.stop_loss_pct / 100
    lots = parameters.max_open_positions
    many = f"up to {lots} orders are **{money(full)}**" if lots > 1 else "there is one at a time"
    return (
        f"{_entry(parameters)} {_exit(parameters)} An order is **{amount(worth / price)} {base_of(market)}**,"
        f" **{money(worth)}** of {capital:,.0f} {market.quote}; {many}, a stop then costs about"
        f" **{lost:,.2f} {market.quote}** and fees.{_funding(market)}"
    )


def full_worth(parameters: BotParameters, market: Market, price: float, capital: float) -> float:
    """Quote currency of a position with every lot filled: each scaled, all within the caps on one position."""
    first = order_coins(parameters, market) * price
    lots = first * sum(parameters.position_scaling**lot for lot in range(parameters.max_open_positions))
    return min(lots, largest_worth(parameters, market, price, capital))


def largest_worth(parameters: BotParameters, market: Market, price: float, capital: float) -> float:
    """Quote currency of the largest position that the caps on position and share of capital allow."""
    return min(
        parameters.max_position_size * market.unit * price,
        capital * parameters.max_asset_exposure * min(1.0, 0.5 + parameters.risk_factor),
    )


def amount(coins: float) -> str:
    """Coins with six digits and never an exponent: 0.00005 rather than 5e-05."""
    return f"{coins:,.0f}" if coins >= 1000 else np.format_float_positional(coins, 6, fractional=False, trim="-")


def money(worth: float) -> str:
    """Whole units of the quote currency, with cents where they count."""
    return f"{worth:,.0f}" if worth >= 10 else f"{worth:,.2f}"


def _funding(market: Market) -> str:
    if market.kind != "perpetual" or not market.funding_rate:
        return ""
    payer = "Longs pay" if market.funding_rate > 0 else "Shorts pay"
    return f" {payer} {abs(market.funding_rate) * 100:g} % every 8 hours."


def base_of(market: Market) -> str:
    """The name of what is traded: BTC of SIM-BTC, BTCUSDT or BTC/USDT."""
    return pair_of(market.symbol, is_ticker=market.kind == "equity").base


def unit_name(market: Market) -> str:
    """What one asset unit is: BTC, 100 SPY, 10k XRP, 1M DOGE, 0.001 BTC."""
    if market.unit == 1:
        return base_of(market)
    size, letter = next(((size, name) for size, name in LARGE if market.unit >= size), (1.0, ""))
    return f"{market.unit / size:g}{letter} {base_of(market)}"


def unit_notes(market: Market, price: float) -> tuple[str, ...]:
    """What one asset unit is and is worth, where it is not one coin."""
    if market.unit == 1:
        return ()
    return (f"One asset unit is {unit_name(market)}, {money(market.unit * price)} {market.quote} at the newest close.",)


def _entry(parameters: BotParameters) -> str:
    below = "{k_sigma} σ under the mean of {window} bars"
    above = "{k_sigma} σ above the mean of {window} bars"
    waited = f", and {parameters.entry_confirm_bars} before it," if parameters.entry_confirm_bars else ""
    if parameters.style == "mean_reversion":
        short = " and sells short as far above it" if parameters.allow_short else ""
        return f"Buys when a bar{waited} closes {below}{short}."
    if parameters.style == "breakout":
        short = " and sells short as far under it" if parameters.allow_short else ""
        return f"Buys when a bar{waited} closes {above}{short}."
    short = "; sells short the other way round" if parameters.allow_short else ""
    return f"Buys when a bar{waited} closes {above} in a trend, else {below}{short}."


def _exit(parameters: BotParameters) -> str:
    trailing = f", {parameters.trailing_stop_pct:g} % under its best" if parameters.trailing_stop_pct else ""
    where = "the mean" if parameters.exit_band == 0 else f"{parameters.exit_band:g} σ from the mean"
    return (
        f"Leaves at {where}, at +{parameters.take_profit_pct:g} %, at −{parameters.stop_loss_pct:g} %{trailing},"
        f" or after {parameters.max_holding_bars} bars."
    )
