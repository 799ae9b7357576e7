"""Who a trader is to the feed: a pure fold of what he did, in which the past fades towards the crowd."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.traders.context import event_of
from engine.traders.corrections import Correction, holding
from engine.traders.events import Event
from engine.traders.log import standing
from engine.traders.memory import affinity, likings
from engine.traders.memory.crowd import Crowd
from engine.traders.memory.fold import Memory, Step
from engine.traders.memory.masses import (
    ANCHOR_MS,
    EARLIEST_MS,
    HALF_LIFE_DAYS,
    LATEST_MS,
    LIKED,
    NUMBERS,
    SCALES,
    SHOWN,
    TICKER_HALF_LIVES,
    fading,
)  # fmt: skip
from engine.traders.taste import Taste

Floats = NDArray[np.float64]
REVERSIBLE: Final = 256  # at least as many of the newest steps can be taken back or put before one another


@dataclass(frozen=True, slots=True, eq=False)
class TraderProfile:
    """What is known of one trader as of `at_ms`: a value, made by `profile_of` or `learn`.

    `memory` is everything folded; `recent` the newest steps, which `settled` has not seen yet: they can still be taken
    back. `corrections` are the trader's own words; `crowd` is what he is compared with and shrunk to.
    """

    trader: str
    at_ms: int
    memory: Memory = field(default_factory=Memory)
    settled: Memory = field(default_factory=Memory)
    recent: tuple[Step, ...] = ()
    corrections: tuple[Correction, ...] = ()
    crowd: Crowd = field(default_factory=Crowd)

    @property
    def alarms(self) -> tuple[int, ...]:
        """When his answers stopped following the profile, ms UTC, oldest first."""
        return self.memory.watch.alarms

    def strategy_masses(self, now_ms: int | None = None) -> Floats:
        """Liked, disliked and chance mass of every strategy, faded to now; (3, 12)."""
        return self._compared(self._strategies(now_ms))

    def liked(self, now_ms: int | None = None) -> float:
        """The mass of everything that was taken (viewed, saved, traded), faded to now; part of a taste's evidence."""
        return float(self._strategies(now_ms)[LIKED].sum())

    def ticker_masses(self, now_ms: int | None = None) -> tuple[tuple[str, ...], Floats]:
        """The tickers known, and liked, disliked and chance mass of each: means of the three half-lives; (3, n)."""
        moment = self.moment(now_ms)
        factors = [1 / (len(TICKER_HALF_LIVES) * fading(moment, each)) for each in TICKER_HALF_LIVES]
        known = self.memory.masses.tickers
        sums = np.array([*known.values()]).reshape(-1, len(factors), 3)
        return tuple(known), self._compared(np.einsum("nhk,h->kn", sums, factors))

    def sector_masses(self, now_ms: int | None = None) -> tuple[tuple[str, ...], Floats]:
        """The sectors known, and liked, disliked and chance mass of each; (3, n)."""
        known = self.memory.masses.sectors
        sums = np.array([*known.values()]).reshape(-1, 3).T * self._factor(now_ms)
        return tuple(known), self._compared(sums)

    def learned(self, now_ms: int | None = None) -> tuple[likings.Learned, likings.Learned, likings.Learned]:
        """The three likings with their errors, without what the trader has set."""
        factor = self._factor(now_ms)
        risk, premium, timing = (
            likings.learned([kind[scale] for kind in self.memory.masses.scales], factor, prior, likings.FLOORS[scale])
            for scale, prior in enumerate(self.crowd.likings)
        )
        return risk, premium, timing

    def ticker_affinities(self, now_ms: int | None = None) -> dict[str, float]:
        """Every ticker that he or the crowd knows, before what he has set."""
        names, masses = self.ticker_masses(now_ms)
        prior = np.array([self.crowd.tickers.get(name, self.crowd.other_tickers) for name in names])
        own = affinity.affinity(masses[0], masses[1], masses[2], prior)
        return dict(self.crowd.tickers) | dict(zip(names, own.tolist(), strict=True))

    def strategy_affinities(self, now_ms: int | None = None) -> Floats:
        """Of every strategy, (12,), smoothed over those like it, before what he has set."""
        masses = self._strategies(now_ms)
        prior = affinity.with_kin(masses[:SHOWN], masses[SHOWN], self.crowd.strategies, self.crowd.rate)
        liked, disliked, chance = self._compared(masses)
        return affinity.affinity(liked, disliked, chance, prior)

    def taste(self, now_ms: int | None = None) -> Taste:
        """What he likes now, with what he has set himself in place of what was learned."""
        strategies, tickers = self.strategy_affinities(now_ms), self.ticker_affinities(now_ms)
        scales = [each.liking for each in self.learned(now_ms)]
        for belief, said in holding(self.corrections).items():
            about, _, name = belief.partition(":")
            if about == "strategy":
                strategies[NUMBERS[name]] = said.affinity
            elif about == "ticker":
                tickers[name] = said.affinity
            else:
                place = SCALES.index(about)
                scales[place] = said.liking(likings.FLOORS[place])
        evidence = float(self._strategies(now_ms)[:SHOWN].sum())
        return Taste(strategies, tickers, self.crowd.other_tickers, scales[0], scales[1], scales[2], evidence)

    def _strategies(self, now_ms: int | None) -> Floats:
        """Liked and disliked mass, and times shown, faded to now; (3, 12)."""
        found: Floats = np.array(self.memory.masses.strategies).T * self._factor(now_ms)
        return found

    def _compared(self, masses: Floats) -> Floats:
        """Times shown as what chance would have brought; (3, n)."""
        liked, disliked, shown = masses
        return np.array([
            liked, disliked, affinity.chance_mass(liked, shown, liked.sum(), shown.sum(), self.crowd.rate)
        ])  # fmt: skip

    def _factor(self, now_ms: int | None) -> float:
        return 1 / fading(self.moment(now_ms), HALF_LIFE_DAYS)

    def moment(self, now_ms: int | None) -> int:
        """The moment asked for, never before that of the profile: what was not known yet cannot be unlearned."""
        return self.at_ms if now_ms is None else max(self.at_ms, now_ms)


def profile_of(
    trader: str,
    events: Iterable[Event],
    now_ms: int,
    crowd: Crowd | None = None,
    corrections: Iterable[Correction] = (),
) -> TraderProfile:
    """The profile of a trader from all that had happened by now; events of others are passed over."""
    known = [each for each in events if each.trader == trader and each.at_ms <= now_ms]
    said = tuple(sorted((each for each in corrections if each.at_ms <= now_ms), key=lambda one: one.at_ms))
    steps: list[Step] = sorted([*standing(known), *said], key=lambda one: one.at_ms)
    for each in steps[:1] + steps[-1:]:
        _check_time(each.at_ms)
    _check_time(now_ms)
    crowd = crowd or Crowd()
    settled = Memory().after(steps[:-REVERSIBLE], crowd)
    recent = tuple(steps[-REVERSIBLE:])
    return TraderProfile(trader, now_ms, settled.after(recent, crowd), settled, recent, said, crowd)


def learn(profile: TraderProfile, event: Event) -> TraderProfile:
    """The profile after one more event, which may take one of the newest back; earlier tastes fade by the time passed.

    The same as `profile_of` all the events, in whatever order they come.
    """
    _check_time(event.at_ms)
    if event.trader != profile.trader:
        raise DataError(f"the profile is {profile.trader!r}'s, the event {event.trader!r}'s. Learn it for its trader.")
    if event.undoes:
        left = tuple(each for each in profile.recent if isinstance(each, Correction) or each.key != event.undoes)
        if len(left) == len(profile.recent):
            raise DataError(
                f"event {event.undoes!r} is not among the last {len(profile.recent)} of this profile. "
                "Make the profile anew from all events."
            )
        return _folded(profile, left, event.at_ms)
    return _with(profile, event)


def correct(profile: TraderProfile, correction: Correction) -> TraderProfile:
    """The profile after a word of the trader himself."""
    _check_time(correction.at_ms)
    said = tuple(sorted((*profile.corrections, correction), key=lambda one: one.at_ms))
    return _with(replace(profile, corrections=said), correction)


def fade(profile: TraderProfile, until_ms: int) -> TraderProfile:
    """The profile at a later moment in which nothing happened; an earlier one changes nothing."""
    _check_time(until_ms)
    return replace(profile, at_ms=profile.moment(until_ms))


class TraderProfileLearner:
    """Profiles of many traders, each learning from what its trader does; a thing with a life, kept in memory."""

    def __init__(self, crowd: Crowd | None = None) -> None:
        self._crowd = crowd or Crowd()
        self._events: dict[str, list[Event]] = {}
        self._profiles: dict[str, TraderProfile] = {}

    def update_profile(self, user_id: str, action: str, context: Mapping[str, Any]) -> TraderProfile:
        """The trader's profile after he did this; what is refused with a `DataError` changes nothing.

        `action` is shown, view, save, dismiss, trade, profit or loss; `context` says to what and when, see
        `engine.traders.context.event_of`. Without a timestamp it happened when the newest event did.
        """
        if not isinstance(user_id, str) or not user_id:
            raise DataError(f"a user id must be a text that is not empty, was {user_id!r}.")
        events, profile = self._events.get(user_id, []), self.profile(user_id)
        newest_ms = profile.at_ms if events else ANCHOR_MS
        event = event_of(user_id, action, context, f"{user_id}#{len(events)}", newest_ms)
        _check_time(event.at_ms)
        if event.at_ms < profile.settled.at_ms:  # older than what can still be put in order
            found = profile_of(user_id, [*events, event], newest_ms, self._crowd)
        else:
            found = learn(profile, event)
        self._profiles[user_id] = found
        self._events.setdefault(user_id, []).append(event)
        return found

    def profile(self, user_id: str) -> TraderProfile:
        """The profile as it stands; that of somebody unknown is the crowd's."""
        return self._profiles.get(user_id) or TraderProfile(user_id, EARLIEST_MS, crowd=self._crowd)


def _with(profile: TraderProfile, step: Step) -> TraderProfile:
    """One more step, put where its time belongs."""
    if step.at_ms < profile.settled.at_ms:
        raise DataError("an event is too old to be put in order here. Make the profile anew from all events.")
    recent = (*profile.recent, step)
    if step.at_ms < profile.memory.at_ms:
        return _folded(profile, tuple(sorted(recent, key=lambda one: one.at_ms)), step.at_ms)
    settled = profile.settled
    if len(recent) > 2 * REVERSIBLE:
        settled, recent = settled.after(recent[:REVERSIBLE], profile.crowd), recent[REVERSIBLE:]
    memory = profile.memory.after((step,), profile.crowd)
    return replace(profile, at_ms=profile.moment(step.at_ms), memory=memory, settled=settled, recent=recent)


def _folded(profile: TraderProfile, recent: tuple[Step, ...], now_ms: int) -> TraderProfile:
    memory = profile.settled.after(recent, profile.crowd)
    return replace(profile, at_ms=profile.moment(now_ms), memory=memory, recent=recent)


def _check_time(at_ms: int) -> None:
    if not EARLIEST_MS <= at_ms <= LATEST_MS:
        raise DataError(f"a time must be ms UTC from 1970 to 2074, was {at_ms}.")
