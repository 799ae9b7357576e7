"""Chains in, opportunities out: quotes checked, volatilities, legs, every number, filters with their reasons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

import numpy as np

from engine.options.chain import Chain, Floats, Kind
from engine.options.curve import curve
from engine.options.features.activity import row_scores
from engine.options.features.context import Context, added
from engine.options.features.iv_history import histories, with_more
from engine.options.features.levels import walls
from engine.options.features.movement import skew_25, term_slope
from engine.options.filters import ScanRules, ideas, options
from engine.options.opportunity import OpportunityTable, joined
from engine.options.pricing.black import Place, greeks
from engine.options.quality import marks
from engine.options.smile import Term, at_the_money, smile, thirty_days
from engine.options.strategies.building import BuildRules, Candidates, candidates, ground
from engine.options.strategies.calendars import calendars
from engine.options.terms import Fees, Seen, table_of

BATCH: Final = 150_000  # rows of a chain looked at together, whole moments of an underlying, so that memory stays small


@dataclass(frozen=True, slots=True)
class ScanSetup:
    """How a scan is done: filters, which legs are looked for, fees, and who watches or stops it."""

    rules: ScanRules = field(default_factory=ScanRules)
    build: BuildRules = field(default_factory=BuildRules)
    fees: Fees = field(default_factory=Fees)
    progress: Callable[[int, int], None] | None = field(default=None, compare=False)
    cancelled: Callable[[], bool] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """What a scan found: the table, how many contracts were looked at, and for every reason how many it took.

    `contracts_rejected` counts options that may be no leg, `ideas_rejected` positions that were built and left out.
    """

    table: OpportunityTable
    contracts: int
    contracts_rejected: Mapping[str, int]
    ideas_rejected: Mapping[str, int]


def scan(chain: Chain, setup: ScanSetup | None = None, context: Context | None = None) -> Scan | None:
    """Every opportunity of a chain, in the chain's order; the same chain gives the same table. None: it was stopped.

    A chain of many sessions is its own history of volatilities and volumes, beside what `context` knows.
    """
    setup, context = setup or ScanSetup(), context or Context()
    tables, months = [], []
    rejected, left = dict[str, int](), dict[str, int]()
    parts, activity = _batches(chain), row_scores(chain, context.earlier)
    for done, part in enumerate(parts, 1):
        if setup.cancelled is not None and setup.cancelled():
            return None
        seen, month = seen_of(chain.rows(part), setup.rules, activity[part], rejected)
        tables.append(_scanned(seen, setup, left))
        months.append(month)
        if setup.progress is not None:
            setup.progress(done, len(parts))
    table = joined(tables)
    known = _knowing(chain, months, context)
    return Scan(table.having(added(table, known, _kinds(chain))), len(chain), rejected, left)


def _kinds(chain: Chain) -> dict[str, Kind]:
    return dict(zip(chain.names, chain.kinds, strict=True))


def _knowing(chain: Chain, months: list[Term], context: Context) -> Context:
    """The context with what the chain itself tells of past sessions and open interest."""
    own = histories(chain.names, months)
    volatility = dict(context.volatility)
    volatility |= {name: with_more(context.volatility.get(name), each) for name, each in own.items()}
    return replace(context, volatility=volatility, walls={**context.walls, **walls(chain)})


def _batches(chain: Chain) -> list[np.ndarray]:
    """Row numbers of whole moments of underlyings, several together up to the batch's size; one empty part if none."""
    if not len(chain):
        return [np.zeros(0, dtype=np.int64)]
    new = np.r_[True, (np.diff(chain.underlying) != 0) | (np.diff(chain.moment) != 0)]
    starts = np.flatnonzero(new)
    wanted = np.r_[starts[np.r_[True, np.diff(starts // BATCH) > 0]], len(chain)]
    return [np.arange(a, b) for a, b in pairwise(wanted)]


def seen_of(chain: Chain, rules: ScanRules, activity: Floats, rejected: dict[str, int]) -> tuple[Seen, Term]:
    """Everything that is known of a chain's rows, which rows may be legs, and the 30-day volatilities of its moments.

    `rejected` is added to.
    """
    lines = curve(chain)
    found = smile(chain, lines)
    at_money = at_the_money(chain, lines, found)
    month = thirty_days(lines, at_money)
    place = lines.slice_of_row
    moved = greeks(
        Place(chain.spot, lines.forward[place], chain.strike, lines.years[place], lines.discount[place], chain.is_call),
        found.of_row,
    )
    sifted = options(chain, marks(chain, lines), found.of_row, rules)
    _add(rejected, sifted.reasons)
    on = ground(chain, lines, found, moved.delta, sifted.kept)
    skew, slope = skew_25(lines, found, at_money), term_slope(lines, at_money, month)
    return Seen(on, found, moved, at_money, skew, slope, activity), month


def _scanned(seen: Seen, setup: ScanSetup, left: dict[str, int]) -> OpportunityTable:
    table = table_of(seen, _all(seen, setup), setup.fees)
    sifted = ideas(table, setup.rules)
    _add(left, sifted.reasons)
    return table.rows(sifted.kept)


def _all(seen: Seen, setup: ScanSetup) -> Candidates:
    built = [candidates(seen.on, setup.build), calendars(seen.on, setup.build)]
    return Candidates(*(np.concatenate([getattr(each, name) for each in built]) for name in Candidates.__slots__))


def _add(total: dict[str, int], more: Mapping[str, int]) -> None:
    for name, count in more.items():
        total[name] = total.get(name, 0) + count
