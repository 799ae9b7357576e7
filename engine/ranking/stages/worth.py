"""What an idea is worth to a trader if shown: profit where it is traded, less what could go badly wrong.

Outcomes are net profit per margin. An idea's own law has two points that agree with its chance of profit p and its
average outcome e (both of the whole position, costs counted): who sells wins what it can earn at most,
w = max profit, and loses l = (p w − e) / (1 − p); who buys loses all that was paid, l = max loss, and wins
w = (e + (1 − p) l) / p; each within what the position can come to, and clipped at one margin. Where similar trades
have ended, p and the average are drawn to theirs by their number.

    value = P (b + E) − λ CVaR − γ P max(0, correlation with the book)

P is the chance that it is traded once shown, E the clipped average outcome of the trade, b what any trade that he was
looking for is worth to him, CVaR the mean loss in the worst tenth of showings (those in which nothing is traded lose
nothing). b keeps a feed in the order of what is wanted where all is worth about the same, costs included.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import ParameterError
from engine.options.opportunity import OpportunityTable
from engine.options.strategies.kinds import STRATEGIES

Floats = NDArray[np.float64]

CLIP: Final = 1.0  # margins: one trade's luck beyond that says nothing of the next
TAIL: Final = 0.1
SETTLED_PRIOR: Final = 200.0  # settled ideas; those of one session stand and fall together, so they weigh little
PAST_PRIOR: Final = 30.0  # trades of people that weigh as much as the idea's own law
IS_CREDIT: Final = np.array([each.is_credit for each in STRATEGIES.values()])


@dataclass(frozen=True, slots=True)
class Aims:
    """What the feed is to optimise: λ (`caution`), γ (`spreading`) and b (`base`), each per margin of a trade."""

    caution: float = 0.02
    spreading: float = 0.1
    base: float = 0.5

    def __post_init__(self) -> None:
        for name in ("caution", "spreading", "base"):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                raise ParameterError(f"{name} must be 0 to 1 (of a margin), was {value:g}.")


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """How similar trades of people ended: mean net profit per margin, clipped, and how many there were, (n,) each."""

    mean: Floats
    count: Floats

    def rows(self, chosen: NDArray[np.int64]) -> "Past":
        """Of those rows alone."""
        return Past(self.mean[chosen], self.count[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """An idea's outcome if traded, per margin: chance to win, what is then won, else lost, and the average, (n,)."""

    chance: Floats
    win: Floats
    loss: Floats
    average: Floats


def outlook(table: OpportunityTable, past: Past | None = None) -> Outlook:
    """Every row's outcome; where chance, average or margin are unknown, the average of those that are known."""
    told = {name: table.columns.get(name, np.full(len(table), np.nan)) for name in COLUMNS}
    with np.errstate(divide="ignore", invalid="ignore"):
        margin = np.where(told["margin"] > 0, told["margin"], np.nan)
        e, most, least = told["ev"] / margin, told["max_profit"] / margin, told["max_loss"] / margin
        own = np.clip(told["pop"], 0.0, 1.0)
        sells = IS_CREDIT[table.strategy]
        win = np.where(sells, most, np.clip((e + (1 - own) * least) / own, 0.0, most))
        loss = np.where(sells, np.clip((own * most - e) / (1 - own), 0.0, least), least)
    chance = _towards(own, told["win_rate"], told["win_n"], SETTLED_PRIOR)
    win, loss = (np.clip(np.where(np.isnan(each), CLIP, each), 0.0, CLIP) for each in (win, loss))
    average = chance * win - (1 - chance) * loss
    known = np.isfinite(e) & np.isfinite(chance)
    usual = float(np.median(average[known])) if known.any() else 0.0
    average = np.where(known, average, usual)
    if past is not None:
        average = _towards(average, past.mean, past.count, PAST_PRIOR)
    return Outlook(np.where(np.isnan(chance), 0.5, chance), win, loss, average)


def worth(trade: Floats, seen: Outlook, correlation: Floats, aims: Aims) -> dict[str, Floats]:
    """The terms of the objective of every idea, (n,) each: P b, P E, −λ CVaR and what moving with the book costs.

    `trade` is the chance that it is traded, `correlation` that with the book.
    """
    return {
        "wanted": trade * aims.base,
        "outcome": trade * seen.average,
        "tail": -aims.caution * worst_tenth(trade, seen),
        "book": -aims.spreading * trade * np.maximum(correlation, 0.0),
    }


def worst_tenth(trade: Floats, seen: Outlook) -> Floats:
    """The mean loss per margin in the worst tenth of showings, 0 or more: a loss, then nothing, then wins."""
    losing = np.minimum(trade * (1 - seen.chance), TAIL)
    winning = np.maximum(TAIL - losing - (1 - trade), 0.0)
    found: Floats = np.maximum(losing * seen.loss - winning * seen.win, 0.0) / TAIL
    return found


COLUMNS: Final = ("margin", "ev", "max_profit", "max_loss", "pop", "win_rate", "win_n")


def _towards(own: Floats, seen: Floats, count: Floats, prior: float) -> Floats:
    """The mean of what is thought and what was seen, `prior` and `count` their weights; as it is where none was."""
    n = np.where(np.isfinite(seen) & np.isfinite(count), count, 0.0)
    found: Floats = (prior * own + n * np.where(n > 0, seen, 0.0)) / (prior + n)
    return found
