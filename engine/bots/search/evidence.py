"""What speaks for a recommendation: the search's own unseen record beside the bot, holding and cash, and luck."""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from engine.bots.backtest import Setup
from engine.bots.measure.benchmarks import held
from engine.bots.measure.deflated import Deflated, deflated_sharpe, sharpe_of
from engine.bots.measure.drawdown import deepest
from engine.bots.measure.uncertainty import sharpe_error
from engine.bots.performance import YEAR_DAYS, Replay, sharpe_interval
from engine.bots.search.course import Course
from engine.bots.search.objective import YEAR_WEEKS, Past, lead, scores, under_water
from engine.bots.search.preference import Preference
from engine.bots.search.running import Run
from engine.bots.search.walk_forward import Choice, Ledger, alone, best_of, unseen, walk_forward
from engine.core.interval import Interval
from engine.market.bars import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Search:
    """A finished search: the course, everything tried, what each past chose, and what all of it chooses now."""

    course: Course
    tried: Ledger
    choices: tuple[Choice, ...]
    best: Choice
    wanted: Preference
    setup: Setup

    @property
    def judged_from(self) -> int:
        """The first judged day."""
        return self.course.plan.cuts[self.course.plan.learning]


@dataclass(frozen=True, slots=True)
class Line:
    """One way to use the judged days: return, Sharpe ratio a year with its 95 % range, falls at daily closes, trades.

    `days_below` is the longest time below a former high; `trades_a_week` is None where nothing is traded.
    """

    name: str
    total_return: float
    sharpe: Interval
    worst_fall: float
    days_below: float
    trades_a_week: float | None


@dataclass(frozen=True, slots=True)
class Side:
    """A trader's record against doing without it: the chances that its true lead over cash, and over holding its
    average share of the money, is above zero; and its score by the goal.
    """

    over_cash: float
    over_holding: float
    score: float

    @property
    def chance(self) -> float:
        """The smaller of the two: both must hold."""
        return min(self.over_cash, self.over_holding)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a verdict is made from; `unseen` and `bot` are the first two of `lines`, then holding and cash.

    `good_stretches` of `stretches` ended with a gain; `exposure` is the mean share of equity at work.
    """

    lines: tuple[Line, ...]
    unseen: Side
    bot: Side
    deflated: Deflated
    stretches: int
    good_stretches: int
    exposure: float
    is_bot: bool
    days_per_year: int

    @property
    def annual(self) -> float:
        """What makes a daily Sharpe ratio a yearly one."""
        return float(np.sqrt(self.days_per_year))


def searched(course: Course, tried: Ledger, wanted: Preference, setup: Setup) -> Search:
    """Choose along the course, and once more with all of it."""
    choices = walk_forward(course, tried, wanted)
    now = Choice(course.plan.stretches, *best_of(course, tried, wanted, course.plan.cuts[-1]))
    return Search(course, tried, choices, now, wanted, setup)


def evidence(found: Search, bot: Run) -> Evidence:
    """The evidence of one search, every candidate and the bot begun afresh at each judged stretch."""
    course, capital, fee = found.course, found.setup.capital, found.setup.costs.taker_fee
    record = unseen(course, found.tried, found.choices, capital)
    own = alone(course, bot, course.plan.judged, capital)
    funding = np.r_[0.0, course.funding[found.judged_from :]]
    share = float(_exposure(record).mean())
    a_year = course.days_per_year
    sides = _sides(found, record, own)
    return Evidence(
        (
            line("The search, unseen", record.equity, a_year, len(record.trade_pnl)),
            line("Your bot", own.equity, a_year, len(own.trade_pnl)),
            line("Holding", held(record, 1.0, fee, funding), a_year),
            line("Holding at equal exposure", held(record, share, fee, funding), a_year),
            line("Cash", np.full(len(record.equity), capital), a_year),
        ),
        *sides,
        deflated_sharpe(np.expm1(found.tried.logs), found.best.candidate, 1 / (found.tried.logs.shape[1] - 1)),
        len(found.choices),
        sum(_gain(found, each) > 0 for each in found.choices),
        share,
        found.tried.runs[found.best.candidate].parameters == bot.parameters,
        a_year,
    )


def line(name: str, equity: Floats, days_per_year: int, trades: int | None = None) -> Line:
    """The figures of one daily equity curve (days + 1,)."""
    logs = np.diff(np.log(equity)) if (equity > 0).all() else np.zeros(len(equity) - 1)
    returns = np.expm1(logs)
    weeks = len(returns) / days_per_year * YEAR_WEEKS
    return Line(
        name, float(equity[-1] / equity[0] - 1), sharpe_interval(returns, days_per_year), deepest(equity).depth,
        float(under_water(logs)) * YEAR_DAYS / days_per_year, None if trades is None else trades / weeks,
    )  # fmt: skip


def chance_positive(returns: Floats) -> float:
    """The chance that the mean behind these returns is above zero: the Sharpe ratio over the larger of its errors."""
    error = sharpe_error(returns)
    return 0.5 if error is None else float(ndtr(sharpe_of(returns) / error.shown))


def _sides(found: Search, record: Replay, own: Replay) -> tuple[Side, Side]:
    market = found.course.held[found.judged_from :]
    logs = np.array([np.diff(np.log(each.equity)) for each in (record, own)])
    exposure = np.array([_exposure(each) for each in (record, own)])
    entries = np.array([len(each.trade_pnl) for each in (record, own)])
    goal = scores(Past(logs, exposure, entries, market, found.course.days_per_year), found.wanted)
    returns = np.expm1(logs)
    leads = lead(returns, exposure, market)
    first, second = (
        Side(chance_positive(returns[row]), chance_positive(leads[row]), float(goal[row])) for row in (0, 1)
    )
    return first, second


def _exposure(record: Replay) -> Floats:
    share: Floats = np.abs(record.position[1:]) * record.close[1:] / record.equity[1:]
    return share


def _gain(found: Search, choice: Choice) -> float:
    cuts = found.course.plan.cuts
    return float(found.tried.logs[choice.candidate][cuts[choice.stretch] : cuts[choice.stretch + 1]].sum())
