"""From what was measured to what the tuner shows: chart, cards, sliders; the words and digits, no drawing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from engine.bots.parameters import CORE_FOUR, KNOBS, BotParameters
from engine.bots.performance import Performance
from engine.bots.settings.words import base_of, unit_name
from engine.bots.trades import REASONS
from engine.core.interval import Interval
from engine.market.bars import Bars, Floats
from engine.market.market import Market
from engine.services.tune_bot import Measured, Outlook
from pages.ui.controls import SliderSpec
from pages.ui.look import NOT_KNOWN, number, percent
from pages.ui.tuner.live_view import Fan, Trade
from pages.ui.tuner.results import ResultCard

Text = Callable[[float], str]

MOST_CANDLES: Final = 170
DAY_MS: Final = 86_400_000
FAN_STEPS: Final = 6
FEWEST_DAYS: Final = 7
FALL_SURE: Final = "about 88 %"  # measured: a fresh period's fall lay in this range 86 to 90 times in 100


def sliders(shown: BotParameters, saved: BotParameters, measured: Measured) -> list[SliderSpec]:
    """The four core settings with limits, suggested range, value and what is saved."""
    units = {"window": "bars", "k_sigma": "σ", "risk_factor": "", "base_trade_size": size_unit(measured.market)}
    specs = []
    for name in CORE_FOUR:
        knob = KNOBS[name]
        (low, high), (calm, bold) = knob.allowed or (0, 1), knob.suggested or (0, 1)
        now, was = getattr(shown, name), getattr(saved, name)
        specs.append(
            SliderSpec(name, knob.label, units[name], low, high, knob.step or 1, calm, bold, now, was, knob.decimals)
        )
    return specs


def size_unit(market: Market) -> str:
    """What a size is counted in: BTC; where a unit is not one coin, how many it stands for: × 100 SPY."""
    name = unit_name(market)
    return name if market.unit == 1 else f"× {name}".replace(" ", "\u00a0")  # a factor stays with what it multiplies


def drawn(bars: Bars, ends: Floats, each: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Open, high, low and close of candles of `each` bars that end at these bars."""
    starts = np.maximum(ends - each + 1, 0)
    high = np.array([bars.high[a : b + 1].max() for a, b in zip(starts, ends, strict=True)])
    low = np.array([bars.low[a : b + 1].min() for a, b in zip(starts, ends, strict=True)])
    return bars.open[starts], high, low, bars.close[ends]


def step_in_words(step: str, each: int) -> str:
    """How long one drawn candle is."""
    name = "daily bars" if step == "1d" else f"{step[:-1]} {'h' if step.endswith('h') else 'min'} bars"
    return name if each == 1 else f"{name}, {each} a candle"


def fills(measured: Measured, first: int) -> list[Trade]:
    """Entries and exits from bar `first` (0 or later) on, with what came of them; what is open has no exit yet."""
    trades, time = measured.result.trades, measured.result.tape.bars.time
    found = []
    for i in range(len(trades)):
        long = trades.side[i] > 0
        if trades.entry_bar[i] >= first:
            text = f"{number(trades.quantity[i], 6).rstrip('0').rstrip('.')} {base_of(measured.market)}"
            found.append(
                Trade(int(time[trades.entry_bar[i]]), float(trades.entry_price[i]), "buy" if long else "sell", text)
            )
        if trades.exit_bar[i] >= first:
            text = f"{REASONS[int(trades.reason[i])]}, {number(trades.pnl[i], 2, signed=True)} {measured.market.quote}"
            found.append(
                Trade(int(time[trades.exit_bar[i]]), float(trades.exit_price[i]), "sell" if long else "buy", text)
            )
    return found


def fan(ahead: Outlook) -> Fan:
    """The 50, 80 and 95 % ranges over the next seven days; between two days drawn along the root of time."""
    forecast = ahead.forecast
    at = np.arange(1, 7 * FAN_STEPS + 1) / FAN_STEPS
    known = np.sqrt(np.arange(8))
    edges = [
        np.interp(np.sqrt(at), known, np.r_[forecast.last_close, side]).tolist()
        for share in (0.5, 0.8, 0.95)
        for side in forecast.band(share)
    ]
    times = (forecast.cutoff_ms + at * DAY_MS).astype(np.int64).tolist()
    return Fan(times, [forecast.last_close] * len(times), *edges)


def spoken(measured: Measured, wanted: str) -> str:
    """The period that was measured: as it was asked for, or the days there are where they are fewer."""
    days = measured.record.days
    asked = {"last 90 days": 90, "last year": 365, "last 3 years": 1096}.get(wanted)
    return f"all {max(1, round(days))} days" if asked and days < 0.95 * asked else wanted


def cards(after: Measured, before: Measured | None, tag: str) -> list[ResultCard]:
    """Return, deepest fall and trades a week, each with its range and what it was."""
    new, old = after.performance, before.performance if before else None
    if not new.trades or after.record.days < FEWEST_DAYS:
        why = "no trade in this time" if not new.trades else f"under {FEWEST_DAYS} days: too short to say"
        return [
            replace(each, low=None, high=None, minimum=None, maximum=None, note=why) for each in known(new, old, tag)
        ]
    return known(new, old, tag)


def known(new: Performance, old: Performance | None, tag: str) -> list[ResultCard]:
    """The three cards with their ranges."""
    fall, was_fall = flipped(new.max_drawdown), flipped(old.max_drawdown) if old else None
    return [
        card("Return after costs", tag, new.total_return, old.total_return if old else None, signed),
        card("Worst fall", tag, fall, was_fall, signed, FALL_SURE),
        card("Trades", "per week", new.trades_per_week, old.trades_per_week if old else None, a_week),
    ]


def card(label: str, tag: str, now: Interval, was: Interval | None, text: Text, sure: str = "95 %") -> ResultCard:
    """One result with its whisker; the axis holds both ranges and, where it matters, zero."""
    shown = NOT_KNOWN if now.value is None else text(now.value)
    before = "" if was is None or was.value is None else f"was {text(was.value)}"
    if now.low is None or now.high is None:
        return ResultCard(label, tag, shown, before, note="too little happened to say how sure this is")
    ends = [value for each in (now, was) if each for value in (each.low, each.value, each.high) if value is not None]
    low, high = min([*ends, 0.0]), max([*ends, 0.0])
    room = 0.05 * (high - low) or 1.0
    zero = label.startswith("Return")
    luck = ", could be luck" if zero and not now.excludes_zero else ""
    note = f"{sure}: {text(now.low)} to {text(now.high)}{luck}"
    return ResultCard(
        label, tag, shown, before, now.low, now.value, now.high, low - room, high + room, 0.0 if zero else None, note
    )


def signed(value: float) -> str:
    """A fraction as signed percent, with more digits where it is small."""
    return percent(value, 1 if abs(value) >= 0.1 else 2, signed=True)


def a_week(value: float) -> str:
    """A number of trades."""
    return number(value, 1)


def flipped(interval: Interval) -> Interval:
    """A fall as a negative number: how far down it went."""
    ends = [None if value is None else -value for value in (interval.value, interval.high, interval.low)]
    return Interval(ends[0], ends[1], ends[2], interval.n)


def instead(measured: Measured) -> str:
    """What the same money would have done without the bot, in one line."""
    held, part, cash = measured.benchmarks.hold, measured.benchmarks.same_exposure, measured.benchmarks.cash
    line = f"Holding all along made {signed(held.total_return)}"
    if part is not None:
        share = measured.performance.mean_exposure or 0.0
        exposure = percent(share, 1 if share >= 0.1 else 2)
        line += f", holding the bot's average {exposure} of the money {signed(part.total_return)}"
    return f"{line}, cash {signed(cash.total_return)}. {(part or held).lead.sentence}"


def otherwise(measured: Measured) -> str:
    """The same bot in other circumstances, in one line, and how sure that is."""
    parts: Sequence[str] = [f"{each.name} {signed(each.total_return)}" for each in measured.sensitivity]
    told = ", ".join(parts)
    return f"Otherwise the return would have been: {told}. Each is one replay, no surer than the return above."
