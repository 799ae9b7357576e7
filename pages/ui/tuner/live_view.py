"""What the live tuner shows, as plain values: candles, closes to make bands of, trades and what may come."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Trade:
    """One fill: when, at which price, and what came of it, in words."""

    time_ms: int
    price: float
    side: Literal["buy", "sell"]
    text: str


@dataclass(frozen=True, slots=True)
class Fan:
    """What may come: the median and the edges of the 50, 80 and 95 % ranges at each time."""

    time_ms: Sequence[int]
    median: Sequence[float]
    low_50: Sequence[float]
    high_50: Sequence[float]
    low_80: Sequence[float]
    high_80: Sequence[float]
    low_95: Sequence[float]
    high_95: Sequence[float]


@dataclass(frozen=True, slots=True)
class Rules:
    """What of the bot's rules the quick estimate of the trades reads; fractions and bars.

    `exit` is how many deviations from the mean a position leaves; `confirm` the closes beyond the band before
    the one that enters.
    """

    exit: float
    confirm: int
    stop: float
    trailing: float
    target: float
    hold: int
    cooldown: int
    is_limit: bool
    lots: int
    scaling: float


@dataclass(frozen=True, slots=True)
class Seen:
    """The bars that bands and estimates are made of, oldest first: closes, and where stretches without a gap begin.

    `ups` and `downs` are how far high and low lie from the close, in whole basis points: enough for an estimate.
    `gates` has one digit a bar: 1 may buy, 2 may sell short, 4 follows the move (else fades it).
    """

    closes: Sequence[float]
    run_starts: Sequence[int]
    ups: Sequence[int]
    downs: Sequence[int]
    gates: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """What may come: the fan, and the log moves of its joint paths from `last` on, one row a path."""

    fan: Fan
    last: float
    paths: Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class LiveView:
    """Everything that the live tuner shows; times are UTC in milliseconds, candles oldest first.

    `ends` says for every drawn candle which close of `seen` is its last; `bars_a_candle` how many bars it holds.
    `trades` and `alt` are of the replay with the settings `made` (`window` and `k_sigma`).
    Without `rules` trades are not estimated while a thumb moves; without `ahead` the chart ends at the newest bar.
    `has_saved_band` is whether the saved bot's band lies on these same bars; `future` says which days lie ahead.
    """

    title: str
    alt: str
    time_ms: Sequence[int]
    candle_ms: int
    bars_a_candle: int
    open: Sequence[float]
    high: Sequence[float]
    low: Sequence[float]
    close: Sequence[float]
    seen: Seen
    ends: Sequence[int]
    trades: Sequence[Trade]
    made: Mapping[str, float]
    rules: Rules | None
    ahead: Ahead | None
    has_saved_band: bool
    future: str = ""


def sent(view: LiveView) -> dict[str, Any]:
    """The view as the browser reads it: one flat object of lists, numbers and texts."""
    ahead = view.ahead
    return {
        **named(view, "seen", "ahead"),
        **named(view.seen),
        "trades": [asdict(trade) for trade in view.trades],
        "rules": None if view.rules is None else asdict(view.rules),
        "fan": None if ahead is None else named(ahead.fan),
        "path_last": None if ahead is None else ahead.last,
        "paths": [] if ahead is None else ahead.paths,
    }


def named(value: Any, *without: str) -> dict[str, Any]:
    """The fields of a value by name, as they are: `asdict` would copy thousands of numbers one by one."""
    return {field.name: getattr(value, field.name) for field in fields(value) if field.name not in without}
