"""What stays of a trader's events: sums by strategy, ticker, sector, regime and scale, in which the past fades."""

import math
from dataclasses import dataclass, field, replace
from typing import Final

from engine.market.bars import DAY_MS
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import Action, Event, Idea

HALF_LIFE_DAYS: Final = 45.0
TICKER_HALF_LIVES: Final = (20.0, 60.0, 240.0)  # days; a ticker is remembered as the mean of the three
ANCHOR_MS: Final = 1_735_689_600_000  # 2025-01-01: sums are kept as of this moment, see `fading`
EARLIEST_MS, LATEST_MS = 0, ANCHOR_MS + 50 * 365 * DAY_MS
SCALES: Final = ("risk", "premium", "timing")
LIKED, DISLIKED, SHOWN = 0, 1, 2
KIND: Final = {
    Action.SHOWN: SHOWN, Action.VIEW: LIKED, Action.SAVE: LIKED, Action.DISMISS: DISLIKED, Action.TRADE: LIKED,
    Action.PROFIT: LIKED,
}  # fmt: skip
Triple = tuple[float, float, float]  # liked, disliked, shown
Moments = tuple[float, float, float, float]  # sums of m, m x, m x², m² over masses m and values x
NONE: Final[Triple] = (0.0, 0.0, 0.0)
NO_MOMENTS: Final[Moments] = (0.0, 0.0, 0.0, 0.0)
NUMBERS: Final = {name: each.number for name, each in STRATEGIES.items()}


def fading(at_ms: int, half_life: float) -> float:
    """2^((t − anchor) / half-life): multiplied in when an event is noted, divided out when the sums are read.

    So nothing has to be done while time passes, and fading twice is exactly fading once.
    """
    return math.exp2((at_ms - ANCHOR_MS) / (half_life * DAY_MS))


def places(idea: Idea) -> tuple[float, float, float]:
    """Where an idea stands on the three scales: |delta|, log |premium|, log(1 + days); nan is unknown."""
    premium = abs(idea.premium)
    return (
        abs(idea.delta),
        math.log(premium) if premium > 0 else math.nan,
        math.log1p(idea.days) if idea.days > -1 else math.nan,
    )


@dataclass(slots=True)
class Masses:
    """Faded sums of |weight| / 10 of what was liked and disliked, and of how often each was shown (1 each time).

    Strategies by number; tickers one triple for each half-life; regimes by (regime, strategy number); `scales` by
    kind (liked, disliked, shown), then scale. All as of `ANCHOR_MS`. Only a fold changes it, on a copy of its own.
    """

    strategies: list[Triple] = field(default_factory=lambda: [NONE] * len(STRATEGIES))
    tickers: dict[str, tuple[Triple, Triple, Triple]] = field(default_factory=dict)
    sectors: dict[str, Triple] = field(default_factory=dict)
    regimes: dict[tuple[str, int], Triple] = field(default_factory=dict)
    scales: list[list[Moments]] = field(default_factory=lambda: [[NO_MOMENTS] * 3 for _ in range(3)])

    def copy(self) -> "Masses":
        """The same sums, free to change."""
        return replace(
            self, strategies=self.strategies.copy(), tickers=self.tickers.copy(), sectors=self.sectors.copy(),
            regimes=self.regimes.copy(), scales=[each.copy() for each in self.scales],
        )  # fmt: skip

    def note(self, event: Event) -> None:
        """One more event."""
        kind = KIND.get(event.action)
        if kind is None:
            return
        idea, size = event.idea, 1.0 if kind == SHOWN else abs(event.weight) / 10
        mass = size * fading(event.at_ms, HALF_LIFE_DAYS)
        number, regime = NUMBERS[idea.strategy], event.circumstances.regime
        self.strategies[number] = plus(self.strategies[number], kind, mass)
        first, second, third = self.tickers.get(idea.underlying, (NONE, NONE, NONE))
        short, middle, long = (size * fading(event.at_ms, each) for each in TICKER_HALF_LIVES)
        self.tickers[idea.underlying] = plus(first, kind, short), plus(second, kind, middle), plus(third, kind, long)
        if idea.sector:
            self.sectors[idea.sector] = plus(self.sectors.get(idea.sector, NONE), kind, mass)
        if regime:
            self.regimes[regime, number] = plus(self.regimes.get((regime, number), NONE), kind, mass)
        scales = self.scales[kind]
        for scale, value in enumerate(places(idea)):
            if math.isfinite(value):
                m, mx, mxx, mm = scales[scale]
                scales[scale] = m + mass, mx + mass * value, mxx + mass * value * value, mm + mass * mass

    def shrink(self, kept: float) -> None:
        """Forget all but this share."""
        self.strategies = [times(each, kept) for each in self.strategies]
        self.tickers = {
            name: (times(a, kept), times(b, kept), times(c, kept)) for name, (a, b, c) in self.tickers.items()
        }
        self.sectors = {name: times(each, kept) for name, each in self.sectors.items()}
        self.regimes = {name: times(each, kept) for name, each in self.regimes.items()}
        # m² shrinks as m does: fewer events like these, not the same number of lighter ones.
        self.scales = [[(a * kept, b * kept, c * kept, d * kept) for a, b, c, d in kind] for kind in self.scales]

    def forget(self, belief: str) -> None:
        """Nothing noted so far counts any more for a belief: `strategy:…`, `ticker:…`, a scale, … or `everything`."""
        kind, _, name = belief.partition(":")
        if kind == "everything":
            self.shrink(0.0)
            self.tickers, self.sectors, self.regimes = {}, {}, {}
        elif kind == "strategy":
            self.strategies[NUMBERS[name]] = NONE
            self.regimes = {each: sums for each, sums in self.regimes.items() if each[1] != NUMBERS[name]}
        elif kind == "ticker":
            self.tickers.pop(name, None)
        elif kind == "sector":
            self.sectors.pop(name, None)
        elif kind in SCALES:
            for sums in self.scales:
                sums[SCALES.index(kind)] = NO_MOMENTS


def plus(sums: Triple, kind: int, mass: float) -> Triple:
    """The sums with a mass added to one of the three kinds."""
    liked, disliked, shown = sums
    if kind == LIKED:
        return liked + mass, disliked, shown
    return (liked, disliked + mass, shown) if kind == DISLIKED else (liked, disliked, shown + mass)


def times(sums: Triple, factor: float) -> Triple:
    """Every sum times a factor."""
    return sums[0] * factor, sums[1] * factor, sums[2] * factor
