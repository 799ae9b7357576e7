"""An experiment whose outcomes come in a file: units, their variants, what each was worth, and what it was before.

So bots are compared on paper: a unit is a day, a variant the version that traded it, the value that day's return.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import ndtr, stdtrit

from engine.core.errors import DataError
from engine.experiments.analysis.comparison import LEVEL, difference
from engine.experiments.analysis.looks import Span
from engine.experiments.analysis.moments import adjusted, moments, paired
from engine.experiments.analysis.sample_ratio import SampleRatio, sample_ratio
from engine.experiments.analysis.sequential import LEAST_RISE, boundaries
from engine.experiments.verdict import Reading, Verdict, verdict
from engine.gateways.tables.content import shown
from engine.gateways.tables.frame import named_frame, numbers_in

NEEDED: Final = ("unit", "variant", "value")
BEFORE: Final = "before"
FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Terms:
    """How a file is judged: which variant is what there is today, shares by variant (None: equal), units planned in all
    (None: all are in), whether more is better. `earlier` are the units of the files that were looked at before: each
    of them has spent its part of the error, and the one that ended the plan has spent all of it.
    """

    control: str | None = None
    weights: Mapping[str, float] | None = None
    planned: int | None = None
    is_higher_better: bool = True
    level: float = LEVEL
    earlier: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One variant against control: units, means, effect as it is and as a share, p, the share of variance that the
    past explained, and the call.
    """

    variant: str
    units: int
    mean: float
    absolute: Span
    relative: Span
    p_value: float
    saved: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Outcomes:
    """A file of outcomes, judged."""

    control: str
    units: int
    mean: float
    share: float
    ratio: SampleRatio
    compared: tuple[Compared, ...]


def analyse_file(file: Path, terms: Terms) -> Outcomes:
    """Every variant in a file against control; DataError in one line where it cannot be."""
    return judge(read_outcomes(file, file.name), file.name, terms)


def judge(table: pd.DataFrame, name: str, terms: Terms) -> Outcomes:
    """The same of a table that was read; `name` is what messages call it."""
    if terms.planned is not None and terms.planned < 1:
        raise DataError(f"units planned must be 1 or more, was {terms.planned}.")
    _before_the_end(terms)
    names = list(dict.fromkeys(table["variant"]))
    control = names[0] if terms.control is None else terms.control
    if control not in names or len(names) < 2:
        raise DataError(
            f"{shown(name)} must hold {shown(control)} and another variant; it holds {', '.join(names[:12])}."
        )
    order = [control, *(each for each in names if each != control)]
    weights = [1.0] * len(order) if terms.weights is None else [terms.weights.get(each, 0.0) for each in order]
    counts = [int((table["variant"] == each).sum()) for each in order]
    if min(counts) < FEWEST:
        raise DataError(f"every variant needs {FEWEST} or more units; {order[int(np.argmin(counts))]} has fewer.")
    ratio = sample_ratio(counts, weights)
    share = 1.0 if terms.planned is None else min(1.0, len(table) / terms.planned)
    groups = {each: table[table["variant"] == each] for each in order}
    compared = tuple(_compared(each, groups, control, (ratio, share), terms) for each in order[1:])
    mean = float(groups[control]["value"].mean())
    return Outcomes(control, counts[0], mean, share, ratio, compared)


def _before_the_end(terms: Terms) -> None:
    """DataError where a plan has had its last look: all of the error is spent, and no bound is left to judge by."""
    ended = next((each for each in terms.earlier if terms.planned and each >= terms.planned), None)
    if ended is not None:
        raise DataError(
            f"the plan of {terms.planned:,} units was over with the file of {ended:,}: what it showed stands, and a"
            " look after the end would err more often than promised. Decide, or design another experiment."
        )


def bound_of(units: int, terms: Terms, level: float) -> float:
    """|z| that a file of so many units must pass: the plan's boundary after the looks before it. What two looks have in
    common goes by their units, so that a file which runs past the end is judged by all that it holds.
    """
    share = 1.0 if terms.planned is None else min(1.0, units / terms.planned)
    shares = looks(share, terms)
    information = (*(each * (terms.planned or 1) for each in shares[:-1]), float(units))
    return boundaries(shares, level, information)[-1]


def looks(share: float, terms: Terms) -> tuple[float, ...]:
    """The shares of the plan at which files were looked at, this one last; one with no more units was no look."""
    found: list[float] = []
    for units in terms.earlier if terms.planned else ():
        before = units / (terms.planned or 1)
        if (LEAST_RISE * found[-1] if found else 0.0) < before and LEAST_RISE * before < share:
            found.append(before)
    return (*found, share)


def _compared(
    name: str, groups: Mapping[str, pd.DataFrame], control: str, given: tuple[SampleRatio, float], terms: Terms
) -> Compared:
    ratio, share = given
    one, two = (groups[each]["value"].to_numpy(dtype=np.float64) for each in (control, name))
    a, b, saved = moments(one), moments(two), 0.0
    if BEFORE in groups[control]:
        earlier = [groups[each][BEFORE].to_numpy(dtype=np.float64) for each in (control, name)]
        was = float(a.error + b.error)
        a, b = adjusted(paired(one, earlier[0]), paired(two, earlier[1]))
        saved = max(0.0, 1 - float(a.error + b.error) / was) if was > 0 else 0.0
    level = terms.level / (len(groups) - 1)
    bound = bound_of(sum(len(each) for each in groups.values()), terms, level)
    spans = []
    for is_relative in (False, True):
        one_way = difference(a, b, level, is_relative)
        effect, error = float(one_way.effect), float(one_way.error)
        reach = -float(stdtrit(float(one_way.freedom), float(ndtr(-bound)))) * error
        spans.append(Span(effect, effect - reach, effect + reach))
    # A share of a mean near nothing means nothing: what is decided goes by the difference as it is.
    reading = Reading(f"{name} against {control}", spans[0].effect, spans[0].low, spans[0].high, terms.is_higher_better)
    call = verdict(reading, (), ratio, share)
    told = f"{reading.metric}: {spans[0].effect:+.4g} ({spans[0].low:+.4g} to {spans[0].high:+.4g})".replace("-", "−")
    call = replace(call, reasons=(told, *call.reasons[1:]))
    p_value = float(difference(a, b, level).p_value)
    return Compared(name, len(two), float(two.mean()), spans[0], spans[1], p_value, saved, call)


def read_outcomes(file: Path | bytes, name: str) -> pd.DataFrame:
    """The table of a path or an upload: unit, variant, value and, where there is one, before."""
    table = named_frame(file, name, NEEDED, f" and may be {BEFORE}")
    for column in ("unit", "variant"):
        told = table[column].astype("str").str.strip()
        is_empty = (table[column].isna() | (told == "")).to_numpy()
        if is_empty.any():
            raise DataError(f"{shown(name)}: {column} is empty in row {int(np.flatnonzero(is_empty)[0]) + 1}.")
        table[column] = told
    for column in ("value", BEFORE):
        if column in table:
            table[column] = numbers_in(table, column, name)
    again = table["unit"].duplicated()
    if again.any():
        raise DataError(
            f"{shown(name)}: a unit counts once; row {int(np.flatnonzero(again)[0]) + 1} repeats one."
            " Add up its values first."
        )
    return table[[each for each in (*NEEDED, BEFORE) if each in table]]
