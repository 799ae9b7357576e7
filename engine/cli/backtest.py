"""`backtest`: one exact replay of a bot over the candles in a file."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Final

import pandas as pd
import typer

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import KNOBS, BotParameters, as_dict, changed
from engine.bots.settings.knob import Value
from engine.cli.bars import AsJson, stamp
from engine.cli.output import print_json, print_table, readable, say
from engine.core.errors import ParameterError
from engine.core.interval import Interval
from engine.market.bars import STEPS
from engine.services.candles import Import, known_kind, read, readable_symbol
from engine.services.lab.replay import Report, replay


def backtest(  # noqa: PLR0913, PLR0917  # one argument an option: Typer reads them from here
    bars: Annotated[Path, typer.Option(help="Candles: CSV, CSV.gz or Parquet.")],
    settings: Annotated[list[str] | None, typer.Option("--set", help="name=value; may be repeated.")] = None,
    cash: Annotated[float, typer.Option(help="The bot's capital in quote currency.")] = 10_000.0,
    fee: Annotated[float, typer.Option(help="A fraction of each trade (0.001 is 0.1 %), maker and taker.")] = 0.001,
    slippage_bps: Annotated[float, typer.Option(help="Slippage of market orders in basis points.")] = 0.0,
    core: Annotated[bool, typer.Option("--core", help="Only window, k_sigma, quantity and costs act.")] = False,
    trades: Annotated[bool, typer.Option("--trades", help="List every trade.")] = False,
    step: Annotated[str | None, typer.Option(help="Length of a candle; read from the rows if absent.")] = None,
    symbol: Annotated[str | None, typer.Option(help="The market's name; of a long table, its unique_id.")] = None,
    kind: Annotated[str | None, typer.Option(help="spot, perpetual or equity; else told from the rows.")] = None,
    funding_rate: Annotated[float | None, typer.Option(help="Paid by longs every 8 hours on a perpetual.")] = None,
    unit: Annotated[float | None, typer.Option(help="Coins of one asset unit; else from the first price.")] = None,
    as_json: AsJson = False,
) -> None:
    """Replay a bot exactly as it would have traded, with costs, and say how sure the numbers are."""
    values = chosen(settings or [])
    setup = Setup(cash, Costs(fee, fee, slippage_bps), core)
    wanted = Import(symbol or readable_symbol(bars), step, known_kind(kind), funding_rate, unit)
    found = read(bars, readable(bars.name), wanted)
    parameters = fitting(values, found.bars.step, core)
    report = replay(found.bars, found.market, parameters, setup)
    for note in (*found.notes, *report.notes, *(finding.message for finding in report.findings)):
        say(note)
    if as_json:
        print_json(facts(report, trades))
        return
    describe(report)
    if trades:
        table = report.result.trades.table(report.result.tape.bars.time)[SHOWN]
        print_table("Trades", table.columns, (map(cell, row) for row in table.itertuples(index=False)))


SHOWN: Final = ["entry_time", "exit_time", "side", "quantity", "entry_price", "exit_price", "pnl", "reason"]


def fitting(values: Mapping[str, Value], step: str, core: bool) -> BotParameters:
    """The bot of these settings; where no timeframe was named and candles are coarser than the usual, theirs."""
    usual = BotParameters()
    coarser = step in KNOBS["timeframe"].choices and STEPS[step] > STEPS[usual.timeframe]
    if coarser and not core and "timeframe" not in values:
        say(f"The bot's timeframe is {step} as the candles are: a finer one cannot be made from them.")
        return changed(usual, {**values, "timeframe": step})
    return changed(usual, values)


def chosen(settings: Iterable[str]) -> dict[str, Value]:
    """The settings written as name=value; ParameterError for an unknown name or a bad value."""
    values: dict[str, Value] = {}
    for text in settings:
        name, found, value = text.partition("=")
        if not found or name not in KNOBS:
            raise ParameterError(f"--set takes name=value with a name out of {', '.join(KNOBS)}; was {text!r}.")
        values[name] = KNOBS[name].parse(name, value)
    return values


def facts(report: Report, with_trades: bool) -> dict[str, Any]:
    """The documented names first, then everything else that is known, uncertainty included."""
    result, numbers = report.result, report.performance
    bars = result.tape.bars
    answer: dict[str, Any] = {
        "parameters": as_dict(result.parameters), "bars": len(bars), "trades": numbers.trades,
        "total_return": numbers.total_return.value, "pnl": numbers.pnl, "sharpe": numbers.sharpe.value,
        "max_drawdown": numbers.max_drawdown.value, "exposure": numbers.exposure,
        "win_rate": numbers.win_rate.value, "fees": numbers.fees,
        "first": stamp(bars.time[0]), "last": stamp(bars.time[-1]),
        "symbol": bars.symbol, "step": bars.step, "market": asdict(result.tape.market), "core": result.setup.core,
        "cash": result.setup.capital, "costs": asdict(result.setup.costs),
        "funding": float(result.trades.funding.sum()),
        "gaps": report.gaps, "missing": report.missing, "share_with_band": report.share_with_band,
        "notes": list(report.notes),
        "performance": asdict(numbers), "benchmarks": asdict(report.benchmarks),
        "sensitivity": [asdict(variant) for variant in report.sensitivity],
        "findings": [asdict(finding) for finding in report.findings],
    }  # fmt: skip
    if with_trades:
        table = result.trades.table(bars.time)
        answer["trade_list"] = [{name: plain(value) for name, value in row.items()} for row in table.to_dict("records")]
    return answer


def plain(value: Any) -> Any:
    """A table's cell as JSON says it: times as text, absent ones as null."""
    if isinstance(value, pd.Timestamp):
        return value.isoformat()
    return None if value is pd.NaT else value


def cell(value: Any) -> str:
    """A table's cell for people."""
    if isinstance(value, pd.Timestamp):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float):
        return "open" if math.isnan(value) else f"{value:,.6g}"
    return "open" if value is pd.NaT else str(value)


def describe(report: Report) -> None:
    """The numbers for people, each with its range."""
    p, b = report.performance, report.benchmarks
    rows = [
        ("total return", percent(p.total_return), between(p.total_return, percent_text)),
        ("Sharpe ratio, a year", number(p.sharpe.value), between(p.sharpe, number)),
        ("deepest fall", plain_percent(p.max_drawdown.value), f"{p.drawdown_days:.0f} days"),
        ("trades", str(p.trades), between(p.trades_per_week, number) + " a week"),
        ("won", plain_percent(p.win_rate.value), between(p.win_rate, plain_percent)),
        ("time in the market", plain_percent(p.exposure), ""),
        ("fees", f"{p.fees:,.2f}", ""),
        ("funding paid", f"{report.result.trades.funding.sum():,.2f}", ""),
        ("buy and hold", percent_text(b.hold.total_return), b.hold.lead.sentence),
    ]
    if b.same_exposure:
        part = b.same_exposure
        rows.append(("held at equal exposure", percent_text(part.total_return), part.lead.sentence))
    rows += [(variant.name, percent_text(variant.total_return), "") for variant in report.sensitivity]
    bars = report.result.tape.bars
    print_table(f"{bars.symbol} {bars.step}, {len(bars):,} candles", ("", "", "95 %"), rows)


def percent(interval: Interval) -> str:
    """The number itself, in percent."""
    return percent_text(interval.value)


def percent_text(share: float | None) -> str:
    """A fraction in percent, or a dash."""
    return "–" if share is None else f"{share * 100:+.2f} %"


def plain_percent(share: float | None) -> str:
    """A share in percent, or a dash."""
    return "–" if share is None else f"{share * 100:.2f} %"


def number(value: float | None) -> str:
    """Two digits, or a dash."""
    return "–" if value is None else f"{value:.2f}"


def between(interval: Interval, text: Any) -> str:
    """The range of an interval."""
    return f"{text(interval.low)} to {text(interval.high)}" if interval.is_known else "too little to say"
