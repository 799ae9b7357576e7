"""Chains in, opportunities out: quotes checked, volatilities, legs, every number, filters with their reasons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np

from engine.options.chain import Chain
from engine.options.curve import curve
from engine.options.filters import ScanRules, ideas, options
from engine.options.opportunity import OpportunityTable, joined
from engine.options.pricing.black import Place, greeks
from engine.options.quality import marks
from engine.options.smile import at_the_money, smile
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


def scan(chain: Chain, setup: ScanSetup | None = None) -> Scan | None:
    """Every opportunity of a chain, in the chain's order; the same chain gives the same table. None: it was stopped."""
    setup = setup or ScanSetup()
    tables, rejected, left = [], dict[str, int](), dict[str, int]()
    parts = _batches(chain)
    for done, part in enumerate(parts, 1):
        if setup.cancelled is not None and setup.cancelled():
            return None
        table = _scanned(chain.rows(part), setup, rejected, left)
        tables.append(table)
        if setup.progress is not None:
            setup.progress(done, len(parts))
    return Scan(joined(tables), len(chain), rejected, left)


def _batches(chain: Chain) -> list[np.ndarray]:
    """Row numbers of whole moments of underlyings, several together up to the batch's size; one empty part if none."""
    if not len(chain):
        return [np.zeros(0, dtype=np.int64)]
    new = np.r_[True, (np.diff(chain.underlying) != 0) | (np.diff(chain.moment) != 0)]
    starts = np.flatnonzero(new)
    wanted = np.r_[starts[np.r_[True, np.diff(starts // BATCH) > 0]], len(chain)]
    return [np.arange(a, b) for a, b in pairwise(wanted)]


def seen_of(chain: Chain, rules: ScanRules, rejected: dict[str, int] | None = None) -> Seen:
    """Everything that is known of a chain's rows: forwards, volatilities, Greeks, which rows may be legs."""
    lines = curve(chain)
    found = smile(chain, lines)
    place = lines.slice_of_row
    moved = greeks(
        Place(chain.spot, lines.forward[place], chain.strike, lines.years[place], lines.discount[place], chain.is_call),
        found.of_row,
    )
    sifted = options(chain, marks(chain, lines), found.of_row, rules)
    if rejected is not None:
        _add(rejected, sifted.reasons)
    return Seen(ground(chain, lines, found, moved.delta, sifted.kept), found, moved, at_the_money(chain, lines, found))


def _scanned(chain: Chain, setup: ScanSetup, rejected: dict[str, int], left: dict[str, int]) -> OpportunityTable:
    seen = seen_of(chain, setup.rules, rejected)
    made = _all(seen, setup)
    table = table_of(seen, made, setup.fees)
    sifted = ideas(table, setup.rules)
    _add(left, sifted.reasons)
    return table.rows(sifted.kept)


def _all(seen: Seen, setup: ScanSetup) -> Candidates:
    built = [candidates(seen.on, setup.build), calendars(seen.on, setup.build)]
    return Candidates(*(np.concatenate([getattr(each, name) for each in built]) for name in Candidates.__slots__))


def _add(total: dict[str, int], more: Mapping[str, int]) -> None:
    for name, count in more.items():
        total[name] = total.get(name, 0) + count
