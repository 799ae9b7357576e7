"""Steps 9 to 13 of the plain reference: what is decided at a close, to be done in the next bar.

`j` is the bar whose band is looked at: bar i itself, or an earlier one when the replay has an extra delay.
"""

import math

from tests.reference import plain_indicators as indicators
from tests.reference.plain_indicators import is_above, is_below
from tests.reference.plain_state import LONG, NEITHER, SHORT, Entry, Exit, Run

FOLLOW_FROM = 0.3  # efficiency from which a hybrid follows


def band(run: Run, j: int) -> tuple[float, float] | None:
    """Mean and deviation at bar j, None where there is no band."""
    if j < 0:
        return None
    mean, deviation = run.means[j], run.deviations[j]
    if mean is None or deviation is None or math.isnan(mean) or math.isnan(deviation):
        return None
    return float(mean), float(deviation)


def beyond_band(run: Run, j: int) -> int:
    """-1 when close j lies below its lower band, 1 when above its upper band, else 0."""
    found = band(run, j)
    if found is None:
        return 0
    mean, deviation = found
    width = run.setup.parameters.k_sigma * deviation
    close = run.closes.prices[j]
    if is_below(close, mean - width):
        return -1
    return 1 if is_above(close, mean + width) else 0


def decide_exit(run: Run, i: int) -> Exit | None:
    """Step 9: stopped or held too long (at the market), or the band says that the idea is over."""
    if run.trade is None:
        return None
    j = i - run.setup.delay
    close = run.closes.prices[j] if j >= 0 else math.nan
    run.held += 1
    if run.setup.core:
        return Exit(True, close, "band") if beyond_band(run, j) == 1 else None
    if run.is_stopped:
        return Exit(True, close, "drawdown")
    if run.held >= run.setup.parameters.max_holding_bars:
        return Exit(True, close, "holding")
    if is_over(run, j, run.trade.side):
        return Exit(run.setup.parameters.order_type == "market", close, "band")
    return None


def is_over(run: Run, j: int, side: int) -> bool:
    """Mean reversion: back to within the exit band of the mean or past it. Breakout: fallen back to it."""
    found = band(run, j)
    if found is None:
        return False
    mean, deviation = found
    width = run.setup.parameters.exit_band * deviation
    waits_below = (side == SHORT) if run.follows else (side == LONG)
    close = run.closes.prices[j]
    return not (is_below(close, mean - width) if waits_below else is_above(close, mean + width))


def decide_entry(run: Run, i: int) -> Entry | None:
    """Steps 10 to 13: a signal, a side that may be traded, open gates and a quantity."""
    j = i - run.setup.delay
    if run.setup.core:
        return decide_core_entry(run, j)
    signal = lasting_signal(run, j)
    if signal == 0:
        return None
    follows = does_follow(run, j)
    if follows is None:
        return None
    side = signal if follows else -signal
    if not side_is_open(run, side) or not gates_are_open(run, i, side):
        return None
    quantity = order_quantity(run, i)
    return Entry(side, follows, run.closes.prices[j], quantity) if quantity > 0.0 else None


def decide_core_entry(run: Run, j: int) -> Entry | None:
    """Core: flat, and the close below the lower band; exactly `base_trade_size`."""
    if run.trade is not None or beyond_band(run, j) != -1:
        return None
    return Entry(LONG, False, run.closes.prices[j], run.setup.parameters.base_trade_size)


def lasting_signal(run: Run, j: int) -> int:
    """Step 10: the side of the band beyond which close j and the `entry_confirm_bars` closes before it lie."""
    signal = beyond_band(run, j)
    earlier = range(j - run.setup.parameters.entry_confirm_bars, j)
    return signal if all(beyond_band(run, before) == signal for before in earlier) else 0


def does_follow(run: Run, j: int) -> bool | None:
    """Step 11: whether the signal is followed (else faded); None when a hybrid cannot tell."""
    if run.setup.parameters.style != "hybrid":
        return run.setup.parameters.style == "breakout"
    ratio = indicators.efficiency(run.closes, j)
    return None if ratio is None else ratio >= FOLLOW_FROM - indicators.TOLERANCE  # a tie is a trend


def side_is_open(run: Run, side: int) -> bool:
    """Step 11: shorts where they are allowed; flat, or adding on the same side."""
    may_short = run.setup.parameters.allow_short and run.setup.market.can_short
    held_side = run.trade.side if run.trade is not None else NEITHER
    return (side == LONG or may_short) and held_side in (NEITHER, side)


def gates_are_open(run: Run, i: int, side: int) -> bool:
    """Step 12: everything that can hold an entry back."""
    parameters, j = run.setup.parameters, i - run.setup.delay
    lots = run.trade.lots if run.trade is not None else 0
    return (
        not run.is_stopped
        and not run.is_blocked
        and (run.trade is not None or run.last_exit is None or i >= run.last_exit + parameters.cooldown_bars)
        and run.entries_today < parameters.max_trades_per_day
        and lots < parameters.max_open_positions
        and (not parameters.trend_filter or is_with_the_trend(run, j, side))
        and is_calm(run, j)
    )


def is_with_the_trend(run: Run, j: int, side: int) -> bool:
    """Not on the wrong side of the 200-bar mean; no entry without that mean."""
    mean = indicators.trend(run.closes, j)
    if mean is None:
        return False
    close = run.closes.prices[j]
    return not (is_below(close, mean) if side == LONG else is_above(close, mean))


def is_calm(run: Run, j: int) -> bool:
    """The last day's volatility is known and within its limit."""
    volatility = indicators.daily_volatility_pct(run.closes, j)
    return volatility is not None and volatility <= run.setup.parameters.max_volatility_pct


def order_quantity(run: Run, i: int) -> float:
    """Step 13: coins to trade, after scaling, tilt, caps and whole lots; 0 means no order."""
    parameters, market = run.setup.parameters, run.setup.market
    held = abs(run.position)
    lots = run.trade.lots if run.trade is not None else 0
    quantity = parameters.base_trade_size * market.unit * (0.5 + parameters.risk_factor)
    quantity *= parameters.position_scaling**lots
    if run.confidence[i] >= parameters.ml_min_confidence:
        quantity *= 1.0 + parameters.ml_weight * run.strength[i]
    committed = parameters.max_asset_exposure * min(1.0, 0.5 + parameters.risk_factor)
    price = run.closes.prices[i - run.setup.delay]
    largest = parameters.max_position_size * market.unit - held
    affordable = run.equity[i] * committed / price - held
    return indicators.floored(min(quantity, largest, affordable), market.lot_step)
