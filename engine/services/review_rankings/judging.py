"""What would another ranker have earned on the log? The lists that were delivered, put in its order, or a refusal.

What a ranker knows, it learned before the period that it is judged on.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from engine.core.chance import generator
from engine.core.errors import DataError
from engine.experiments.metrics.tally import GAP_MS, NUMBER
from engine.experiments.off_policy.estimators import Contest, Estimates, contest, estimates
from engine.experiments.off_policy.reordered import places_in, ranked_by, reordered
from engine.experiments.off_policy.rounds import Codes, Floats, Rounds
from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS
from engine.options.strategies.kinds import NAMES
from engine.services.people import people
from engine.services.review_rankings.everybody import everybody, mark_of
from engine.services.startup import App
from engine.traders.events import Action
from engine.traders.log import EventLog

REWARDS: Final[Mapping[str, Action]] = MappingProxyType(
    {"view": Action.VIEW, "save": Action.SAVE, "trade": Action.TRADE}
)
SLATE: Final = 10  # what a simulated visit is shown
PULL: Final = 20.0  # times shown that the crowd's rate counts for in a trader's own
KINDS: Final = len(NAMES)
BY: Final = "DR"  # DR-shrink, near the direct method, has ranges that are too narrow
MOST_DAYS: Final = 365


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """One ranker on the lists of a period: five estimates of the reward a place, what was earned, which is more.

    Values are nan where the log cannot tell; `found.overlap.reasons` say why.
    """

    ranker: str
    reward: str
    begin_ms: int
    end_ms: int
    lists: int
    is_simulated: bool
    found: Estimates
    against_logged: Contest


Score = Callable[[EventLog, EventLog], Floats]


def _own(*columns: str) -> Score:
    """How often a trader took what has these features, of times shown, drawn to how often the crowd does."""

    def score(past: EventLog, shown: EventLog) -> Floats:
        place, size = _cells((past, shown), columns)
        took = np.isin(past.action, [NUMBER[each] for each in REWARDS.values()])
        offered = past.action == NUMBER[Action.SHOWN]
        met, seen = (np.bincount(place[0][rows], minlength=size) for rows in (took, offered))
        usual = float(took.sum() / max(1, offered.sum()))
        crowd = (met + PULL * usual) / (seen + PULL)
        whose = [each.trader.astype(np.int64) * size + cell for each, cell in zip((past, shown), place, strict=True)]
        many = len(past.traders) * size
        mine, tries = (np.bincount(whose[0][rows], minlength=many) for rows in (took, offered))
        found: Floats = (mine[whose[1]] + PULL * crowd[place[1]]) / (tries[whose[1]] + PULL)
        return found

    return score


def _crowd(past: EventLog, shown: EventLog) -> Floats:
    """How often everybody took a set-up, of times shown."""
    place, size = _cells((past, shown), ("strategy", "underlying"))
    took = np.isin(past.action, [NUMBER[each] for each in REWARDS.values()])
    offered = past.action == NUMBER[Action.SHOWN]
    met, seen = (np.bincount(place[0][rows], minlength=size) for rows in (took, offered))
    found: Floats = ((met + PULL * took.sum() / max(1, offered.sum())) / (seen + PULL))[place[1]]
    return found


def _cells(logs: tuple[EventLog, EventLog], columns: tuple[str, ...]) -> tuple[list[Codes], int]:
    """The number of every row's features in either log, and how many there can be."""
    found = [np.zeros(len(each), dtype=np.int64) for each in logs]
    size = 1
    for column in columns:
        width = KINDS + 1 if column == "strategy" else len(getattr(logs[0], f"{column}s")) + 1
        found = [place * width + getattr(each, column) + 1 for place, each in zip(found, logs, strict=True)]
        size *= width
    return found, size


RANKERS: Final[Mapping[str, Score]] = MappingProxyType({
    "own strategies": _own("strategy"),
    "own underlyings": _own("underlying"),
    "own set-ups": _own("strategy", "underlying"),
    "the crowd's set-ups": _crowd,
    "chance of profit": lambda _, shown: np.nan_to_num(shown.pop, nan=0.0),
    "premium for margin": lambda _, shown: np.nan_to_num(shown.premium / shown.margin, nan=0.0, posinf=0.0, neginf=0.0),
})  # fmt: skip


def off_policy(app: App, principal: Principal, ranker: str, days: int = 90, reward: str = "trade") -> Judged:
    """What a ranker would have earned a place, on the lists of the last days; for who may see it."""
    app.desk(principal).manager.notes("experiment", "")
    if ranker not in RANKERS or reward not in REWARDS or not 1 <= days <= MOST_DAYS:
        raise DataError(
            f"rankers to judge are {', '.join(RANKERS)}, rewards {', '.join(REWARDS)}, days 1 to {MOST_DAYS}; asked"
            f" were {ranker!r}, {reward!r}, {days}."
        )
    key, mark = ("judged", ranker, days, reward), (mark_of(app, principal), app.now())
    known = app.recent.get(key)
    if known is not None and known[0] == mark:
        found: Judged = known[1]
        return found
    made = _judged(app, principal, (ranker, days, reward))
    app.recent.put(key, (mark, made))
    return made


def _judged(app: App, principal: Principal, asked: tuple[str, int, str]) -> Judged:
    ranker, days, reward = asked
    simulated = people(app)
    log, end = everybody(app, principal) if simulated is None else simulated, app.now() + 1
    begin = end - days * DAY_MS
    cut, last = np.searchsorted(log.at_ms, (begin, end))
    past, part = log.rows(slice(0, int(cut))), log.rows(slice(int(cut), int(last)))
    rows, lists = _lists(part, whole=simulated is not None)
    if not len(rows):
        raise DataError(f"no list was shown in the last {days} days: there is nothing to judge a ranker on.")
    shown = part.rows(rows)
    score = RANKERS[ranker](past, shown)
    rank = ranked_by(lists, score, generator(0, "equal scores", ranker))
    # A simulated list's ten come from piles that were dealt by chance: given the ten, every order is as likely.
    propensity = shown.propensity if simulated is None else np.full(len(rows), 1 / SLATE)
    met = _met(part, rows, REWARDS[reward])
    rounds, target = reordered(places_in(lists), rank, propensity, met, shown.trader.astype(np.int64))
    return Judged(
        ranker, reward, begin, end, len(np.unique(lists)), simulated is not None, *_valued(rounds, target)
    )  # fmt: skip


def _valued(rounds: Rounds, target: Floats) -> tuple[Estimates, Contest]:
    found = estimates(rounds, target)
    logged = replace(found, terms=np.broadcast_to(rounds.reward, found.terms.shape))
    return found, contest(found, logged, BY)


def _lists(part: EventLog, whole: bool) -> tuple[Codes, Codes]:
    """The rows of what was shown, list by list in order of rank, and each one's list; whole ones of ten if so asked."""
    rows = np.flatnonzero(part.action == NUMBER[Action.SHOWN])
    rows = rows[np.lexsort((part.rank[rows], part.at_ms[rows], part.trader[rows]))]
    who, when = part.trader[rows], part.at_ms[rows]
    lists = np.cumsum(np.r_[True, (who[1:] != who[:-1]) | (when[1:] != when[:-1])]) - 1 if len(rows) else rows
    kept = np.isfinite(part.propensity[rows])
    if whole and len(rows):
        kept &= (np.bincount(lists) == SLATE)[lists]
    return rows[kept], lists[kept]


def _met(part: EventLog, rows: Codes, action: Action) -> Floats:
    """1 for what was shown and then met this answer, by the same trader within the same visit."""
    keys = ["trader", "underlying", "strategy", "delta", "days", "premium"]
    answers = np.flatnonzero(part.action == NUMBER[action])
    tables = [
        pd.DataFrame({name: getattr(part, name)[held] for name in keys} | {"at_ms": part.at_ms[held], "row": held})
        for held in (answers, rows)
    ]
    one, other = (each.sort_values("at_ms", kind="stable") for each in tables)
    joined = pd.merge_asof(one, other, on="at_ms", by=keys, tolerance=GAP_MS, suffixes=("", "_shown"))
    hit = joined["row_shown"].dropna().to_numpy(dtype=np.int64)
    found = np.zeros(len(part))
    found[hit] = 1.0
    told: Floats = found[rows]
    return told
