"""The tuner chart as a plain Plotly figure: candles, band, trades, and seven days of what may come."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from pages.ui.look import FONT, Tokens, percent, price
from pages.ui.ticks import nice_ticks
from pages.ui.tuner_view import Numbers, TunerView

Figure = dict[str, Any]

MOST_BARS: Final = 500
CONFIG: Final = {"displayModeBar": False, "responsive": True}
_WHEN: Final = "%{x|%-d %b %Y, %H:%M} UTC"


@dataclass(frozen=True, slots=True)
class _Canvas:
    """What every part of the drawing needs: the view's last bars, the colours, and the price range shown."""

    view: TunerView
    tokens: Tokens
    first: int
    now_ms: float
    low: float
    high: float

    @property
    def times(self) -> list[int]:
        return [int(at) for at in self.view.time_ms[self.first :]]

    @property
    def end_ms(self) -> int:
        return int(self.view.fan.time_ms[-1] if self.view.fan else self.now_ms)

    @property
    def is_fan_narrow(self) -> bool:
        """Whether the fan takes so little of the width that words do not fit over it."""
        return self.end_ms - self.now_ms < 0.2 * (self.end_ms - self.times[0])

    def shown(self, values: Numbers) -> list[float | None]:
        return [_short(value) for value in values[self.first :]]


def tuner_figure(view: TunerView, tokens: Tokens, height: int = 524) -> Figure:
    """The figure for `st.plotly_chart(figure, theme=None, config=CONFIG)`; it validates and draws as it is."""
    canvas = _canvas(view, tokens)
    return {
        "data": [*_fan(canvas), *_saved_band(canvas), *_band(canvas), *_carried_band(canvas), _candles(canvas)]
        + [_trades(canvas, side) for side in ("buy", "sell")],
        "layout": _layout(canvas, height),
    }


def _canvas(view: TunerView, tokens: Tokens) -> _Canvas:
    first = max(0, len(view.time_ms) - MOST_BARS)
    step = view.time_ms[-1] - view.time_ms[-2]
    lines = [view.low, view.high, view.lower, view.upper, view.saved_lower or (), view.saved_upper or ()]
    seen = _known(value for line in lines for value in line[first:])
    if view.fan:
        seen += [*view.fan.low_95, *view.fan.high_95]
    room = 0.05 * (max(seen) - min(seen))
    return _Canvas(view, tokens, first, view.time_ms[-1] + step / 2, min(seen) - room, max(seen) + room)


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None and math.isfinite(value)]


def _short(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else float(f"{value:.7g}")


def _area(x: Sequence[float], low: Numbers, high: Numbers, colour: str, opacity: float) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*x, *reversed(x)],
        "y": [*map(_short, high), *reversed([*map(_short, low)])],
        "fill": "toself",
        "fillcolor": _faded(colour, opacity),
        "line": {"width": 0},
        "hoverinfo": "skip",
    }


def _line(x: Sequence[float], y: Numbers, colour: str, **line: Any) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(x),
        "y": [_short(value) for value in y],
        "line": {"color": colour, "width": 1.1, **line},
        "hoverinfo": "skip",
    }


def _faded(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _fan(canvas: _Canvas) -> list[Figure]:
    fan, last, tokens = canvas.view.fan, canvas.view.close[-1], canvas.tokens
    if fan is None:
        return []
    x = [canvas.now_ms, *fan.time_ms]
    ranges = ((fan.low_95, fan.high_95), (fan.low_80, fan.high_80), (fan.low_50, fan.high_50))
    median = _line(x, [last, *fan.median], tokens.fan, width=1.6)
    del median["hoverinfo"]
    median["hovertemplate"] = f"{_WHEN}<br>median %{{y:,}}<br>%{{text}}<extra></extra>"
    median["text"] = [""] + [
        f"80 % {price(low)} to {price(high)}" for low, high in zip(fan.low_80, fan.high_80, strict=True)
    ]
    areas = [
        _area(x, [last, *low], [last, *high], tokens.fan, opacity)
        for (low, high), opacity in zip(ranges, tokens.fan_opacity, strict=True)
    ]
    return [*areas, median]


def _band(canvas: _Canvas) -> list[Figure]:
    view, colour = canvas.view, canvas.tokens.band
    lower, mean, upper = (canvas.shown(line) for line in (view.lower, view.mean, view.upper))
    known = [at for at, value in enumerate(lower) if value is not None]
    if not known:
        return []
    x, start = canvas.times, known[0]
    return [
        _area(x[start:], lower[start:], upper[start:], colour, 0.09),
        _line(x, mean, _faded(colour, 0.6), width=0.8),
        _line(x, lower, colour),
        _line(x, upper, colour),
    ]


def _saved_band(canvas: _Canvas) -> list[Figure]:
    edges = (canvas.view.saved_lower, canvas.view.saved_upper)
    colour = _faded(canvas.tokens.band, 0.6)
    return [_line(canvas.times, canvas.shown(edge), colour, dash="5px,3px") for edge in edges if edge is not None]


def _carried_band(canvas: _Canvas) -> list[Figure]:
    x = [canvas.times[-1], canvas.end_ms]
    edges = (canvas.view.lower[-1], canvas.view.upper[-1])
    return [_line(x, [edge, edge], canvas.tokens.band, width=1.6, dash="2px,3.5px") for edge in _known(edges)]


def _candles(canvas: _Canvas) -> Figure:
    view, tokens = canvas.view, canvas.tokens
    return {
        "type": "candlestick",
        "x": canvas.times,
        "open": canvas.shown(view.open),
        "high": canvas.shown(view.high),
        "low": canvas.shown(view.low),
        "close": canvas.shown(view.close),
        "increasing": {"line": {"color": tokens.up, "width": 1}, "fillcolor": tokens.page},
        "decreasing": {"line": {"color": tokens.down, "width": 1}, "fillcolor": tokens.down},
        "whiskerwidth": 0,
        "name": "",
        "hovertemplate": f"{_WHEN}<br>open %{{open:,}}, close %{{close:,}}<br>low %{{low:,}}, high %{{high:,}}",
    }


def _trades(canvas: _Canvas, side: Literal["buy", "sell"]) -> Figure:
    """Triangles under the low of a buy's bar, over the high of a sell's; the price itself is in the hover."""
    view, tokens, is_buy = canvas.view, canvas.tokens, side == "buy"
    trades = [trade for trade in view.trades if trade.side == side and trade.time_ms >= canvas.times[0]]
    gap = 0.018 * (canvas.high - canvas.low) * (-1 if is_buy else 1)
    edges = dict(zip(view.time_ms, view.low if is_buy else view.high, strict=True))
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [trade.time_ms for trade in trades],
        "y": [_short(edges.get(trade.time_ms, trade.price) + gap) for trade in trades],
        "text": [f"{side} at {price(trade.price)}<br>{_unmarked(trade.text)}" for trade in trades],
        "marker": {
            "symbol": "triangle-up" if is_buy else "triangle-down",
            "size": 10,
            "color": tokens.up if is_buy else tokens.down,
            "line": {"color": tokens.page, "width": 1},
        },
        "hovertemplate": f"{_WHEN}<br>%{{text}}<extra></extra>",
    }


def _unmarked(text: str) -> str:
    """Plotly reads a few HTML tags in labels: foreign text must not bring any."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _layout(canvas: _Canvas, height: int) -> Figure:
    tokens = canvas.tokens
    last = price(canvas.view.close[-1])
    ticks = [tick for tick in nice_ticks(canvas.low, canvas.high) if not _is_covered(tick, canvas)]
    axis = {"zeroline": False, "fixedrange": True, "ticks": "", "tickfont": {"size": 11, "color": tokens.muted}}
    hover = {"bgcolor": tokens.page, "bordercolor": tokens.line, "align": "left"}
    return {
        "template": {},
        "height": height,
        "margin": {"l": 2, "r": 12 + 7 * len(last), "t": 4, "b": 24},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 12, "color": tokens.ink},
        "separators": ".,",
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {**hover, "font": {"family": FONT, "size": 12, "color": tokens.ink}},
        "uirevision": "tuner",
        "xaxis": {
            **axis,
            "type": "date",
            "range": [canvas.times[0] - (canvas.now_ms - canvas.times[-1]), canvas.end_ms],
            "showgrid": False,
            "tickformat": "%-d %b",
            "rangeslider": {"visible": False},
        },
        "yaxis": {
            **axis,
            "side": "right",
            "ticklabelstandoff": 5,
            "range": [canvas.low, canvas.high],
            "gridcolor": tokens.grid,
            "tickvals": ticks,
            "ticktext": [price(tick) for tick in ticks],
        },
        "shapes": [_now_line(canvas)],
        "annotations": [_future(canvas), _last_price(canvas, last), *_pills(canvas)],
    }


def _is_covered(tick: float, canvas: _Canvas) -> bool:
    """Whether the tag of the last price lies over this label."""
    return abs(tick - canvas.view.close[-1]) < 0.033 * (canvas.high - canvas.low)


def _now_line(canvas: _Canvas) -> Figure:
    line = {"color": canvas.tokens.muted, "width": 1, "dash": "1px,3px"}
    return {"type": "line", "x0": canvas.now_ms, "x1": canvas.now_ms, "yref": "paper", "y0": 0, "y1": 1, "line": line}


def _future(canvas: _Canvas) -> Figure:
    return {
        "x": canvas.now_ms,
        "y": 1,
        "yref": "paper",
        "xanchor": "right" if canvas.is_fan_narrow else "left",
        "yanchor": "top",
        "xshift": -4 if canvas.is_fan_narrow else 4,
        "text": canvas.view.future if canvas.view.fan else "",
        "showarrow": False,
        "font": {"size": 11, "color": canvas.tokens.muted},
    }


def _last_price(canvas: _Canvas, text: str) -> Figure:
    return {
        "x": 1,
        "xref": "paper",
        "y": canvas.view.close[-1],
        "xanchor": "left",
        "text": f"<b>{text}</b>",
        "showarrow": False,
        "bgcolor": canvas.tokens.ink,
        "borderpad": 3,
        "xshift": 4,
        "font": {"size": 11, "color": canvas.tokens.page},
    }


def _pills(canvas: _Canvas) -> list[Figure]:
    view = canvas.view
    edges = (("upper", view.upper[-1], view.touch_upper), ("lower", view.lower[-1], view.touch_lower))
    return [
        {
            "x": canvas.end_ms,
            "y": edge,
            "xanchor": "right",
            "yanchor": "bottom" if name == "upper" else "top",
            "xshift": -5,
            "yshift": 3 if name == "upper" else -3,
            "text": f"<b>{name}<br>{percent(chance, 0)}</b>"
            if canvas.is_fan_narrow
            else f"<b>touches {name}<br>edge {percent(chance, 0)}</b>",
            "showarrow": False,
            "align": "center",
            "bgcolor": canvas.tokens.page,
            "bordercolor": canvas.tokens.band,
            "borderwidth": 1,
            "borderpad": 3,
            "font": {"size": 11, "color": canvas.tokens.ink},
        }
        for name, edge, chance in edges
        if edge is not None and math.isfinite(edge) and math.isfinite(chance)
    ]
