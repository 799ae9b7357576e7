"""What was fitted on everybody, as the feed of one trader uses it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.gateways.store.desk import Principal
from engine.ranking.mind import Chances, Unfitted
from engine.ranking.stages.worth import Past
from engine.services.opportunities.catalogue import Ideas
from engine.services.startup import App
from engine.traders.events import Event
from engine.traders.memory.crowd import Crowd
from engine.traders.profile import TraderProfile

Floats = NDArray[np.float64]
NOBODY: Final = Crowd()


@dataclass(frozen=True, slots=True, eq=False)
class Voted:
    """What fitted models say of a table's rows to one trader: votes, their blend, how such trades ended, by whom."""

    votes: Mapping[str, Floats] = field(default_factory=lambda: MappingProxyType({}))
    blend: Chances = field(default_factory=Unfitted)
    past: Past | None = None
    ranker: str = "score"


def crowd_now(app: App) -> Crowd:
    """What traders like on the whole: where every profile begins."""
    del app
    return NOBODY


def votes_of(
    app: App, principal: Principal, ideas: Ideas, events: Sequence[Event], profile: TraderProfile
) -> Voted:  # fmt: skip
    """The votes of everything that was fitted, on every row."""
    del app, principal, ideas, events, profile
    return Voted()
