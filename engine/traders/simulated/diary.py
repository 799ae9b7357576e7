"""From what happened on visits to a log of events: moments, and every number of the ideas beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.market.bars import Floats, Times
from engine.options.chain import Flags
from engine.traders.events import ACTIONS, Action
from engine.traders.log import EventLog
from engine.traders.simulated.feeds import SLATE, Slates
from engine.traders.simulated.ideas import Ideas
from engine.traders.simulated.legs import IDEAS
from engine.traders.simulated.responses import Responses
from engine.traders.simulated.sessions import Rows, Sessions
from engine.traders.simulated.tastes import TrueTastes

NUMBER: Final = {each: number for number, each in enumerate(ACTIONS)}
DIGITS: Final = {"delta": 4, "premium": 2, "days": 2, "iv_rank": 2, "margin": 2, "pop": 4}
PLACES: Final = ("underlying", "strategy")
SECOND: Final = 1_000
READING: Final = 6 * SECOND  # from one place to the next


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """Events (n,) of one session: whose, when, what, row of the idea; rank, propensity and exploring where shown."""

    trader: Rows
    at_ms: Times
    action: Rows
    row: Rows
    rank: Rows
    propensity: Floats
    exploring: Floats
    outcome: Floats


def page(rng: np.random.Generator, who: tuple[Rows, Times], slates: Slates, done: Responses, offered: Ideas) -> Page:
    """What one session's visitors (trader and moment, (v,)) did; trades with their end, where that is known."""
    trader, at_ms = who
    shape = slates.idea.shape
    ranks = np.broadcast_to(np.arange(1, SLATE + 1), shape)
    opened = at_ms[:, np.newaxis] + READING * ranks + rng.integers(1, 4 * SECOND, shape)
    acted = opened + rng.integers(5 * SECOND, 90 * SECOND, shape)
    everything = np.ones(shape, dtype=np.bool_)
    shown = np.broadcast_to(at_ms[:, np.newaxis], shape)
    parts = [_part(Action.SHOWN, everything, shown, trader, slates)]
    for action, mask, moment in (
        (Action.VIEW, done.view, opened), (Action.SAVE, done.save, acted), (Action.DISMISS, done.dismiss, acted),
        (Action.TRADE, done.trade, acted),
    ):  # fmt: skip
        parts.append(_part(action, mask, moment, trader, slates))
    ended = done.trade & np.isfinite(offered.outcome[slates.idea])
    for action, mask in ((Action.PROFIT, offered.outcome > 0), (Action.LOSS, offered.outcome <= 0)):
        chosen = ended & mask[slates.idea]
        parts.append(_part(action, chosen, offered.table.expiry[slates.idea], trader, slates, offered.outcome))
    return Page(*(np.concatenate(each) for each in zip(*parts, strict=True)))


def _part(
    action: Action, mask: Flags, moment: Times, trader: Rows, slates: Slates, outcome: Floats | None = None
) -> tuple[NDArray[Any], ...]:
    """The events of one action, as columns of a page."""
    visit, place = np.nonzero(mask)
    row = slates.idea[visit, place]
    unknown = np.full(len(row), np.nan)
    is_shown = action is Action.SHOWN
    return (
        trader[visit], moment[visit, place], np.full(len(row), NUMBER[action]), row,
        place + 1 if is_shown else np.zeros(len(row), np.int64),
        slates.propensity[visit, place] if is_shown else unknown,
        slates.exploring[visit, place] if is_shown else unknown,
        unknown if outcome is None else outcome[row],
    )  # fmt: skip


def bound(pages: Sequence[Page], offered: Sequence[Ideas], known: Sessions, tastes: TrueTastes) -> EventLog:
    """All sessions' pages up to the moment as one log in time order; ideas are counted through all sessions."""
    session = np.repeat(np.arange(len(pages)), [len(each.row) for each in pages])
    told = {name: np.concatenate([getattr(each, name) for each in pages]) for name in Page.__slots__}
    kept = np.flatnonzero(told["at_ms"] <= known.until_ms)
    order = kept[np.argsort(told["at_ms"][kept], kind="stable")]
    told, idea = {name: each[order] for name, each in told.items()}, (session * IDEAS + told["row"])[order]
    number = known.number_at(told["at_ms"])
    sectors = tuple(dict.fromkeys(known.sectors))
    place = np.array([sectors.index(each) for each in known.sectors])
    underlying, strategy = (np.concatenate([getattr(each.table, name) for each in offered])[idea] for name in PLACES)
    size = np.concatenate([each.table.multiplier for each in offered])
    columns = {name: np.concatenate([each.table[name] for each in offered]) for name in DIGITS}
    columns |= {name: columns[name] * size for name in ("premium", "margin")}
    numbers = {name: np.round(columns[name], digits)[idea] for name, digits in DIGITS.items()}
    unknown = np.full(len(order), np.nan)
    return EventLog(
        tastes.names, known.names, sectors, at_ms=told["at_ms"],
        trader=told["trader"].astype(np.int32), action=told["action"].astype(np.int32),
        rank=told["rank"].astype(np.int32), underlying=underlying.astype(np.int32),
        sector=place[underlying].astype(np.int32), strategy=strategy.astype(np.int32), regime=known.regime[number],
        idea=idea.astype(np.int32), positions=np.zeros(len(order), np.int32),
        **numbers,
        vix=known.vix[number], outcome=np.round(told["outcome"], 6), propensity=told["propensity"],
        fits=unknown, with_book=unknown, exploring=told["exploring"],
    )  # fmt: skip
