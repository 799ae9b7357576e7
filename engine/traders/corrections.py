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
LIMITS: Final = {"risk": (0.0, 5.0), "premium": (0.01, 10_000_000.0), "timing": (0.0, 5_000.0)}
NAMED: Final = {"risk": "delta", "premium": "premium", "timing": "days to expiry"}


@dataclass(frozen=True, slots=True)
class Correction:
    """One word of the trader about one belief, from a moment on; a later one about the same belief replaces it.

    `belief` is `strategy:iron_condor`, `ticker:SIM-A`, `sector:Energy` (to forget only), `risk` (|delta|), `premium`
    (money per contract), `timing` (days), or `everything` (to forget only). `set` says where it lies, `low` to
    `high`: an affinity from 0 (never) to 1 (always), or the scale's own units. `forget`: what came before `at_ms`
    counts no longer, and what was set before is not set any more.
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
        known = about in SCALES or about == EVERYTHING or (about in ("strategy", "ticker", "sector") and name)
        if not known:
            raise DataError(
                "a belief must be strategy:NAME, ticker:NAME, sector:NAME, risk, premium, timing or everything, "
                f"was {self.belief!r}."
            )
        if self.kind == "set":
            self._check_range(about)

    def _check_range(self, about: str) -> None:
        if about in (EVERYTHING, "sector"):
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
