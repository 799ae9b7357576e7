"""A bound for the world of five parts: a learner who knows its formula, the spread of tastes, and how people answer."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, ndtr

from benchmarks.worlds.responses import DISMISSES, NOISE, SHOWN, TAKES, TRADES, VIEWS, Person, examined
from benchmarks.worlds.slates import SECTORS, TICKERS, Slate
from benchmarks.worlds.tastes import KINDS, PARTS, log_premium, quality
from engine.core.chance import generator
from engine.options.features.climate import REGIMES
from engine.traders.events import Action, Event

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
VIEWS_OF: Final = ("bullish", "bearish", "neutral", "moving")
OFTEN, NAMES, BELLS = len(KINDS), len(TICKERS), 7
LOW: Final = np.array([0.04, 0.06, np.log(60), 0.4, np.log(7), 0.25, 0.04])  # centres, widths, quality: uniform
HIGH: Final = np.array([0.45, 0.15, np.log(900), 0.9, np.log(75), 0.5, 0.14])
REGIME: Final = 0.06
FIRST_BELL: Final = OFTEN + NAMES
FIRST_PAIR: Final = FIRST_BELL + BELLS
SIZE: Final = FIRST_PAIR + len(REGIMES) * OFTEN
BOUNDS: Final = np.array([-np.inf, DISMISSES, VIEWS, TAKES, TRADES, np.inf])
RUNG: Final = {Action.DISMISS: 0, Action.VIEW: 2, Action.SAVE: 3, Action.TRADE: 4}
PASSED: Final = 1
NUDGE, STEPS, ENOUGH = 1e-3, 12, 0.01
HALVED: Final = tuple(0.5**each for each in range(7))
AFRESH: Final = 50  # ideas after which it begins at the mean again, in case that leads higher


def spread_of_tastes() -> tuple[Floats, Floats]:
    """Mean and covariance of everything that makes a trader (`tastes.leanings`), each brought to a normal."""
    common = np.zeros((OFTEN, len(VIEWS_OF) + 2))
    for row, kind in enumerate(KINDS):
        common[row, VIEWS_OF.index(kind.view)] = 0.8
        common[row, -2:] = 0.6 if kind.is_credit else -0.6, 0.5 * (2 - len(kind.legs)) / 2
    mean, spread = np.zeros(SIZE), np.eye(SIZE)
    spread[:OFTEN, :OFTEN] = common @ common.T + 0.36 * np.eye(OFTEN)
    sector = np.arange(NAMES) % len(SECTORS)
    spread[OFTEN:FIRST_BELL, OFTEN:FIRST_BELL] = 0.64 * (sector[:, None] == sector) + 0.64 * np.eye(NAMES)
    mean[OFTEN:FIRST_BELL] = generator(0, "crowd's tickers").normal(0, 0.6, NAMES)
    return mean, spread


def facts(candidates: Slate) -> Floats:
    """Strategy, ticker, regime by number; |delta|, log premium, log days, quality, (n, 7)."""
    table = candidates.table
    return np.column_stack((
        candidates.strategy, table.underlying, np.full(len(table), candidates.regime), np.abs(table["delta"]),
        log_premium(candidates), np.log1p(table["days"]), quality(candidates),
    ))  # fmt: skip


def utility(point: Floats, facts: Floats) -> tuple[Floats, Floats]:
    """The world's formula at these facts (n,), and its slopes in what makes a trader (n, SIZE)."""
    every, (strategy, ticker, regime) = np.arange(len(facts)), facts[:, :3].astype(np.int64).T
    liked, fond = expit(2 * point[:OFTEN] - 0.5), expit(1.5 * point[OFTEN:FIRST_BELL] - 0.5)
    normal = point[FIRST_BELL:FIRST_PAIR]
    bells = LOW + (HIGH - LOW) * ndtr(normal)
    moved = (HIGH - LOW) * np.exp(-0.5 * normal**2) / np.sqrt(2 * np.pi)
    pair = FIRST_PAIR + regime * OFTEN + strategy
    total = PARTS[0] * liked[strategy] + PARTS[2] * fond[ticker] + bells[6] * facts[:, 6] + REGIME * point[pair]
    slopes = np.zeros((len(facts), SIZE))
    slopes[every, strategy] = PARTS[0] * (2 * liked * (1 - liked))[strategy]
    slopes[every, OFTEN + ticker] = PARTS[2] * (1.5 * fond * (1 - fond))[ticker]
    for place, (weight, column) in enumerate(((PARTS[1], 3), (PARTS[3], 4), (PARTS[4], 5))):
        centre, width = bells[2 * place], bells[2 * place + 1]
        off = (facts[:, column] - centre) / width
        bell = weight * np.exp(-0.5 * off**2)
        total += bell
        slopes[:, FIRST_BELL + 2 * place] = bell * off / width * moved[2 * place]
        slopes[:, FIRST_BELL + 2 * place + 1] = bell * off**2 / width * moved[2 * place + 1]
    slopes[:, FIRST_PAIR - 1] = facts[:, 6] * moved[6]
    slopes[every, pair] = REGIME
    return total, slopes


def said(want: Floats, rank: Codes, rung: Codes) -> Floats:
    """The log chance of every answer, by the bounds of moods and the chance to be looked at."""
    chance = np.clip(ndtr((BOUNDS[rung + 1] - want) / NOISE) - ndtr((BOUNDS[rung] - want) / NOISE), 1e-12, 1)
    looked = examined_at(rank)
    return np.log(np.where(rung == PASSED, 1 - looked, 0) + looked * chance)


def examined_at(rank: Codes) -> Floats:
    """The chance that each rank is looked at."""
    return np.array([examined(int(each)) for each in rank], dtype=np.float64)


class Knowing:
    """After every list the likeliest trader, given all he did (Newton's steps); his utilities choose the next list."""

    def __init__(self, who: Person) -> None:
        self.middle, self.spread = who.middle, who.spread
        self.mean, covariance = spread_of_tastes()
        self.inverse, self.point = np.linalg.inv(covariance), self.mean.copy()
        self.facts, self.rank, self.rung = np.zeros((0, 7)), np.zeros(0, np.int64), np.zeros(0, np.int64)
        self.shown: list[str] = []

    def choose(self, candidates: Slate, rng: np.random.Generator) -> list[int]:  # noqa: ARG002 - it does not explore
        """The ten that he likes best, as far as is known."""
        about = facts(candidates)
        rows = [int(each) for each in np.argsort(-utility(self.point, about)[0], kind="stable")[:SHOWN]]
        self.facts = np.vstack((self.facts, about[rows]))
        self.shown = [candidates.idea(row).id for row in rows]
        return rows

    def learn(self, events: Sequence[Event]) -> None:
        """All that was ever answered, weighed anew."""
        rung = dict.fromkeys(self.shown, PASSED)
        for event in events:
            if event.action in RUNG:
                rung[event.idea.id] = RUNG[event.action]  # in the order of the steps: the last goes furthest
        self.rung = np.r_[self.rung, list(rung.values())].astype(np.int64)
        self.rank = np.r_[self.rank, np.arange(1, SHOWN + 1)]
        starts = (self.point, self.mean) if len(self.rank) % AFRESH == 0 else (self.point,)
        self.point = max((self._climbed(start) for start in starts), key=self._likely)

    def _climbed(self, point: Floats) -> Floats:
        """The likeliest trader near there."""
        likely = self._likely(point)
        for _ in range(STEPS):
            step = self._step(point)
            best, share = max((self._likely(point + each * step), each) for each in HALVED)
            if best < likely + ENOUGH:
                break
            point, likely = point + share * step, best
        return point

    def _wants(self, point: Floats) -> Floats:
        return (utility(point, self.facts)[0] - self.middle) / self.spread

    def _likely(self, point: Floats) -> float:
        off = point - self.mean
        return float(said(self._wants(point), self.rank, self.rung).sum() - 0.5 * off @ self.inverse @ off)

    def _step(self, point: Floats) -> Floats:
        total, slopes = utility(point, self.facts)
        want, slopes = (total - self.middle) / self.spread, slopes / self.spread
        low, here, high = (said(want + nudge, self.rank, self.rung) for nudge in (-NUDGE, 0.0, NUDGE))
        pull, curve = (high - low) / (2 * NUDGE), np.maximum((2 * here - low - high) / NUDGE**2, 0.02)
        sharp = self.inverse + (slopes * curve[:, None]).T @ slopes
        found: Floats = np.linalg.solve(sharp, slopes.T @ pull - self.inverse @ (point - self.mean))
        return found
