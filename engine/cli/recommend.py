"""`recommend`: settings that fit somebody, found on the past and judged on what followed; or the honest no."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, TextColumn

from engine.bots.backtest import Costs, Setup
from engine.bots.parameters import KNOBS, as_dict, differences
from engine.bots.search.evidence import Line
from engine.bots.search.preference import GOALS, PATIENCE, Preference
from engine.bots.settings.risk_profiles import PROFILES
from engine.cli.bars import AsJson, minute, stamp
from engine.cli.bars_fetch import ctrl_c
from engine.cli.output import errors, print_json, print_table, say
from engine.services import tune_bot
from engine.services.recommend import Recommendation
from engine.services.recommend import recommend as search
from engine.services.startup import open_app

STOPPED = 1


def recommend(  # noqa: PLR0913, PLR0917 - one argument an option
    market: Annotated[str, typer.Option(help="The market, as `bars list` names it.")],
    step: Annotated[str, typer.Option(help="Length of its candles, such as 1h.")] = "1h",
    goal: Annotated[str, typer.Option(help=", ".join(GOALS) + ".")] = "smooth",
    risk: Annotated[str, typer.Option(help=", ".join(PROFILES) + ".")] = "balanced",
    patience: Annotated[str, typer.Option(help="Longest time below a high: " + ", ".join(PATIENCE) + ".")] = "quarter",
    capital: Annotated[float, typer.Option(help="In quote currency.")] = 10_000.0,
    fee: Annotated[float, typer.Option(help="A fraction of each trade (0.001 is 0.1 %), maker and taker.")] = 0.001,
    slippage_bps: Annotated[float, typer.Option(help="Slippage of market orders in basis points.")] = 0.0,
    seed: Annotated[int, typer.Option(help="Another seed tries other settings.")] = 0,
    as_json: AsJson = False,
) -> int:
    """Search settings for the market's bot, judge the search on days it had not seen; nothing is changed."""
    wanted = Preference(goal, risk, patience, capital, seed)  # type: ignore[arg-type]  # checked on construction
    setup = Setup(capital, Costs(fee, fee, slippage_bps))
    app = open_app()
    app.candles.market(market, step)  # refused here where there are no candles, before a bot is made
    bot = tune_bot.open_bot(app, market, step)
    with ctrl_c() as is_stopped, shown() as show:
        found = search(app, bot, wanted, setup, show, is_stopped)
    if found is None:
        say("Stopped: nothing was recommended.")
        return STOPPED
    if as_json:
        print_json(facts(found))
    else:
        describe(found)
    return 0


@contextmanager
def shown() -> Iterator[Callable[[int, int], None]]:
    """A bar on the terminal; nothing where there is none."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:.0f} %"))
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task("Searching", total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def facts(found: Recommendation) -> dict[str, Any]:
    """Everything that is known, for scripts; `recommended` is null where nothing is."""
    proof, sources = found.evidence, asdict(found.sources)
    outcome = found.decided()
    return {
        "verdict": found.verdict.kind, "headline": found.verdict.headline, "reasons": list(found.verdict.reasons),
        "misfits": list(found.verdict.misfits), "request": found.words, "answers": asdict(found.wanted),
        "recommended": None if outcome is None else as_dict(outcome.parameters),
        "changes": {
            name: {"before": old, "after": new}
            for name, (old, new) in (differences(found.start, outcome.parameters) if outcome else {}).items()
        },
        "best_found": as_dict(found.best), "start": as_dict(found.start),
        "evidence": {
            **asdict(proof), "unseen": asdict(proof.unseen), "bot": asdict(proof.bot), "annual": proof.annual,
        },
        "trials": found.sources.trials, "seed": found.sources.seed, "costs": asdict(found.setup.costs),
        "sources": {
            **sources, "first": stamp(sources["first_ms"]), "last": stamp(sources["last_ms"]),
            "judged_from": stamp(sources["judged_ms"]),
        },
    }  # fmt: skip


def describe(found: Recommendation) -> None:
    """The verdict, what speaks for it, and what would change."""
    say(found.verdict.headline)
    for reason in (*found.verdict.misfits, *found.verdict.reasons):
        say(reason)
    span = f"{minute(found.sources.judged_ms)} to {minute(found.sources.last_ms)} UTC"
    title = f"{found.sources.symbol} {found.sources.step}, days that no choice had seen, {span}"
    print_table(title, COLUMNS, (row(line) for line in found.evidence.lines))
    outcome = found.decided()
    if outcome is not None:
        changes = differences(found.start, outcome.parameters)
        rows = [
            (KNOBS[name].label, KNOBS[name].text(old), KNOBS[name].text(new)) for name, (old, new) in changes.items()
        ]
        print_table("What would change; nothing is changed yet", ("", "now", "recommended"), rows)


COLUMNS = ("", "return", "Sharpe a year", "95 %", "worst fall", "longest below a high", "trades a week")


def row(line: Line) -> tuple[str, ...]:
    """One line of the evidence."""
    sharpe = line.sharpe
    is_known = sharpe.value is not None and sharpe.low is not None and sharpe.high is not None
    return (
        line.name,
        f"{line.total_return * 100:+.2f} %",
        f"{sharpe.value:.2f}" if is_known else "–",
        f"{sharpe.low:.2f} to {sharpe.high:.2f}" if is_known else "–",
        f"{line.worst_fall * 100:.2f} %",
        f"{line.days_below:.0f} days",
        "–" if line.trades_a_week is None else f"{line.trades_a_week:.1f}",
    )
