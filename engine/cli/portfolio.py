"""`portfolio`: the bots of several markets on one cash, beside each alone with its part of it and beside holding."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from engine.bots.backtest import Costs, Setup
from engine.bots.markets.together import Part, Together
from engine.bots.parameters import BotParameters, as_dict, changed
from engine.bots.performance import Performance
from engine.cli.backtest import between, chosen, number, percent_text, plain_percent
from engine.cli.bars import AsJson, stamp
from engine.cli.output import print_json, print_table, readable, say
from engine.cli.sweep import day
from engine.core.errors import DataError, ParameterError
from engine.services.candles import Import, known_kind, read_all
from engine.services.lab.several.portfolio import Entrant, PortfolioRequest, PortfolioRun, of_bots, portfolio_on
from engine.services.lab.several.portfolio import portfolio as replayed
from engine.services.lab.sweeping import Material
from engine.services.startup import opened


def portfolio(  # noqa: PLR0913, PLR0917  # one argument an option
    bots: Annotated[list[str] | None, typer.Option("--bot", help="A stored bot or its market; else all.")] = None,
    bars: Annotated[list[Path] | None, typer.Option(help="In their place: a file a market, or a long table.")] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", help="With --bars: name=value of all, MARKET:name=value of one.")
    ] = None,
    cash: Annotated[float, typer.Option(help="The common money in quote currency.")] = 10_000.0,
    fee: Annotated[float, typer.Option(help="A fraction of each trade (0.001 is 0.1 %), maker and taker.")] = 0.001,
    slippage_bps: Annotated[float, typer.Option(help="Slippage of market orders in basis points.")] = 0.0,
    since: Annotated[str | None, typer.Option(help="The first day, such as 2024-01-01, in UTC.")] = None,
    until: Annotated[str | None, typer.Option(help="The day before which to end.")] = None,
    step: Annotated[str | None, typer.Option(help="Length of a candle; read from a file's rows if absent.")] = None,
    kind: Annotated[str | None, typer.Option(help="spot, perpetual or equity; else told from the rows.")] = None,
    funding_rate: Annotated[float | None, typer.Option(help="Paid by longs every 8 hours on a perpetual.")] = None,
    as_json: AsJson = False,
) -> None:
    """Replay several bots on one cash and say what the common money changed; nothing of any bot is changed."""
    request = PortfolioRequest(Setup(cash, Costs(fee, fee, slippage_bps)), day("since", since), day("until", until))
    if bars and bots:
        raise DataError("portfolio takes --bot NAME or --bars FILE, not both. See: python -m engine portfolio --help")
    if bars:
        wanted = Import("", step, known_kind(kind), funding_rate)
        run = portfolio_on(entrants(bars, wanted, settings or []), request)
    elif settings:
        raise ParameterError("--set is for --bars: stored bots have settings of their own. Leave it out.")
    else:
        with opened() as app:
            run = replayed(app, of_bots(app, bots or ()), request)
    if as_json:
        print_json(facts(run))
    else:
        describe(run)


def entrants(files: list[Path], wanted: Import, settings: list[str]) -> list[Entrant]:
    """A bot on every market of these files, with the settings of all and those of its own."""
    found = read_all(files, wanted)
    for note in dict.fromkeys(note for each in found for note in each.notes):
        say(note)
    own = dict(own_settings(settings, [each.bars.symbol for each in found]))
    source = ", ".join(readable(str(each)) for each in files)
    return [
        Entrant(
            each.bars.symbol,
            changed(BotParameters(timeframe=each.bars.step), chosen(own[each.bars.symbol])),
            Material(each.bars, each.market, source, is_file=True),
        )
        for each in found
    ]


def own_settings(settings: list[str], symbols: list[str]) -> Iterable[tuple[str, list[str]]]:
    """Each market with the name=value texts that are for it; ParameterError for a market that is not there."""
    split = [(*text.partition("=")[0].rpartition(":"), text) for text in settings]
    unknown = [market for market, _, _, _ in split if market and market not in symbols]
    if unknown:
        raise ParameterError(f"--set takes MARKET:name=value with one of {', '.join(symbols)}; was {unknown[0]!r}.")
    for symbol in symbols:
        mine = [text[len(market) + 1 :] if market else text for market, _, _, text in split if market in ("", symbol)]
        yield symbol, mine


def facts(run: PortfolioRun) -> dict[str, Any]:
    """The numbers of all together first, then each bot, what the common cash changed, and what else the money could."""
    found = run.found
    result, total = found.result, found.performance
    return {
        "bots": [bot(name, each) for name, each in zip(run.names, found.parts, strict=True)], "bars": len(result.time),
        "total_return": total.total_return.value, "pnl": result.pnl, "sharpe": total.sharpe.value,
        "max_drawdown": total.max_drawdown.value, "trades": total.trades, "exposure": total.exposure,
        "mean_exposure": total.mean_exposure, "fees": total.fees, "performance": asdict(total),
        "apart": asdict(found.apart), "hold": asdict(found.hold),
        "same_exposure": None if found.same_exposure is None else asdict(found.same_exposure),
        "correlation": {"mean": found.mean_correlation, "pairs": [asdict(each) for each in found.correlations]},
        "cash": result.setup.capital, "costs": asdict(result.setup.costs),
        "first": stamp(min(each.first_ms for each in run.sources)),
        "last": stamp(max(each.last_ms for each in run.sources)),
        "candles": [each.candles for each in run.sources], "code": run.sources[0].code,
    }  # fmt: skip


def bot(name: str, part: Part) -> dict[str, Any]:
    """One bot's part of the common result, and the same bot alone with an equal part of the money."""
    return {
        "name": name, "symbol": part.symbol, "parameters": as_dict(part.parameters), "trades": part.trades,
        "pnl": part.pnl, "fees": part.fees, "at_work": part.at_work, "alone": asdict(part.alone),
    }  # fmt: skip


def describe(run: PortfolioRun) -> None:
    """What the common cash changed in sentences, all together beside the rest, then each bot."""
    found = run.found
    for told in sentences(found):
        say(told)
    rows = [row("together on one cash", found.performance)]
    for each in (found.hold, found.same_exposure):
        if each is not None:
            rows.append((each.name, percent_text(each.total_return), "", number(each.sharpe), "",
                         plain_percent(each.max_drawdown), ""))  # fmt: skip
    print_table(f"{len(run.names)} bots, {found.result.setup.capital:,.0f} in common", COLUMNS, rows)
    print_table("Each bot", ("", "P&L", "trades", "at work", "alone: return", "95 %", "Sharpe a year"), (
        (name, f"{part.pnl:+,.2f}", str(part.trades), plain_percent(part.at_work),
         percent_text(part.alone.total_return.value), between(part.alone.total_return, percent_text),
         number(part.alone.sharpe.value))
        for name, part in zip(run.names, found.parts, strict=True)
    ))  # fmt: skip
    print_table("How the bots go together, by day", ("", "", "correlation", "95 %"), (
        (each.first, each.second, number(each.value.value), between(each.value, number)) for each in found.correlations
    ))  # fmt: skip


COLUMNS = ("", "return", "95 %", "Sharpe a year", "95 %", "deepest fall", "trades")


def sentences(found: Together) -> tuple[str, ...]:
    """What one cash changed against the bots apart, and the lead over holding."""
    beside = [each.lead.sentence for each in (found.hold, found.same_exposure) if each is not None]
    return (
        f"One cash instead of equal parts: {found.apart.total_return.sentence} {found.apart.max_drawdown.sentence}",
        *beside,
    )


def row(name: str, told: Performance) -> tuple[str, ...]:
    """One course of the money."""
    return (
        name, percent_text(told.total_return.value), between(told.total_return, percent_text),
        number(told.sharpe.value), between(told.sharpe, number), plain_percent(told.max_drawdown.value),
        str(told.trades),
    )  # fmt: skip
