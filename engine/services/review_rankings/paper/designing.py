"""Designing an experiment over configurations of a bot: versions and changes of them, on markets that are here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from engine.bots import guardrails
from engine.bots.backtest import Costs
from engine.bots.guards.situation import Situation
from engine.bots.parameters import KNOBS, BotParameters, changed, differences
from engine.bots.settings.knob import Value
from engine.core.errors import DataError, ParameterError
from engine.experiments.experiment import Experiment, Method, Variant
from engine.experiments.life import Life
from engine.experiments.paper.design import METRIC, Limits, Paper, checked_days
from engine.gateways.store.bots import Bot
from engine.gateways.store.desk import Principal
from engine.market.bars import STEPS
from engine.services.review_rankings import running
from engine.services.startup import App
from engine.services.tune_bot import open_bot

VERSION: Final = "version"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be tried: a bot by its market, arms as (name, what) with today's first, the markets (symbol, step) on
    which all of them run, limits, and how one looks. `what` is written like `version=2 k_sigma=1.5`: a version of the
    bot (the present one where none is named) with these settings changed.
    """

    bot: tuple[str, str]
    arms: tuple[tuple[str, str], ...]
    markets: tuple[tuple[str, str], ...]
    limits: Limits = field(default_factory=Limits)
    capital: float = 10_000.0
    costs: Costs = field(default_factory=Costs)


def markets_for(app: App, bot: Bot) -> tuple[tuple[str, str], ...]:
    """The stored markets on which a bot's timeframe can be made, by the same clock as its own; its own first."""
    own = app.candles.market(bot.symbol, bot.step)
    length = STEPS[bot.head.parameters.timeframe]
    found = [
        (each.symbol, each.step)
        for each in app.candles.listings()
        if each.simulated == own.simulated and length % STEPS[each.step] == 0
    ]
    return tuple(sorted(found, key=lambda each: each != (bot.symbol, bot.step)))


def bot_on(app: App, principal: Principal, market: tuple[str, str]) -> Bot:
    """The bot of a person on a market, a first one with default settings where none was opened; DataError where there
    are no candles.
    """
    app.candles.market(*market)
    return open_bot(replace(app, principal=principal), *market)


def paper_of(app: App, principal: Principal, wanted: Wanted) -> Paper:
    """The same with every setting of every arm, checked against the registry, the guardrails and the markets."""
    bot = bot_on(app, principal, wanted.bot)
    versions = {each.number: each.parameters for each in app.desk(principal).versions(bot.id)}
    arms = tuple(settings_of(what, bot, versions) for _, what in wanted.arms)
    paper = Paper(wanted.bot, arms, wanted.markets, wanted.capital, wanted.costs, wanted.limits)
    for (name, _), each in zip(wanted.arms, arms, strict=True):
        for market in wanted.markets:
            _check(app, paper, name, each, market)
    return paper


def settings_of(what: str, bot: Bot, versions: Mapping[int, BotParameters]) -> BotParameters:
    """The settings that `version=2 k_sigma=1.5` means; ParameterError where the registry takes them not."""
    pairs = [each.partition("=") for each in what.replace(",", " ").split()]
    base, values = bot.head.parameters, dict[str, Value]()
    for name, sign, text in pairs:
        if name == VERSION and sign and text.isdecimal() and int(text) in versions:
            base = versions[int(text)]
        elif name == VERSION:
            known = ", ".join(str(each) for each in sorted(versions))
            raise ParameterError(f"version must be one of {known} of {bot.name}, was {text!r}.")
        elif name not in KNOBS or not sign:
            raise ParameterError(f"an arm is written like version=2 k_sigma=1.5; {name!r} is no setting of a bot.")
        else:
            values[name] = KNOBS[name].parse(name, text)
    return changed(base, values)


def what_of(version: int, base: BotParameters, wanted: BotParameters) -> str:
    """The same written down: the version, then what differs from it."""
    words = [f"{VERSION}={version}"]
    for name, (_, value) in differences(base, wanted).items():
        words.append(f"{name}={str(value).lower() if isinstance(value, bool) else value}")
    return " ".join(words)


def _check(app: App, paper: Paper, name: str, each: BotParameters, market: tuple[str, str]) -> None:
    """Refuse an arm that can never trade on one of the markets."""
    symbol, step = market
    rules = app.candles.market(symbol, step)
    if STEPS[each.timeframe] % STEPS[step]:
        raise DataError(
            f"{name} has timeframe {each.timeframe}, which cannot be made from {symbol}'s candles of {step}."
        )
    costs = paper.costs
    place = Situation(rules, None, paper.capital, None, step, costs.taker_fee, costs.slippage_bps)
    found = [one.message for one in guardrails.judged(each, place) if one.level == "impossible"]
    if found:
        raise ParameterError(f"{name} on {symbol}: {' '.join(found)}")


@dataclass(frozen=True, slots=True)
class Plan:
    """A name, what is expected and why, the days of the plan, and how one looks."""

    key: str
    hypothesis: str
    days: int
    method: Method = "planned looks"


def experiment_of(app: App, principal: Principal, plan: Plan, wanted: Wanted) -> Experiment:
    """The design, not kept yet."""
    paper = paper_of(app, principal, wanted)
    share = 1 / len(wanted.arms)
    variants = tuple(Variant(name, share, what) for name, what in _written(app, principal, wanted))
    return Experiment(
        plan.key, "bot", plan.hypothesis, variants, METRIC, (), checked_days(plan.days), plan.days,
        method=plan.method, paper=paper,
    )  # fmt: skip


def design(app: App, principal: Principal, plan: Plan, wanted: Wanted) -> Life:
    """Keep it for good; nothing runs until it is started."""
    return running.design(app, principal, experiment_of(app, principal, plan, wanted))


def _written(app: App, principal: Principal, wanted: Wanted) -> Sequence[tuple[str, str]]:
    """Names with what they are; the version that stands now is named, so that it is known later which one it was."""
    now = f"{VERSION}={bot_on(app, principal, wanted.bot).head.number}"
    return [(name, what if f"{VERSION}=" in what else f"{now} {what}".strip()) for name, what in wanted.arms]
