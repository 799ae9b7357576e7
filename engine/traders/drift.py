"""Does the trader still take what his profile predicts? A running sum of surprises, and an alarm."""

import math
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from engine.options.strategies.kinds import STRATEGIES
from engine.traders.crowd import Crowd
from engine.traders.events import Action, Event, Idea
from engine.traders.memory.likings import FLOORS, bell
from engine.traders.memory.masses import HALF_LIFE_DAYS, LIKED, NUMBERS, SHOWN, Masses, fading, places

THRESHOLD: Final = 9.0
SLACK: Final = 0.15  # given away with every answer: profiles are estimates, and are surer of themselves than right
KEPT: Final = 0.1  # of every sum after an alarm: the rest is the crowd's
PRIOR: Final = 1.0
MOST: Final = 2.0  # one answer's surprise, at most
ANSWERS: Final = {Action.VIEW: 0.2, Action.SAVE: 1.0, Action.TRADE: 1.0, Action.DISMISS: 0.5}


@dataclass(slots=True)
class Watch:
    """CUSUM (Page 1954) of log-likelihood ratios: answers that have nothing to do with the profile, against its own.

    An idea is predicted to be taken g times as often as an idea shown by chance. Shown and not taken: r (g − 1) with
    r the usual share taken; taken: − log g; less a slack, never below 0. `alarms` are the moments at which it passed
    the threshold (ms). `answers` and `shown` are faded counts, as of the anchor of `masses`.
    """

    level: float = 0.0
    alarms: tuple[int, ...] = ()
    answers: float = 0.0
    shown: float = 0.0
    answered: str = ""

    def copy(self) -> "Watch":
        """The same, free to change."""
        return replace(self)

    def note(self, event: Event, masses: Masses, crowd: Crowd) -> bool:
        """One more event, before it is noted elsewhere; whether it raises the alarm."""
        size = 1.0 if event.action is Action.SHOWN else ANSWERS.get(event.action, 0.0)
        is_repeated = event.action is not Action.SHOWN and event.idea.id == self.answered
        if not size or is_repeated:  # one idea answered twice, as saved and then traded, is one answer
            return False
        lift = log_lift(event.idea, masses, crowd, event.at_ms)
        if event.action is Action.SHOWN:
            usual = self.answers / self.shown if self.shown else 0.0
            rise = min(usual, 1.0) * (math.exp(lift) - 1)
            self.shown += fading(event.at_ms, HALF_LIFE_DAYS)
        else:
            rise = size * ((lift if event.action is Action.DISMISS else -lift) - SLACK)
            self.answered = event.idea.id
            if event.action is not Action.DISMISS:
                self.answers += size * fading(event.at_ms, HALF_LIFE_DAYS)
        self.level = max(0.0, self.level + rise)
        if self.level < THRESHOLD:
            return False
        self.level, self.alarms = 0.0, (*self.alarms, event.at_ms)
        return True


def told(alarms: tuple[int, ...]) -> str:
    """What was noticed, in words; nothing where nothing was."""
    if not alarms:
        return ""
    when = datetime.fromtimestamp(alarms[-1] / 1000, UTC)
    before = f", as {len(alarms) - 1} time{'s' if len(alarms) > 2 else ''} before" if len(alarms) > 1 else ""
    return (
        f"On {when.day} {when:%B %Y} your answers stopped following this profile{before}: "
        f"what you did until then counts a {'tenth' if KEPT == 0.1 else f'{KEPT:.0%}'} since."
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
