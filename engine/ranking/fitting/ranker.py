"""Everything that was fitted on the crowd for the feed, as one value: to keep, to bring back, to rank with."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from engine.core.chance import generator
from engine.ranking.content.fitting import fit_prior, usual_prior
from engine.ranking.content.prior import ContentPrior
from engine.ranking.fitting.chances import FittedChances, Shown, fit_chances
from engine.ranking.fitting.evidence import Models, evidence
from engine.ranking.fitting.held_out import HeldOut, held_out, kept_apart
from engine.ranking.setups.model import SetupModel
from engine.traders.log import EventLog
from engine.traders.memory.crowd import Crowd, crowd_of

DAY_MS: Final = 86_400_000
WINDOW_DAYS: Final = 56  # on which weights are chosen
HELD_DAYS: Final = 14  # the last of them, on which weights of the others are judged
FEWEST_TRADERS: Final = 20  # under which the content model begins with what is usual


@dataclass(frozen=True, slots=True, eq=False)
class FittedRanker:
    """A fit on everything up to `until_ms`; `traders` (nameless) and `events` are what it was fitted on.

    `held` is how good weights chosen on the days before were on the last ones; None where too little was traded.
    """

    until_ms: int
    traders: tuple[str, ...]
    events: int
    crowd: Crowd = field(default_factory=Crowd)
    content: ContentPrior | None = None
    setups: SetupModel | None = None
    chances: FittedChances | None = None
    held: HeldOut | None = None


def fit_ranker(log: EventLog, now_ms: int, seed: int = 0) -> FittedRanker:
    """Fit everything on what had happened by now: weights on lists that models had not seen, then models on all."""
    from threadpoolctl import threadpool_limits  # noqa: PLC0415 - it looks through all loaded libraries at import

    with threadpool_limits(1):  # many small solves: threads waited for each other fifty times as long as they worked
        return _fitted(log.until(now_ms), now_ms, seed)


def _fitted(past: EventLog, now_ms: int, seed: int) -> FittedRanker:
    from_ms = now_ms - WINDOW_DAYS * DAY_MS
    before = past.until(from_ms)
    models = Models(crowd_of(before, from_ms), _prior(before), SetupModel.fit(before, from_ms))
    shown, begun = (evidence(past, models, from_ms, seed, as_new) for as_new in (False, True))
    return FittedRanker(
        now_ms, past.traders, len(past), crowd_of(past, now_ms), _prior(past), SetupModel.fit(past, now_ms),
        fit_chances(shown, generator(seed, "weights"), begun), judged(shown, begun, seed),
    )  # fmt: skip


def judged(shown: Shown, begun: Shown, seed: int = 0) -> HeldOut | None:
    """Weights of the days before, on the last days as they were; None where either has too little."""
    last = kept_apart(shown.at_ms, HELD_DAYS)
    early, new = shown.rows(~last), begun.rows(~kept_apart(begun.at_ms, HELD_DAYS))
    first = fit_chances(early, generator(seed, "weights of before"), new)
    if first is None or not shown.traded[last].any():
        return None
    return held_out(first, shown.rows(last), float(early.traded.mean()))


def _prior(log: EventLog) -> ContentPrior | None:
    if not len(log):
        return None
    return fit_prior(log) if len(np.unique(log.trader)) >= FEWEST_TRADERS else usual_prior(log)
