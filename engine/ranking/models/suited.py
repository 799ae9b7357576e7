"""The models that compete for a place in the blend, chosen by what is known of the items and the amounts."""

import numpy as np

from engine.ranking.embeddings.two_tower import TwoTower
from engine.ranking.models.ease import EaseR
from engine.ranking.models.history import HALF_LIVES, History, Rhythm, Sold
from engine.ranking.models.interactions import Interactions
from engine.ranking.models.neighbours import UserNeighbours
from engine.ranking.models.popularity import Contemporary, GroupPopularity, Popularity
from engine.ranking.models.recommender import Recommender
from engine.ranking.models.sequence import Sequel
from engine.ranking.models.spectral import Spectral

EVER = np.inf


def models_for(events: Interactions, deep: bool = False) -> tuple[Recommender, ...]:
    """Every model that these events can feed; where `deep`, the two towers as well."""
    own: list[Recommender] = [
        History(),
        *(History(f"own history {days:g} d", (days,)) for days in HALF_LIVES),
        History("own history, ever", (EVER,)),
    ]
    if len(np.unique(events.amount[np.isfinite(events.amount)])) > 1:
        own.append(History("own history by amount", by_amount=True))
    if events.is_sale.any():
        own.append(Sold())
    groups = [GroupPopularity(f"by group {number + 1}", number) for number in range(len(events.groups))]
    return (*own, Rhythm(), *COLLABORATIVE, *CROWD, *groups, *([TwoTower()] if deep else []))


COLLABORATIVE: tuple[Recommender, ...] = (
    EaseR("EASE 120 d, faded", 120.0, 20.0, "faded"),
    EaseR("EASE 120 d", 120.0, 20.0),
    EaseR("EASE 365 d", 365.0, 100.0),
    EaseR("EASE ever", EVER, 200.0),
    EaseR("EASE ever, stiff", EVER, 600.0),
    EaseR("EASE, latest", EVER, 300.0, "latest"),
    Spectral("spectral 8", 8),
    Spectral("spectral 48", 48),
    Spectral("spectral 24, 365 d", 24, 365.0),
    UserNeighbours("neighbours 20", 20),
    UserNeighbours("neighbours 60", 60, EVER, EVER),
    Sequel("sequel"),
    Sequel("companions", either=True),
)
CROWD: tuple[Recommender, ...] = (
    Contemporary("contemporary 3 d", 3.0),
    Contemporary("contemporary 30 d", 30.0),
    *(
        Popularity(f"popularity {days:g} d" if np.isfinite(days) else "popularity, ever", days)
        for days in (7.0, 30.0, 90.0, 365.0, EVER)
    ),
)
