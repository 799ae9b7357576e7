"""From "more of the same" to "surprise me": what the trader's slider means for diversity and exploration."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from types import MappingProxyType
from typing import Final, Literal

from engine.core.errors import DataError
from engine.ranking.diversity.calibrated import STRENGTH, calibrated
from engine.ranking.diversity.features import Floats, Reranker
from engine.ranking.diversity.spread import dpp, mmr

Kind = Literal["calibrated", "dpp", "mmr"]
KINDS: Final[tuple[Kind, ...]] = ("calibrated", "dpp", "mmr")
RERANKERS: Final[Mapping[Kind, Reranker]] = MappingProxyType({"calibrated": calibrated, "dpp": dpp, "mmr": mmr})

USUAL: Final = 0.3  # where the slider stands unless it is moved
STRENGTHS: Final[Mapping[Kind, float]] = MappingProxyType({"calibrated": STRENGTH, "dpp": 0.1, "mmr": 0.1})  # there
EXPLORING: Final = 0.1  # of the places of a list, there
MOST_EXPLORING: Final = 0.4  # at the slider's end


@dataclass(frozen=True, slots=True)
class Appetite:
    """How strongly a list is diversified (0 to 1), what share of its places explores (0 to 0.4), how openly (0 to 1).

    Openness is the part of exploration's chance that is spread over all strategies evenly. Without it, exploration
    tries what it knows to be liked: a one-sided trader would get more of the same by asking for surprises.
    """

    strength: float
    exploration: float
    openness: float

    def places(self, top: int) -> int:
        """How many of the first `top` places explore; where any is wanted and there is room for three, at least one."""
        wanted = self.exploration * top
        return max(round(wanted), 1 if wanted > 0 and top >= 3 else 0)


def appetite(surprise: float, kind: Kind = "calibrated") -> Appetite:
    """What a place of the slider means: nothing of either at 0, the usual at 0.3, the most at 1, rising between."""
    if not 0 <= surprise <= 1:
        raise DataError(f"surprise must be 0 (more of the same) to 1 (surprise me), was {surprise}.")
    exploration = MOST_EXPLORING * _through(surprise, EXPLORING / MOST_EXPLORING)
    return Appetite(_through(surprise, STRENGTHS[kind]), exploration, surprise)


def opened(weights: Floats, openness: float) -> Floats:
    """Weights as shares (n,), so much of them spread evenly; where none has any, none gets any."""
    total = float(weights.sum())
    return (1 - openness) * weights / total + openness / len(weights) if total > 0 else weights


def _through(surprise: float, usual: float) -> float:
    """The power of `surprise` that is `usual` at the usual place."""
    return float(surprise ** (log(usual) / log(USUAL)))
