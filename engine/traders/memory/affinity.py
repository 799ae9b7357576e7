"""From faded masses to affinities in [0, 1]: liked as a share of all there could have been, shrunk to a prior."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.options.strategies.kinds import STRATEGIES, Strategy

Floats = NDArray[np.float64]
PRIOR_MASS: Final = 6.0  # k: this much evidence weighs as much as the prior
CHANCE_RATE: Final = 0.03  # liked mass for each time shown, where nobody's own rate is known
MOST_RATE: Final = 0.3  # liked mass for each time shown, at most: likes of what was never shown say nothing of chance
LEANING: Final = 0.1  # share of the times shown that count at the crowd's rate
BORROWED: Final = 0.5  # how much an event says of a strategy that is the same in all but name


def affinity(liked: Floats, disliked: Floats, chance: Floats, prior: Floats | float) -> Floats:
    """A = (n · lift · P/(P + Q) + k · prior) / (n + k), with n = P + Q + E and lift = (P + Q) / n.

    E is the mass that chance alone would have brought, given how often each was shown: lift is ½ where it was acted
    on as often as chance, and a thing seen often and never taken has n = E, lift = 0. More P never lowers A, more
    Q or E never raises it, whatever the prior.
    """
    found: Floats = (liked + PRIOR_MASS * prior) / (liked + disliked + chance + PRIOR_MASS)
    return found


def chance_mass(liked: Floats, shown: Floats, all_liked: Floats | float, all_shown: Floats, rate: float) -> Floats:
    """E of each: the times it was shown, at the rate at which all others were liked when shown (in part the crowd's).

    `all_liked` and `all_shown` are its trader's sums. Its own likes are left out of the rate, so that liking a thing
    more never raises what chance would have brought it.
    """
    return _at_rate(shown, all_liked - liked, all_shown - shown, all_shown, rate)


def with_kin(masses: Floats, shown: Floats, prior: Floats, rate: float) -> Floats:
    """The prior of every strategy, moved by what is known of those that are like it; (12,).

    `masses` are those liked, disliked (2, 12). What chance would have brought the kin of a strategy leaves out the
    likes of the strategy itself: liking it more never lowers its prior.
    """
    liked, disliked = masses
    others_liked = liked.sum() - liked[:, None] - liked[None, :]
    others_shown = shown.sum() - shown[:, None] - shown[None, :]
    chance = _at_rate(np.broadcast_to(shown, KINSHIP.shape), others_liked, others_shown, shown.sum(), rate)
    borrowed = BORROWED * (KINSHIP @ liked)
    against = BORROWED * (KINSHIP * (disliked + chance)).sum(axis=1)
    found: Floats = (borrowed + PRIOR_MASS * prior) / (borrowed + against + PRIOR_MASS)
    return found


def _at_rate(shown: Floats, liked: Floats, times: Floats, all_shown: Floats, rate: float) -> Floats:
    """Times shown, times the rate of others: so much liked when shown so many times, and some at the crowd's."""
    room = LEANING * all_shown
    liked, times = np.maximum(liked, 0.0) + room * rate, np.maximum(times, 0.0) + room
    own = np.divide(liked, times, out=np.zeros(np.shape(times)), where=times > 0)
    found: Floats = shown * np.minimum(own, MOST_RATE)
    return found


def _likeness(one: Strategy, other: Strategy) -> float:
    """Share of what makes up two strategies that is the same in both, squared; 0 to 1."""
    same = (
        one.view == other.view,
        one.is_credit == other.is_credit,
        _is_limited(one) == _is_limited(other),
        sorted(one.legs) == sorted(other.legs),
        {leg for leg in one.legs if leg[0] < 0} == {leg for leg in other.legs if leg[0] < 0},
    )
    return float(np.mean(same)) ** 2


def _is_limited(strategy: Strategy) -> bool:
    """Whether every option sold is covered by one bought."""
    return sum(side for side, _ in strategy.legs) >= 0


KINSHIP: Final[Floats] = np.array([
    [0.0 if one is other else _likeness(one, other) for other in STRATEGIES.values()] for one in STRATEGIES.values()
])  # fmt: skip
