"""All that a profile believes of its trader, in plain words: value, range, and the events behind it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from scipy.special import betaincinv

from engine.core.interval import LEVEL, Interval
from engine.options.strategies.kinds import NAMES, STRATEGIES
from engine.traders.behaviour import Behaviour, behaviour_of
from engine.traders.corrections import HABITS, Correction, forgotten, holding
from engine.traders.events import Action, Event
from engine.traders.log import standing
from engine.traders.memory import affinity
from engine.traders.memory.masses import SCALES, places
from engine.traders.profile import TraderProfile
from engine.traders.taste import NEUTRAL

LABELS: Final = {"risk": "Delta", "premium": "Premium per contract", "timing": "Days to expiry"}
UNITS: Final = {"risk": "delta", "premium": "money", "timing": "days"}
HABIT_LABELS: Final = {
    "hour": "Time of day (UTC)", "holding": "Holding period", "risk_drift": "Delta over time",
    "margin_drift": "Margin over time", "vix": "VIX when you act", "vix_change": "Change of the VIX when you act",
}  # fmt: skip
HABIT_UNITS: Final = {
    "hour": "hour", "holding": "days", "risk_drift": "delta in 30 days", "margin_drift": "fraction in 30 days",
    "vix": "points", "vix_change": "points",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Belief:
    """One thing believed; `forgets` is what a `Correction` names, `unit` what `measured` is in.

    `measured.n` counts the actions behind it, `shown` how often it was seen; `keys` are those of both, actions first,
    newest first. `reach` is where the trader is at home (of the three scales). `said` is what he has set himself.
    """

    id: str
    label: str
    words: str
    measured: Interval
    unit: str
    keys: tuple[str, ...] = ()
    shown: int = 0
    reach: tuple[float, float] | None = None
    said: Correction | None = None

    @property
    def forgets(self) -> str:
        """The belief that a correction of it names: its own id, but for a habit told of several sectors or regimes."""
        return ":".join(self.id.split(":")[:2]) if self.id.startswith("habit:") else self.id

    @property
    def can_set(self) -> bool:
        """Whether the trader can set it; every belief can be forgotten."""
        return self.id.startswith(("strategy:", "ticker:")) or self.id in SCALES


def beliefs(profile: TraderProfile, events: Iterable[Event], now_ms: int | None = None) -> tuple[Belief, ...]:
    """Strategies, tickers, scales, sectors and habits that there is an event for, each kind by its evidence."""
    moment = profile.moment(now_ms)
    known = [each for each in standing(events) if each.trader == profile.trader and each.at_ms <= moment]
    behind = _behind(profile, known)
    said = holding(profile.corrections)
    found = [
        *_strategies(profile, behind, moment), *_tickers(profile, behind, moment), *_scales(profile, behind, moment),
        *_sectors(profile, behind, moment), *_habits(profile, known, moment),
    ]  # fmt: skip
    unseen = [
        Belief(belief, belief.partition(":")[2], "Nothing is known of it.", Interval(None), "affinity")
        for belief in said if belief not in {each.id for each in found}
    ]  # fmt: skip
    return tuple(_with_word(each, said.get(each.id)) for each in (*found, *unseen) if each.keys or each.id in said)


def _behind(profile: TraderProfile, known: list[Event]) -> Mapping[str, list[Event]]:
    """The events of every belief, newest first, those forgotten left out."""
    found: dict[str, list[Event]] = defaultdict(list)
    since: dict[str, int] = {}
    for each in reversed(known):
        idea = each.idea
        about = [f"strategy:{idea.strategy}", f"ticker:{idea.underlying}"]
        about += [f"sector:{idea.sector}"] if idea.sector else []
        about += [name for name, value in zip(SCALES, places(idea), strict=True) if math.isfinite(value)]
        for belief in about:
            if belief not in since:
                since[belief] = forgotten(profile.corrections, belief)
            if each.at_ms > since[belief] and each.action is not Action.LOSS:
                found[belief].append(each)
    return found


def _strategies(profile: TraderProfile, behind: Mapping[str, list[Event]], moment: int) -> list[Belief]:
    masses, values = profile.strategy_masses(moment), profile.strategy_affinities(moment)
    ranked = sorted(NAMES, key=lambda name: -float(masses[:, STRATEGIES[name].number].sum()))
    return [
        _liked(f"strategy:{name}", STRATEGIES[name].label, float(values[STRATEGIES[name].number]),
               float(masses[:, STRATEGIES[name].number].sum()), behind)
        for name in ranked
    ]  # fmt: skip


def _tickers(profile: TraderProfile, behind: Mapping[str, list[Event]], moment: int) -> list[Belief]:
    names, masses = profile.ticker_masses(moment)
    values, sums = profile.ticker_affinities(moment), masses.sum(axis=0)
    ranked = np.argsort(-sums, kind="stable").tolist()
    return [_liked(f"ticker:{names[one]}", names[one], values[names[one]], float(sums[one]), behind) for one in ranked]


def _sectors(profile: TraderProfile, behind: Mapping[str, list[Event]], moment: int) -> list[Belief]:
    names, masses = profile.sector_masses(moment)
    values = affinity.affinity(masses[0], masses[1], masses[2], NEUTRAL)
    sums = masses.sum(axis=0)
    ranked = np.argsort(-sums, kind="stable").tolist()
    return [_liked(f"sector:{names[one]}", names[one], float(values[one]), float(sums[one]), behind) for one in ranked]


def _liked(belief: str, label: str, value: float, mass: float, behind: Mapping[str, list[Event]]) -> Belief:
    """An affinity with the range of the share that it is: that of a Beta of its mass and the prior's."""
    keys, acted, shown = _evidence(behind.get(belief, []))
    for_it, against = (max(each * (mass + affinity.PRIOR_MASS), 1e-9) for each in (value, 1 - value))
    low, high = (float(betaincinv(for_it, against, each)) for each in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Belief(belief, label, _of_liking(low, high, acted, shown), Interval(value, low, high, acted), "affinity",
                  keys, shown)  # fmt: skip


def _of_liking(low: float, high: float, acted: int, shown: int) -> str:
    if low > NEUTRAL:
        return "You like it: taken more often than chance."
    if high < NEUTRAL:
        return "You do not like it." if acted else "You pass it over whenever it is shown."
    if acted:
        return "Too little is known to tell."
    return f"Shown {shown} time{'' if shown == 1 else 's'}, not answered yet."


def _scales(profile: TraderProfile, behind: Mapping[str, list[Event]], moment: int) -> list[Belief]:
    found = []
    for scale, each in zip(SCALES, profile.learned(moment), strict=True):
        keys, acted, shown = _evidence(behind.get(scale, []))
        centre, width = each.liking.centre, each.liking.width
        half = 1.96 * each.error
        value, low, high = (natural(scale, at) for at in (centre, centre - half, centre + half))
        reach = natural(scale, centre - width), natural(scale, centre + width)
        words = f"You are mostly at home from {_worded(scale, reach[0])} to {_worded(scale, reach[1])}."
        found.append(Belief(scale, LABELS[scale], words, Interval(value, low, high, acted), UNITS[scale], keys, shown,
                            reach))  # fmt: skip
    return found


def natural(scale: str, value: float) -> float:
    """A place on a scale in its own units: |delta|, money per contract, days."""
    if scale == "premium":
        return math.exp(value)
    return max(math.expm1(value) if scale == "timing" else value, 0.0)


def _worded(scale: str, value: float) -> str:
    return {"risk": f"{value:.2f} delta", "premium": f"{value:,.0f}", "timing": f"{value:.0f} days"}[scale]


def _habits(profile: TraderProfile, known: list[Event], moment: int) -> list[Belief]:
    """What is known of how he goes about it; each habit from the events since it was forgotten."""
    found: list[Belief] = []
    seen: dict[int, Behaviour] = {}
    for habit in HABITS:
        since = forgotten(profile.corrections, f"habit:{habit}")
        counted = [each for each in known if each.at_ms > since]
        if since not in seen:
            seen[since] = behaviour_of(counted, moment)
        keys = _evidence([each for each in reversed(counted) if each.action is not Action.SHOWN])[0]
        found += [
            Belief(f"habit:{habit}{which}", label, words, measured, unit, keys)
            for which, label, words, measured, unit in _told(habit, seen[since])
        ]
    return found


def _told(habit: str, behaviour: Behaviour) -> list[tuple[str, str, str, Interval, str]]:
    """Which, label, words, number and unit of a habit; one for each sector that moved and each regime that matters."""
    if habit == "rotation":
        return [
            (f":{each.name}", each.name, f"{'More' if (each.measured.value or 0) > 0 else 'Less'} of your choices in "
             "the last 60 days than before.", each.measured, "share")
            for each in behaviour.rotation if each.measured.excludes_zero
        ]  # fmt: skip
    if habit == "regimes":
        return [
            (f":{each.name}", f"When the market is {each.name}", _of_regime(each.measured), each.measured, "times")
            for each in behaviour.regimes if _differs(each.measured, 1.0)
        ]  # fmt: skip
    measured: Interval = getattr(behaviour, habit)
    if measured.value is None:
        return [("", HABIT_LABELS[habit], "Too little is known to tell.", measured, HABIT_UNITS[habit])]
    return [("", HABIT_LABELS[habit], _habit_words(habit, measured), measured, HABIT_UNITS[habit])]


def _of_regime(measured: Interval) -> str:
    return f"You take {'more' if (measured.value or 0) > 1 else 'fewer'} of the ideas shown than otherwise."


def _habit_words(habit: str, measured: Interval) -> str:
    value = measured.value or 0.0
    if habit == "hour":
        return f"Your sessions begin around {math.floor(value):02d}:{math.floor(value % 1 * 60):02d} UTC."
    if habit == "holding":
        return f"Half of your trades end within {value:.0f} days."
    if not measured.excludes_zero:
        return "No change that chance could not make." if habit.endswith("drift") else "It makes no clear difference."
    more = value > 0
    return {
        "risk_drift": f"You take {'more' if more else 'less'} delta than you did.",
        "margin_drift": f"You put up {'more' if more else 'less'} margin than you did.",
        "vix": f"You act when the VIX is {'higher' if more else 'lower'} than when you look.",
        "vix_change": f"You act when the VIX is {'rising' if more else 'falling'}, more than when you look.",
    }[habit]


def _differs(measured: Interval, value: float) -> bool:
    return measured.low is not None and measured.high is not None and not measured.low <= value <= measured.high


def _evidence(events: list[Event]) -> tuple[tuple[str, ...], int, int]:
    """Keys, those of actions first; how many were actions, how many only shown."""
    acted = [each.key for each in events if each.action is not Action.SHOWN]
    shown = [each.key for each in events if each.action is Action.SHOWN]
    return (*acted, *shown), len(acted), len(shown)


def _with_word(belief: Belief, said: Correction | None) -> Belief:
    """The belief with what the trader has set himself, which counts instead."""
    if said is None:
        return belief
    return replace(belief, words=f"You have set this yourself. {belief.words}", said=said)
