"""The settings of a bot: one field a parameter, and the one registry that everything is made from."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from types import MappingProxyType
from typing import Any, Final, Literal, get_args

from engine.bots.settings.knob import Category, Knob, Value, setting
from engine.core.errors import ParameterError

Style = Literal["mean_reversion", "breakout", "hybrid"]
OrderType = Literal["market", "limit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BotParameters:
    """All 27 settings of a band bot; valid by construction, else ParameterError naming every fault."""

    base_trade_size: float = setting(
        type="float", default=0.001, allowed=(0.0001, 0.01), suggested=(0.0005, 0.002), step=0.0001,
        unit="asset units", category="position_sizing", label="Trade size", description="Base size of one trade",
        effect="order quantity = base_trade_size * market unit * (0.5 + risk_factor), rounded down to the lot step",
        lower="smaller trades, smaller swings", higher="larger trades, larger swings", riskier="higher",
        words=("trade size", "size", "order size", "amount", "position size", "stake"), moves=("return", "drawdown"),
    )  # fmt: skip
    max_position_size: float = setting(
        type="float", default=0.01, allowed=(0.0005, 0.1), suggested=(0.002, 0.02), step=0.0005,
        unit="asset units", category="position_sizing", label="Largest position",
        description="Largest total position in one asset", effect="a buy that would exceed it is cut or skipped",
        lower="less can pile up in one asset", higher="more can pile up in one asset", riskier="higher",
        words=("max position", "maximum position", "position limit", "position cap"), moves=("exposure", "drawdown"),
    )  # fmt: skip
    position_scaling: float = setting(
        type="float", default=1.0, allowed=(1.0, 3.0), suggested=(1.0, 1.5), step=0.1,
        unit="multiplier", category="position_sizing", label="Scaling of further entries",
        description="Size multiplier for each further entry on the same side",
        effect="the n-th lot on one side (n = 1, 2, ...) has size base * scaling^(n-1)",
        lower="further entries stay as small as the first", higher="further entries grow", riskier="higher",
        words=("scaling", "pyramiding", "averaging down", "martingale"), moves=("exposure", "drawdown"),
    )  # fmt: skip
    window: int = setting(
        type="int", default=15, allowed=(5, 30), suggested=(10, 20), step=1,
        unit="bars", category="entry", label="Window", description="Rolling look-back of the band",
        effect="mean and std over `window` closes; shorter = more responsive",
        lower="the band follows the price more closely", higher="the band is calmer and slower",
        words=("window", "look-back", "lookback", "period", "length", "moving average"), moves=("trades", "return"),
    )  # fmt: skip
    k_sigma: float = setting(
        type="float", default=1.2, allowed=(0.5, 3.0), suggested=(1.0, 2.0), step=0.1,
        unit="standard deviations", category="entry", label="Band width",
        description="Band half-width in standard deviations",
        effect="entry when the close lies beyond mean -/+ k*std (a level, not a crossing);"
        " lower = tighter band, more trades",
        lower="a tighter band, more trades", higher="a wider band, fewer trades", riskier="lower",
        words=("k sigma", "sigma", "band width", "bands", "width", "deviations"), moves=("trades", "return"),
    )  # fmt: skip
    entry_confirm_bars: int = setting(
        type="int", default=0, allowed=(0, 5), suggested=(0, 2), step=1,
        unit="bars", category="entry", label="Confirmation", description="Bars a signal must persist before entry",
        effect="delays entries, removes one-bar spikes",
        lower="enters at once", higher="waits until the signal holds", riskier="lower",
        words=("confirmation", "confirm", "persist", "wait for confirmation"), moves=("trades",),
    )  # fmt: skip
    take_profit_pct: float = setting(
        type="float", default=2.0, allowed=(0.2, 20.0), suggested=(0.5, 5.0), step=0.1,
        unit="percent", category="exit", label="Take profit", description="Profit at which a position is closed",
        effect="exit when unrealised gain >= value",
        lower="takes small profits early", higher="lets profits run",
        words=("take profit", "profit target", "target", "tp"), moves=("win rate", "return"),
    )  # fmt: skip
    exit_band: float = setting(
        type="float", default=0.0, allowed=(0.0, 2.0), suggested=(0.0, 0.5), step=0.1,
        unit="standard deviations", category="exit", label="Exit distance from the mean",
        description="Distance from the mean at which a mean-reversion exit fires (0 = at the mean)",
        effect="a mean-reversion position closes when the close is within exit_band*std of the mean, on the way back,"
        " or past it; must be below k_sigma",
        lower="waits for the mean", higher="leaves sooner", riskier="lower",
        words=("exit band", "exit distance", "exit level"), moves=("win rate", "return"),
    )  # fmt: skip
    trailing_stop_pct: float = setting(
        type="float", default=0.0, allowed=(0.0, 10.0), suggested=(0.0, 3.0), step=0.1,
        unit="percent", category="exit", label="Trailing stop", description="Trailing stop distance, 0 = off",
        effect="exit when price falls value % from its best since entry",
        lower="follows the price closely (0 is off)", higher="gives the price more room",
        words=("trailing stop", "trailing", "trail"), moves=("drawdown", "win rate"),
    )  # fmt: skip
    max_holding_bars: int = setting(
        type="int", default=96, allowed=(1, 500), suggested=(24, 200), step=4,
        unit="bars", category="exit", label="Longest holding", description="Time stop",
        effect="position is closed after this many bars",
        lower="leaves sooner, right or wrong", higher="waits longer", riskier="higher",
        words=("holding", "max holding", "time stop", "hold"), moves=("exposure", "trades"),
    )  # fmt: skip
    risk_factor: float = setting(
        type="float", default=0.5, allowed=(0.0, 1.0), suggested=(0.3, 0.7), step=0.05,
        unit="fraction", category="risk_management", label="Risk factor", description="Overall risk appetite",
        effect="scales order size and the share of equity that may be committed",
        lower="smaller orders (0 still trades half the base size)", higher="larger orders, more equity at work",
        riskier="higher", words=("risk", "risk factor", "risk appetite", "aggressiveness"),
        moves=("return", "drawdown"),
    )  # fmt: skip
    stop_loss_pct: float = setting(
        type="float", default=3.0, allowed=(0.5, 20.0), suggested=(1.0, 6.0), step=0.25,
        unit="percent", category="risk_management", label="Stop loss", description="Loss at which a position is closed",
        effect="exit when unrealised loss >= value",
        lower="cuts losses sooner, and is hit more often", higher="gives a losing trade more room", riskier="higher",
        words=("stop loss", "stop", "sl", "stoploss"), moves=("drawdown", "win rate"),
    )  # fmt: skip
    max_daily_loss_pct: float = setting(
        type="float", default=4.0, allowed=(0.5, 20.0), suggested=(1.0, 6.0), step=0.5,
        unit="percent", category="risk_management", label="Daily loss limit", description="Daily loss limit",
        effect="no entry decisions for the rest of the UTC day once reached; positions are kept",
        lower="stops entering sooner on a bad day", higher="goes on through a bad day", riskier="higher",
        words=("daily loss", "daily limit", "daily loss limit"), moves=("drawdown", "trades"),
    )  # fmt: skip
    max_drawdown_pct: float = setting(
        type="float", default=15.0, allowed=(2.0, 50.0), suggested=(5.0, 25.0), step=1.0,
        unit="percent", category="risk_management", label="Drawdown limit",
        description="Equity drawdown that pauses the bot",
        effect="equity drawdown that stops the bot: market exit, no further entries until a person resumes it",
        lower="stops the bot sooner", higher="lets the bot go on through a deeper fall", riskier="higher",
        words=("drawdown", "max drawdown", "drawdown limit"), moves=("drawdown",),
    )  # fmt: skip
    style: Style = setting(
        type="enum", default="mean_reversion", choices=("mean_reversion", "breakout", "hybrid"),
        category="trading_style", label="Style", description="What a band touch means",
        effect="mean_reversion fades a close beyond the band, breakout follows it, hybrid follows when the"
        " efficiency ratio of 50 bars is at least 0.3, else fades",
        words=("style", "mean reversion", "breakout", "trend following", "hybrid", "fade"), moves=("trades", "return"),
    )  # fmt: skip
    allow_short: bool = setting(
        type="bool", default=False, category="trading_style", label="Allow shorts",
        description="Whether upper-band touches may open shorts", effect="spot-only when false",
        lower="buys only", higher="may also sell short", riskier="higher",
        words=("short", "shorts", "short selling", "long only"), moves=("trades", "exposure"),
    )  # fmt: skip
    timeframe: str = setting(
        type="enum", default="1h", choices=("5m", "15m", "1h", "4h", "1d"), category="timing", label="Timeframe",
        description="Bar interval", effect="resamples finer candles on UTC; finer than the candles is refused",
        words=("timeframe", "interval", "bars of", "candles of", "time frame"), moves=("trades",),
    )  # fmt: skip
    cooldown_bars: int = setting(
        type="int", default=2, allowed=(0, 100), suggested=(0, 12), step=1,
        unit="bars", category="timing", label="Cooldown", description="Bars to wait after a trade",
        effect="suppresses re-entries",
        lower="re-enters sooner", higher="rests longer after a trade", riskier="lower",
        words=("cooldown", "cool down", "pause", "rest"), moves=("trades",),
    )  # fmt: skip
    max_trades_per_day: int = setting(
        type="int", default=20, allowed=(1, 200), suggested=(4, 40), step=1,
        unit="trades", category="timing", label="Trades a day", description="Cap on entries per day",
        effect="further signals are skipped",
        lower="fewer entries on a busy day", higher="more entries on a busy day", riskier="higher",
        words=("trades per day", "daily trades", "trade limit", "trades a day"), moves=("trades",),
    )  # fmt: skip
    trend_filter: bool = setting(
        type="bool", default=False, category="regime_filter", label="Trend filter",
        description="Skip entries against the 200-bar trend", effect="fewer counter-trend trades",
        lower="ignores the trend", higher="trades with the 200-bar trend only", riskier="lower",
        words=("trend filter", "trend", "with the trend"), moves=("trades",),
    )  # fmt: skip
    max_volatility_pct: float = setting(
        type="float", default=10.0, allowed=(1.0, 30.0), suggested=(4.0, 15.0), step=0.5,
        unit="percent per day", category="regime_filter", label="Volatility limit",
        description="Daily volatility above which no entries are taken", effect="stays out of turbulent markets",
        lower="stays out sooner", higher="trades through turbulence", riskier="higher",
        words=("volatility", "max volatility", "volatility limit", "turbulence"), moves=("trades", "drawdown"),
    )  # fmt: skip
    ml_weight: float = setting(
        type="float", default=0.3, allowed=(0.0, 1.0), suggested=(0.0, 0.5), step=0.05,
        unit="fraction", category="ml_prediction", label="Weight of the forecast",
        description="How much the 7-day forecast tilts size",
        effect="size *= 1 + ml_weight * strength in [-1, 1]: from forecast volatility against usual (our forecast)"
        " or from direction (an imported forecast with a track record)",
        lower="the forecast matters less", higher="the forecast matters more", riskier="higher",
        words=("forecast", "prediction", "model", "ml", "ai weight", "ml weight"), moves=("return", "drawdown"),
    )  # fmt: skip
    ml_min_confidence: float = setting(
        type="float", default=0.6, allowed=(0.5, 0.99), suggested=(0.55, 0.8), step=0.01,
        unit="probability", category="ml_prediction", label="Least confidence",
        description="Forecast confidence below which it is ignored", effect="gates the tilt",
        lower="listens to weaker forecasts", higher="listens to sure forecasts only", riskier="lower",
        words=("confidence", "min confidence", "certainty"), moves=("return",),
    )  # fmt: skip
    max_asset_exposure: float = setting(
        type="float", default=0.25, allowed=(0.01, 1.0), suggested=(0.1, 0.4), step=0.05,
        unit="fraction of equity", category="portfolio", label="Largest share of equity",
        description="Largest share of equity in one asset", effect="buys are cut to the cap",
        lower="less of the capital in one asset", higher="more of the capital in one asset", riskier="higher",
        words=("exposure", "max exposure", "share of equity", "allocation"), moves=("exposure", "drawdown"),
    )  # fmt: skip
    max_open_positions: int = setting(
        type="int", default=3, allowed=(1, 20), suggested=(1, 6), step=1,
        unit="positions", category="portfolio", label="Open positions",
        description="Positions held at once across assets", effect="further signals are skipped",
        lower="fewer lots at once", higher="more lots at once", riskier="higher",
        words=("open positions", "positions", "concurrent positions"), moves=("exposure", "trades"),
    )  # fmt: skip
    order_type: OrderType = setting(
        type="enum", default="limit", choices=("market", "limit"), category="execution", label="Order type",
        description="Order type",
        effect="limit at the signal close: maker fee, filled only if the next bar trades through it, else void;"
        " market: next open with slippage, taker fee",
        words=("order type", "limit orders", "market orders", "orders"), moves=("trades", "fees"),
    )  # fmt: skip
    max_slippage_bps: float = setting(
        type="float", default=10.0, allowed=(0.0, 100.0), suggested=(2.0, 25.0), step=1.0,
        unit="basis points", category="execution", label="Slippage limit", description="Largest accepted slippage",
        effect="a market entry whose open is worse than the signal close by more than this is void",
        lower="gives up entries that run away", higher="chases entries", riskier="higher",
        words=("slippage", "max slippage"), moves=("trades",),
    )  # fmt: skip

    def __post_init__(self) -> None:
        found = [text for name, knob in KNOBS.items() if (text := knob.problem(name, getattr(self, name)))]
        if not found and self.exit_band >= self.k_sigma:
            found = [
                f"exit_band must be below k_sigma, was {self.exit_band:g} with k_sigma {self.k_sigma:g}."
                " Lower exit_band or raise k_sigma."
            ]
        if found:
            raise ParameterError(" ".join(found))
        for name, knob in KNOBS.items():
            if knob.type == "int":
                object.__setattr__(self, name, int(getattr(self, name)))
            elif knob.type == "float":
                object.__setattr__(self, name, float(getattr(self, name)))


KNOBS: Final[Mapping[str, Knob]] = MappingProxyType(
    {part.name: part.metadata["knob"] for part in fields(BotParameters)}
)
CATEGORIES: Final[tuple[Category, ...]] = get_args(Category)
CORE_FOUR: Final = ("window", "k_sigma", "risk_factor", "base_trade_size")


def changed(parameters: BotParameters, values: Mapping[str, Any]) -> BotParameters:
    """A copy with these values; unknown names and bad values are refused together."""
    unknown = [name for name in values if name not in KNOBS]
    if unknown:
        raise ParameterError(
            f"a bot has no setting {', '.join(map(repr, unknown))}. The settings are {', '.join(KNOBS)}."
        )
    return replace(parameters, **values)


def as_dict(parameters: BotParameters) -> dict[str, Value]:
    """The settings by name, in the order of the registry, ready for JSON."""
    return asdict(parameters)


def differences(old: BotParameters, new: BotParameters) -> dict[str, tuple[Value, Value]]:
    """What changed: name -> (before, after), in the order of the registry."""
    return {
        name: (getattr(old, name), getattr(new, name)) for name in KNOBS if getattr(old, name) != getattr(new, name)
    }
