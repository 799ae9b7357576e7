"""`sweep` on several markets at once: what works where, and what the others' choice does on a market left out."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, Final

from engine.bots.markets.elsewhere import Elsewhere, Placed, placed
from engine.bots.markets.left_out import ASSUMES
from engine.bots.markets.luck import sentence
from engine.bots.markets.several import OnMarket
from engine.bots.parameters import as_dict
from engine.bots.sweep.grid import Grid
from engine.cli.backtest import between, number, percent_text
from engine.cli.bars import stamp
from engine.cli.output import print_json, print_table, say
from engine.services.lab.several.markets import SWEEPING, SeveralRun

MOST_COLUMNS: Final = 5
NARROW: Final = ("best on", "its settings", "here", "on the others", "works on")
SHOWN: Final = 5  # of the configurations that work on the most markets


def told(run: SeveralRun, as_json: bool) -> None:
    """The answer, as JSON or for people."""
    if as_json:
        print_json(facts(run))
    else:
        describe(run)


def facts(run: SeveralRun) -> dict[str, Any]:
    """The names of `sweep` where they mean the same, then `markets` and what only several of them can tell."""
    found, seconds = run.swept, dict(run.seconds)[SWEEPING]
    working = len(found.grid) * run.bars
    return {
        "configurations": len(found.grid), "bars": run.bars, "seconds": seconds,
        "ns_per_bar_per_configuration": seconds * 1e9 / working,
        "best": {**configuration(run, found.best), "on": [asdict(placed(each, found.best)) for each in found.markets]},
        "share_profitable": sum(each.swept.share_profitable for each in found.markets) / len(found.markets),
        "markets": [market(run, each) for each in found.markets],
        "top": [configuration(run, int(each)) for each in found.order[:SHOWN]],
        "leave_one_out": {
            "in_sample_sharpe": run.left_out.in_sample, "out_of_sample_sharpe": run.left_out.out_of_sample.value,
            "interval": asdict(run.left_out.out_of_sample), "days": run.left_out.days, "assumes": ASSUMES,
            "works_on": run.left_out.works_on,
            "markets": [{**asdict(each), "parameters": as_dict(each.parameters)} for each in run.left_out.folds],
        },
        "verdict": f"{sentence(run.luck)} {run.left_out.sentence}",
        "one_market_only": [each.home.symbol for each in run.one_only],
        "objective": run.request.objective, "core": run.request.setup.core, "cash": run.request.setup.capital,
        "costs": asdict(run.request.setup.costs), "stages": {name: took for name, took in run.seconds},
    }  # fmt: skip


def configuration(run: SeveralRun, which: int) -> dict[str, Any]:
    """One configuration and on how many markets it did what."""
    found = run.swept
    return {
        "configuration": which, **found.grid.settings(which), "profitable_on": int(found.profitable[which]),
        "beats_holding_on": int(found.beating[which]), "works_on": int(found.working[which]),
        "median_rank": float(found.median_rank[which]),
    }  # fmt: skip


def market(run: SeveralRun, one: OnMarket) -> dict[str, Any]:
    """One market: its candles, and its best at home and elsewhere (null where nothing traded)."""
    source = next(each for each in run.sources if each.market.symbol == one.symbol)
    best = next((each for each in run.elsewhere if each.home.symbol == one.symbol), None)
    luck = next((each for each in run.luck if each.symbol == one.symbol), None)
    return {
        "symbol": one.symbol, "step": source.timeframe, "bars": len(one.tape), "first": stamp(source.first_ms),
        "last": stamp(source.last_ms), "candles": source.candles, "market": asdict(source.market),
        "share_profitable": one.swept.share_profitable, "best": None if best is None else at_home(run, best),
        "luck": None if luck is None else {
            "shuffles": len(luck.test.lucky), "p_value": luck.test.p_value, "interval": asdict(luck.test.interval),
            "observed": luck.test.observed, "needed": luck.test.needed(), "adjusted_p_value": luck.adjusted,
        },
    }  # fmt: skip


def at_home(run: SeveralRun, best: Elsewhere) -> dict[str, Any]:
    """The best of one market beside what that very configuration did on the others."""
    return {
        "configuration": best.number, **run.swept.grid.settings(best.number), "kind": best.kind,
        "sentence": best.sentence, "home": asdict(best.home), "others": [asdict(each) for each in best.others],
        "works_on_by_chance": best.by_chance,
    }  # fmt: skip


def describe(run: SeveralRun) -> None:
    """The market left out first, then each market's best elsewhere, as sentences and tables."""
    say(sentence(run.luck))
    say(run.left_out.sentence)
    say(ASSUMES)
    for each in run.elsewhere:
        say(each.sentence)
    grid, seconds = run.swept.grid, dict(run.seconds)[SWEEPING]
    names = [each.symbol for each in run.swept.markets]
    title = f"{len(names)} markets, {len(grid):,} configurations each in {seconds:.2f} s; Sharpe ratios a year"
    if len(names) <= MOST_COLUMNS:
        columns, rows = ("best on", "its settings", *names), [row(grid, each, names) for each in run.elsewhere]
    else:
        columns, rows = NARROW, [narrow(grid, each) for each in run.elsewhere]
    p_values = {each.symbol: f"{each.test.p_value:.2f}" for each in run.luck}
    print_table(title, (*columns, "p"), (
        (*cells, p_values[each.home.symbol]) for cells, each in zip(rows, run.elsewhere, strict=True)
    ))  # fmt: skip
    left = "Chosen on the other markets, judged on the one left out; Sharpe ratios a year"
    print_table(left, ("left out", "chosen", "on the others", "here", "95 %", "return", "rank"), (
        (each.symbol, settings(grid, each.number), number(each.in_sample), number(each.out_of_sample.value),
         between(each.out_of_sample, number), percent_text(each.total_return.value), f"{each.rank} of {each.of}")
        for each in run.left_out.folds
    ))  # fmt: skip


def row(grid: Grid, best: Elsewhere, names: Sequence[str]) -> tuple[str, ...]:
    """One market's best on every market; a star where it works."""
    there: dict[str, Placed] = {each.symbol: each for each in (best.home, *best.others)}
    cells = [f"{number(there[name].sharpe)}{' *' if there[name].works else ''}" for name in names]
    return (best.home.symbol, settings(grid, best.number), *cells)


def narrow(grid: Grid, best: Elsewhere) -> tuple[str, ...]:
    """The same where there are too many markets for a column each."""
    others = [each.sharpe or 0.0 for each in best.others]
    return (
        best.home.symbol, settings(grid, best.number), f"{number(best.home.sharpe)}{' *' if best.home.works else ''}",
        number(sum(others) / len(others)), f"{best.works_on} of {len(others)}",
    )  # fmt: skip


def settings(grid: Grid, which: int) -> str:
    """The values of the axes in words."""
    return ", ".join(f"{name} {value}" for name, value in grid.settings(which).items())
