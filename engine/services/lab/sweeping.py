"""The journey of the lab: try every configuration, look at the best where no choice looked, ask whether it is luck."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.bots.backtest import Setup, backtest
from engine.bots.luck.evidence import STAGES, evidence
from engine.bots.luck.verdict import verdict
from engine.bots.measure.record import record
from engine.bots.parameters import BotParameters, changed
from engine.bots.performance import Performance, performance
from engine.bots.strategy import band
from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Swept
from engine.bots.tape import Tape, tape_of
from engine.core.code import code_version, versions
from engine.core.errors import DataError
from engine.gateways.candle_library import version_of
from engine.market.bars import DAY_MS, Bars
from engine.market.market import Market
from engine.market.synthetic import COINS, WORLD_START_MS, simulated_bars, simulated_market
from engine.services.lab.found import Ahead, Curves, Judged, LabRun, Maps, Sources
from engine.services.lab.request import Ground, LabRequest, ends_of_days, ground
from engine.services.lab.stages import HERE, Hands, Stages, Stop, StoppedError, Watch, finished
from engine.services.startup import App, wall_clock
from engine.services.tune_bot import outlook, touches

PAST: Final = "every configuration on the past"
HELD: Final = "every configuration on what was held back"
BEST: Final = "the best and your bot, exactly"
AHEAD: Final = "the week ahead"
WARM_BARS: Final = 300
Seen = Callable[[Maps], None]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """The candles that a run reads, the market's rules, where they came from: the library, or a file just read."""

    bars: Bars
    market: Market
    source: str
    is_file: bool = False


def material(app: App, symbol: str, step: str) -> Material:
    """The stored candles of a market up to its clock; DataError, naming what there is, where it has none."""
    stored = app.candles.stored(symbol, step)
    if stored is None:
        app.candles.bars(symbol, step)
        raise DataError(f"there are no candles of {symbol} {step}. Bring them in first.")
    return Material(stored.bars.until(app.now_on(stored.market)), stored.market, stored.source)


def run(
    app: App,
    request: LabRequest,
    watch: Watch | None = None,
    cancelled: Stop | None = None,
    hands: Hands = HERE,
    seen: Seen | None = None,
) -> LabRun | None:
    """Answer a request on stored candles; None when it was cancelled on the way.

    `seen` hears of the maps as soon as they are there: luck takes a hundred times as long.
    """
    return run_on(material(app, request.symbol, request.step), request, watch, cancelled, hands, seen)


def run_on(
    found: Material,
    request: LabRequest,
    watch: Watch | None = None,
    cancelled: Stop | None = None,
    hands: Hands = HERE,
    seen: Seen | None = None,
) -> LabRun | None:
    """As `run`, on candles at hand."""
    place = ground(found.bars, found.market, request)
    stages = Stages(stage_names(request), hands, watch, cancelled)
    try:
        return _run(found, request, place, stages, seen)
    except StoppedError:
        return None


def warm_up(request: LabRequest) -> None:
    """Compile (or load from disk) what this request's sweep needs, so that its seconds are those of the sweep."""
    coin = COINS[0]
    bars = simulated_bars(coin, 0, WORLD_START_MS).slice(0, WARM_BARS)
    base = changed(request.base, {"timeframe": bars.step, "allow_short": False})
    few = tuple(Axis(each.name, each.values[:1]) for each in request.axes if each.name != "allow_short")
    sweep(tape_of(bars, simulated_market(coin)), Grid(base, few or (Axis("window", (15,)),)), request.setup)


def stage_names(request: LabRequest) -> tuple[str, ...]:
    """The stages that a request goes through, in order."""
    return tuple(name for name in (PAST, HELD, BEST, *STAGES, AHEAD) if name != HELD or request.held_back)


def _run(found: Material, request: LabRequest, place: Ground, stages: Stages, seen: Seen | None) -> LabRun:
    grid, setup = request.grid, request.setup
    stages.begin(PAST)
    past = finished(sweep(place.past, grid, setup, stages.load))
    held = None
    if place.held is not None:
        stages.begin(HELD)
        held = finished(sweep(place.held, grid, setup, stages.load))
    stages.begin(BEST)
    best, bot, curves = _shown(place, past, grid.configuration(past.best(request.objective)), request)
    if seen is not None:
        seen(Maps(request, sources(found, place), past, held, best, bot))
    proof = finished(evidence(place.halves, past, request.asked, stages.load, stages.begin))
    stages.begin(AHEAD)
    ahead = _ahead(place.whole, proof.parameters)
    stages.end()
    return LabRun(
        request, sources(found, place), past, held, best, bot, proof, verdict(proof), curves, ahead,
        tuple(stages.seconds),
    )  # fmt: skip


def sources(found: Material, place: Ground) -> Sources:
    """What a run on these candles rests on."""
    bars = place.whole.bars
    used = found.bars.since(int(bars.time[0])).until(int(bars.time[-1]) + bars.step_ms)
    return Sources(
        found.market, bars.step, found.source, version_of(used, found.market), code_version(), len(bars),
        int(bars.time[0]), place.split_ms, int(bars.time[-1]) + bars.step_ms, wall_clock(), found.is_file, versions(),
    )  # fmt: skip


def _shown(place: Ground, past: Swept, best: BotParameters, request: LabRequest) -> tuple[Judged, Judged, Curves]:
    grid, setup = past.grid, request.setup
    own = grid.nearest(request.base) if grid.holds(request.base) else None
    through = [backtest(place.whole, each, setup) for each in (best, request.base)]
    last = ends_of_days(place.whole.bars.time)
    curves = Curves(
        (place.whole.bars.time[last] // DAY_MS + 1) * DAY_MS, through[0].equity[last], through[1].equity[last],
        place.whole.bars.close[last],
    )  # fmt: skip
    judged = [
        _judged(place, each, number, setup)
        for each, number in ((best, past.best(request.objective)), (request.base, own))
    ]
    return judged[0], judged[1], curves


def _judged(place: Ground, parameters: BotParameters, number: int | None, setup: Setup) -> Judged:
    def told(tape: Tape) -> Performance:
        return performance(record(backtest(tape, parameters, setup)))

    return Judged(parameters, number, told(place.past), None if place.held is None else told(place.held))


def _ahead(whole: Tape, best: BotParameters) -> Ahead | None:
    try:
        seen = outlook(whole)
    except DataError:  # too few days, or a market that does not trade daily: there is no forecast to show
        return None
    edges = band(whole, best.window, best.k_sigma)
    chances = touches(seen, edges)
    if chances is None:
        return Ahead(seen, None, None, None)
    return Ahead(seen, float(edges.lower[-1]), float(edges.upper[-1]), chances)
