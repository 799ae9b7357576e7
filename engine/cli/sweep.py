"""`sweep`: every configuration of a grid over the same candles, and whether its best is better than luck."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import as_dict
from engine.bots.sweep.grid import Axis, axis
from engine.bots.sweep.swept import OBJECTIVES, Objective
from engine.cli import sweep_markets
from engine.cli.backtest import between, chosen, fitting, number, percent_text
from engine.cli.bars import AsJson, stamp
from engine.cli.bars_fetch import ctrl_c, moment
from engine.cli.forecast import written
from engine.cli.output import errors, print_json, print_table, readable, say
from engine.core.errors import DataError, ParameterError, StoreError
from engine.services.candles import Candles, Import, known_kind, read, read_all
from engine.services.lab.command import command_of
from engine.services.lab.exports import METRICS, checked_ending, exported
from engine.services.lab.found import LabRun
from engine.services.lab.hands import hands
from engine.services.lab.request import LabRequest
from engine.services.lab.several.markets import MarketsRequest, over_markets_on
from engine.services.lab.stages import Hands, Progress
from engine.services.lab.standing import keep_standing
from engine.services.lab.sweeping import PAST, Material, material, run_on, warm_up
from engine.services.startup import App, open_app

STOPPED: Final = 1
CLASSIC: Final = ("window=5:30", "k_sigma=0.5:3.0:0.1")
MOST_THREADS: Final = 64
RANGE: Final = "5:30, 0.5:3.0:0.1 or values with commas"


def sweep(  # noqa: PLR0913, PLR0917  # one argument an option
    bars: Annotated[list[Path] | None, typer.Option(help="Candles: a file for each market, or a long table.")] = None,
    market: Annotated[list[str] | None, typer.Option(help="In place of files: stored markets, by name.")] = None,
    window: Annotated[str | None, typer.Option(help=f"Windows to try: {RANGE}.")] = None,
    k_sigma: Annotated[str | None, typer.Option(help="Band widths to try, written the same way.")] = None,
    axes: Annotated[list[str] | None, typer.Option("--axis", help="name=values of any setting; repeatable.")] = None,
    settings: Annotated[list[str] | None, typer.Option("--set", help="name=value of the others; repeatable.")] = None,
    cash: Annotated[float, typer.Option(help="The bot's capital in quote currency.")] = 10_000.0,
    fee: Annotated[float, typer.Option(help="A fraction of each trade (0.001 is 0.1 %), maker and taker.")] = 0.001,
    maker_fee: Annotated[float | None, typer.Option(help="Another fee for limit orders.")] = None,
    slippage_bps: Annotated[float, typer.Option(help="Slippage of market orders in basis points.")] = 0.0,
    core: Annotated[bool, typer.Option("--core", help="Only window, k_sigma, quantity and costs act.")] = False,
    luck: Annotated[int, typer.Option(help="Markets that luck makes, of each of two kinds.")] = 100,
    walk_forward: Annotated[int, typer.Option(help="Stretches that judge what the past chose.")] = 12,
    held_back: Annotated[float, typer.Option(help="Newest share of the days that no choice may see.")] = 0.0,
    objective: Annotated[str | None, typer.Option(help=f"What is to be highest: {' or '.join(OBJECTIVES)}.")] = None,
    seed: Annotated[int, typer.Option(help="Another seed shuffles otherwise.")] = 0,
    since: Annotated[str | None, typer.Option(help="The first day, such as 2024-01-01, in UTC.")] = None,
    until: Annotated[str | None, typer.Option(help="The day before which to end.")] = None,
    threads: Annotated[int | None, typer.Option(help="Threads; else one a processor.")] = None,
    cluster: Annotated[str | None, typer.Option(help="Dask scheduler to work it out, tcp://HOST:PORT.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write the run: .csv, .parquet, .json or .html.")] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the run for the Lab's page (with --market).")] = False,
    step: Annotated[str | None, typer.Option(help="Length of a candle; read from a file's rows if absent.")] = None,
    symbol: Annotated[str | None, typer.Option(help="The market's name; of a long table, its unique_id.")] = None,
    kind: Annotated[str | None, typer.Option(help="spot, perpetual or equity; else told from the rows.")] = None,
    funding_rate: Annotated[float | None, typer.Option(help="Paid by longs every 8 hours on a perpetual.")] = None,
    unit: Annotated[float | None, typer.Option(help="Coins of one asset unit; else from the first price.")] = None,
    as_json: AsJson = False,
) -> int:
    """Try every configuration, then ask whether the best is better than luck; nothing of your bot is changed."""
    told = Import(symbol or "", step, known_kind(kind), funding_rate, unit)
    app, (found, *others) = candles(bars or [], market or [], told, keep)
    setup = Setup(cash, Costs(fee if maker_fee is None else maker_fee, fee, slippage_bps), core)
    parameters, tried = fitting(chosen(settings or []), found.bars.step, core), grid_axes(window, k_sigma, axes)
    request = LabRequest(
        found.bars.symbol, found.bars.step, parameters, tried, setup, day("since", since), day("until", until),
        held_back, luck, walk_forward, objective or OBJECTIVES[0], seed,  # type: ignore[arg-type]  # checked on construction
    )  # fmt: skip
    return answered((app, found, *others), request, How(who(threads, cluster), out, keep, as_json, not objective))


@dataclass(frozen=True, slots=True)
class How:
    """How a run is made and handed over: by whom, the file it is written to, whether it is kept, JSON or a table.

    `is_usual` is whether nobody said what is to be highest.
    """

    hands: Hands
    out: Path | None
    keep: bool
    as_json: bool
    is_usual: bool


def answered(where: tuple[App | None, Material, *tuple[Material, ...]], request: LabRequest, how: How) -> int:
    """Run it, write it, keep it, tell it; the exit status."""
    app, found, *others = where
    if others:
        if app is not None:
            app.store.close()
        return answered_on_all((found, *others), request, how)
    if how.out is not None:
        checked_ending(how.out.name)
        checked_folder(how.out)
    warm_up(request)
    with ctrl_c() as is_stopped, shown() as show:
        done = run_on(found, request, show, is_stopped, how.hands)
    if done is None:
        say("Stopped: nothing was kept.")
        return STOPPED
    if how.out is not None:
        content = exported(done, how.out.name)
        written(how.out, lambda path: path.write_bytes(content))
    key = kept(app, done) if app is not None and how.keep else None
    if app is not None:
        app.store.close()
    if how.as_json:
        print_json(facts(done) | ({} if key is None else {"key": key}))
    else:
        describe(done, key)
    return 0


def checked_folder(out: Path) -> None:
    """DataError where a file could not be put: it is asked before the run, which may take long."""
    if not out.parent.is_dir() or out.is_dir():
        raise DataError(f"{out} could not be written (no such folder, or a folder itself). Choose another place.")


def kept(app: App, done: LabRun) -> str | None:
    """The key that the run is kept under; None, and why, where it cannot be: its answer is told all the same."""
    try:
        return keep_standing(app, done)
    except StoreError as error:
        say(str(error))
        return None


def candles(
    bars: list[Path], markets: list[str], wanted: Import, keep: bool
) -> tuple[App | None, tuple[Material, ...]]:
    """Every market of the files, or those that are stored (with the engine that holds them)."""
    if (not bars) == (not markets):
        raise DataError("sweep needs --bars FILE or --market NAME, one of the two. See: python -m engine sweep --help")
    if markets:
        app = open_app()
        return app, tuple(material(app, name, wanted.step or "1h") for name in markets)
    if keep:
        raise DataError("--keep is for stored candles. Bring the file in with `bars import`, then give --market NAME.")
    if wanted.symbol and len(bars) == 1:
        found: tuple[Candles, ...] = (read(bars[0], readable(bars[0].name), wanted),)
    else:
        found = read_all(bars, wanted)
    for note in dict.fromkeys(note for each in found for note in each.notes):
        say(note)
    source = ", ".join(readable(str(each)) for each in bars)
    return None, tuple(Material(each.bars, each.market, source, is_file=True) for each in found)


def answered_on_all(markets: tuple[Material, ...], asked: LabRequest, how: How) -> int:
    """The same grid on several markets; the exit status."""
    if how.out is not None or asked.held_back or how.keep:
        raise DataError("--out, --held-back and --keep are for one market. Name one alone, or leave them out.")
    names = tuple((each.bars.symbol, each.bars.step) for each in markets)
    objective: Objective = "sharpe" if how.is_usual else asked.objective
    request = MarketsRequest(
        names, asked.base, asked.axes, asked.setup, asked.first_ms, asked.last_ms, objective, asked.seed,
        asked.shuffles,
    )  # fmt: skip
    warm_up(asked)
    with ctrl_c() as is_stopped, shown() as show:
        done = over_markets_on(markets, request, show, is_stopped, how.hands)
    if done is None:
        say("Stopped.")
        return STOPPED
    sweep_markets.told(done, how.as_json)
    return 0


def grid_axes(window: str | None, k_sigma: str | None, others: list[str] | None) -> tuple[Axis, ...]:
    """The axes in the order of the options; window and k_sigma over the classic ranges where none is named."""
    named = [f"{name}={text}" for name, text in (("window", window), ("k_sigma", k_sigma)) if text is not None]
    found = []
    for text in [*named, *(others or [])] or CLASSIC:
        name, is_there, values = text.partition("=")
        if not is_there:
            raise ParameterError(f"--axis takes name=values with values such as {RANGE}; was {text!r}.")
        found.append(axis(name, values))
    return tuple(found)


def day(option: str, text: str | None) -> int | None:
    """A day or a time in milliseconds since 1970; None where none is named."""
    return None if text is None else moment(option, text)


def who(threads: int | None, cluster: str | None) -> Hands:
    """Who works: threads of this machine, and a cluster where one is named."""
    return hands(checked_threads(threads), cluster)


def checked_threads(threads: int | None) -> int:
    """How many threads; one for each processor where nobody says."""
    count = (os.cpu_count() or 1) if threads is None else threads
    if not 1 <= count <= MOST_THREADS:
        raise ParameterError(f"threads must be 1 to {MOST_THREADS}, was {count}. One for each processor is usual.")
    return count


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """A bar on the terminal for the stage at work; nothing where there is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:.0f} %"))
    with Bar(*columns, TimeRemainingColumn(), console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task("", total=1)

        def show(now: Progress) -> None:
            if now.done == 0:
                bar.reset(task, description=f"{now.number} of {now.stages}: {now.stage}", total=now.of)
            bar.update(task, completed=now.done, total=now.of)

        yield show


def facts(run: LabRun) -> dict[str, Any]:
    """The documented names first, then what else is known, ranges included."""
    proof, seconds = run.evidence, dict(run.seconds)[PAST]
    walk = proof.walk
    return {
        "configurations": len(run.grid), "bars": run.past.bars, "seconds": seconds,
        "ns_per_bar_per_configuration": seconds * 1e9 / (run.past.bars * len(run.grid)),
        "best": best(run), "share_profitable": run.past.share_profitable,
        "luck": {
            "shuffles": len(proof.luck.lucky), "p_value": proof.luck.p_value, "interval": asdict(proof.luck.interval),
            "observed": proof.luck.observed, "needed": proof.luck.needed(), "mirrored_p_value": proof.signs.p_value,
        },
        "walk_forward": {
            "in_sample_sharpe": walk.in_sample_sharpe if walk else None,
            "out_of_sample_sharpe": walk.out_of_sample_sharpe.value if walk else None,
            "interval": asdict(walk.out_of_sample_sharpe) if walk else None,
            "folds": [asdict(fold) for fold in walk.folds] if walk else [],
        },
        "verdict": f"{run.verdict.badge}. {run.verdict.headline} {run.verdict.second_line}",
        "verdict_kind": run.verdict.kind, "badge": run.verdict.badge, "reasons": list(run.verdict.reasons),
        "what_would_change": list(run.verdict.what_would_change),
        "valid": run.trials, "objective": run.request.objective, "held_back": run.request.held_back,
        "overfitting": None if proof.overfit is None else asdict(proof.overfit.interval),
        "neighbours": asdict(proof.neighbours), "sensitivity": [asdict(each) for each in proof.variants],
        "symbol": run.request.symbol, "step": run.request.step, "core": run.request.setup.core,
        "cash": run.request.setup.capital, "costs": asdict(run.request.setup.costs),
        "first": stamp(run.sources.first_ms), "split": stamp(run.sources.split_ms), "last": stamp(run.sources.last_ms),
        "candles": run.sources.candles, "code": run.sources.code, "command": command_of(run),
        "stages": {name: took for name, took in run.seconds},
    }  # fmt: skip


def best(run: LabRun) -> dict[str, Any]:
    """The best of the past: its settings, its metrics there and on what was held back."""
    number = run.evidence.best
    metrics = {name: getattr(run.past.metrics, name)[number].item() for name in METRICS}
    held = None if run.best.held is None else asdict(run.best.held.total_return)
    return {
        **run.grid.settings(number),
        **metrics,
        "configuration": number,
        "parameters": as_dict(run.best.parameters),
        "total_return_interval": asdict(run.best.past.total_return),
        "held_back_return": held,
    }


def describe(run: LabRun, key: str | None) -> None:
    """The verdict, its reasons, the best beside the bot."""
    say(f"{run.verdict.badge}. {run.verdict.headline}")
    say(run.verdict.second_line)
    for reason in (*run.verdict.reasons, *run.verdict.what_would_change):
        say(reason)
    values = ", ".join(f"{name} {value}" for name, value in run.grid.settings(run.evidence.best).items())
    rows: list[tuple[str, ...]] = []
    for name, each in ((f"best: {values}", run.best), ("without any change", run.bot)):
        for part, told in (("past", each.past), ("held back", each.held)):
            if told is not None:
                made = told.total_return
                span = (percent_text(made.value), between(made, percent_text))
                rows.append((name, part, *span, number(told.sharpe.value), str(told.trades)))
    seconds = dict(run.seconds)[PAST]
    title = f"{run.request.symbol} {run.sources.timeframe}, {len(run.grid):,} configurations in {seconds:.2f} s"
    print_table(title, ("", "", "return", "95 %", "Sharpe a year", "trades"), rows)
    if key is not None:
        say(f"Kept as run {key}: open it in the Lab.")
