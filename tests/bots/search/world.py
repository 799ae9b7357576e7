"""A small course for the tests of the search: candles at their timeframes, cut into stretches."""

from engine.bots.backtest import Setup
from engine.bots.guards.situation import Situation
from engine.bots.parameters import BotParameters
from engine.bots.search.course import Course, Plan, course
from engine.bots.search.preference import Preference
from engine.bots.search.running import Run, groups, run_together
from engine.bots.search.space import Space, candidates, space_of
from engine.bots.tape import tape_of
from engine.market.bars import Bars
from engine.market.market import Market
from tests.builders import walk

MARKET = Market("TEST", lot_step=1e-6, minimum_notional=1.0)
SETUP = Setup()


def a_course(bars: Bars, plan: Plan | None = None, timeframes: tuple[str, ...] = ("1h", "4h")) -> Course:
    return course({name: tape_of(bars, MARKET, name) for name in timeframes}, plan)


def a_space(wanted: Preference, start: BotParameters | None = None, market: Market = MARKET) -> Space:
    place = Situation(market, 50_000.0, wanted.capital, wanted.risk, "1h")
    return space_of(wanted, start or BotParameters(), place, ("1h", "4h"))


def some_candidates(wanted: Preference, count: int = 24) -> list[BotParameters]:
    return candidates(a_space(wanted), wanted, BotParameters(), count)


def all_runs(on: Course, tried: list[BotParameters]) -> list[Run]:
    found: dict[int, Run] = {}
    for group in groups(tried):
        found.update(zip(group, run_together(on, [tried[each] for each in group], SETUP), strict=True))
    return [found[each] for each in range(len(tried))]


def two_years(seed: int = 5) -> Bars:
    return walk(seed, 24 * 365, sigma=0.006)
