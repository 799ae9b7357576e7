"""Does the trader still take what his profile predicts? A running sum of surprises, and an alarm."""

import math
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from engine.options.strategies.kinds import STRATEGIES
from engine.traders.events import Action, Event, Idea
from engine.traders.memory.crowd import Crowd
from engine.traders.memory.likings import FLOORS, bell
from engine.traders.memory.masses import HALF_LIFE_DAYS, LIKED, NUMBERS, SHOWN, Masses, fading, places

THRESHOLD: Final = 5.0  # false alarms of steady simulated traders: 2 in 200,000 ideas shown
KEPT: Final = 0.02  # of every sum after an alarm: the rest is the crowd's
FALL: Final = 0.5  # answers that follow no profile come this much more rarely than his usual ones
TEMPER: Final = 0.25  # a profile is an estimate, and surer of itself than it is right
FIRST: Final = 30.0  # times shown before a usual rate is believed
MOST: Final = 2.0  # what the profile says of one idea, at most
MOST_USUAL, MOST_SURE = 0.5, 0.9
PRIOR: Final = 1.0
ANSWERS: Final = {Action.VIEW: 0.2, Action.SAVE: 1.0, Action.TRADE: 1.0, Action.DISMISS: 0.5}


@dataclass(slots=True)
class Watch:
    """CUSUM (Page 1954) of the log-likelihood ratio of a changed taste against the profile's.

    The profile predicts an idea shown to be taken with r g / mean g, where r is his usual share taken and g the lift
    of `log_lift`, tempered; a changed taste takes any with r / 2. The sum never falls below 0; beyond the threshold
    it raises the alarm. Where nothing is recorded as shown, no usual share is known, and there is none.

    `alarms` are moments (ms). `answers`, `shown` and `predicted` (sum of g) are faded, as of the anchor of `masses`.
    `answered` and `size` are the idea answered last: viewed, then saved, it is answered once.
    """

    level: float = 0.0
    alarms: tuple[int, ...] = ()
    answers: float = 0.0
    shown: float = 0.0
    predicted: float = 0.0
    answered: str = ""
    size: float = 0.0

    def copy(self) -> "Watch":
        """The same, free to change."""
        return replace(self)

    def note(self, event: Event, masses: Masses, crowd: Crowd) -> bool:
        """One more event, before it is noted elsewhere; whether it raises the alarm."""
        is_shown = event.action is Action.SHOWN
        size = 1.0 if is_shown else self._answer(event)
        if size <= 0:
            return False
        self.level = max(0.0, self.level + self._surprise(event, size, masses, crowd))
        if self.level < THRESHOLD:
            return False
        self.level, self.alarms = 0.0, (*self.alarms, event.at_ms)
        self.answers, self.shown, self.predicted = self.answers * KEPT, self.shown * KEPT, self.predicted * KEPT
        return True

    def _surprise(self, event: Event, size: float, masses: Masses, crowd: Crowd) -> float:
        """The log-likelihood ratio of this answer, or of none; counts it."""
        weight = fading(event.at_ms, HALF_LIFE_DAYS)
        first = FIRST * weight
        log_g = TEMPER * log_lift(event.idea, masses, crowd, event.at_ms)
        lift = log_g - math.log((self.predicted + first) / (self.shown + first))
        if event.action is Action.DISMISS:
            return size * lift
        if event.action is not Action.SHOWN:
            self.answers += size * weight
            return size * (math.log(FALL) - lift)
        usual = min(self.answers / (self.shown + first), MOST_USUAL)
        self.shown += weight
        self.predicted += weight * math.exp(log_g)
        return math.log1p(-usual * FALL) - math.log1p(-min(usual * math.exp(lift), MOST_SURE))

    def _answer(self, event: Event) -> float:
        """How much of an answer this is beyond what the same idea had already."""
        size = ANSWERS.get(event.action, 0.0)
        new = size - self.size if event.idea.id == self.answered else size
        if new > 0:
            self.answered, self.size = event.idea.id, size
        return new


def told(alarms: tuple[int, ...]) -> str:
    """What was noticed, in words; nothing where nothing was."""
    if not alarms:
        return ""
    when = datetime.fromtimestamp(alarms[-1] / 1000, UTC)
    return (
        f"On {when.day} {when:%B %Y} your answers stopped following this profile: "
        f"what you did until then hardly counts any more ({KEPT * 100:.0f} %)."
    )


def log_lift(idea: Idea, masses: Masses, crowd: Crowd, at_ms: int) -> float:
    """Log g: how much more often than an idea shown by chance this one should be taken; within ±2.

    Strategy: liked mass over what its share of the times shown would bring. Scales: the density of what was liked
    over that of what was shown (of the crowd's likings, where nothing is known to have been shown).
    """
    factor = 1 / fading(at_ms, HALF_LIFE_DAYS)
    return max(-MOST, min(MOST, _of_strategy(idea, masses, factor) + _of_scales(idea, masses, crowd, factor)))


def _of_strategy(idea: Idea, masses: Masses, factor: float) -> float:
    liked, disliked, shown = masses.strategies[NUMBERS[idea.strategy]]
    everything = sum(each[LIKED] for each in masses.strategies)
    all_shown = sum(each[SHOWN] for each in masses.strategies)
    part = shown / all_shown if all_shown else 1 / len(STRATEGIES)
    return math.log((liked * factor + PRIOR) / ((part * everything + disliked) * factor + PRIOR))


def _of_scales(idea: Idea, masses: Masses, crowd: Crowd, factor: float) -> float:
    total = 0.0
    for scale, value in enumerate(places(idea)):
        if math.isfinite(value):
            prior, floor = crowd.likings[scale], FLOORS[scale]
            centre, width = bell(masses.scales[SHOWN][scale], factor, prior.centre, prior.width, floor)
            own, narrow = bell(masses.scales[LIKED][scale], factor, centre, width, floor)
            near, usual = (value - own) / narrow, (value - centre) / width
            total += (usual * usual - near * near) / 2 + math.log(width / narrow)
    return total
