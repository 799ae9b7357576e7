"""Learning from a log which signals tell what is taken when shown: walk-forward, bagged by trader, never negative."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit, logit

from engine.core.chance import generator
from engine.ranking.models.interactions import Codes, Flags, Floats, Interactions
from engine.ranking.setups.crowd import CrowdLevel, crowd_level
from engine.ranking.setups.levels import LEVELS, Names, names_of, of_log, places
from engine.ranking.setups.signals import SIGNALS, Own, read, tables
from engine.traders.events import ACTIONS, Action
from engine.traders.log import EventLog

SHOWN: Final = ACTIONS.index(Action.SHOWN)
TAKEN: Final = tuple(ACTIONS.index(each) for each in (Action.SAVE, Action.TRADE))
DISMISSED: Final = ACTIONS.index(Action.DISMISS)
FOLDS: Final = 5
SHARE: Final = 0.12  # of what was taken lies between two moments
FEWEST: Final = 50  # taken, under which nothing is learned
MOST: Final = 12_000  # rows of a fold
BAGS: Final = 10
RIDGE: Final = 3.0
SEED: Final = 808
CRUMB: Final = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What a fit found; see `SetupModel`."""

    names: Names
    crowd: tuple[CrowdLevel, ...]
    level: float
    weights: Floats
    spread: Floats
    judged: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """What was shown after a moment, as the models saw it before: signals, was it taken, by whom, how many it is."""

    signals: Floats
    taken: Flags
    trader: Codes
    counts: Floats


def learned(past: EventLog, now_ms: int) -> Learned | None:
    """The fit, or None while there is too little to learn from."""
    taken = np.flatnonzero(np.isin(past.action, TAKEN))
    if len(taken) < FEWEST:
        return None
    names = names_of(past)
    setups = of_log(past, names)
    items = {level: places(setups, names, level) for level in LEVELS}
    cuts = [past.at_ms[taken[int(len(taken) * (1 - SHARE * (FOLDS - each))) - 1]] for each in range(FOLDS + 1)]
    rng = generator(SEED, "set-ups")
    folds = [
        rows
        for begin, end in pairwise(cuts)
        if (rows := _rows(past, items, names, (int(begin), int(end)), rng)) is not None
    ]
    if not folds:
        return None
    level, weights, spread = _bagged(folds, rng)
    judged = _judged(folds, rng)
    return Learned(names, _crowd(past, items, names, now_ms), level, weights, spread, judged)


def _crowd(past: EventLog, items: dict[str, Codes], names: Names, now_ms: int) -> tuple[CrowdLevel, ...]:
    """Everybody on every level."""
    return tuple(crowd_level(level, _interactions(past, items[level], names.count(level)), now_ms) for level in LEVELS)


def _interactions(past: EventLog, item: Codes, count: int) -> Interactions:
    """What was taken or at least looked at, in the form that models over items read."""
    kept = np.flatnonzero((past.weight > 0) & (item >= 0) & (past.trader >= 0))
    return Interactions(
        past.traders, tuple(map(str, range(count))), past.trader[kept].astype(np.int64), item[kept],
        past.at_ms[kept], past.weight[kept] / 10.0, np.zeros(len(kept), dtype=np.bool_), np.full(len(kept), np.nan),
    )  # fmt: skip


def _rows(
    past: EventLog, items: dict[str, Codes], names: Names, span: tuple[int, int], rng: np.random.Generator
) -> Rows | None:
    """What was shown and taken within a span, as it looked at its beginning."""
    begin, end = span
    start, stop = np.searchsorted(past.at_ms, [begin, end], side="right")
    shown = start + np.flatnonzero(past.action[start:stop] == SHOWN)
    taken = start + np.flatnonzero(np.isin(past.action[start:stop], TAKEN))
    if not len(shown) or not len(taken):
        return None
    left = max(len(shown) - len(taken), 1)
    kept = np.sort(rng.choice(shown, MOST, replace=False)) if len(shown) > MOST else shown
    rows = np.concatenate([kept, taken])
    counts = np.concatenate([np.full(len(kept), left / len(kept)), np.ones(len(taken))])
    earlier = slice(0, int(start))
    before = past.rows(earlier)
    known = {level: items[level][earlier] for level in LEVELS}
    crowd = dict(zip(LEVELS, _crowd(before, known, names, begin), strict=True))
    signals = np.zeros((len(rows), len(SIGNALS)))
    for trader in np.unique(past.trader[rows]).tolist():
        mine, asked = np.flatnonzero(before.trader == trader), np.flatnonzero(past.trader[rows] == trader)
        own = Own({level: known[level][mine] for level in LEVELS}, before.weight[mine], begin - before.at_ms[mine])
        told = tables(crowd, {level: names.count(level) for level in LEVELS}, own, int(trader))
        signals[asked] = read(told, {level: items[level][rows[asked]] for level in LEVELS})
    return Rows(signals, np.arange(len(rows)) >= len(kept), past.trader[rows].astype(np.int64), counts)


def _bagged(folds: Sequence[Rows], rng: np.random.Generator) -> tuple[float, Floats, Floats]:
    """Level, mean weights and their deviation over resamples of traders."""
    signals = np.concatenate([each.signals for each in folds])
    taken = np.concatenate([each.taken for each in folds])
    counts = np.concatenate([each.counts for each in folds])
    traders, place = np.unique(np.concatenate([each.trader for each in folds]), return_inverse=True)
    found = []
    for _ in range(BAGS):
        drawn = np.bincount(rng.integers(len(traders), size=len(traders)), minlength=len(traders))[place].astype(
            np.float64
        )
        kept = drawn > 0
        found.append(_fitted(signals[kept], taken[kept], (counts * drawn)[kept]))
    weights = np.array(found)[:, 1:]
    mean = np.where(weights.mean(axis=0) < CRUMB, 0.0, weights.mean(axis=0))
    return _level(signals @ mean, taken, counts), mean, weights.std(axis=0)


def _fitted(signals: Floats, taken: Flags, counts: Floats) -> Floats:
    """Level and weights (1 + signals,) of the greatest likelihood less a ridge; no weight below 0."""
    rate = float(np.clip((taken * counts).sum() / counts.sum(), 1e-6, 0.5))
    seen = np.column_stack([np.ones(len(signals)), signals])

    def loss(answer: Floats) -> tuple[float, Floats]:
        odds = seen @ answer
        value = float((counts * (np.logaddexp(0.0, odds) - taken * odds)).sum())
        slope = seen.T @ (counts * (expit(odds) - taken))
        return value + 0.5 * RIDGE * float(answer[1:] @ answer[1:]), slope + RIDGE * np.append(0.0, answer[1:])

    start = np.append(logit(rate), np.zeros(signals.shape[1]))
    bounds = [(None, None), *[(0.0, None)] * signals.shape[1]]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 200})
    return np.asarray(found.x, dtype=np.float64)


def _level(odds: Floats, taken: Flags, counts: Floats) -> float:
    """What makes the mean chance that of what was taken, by Newton's steps."""
    wanted = float((taken * counts).sum())
    level = float(logit(np.clip(wanted / counts.sum(), 1e-6, 0.5)))
    for _ in range(60):
        chance = expit(odds + level)
        step = (wanted - float((counts * chance).sum())) / max(float((counts * chance * (1 - chance)).sum()), 1e-9)
        level += float(np.clip(step, -1.0, 1.0))
        if abs(step) < 1e-10:
            break
    return level


def _judged(folds: Sequence[Rows], rng: np.random.Generator) -> tuple[float, float]:
    """Mean log loss on the newest fold by weights of the earlier ones, and that of one chance for all."""
    if len(folds) < 2:
        return float("nan"), float("nan")
    level, weights, _ = _bagged(folds[:-1], rng)
    last = folds[-1]
    total = last.counts.sum()
    chance = np.clip(expit(level + last.signals @ weights), 1e-9, 1 - 1e-9)
    mean = float((last.taken * last.counts).sum() / total)
    loss = -(last.counts * np.where(last.taken, np.log(chance), np.log1p(-chance))).sum() / total
    return float(loss), -(mean * np.log(mean) + (1 - mean) * np.log1p(-mean))
