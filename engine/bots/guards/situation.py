"""Where a bot would trade: the market, price, capital and costs that its settings are judged against."""

from dataclasses import dataclass

import numpy as np

from engine.bots.parameters import BotParameters
from engine.market.market import Market


@dataclass(frozen=True, slots=True)
class Situation:
    """What is known about the place; None = unknown, and then nothing is said that would need it.

    `price` and `capital` in quote currency, `step` of the candles at hand, `fee` a fraction for each fill
    (0.001 = 0.1 %), `slippage_bps` for each market order.
    """

    market: Market | None = None
    price: float | None = None
    capital: float | None = None
    profile: str | None = None
    step: str | None = None
    fee: float = 0.001
    slippage_bps: float = 0.0

    def round_trip_pct(self, parameters: BotParameters) -> float:
        """Percent of the traded amount that entering and leaving at the target costs.

        The target is a limit order, so slippage falls on a market entry only.
        """
        slippage = self.slippage_bps / 1e4 if parameters.order_type == "market" else 0.0
        return 100 * ((1 + slippage) * (1 + self.fee) / (1 - self.fee) - 1)


def order_units(parameters: BotParameters) -> float:
    """Asset units of the first order, before caps and tilt: base x (0.5 + risk)."""
    return parameters.base_trade_size * (0.5 + parameters.risk_factor)


def share_cap(parameters: BotParameters) -> float:
    """The largest share of equity in one asset: max_asset_exposure x min(1, 0.5 + risk)."""
    return parameters.max_asset_exposure * min(1.0, 0.5 + parameters.risk_factor)


def ladder_units(parameters: BotParameters) -> float:
    """Asset units when every lot is filled, before tilt: the n-th lot is scaling**(n-1) first lots, capped."""
    lots = order_units(parameters) * parameters.position_scaling ** np.arange(parameters.max_open_positions)
    return float(min(lots.sum(), parameters.max_position_size))


def largest_share(parameters: BotParameters, place: Situation) -> float:
    """The largest share of equity that one asset can take; the cap alone where money or market is unknown."""
    cap = share_cap(parameters)
    if place.market is None or place.price is None or place.capital is None:
        return cap
    full = ladder_units(parameters) * (1 + parameters.ml_weight) * place.market.unit * place.price / place.capital
    return min(cap, full)


def stop_pct(parameters: BotParameters) -> float:
    """The loss from the average entry at which a stop closes at the latest, in percent."""
    trailing = parameters.trailing_stop_pct
    return min(parameters.stop_loss_pct, trailing) if trailing > 0 else parameters.stop_loss_pct
