"""What the bot sees: the band and the other indicators of its gates, each known at the bar's close."""

from dataclasses import dataclass

import numpy as np

from engine.bots.kernel.moments import efficiency_ratio, mean_and_deviation, rolling_deviation, rolling_mean
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape, bars_per_day, fixed
from engine.market.bars import Floats

TREND_BARS = 200
RATIO_BARS = 50
LEAST_VOLATILITY_BARS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """Mean and the edges `k` population deviations (ddof = 0) around it; (n,) each, nan where absent."""

    lower: Floats
    mean: Floats
    upper: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Signals:
    """The arrays that decisions read, (n,) each; nan where absent; unused ones are zeros."""

    mean: Floats
    deviation: Floats
    ratio: Floats
    trend: Floats
    volatility: Floats


def band(tape: Tape, window: int, k_sigma: float) -> Band:
    """The band over the tape's closes: rolling mean -/+ k_sigma population standard deviations."""
    mean, deviation = mean_and_deviation(tape.bars.close, tape.run, window)
    return Band(mean - k_sigma * deviation, mean, mean + k_sigma * deviation)


def signals(tape: Tape, parameters: BotParameters, core: bool) -> Signals:
    """The indicators that these parameters read; core reads the band alone."""
    mean, deviation = mean_and_deviation(tape.bars.close, tape.run, parameters.window)
    zeros = tape.strength if core else fixed(np.zeros(len(tape)))
    ratio, trend, volatility = zeros, zeros, zeros
    if not core:
        volatility = daily_volatility(tape)
        if parameters.style == "hybrid":
            ratio = efficiency_ratio(tape.bars.close, tape.run, RATIO_BARS)
        if parameters.trend_filter:
            trend = rolling_mean(tape.bars.close, tape.run, TREND_BARS)
    return Signals(*(fixed(array) for array in (mean, deviation, ratio, trend, volatility)))


def daily_volatility(tape: Tape) -> Floats:
    """Population deviation of the log returns of the last day (at least 5 bars), scaled to a day, in percent; (n,).

    A day is 24 hours, of an equity a session with the night before it.
    """
    returns = fixed(np.diff(np.log(tape.bars.close), prepend=np.log(tape.bars.close[0])))
    a_day = bars_per_day(tape.bars, tape.market)
    found = np.full(len(tape), np.nan)
    for bars in set(a_day.tolist()) if tape.market.kind == "equity" else {int(a_day[0])}:
        # A return needs the bar before it: the first of a run is not one.
        deviation = rolling_deviation(returns, fixed(tape.run - 1), max(bars, LEAST_VOLATILITY_BARS))
        found = np.where(a_day == bars, deviation * float(np.sqrt(bars)) * 100.0, found)
    return found
