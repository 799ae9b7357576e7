"""From what was measured to what the live tuner shows: the bars its bands are made of, gates, rules and paths."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.kernel.orders import NEAR
from engine.bots.parameters import BotParameters
from engine.bots.step import HYBRID_RATIO
from engine.bots.strategy import Band, signals
from engine.bots.tape import Tape
from engine.market.bars import DAY_MS, timestamp
from engine.services.tune_bot import Measured, Outlook, Touch, touches
from pages.ui.look import day, percent, price
from pages.ui.tuner.data import MOST_CANDLES, drawn, fan, fills, step_in_words
from pages.ui.tuner.live_view import Ahead, LiveView, Rules, Seen

Places = NDArray[np.int64]

FEWEST_SEEN: Final = 1500  # bars for the browser, so that its estimate knows what is held when the chart begins
LONGEST_WINDOW: Final = 30
MAY_BUY, MAY_SELL, FOLLOWS = 1, 2, 4


def live_view(after: Measured, saved: BotParameters, ahead: Outlook | None, days: int) -> LiveView:
    """The newest `days` days of a replay with the forecast; over more candles than fit, several are drawn as one."""
    tape, shown = after.result.tape, after.result.parameters
    bars = tape.bars
    ends, each = drawn_ends(tape, days)
    candles = drawn(bars, ends, each)
    places = sent_places(ends, each)
    return LiveView(
        title=f"{bars.symbol}, {step_in_words(bars.step, 1)}, {after.market.quote}",
        alt=described(after, ahead),
        time_ms=(bars.time[ends] - (each - 1) * bars.step_ms).tolist(),
        candle_ms=each * bars.step_ms, bars_a_candle=each,
        open=candles[0].tolist(), high=candles[1].tolist(), low=candles[2].tolist(), close=candles[3].tolist(),
        seen=seen(tape, shown, places), ends=np.searchsorted(places, ends).tolist(),
        trades=fills(after, max(0, int(ends[0]) - each + 1)), made={"window": shown.window, "k_sigma": shown.k_sigma},
        rules=rules(shown) if each < LONGEST_WINDOW else None,
        ahead=what_may_come(ahead) if ahead else None, has_saved_band=saved.timeframe == shown.timeframe,
        future=week(ahead) if ahead else "",
    )  # fmt: skip


def drawn_ends(tape: Tape, days: int) -> tuple[Places, int]:
    """The last bar of every drawn candle, and how many bars one candle holds."""
    bars = tape.bars
    start = int(np.searchsorted(bars.time, bars.time[-1] + bars.step_ms - days * DAY_MS))
    start = max(0, min(start, len(bars) - 2))
    each = -(-(len(bars) - start) // MOST_CANDLES)
    return np.arange(len(bars) - 1, start - 1, -each)[::-1], each


def sent_places(ends: Places, each: int) -> Places:
    """The bars that the browser gets: a whole stretch, or, where candles are long, the windows that end in them."""
    if each >= LONGEST_WINDOW:
        windows = ends[:, np.newaxis] + np.arange(1 - LONGEST_WINDOW, 1)
        return windows[windows >= 0]
    newest = int(ends[-1])
    first = min(newest + 1 - FEWEST_SEEN, int(ends[0]) + 2 - each - LONGEST_WINDOW)
    return np.arange(max(0, first), newest + 1)


def seen(tape: Tape, shown: BotParameters, places: Places) -> Seen:
    """The closes of these bars, where a stretch without a gap begins, and what the bot may do at each."""
    bars = tape.bars
    close = bars.close[places]
    ups, downs = (bars.high[places] / close - 1) * 1e4, (1 - bars.low[places] / close) * 1e4
    begins = (tape.run[places] == 1) | (np.diff(places, prepend=places[0]) != 1)
    return Seen(
        closes=close.tolist(),
        run_starts=np.flatnonzero(begins).tolist(),
        ups=np.rint(ups).astype(int).tolist(),
        downs=np.rint(downs).astype(int).tolist(),
        gates="".join(map(str, gates(tape, shown)[places])),
    )


def gates(tape: Tape, shown: BotParameters) -> Places:
    """What the bot may do at every close as bits: buy, sell short, follow; 0 where a filter shuts it out."""
    known, close = signals(tape, shown, core=False), tape.bars.close
    follows = np.full(len(tape), shown.style == "breakout")
    is_open = known.volatility <= shown.max_volatility_pct
    if shown.style == "hybrid":
        follows = known.ratio >= HYBRID_RATIO - NEAR
        is_open &= np.isfinite(known.ratio)
    buys, sells = is_open, is_open & shown.allow_short
    if shown.trend_filter:
        is_known = np.isfinite(known.trend)
        buys = buys & is_known & ~(known.trend - close >= NEAR * close)
        sells = sells & is_known & ~(close - known.trend >= NEAR * close)
    return buys * MAY_BUY + sells * MAY_SELL + follows * FOLLOWS


def rules(shown: BotParameters) -> Rules:
    """What of the bot's rules the estimate reads."""
    return Rules(
        exit=shown.exit_band,
        confirm=shown.entry_confirm_bars,
        stop=shown.stop_loss_pct / 100,
        trailing=shown.trailing_stop_pct / 100,
        target=shown.take_profit_pct / 100,
        hold=shown.max_holding_bars,
        cooldown=shown.cooldown_bars,
        is_limit=shown.order_type == "limit",
        lots=shown.max_open_positions,
        scaling=shown.position_scaling,
    )


def what_may_come(ahead: Outlook) -> Ahead:
    """The fan, and the joint paths as log moves from the forecast's last close."""
    last = ahead.forecast.last_close
    moves = np.round(np.log(ahead.forecast.paths / last), 12)
    return Ahead(fan(ahead), last, moves.tolist())


def week(ahead: Outlook) -> str:
    """Which seven days the forecast is about: candles may be old."""
    return f"7 days from {day(timestamp(ahead.forecast.cutoff_ms))}"


def described(after: Measured, ahead: Outlook | None) -> str:
    """The chart in one sentence, for people who cannot see it."""
    bars, edges = after.result.tape.bars, after.band
    now = (
        f"{bars.symbol}, {step_in_words(bars.step, 1)}: last price {price(bars.close[-1])} {after.market.quote}, "
        f"band {price(edges.lower[-1])} to {price(edges.upper[-1])}"
    )
    if ahead is None:
        return f"{now}; no forecast."
    low, high = ahead.forecast.band(0.95)
    touch = touches(ahead, edges)
    reached = "" if touch is None else f", {reach(touch, edges, ahead.forecast.last_close)}"
    return f"{now}; {week(ahead)}: 95 % range {price(low[-1])} to {price(high[-1])}{reached}."


def reach(touch: Touch, edges: Band, last: float) -> str:
    """The chances of touching the edges; from outside the band the nearer one is the way back into it."""
    upper, lower = percent(touch.upper, 0), percent(touch.lower, 0)
    if last > edges.upper[-1]:
        return f"back to the band {upper}, touches the lower edge {lower}"
    if last < edges.lower[-1]:
        return f"touches the upper edge {upper}, back to the band {lower}"
    return f"touches the upper edge {upper}, the lower edge {lower}"
