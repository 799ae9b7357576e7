"""How simulated traders respond to what they are shown: those above are looked at more, those liked are taken."""

from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from benchmarks.worlds.slates import USUAL, Market, Slate, slate
from benchmarks.worlds.tastes import Moving, Taste
from engine.traders.events import Action, Event

Floats = NDArray[np.float64]
SHOWN: Final = 10
FADING: Final = 0.4  # the card at rank r is looked at with probability r^-0.4: 0.40 at rank 10
NOISE: Final = 0.4  # of a mood, in deviations of the trader's utility over all ideas
TAKES, VIEWS, TRADES, DISMISSES = 1.6, 0.9, 2.2, -1.3  # bounds of (utility + mood), in those deviations
REFERENCE: Final = 12  # slates over which a trader's utilities are brought to deviations
MINUTE_MS: Final = 60_000


class Ways(Protocol):
    """How somebody answers, whatever he likes; what he wants is told in deviations over all ideas."""

    def examined(self, rank: int) -> float:
        """The probability that the card at this rank (1 first) is looked at."""
        ...

    def does(self, want: float, rng: np.random.Generator) -> tuple[Action, ...]:
        """What he does to a card he looks at."""
        ...

    def takes(self, wants: Floats) -> Floats:
        """The probability that he saves or trades each that he looks at."""
        ...


class Moods:
    """One mood a card, better or worse than the card deserves, decides how far he goes; fewer look further down."""

    def examined(self, rank: int) -> float:
        """A power of the rank."""
        return examined(rank)

    def does(self, want: float, rng: np.random.Generator) -> tuple[Action, ...]:
        """By bounds of the mood."""
        return actions(want + NOISE * rng.normal())

    def takes(self, wants: Floats) -> Floats:
        """The chance of a mood good enough."""
        found: Floats = ndtr((wants - TAKES) / NOISE)
        return found


MOODS: Final = Moods()


@dataclass(frozen=True, slots=True)
class Person:
    """A trader with a known taste; `middle` and `spread` of his utility over all ideas."""

    name: str
    taste: Taste
    middle: float
    spread: float
    ways: Ways = MOODS
    market: Market = USUAL

    def wants(self, candidates: Slate) -> Floats:
        """His utility in deviations, (n,)."""
        return (self.taste.utility(candidates) - self.middle) / self.spread

    def takes(self, candidates: Slate) -> Floats:
        """The probability that he saves or trades each row that he looks at: the gain of NDCG, (n,)."""
        return self.ways.takes(self.wants(candidates))


def person(name: str, taste: Taste, seed: int, ways: Ways = MOODS, market: Market = USUAL) -> Person:
    """A trader, measured over slates that nobody is shown; one who changes, by what he was and what he becomes."""
    held = (taste.before, taste.after) if isinstance(taste, Moving) else (taste,)
    unseen = [slate(seed, -number, market=market) for number in range(1, 1 + REFERENCE)]
    values = np.array([np.concatenate([each.utility(one) for one in unseen]) for each in held])
    return Person(name, taste, float(values.mean()), float(values.std(axis=1).mean()), ways, market)


def examined(rank: int) -> float:
    """The probability that the card at this rank (1 first) is looked at."""
    return float(rank**-FADING)


def answered(who: Person, candidates: Slate, rows: list[int], rng: np.random.Generator) -> list[Event]:
    """What comes of a feed: every row shown, then what he did, in the order of the cards."""
    feed, wants = f"{who.name}/{candidates.number}", who.wants(candidates)
    shown, done = [], []
    for rank, row in enumerate(rows, start=1):
        about = (candidates.idea(row), candidates.circumstances)
        shown.append(Event(f"{feed}/{rank}", who.name, Action.SHOWN, candidates.at_ms, *about, feed=feed, rank=rank))
        is_seen, does = rng.random() < who.ways.examined(rank), who.ways.does(float(wants[row]), rng)
        for place, action in enumerate(does if is_seen else ()):
            key, at_ms = f"{feed}/{rank}/{action}", candidates.at_ms + (10 * rank + place) * MINUTE_MS
            done.append(Event(key, who.name, action, at_ms, *about, feed=feed, rank=rank))
    return shown + done


def actions(mood: float) -> tuple[Action, ...]:
    """What somebody in that mood does to a card he looks at."""
    if mood < DISMISSES:
        return (Action.DISMISS,)
    if mood < VIEWS:
        return ()
    if mood < TAKES:
        return (Action.VIEW,)
    return (Action.VIEW, Action.SAVE) if mood < TRADES else (Action.VIEW, Action.TRADE)
