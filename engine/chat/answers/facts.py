"""What answers are made from: settings, versions, findings, and numbers that were measured; never a guess."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.bots.guards.finding import Finding
from engine.bots.guards.situation import Situation
from engine.bots.measure.benchmarks import Benchmarks
from engine.bots.parameters import BotParameters
from engine.bots.performance import Performance
from engine.core.interval import Interval
from engine.forecast.evaluate import TrackRecord
from engine.forecast.model import Forecast


@dataclass(frozen=True, slots=True)
class Kept:
    """One version: its settings, when and by whom ("Claude", "you"), the words for it, a reason for each setting."""

    number: int
    at_ms: int
    by: str
    words: str
    parameters: BotParameters
    reasons: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, eq=False)
class Results:
    """What the bot did over a period that is named ("the last 365 days"), and which settings never acted in it."""

    period: str
    performance: Performance
    benchmarks: Benchmarks
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Everything an answer may rest on; what could not be measured is None, and then it is said so.

    `parameters` are those on the screen, `saved` those of the present version, `past` the versions that it came
    from, oldest first. `calm` is how much calmer (+) or wilder (-) than usual the week should be, -1 to 1;
    `efficiency` the net way of the last 50 closes as a share of the path walked.
    """

    parameters: BotParameters
    saved: BotParameters
    past: tuple[Kept, ...] = ()
    place: Situation = field(default_factory=Situation)
    findings: tuple[Finding, ...] = ()
    results: Results | None = None
    forecast: Forecast | None = None
    record: TrackRecord | None = None
    calm: float | None = None
    efficiency: float | None = None


def percent(value: float, signed: bool = True) -> str:
    """A fraction in percent, with more digits where it is small: `+20.5 %`, `-0.37 %`."""
    return f"{_figure(value, 100.0, signed)} %"


def ranged(interval: Interval, scale: float = 100.0, unit: str = " %", sure: str = "95 %") -> str:
    """A number with the range of its error: `3.50 % (95 %: 1.20 to 5.10)`; without one where none is known."""
    if interval.value is None:
        return "not known"
    value = f"{_figure(interval.value, scale)}{unit}"
    if interval.low is None or interval.high is None:
        return f"{value} (too little happened to say how sure)"
    return f"{value} ({sure}: {_figure(interval.low, scale)} to {_figure(interval.high, scale)})"


def _figure(value: float, scale: float, signed: bool = False) -> str:
    shown = value * scale
    return f"{shown:{'+' if signed else ''}.{1 if abs(shown) >= 10 else 2}f}"
