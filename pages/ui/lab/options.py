"""How runs are set up beside their market and their two sides: what is offered, and how an address carries it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis
from engine.bots.sweep.swept import OBJECTIVES, Objective
from engine.core.errors import ParameterError
from engine.market.bars import DAY_MS
from engine.services.lab.command import written
from engine.services.lab.request import THIRD, LabRequest
from pages.ui.lab.maps import Span, usual

STYLE: Final = "style"
PERIODS: Final[dict[str, int | None]] = {"all candles": None, "last 3 years": 1096, "last 2 years": 731,
                                         "last year": 365, "last 180 days": 180, "last 90 days": 90}  # fmt: skip
SHARES: Final = {"nothing": 0.0, "a fifth": 0.2, "a quarter": 0.25, "a third": THIRD, "half": 0.5}
SHUFFLES: Final = (19, 100, 300, 1000)
FOLDS: Final = (6, 12, 24)
BEST_BY: Final[dict[str, Objective]] = {"Return": "total_return", "Sharpe ratio": "sharpe"}


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is set up; costs as fractions and basis points. The names of the fields are those in the address."""

    period: str = "all candles"
    held: float = THIRD
    shuffles: int = 100
    folds: int = 12
    best: Objective = "total_return"
    maker: float = 0.001
    taker: float = 0.001
    slippage: float = 0.0
    capital: float = 10_000.0
    core: bool = False
    styles: bool = False

    @property
    def setup(self) -> Setup:
        """The replay's setup; ParameterError where the costs cannot be."""
        return Setup(self.capital, Costs(self.maker, self.taker, self.slippage), self.core)


def as_query(options: Options) -> dict[str, str]:
    """What an address carries of a set-up: all that is not as usual."""
    usual_ones = Options()
    told = {each.name: getattr(options, each.name) for each in fields(Options)}
    return {name: f"{value}" for name, value in told.items() if value != getattr(usual_ones, name)}


def from_query(query: Mapping[str, str]) -> tuple[Options, tuple[str, ...]]:
    """The set-up that an address asks for, and one line for each part of it that cannot be."""
    taken: dict[str, Any] = {}
    problems = []
    for name, (allowed, what) in ASKED.items():
        if name in query:
            try:
                taken[name] = allowed(query[name])
            except ValueError:
                problems.append(f"{name} must be {what}, was {query[name][:40]!r}.")
    try:
        made = Options(**taken)
        made.setup  # noqa: B018 - refuses costs that cannot be
    except ParameterError as error:
        return Options(), (*problems, str(error))
    return made, tuple(problems)


def one_of(*values: str) -> Callable[[str], str]:
    """Takes these words alone."""

    def take(text: str) -> str:
        if text not in values:
            raise ValueError
        return text

    return take


def truth(text: str) -> bool:
    """Takes yes and no."""
    return {"true": True, "false": False}[one_of("true", "false")(text.lower())]


ASKED: Final[Mapping[str, tuple[Callable[[str], Any], str]]] = {
    "period": (one_of(*PERIODS), f"one of {', '.join(PERIODS)}"),
    "held": (float, "a share such as 0.25"),
    "shuffles": (int, "a whole number such as 100"),
    "folds": (int, "a whole number such as 12"),
    "best": (one_of(*OBJECTIVES), f"one of {', '.join(OBJECTIVES)}"),
    "maker": (float, "a fraction such as 0.001"),
    "taker": (float, "a fraction such as 0.001"),
    "slippage": (float, "basis points such as 2"),
    "capital": (float, "an amount such as 10000"),
    "core": (truth, "true or false"),
    "styles": (truth, "true or false"),
}


def request_of(
    market: tuple[str, str, int], base: BotParameters, sides: tuple[Span, Span], options: Options
) -> LabRequest:
    """The request that these controls make on a market (symbol, step, until); ParameterError in one line."""
    symbol, step, until_ms = market
    days = PERIODS[options.period]
    axes = [each.axis for each in sides]
    if options.styles and STYLE not in [each.name for each in axes]:
        axes.append(Span(STYLE, usual(STYLE)).axis)
    return LabRequest(
        symbol, step, base, tuple(axes), options.setup, None if days is None else until_ms - days * DAY_MS, None,
        options.held, options.shuffles, options.folds, options.best,
    )  # fmt: skip


def options_of(request: LabRequest, until_ms: int) -> Options:
    """The set-up that a request was made with; a period that is not offered reads as the nearest one."""
    costs = request.setup.costs
    return Options(
        period_of(request, until_ms), request.held_back, request.shuffles, request.folds, request.objective,
        costs.maker_fee, costs.taker_fee, costs.slippage_bps, request.setup.capital, request.setup.core,
        len(request.axes) > 2 and STYLE in [each.name for each in request.axes],
    )  # fmt: skip


def period_of(request: LabRequest, until_ms: int) -> str:
    """The offered period that lies nearest to a request's."""
    if request.first_ms is None:
        return "all candles"
    days = (until_ms - request.first_ms) / DAY_MS
    offered = {name: length for name, length in PERIODS.items() if length is not None}
    return min(offered, key=lambda name: abs(offered[name] - days))


def sides_of(axes: tuple[Axis, ...]) -> tuple[Span, Span] | None:
    """The two sides that a request's first axes are; None where it has only one."""
    if len(axes) < 2:
        return None
    return Span(axes[0].name, written(axes[0])), Span(axes[1].name, written(axes[1]))
