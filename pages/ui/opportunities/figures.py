"""The charts of one opportunity as plain dicts for Plotly: its profit over prices, the history of its volatility."""

import numpy as np

from engine.options.features.iv_history import IvHistory
from engine.options.opportunity import Opportunity
from engine.options.strategies.sensitivity import Curves
from pages.ui.lab.figures.paper import Figure, Floats, axis, few_ticks, listed, note, sheet
from pages.ui.look import Tokens, money, number, price
from pages.ui.opportunities.wording import strike

HEIGHT = 300


def payoff_chart(one: Opportunity, found: Curves, colours: Tokens) -> Figure:
    """Profit of one contract at expiry (filled), now, and a third and two thirds of the way."""
    x, ends = listed(found.price, 4), found.at_expiry
    gain, loss = (np.where(each, ends, 0.0) for each in (ends > 0, ends < 0))
    fills = [
        {"type": "scatter", "x": x, "y": listed(part, 2), "mode": "lines", "line": {"width": 0}, "fill": "tozeroy",
         "fillcolor": faint(colour), "hoverinfo": "skip"}
        for part, colour in ((gain, colours.up), (loss, colours.down))
    ]  # fmt: skip
    between = [
        {"type": "scatter", "x": x, "y": listed(values, 2), "mode": "lines", "hoverinfo": "skip",
         "line": {"width": 1, "color": colours.fan, "dash": "dot"}}
        for _, values in found.between
    ]  # fmt: skip
    lines = [
        _line(found.price, values, name, {"width": width, "color": colour})
        for name, values, colour, width in (("now", found.now, colours.fan, 1.6), ("at expiry", ends, colours.ink, 2.0))
    ]
    seen = np.concatenate([ends, found.now])
    low, high = float(seen.min()), float(seen.max())
    layout = sheet(
        colours, HEIGHT,
        xaxis=axis(colours, "price of the underlying", range=[found.price[0], found.price[-1]]),
        yaxis=axis(colours, **few_ticks(low, high)),
        margin={"l": 4, "r": 4, "t": 22, "b": 4},
        shapes=[
            _upright(one["spot"], colours.muted, "dot"), *(_upright(at, colours.line, "solid") for at in edges(one))
        ],
        annotations=[
            note(f"now {strike(one['spot'])}", colours, x=one["spot"], y=1, yref="paper", yanchor="bottom",
                 color=colours.muted),
            *(note(strike(at), colours, x=at, y=0, yref="paper", yanchor="bottom", xanchor="left", size=11,
                   color=colours.muted) for at in edges(one)),
        ],
    )  # fmt: skip
    return {"data": [*fills, *between, *lines], "layout": layout}


def _line(prices: Floats, values: Floats, name: str, line: Figure) -> Figure:
    told = [[price(at), money(value)] for at, value in zip(prices, values, strict=True)]
    return {
        "type": "scatter", "x": listed(prices, 4), "y": listed(values, 2), "mode": "lines", "name": name, "line": line,
        "customdata": told, "hovertemplate": f"{name}, at %{{customdata[0]}}: %{{customdata[1]}}<extra></extra>",
    }  # fmt: skip


def edges(one: Opportunity) -> list[float]:
    """The breakevens that there are."""
    return [each for each in (one["breakeven_low"], one["breakeven_high"]) if np.isfinite(each)]


def faint(colour: str) -> str:
    """The same colour, mostly clear."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.16)"


def _upright(x: float, colour: str, dash: str) -> Figure:
    return {
        "type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper",
        "line": {"width": 1, "color": colour, "dash": dash},
    }  # fmt: skip


def volatility_chart(history: IvHistory, colours: Tokens, sessions: int = 252) -> Figure:
    """The 30-day volatility of the last year's sessions, with today's level."""
    moment, sigma = history.moment[-sessions:], history.sigma[-sessions:] * 100
    now = float(sigma[-1])
    line = {
        "type": "scatter", "x": moment.tolist(), "y": listed(sigma, 2), "mode": "lines",
        "line": {"width": 1.6, "color": colours.up}, "hovertemplate": "%{x|%d %b %Y}: %{y:.1f} %<extra></extra>",
    }  # fmt: skip
    level = {
        "type": "line", "x0": 0, "x1": 1, "xref": "paper", "y0": now, "y1": now,
        "line": {"width": 1, "color": colours.muted, "dash": "dot"},
    }  # fmt: skip
    layout = sheet(
        colours, 200, xaxis=axis(colours, type="date"), yaxis=axis(colours, ticksuffix=" %"), shapes=[level],
        annotations=[
            note(f"now {number(now, 1)} %", colours, x=1, xref="paper", y=now, xanchor="right", yanchor="bottom")
        ],
    )  # fmt: skip
    return {"data": [line], "layout": layout}
