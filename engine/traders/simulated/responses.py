"""What a simulated trader does with what he is shown: how much he wants it, whether he sees it, what he then does."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.market.bars import Floats
from engine.options.chain import Flags
from engine.options.features.climate import REGIMES
from engine.options.strategies.kinds import STRATEGIES
from engine.traders.simulated.ideas import CREDIT, Ideas
from engine.traders.simulated.sessions import Rows
from engine.traders.simulated.tastes import TrueTastes

BULLISH: Final = np.array([each.view == "bullish" for each in STRATEGIES.values()])
WILD: Final = np.array([("turbulent" in each) - float("calm" in each) for each in REGIMES])
FALLS: Final = np.array([float("falling" in each) for each in REGIMES])
FADING: Final = 0.45  # a place is looked at with the chance rank^-0.45: the tenth about a third of the times
USUAL: Final = 0.42  # utility about which chances turn
# Odds at the usual utility and how fast they grow with it: to open what was seen; of what was opened to save, to trade;
# of what was seen to dismiss.
OPEN: Final = (-1.15, 7.0)
SAVE: Final = (-1.9, 5.0)
TRADE: Final = (-3.6, 8.0)
DISMISS: Final = (-2.05, -4.5)
ROOM: Final = 8.0  # open positions at which the wish to trade is halved


@dataclass(frozen=True, slots=True, eq=False)
class Responses:
    """What was done with each place of each slate, (v, 10)."""

    view: Flags
    save: Flags
    dismiss: Flags
    trade: Flags


def utility(tastes: TrueTastes, who: Rows, shown: Rows, offered: Ideas, regime: int) -> Floats:
    """How much traders (v,) want ideas (v, k), about 0 to 1: five weighted parts, the weather, and quality as seen.

    It is what the trader goes by, so a feed ordered by it is the best there can be.
    """
    table = offered.table
    moment = int(table.moment[0])
    at = who[:, np.newaxis]
    strategy, underlying = table.strategy[shown], table.underlying[shown]
    liked = tastes.liked(moment)[at, strategy]
    money = np.log(np.maximum(np.abs(table["premium"] * table.multiplier), 1.0))
    parts = (
        liked, _near(tastes.risk[who], np.abs(table["delta"])[shown]), tastes.tickers[at, underlying],
        _near(tastes.premium[who], money[shown]), _near(tastes.timing[who], np.log1p(table["days"])[shown]),
    )  # fmt: skip
    wanted = sum((tastes.weights[who, place, np.newaxis] * each for place, each in enumerate(parts)), np.zeros(1))
    if regime >= 0:
        wanted = wanted + WILD[regime] * tastes.storms[at] * CREDIT[strategy]
        wanted = wanted + FALLS[regime] * tastes.falls[at] * BULLISH[strategy]
    found: Floats = wanted + 0.08 * tastes.skill[at] * standing(offered)[shown]
    return found


def standing(offered: Ideas) -> Floats:
    """The quality of a session's ideas against each other: deviations from their mean, at most two, (n,)."""
    known = offered.quality[offered.usable]
    found: Floats = np.clip((offered.quality - known.mean()) / max(float(known.std()), 1e-9), -2.0, 2.0)
    return np.where(offered.usable, found, 0.0)


def _near(liking: Floats, value: Floats) -> Floats:
    """A bell curve around each one's centre, (v, 2) and (v, k) -> (v, k)."""
    found: Floats = np.exp(-0.5 * ((value - liking[:, :1]) / liking[:, 1:]) ** 2)
    return found


def seen(ranks: int) -> Floats:
    """The chance that each place is looked at, by rank (1 first), (ranks,)."""
    found: Floats = np.arange(1, ranks + 1, dtype=np.float64) ** -FADING
    return found


def responses(rng: np.random.Generator, wanted: Floats, held: Rows) -> Responses:
    """What visitors do with their slates of these utilities (v, 10), holding so many positions (v,)."""
    draws = rng.random((5, *wanted.shape))
    looked = draws[0] < seen(wanted.shape[1])
    view = looked & (draws[1] < _chance(OPEN, wanted))
    trade = view & (draws[2] < _chance(TRADE, wanted) / (1 + held[:, np.newaxis] / ROOM))
    save = view & (draws[3] < _chance(SAVE, wanted)) & ~trade
    dismiss = looked & (draws[4] < _chance(DISMISS, wanted)) & ~trade & ~save
    return Responses(view, save, dismiss, trade)


def _chance(turn: tuple[float, float], wanted: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-(turn[0] + turn[1] * (wanted - USUAL))))
    return found
