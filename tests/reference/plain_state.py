"""What the plain reference is given, and what it knows in the middle of a replay."""

from dataclasses import dataclass, field

from engine.bots.parameters import BotParameters
from engine.market.bars import Bars
from engine.market.market import Market
from tests.reference.plain_indicators import Closes

LONG, SHORT, NEITHER = 1, -1, 0


@dataclass
class Setup:
    """What is replayed: settings, market, capital, costs (fractions; slippage in basis points), core rules, delay."""

    parameters: BotParameters
    market: Market
    capital: float = 10_000.0
    maker_fee: float = 0.001
    taker_fee: float = 0.001
    slippage_bps: float = 0.0
    core: bool = False
    delay: int = 0


@dataclass
class PlainTrade:
    """One position from its first lot until flat; `entry_price` is the average, `pnl` is after fees and funding.

    A trade that is open at the end has no exit bar and no exit price, the reason "open", and is marked
    to the last close. Other reasons: stop, target, band, holding, drawdown.
    """

    entry_bar: int
    exit_bar: int | None
    side: int
    entry_price: float
    exit_price: float | None
    quantity: float
    lots: int
    pnl: float
    fees: float
    reason: str


@dataclass
class Exit:
    """An exit decided at a close; `limit` is the signal close."""

    at_market: bool
    limit: float
    reason: str


@dataclass
class Entry:
    """An entry decided at a close; `follows` tells breakout (True) from mean reversion."""

    side: int
    follows: bool
    signal_close: float
    quantity: float


@dataclass
class Fill:
    """A price at which an order is filled; `inside` means later than at the open."""

    price: float
    fee: float
    inside: bool = False


@dataclass
class Run:
    """A replay under way: what is given, then the account, the open trade, the orders, and what came out."""

    setup: Setup
    bars: Bars
    closes: Closes
    means: list[float | None]
    deviations: list[float | None]
    strength: list[float]
    confidence: list[float]
    cash: float
    peak: float
    day_base: float
    position: float = 0.0
    day: int = -1
    entries_today: int = 0
    is_blocked: bool = False
    is_stopped: bool = False
    last_exit: int | None = None
    trade: PlainTrade | None = None
    follows: bool = False
    best: float = 0.0
    held: int = 0
    filled_inside: bool = False
    exit: Exit | None = None
    entry: Entry | None = None
    trades: list[PlainTrade] = field(default_factory=list)
    equity: list[float] = field(default_factory=list)
    positions: list[float] = field(default_factory=list)
