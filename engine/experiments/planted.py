"""What a simulated treatment does to what traders do: more or fewer of an act, longer visits, other ends of trades."""

from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from engine.experiments.metrics.tally import COUNTED, NUMBER
from engine.traders.events import Action
from engine.traders.visits import Diaries

Codes = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
MORE_OF: Final = {  # metrics that go with how often something is done
    "click_through": "views", "save_rate": "saves", "dismissal_rate": "dismissals", "trade_rate": "trades",
    "trades_a_month": "trades",
}  # fmt: skip
LONGER: Final = ("first_interaction", "session_duration")
AGAIN_MS: Final = 5_000  # after the act that is done once more


@dataclass(frozen=True, slots=True, eq=False)
class Visits:
    """Rows of diaries as simulated traders live them: whose, which row, when, what it is and how a trade came out;
    `begin_ms` is when the visit began.
    """

    owner: Codes
    row: Codes
    at_ms: Codes
    begin_ms: Codes
    action: NDArray[np.int32]
    outcome: Floats

    @classmethod
    def joined(cls, parts: list[Self]) -> "Visits":
        """One after the other."""
        return Visits(*(np.concatenate([getattr(each, name) for each in parts]) for name in cls.__slots__))

    def taken(self, copies: Codes) -> "Visits":
        """Every row so many times; a second time is a moment later."""
        place = np.repeat(np.arange(len(self.row)), copies)
        again = np.r_[False, place[1:] == place[:-1]] if len(place) else np.zeros(0, dtype=np.bool_)
        found = Visits(*(getattr(self, name)[place] for name in type(self).__slots__))
        return replace(found, at_ms=found.at_ms + again * AGAIN_MS)

    def plus(self, owner: Codes, row: Codes, at_ms: Codes, book: Diaries) -> "Visits":
        """With further rows of the diaries."""
        own = Visits(owner, row, at_ms, at_ms, book.log.action[row], book.log.outcome[row])
        return Visits.joined([self, own])


def visits_with(book: Diaries, owner: Codes, visit: Codes, begin_ms: Codes) -> Visits:
    """These visits of the diaries, begun at these moments."""
    length = book.length[visit]
    ahead = np.repeat(np.cumsum(length) - length, length)
    row = np.repeat(book.begin[visit], length) + np.arange(int(length.sum())) - ahead
    began, moved = np.repeat(begin_ms, length), np.repeat(begin_ms - book.hour_ms[visit], length)
    return Visits(
        np.repeat(owner, length), row, book.log.at_ms[row] + moved, began, book.log.action[row], book.log.outcome[row]
    )


def done_more(found: Visits, treated: Flags, wish: tuple[str, float], rng: np.random.Generator) -> Visits:
    """Visits in which the treated do what a metric counts more often, or less, or take longer; others as they are."""
    metric, effect = wish
    mine = treated[found.owner]
    if metric in LONGER:
        longer = ((found.at_ms - found.begin_ms) * (1 + effect)).astype(np.int64)
        return replace(found, at_ms=np.where(mine, found.begin_ms + longer, found.at_ms))
    if metric not in MORE_OF or effect == 0:
        return found
    meant = mine & (found.action == NUMBER[COUNTED[MORE_OF[metric]]])
    copies = np.ones(len(found.row), dtype=np.int64)
    copies[meant & (rng.random(len(copies)) < abs(effect))] += 1 if effect > 0 else -1
    return found.taken(copies)


def ended_better(
    book: Diaries, found: Visits, treated: Flags, wish: tuple[str, float], rng: np.random.Generator
) -> Visits:
    """The same where a metric counts how trades end: losses turned into profits or back, or every outcome moved."""
    metric, effect = wish
    won, lost = (found.action == NUMBER[each] for each in (Action.PROFIT, Action.LOSS))
    mine = treated[found.owner] & (won | lost)
    if metric == "profit":
        ended = book.log.outcome[book.ends]
        usual = abs(float(np.nanmean(ended))) if len(ended) else 0.0
        return replace(found, outcome=found.outcome + mine * effect * usual)
    if metric == "premium_captured":
        return replace(found, outcome=found.outcome + (mine & lost) * effect * _premium_to_keep(book)[found.row])
    if metric != "win_rate" or effect == 0:
        return found
    number = book.log.action[book.ends]
    wins, losses = (max(1, int((number == NUMBER[each]).sum())) for each in (Action.PROFIT, Action.LOSS))
    chance = min(1.0, effect * wins / losses) if effect > 0 else -effect
    turn = mine & (lost if effect > 0 else won) & (rng.random(len(mine)) < chance)
    other = np.where(won, NUMBER[Action.LOSS], NUMBER[Action.PROFIT]).astype(np.int32)
    return replace(
        found, action=np.where(turn, other, found.action), outcome=np.where(turn, -found.outcome, found.outcome)
    )


def _premium_to_keep(book: Diaries) -> Floats:
    """What each loss of a credit must gain, as a share of its margin, for the premiums kept to double, (rows,).

    Losses alone: of what ended well the whole premium is kept already.
    """
    ended, log = book.ends, book.log
    credit = (log.premium > 0) & np.isfinite(log.margin)
    kept = np.minimum(log.outcome * log.margin, log.premium)[ended]
    counted = credit[ended] & np.isfinite(kept)
    losses = counted & (log.action[ended] == NUMBER[Action.LOSS])
    room = abs(float(kept[counted].sum())) / max(int(losses.sum()), 1)
    return np.divide(room, log.margin, out=np.zeros(len(log)), where=credit)
