"""The report's other charts: luck's own bests, the walk-forward, equity with its falls, the week ahead."""

from typing import Final

import numpy as np

from engine.bots.luck.permutation import LuckTest
from engine.bots.luck.telling.wording import signed
from engine.bots.luck.walk_forward import Fold, WalkForward
from engine.bots.sweep.swept import Floats
from engine.forecast.model import Forecast
from engine.market.bars import DAY_MS, timestamp
from engine.services.lab.found import Ahead, Curves
from engine.services.lab.report.drawing import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Scale,
    across,
    across_axis,
    area,
    days_axis,
    nice_above,
    sheet,
    stroke,
    thinned,
    titles,
    up_axis,
    upward,
    words,
)
from engine.services.lab.report.markup import Markup, joined, tag

BINS: Final = 24
FALL: Final = 190.0  # where the panel of falls begins
PAST_DAYS: Final = 45


def luck_chart(luck: LuckTest) -> Markup:
    """Luck's bests as bars, in the warning colour where at least as good as the market's best, which is a line."""
    scale = 100.0 if luck.objective == "total_return" else 1.0
    lucky, own = luck.lucky * scale, luck.observed * scale
    edges = _edges(lucky)
    reached = np.array([np.histogram(part, edges)[0] for part in (lucky[lucky < own], lucky[lucky >= own])])
    x, y = across(min(edges[0], own), max(edges[-1], own)), upward(0, max(1.0, float(reached.sum(axis=0).max())) * 1.12)
    bars = []
    for bin_ in range(len(edges) - 1):
        base = 0.0
        for count, colour in zip(reached[:, bin_], ("bar", "bad"), strict=True):
            if count:
                bars.append(tag(
                    "rect", x=x.at(edges[bin_]) + 0.5, width=max(0.5, x.at(edges[bin_ + 1]) - x.at(edges[bin_]) - 1),
                    y=y.at(base + count), height=y.at(base) - y.at(base + count), fill=f"var(--{colour})",
                ))  # fmt: skip
            base += float(count)
    line = tag("line", x1=x.at(own), x2=x.at(own), y1=TOP, y2=HEIGHT - BOTTOM, class_="mark")
    told = f"yours {signed(own, 2)}"
    anchor = "end" if x.at(own) > (LEFT + WIDTH) / 2 else "start"
    place = x.at(own) + (-5 if anchor == "end" else 5)
    unit = "best return, %" if luck.objective == "total_return" else "best Sharpe ratio a year"
    return sheet(
        f"The best of the same search on {len(luck.lucky)} markets that luck made; {luck.hits} were at least as good.",
        up_axis(y, lambda value: f"{value:g}", 4), *bars, line, words(told, place, TOP + 10, "told", anchor),
        across_axis(x, lambda value: signed(value, 1 if abs(x.high - x.low) > 2 else 2)), titles(unit, "markets"),
    )  # fmt: skip


def walk_chart(walk: WalkForward) -> Markup:
    """Each stretch that judged: the Sharpe ratio where its setting was chosen, and what became of it."""
    pairs = [(fold.in_sample_sharpe, fold.out_of_sample_sharpe) for fold in walk.folds]
    ends = [each for pair in pairs for each in pair if each is not None] + [0.0]
    room = 0.08 * (max(ends) - min(ends)) or 1.0
    y, x = upward(min(ends) - room, max(ends) + room), across(0, len(pairs))
    parts = [_pair(x.at(number + 0.5), y, *pair) for number, pair in enumerate(pairs)]
    step = max(1, len(pairs) // 5)
    dates = [words(_month(fold), x.at(at + 0.5), HEIGHT - BOTTOM + 17)
             for at, fold in enumerate(walk.folds) if at % step == 0]  # fmt: skip
    return sheet(
        "Sharpe ratio a year of each stretch: where its setting was chosen (ring) and where it was judged (dot).",
        up_axis(y, lambda value: signed(value, 1).removeprefix("+")), *parts, *dates,
        titles("stretch that judged, by its first day", "Sharpe ratio a year"),
    )  # fmt: skip


def _pair(x: float, y: Scale, before: float | None, after: float | None) -> Markup:
    """A ring where the setting was chosen, a dot where it was judged; nothing where there is no ratio."""
    wire = ring = dot = None
    if before is not None and after is not None:
        wire = tag("line", x1=x, x2=x, y1=y.at(before), y2=y.at(after), class_="wire")
    if before is not None:
        ring = tag("circle", cx=x, cy=y.at(before), r=4, fill="var(--page)", stroke="var(--quiet)", stroke_width=1.6)
    if after is not None:
        dot = tag("circle", cx=x, cy=y.at(after), r=4.5, fill=f"var(--{'best' if after >= 0 else 'bad'})")
    return joined(wire, ring, dot)


def _month(fold: Fold) -> str:
    return f"{timestamp(fold.first_ms):%b %Y}"


def equity_chart(curves: Curves, capital: float, split_ms: int) -> Markup:
    """Worth of the best and of the bot, what was held back shaded, and below how far each was under its best so far."""
    picked = thinned(np.arange(len(curves.time), dtype=np.float64)).astype(np.int64)
    time = curves.time[picked].astype(np.float64)
    worth = {"bot": curves.bot / capital * 100 - 100, "best": curves.best / capital * 100 - 100}
    falls = {"bot": _below(curves.bot, capital), "best": _below(curves.best, capital)}
    x = across(float(time[0]), float(time[-1]))
    y = _upward([each[picked] for each in worth.values()], TOP, FALL - 14)
    low = min(float(each.min()) for each in falls.values())
    under = upward(min(low, -1e-6) * 1.05, 0, FALL, HEIGHT - BOTTOM)
    held = None
    if split_ms < time[-1]:
        left = x.at(max(float(split_ms), float(time[0])))
        held = joined(
            tag("rect", x=left, y=TOP, width=WIDTH - RIGHT - left, height=HEIGHT - BOTTOM - TOP, class_="held"),
            words("held back", left + 5, FALL - 3, "tick", "start"),
        )
    along = [x.at(float(at)) for at in time]
    lines = [stroke(along, [y.at(float(value)) for value in worth[name][picked]], name, width)
             for name, width in (("bot", 1.3), ("best", 1.8))]  # fmt: skip
    below = [under.at(float(value)) for value in falls["best"][picked]]
    return sheet(
        "Return of the best and of the bot through both parts, in percent, and how far the best was below its high.",
        held, up_axis(y, lambda value: signed(value, _places(y.high - y.low)), 5), *lines,
        up_axis(under, lambda value: signed(value, _places(under.high - under.low)), 3),
        area(along, below, [under.at(0.0)] * len(along), "bad", 0.25), stroke(along, below, "bad", 1.2),
        stroke(along, [under.at(float(value)) for value in falls["bot"][picked]], "bot", 1.0),
        days_axis(x), titles("return since the beginning, %; below: under the best so far, %"),
    )  # fmt: skip


def fan_chart(ahead: Ahead, curves: Curves) -> Markup:
    """The last weeks' closes, the seven days that may follow, and the best's last band carried on."""
    made = ahead.outlook.forecast
    time, close = curves.time[-PAST_DAYS:].astype(np.float64), curves.close[-PAST_DAYS:]
    future = made.cutoff_ms + np.arange(8) * float(DAY_MS)
    x = across(float(time[0]), float(future[-1]))
    shares = [_fan(made, share) for share in (0.95, 0.8, 0.5)]
    edges = [each for each in (ahead.lower, ahead.upper) if each is not None]
    y = _upward([close, shares[0][0], shares[0][1], np.array(edges or [close[-1]])], TOP, HEIGHT - BOTTOM)
    along = [x.at(float(at)) for at in future]
    parts = [area(along, [y.at(float(v)) for v in low], [y.at(float(v)) for v in high], "fan", opacity)
             for (low, high), opacity in zip(shares, (0.12, 0.16, 0.22), strict=True)]  # fmt: skip
    bands = [stroke([along[0], along[-1]], [y.at(edge)] * 2, "quiet", 1.1, "2 3.5") for edge in edges]
    return sheet(
        "Closes of the last weeks and the range of the next seven days: 50, 80 and 95 of 100.",
        up_axis(y, _price), *parts,
        stroke([x.at(float(at)) for at in time], [y.at(float(each)) for each in close], "ink", 1.4),
        stroke([along[0], along[-1]], [y.at(made.last_close)] * 2, "fan", 1.6), *bands, days_axis(x),
        titles("seven days after the last candle"),
    )  # fmt: skip


def _fan(made: Forecast, share: float) -> tuple[Floats, Floats]:
    low, high = made.band(share)
    return np.r_[made.last_close, low], np.r_[made.last_close, high]


def _below(equity: Floats, capital: float) -> Floats:
    best = np.maximum(np.maximum.accumulate(equity), capital)
    below: Floats = (equity / best - 1) * 100
    return below


def _upward(lines: list[Floats], top: float, bottom: float) -> Scale:
    low, high = min(float(np.nanmin(each)) for each in lines), max(float(np.nanmax(each)) for each in lines)
    room = 0.06 * (high - low) or abs(high) * 0.01 or 1.0
    return upward(low - room, high + room, top, bottom)


def _edges(lucky: Floats) -> Floats:
    low, high = float(lucky.min()), float(lucky.max())
    width = nice_above((high - low) / BINS if high > low else max(abs(high), 1.0) / BINS)
    first = np.floor(low / width)
    edges: Floats = (first + np.arange(int(np.floor(high / width) - first) + 2)) * width
    return edges


def _price(value: float) -> str:
    """A price in a few letters: 0.082, 1,250, 125k."""
    return f"{value / 1000:,.6g}k" if abs(value) >= 10_000 else f"{value:,.6g}"


def _places(span: float) -> int:
    return 0 if span > 8 else 1 if span > 0.8 else 2
