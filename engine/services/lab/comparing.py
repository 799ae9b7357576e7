"""The journey of comparing: up to four configurations over the same days, each beside the first, with ranges."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from engine.bots.backtest import Setup, backtest
from engine.bots.measure.comparison import Comparison, compare
from engine.bots.measure.power import Power, days_to_tell
from engine.bots.measure.record import record
from engine.bots.parameters import KNOBS, BotParameters, differences
from engine.bots.performance import Performance, Replay, performance
from engine.bots.sweep.swept import Floats
from engine.core.errors import DataError, ParameterError
from engine.gateways.store.bots import Bot
from engine.market.bars import DAY_MS, Times
from engine.services.lab.found import LabRun
from engine.services.lab.request import LabRequest, ends_of_days, ground
from engine.services.lab.sweeping import Material, material
from engine.services.startup import App

Part = Literal["all", "past", "held"]
MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """One configuration to compare: what it is called, and its settings."""

    name: str
    parameters: BotParameters


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One configuration over the shared days; `difference` and `power` are beside the first, None for the first.

    `power` says how many days it takes to tell the two apart. `time` and `equity` are by UTC day.
    """

    name: str
    parameters: BotParameters
    performance: Performance
    difference: Comparison | None
    power: Power | None
    time: Times
    equity: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Comparing:
    """Two to four configurations over the same days of one market, the first as what the others are held against."""

    symbol: str
    step: str
    part: Part
    first_ms: int
    last_ms: int
    setup: Setup
    lines: tuple[Line, ...]


def compare_settings(app: App, run: LabRun, numbers: Sequence[int], part: Part = "held") -> Comparing:
    """Configurations of a run by their numbers, the first as reference; on what was held back unless said otherwise.

    Where nothing was held back, "held" means all. A number below 0 stands for the bot's own settings.
    """
    chosen = [
        Candidate("your bot", run.request.base) if number < 0 else named(run, number) for number in numbers
    ]  # fmt: skip
    return compare_on(material(app, run.request.symbol, run.request.step), run.request, chosen, part)


def compare_versions(app: App, bot: Bot, numbers: Sequence[int], request: LabRequest, part: Part = "all") -> Comparing:
    """Versions of a bot by their numbers, the first as reference, over the period of the request."""
    known = {version.number: version for version in app.desk().versions(bot.id)}
    missing = [number for number in numbers if number not in known]
    if missing:
        raise DataError(f'"{bot.name}" has no version {missing[0]}. Choose one from its history.')
    chosen = [Candidate(f"version {number}", known[number].parameters) for number in numbers]
    return compare_on(material(app, bot.symbol, bot.step), request, chosen, part)


def named(run: LabRun, number: int) -> Candidate:
    """A configuration of a run, called by the values of its axes."""
    if not number < len(run.grid):
        raise DataError(f"configuration must be 0 to {len(run.grid) - 1:,}, was {number:,}. Choose one from the table.")
    values = run.grid.settings(number)
    return Candidate(
        ", ".join(f"{name} {KNOBS[name].text(value)}" for name, value in values.items()), run.grid.configuration(number)
    )


def compare_on(found: Material, request: LabRequest, chosen: Sequence[Candidate], part: Part) -> Comparing:
    """As above, on candles at hand; each candidate runs at its own timeframe."""
    _must_differ(chosen)
    replays = [_replay(found, request, each, part) for each in chosen]
    first = replays[0]
    lines = tuple(
        _line(each, replay, None if number == 0 else first)
        for number, (each, replay) in enumerate(zip(chosen, replays, strict=True))
    )
    return Comparing(
        request.symbol, request.step, part, int(first.time[0]), int(first.time[-1]) + first.step_ms,
        request.setup, lines,
    )  # fmt: skip


def _must_differ(chosen: Sequence[Candidate]) -> None:
    if not 2 <= len(chosen) <= MOST:
        raise ParameterError(f"compare 2 to {MOST} configurations, was {len(chosen)}. Choose that many.")
    for number, each in enumerate(chosen):
        same = [one.name for one in chosen[:number] if not differences(one.parameters, each.parameters)]
        if same:
            raise ParameterError(f"{each.name} and {same[0]} are the same settings. Choose others to compare.")


def _replay(found: Material, request: LabRequest, each: Candidate, part: Part) -> Replay:
    asked = LabRequest(
        request.symbol, request.step, each.parameters, request.axes, request.setup, request.first_ms, request.last_ms,
        request.held_back,
    )  # fmt: skip
    place = ground(found.bars, found.market, asked)
    tapes = {"all": place.whole, "past": place.past, "held": place.held or place.whole}
    return record(backtest(tapes[part], each.parameters, request.setup))


def _line(each: Candidate, replay: Replay, first: Replay | None) -> Line:
    difference = None if first is None else compare(first, replay)
    told = None if first is None else days_to_tell(first, replay)
    last = ends_of_days(replay.time)
    return Line(
        each.name, each.parameters, performance(replay), difference, told,
        (replay.time[last] // DAY_MS + 1) * DAY_MS, replay.equity[last],
    )  # fmt: skip
