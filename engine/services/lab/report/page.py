"""The report of a run: one HTML file that needs nothing else and holds no script, light, dark or printed."""

from typing import Final

from engine.bots.parameters import KNOBS
from engine.forecast.evaluate import TrackRecord
from engine.market.bars import timestamp
from engine.services.lab.command import command_of
from engine.services.lab.found import Ahead, LabRun
from engine.services.lab.report import charts, maps, tables
from engine.services.lab.report.colours import variables
from engine.services.lab.report.markup import Markup, Part, joined, tag

GUARD: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
GOOD: Final = "edge"
RULES: Final = """
*{box-sizing:border-box}
body{margin:0 auto;max-width:1060px;padding:24px 20px 48px;background:var(--page);color:var(--ink);
 font:14px/1.5 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
 font-variant-numeric:tabular-nums}
h1{font-size:22px;margin:0}h2{font-size:16px;margin:28px 0 8px}h3{font-size:14px;margin:0 0 2px}
p{margin:4px 0}.quiet,caption,figcaption{color:var(--quiet);font-size:12.5px}
header{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin-bottom:12px}
.chip{border-radius:6px;padding:2px 8px;font-size:13px;background:var(--raised);color:var(--quiet)}
.chip.good{background:var(--good-back);color:var(--good-text)}.chip.bad{background:var(--bad-back);color:var(--bad-text)}
.verdict{border:1px solid var(--line);border-radius:6px;padding:12px 16px}
.verdict .headline{font-weight:650;font-size:16px}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr));gap:16px}
figure{margin:0;border:1px solid var(--line);border-radius:6px;padding:12px 14px;break-inside:avoid}
svg{display:block;width:100%;height:auto;margin-top:6px}
svg text{fill:var(--quiet);font-size:11.5px}svg .axis{font-size:12px}svg .told{fill:var(--ink);font-weight:600}
.grid{stroke:var(--grid)}.zero{stroke:var(--quiet);stroke-opacity:.7}.mark{stroke:var(--ink);stroke-width:2}
.wire{stroke:var(--line);stroke-width:2}.held{fill:var(--raised)}
.wide{overflow-x:auto;margin-top:14px;break-inside:avoid-page}
table{border-collapse:collapse;width:100%}caption{text-align:left;padding-bottom:4px}
th,td{padding:4px 10px 4px 0;border-bottom:1px solid var(--line);text-align:right;vertical-align:top;font-weight:400}
thead th{color:var(--quiet);font-size:12.5px}tbody th,.pairs td,th:first-child{text-align:left}
tbody th{white-space:nowrap}small{display:block;color:var(--quiet);font-size:12px}.ranges td{white-space:nowrap}
.pairs td{overflow-wrap:anywhere}
pre{background:var(--raised);border-radius:6px;padding:10px 12px;white-space:pre-wrap;
 overflow-wrap:anywhere;margin:6px 0}
ul{margin:4px 0;padding-left:20px}li{margin:3px 0;overflow-wrap:anywhere}h1,.headline,.chip{overflow-wrap:anywhere}
@media print{body{max-width:none;padding:0;font-size:11px}.two{grid-template-columns:1fr 1fr}h2{break-after:avoid}
 tr{break-inside:avoid}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""


def to_html(run: LabRun, label: str = "", key: str = "") -> bytes:
    """The whole report; `label` is the owner's name for the run and `key` its key, where it is kept."""
    title = f"{run.request.symbol} {run.sources.timeframe}: {run.verdict.badge}"
    head = tag(
        "head", tag("meta", charset="utf-8"), tag("meta", http_equiv="Content-Security-Policy", content=GUARD),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"), tag("meta", name="referrer", content="no-referrer"),
        tag("title", title), tag("style", Markup(style())),
    )  # fmt: skip
    body = tag("body", tag("main", *_body(run, label, key)))
    return joined(Markup("<!DOCTYPE html>\n"), tag("html", head, body, lang="en")).encode()


def style() -> str:
    """Both themes and every rule."""
    return (
        f":root{{color-scheme:light dark;{variables(dark=False)}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{variables(dark=True)}}}}}{RULES}"
    )


def _body(run: LabRun, label: str, key: str) -> list[Part]:
    proof = run.evidence
    parts: list[Part] = [
        *_verdict(run, label), tag("h2", "What each configuration made after costs"), _maps(run),
        tag("h2", "Is it luck?"), _asked(run), tag("h2", "The best of the past, beside your bot"), _courses(run),
        tables.judged(run), tag("h2", "Why"), _listed(run.verdict.reasons),
        tag("h2", "What would change the answer"), _listed(run.verdict.what_would_change),
        tag("h2", "The numbers behind it"), tables.first_configurations(run),
        None if proof.walk is None else tables.folds(run, proof.walk), tables.circumstances(run), tables.settings(run),
        tag("h2", "How to make it again"), tables.sources(run, key), tag("p", "In the project's folder:"),
        tag("pre", command_of(run)),
        tag("p", "Past prices say what would have been. They promise nothing.", class_="quiet"),
    ]  # fmt: skip
    return parts


def _verdict(run: LabRun, label: str) -> list[Markup]:
    tone = "good" if run.verdict.kind == GOOD else "bad"
    simulated = tag("span", "Simulated market", class_="chip") if run.sources.market.simulated else None
    span = f"{timestamp(run.sources.first_ms):%Y-%m-%d} to {timestamp(run.sources.last_ms):%Y-%m-%d}"
    return [
        tag("header", tag("h1", label or f"{run.request.symbol} {run.sources.timeframe}"), simulated,
            tag("span", f"{run.request.symbol} {run.sources.timeframe}, {span}" if label else span, class_="quiet")),
        tag("section", tag("span", run.verdict.badge, class_=f"chip {tone}"),
            tag("p", run.verdict.headline, class_="headline"), tag("p", run.verdict.second_line, class_="quiet"),
            class_="verdict"),
    ]  # fmt: skip


def _maps(run: LabRun) -> Markup:
    objective, grid = run.request.objective, run.grid
    both = [run.past, *([] if run.held is None else [run.held])]
    limit = maps.limit_of(tuple(each.objective(objective) for each in both))
    shown = maps.map_of(grid, run.evidence.best, grid.nearest(run.request.base))
    unit = "Return, %" if objective == "total_return" else "Sharpe ratio a year"
    figures = [
        figure(name, f"{unit}; ☆ best of the past, ○ your bot or its nearest",
               maps.heat_map(shown, each, objective, limit, f"{unit} of each configuration, {name.lower()}."))
        for name, each in zip(("On the past", "Held back"), both, strict=False)
    ]  # fmt: skip
    rest = {name: value for name, value in list(grid.settings(run.evidence.best).items())[2:]}
    notes = [
        f"{KNOBS[name].label} is {KNOBS[name].text(value)} here, as the best has it." for name, value in rest.items()
    ]
    notes += [f"Of each side {maps.MOST} values are shown evenly; the table holds all."] if shown.is_sampled else []
    return joined(tag("div", *figures, class_="two"), *(tag("p", note, class_="quiet") for note in notes))


def _asked(run: LabRun) -> Markup:
    luck, walk = run.evidence.luck, run.evidence.walk
    told = f"{luck.hits} of {len(luck.lucky)} lucky bests reach it"
    figures = [figure(f"Best of {run.trials:,} under luck", told, charts.luck_chart(luck))]
    if walk is not None:
        figures.append(figure("Chosen on the past, judged on what followed",
                              f"ring: where it was chosen; dot: where it was judged, {walk.good_folds} of"
                              f" {len(walk.folds)} stretches gained", charts.walk_chart(walk)))  # fmt: skip
    return tag("div", *figures, class_="two")


def _courses(run: LabRun) -> Markup:
    capital = run.request.setup.capital
    figures = [figure("Equity and falls", "blue: best of the past; gray: your bot",
                      charts.equity_chart(run.curves, capital, run.sources.split_ms))]  # fmt: skip
    if run.ahead is not None:
        made = run.ahead.outlook
        told = f"50, 80 and 95 of 100{_skill(made.record)}{_touched(run.ahead)}"
        figures.append(figure("The week after", told, charts.fan_chart(run.ahead, run.curves)))
    return tag("div", *figures, class_="two")


def _touched(ahead: Ahead) -> str:
    """How likely the price is to meet the best's last band."""
    if ahead.touch is None:
        return ""
    low, high = round(ahead.touch.lower * 100), round(ahead.touch.upper * 100)
    return f"; dotted: the best's last band, its lower edge touched in {low} of 100, its upper in {high}"


def _skill(known: TrackRecord | None) -> str:
    """What such forecasts were worth when replayed on this market."""
    if known is None:
        return ""
    error = f"{known.skill:.1f} ± {1.96 * known.skill_error:.1f} %".replace("-", "−")
    return f"; replayed, {error} better than a random walk over {known.origins} weeks"


def figure(title: str, caption: str, drawing: Markup) -> Markup:
    """A chart with what it shows and its units."""
    return tag("figure", tag("h3", title), tag("figcaption", caption), drawing)


def _listed(sentences: tuple[str, ...]) -> Markup:
    return tag("ul", *(tag("li", each) for each in sentences))
