"""What moved an idea away from its rank by fit alone, in words; and what there is to say of a whole list."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.ranking.mind import Mind
from engine.ranking.recommendation import FAR, Recommendation
from engine.ranking.stages.memories import of_strategy

Floats = NDArray[np.float64]

KNOWN: Final = 1.0  # evidence from which on anything is said of what a trader does
WORTH_TELLING: Final = 0.25  # of the whole way, that a second stage must have moved it
TOGETHER: Final = 0.5  # correlation with the book from which on an idea is said to move with it
BY_MODEL: Final = {
    "collaborative": "Traders with tastes like yours take it.",
    "neighbours": "Traders like you take it.",
    "popularity": "Many traders take it these days.",
    "history": "You have traded it before.",
    "content": "It is like what you take.",
    "regime": "You like such ideas in a market like this.",
    "similar": "Trades like it ended well.",
}
BY_ANSWERS: Final = "Your answers to other ideas speak for it."
OF_ALL: Final = ("popularity", "similar")  # models that say the same to everybody
BY_CROWD: Final = ("Traders on the whole take it more than its score says.",
                   "Traders on the whole take it less than its score says.")  # fmt: skip
BY_REGIME: Final = ("regime", "content")  # the models that know what is liked in which market
USUAL: Final[Mapping[str, tuple[str, str]]] = {
    "blend": ("What you do speaks for it more than its score.", "What you do speaks for it less than its score."),
    "profit": ("Its average outcome for its margin is better.", "Its average outcome for its margin is worse."),
    "book": ("Others add to what you hold.", "It moves with what you hold."),
    "diversity": ("It makes the list less alike.", "Others of its kind stand above it."),
    "exploring": ("Exploring: drawn by chance, to learn what you like.", "It made room for ideas drawn by chance."),
}  # by stage, for up and for down


def why_here(
    steps: Mapping[str, int], facts: Mapping[str, tuple[str, str]], is_exploring: bool = False
) -> tuple[str, ...]:
    """The stages that moved an idea most in the direction of its whole way, at most two; nothing where it is near.

    `steps` are its ranks after each stage, in their order; `facts` a sentence by stage for up and for down. Where
    chance put it there, that comes first.
    """
    ranks, stages = list(steps.values()), list(steps)
    way = ranks[0] - ranks[-1]
    if abs(way) < FAR:
        return ()
    sign = 1 if way > 0 else -1
    moved = {stage: sign * (ranks[at] - ranks[at + 1]) for at, stage in enumerate(stages[1:])}
    first, *others = sorted(moved, key=lambda stage: -moved[stage])
    told = [first, *(each for each in others[:1] if moved[each] >= max(1.0, WORTH_TELLING * abs(way)))]
    if is_exploring:
        told = ["exploring", *(each for each in told[:1] if each != "exploring")]
    return tuple(facts[stage][0 if way > 0 else 1] for stage in told)


def facts_of(
    mind: Mind, ticker: str, strategy: str, votes: Mapping[str, Floats], at: int
) -> dict[str, tuple[str, str]]:  # fmt: skip
    """The sentences for one candidate: which model speaks for it most, whether its underlying is held.

    That an idea is like what a trader takes is said of strategies that he took.
    """
    found = dict(USUAL)
    weights = mind.blend.weights
    above = {name: weights.get(name, 0.0) * float(each[at] - each.mean())
             for name, each in votes.items() if name in BY_MODEL}  # fmt: skip
    best = max(above, key=lambda name: above[name], default="")
    is_known = mind.taste.evidence >= KNOWN
    if not is_known:  # of somebody new, models know what the crowd does and nothing else
        found["blend"] = BY_CROWD
    if best and above[best] > 0 and (is_known or best in OF_ALL):
        done = mind.memories.of(of_strategy(strategy))
        is_new = best == "content" and not done.saved and not done.traded
        found["blend"] = (BY_ANSWERS if is_new else BY_MODEL[best], found["blend"][1])
    if ticker in mind.held:
        found["book"] = (found["book"][0], "Already in your book.")
    return found


def about_list(mind: Mind, items: Sequence[Recommendation], left_out: int, is_fit: bool) -> tuple[str, ...]:
    """Lines about the whole list: the regime, drift, the book, chance, ideas of the same set-up.

    By fit alone (`is_fit`), and for models that know no regimes, a turn of the market moves nothing.
    """
    lines = []
    is_weighed = not is_fit and any(mind.blend.weights.get(name, 0.0) > 0 for name in BY_REGIME)
    if mind.climate is not None and mind.climate.has_turned:
        told = f"The market has turned from “{mind.climate.before}” to “{mind.climate.today}” since you were here"
        lines.append(f"{told}; what you did in such markets counts now." if is_weighed else f"{told}.")
    if mind.has_drifted:
        lines.append("You have been choosing differently lately: what was learned before counts less.")
    rows = [each.row for each in items]
    if mind.against is not None and mind.held and rows:
        known = np.nan_to_num(mind.against[rows])
        lines.append(
            f"{int((known >= TOGETHER).sum())} of {len(rows)} move with what you hold"
            f" (correlation of the list with your book: {known.mean():.2f}).".replace("-", "−")
        )
    drawn = sum(each.is_exploring for each in items)
    if drawn:
        lines.append(f"{drawn} of {len(rows)} are drawn by chance to learn what you like; they are marked.")
    if left_out:
        lines.append(f"{left_out:,} more ideas are of the same set-ups; the best-fitting one of each stands here.")
    return tuple(lines)
