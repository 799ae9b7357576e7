"""Is the feed itself in order? Stale regimes, clicks without profit, lists of one kind, tastes missed, few for all."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from engine.core.chance import generator
from engine.core.interval import Interval, around
from engine.experiments.analysis.moments import moments, paired, ratio
from engine.experiments.metrics.tally import NUMBER
from engine.experiments.metrics.values import FEWEST
from engine.market.bars import DAY_MS
from engine.options.strategies.kinds import NAMES
from engine.ranking.diversity.calibrated import divergence
from engine.ranking.diversity.measures import coverage, gini
from engine.traders.events import Action
from engine.traders.log import EventLog
from engine.traders.memory.masses import HALF_LIFE_DAYS

Floats = NDArray[np.float64]
Sums = NDArray[np.float64] | NDArray[np.signedinteger]
REACH: Final = 1.959964
RESAMPLES: Final = 200
KINDS: Final = len(NAMES)
TAKEN: Final = (Action.SAVE, Action.TRADE)
ENOUGH: Final = 5  # things taken, before a trader's taste is one


@dataclass(frozen=True, slots=True)
class Health:
    """One measure of the feed with what it is in words; `n` are traders, strategies or set-ups as `counts` says."""

    name: str
    label: str
    definition: str
    counts: str
    value: Interval


def health(log: EventLog, begin_ms: int, end_ms: int) -> tuple[Health, ...]:
    """Every measure over a period of a log."""
    part = log.rows(slice(*np.searchsorted(log.at_ms, (begin_ms, end_ms))))
    shown = part.rows(part.action == NUMBER[Action.SHOWN])
    table, known = _setups(shown, log.rows(slice(0, int(np.searchsorted(log.at_ms, end_ms)))))
    return (
        Health("staleness", "Regime staleness",
               "of what traders saved and traded, fading by half in 45 days, the share that came under another regime"
               " of the market than the present one", "traders", _staleness(log, end_ms)),
        Health("clicks_and_profit", "Clicks against profit",
               "rank correlation over strategies between the share opened and net profit per margin: below 0, what is"
               " clicked loses", "strategies", _clicks_and_profit(part)),
        Health("intra_list_diversity", "Diversity within a list",
               "share of pairs in a list that differ in strategy, and of those that differ in sector, averaged",
               "traders", _diversity(shown)),
        Health("calibration", "Distance from taste",
               "KL divergence, in nats, of the strategies shown from those a trader saves and trades; 0 is equal",
               "traders", _calibration(log, shown, end_ms)),
        Health("coverage", "Catalogue coverage",
               "of the set-ups (underlying and strategy) ever shown, the share shown in the period; a count, no sample",
               "set-ups", Interval(coverage(known) if len(known) else None, n=len(known))),
        Health("gini", "Concentration (Gini)",
               "how unevenly places went to those set-ups: 0 all alike, 1 one has everything", "set-ups",
               _concentration(table)),
        Health("exploration", "Left to chance",
               "of the ideas shown, the share at places that chance had a part in (propensity below 1)", "traders",
               _exploration(shown)),
    )  # fmt: skip


def _over_traders(top: Sums, bottom: Sums) -> Interval:
    """A ratio of sums from 0 to 1 with its range over traders."""
    came = bottom > 0
    n = int(came.sum())
    if n < FEWEST:
        return Interval(None, n=n)
    told = ratio(paired(top[came], bottom[came]))
    return around(float(told.mean), float(np.sqrt(told.error)), n, (0.0, 1.0))


def _staleness(log: EventLog, end_ms: int) -> Interval:
    known = (log.at_ms < end_ms) & (log.regime >= 0)
    if not known.any():
        return Interval(None)
    now = log.regime[np.flatnonzero(known)[-1]]
    rows = np.flatnonzero(known & np.isin(log.action, [NUMBER[each] for each in TAKEN]))
    weight = np.exp2(-(end_ms - log.at_ms[rows]) / DAY_MS / HALF_LIFE_DAYS)
    size, owner = len(log.traders), log.trader[rows]
    total = np.bincount(owner, weight, size)
    return _over_traders(np.bincount(owner, weight * (log.regime[rows] != now), size), total)


def _clicks_and_profit(part: EventLog) -> Interval:
    """Spearman's correlation over the strategies with ten ended trades, with Fisher's range."""
    kind = np.maximum(part.strategy, 0)
    shown, viewed = (np.bincount(kind[part.action == NUMBER[each]], minlength=KINDS) for each in
                     (Action.SHOWN, Action.VIEW))  # fmt: skip
    ended = np.isin(part.action, [NUMBER[Action.PROFIT], NUMBER[Action.LOSS]]) & np.isfinite(part.outcome)
    count = np.bincount(kind[ended], minlength=KINDS)
    held = (count >= 10) & (shown > 0)
    n = int(held.sum())
    if n < FEWEST:
        return Interval(None, n=n)
    profit = np.bincount(kind[ended], part.outcome[ended], KINDS)[held] / count[held]
    one, two = (rankdata(each) - (n + 1) / 2 for each in ((viewed / np.maximum(shown, 1))[held], profit))
    if not (one.any() and two.any()):
        return Interval(None, n=n)
    value = float((one @ two) / np.sqrt((one @ one) * (two @ two)))
    centre, half = np.arctanh(np.clip(value, -0.999999, 0.999999)), REACH / np.sqrt(max(n - 3, 1))
    return Interval(value, float(np.tanh(centre - half)), float(np.tanh(centre + half)), n)


def _diversity(shown: EventLog) -> Interval:
    """One list is what one trader was shown at one moment."""
    order = np.lexsort((shown.at_ms, shown.trader))
    who, when = shown.trader[order], shown.at_ms[order]
    if not len(who):
        return Interval(None)
    begins = np.r_[True, (who[1:] != who[:-1]) | (when[1:] != when[:-1])]
    number = np.cumsum(begins) - 1
    size = np.bincount(number)
    unlike = np.zeros(len(size))
    for code in (shown.strategy[order], shown.sector[order]):
        cells = np.unique(number * 1_000 + code + 1, return_counts=True)
        alike = np.bincount(cells[0] // 1_000, cells[1] * (cells[1] - 1.0), len(size))
        unlike += 0.5 * (1 - alike / np.maximum(size * (size - 1), 1))
    lists, owner = size > 1, who[begins]
    many = len(shown.traders)
    return _over_traders(
        np.bincount(owner[lists], unlike[lists], many), np.bincount(owner[lists], minlength=many).astype(np.float64)
    )


def _by_kind(log: EventLog, rows: NDArray[np.bool_]) -> Floats:
    """How often each trader met each strategy, (traders, 12)."""
    held = rows & (log.strategy >= 0)
    pairs = log.trader[held].astype(np.int64) * KINDS + log.strategy[held]
    found: Floats = np.bincount(pairs, minlength=len(log.traders) * KINDS).reshape(-1, KINDS).astype(np.float64)
    return found


def _calibration(log: EventLog, shown: EventLog, end_ms: int) -> Interval:
    taken = _by_kind(log, np.isin(log.action, [NUMBER[each] for each in TAKEN]) & (log.at_ms < end_ms))
    seen = _by_kind(shown, np.ones(len(shown), dtype=np.bool_))
    held = np.flatnonzero((taken.sum(1) >= ENOUGH) & (seen.sum(1) > 0))
    if len(held) < FEWEST:
        return Interval(None, n=len(held))
    told = moments([float(divergence(taken[each] / taken[each].sum(), seen[each] / seen[each].sum())) for each in held])
    return around(float(told.mean), float(np.sqrt(told.error)), len(held), (0.0, np.inf))


def _setups(shown: EventLog, ever: EventLog) -> tuple[Floats, Floats]:
    """How often each trader was shown each set-up in the period, (traders, set-ups ever shown), and the sums."""
    every = ever.rows(ever.action == NUMBER[Action.SHOWN])
    known = np.unique(every.underlying.astype(np.int64) * KINDS + every.strategy)
    place = np.searchsorted(known, shown.underlying.astype(np.int64) * KINDS + shown.strategy)
    shape = (len(shown.traders), len(known))
    table = np.bincount(shown.trader.astype(np.int64) * len(known) + place, minlength=shape[0] * shape[1])
    found: Floats = table.reshape(shape).astype(np.float64)
    return found, found.sum(0)


def _concentration(table: Floats) -> Interval:
    """Gini over set-ups, ranged by drawing the traders anew 200 times."""
    came = table[table.sum(1) > 0]
    value = gini(table.sum(0))
    if len(came) < FEWEST:
        return Interval(None, n=table.shape[1])
    rng = generator(0, "concentration")
    drawn = rng.multinomial(len(came), np.full(len(came), 1 / len(came)), RESAMPLES) @ came
    low, high = np.quantile([gini(each) for each in drawn], (0.025, 0.975))
    return Interval(value, float(low), float(high), table.shape[1])


def _exploration(shown: EventLog) -> Interval:
    size = len(shown.traders)
    chance = (shown.propensity < 1).astype(np.float64)
    return _over_traders(
        np.bincount(shown.trader, chance, size), np.bincount(shown.trader, minlength=size).astype(np.float64)
    )
