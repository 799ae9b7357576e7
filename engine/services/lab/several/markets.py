"""The journey over several markets at once: one grid on each, what works where, and on a market left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from engine.bots.backtest import Setup
from engine.bots.luck.permutation import Shuffles
from engine.bots.markets.elsewhere import Elsewhere, elsewhere
from engine.bots.markets.left_out import CrossMarket, leave_one_out
from engine.bots.markets.luck import MarketLuck, luck_on_each
from engine.bots.markets.several import Several, several
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.swept import Objective
from engine.core.errors import DataError
from engine.services.lab.found import Sources
from engine.services.lab.request import Ground, LabRequest, ground
from engine.services.lab.stages import HERE, Hands, Stages, Stop, StoppedError, Watch, finished
from engine.services.lab.sweeping import Material, material, sources
from engine.services.startup import App

SWEEPING: Final = "every configuration on every market"
LEAVING: Final = "each market judged by the others"
LUCK: Final = "shuffled markets of each"


@dataclass(frozen=True, slots=True)
class MarketsRequest:
    """One grid for several markets, named by symbol and step; equal requests on equal candles give equal answers.

    `first_ms` and `last_ms` bound the candles of all (None: all there are). The Sharpe ratio is what markets of
    different size and span have in common, so it is what is to be highest unless said otherwise.
    """

    markets: tuple[tuple[str, str], ...]
    base: BotParameters
    axes: tuple[Axis, ...]
    setup: Setup = field(default_factory=Setup)
    first_ms: int | None = None
    last_ms: int | None = None
    objective: Objective = "sharpe"
    seed: int = 0
    shuffles: int = 100

    def __post_init__(self) -> None:
        names = [symbol for symbol, _ in self.markets]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise DataError(f"each market may be named once, was {twice} twice. Leave one of them out.")
        for symbol, step in self.markets:
            self.on(symbol, step)  # refuses what it cannot ask

    def on(self, symbol: str, step: str) -> LabRequest:
        """The same question to one of the markets."""
        return LabRequest(
            symbol, step, self.base, self.axes, self.setup, self.first_ms, self.last_ms, 0.0,
            self.shuffles, objective=self.objective, seed=self.seed,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class SeveralRun:
    """The answer: the sweeps, what each rests on (in their order), bests elsewhere, the market left out, and luck.

    `luck` is empty as long as nobody has asked it; `seconds` are those of every stage.
    """

    request: MarketsRequest
    sources: tuple[Sources, ...]
    swept: Several
    elsewhere: tuple[Elsewhere, ...]
    left_out: CrossMarket
    luck: tuple[MarketLuck, ...]
    seconds: tuple[tuple[str, float], ...]

    @property
    def bars(self) -> int:
        """The candles of all markets together."""
        return sum(len(each.tape) for each in self.swept.markets)

    @property
    def one_only(self) -> tuple[Elsewhere, ...]:
        """The bests that work on one market only."""
        return tuple(each for each in self.elsewhere if each.kind == "one_only")


Seen = Callable[[SeveralRun], None]


def over_markets(
    app: App,
    request: MarketsRequest,
    watch: Watch | None = None,
    cancelled: Stop | None = None,
    hands: Hands = HERE,
    seen: Seen | None = None,
) -> SeveralRun | None:
    """The grid on stored markets; None when it was cancelled on the way.

    `seen` hears of the answer before luck is asked, which takes a hundred times as long.
    """
    return over_markets_on([material(app, *each) for each in request.markets], request, watch, cancelled, hands, seen)


def over_markets_on(
    found: Sequence[Material],
    request: MarketsRequest,
    watch: Watch | None = None,
    cancelled: Stop | None = None,
    hands: Hands = HERE,
    seen: Seen | None = None,
) -> SeveralRun | None:
    """As `over_markets`, on candles at hand, in the order of the request."""
    places = [
        ground(each.bars, each.market, request.on(symbol, step))
        for each, (symbol, step) in zip(found, request.markets, strict=True)
    ]
    stages = Stages((SWEEPING, LEAVING, LUCK), hands, watch, cancelled)
    try:
        return _run(found, places, request, stages, seen)
    except StoppedError:
        return None


def _run(
    found: Sequence[Material], places: Sequence[Ground], request: MarketsRequest, stages: Stages, seen: Seen | None
) -> SeveralRun:
    tapes = {symbol: place.whole for (symbol, _), place in zip(request.markets, places, strict=True)}
    grid = Grid(request.base, request.axes)
    stages.begin(SWEEPING)
    swept = finished(several(tapes, grid, request.setup, request.objective, stages.load))
    stages.begin(LEAVING)
    told, judged = elsewhere(swept), leave_one_out(swept, request.seed)
    rests = tuple(sources(one, place) for one, place in zip(found, places, strict=True))
    stages.begin(LUCK)
    first = SeveralRun(request, rests, swept, told, judged, (), tuple(stages.seconds))
    if seen is not None:
        seen(first)
    shuffles = Shuffles(request.shuffles, request.seed, objective=request.objective)
    luck = finished(luck_on_each(swept, shuffles, stages.load))
    stages.end()
    return replace(first, luck=luck, seconds=tuple(stages.seconds))
