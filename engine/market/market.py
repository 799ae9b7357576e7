"""What one may trade and in which portions: kind of market, lot step, minimum, unit, calendar."""

import math
from dataclasses import dataclass
from typing import Final, Literal

from engine.core.errors import DataError
from engine.market.bars import DAY_MS
from engine.market.symbols import BITCOIN, DOLLARS, pair_of

Kind = Literal["spot", "perpetual", "equity"]
KINDS: Final = ("spot", "perpetual", "equity")
UNIT_WORTH: Final = 4  # a unit is worth 10,000 (ten to this power) to 100,000 in quote currency
# Where one bitcoin is a like amount as in dollars, it is its own unit at any price.
NEAR_DOLLARS: Final = frozenset((*DOLLARS, "EUR", "GBP", "CHF", "CAD", "AUD"))
LOTS: Final = 1e6  # in one unit: a division leaves lots of powers of ten exact
LARGEST: Final = 1e18  # coins or quote currency: the lightest coins have eleven zeros behind the point

USUAL_FUNDING: Final = 0.0001  # per eight hours: the interest part of the large venues' formula


@dataclass(frozen=True, slots=True)
class Market:
    """The trading rules of one symbol.

    `lot_step` and `minimum_notional` are in coins and in quote currency; `unit` is how many coins one
    asset unit of `base_trade_size` means (a power of ten; 1 for BTC); `funding_rate` is the fraction
    paid by longs to shorts every eight hours on a perpetual, 0 elsewhere.
    """

    symbol: str
    kind: Kind = "spot"
    quote: str = "USD"
    lot_step: float = 1e-5
    minimum_notional: float = 5.0
    unit: float = 1.0
    funding_rate: float = 0.0
    simulated: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise DataError(f"market kind must be one of {', '.join(KINDS)}, was {self.kind!r}.")
        for name, low in (("lot_step", 0.0), ("minimum_notional", 0.0), ("unit", 1e-12)):
            value = getattr(self, name)
            if not low <= value <= LARGEST:
                raise DataError(f"{name} of {self.symbol} must be {low:g} to {LARGEST:g}, was {value:g}.")
        if not abs(self.funding_rate) <= 0.01:
            raise DataError(
                f"funding_rate of {self.symbol} must be -0.01 to 0.01 per 8 hours, was {self.funding_rate:g}."
                " 0.0001 is 0.01 %."
            )

    @property
    def can_short(self) -> bool:
        """Shorts need a perpetual: on spot and in a cash account there is nothing to borrow."""
        return self.kind == "perpetual"

    @property
    def days_per_year(self) -> int:
        """Trading days a year: 365 where trade never stops, 252 for equities."""
        return 252 if self.kind == "equity" else 365

    @property
    def longest_pause_ms(self) -> int:
        """The longest ordinary pause between daily bars: weekends with a holiday for equities."""
        return 4 * DAY_MS if self.kind == "equity" else 0


def unit_for(price: float) -> float:
    """The power of ten of coins that is worth 10,000 to 100,000 at this price; 1 for BTC at 10,000 up."""
    if not 0 < price < float("inf"):
        raise DataError(f"a market's price must be finite and above 0, was {price}.")
    power = UNIT_WORTH - math.floor(math.log10(price))
    # The logarithm of a price just below a power of ten may be rounded up to it, which the product shows.
    return 10.0 ** (power + 1 if price * 10.0**power < 10.0**UNIT_WORTH else power)


def unit_of(symbol: str, price: float, kind: Kind, quote: str) -> float:
    """Coins of one asset unit: 1 for bitcoin in dollars or the like, else by the price."""
    is_bitcoin = kind != "equity" and pair_of(symbol).base in BITCOIN
    return 1.0 if is_bitcoin and quote in NEAR_DOLLARS else unit_for(price)


def quote_of(symbol: str, kind: Kind = "spot") -> str:
    """The currency that a symbol's prices are in: USDT of BTC/USDT and BTCUSDT, USD where none is named."""
    return pair_of(symbol, is_ticker=kind == "equity").quote or "USD"


def market_for(symbol: str, price: float, kind: Kind = "spot", quote: str = "USD", unit: float | None = None) -> Market:
    """Sensible rules for a market that nobody has described: BTC keeps unit 1, others follow the price.

    The lot step is a ten-thousandth of the unit's hundredth, so that the smallest order size of the
    registry (0.0001 units) is still a hundred lots.
    """
    if unit is None:
        unit = unit_of(symbol, price, kind, quote)
    return Market(symbol, kind, quote, lot_step=unit / LOTS, minimum_notional=1.0, unit=unit)
