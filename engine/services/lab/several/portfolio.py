"""The journey of a portfolio: the bots of several markets on one cash, beside each alone and beside holding."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.bots.backtest import Setup
from engine.bots.markets.together import Together, together
from engine.bots.parameters import BotParameters
from engine.bots.portfolio import Member
from engine.bots.sweep.grid import Axis
from engine.core.errors import DataError
from engine.gateways.store.bots import Bot
from engine.services.lab.found import Sources
from engine.services.lab.request import Ground, LabRequest, ground
from engine.services.lab.sweeping import Material, material, sources
from engine.services.startup import App
from engine.services.tune_bot import bots_of


@dataclass(frozen=True, slots=True)
class PortfolioRequest:
    """What to replay together: the common money and costs, the period (None: all there is), who goes first.

    The bots' order is that in which they are named: at every moment the first has the cash first.
    """

    setup: Setup = field(default_factory=Setup)
    first_ms: int | None = None
    last_ms: int | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Entrant:
    """One bot on its market's candles; `name` is what people call it."""

    name: str
    parameters: BotParameters
    candles: Material


@dataclass(frozen=True, slots=True, eq=False)
class PortfolioRun:
    """The answer, what each bot's part rests on, and what the bots are called, in the order of the request."""

    request: PortfolioRequest
    names: tuple[str, ...]
    sources: tuple[Sources, ...]
    found: Together


def of_bots(app: App, chosen: Sequence[str] = ()) -> tuple[Bot, ...]:
    """The stored bots with these names, or on these markets, in this order; without any, all whose candles are here."""
    known = {(each.symbol, each.step) for each in app.candles.listings()}
    bots = bots_of(app, known)
    if not chosen:
        return tuple(sorted(bots, key=lambda bot: bot.id))
    found = []
    for name in chosen:
        named = [bot for bot in bots if name in (bot.name, bot.symbol)]
        if len(named) != 1:
            there = ", ".join(bot.name for bot in bots) or "none"
            raise DataError(
                f"a bot must be one of {there}, was {name[:60]!r}. Name it as it is called."
                if not named
                else f"{name} names {len(named)} bots: {', '.join(bot.name for bot in named)}. Give the bot's own name."
            )
        found.append(named[0])
    return tuple(found)


def portfolio(app: App, bots: Sequence[Bot], request: PortfolioRequest) -> PortfolioRun:
    """Stored bots as they stand, on one cash."""
    entrants = [Entrant(bot.name, bot.head.parameters, material(app, bot.symbol, bot.step)) for bot in bots]
    return portfolio_on(entrants, request)


def portfolio_on(entrants: Sequence[Entrant], request: PortfolioRequest) -> PortfolioRun:
    """As `portfolio`, on bots and candles at hand; DataError, in one line, where they cannot share one cash."""
    places = [_place(each, request) for each in entrants]
    members = [Member(place.whole, each.parameters) for place, each in zip(places, entrants, strict=True)]
    found = together(members, request.setup, request.seed)
    rests = tuple(sources(each.candles, place) for each, place in zip(entrants, places, strict=True))
    return PortfolioRun(request, tuple(each.name for each in entrants), rests, found)


def _place(each: Entrant, request: PortfolioRequest) -> Ground:
    bars = each.candles.bars
    asked = LabRequest(
        bars.symbol, bars.step, each.parameters, (Axis("window", (each.parameters.window,)),), request.setup,
        request.first_ms, request.last_ms, 0.0,
    )  # fmt: skip
    return ground(bars, each.candles.market, asked)
