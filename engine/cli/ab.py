"""`ab`: two configurations over the same days, every difference with its range, and the days that would tell."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import BotParameters, as_dict, changed, differences
from engine.bots.sweep.grid import Axis
from engine.cli.backtest import between, chosen, number, percent_text
from engine.cli.bars import AsJson, stamp
from engine.cli.output import print_json, print_table, readable, say
from engine.cli.sweep import day
from engine.core.errors import ParameterError
from engine.services import tune_bot
from engine.services.candles import Candles, Import, known_kind, read, readable_symbol
from engine.services.lab.comparing import Candidate, Comparing, Line, compare_on, compare_versions
from engine.services.lab.request import LabRequest
from engine.services.lab.sweeping import Material
from engine.services.startup import opened

NAMES: Final = ("A", "B")


def ab(  # noqa: PLR0913, PLR0917  # one argument an option
    a: Annotated[list[str] | None, typer.Option(help="name=value of the first; repeatable. Or a version.")] = None,
    b: Annotated[list[str] | None, typer.Option(help="The same of the second.")] = None,
    bars: Annotated[Path | None, typer.Option(help="Candles: CSV, CSV.gz or Parquet.")] = None,
    market: Annotated[str | None, typer.Option(help="In place of a file: versions of this market's bot.")] = None,
    settings: Annotated[list[str] | None, typer.Option("--set", help="name=value of both; repeatable.")] = None,
    cash: Annotated[float, typer.Option(help="The bot's capital in quote currency.")] = 10_000.0,
    fee: Annotated[float, typer.Option(help="A fraction of each trade (0.001 is 0.1 %), maker and taker.")] = 0.001,
    slippage_bps: Annotated[float, typer.Option(help="Slippage of market orders in basis points.")] = 0.0,
    core: Annotated[bool, typer.Option("--core", help="Only window, k_sigma, quantity and costs act.")] = False,
    since: Annotated[str | None, typer.Option(help="The first day, such as 2024-01-01, in UTC.")] = None,
    until: Annotated[str | None, typer.Option(help="The day before which to end.")] = None,
    step: Annotated[str | None, typer.Option(help="Length of a candle; read from a file's rows if absent.")] = None,
    symbol: Annotated[str | None, typer.Option(help="The market's name; of a long table, its unique_id.")] = None,
    kind: Annotated[str | None, typer.Option(help="spot, perpetual or equity; else told from the rows.")] = None,
    funding_rate: Annotated[float | None, typer.Option(help="Paid by longs every 8 hours on a perpetual.")] = None,
    unit: Annotated[float | None, typer.Option(help="Coins of one asset unit; else from the first price.")] = None,
    as_json: AsJson = False,
) -> None:
    """Compare two configurations on the past: what differed, how sure that is, and how long it would take to know."""
    setup, shared = Setup(cash, Costs(fee, fee, slippage_bps), core), changed(BotParameters(), chosen(settings or []))
    period = (day("since", since), day("until", until))
    if (bars is None) == (market is None):
        raise ParameterError("ab needs --bars FILE or --market NAME, one of the two. See: python -m engine ab --help")
    if bars is None:
        found = of_versions(
            _asked(str(market), step or "1h", shared, setup, period), [version("--a", a), version("--b", b)]
        )
    else:
        wanted = Import(symbol or readable_symbol(bars), step, known_kind(kind), funding_rate, unit)
        one = read(bars, readable(bars.name), wanted)
        asked = _asked(one.bars.symbol, one.bars.step, shared, setup, period)
        found = of_settings(one, asked, [changed(shared, chosen(own or [])) for own in (a, b)])
    if as_json:
        print_json(facts(found))
    else:
        describe(found)


def of_settings(one: Candles, asked: LabRequest, pair: list[BotParameters]) -> Comparing:
    """Two configurations on the candles of a file."""
    for note in one.notes:
        say(note)
    named = [Candidate(name, own) for name, own in zip(NAMES, pair, strict=True)]
    return compare_on(Material(one.bars, one.market, "", is_file=True), asked, named, "all")


def _asked(
    symbol: str, step: str, shared: BotParameters, setup: Setup, period: tuple[int | None, int | None]
) -> LabRequest:
    return LabRequest(symbol, step, shared, (Axis("window", (shared.window,)),), setup, *period, 0.0)


def version(option: str, given: list[str] | None) -> int:
    """The number of a version of a bot."""
    if not given or len(given) > 1 or not given[0].isdecimal():
        raise ParameterError(f"with --market, {option} takes the number of a version, was {' '.join(given or ())!r}.")
    return int(given[0])


def of_versions(asked: LabRequest, numbers: list[int]) -> Comparing:
    """Two versions of the bot on a stored market."""
    with opened() as app:
        app.candles.market(asked.symbol, asked.step)  # refused here where there are no candles, before a bot is made
        return compare_versions(app, tune_bot.open_bot(app, asked.symbol, asked.step), numbers, asked)


def facts(found: Comparing) -> dict[str, Any]:
    """Both, what differs between their settings, every difference with its range, and the days that would tell."""
    first, second = found.lines
    assert second.difference is not None  # noqa: S101 - the second is held against the first
    assert second.power is not None  # noqa: S101 - as above
    return {
        "a": side(first), "b": side(second),
        "changes": {name: {"a": old, "b": new} for name, (old, new) in
                    differences(first.parameters, second.parameters).items()},
        "difference": asdict(second.difference), "power": {**asdict(second.power), "is_told": second.power.is_told},
        "days": second.power.a_year.n, "verdict": second.power.sentence, "symbol": found.symbol, "step": found.step,
        "first": stamp(found.first_ms), "last": stamp(found.last_ms), "core": found.setup.core,
        "cash": found.setup.capital, "costs": asdict(found.setup.costs),
    }  # fmt: skip


def side(line: Line) -> dict[str, Any]:
    """One of the two."""
    return {"name": line.name, "parameters": as_dict(line.parameters), "performance": asdict(line.performance)}


def describe(found: Comparing) -> None:
    """The verdict, then every difference in a row."""
    first, second = found.lines
    assert second.difference is not None  # noqa: S101 - the second is held against the first
    assert second.power is not None  # noqa: S101 - as above
    say(second.power.sentence)
    told = second.difference
    rows = [
        (name, text(each.before), text(each.after), text(each.change.value), between(each.change, text))
        for name, each, text in (
            ("return", told.total_return, percent_text), ("deepest fall", told.max_drawdown, percent_text),
            ("Sharpe ratio, a year", told.sharpe, number), ("trades a week", told.trades_per_week, number),
            ("time in the market", told.exposure, percent_text),
        )
    ]  # fmt: skip
    title = f"{found.symbol} {found.step}, {second.power.a_year.n:,} days"
    print_table(title, ("", first.name, second.name, "difference", "95 %"), rows)
