"""What the days on paper come to: limits that were passed, whether the days can be trusted, and the call."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np

from engine.experiments.analysis.looks import Span
from engine.experiments.experiment import Method
from engine.experiments.paper.days import ArmDays
from engine.experiments.paper.design import Limits
from engine.experiments.paper.error import Floats
from engine.experiments.paper.looks import PaperLine, line
from engine.experiments.verdict import Reading, Verdict, call_on

Limit = Literal["fall", "fees", "trades"]
LABELS: Final[dict[Limit, str]] = {
    "fall": "the deepest fall", "fees": "fees a day", "trades": "positions opened a day and market"
}  # fmt: skip
COVERED: Final = 0.9  # of the candles since the start: with fewer the days say little about either arm
NET: Final = "Net return a day"
BASIS_POINTS: Final = 1e4


@dataclass(frozen=True, slots=True)
class Guard:
    """One limit of one arm: its value so far with the range that holds now (none for the deepest fall, which is a
    fact), and the day on which it was passed, None while it is not.
    """

    name: Limit
    value: float
    low: float
    high: float
    limit: float
    hurt_on: int | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Candles that are here of those that should be, since the start, on all markets; and days that were looked at
    but came out otherwise when they were replayed again.
    """

    present: int
    missing: int
    changed: tuple[int, ...] = ()

    @property
    def share(self) -> float:
        """How much of what should be here is."""
        return self.present / (self.present + self.missing) if self.present + self.missing else 1.0

    @property
    def broken(self) -> str:
        """Why no number counts until that is mended; "" where they do."""
        if self.changed:
            days = ", ".join(str(each) for each in self.changed[:5])
            return (
                f"Days that were looked at come out otherwise now (day {days}): candles have changed since, or the"
                " program has. Bring back what was there, or stop this one and design it again."
            )
        if self.share < COVERED:
            return f"Only {100 * self.share:.0f} % of the candles since the start are here: bring the missing ones."
        return ""


def guards(arm: ArmDays, limits: Limits, terms: tuple[int, float, Method]) -> tuple[Guard, ...]:
    """The limits that were set, as they stand; `terms` are the plan's days, the level and the way of looking."""
    days = len(arm.fall)
    if not days:
        return ()
    found = []
    if limits.fall is not None:
        beyond = np.flatnonzero(arm.fall > limits.fall)
        fall = float(arm.fall[-1])
        found.append(Guard("fall", fall, fall, fall, limits.fall, int(beyond[0]) + 1 if len(beyond) else None))
    means: tuple[tuple[Limit, float | None, Floats], ...] = (
        ("fees", limits.fees, arm.fees.mean(1)), ("trades", limits.trades, arm.trades.mean(1)),
    )  # fmt: skip
    found += [_mean(name, each, limit, terms) for name, limit, each in means if limit is not None]
    return tuple(found)


def _mean(name: Limit, daily: Floats, limit: float, terms: tuple[int, float, Method]) -> Guard:
    """A mean a day that may not be above its limit by more than chance explains, however often one looks."""
    planned, level, method = terms
    # A limit is there to stop a test: also one that is to be looked at only once.
    told = line(daily - limit, planned, level, "planned looks" if method == "fixed" else method)
    hurt = next((each.day for each in told.looks if each.is_decided and each.daily.effect > 0), None)
    now = told.called
    reach = math.inf if now is None else now.daily.high - now.daily.effect
    value = float(daily.mean())
    return Guard(name, value, max(0.0, value - reach), value + reach, limit, hurt)


def judged(main: PaperLine, limits: Sequence[Guard], coverage: Coverage, share: float, way: str) -> Verdict:
    """The call on one arm; `way` says who it is about where there are several, and "" else."""
    look = main.called
    span = Span(math.nan, math.nan, math.nan) if look is None else look.daily
    hurt = [each for each in limits if each.hurt_on is not None]
    harm = f"{_named(hurt)} passed the limit that was set." if hurt else ""
    reading = Reading(f"{way}{NET}", span.effect, span.low, span.high)
    return call_on(reading, harm, coverage.broken, share, _reasons(main, limits, coverage, share))


def _named(hurt: Sequence[Guard]) -> str:
    told = " and ".join(LABELS[each.name] for each in hurt)
    return told[:1].upper() + told[1:]


def _reasons(main: PaperLine, limits: Sequence[Guard], coverage: Coverage, share: float) -> tuple[str, ...]:
    look = main.called
    told = [f"{NET} against control: {'nothing to compare yet' if look is None else in_points(look.daily)}"]
    told += [f"{LABELS[each.name]} {amount(each)} of at most {amount(each, each.limit)}" for each in limits]
    told.append(f"{100 * coverage.share:.1f} % of the candles are here")
    told.append(f"{100 * min(share, 1):.0f} % of the planned days are in")
    return tuple(told)


def in_points(span: Span) -> str:
    """A mean daily difference in basis points of the capital, with its range."""
    text = f"{BASIS_POINTS * span.effect:+.2f} basis points of the capital"
    if math.isfinite(span.low):
        text += f" ({BASIS_POINTS * span.low:+.2f} to {BASIS_POINTS * span.high:+.2f})"
    else:
        text += ", no range yet"
    return text.replace("-", "−")


def amount(each: Guard, value: float | None = None) -> str:
    """A limit's value as people read it."""
    shown = each.value if value is None else value
    if each.name == "trades":
        return f"{shown:.2f}"
    return f"{100 * shown:.2f} %" if each.name == "fall" else f"{BASIS_POINTS * shown:.2f} basis points"
