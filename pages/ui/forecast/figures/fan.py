"""The picture of the week ahead: candles, band, the 50, 80 and 95 % ranges, prices that matter, others' words."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from pages.ui.lab.figures.paper import CLEAR, SMALL_SIZE, Figure, axis, note, sheet
from pages.ui.look import Tokens, percent, price
from pages.ui.tuner.live_view import Fan

HEIGHT: Final = 400
APART: Final = 0.055  # of the height: pills nearer than this would cover each other
FAN_SIDES: Final = (("low_95", "high_95"), ("low_80", "high_80"), ("low_50", "high_50"))


@dataclass(frozen=True, slots=True)
class Past:
    """Candles and the band's three lines, oldest first, times in ms at which each candle closed."""

    time_ms: Sequence[int]
    open: Sequence[float]
    high: Sequence[float]
    low: Sequence[float]
    close: Sequence[float]
    lower: Sequence[float | None]
    mean: Sequence[float | None]
    upper: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Pill:
    """A price in the week ahead, how it is called for short, and the chance (0 to 1) that it is touched."""

    name: str
    price: float
    chance: float
    is_edge: bool


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else's forecast: its cutoff and the moments of its days in ms, its median, its 80 % range, 8 of each."""

    name: str
    time_ms: Sequence[int]
    median: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]


@dataclass(frozen=True, slots=True)
class Week:
    """Everything that the picture shows; `told` is what stands under the pointer at each of the seven days."""

    past: Past
    fan: Fan
    days_ms: Sequence[int]
    told: Sequence[str]
    pills: tuple[Pill, ...]
    others: tuple[Other, ...]


def fan_chart(week: Week, colours: Tokens) -> Figure:
    """Candles left of the last close, the fan right of it, on one scale of time and price."""
    start, end = week.past.time_ms[0], week.fan.time_ms[-1]
    now, last = week.past.time_ms[-1], week.fan.median[0]
    low, high = reach(week)
    shown = shown_pills(week.pills, low, high)
    tag = note(f"<b>{price(last)}</b>", colours, x=1, xref="paper", y=last, xanchor="left", xshift=3,
               size=SMALL_SIZE, color=colours.page, bgcolor=colours.ink, borderpad=3)  # fmt: skip
    return {
        "data": [
            *band_lines(week.past, colours), candles(week.past, colours), *ranges(week, colours),
            *[part for each, shade in zip(week.others, hues(colours), strict=False) for part in other(each, shade)],
        ],
        "layout": sheet(
            colours, HEIGHT, margin={"l": 4, "r": 62, "t": 22, "b": 4},
            xaxis=axis(
                colours, type="date", range=[start, end], showgrid=False, nticks=8, tickformat="%-d %b",
                rangeslider={"visible": False},
            ),
            yaxis=axis(colours, side="right", range=[low, high], tickformat=",~r", nticks=7),
            shapes=[
                line(now, now, low, high, colours.muted, "dot"),
                *[line(now, end, each.price, each.price, hue(each, colours), "dot") for each in week.pills],
            ],
            annotations=[
                note("last close", colours, x=now, y=1, yref="paper", yshift=15, size=SMALL_SIZE, color=colours.muted),
                tag, *[pill(each, end, colours) for each in shown],
                *[
                    note(escape(each.name), colours, x=each.time_ms[4], y=each.median[4], xanchor="center",
                         yshift=10, size=SMALL_SIZE, color=shade)
                    for each, shade in zip(week.others, hues(colours), strict=False)
                ],
            ],
        ),
    }  # fmt: skip


def reach(week: Week) -> tuple[float, float]:
    """The lowest and the highest price that is drawn, with a little room; a fan is never clipped."""
    lows, highs = [*week.past.low, *week.fan.low_95], [*week.past.high, *week.fan.high_95]
    lows += known(week.past.lower) + [low for each in week.others for low in each.low]
    highs += known(week.past.upper) + [high for each in week.others for high in each.high]
    room = 0.04 * (max(highs) - min(lows))
    return min(lows) - room, max(highs) + room


def known(values: Sequence[float | None]) -> list[float]:
    """Those that there are: a band has none where its window spans a gap."""
    return [each for each in values if each is not None]


def candles(past: Past, colours: Tokens) -> Figure:
    """Up hollow, down filled; told under the pointer."""
    return {
        "type": "candlestick", "x": list(past.time_ms), "open": list(past.open), "high": list(past.high),
        "low": list(past.low), "close": list(past.close), "whiskerwidth": 0,
        "increasing": {"line": {"color": colours.up, "width": 1.1}, "fillcolor": colours.page},
        "decreasing": {"line": {"color": colours.down, "width": 1.1}, "fillcolor": colours.down},
    }  # fmt: skip


def band_lines(past: Past, colours: Tokens) -> list[Figure]:
    """The band under the candles: both edges with a pale filling, and the mean."""
    line_of = {"color": colours.band, "width": 1.1}
    plain = {"type": "scatter", "mode": "lines", "x": list(past.time_ms), "hoverinfo": "skip"}
    return [
        {**plain, "y": list(past.lower), "line": line_of},
        {**plain, "y": list(past.upper), "line": line_of, "fill": "tonexty", "fillcolor": faded(colours.band, 0.09)},
        {**plain, "y": list(past.mean), "line": {"color": colours.band, "width": 0.7}},
    ]  # fmt: skip


def ranges(week: Week, colours: Tokens) -> list[Figure]:
    """The three ranges laid over each other, widest first, the flat median, and what the pointer is told."""
    fan, drawn = week.fan, []
    first = [week.past.time_ms[-1]]
    for (low, high), opacity in zip(FAN_SIDES, colours.fan_opacity, strict=True):
        edges = [*fan.median[:1], *getattr(fan, low)], [*fan.median[:1], *getattr(fan, high)]
        times = [*first, *fan.time_ms]
        drawn.append({
            "type": "scatter", "mode": "lines", "x": times + times[::-1], "y": edges[0] + edges[1][::-1],
            "fill": "toself", "fillcolor": faded(colours.fan, opacity), "line": {"width": 0, "color": CLEAR},
            "hoverinfo": "skip",
        })  # fmt: skip
    median = {"color": colours.fan, "width": 1.6}
    plain = {"type": "scatter", "y": [fan.median[0]] * 7}
    return [
        *drawn,
        {"type": "scatter", "mode": "lines", "x": [*first, fan.time_ms[-1]], "y": [fan.median[0]] * 2,
         "line": median, "hoverinfo": "skip"},
        {**plain, "mode": "markers", "x": list(week.days_ms), "text": list(week.told),
         "hovertemplate": "%{text}<extra></extra>", "marker": {"size": 7, "color": colours.fan}},
    ]  # fmt: skip


def other(each: Other, shade: str) -> list[Figure]:
    """Somebody else's forecast: a firm median, and the 80 % range as two broken lines; never filled as ours."""
    times = list(each.time_ms)
    plain = {"type": "scatter", "x": times, "hovertemplate": f"{escape(each.name)}: %{{y:,}}<extra></extra>"}
    broken = {"color": shade, "width": 1.3, "dash": "dash"}
    return [
        {**plain, "mode": "lines", "y": list(each.low), "line": broken},
        {**plain, "mode": "lines", "y": list(each.high), "line": broken},
        {**plain, "mode": "lines+markers", "y": list(each.median), "line": {"color": shade, "width": 1.6},
         "marker": {"size": 5, "color": shade}},
    ]  # fmt: skip


def shown_pills(pills: tuple[Pill, ...], low: float, high: float) -> tuple[Pill, ...]:
    """Those that lie in the picture and stand on no other, the band's edges first; the list beside it has them all."""
    room, taken = APART * (high - low), list[Pill]()
    for each in sorted(pills, key=lambda one: not one.is_edge):
        if low < each.price < high and all(abs(each.price - one.price) >= room for one in taken):
            taken.append(each)
    return tuple(taken)


def pill(each: Pill, end: int, colours: Tokens) -> Figure:
    """A small tag at the end of the week, at its price."""
    return note(
        f"{each.name} <b>{percent(each.chance, 0)}</b>", colours, x=end, y=each.price, xanchor="right", xshift=-3,
        size=SMALL_SIZE, bgcolor=colours.page, bordercolor=colours.line, borderwidth=1, borderpad=2,
    )  # fmt: skip


def line(x0: int, x1: int, y0: float, y1: float, colour: str, dash: str) -> Figure:
    """A line on the picture."""
    return {
        "type": "line",
        "x0": x0,
        "x1": x1,
        "y0": y0,
        "y1": y1,
        "line": {"color": colour, "width": 1.1, "dash": dash},
    }


def hue(each: Pill, colours: Tokens) -> str:
    """The band's own gray for its edges, the colour of warning for stops and targets."""
    return colours.band if each.is_edge else colours.down


def hues(colours: Tokens) -> tuple[str, ...]:
    """The colours of others' forecasts, apart from ours, the band's and the candles'."""
    return colours.score_parts[3], colours.ink, colours.muted


def faded(colour: str, opacity: float) -> str:
    """A colour that lets through what lies under it."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"
