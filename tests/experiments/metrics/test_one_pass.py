"""The compiled pass against the same counts by plain loops, and what it may not depend on."""

from collections import defaultdict

import numpy as np
import pytest

from engine.experiments.metrics import counts, period
from engine.experiments.metrics.counts import GAP_MS, Lists
from engine.experiments.metrics.tally import MONTH_MS, tally
from engine.market.bars import DAY_MS
from engine.traders.events import ACTIONS, Action
from engine.traders.log import COLUMNS, INTEGERS, EventLog

SPAN = 60 * DAY_MS


def some(seed: int, visits: int = 400) -> EventLog:
    """Visits of seven traders over sixty days: lists of three, answers, ends, some unknown numbers."""
    rng = np.random.default_rng(seed)
    begin = np.sort(rng.integers(0, SPAN, visits)) // 60_000 * 60_000
    at_ms = np.concatenate([np.repeat(begin, 3), begin + rng.integers(1, 3 * GAP_MS, visits), begin + 5 * DAY_MS])
    who = rng.integers(0, 7, visits)
    what = np.concatenate([np.zeros(3 * visits, int), rng.integers(1, 5, visits), rng.integers(5, 7, visits)])
    many = len(at_ms)
    columns = {name: rng.integers(0, 4, many).astype(np.int32) for name in INTEGERS}
    columns |= {name: rng.normal(50, 100, many) for name in COLUMNS if name not in INTEGERS}
    columns |= {"at_ms": at_ms, "action": what.astype(np.int32), "fits": rng.integers(0, 2, many).astype(float)}
    columns["trader"] = np.r_[np.repeat(who, 3), who, who].astype(np.int32)
    columns["exploring"] = np.where(rng.random(many) < 0.1, np.nan, rng.random(many))
    columns["regime"] = rng.integers(-1, 4, many).astype(np.int32)
    order = np.argsort(at_ms, kind="stable")
    return EventLog(
        tuple("abcdefg"), ("A", "B", "C", "D"), ("x", "y", "z", "w"), **{name: columns[name][order] for name in COLUMNS}
    )


def sessions_of(log: EventLog, begin: int, end: int) -> dict[int, list[list[int]]]:
    """Rows of each trader's sessions in a period, by a plain loop."""
    found: dict[int, list[list[int]]] = defaultdict(list)
    for row in range(len(log)):
        if not begin <= log.at_ms[row] < end or log.action[row] >= ACTIONS.index(Action.PROFIT):
            continue
        mine = found[int(log.trader[row])]
        if mine and log.at_ms[row] - log.at_ms[mine[-1][-1]] < GAP_MS:
            mine[-1].append(row)
        else:
            mine.append([row])
    return found


@pytest.mark.parametrize("seed", range(5))
def test_sums_are_those_of_plain_loops(seed: int) -> None:
    """Counts, money and sessions of a period, with the same arithmetic written out."""
    log, begin, end = some(seed), 10 * DAY_MS, 50 * DAY_MS
    told = tally(log, begin, end)
    inside = (log.at_ms >= begin) & (log.at_ms < end)
    for who in range(7):
        mine = inside & (log.trader == who)
        for name, action in (("shown", 0), ("views", 1), ("wins", 5), ("losses", 6)):
            assert told[name][who] == (log.action[mine] == action).sum()
        over = mine & (log.action >= 5)
        assert told["outcome"][who] == pytest.approx(log.outcome[over].sum())
        credit = over & (log.premium > 0)
        kept = np.minimum(log.outcome * log.margin, log.premium)[credit].sum()
        assert told["premium_kept"][who] == pytest.approx(kept)
        first = {}
        for row in np.flatnonzero(mine & (log.action == 0) & (log.fits == 1) & (log.premium > 0)):
            first.setdefault(int(log.idea[row]), log.premium[row])
        assert told["premium_fitting"][who] == pytest.approx(sum(first.values()))
        held = sessions_of(log, begin, end)[who]
        assert told["sessions"][who] == len(held)
        minutes = sum(log.at_ms[each[-1]] - log.at_ms[each[0]] for each in held) / 60_000
        assert told["session_minutes"][who] == pytest.approx(minutes)


@pytest.mark.parametrize("seed", range(5))
def test_a_period_is_its_tallies(seed: int) -> None:
    """Now and before, and every week: what a tally of those days alone would count, but for sessions over midnight."""
    log = some(seed)
    told = period.period(log, 30 * DAY_MS, 55 * DAY_MS)
    for counted, begin, end in ((told.now, 30, 55), (told.before, 5, 30)):
        alone = tally(log, begin * DAY_MS, end * DAY_MS)
        for name, each in alone.columns.items():
            assert counted[name] == pytest.approx(each), name
    assert [(end, counted["shown"].sum()) for end, counted in told.weeks] == [
        ((37 + 7 * week) * DAY_MS, tally(log, (30 + 7 * week) * DAY_MS, (37 + 7 * week) * DAY_MS)["shown"].sum())
        for week in range(3)
    ]
    assert told.now["months"].max() == pytest.approx(25 * DAY_MS / MONTH_MS)


@pytest.mark.parametrize("seed", range(5))
def test_lists_are_those_of_plain_loops(seed: int) -> None:
    """Diversity over all pairs, the book of each list by its first place, set-ups and exploration."""
    log, begin = some(seed), 30 * DAY_MS
    lists = period.period(log, begin, SPAN).lists
    rows = np.flatnonzero((log.action == 0) & (log.at_ms >= begin) & (log.at_ms < SPAN))
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows.tolist():
        found[int(log.trader[row]), int(log.at_ms[row])].append(row)
    unlike = [
        np.mean([(log.strategy[i] != log.strategy[j]) / 2 + (log.sector[i] != log.sector[j]) / 2
                 for i in each for j in each if i != j])
        for each in found.values()
    ]  # fmt: skip
    assert lists.sums[:, counts.LISTS].sum() == len(found)
    assert lists.sums[:, counts.UNLIKE].sum() == pytest.approx(sum(unlike))
    held = [each[0] for each in found.values() if log.positions[each[0]] > 0]
    assert lists.sums[:, counts.UNHELD].sum() == len(found) - len(held)
    assert lists.sums[:, counts.WITH_BOOK].sum() == pytest.approx(log.with_book[held].sum())
    assert lists.setups.tolist() == np.bincount(log.underlying[rows] * 12 + log.strategy[rows], minlength=48).tolist()
    assert lists.sums[:, counts.TRIED].sum() == pytest.approx(np.nansum(log.exploring[rows]))


def test_some_traders_alone_are_those_of_the_whole() -> None:
    """A segment's page is counted with the others left out: not a sum of anybody else is in it."""
    log, chosen = some(1), np.array([True, False, True, False, False, True, False])
    whole, part = (period.period(log, 20 * DAY_MS, SPAN, each) for each in (None, chosen))
    assert (part.now["shown"] == np.where(chosen, whole.now["shown"], 0)).all()
    assert (part.lists.sums == np.where(chosen[:, np.newaxis], whole.lists.sums, 0)).all()
    own = log.rows(chosen[log.trader])
    alone = period.period(own, 20 * DAY_MS, SPAN).lists
    for name in ("setups", "kinds"):
        assert getattr(alone, name) == pytest.approx(getattr(part.lists, name)), name
    assert set(Lists._fields) >= {"setups", "kinds"}


def test_four_threads_count_as_one_does() -> None:
    """A log of many rows is shared out by traders: the same sums."""
    log = some(2, visits=40)
    times = period.LONG // len(log) + 1
    shift = np.repeat(np.arange(times), len(log)) * SPAN
    columns = {name: np.tile(getattr(log, name), times) for name in COLUMNS}
    long = EventLog(log.traders, log.underlyings, log.sectors, **columns | {"at_ms": columns["at_ms"] + shift})
    order = np.argsort(long.at_ms, kind="stable")
    long = long.rows(order)
    end = int(long.at_ms[-1]) + 1
    one, four = tally(long, 0, end), period.period(long, 0, end)
    assert len(long) > period.LONG
    for name, each in one.columns.items():
        assert four.now[name] == pytest.approx(each), name
    assert four.lists.setups.sum() == (long.action == 0).sum()
