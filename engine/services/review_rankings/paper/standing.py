"""What a bot's experiment has shown on paper: every arm so far, the paired difference day by day, and the call."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.bots.measure.resampling import Draws, drawn_again, draws, falls, middle, sums
from engine.core.interval import Interval, rate
from engine.experiments.experiment import Experiment
from engine.experiments.life import Life, Seen
from engine.experiments.paper.days import ArmDays
from engine.experiments.paper.design import Paper
from engine.experiments.paper.error import Floats
from engine.experiments.paper.judged import LABELS, Coverage, Guard, amount, guards, judged
from engine.experiments.paper.looks import PaperLine, line
from engine.experiments.verdict import Verdict
from engine.market.bars import DAY_MS
from engine.services.review_rankings.paper.material import Material, material
from engine.services.startup import App

CLOSE = 1e-9  # of the capital: what the same replay may differ by on another machine


@dataclass(frozen=True, slots=True)
class ArmStanding:
    """One arm since the start, as shares of the capital, all markets alike: return and deepest fall with the range that
    another time of the same kind of days would bring (none before twenty days), fees a day, positions opened a day and
    market; its equity at every day's end as a multiple of the capital.
    """

    variant: str
    what: str
    total: Interval
    fall: Interval
    fees: Interval
    trades: Interval
    worth: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PairStanding:
    """One arm against control: the looks at the paired difference, its limits, the call."""

    variant: str
    line: PaperLine
    guards: tuple[Guard, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """All of it after `days` whole days of `planned`; `day_ms` are the ends of the days. `sums` are the returns of
    every arm (rows) on every market since the start: what a look is kept with, so that other candles are noticed.
    """

    begins_ms: int
    days: int
    planned: int
    day_ms: tuple[int, ...]
    coverage: Coverage
    notes: tuple[str, ...]
    arms: tuple[ArmStanding, ...]
    pairs: tuple[PairStanding, ...]
    sums: tuple[tuple[float, ...], ...]

    @property
    def share(self) -> float:
        """How much of the plan is in."""
        return min(1.0, self.days / self.planned)

    @property
    def alarm(self) -> tuple[str, int | None]:
        """The first limit that was passed, in words, and after which day; "" while none is."""
        hurt = [(each.hurt_on, pair.variant, each) for pair in self.pairs for each in pair.guards if each.hurt_on]
        if not hurt:
            return "", None
        day, variant, each = min(hurt, key=lambda one: (one[0], one[1]))
        return f"{LABELS[each.name]} of {variant} passed its limit of {amount(each, each.limit)} on day {day}", day


def on_paper(app: App, life: Life, paper: Paper) -> PaperStanding:
    """The standing of one that was started, up to now or to its stop."""
    design, begins = life.design, life.begins_ms or 0
    most = None if design.method == "always valid" else design.days
    if life.stopped_day is not None:
        most = life.stopped_day if most is None else min(most, life.stopped_day)
    found = material(app, paper, begins, most)
    coverage = Coverage(found.present, found.missing, _changed(found, life.seen))
    days = len(found.days)
    share = min(1.0, days / design.days)
    pairs = tuple(_pair(design, found, place, coverage, share) for place in range(1, len(paper.arms)))
    arms = tuple(
        _arm(each.name, each.what, one, place)
        for place, (each, one) in enumerate(zip(design.variants, found.arms, strict=True))
    )
    day_ms = tuple(((found.days + 1) * DAY_MS).tolist())
    return PaperStanding(
        begins, days, design.days, day_ms, coverage, found.notes, arms, pairs, _sums(found.arms, days)
    )  # fmt: skip


def _pair(design: Experiment, found: Material, place: int, coverage: Coverage, share: float) -> PairStanding:
    """One treated arm against control, day by day the one less the other."""
    paper, level = design.paper, design.level / (len(design.variants) - 1)
    own, control = found.arms[place], found.arms[0]
    told = line(own.daily - control.daily, design.days, level, design.method)
    limits = () if paper is None else guards(own, paper.limits, (design.days, level, design.method))
    name = design.variants[place].name
    way = f"{name}: " if len(design.variants) > 2 else ""
    return PairStanding(name, told, limits, judged(told, limits, coverage, share, way))


def _arm(name: str, what: str, own: ArmDays, seed: int) -> ArmStanding:
    """What one arm did, with what is known of how sure that is."""
    days, markets = own.trades.shape
    daily, fees = own.daily, own.fees.mean(1)
    drawn = draws(days, seed)
    fall = float(own.fall[-1]) if days else 0.0
    return ArmStanding(
        name, what,
        _ranged(float(daily.sum()), None if drawn is None else sums(daily, drawn), drawn, days),
        _fallen(own, fall, drawn, seed),
        _ranged(float(fees.mean()) if days else 0.0, None if drawn is None else sums(fees, drawn) / days, drawn, days),
        rate(int(own.trades.sum()), days * markets) if days else Interval(None),
        tuple(own.worth.tolist()),
    )  # fmt: skip


def _ranged(value: float, resampled: Floats | None, drawn: Draws | None, days: int) -> Interval:
    ends = None if drawn is None or resampled is None else middle(resampled, drawn)
    return Interval(value, n=days) if ends is None else Interval(value, *ends, days)


def _fallen(own: ArmDays, fall: float, drawn: Draws | None, seed: int) -> Interval:
    """The deepest fall, with the range that another time as long may bring."""
    worth = np.r_[1.0, own.worth]
    days = len(own.fall)
    if drawn is None or not (worth > 0).all():
        return Interval(fall, n=days)
    ends = middle(falls(np.diff(np.log(worth)), drawn_again(drawn, seed)), drawn)
    return Interval(fall, n=days) if ends is None else Interval(fall, min(fall, ends[0]), max(fall, ends[1]), days)


def _sums(arms: Sequence[ArmDays], days: int) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(each.pnl[:days].sum(0).tolist()) for each in arms)


def _changed(found: Material, seen: Sequence[Seen]) -> tuple[int, ...]:
    """The days of looks that came out otherwise when they were replayed now; a clock set back has none to compare."""
    changed = []
    for day, kept in seen:
        now = _sums(found.arms, day)
        if day <= len(found.days) and not np.allclose(np.array(now), np.array(kept), rtol=0.0, atol=CLOSE):
            changed.append(day)
    return tuple(changed)


def look_of(told: PaperStanding, call: str) -> dict[str, Any]:
    """A look as it is noted: what was seen on which day, in numbers that a later replay must meet again."""
    looks = {each.variant: each.line.called for each in told.pairs}
    return {
        "day": told.days, "until_ms": told.day_ms[-1], "call": call, "sums": told.sums,
        "looks": {name: _numbers((look.day, look.daily.effect, look.daily.low, look.daily.high, look.z, look.bound))
                  for name, look in looks.items() if look is not None},
    }  # fmt: skip


def _numbers(values: Sequence[float]) -> list[float | None]:
    return [each if np.isfinite(each) else None for each in values]
