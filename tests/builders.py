"""Small things that tests are made from: candles, markets, settings; state only what matters."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.settings.knob import Knob
from engine.bots.tape import Tape, fixed, tape_of
from engine.core.chance import generator
from engine.core.errors import ParameterError
from engine.market.bars import STEPS, Bars, Floats
from engine.market.market import Market

START_MS = 1_735_689_600_000  # 2025-01-01 00:00 UTC, a Wednesday


def candles(closes: Floats, step: str = "1h", symbol: str = "TEST", wiggle: float = 0.0) -> Bars:
    """Candles through these closes; each opens at the last close and reaches `wiggle` (a fraction) beyond both."""
    closes = np.asarray(closes, dtype=np.float64)
    opens = np.r_[closes[0], closes[:-1]]
    high, low = np.maximum(opens, closes) * (1 + wiggle), np.minimum(opens, closes) * (1 - wiggle)
    time = START_MS + np.arange(len(closes)) * STEPS[step]
    return Bars(symbol, step, time, opens, high, low, closes, np.ones(len(closes)))


def walk(seed: int = 0, length: int = 500, step: str = "1h", sigma: float = 0.01, start: float = 50_000.0) -> Bars:
    """A random walk with opens off the last close and ranges of its own."""
    rng = generator(seed, "walk")
    closes = start * np.exp(np.cumsum(rng.normal(0, sigma, length)))
    opens = np.r_[start, closes[:-1]] * np.exp(rng.normal(0, sigma / 5, length))
    high = np.maximum(opens, closes) * np.exp(np.abs(rng.normal(0, sigma / 2, length)))
    low = np.minimum(opens, closes) * np.exp(-np.abs(rng.normal(0, sigma / 2, length)))
    time = START_MS + np.arange(length) * STEPS[step]
    return Bars("TEST", step, time, opens, high, low, closes, rng.uniform(1, 9, length))


def wild(seed: int, length: int = 400, step: str = "1h") -> Bars:
    """A nasty market: changing volatility, jumps, flat stretches, ticks, gaps."""
    rng = generator(seed, "wild")
    sigma = np.exp(rng.normal(-4.5, 0.7)) * np.exp(np.cumsum(rng.normal(0, 0.1, length)) * 0.3)
    moves = rng.standard_t(3, length) * sigma - rng.uniform(0, 0.2) * np.sin(np.arange(length) / 9) * sigma
    moves[rng.random(length) < rng.choice([0.0, 0.0, 0.3])] = 0.0
    closes = rng.choice([0.08, 30.0, 60_000.0]) * np.exp(np.cumsum(np.clip(moves, -0.4, 0.4)))
    opens = np.r_[closes[0], closes[:-1]] * np.exp(rng.normal(0, rng.choice([0.0, 0.001]), length))
    high = np.maximum(opens, closes) * np.exp(np.abs(rng.normal(0, 0.004, length)))
    low = np.minimum(opens, closes) * np.exp(-np.abs(rng.normal(0, 0.004, length)))
    tick = closes[0] * rng.choice([1e-9, 2e-3])
    prices = [np.maximum(np.round(price / tick), 1) * tick for price in (opens, high, low, closes)]
    time = START_MS + np.arange(length) * STEPS[step]
    kept = rng.random(length) >= rng.choice([0.0, 0.005])
    kept[0] = True
    return Bars("WILD", step, time[kept], *(price[kept] for price in prices), np.ones(int(kept.sum())))


def tape(bars: Bars, market: Market | None = None, seed: int | None = None) -> Tape:
    """The tape of a market; with a seed, strength and confidence of the forecast are made up."""
    made = tape_of(bars, market or Market(bars.symbol, lot_step=1e-5, minimum_notional=0.0))
    if seed is None:
        return made
    rng = generator(seed, "tilt")
    return replace(
        made, strength=fixed(rng.uniform(-1, 1, len(bars))), confidence=fixed(rng.uniform(0.4, 1.0, len(bars)))
    )


def knob_values(knob: Knob) -> st.SearchStrategy[object]:
    """Values that a setting allows, on its step, edges included."""
    if knob.type == "bool":
        return st.booleans()
    if knob.type == "enum":
        return st.sampled_from(knob.choices)
    assert knob.allowed is not None
    assert knob.step is not None
    low, high = knob.allowed
    if knob.type == "int":
        return st.integers(int(low), int(high))
    steps = round((high - low) / knob.step)
    return st.integers(0, steps).map(lambda n: min(high, low + n * knob.step))


@st.composite
def settings_of_a_bot(draw: st.DrawFn, **fixed_values: object) -> BotParameters:
    """Any valid bot: some settings drawn from all they allow, the others at their defaults."""
    drawn = {
        name: draw(knob_values(knob))
        for name, knob in KNOBS.items()
        if name not in fixed_values and draw(st.booleans())
    }
    try:
        return changed(BotParameters(), {**drawn, **fixed_values})
    except ParameterError:
        return changed(BotParameters(), {**drawn, **fixed_values, "exit_band": 0.0})
