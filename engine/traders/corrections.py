"""What a trader says himself about his profile: this belief is so, or forget what it is made of."""

import math
from dataclasses import dataclass
from typing import Final, Literal

from engine.core.errors import DataError
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.memory.masses import SCALES
from engine.traders.taste import Liking

Kind = Literal["set", "forget"]
EVERYTHING: Final = "everything"
ABOUT: Final = ("strategy", "ticker", "sector", "habit")
HABITS: Final = ("hour", "holding", "risk_drift", "margin_drift", "rotation", "regimes", "vix", "vix_change")
LIMITS: Final = {"risk": (0.0, 5.0), "premium": (0.01, 10_000_000.0), "timing": (0.0, 5_000.0)}
NAMED: Final = {"risk": "delta", "premium": "premium", "timing": "days to expiry"}


@dataclass(frozen=True, slots=True)
class Correction:
    """One word of the trader about one belief, from a moment on; a later one about the same belief replaces it.

    `belief` is `strategy:iron_condor`, `ticker:SIM-A`, `risk` (|delta|), `premium` (money per contract) or `timing`
    (days); `sector:Energy`, `habit:hour` and the other habits, and `everything` can be forgotten only. `set` says
    where it lies, `low` to `high`: an affinity from 0 (never) to 1 (always), or the scale's own units. `forget`: what
    came before `at_ms` counts no longer, and what was set before is not set any more.
    """

    belief: str
    at_ms: int
    kind: Kind
    low: float = math.nan
    high: float = math.nan

    def __post_init__(self) -> None:
        about, _, name = self.belief.partition(":")
        if about == "strategy" and name not in STRATEGIES:
            raise DataError(f"a strategy must be one of {', '.join(STRATEGIES)}, was {name!r}.")
        if about == "habit" and name not in HABITS:
            raise DataError(f"a habit must be one of {', '.join(HABITS)}, was {name!r}.")
        if not (name if about in ABOUT else self.belief in (*SCALES, EVERYTHING)):
            raise DataError(
                f"a belief must be one of {', '.join(f'{each}:NAME' for each in ABOUT)}, {', '.join(SCALES)} or "
                f"{EVERYTHING}, was {self.belief!r}."
            )
        if self.kind == "set":
            self._check_range(about)

    def _check_range(self, about: str) -> None:
        if about in (EVERYTHING, "sector", "habit"):
            raise DataError(f"{self.belief} can be forgotten, not set. Set a strategy, a ticker or a range instead.")
        least, most = LIMITS.get(about, (0.0, 1.0))
        if not least <= self.low <= self.high <= most:
            raise DataError(
                f"{NAMED.get(about, 'an affinity')} must be {least:g} to {most:g}, the lower first, "
                f"was {self.low:g} to {self.high:g}."
            )

    @property
    def key(self) -> str:
        """Its name: what to give to take it back."""
        return f"{self.belief}@{self.at_ms}"

    @property
    def affinity(self) -> float:
        """The affinity that was set for a strategy or ticker."""
        return (self.low + self.high) / 2

    def liking(self, floor: float) -> Liking:
        """The range that was set, as a centre and a width on the belief's scale: the ends lie one width away."""
        low, high = (self._placed(each) for each in (self.low, self.high))
        return Liking((low + high) / 2, max((high - low) / 2, floor))

    def _placed(self, value: float) -> float:
        if self.belief == "premium":
            return math.log(value)
        return math.log1p(value) if self.belief == "timing" else value


def forgotten(corrections: tuple[Correction, ...], belief: str) -> int:
    """Since when events count for a belief: they do if they came after this moment; -1 if it was never forgotten."""
    return max((each.at_ms for each in corrections if each.kind == "forget" and each.belief in (belief, EVERYTHING)),
               default=-1)  # fmt: skip


def holding(corrections: tuple[Correction, ...]) -> dict[str, Correction]:
    """What is set, by belief, after all of them in time order."""
    held: dict[str, Correction] = {}
    for each in sorted(corrections, key=lambda one: one.at_ms):
        if each.kind == "set":
            held[each.belief] = each
        elif each.belief == EVERYTHING:
            held.clear()
        else:
            held.pop(each.belief, None)
    return held
