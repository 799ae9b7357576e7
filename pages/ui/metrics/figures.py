"""The pictures of the metrics: a trend with its ranges, rates side by side, and who came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.core.interval import Interval
from engine.experiments.metrics.retention import AFTER, Cohort
from engine.market.bars import timestamp
from engine.services.review_rankings.measuring import Annotation, MetricLine
from pages.ui.lab.figures.paper import CLEAR, SMALL_SIZE, Figure, axis, note, sheet
from pages.ui.look import NOT_KNOWN, Tokens, day, number, percent
from pages.ui.metrics.units import drawn, in_range, in_unit, unit_of

TREND: Final = 260
ROW: Final = 26
AROUND: Final = 48
PERCENT: Final = 100
MOST_DATES: Final = 5
PALE: Final = {False: 0.68, True: 0.55}  # by theme, the share up to which ink stands on a cell


@dataclass(frozen=True, slots=True)
class Rate:
    """One rate with its range, named."""

    name: str
    value: Interval


def trend_chart(line: MetricLine, happened: Sequence[Annotation], colours: Tokens) -> Figure:
    """A metric week by week with its range; what happened as dotted lines that say it."""
    weeks = [each for each in line.weeks if each.value.value is not None]
    held = [each for each in weeks if each.value.is_known]
    ends = [each.end_ms for each in held]
    edge = {"color": CLEAR, "width": 0}
    area = {"type": "scatter", "mode": "lines", "x": ends, "line": edge, "hoverinfo": "skip"}
    high = {**area, "y": [drawn(line.name, each.value.high) for each in held]}
    low = {**area, "y": [drawn(line.name, each.value.low) for each in held], "fill": "tonexty",
           "fillcolor": faint(colours.up)}  # fmt: skip
    middle = {
        "type": "scatter", "mode": "lines+markers", "x": [each.end_ms for each in weeks],
        "y": [drawn(line.name, each.value.value) for each in weeks], "marker": {"size": 6, "color": colours.up},
        "line": {"color": colours.up, "width": 1.8}, "hovertemplate": "%{text}<extra></extra>",
        "text": [
            f"week to {day(timestamp(each.end_ms))}<br><b>{in_unit(line.name, each.value.value)}</b>,"
            f" {in_range(line.name, each.value)}<br>{number(each.value.n)} traders"
            for each in weeks
        ],
    }  # fmt: skip
    return {
        "data": [high, low, middle, *flags(happened, colours)],
        "layout": sheet(
            colours, TREND, margin={"l": 4, "r": 8, "t": 18, "b": 4},
            xaxis=axis(colours, type="date", showgrid=False, nticks=MOST_DATES, tickformat="%-d %b", tickangle=0),
            yaxis=axis(colours, unit_of(line.name), nticks=5, rangemode="normal"),
            yaxis2={"overlaying": "y", "range": [0, 1.04], "visible": False, "fixedrange": True},
            shapes=[
                {"type": "line", "x0": each.at_ms, "x1": each.at_ms, "yref": "paper", "y0": 0, "y1": 1,
                 "line": {"color": colours.muted, "width": 1, "dash": "dot"}}
                for each in happened
            ],
        ),
    }  # fmt: skip


def flags(happened: Sequence[Annotation], colours: Tokens) -> list[Figure]:
    """A mark on top of each line: under the pointer it says what happened."""
    if not happened:
        return []
    return [{
        "type": "scatter", "mode": "markers", "x": [each.at_ms for each in happened], "y": [1.0] * len(happened),
        "yaxis": "y2", "cliponaxis": False, "hovertemplate": "%{text}<extra></extra>",
        "text": [f"{day(timestamp(each.at_ms))}<br><b>{escaped(each.text)}</b>" for each in happened],
        "marker": {"symbol": ["circle" if each.sort == "regime" else "diamond" for each in happened], "size": 9,
                   "color": [colours.muted if each.sort == "regime" else colours.down for each in happened]},
    }]  # fmt: skip


def escaped(text: str) -> str:
    """Words of people on a chart, which takes some signs for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def faint(colour: str) -> str:
    """A colour that lets the grid through."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.15)"


def rates_chart(rates: Sequence[Rate], title: str, middle: float | None, colours: Tokens) -> Figure:
    """A row each, in percent: the range as a bar, the value as a dot; the rate of all as a dotted line."""
    held = [each for each in rates if each.value.is_known]
    rows = list(range(len(held)))[::-1]
    data = [
        {"type": "scatter", "mode": "lines", "y": [row, row], "hoverinfo": "skip", "opacity": 0.45,
         "x": [PERCENT * (each.value.low or 0.0), PERCENT * (each.value.high or 0.0)],
         "line": {"color": colours.up, "width": 5}}
        for each, row in zip(held, rows, strict=True)
    ]  # fmt: skip
    data.append({
        "type": "scatter", "mode": "markers", "x": [PERCENT * (each.value.value or 0.0) for each in held], "y": rows,
        "text": [rate_told(each) for each in held], "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 9, "color": colours.up},
    })  # fmt: skip
    line = {"color": colours.muted, "width": 1, "dash": "dot"}
    shapes = []
    if middle is not None:
        at = PERCENT * middle
        shapes = [{"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "yref": "paper", "line": line}]
    return {
        "data": data,
        "layout": sheet(
            colours, ROW * len(held) + AROUND, shapes=shapes,
            xaxis=axis(colours, title, rangemode="tozero", nticks=5),
            yaxis=axis(colours, showgrid=False, range=[-0.6, len(held) - 0.4], tickvals=rows,
                       ticktext=[each.name for each in held]),
        ),
    }  # fmt: skip


def rate_told(each: Rate) -> str:
    """A rate in words."""
    low, high = (percent(end, 1) if end is not None else NOT_KNOWN for end in (each.value.low, each.value.high))
    value = percent(each.value.value or 0.0, 1)
    return f"{each.name}<br><b>{value}</b>, {low} to {high}<br>{number(each.value.n)} traders"


def cohort_map(cohorts: Sequence[Cohort], colours: Tokens) -> Figure:
    """Of those who came first in 30 days, how many came again 30, 60 and 90 days later: darker is more."""
    shades = colours.diverging[len(colours.diverging) // 2 :]
    rows = list(range(len(cohorts)))[::-1]
    cells = [(row, place, found) for row, each in zip(rows, cohorts, strict=True)
             for place, found in enumerate(each.kept) if found.value is not None]  # fmt: skip
    z: list[list[float | None]] = [[None] * len(AFTER) for _ in cohorts]
    text = [[""] * len(AFTER) for _ in cohorts]
    for row, place, found in cells:
        z[row][place] = round(PERCENT * (found.value or 0.0), 1)
        text[row][place] = rate_told(Rate(f"{AFTER[place]} days", found))
    return {
        "data": [{
            "type": "heatmap", "z": z, "zmin": 0, "zmax": PERCENT, "xgap": 1, "ygap": 1, "showscale": False,
            "colorscale": [[place / (len(shades) - 1), each] for place, each in enumerate(shades)],
            "hoverongaps": False, "text": text, "hovertemplate": "%{text}<extra></extra>",
        }],
        "layout": sheet(
            colours, ROW * len(cohorts) + AROUND, margin={"l": 4, "r": 4, "t": 22, "b": 4},
            xaxis=axis(colours, showgrid=False, side="top", tickvals=list(range(len(AFTER))),
                       ticktext=[f"{after} days" for after in AFTER]),
            yaxis=axis(colours, showgrid=False, tickvals=rows, ticktext=[f"{begun(each)} " for each in cohorts]),
            annotations=[
                note(percent(found.value or 0.0, 0), colours, x=place, y=row, size=SMALL_SIZE,
                     color=colours.ink if (found.value or 0.0) < PALE[colours.is_dark] else colours.page)
                for row, place, found in cells
            ],
        ),
    }  # fmt: skip


def begun(cohort: Cohort) -> str:
    """A cohort by its first day and its size."""
    return f"{timestamp(cohort.begin_ms):%-d %b %y}, n {number(cohort.traders)}"
