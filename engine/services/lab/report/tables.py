"""The report's tables: the best beside the bot, the first configurations, folds, circumstances, settings, sources."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from engine.bots.luck.telling.wording import percent, percents, plain, plains, ratio, ratios
from engine.bots.luck.walk_forward import WalkForward
from engine.bots.parameters import KNOBS
from engine.bots.performance import Performance
from engine.core.interval import Interval
from engine.market.bars import timestamp
from engine.services.lab.found import Judged, LabRun
from engine.services.lab.report.markup import Markup, Part, joined, tag

FIRST: Final = 20


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[Part]], kind: str = "") -> Markup:
    """A table with a caption; the first cell of a row names it."""
    top = tag("thead", tag("tr", *(tag("th", each, scope="col") for each in head)))
    body = [tag("tr", tag("th", row[0], scope="row"), *(tag("td", each) for each in row[1:])) for row in rows]
    whole = tag("table", tag("caption", caption), top, tag("tbody", *body), class_=kind or None)
    return tag("div", whole, class_="wide", role="region", aria_label=caption, tabindex="0")


def judged(run: LabRun) -> Markup:
    """The best of the past and the bot, on both parts, every number with its range."""
    columns = [each for each in _columns(run.best, "best of the past") + _columns(run.bot, "your bot")]
    rows: list[tuple[str, list[Part]]] = [
        ("Return after costs", [_ranged(percents(told.total_return)) for _, told in columns]),
        ("Sharpe ratio a year", [_ranged(ratios(told.sharpe)) for _, told in columns]),
        ("Deepest fall", [_ranged(plains(told.max_drawdown)) for _, told in columns]),
        ("Trades", [f"{told.trades:,}" for _, told in columns]),
        ("Trades a week", [_ranged(_rate(told.trades_per_week)) for _, told in columns]),
        ("Won", [_ranged(plains(told.win_rate)) for _, told in columns]),
        ("Time in the market", [plain(told.exposure) for _, told in columns]),
        (f"Fees, {run.sources.market.quote}", [f"{told.fees:,.2f}" for _, told in columns]),
    ]
    head = ["", *(name for name, _ in columns)]
    return table("With 95 % ranges where they can be told", head, ([name, *cells] for name, cells in rows), "ranges")


def _ranged(told: str) -> Markup:
    """A number with its range on a line of its own."""
    value, found, rest = told.partition(" (95 %: ")
    return joined(value, tag("small", rest.removesuffix(")")) if found else None)


def _columns(each: Judged, name: str) -> list[tuple[str, Performance]]:
    held = [] if each.held is None else [(f"{name}, held back", each.held)]
    return [(f"{name}, past" if held else name, each.past), *held]


def _rate(found: Interval) -> str:
    if found.value is None:
        return "undefined"
    known = found.low is not None and found.high is not None
    return f"{found.value:.1f} (95 %: {found.low:.1f} to {found.high:.1f})" if known else f"{found.value:.1f}"


def first_configurations(run: LabRun) -> Markup:
    """The best on the past, one line each; what became of them is the lesson."""
    values = np.where(run.past.metrics.trades > 0, run.past.objective(run.request.objective), np.nan)
    order = np.argsort(-np.where(np.isfinite(values), values, -np.inf), kind="stable")
    order = order[np.isfinite(values[order])][:FIRST]
    names = [KNOBS[axis.name].label for axis in run.grid.axes]
    head = ["", *names, "past return", "past Sharpe", "deepest fall", "trades"]
    head += ["held-back return", "held-back Sharpe"] if run.held is not None else []
    rows = []
    for place, number in enumerate(order.tolist(), 1):
        found = run.past.metrics
        chosen = [KNOBS[name].text(value) for name, value in run.grid.settings(number).items()]
        row = [f"{place}", *chosen, percent(float(found.total_return[number])), _ratio(float(found.sharpe[number])),
               plain(float(found.max_drawdown[number])), f"{found.trades[number]:,}"]  # fmt: skip
        if run.held is not None:
            there = run.held.metrics
            row += [percent(float(there.total_return[number])), _ratio(float(there.sharpe[number]))]
        rows.append(row)
    return table(f"The first {len(rows)} of {run.trials:,} configurations by what they made on the past", head, rows)


def _ratio(value: float) -> str:
    return ratio(value) if np.isfinite(value) else "undefined"


def folds(run: LabRun, walk: WalkForward) -> Markup:
    """Every stretch that judged."""
    rows = []
    for fold in walk.folds:
        chosen = "nothing" if fold.chosen is None else ", ".join(
            KNOBS[name].text(value) for name, value in run.grid.settings(fold.chosen).items()
        )  # fmt: skip
        rows.append([
            f"{timestamp(fold.first_ms):%Y-%m-%d} to {timestamp(fold.last_ms):%Y-%m-%d}", chosen,
            "–" if fold.in_sample_sharpe is None else ratio(fold.in_sample_sharpe),
            "–" if fold.out_of_sample_sharpe is None else ratio(fold.out_of_sample_sharpe),
            percent(fold.out_of_sample_return),
        ])  # fmt: skip
    names = ", ".join(KNOBS[axis.name].label for axis in run.grid.axes)
    head = [
        "judged on",
        f"chosen before ({names})",
        "Sharpe where chosen",
        "Sharpe where judged",
        "return where judged",
    ]
    return table("Choosing on all days before, judging on the stretch", head, rows)


def circumstances(run: LabRun) -> Markup:
    """The same setting where something else is otherwise."""
    rows = [[each.name, percent(each.total_return), f"{each.trades:,}"] for each in run.evidence.variants]
    return table("The best of the past in other circumstances", ["", "past return", "trades"], rows)


def settings(run: LabRun) -> Markup:
    """All settings of the best beside the bot's; those that differ are marked."""
    rows: list[list[Part]] = []
    tried = {axis.name: len(axis.values) for axis in run.grid.axes}
    for name, knob in KNOBS.items():
        ours, theirs = getattr(run.best.parameters, name), getattr(run.bot.parameters, name)
        mine = knob.text(ours)
        rows.append([
            knob.label, tag("strong", mine) if ours != theirs else mine, knob.text(theirs), knob.unit,
            f"{tried[name]:,} values tried" if name in tried else "",
        ])  # fmt: skip
    return table("All settings; bold where they differ", ["", "best of the past", "your bot", "unit", ""], rows)


def sources(run: LabRun, key: str) -> Markup:
    """What the run rests on."""
    made, request, market = run.sources, run.request, run.sources.market
    span = f"{_moment(made.first_ms)} to {_moment(made.last_ms)} UTC"
    counts = "return" if request.objective == "total_return" else "Sharpe ratio"
    rows: list[Sequence[Part]] = [
        ("Market", f"{request.symbol}, {market.kind}, in {market.quote}{', simulated' if market.simulated else ''}"),
        ("Candles", f"{made.bars:,} of {made.timeframe}, {span}, from {made.source}"),
        ("Held back", f"from {_moment(made.split_ms)} UTC" if run.held else "nothing"),
        ("Capital and costs", _costs(run)),
        ("Rules", "the core rules alone" if request.setup.core else "all settings act"),
        (
            "Luck",
            f"{request.shuffles:,} markets of each of two kinds, seed {request.seed}; highest {counts} counts",
        ),
        ("Digest of the candles", tag("code", made.candles)),
        ("Digest of the engine's rules", tag("code", made.code)),
        ("Versions", ", ".join(f"{name} {version}" for name, version in made.versions)),
        ("Made", f"{_moment(made.at_ms)} UTC"),
        *([("Run", tag("code", key))] if key else []),
    ]
    return table("With the same candles, rules and request a run comes out the same", ["", ""], rows, "pairs")


def _costs(run: LabRun) -> str:
    setup, costs, market = run.request.setup, run.request.setup.costs, run.sources.market
    fees = f"{costs.maker_fee * 100:g} % maker, {costs.taker_fee * 100:g} % taker, {costs.slippage_bps:g} bp slippage"
    paid = f", funding {market.funding_rate * 100:g} % every 8 hours" if market.kind == "perpetual" else ""
    return f"{setup.capital:,.2f} {market.quote}; {fees}{paid}"


def _moment(ms: int) -> str:
    return f"{timestamp(ms):%Y-%m-%d %H:%M}"
