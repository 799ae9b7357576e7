"""The journey of a recommendation: a short interview, a search judged walk-forward, an honest proposal."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import Final

from engine.bots.backtest import Setup
from engine.bots.guards.situation import Situation
from engine.bots.parameters import KNOBS, BotParameters
from engine.bots.search.course import Course, course, planned
from engine.bots.search.evidence import Evidence, Search, evidence, searched
from engine.bots.search.preference import QUESTIONS, Preference, Question
from engine.bots.search.running import Run, groups, run_together
from engine.bots.search.space import CANDIDATES, Space, candidates, space_of
from engine.bots.search.verdict import Verdict, verdict
from engine.bots.search.walk_forward import ledger
from engine.bots.tape import Tape, tape_of
from engine.chat.decisions import Outcome, decide
from engine.chat.edits import Proposal
from engine.chat.recommended import recommended
from engine.core.errors import DataError
from engine.gateways.store.bots import Bot
from engine.market.bars import DAY_MS, STEPS, Bars
from engine.market.market import Market
from engine.services.startup import App

WORKERS: Final = 2
FEWEST_BARS: Final = 500  # at one timeframe: fewer hold too few signals
FINEST: Final = "15m"  # finer bars pay more in costs than they find; the bot's own timeframe is always looked at

Watch = Callable[[int, int], None]  # heard after every piece of work: pieces done, and of how many
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a search looks: candles and their version, the market's rules, the bot that is there."""

    bars: Bars
    market: Market
    start: BotParameters
    version: str = ""
    count: int = CANDIDATES


@dataclass(frozen=True, slots=True)
class Sources:
    """What a recommendation rests on: with the same sources and answers it comes out the same.

    `judged_ms` is where the days begin that no choice had seen; they go on to `last_ms`.
    """

    symbol: str
    step: str
    candles: str
    first_ms: int
    judged_ms: int
    last_ms: int
    timeframes: tuple[str, ...]
    seed: int
    trials: int
    space: float


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The answer: the best settings found, what speaks for them, the verdict, and, if it recommends, a proposal."""

    wanted: Preference
    setup: Setup
    start: BotParameters
    best: BotParameters
    evidence: Evidence
    verdict: Verdict
    proposal: Proposal | None
    sources: Sources

    @property
    def words(self) -> str:
        """The request that the proposal rests on."""
        return self.wanted.words

    def decided(self) -> Outcome | None:
        """The proposal after the engine's own checks; None where nothing is recommended."""
        if self.proposal is None:
            return None
        return decide(self.proposal, self.words, self.start, self.wanted.risk)


def interview() -> tuple[Question, ...]:
    """The questions with their choices."""
    return tuple(QUESTIONS.values())


def recommend(
    app: App,
    bot: Bot,
    wanted: Preference,
    setup: Setup | None = None,
    progress: Watch | None = None,
    cancelled: Stop | None = None,
) -> Recommendation | None:
    """Search for this person on the bot's market; None when it was cancelled on the way."""
    market = app.candles.market(bot.symbol, bot.step)
    listing = app.candles.listing(bot.symbol, bot.step)
    bars = app.candles.bars(bot.symbol, bot.step).until(app.now_on(market))
    place = Place(bars, market, bot.head.parameters, listing.version if listing else "")
    return recommended_on(place, wanted, setup or Setup(), progress, cancelled)


def recommended_on(
    place: Place, wanted: Preference, setup: Setup, progress: Watch | None = None, cancelled: Stop | None = None
) -> Recommendation | None:
    """As `recommend`, on candles at hand; costs are those of `setup`, the capital that of the answers."""
    setup = replace(setup, capital=wanted.capital, core=False)
    planned(len(set((place.bars.time // DAY_MS).tolist())) - 1)
    tapes = _tapes(place, wanted)
    run_on = course(tapes)
    space = _space(place, wanted, setup, tuple(tapes))
    tried = candidates(space, wanted, place.start, place.count)
    runs = _run_all(run_on, [*tried, place.start], setup, progress or _silent, cancelled or _never)
    if runs is None:
        return None
    found = searched(run_on, ledger(runs[:-1]), wanted, setup)
    return _answered(place, found, runs[-1], space)


def _answered(place: Place, found: Search, bot: Run, space: Space) -> Recommendation:
    proof = evidence(found, bot)
    judgement = verdict(proof, found.wanted)
    best = found.tried.runs[found.best.candidate].parameters
    proposal = None
    if judgement.recommends:
        proposal = recommended(found.wanted.words, place.start, best, judgement.headline)
    time, step = place.bars.time, place.bars.step_ms
    sources = Sources(
        place.bars.symbol, place.bars.step, place.version, int(time[0]),
        int(found.course.days[found.judged_from]) * DAY_MS, int(time[-1]) + step,
        tuple(found.course.tapes), found.wanted.seed, found.tried.trials, space.size,
    )  # fmt: skip
    return Recommendation(found.wanted, found.setup, place.start, best, proof, judgement, proposal, sources)


def _space(place: Place, wanted: Preference, setup: Setup, timeframes: tuple[str, ...]) -> Space:
    price, costs = float(place.bars.close[-1]), setup.costs
    situation = Situation(
        place.market, price, wanted.capital, wanted.risk, place.bars.step, costs.taker_fee, costs.slippage_bps
    )
    return space_of(wanted, place.start, situation, timeframes)


def _tapes(place: Place, wanted: Preference) -> dict[str, Tape]:
    """The candles at each timeframe worth looking at, the finest first; the bot's own in any case."""
    length, own = place.bars.step_ms, place.start.timeframe
    calm = STEPS["1h"] if wanted.goal == "few_trades" else STEPS[FINEST]
    found = {}
    for name in KNOBS["timeframe"].choices:
        if STEPS[name] % length or (STEPS[name] < calm and name != own):
            continue
        tape = tape_of(place.bars, place.market, name)
        if len(tape) >= FEWEST_BARS or name == own:
            found[name] = tape
    if own not in found:
        raise DataError(
            f"the bot's timeframe {own} cannot be made from candles of {place.bars.step}."
            " Bring finer candles, or set a timeframe that they can be made into."
        )
    return found


def _run_all(
    course: Course, tried: Sequence[BotParameters], setup: Setup, progress: Watch, cancelled: Stop
) -> list[Run] | None:
    """Every candidate's run, two groups at a time; None when it was cancelled."""
    work = groups(tried)
    runs: dict[int, Run] = {}
    with ThreadPoolExecutor(WORKERS, "recommend") as pool:
        waiting: dict[Future[list[Run]], list[int]] = {
            pool.submit(run_together, course, [tried[number] for number in group], setup): group for group in work
        }
        for done, future in enumerate(as_completed(waiting), 1):
            if cancelled():
                pool.shutdown(cancel_futures=True)
                return None
            runs.update(zip(waiting[future], future.result(), strict=True))
            progress(done, len(work))
    return [runs[number] for number in range(len(tried))]


def _silent(done: int, of: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    """Nobody stops it."""
    return False
