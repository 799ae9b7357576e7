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
from engine.ranking.models.transition import Transition

EVER = np.inf
SELDOM = 0.05  # taken again; where people hardly do, what they did last tells what comes next, and long sequences pay


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
    sittings = SITTINGS if share_again(events) < SELDOM else ()
    groups = [GroupPopularity(f"by group {number + 1}", number) for number in range(len(events.groups))]
    return (*own, Rhythm(), *COLLABORATIVE, *sittings, *CROWD, *groups, *([TwoTower()] if deep else []))


def share_again(events: Interactions) -> float:
    """The share of purchases that are not a user's first of an item; 0 where there is none."""
    bought = events.rows(~events.is_sale)
    pairs = np.unique(bought.user * len(bought.items) + bought.item)
    return 1.0 - len(pairs) / max(len(bought), 1)


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
SITTINGS: tuple[Recommender, ...] = (
    Sequel("sequel, far", remembered=60, fading=0.9, farthest=30, at_once=True),
    Transition(),
)
CROWD: tuple[Recommender, ...] = (
    Contemporary("contemporary 3 d", 3.0),
    Contemporary("contemporary 30 d", 30.0),
    *(
        Popularity(f"popularity {days:g} d" if np.isfinite(days) else "popularity, ever", days)
        for days in (7.0, 30.0, 90.0, 365.0, EVER)
    ),
)
