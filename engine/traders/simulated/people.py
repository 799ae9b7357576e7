"""A year and more of the simulated traders: who comes, what is shown, what they do, how their trades end.

Session by session, each from the seed, its own number and what was before it, so that a later clock only adds to it.
"""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from engine.core.chance import generator
from engine.market.bars import DAY_MS, Floats, Times
from engine.options.simulated.shares import CLOSE_HOUR_MS
from engine.traders.beside_book import Closes, with_books
from engine.traders.log import EventLog
from engine.traders.memory.limits import with_limits
from engine.traders.simulated.diary import Page, bound, page
from engine.traders.simulated.feeds import Slates, appeal, drawn, odds, piles
from engine.traders.simulated.ideas import Ideas, ideas
from engine.traders.simulated.responses import Responses, responses, utility
from engine.traders.simulated.sessions import Rows, Sessions, sessions
from engine.traders.simulated.tastes import FIRST_MS, TRADERS, TrueTastes, true_tastes

FADES: Final = 0.99  # a session, of what was taken up before, and of moods
SLEEPING: Final = 0.03  # of the usual chance to come
MOODY: Final = 0.3  # how much more (or less) often somebody comes who earned (or lost) a margin
HOUR_MS: Final = 3_600_000
LATEST: Final = DAY_MS - HOUR_MS // 6  # visits are over before the next session's close
TAKEN: Final = (("view", 0.3), ("save", 1.0), ("trade", 2.0), ("dismiss", -0.5))  # what the feed makes of each


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """The log of the simulated traders up to a moment; ideas are counted through all sessions, three hundred each."""

    seed: int
    until_ms: int
    log: EventLog


@dataclass(slots=True)
class _Crowd:
    """What has been until now: taken up by trader and strategy or underlying, moods, trades that are not over."""

    strategies: Floats
    tickers: Floats
    mood: Floats
    held: Rows
    running: list[tuple[Rows, Times, Floats]] = field(default_factory=list)


def people_log(seed: int, until_ms: int) -> EventLog:
    """Everything the simulated traders did up to a moment; a later moment gives the same and more."""
    return people(seed, until_ms).log


def people(seed: int, until_ms: int) -> People:
    """The same, with the world that it is of."""
    known, tastes = sessions(seed, until_ms), true_tastes(seed)
    crowd = _Crowd(
        np.zeros((TRADERS, tastes.strategies.shape[2])), np.zeros((TRADERS, len(tastes.underlyings))),
        np.zeros(TRADERS), np.zeros(TRADERS, np.int64),
    )  # fmt: skip
    offered, pages = [], []
    for number in range(first_session(known), len(known.close_ms)):
        offered.append(ideas(seed, known, number))
        pages.append(_session(generator(seed, "simulated visits", number), known, offered[-1], (tastes, crowd)))
    log = with_limits(bound(pages, offered, known, tastes))
    return People(seed, until_ms, with_books(log, Closes(known.close_ms, known.spot, known.nature.multiplier)))


def first_session(known: Sessions) -> int:
    """The number of the first session whose ideas are shown to anybody."""
    return int(np.searchsorted(known.close_ms, FIRST_MS))


def _session(rng: np.random.Generator, known: Sessions, offered: Ideas, those: tuple[TrueTastes, _Crowd]) -> Page:
    """One session: trades that ended are settled, some come, look, act, and are remembered."""
    tastes, crowd = those
    table, now = offered.table, int(offered.table.moment[0])
    _settle(crowd, now)
    who = np.flatnonzero(rng.random(TRADERS) < coming(tastes, crowd.mood, now))
    hour = tastes.hour[who] + rng.normal(0.0, 1.2, len(who))
    at_ms = now + np.minimum(((hour * HOUR_MS - CLOSE_HOUR_MS) % DAY_MS).astype(np.int64), LATEST)
    dealt = piles(rng, np.flatnonzero(offered.usable))
    drawing = appeal(
        crowd.strategies[who],
        crowd.tickers[who],
        crowd.strategies.sum(axis=0),
        (table.strategy.astype(np.int64), table.underlying.astype(np.int64)),
    )
    slates = drawn(rng, odds(drawing, dealt), dealt)
    regime = int(known.regime[known.number_at(table.moment[:1])[0]])
    done = responses(rng, utility(tastes, who, slates.idea, offered, regime), crowd.held[who])
    _remember(crowd, who, slates, done, offered)
    return page(rng, (who, at_ms), slates, done, offered)


def coming(tastes: TrueTastes, mood: Floats, now: int) -> Floats:
    """The chance of each trader to come after a session, (t,)."""
    here = (tastes.joined_ms <= now) & (now < tastes.left_ms)
    asleep = (tastes.dormant[:, 0] <= now) & (now < tastes.dormant[:, 1])
    usual = tastes.activity * np.where(asleep, SLEEPING, 1.0) * np.exp(MOODY * np.clip(mood, -1.5, 1.5))
    return np.where(here, np.minimum(usual, 0.97), 0.0)


def _settle(crowd: _Crowd, now: int) -> None:
    """What is over by now goes into moods, and is held no longer."""
    for faded in (crowd.strategies, crowd.tickers, crowd.mood):
        np.multiply(faded, FADES, out=faded)
    left = []
    for trader, over, outcome in crowd.running:
        ended = over <= now
        np.add.at(crowd.mood, trader[ended], np.clip(outcome[ended], -1.0, 1.0))
        np.subtract.at(crowd.held, trader[ended], 1)
        if not ended.all():
            left.append((trader[~ended], over[~ended], outcome[~ended]))
    crowd.running = left


def _remember(crowd: _Crowd, who: Rows, slates: Slates, done: Responses, offered: Ideas) -> None:
    """What was taken up moves later feeds; what was traded is held until its options are over."""
    strategy, underlying = (getattr(offered.table, name)[slates.idea] for name in ("strategy", "underlying"))
    amount = sum((weight * getattr(done, name) for name, weight in TAKEN), np.zeros(1))
    at = np.broadcast_to(who[:, np.newaxis], slates.idea.shape)
    for counts, place in ((crowd.strategies, strategy), (crowd.tickers, underlying)):
        np.add.at(counts, (at, place), amount)
        np.maximum(counts, 0.0, out=counts)
    visit, place = np.nonzero(done.trade)
    row = slates.idea[visit, place]
    np.add.at(crowd.held, who[visit], 1)
    crowd.running.append((who[visit], offered.table.expiry[row], offered.outcome[row]))
