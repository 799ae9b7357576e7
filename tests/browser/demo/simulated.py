"""A made-up market for the demo page, the same at every run."""

import math
import random

from pages.ui.tuner_view import Fan, Trade, TunerView

STEP_MS = 4 * 3_600_000
START_MS = 1_793_491_200_000


def view(window: int, width: float, saved: tuple[int, float]) -> TunerView:
    """84 candles, their band, two trades and seven days."""
    chance = random.Random(216)  # noqa: S311 - a picture, not a secret
    log, closes = 0.0, []
    for at in range(140):
        log = log * 0.92 + chance.gauss(0, 0.0075) + 0.0035 * math.sin(at / 7.5)
        closes.append(48_000 * math.exp(log))
    opens = [closes[0], *closes[:-1]]
    high = [max(o, c) * (1 + abs(chance.gauss(0, 0.003))) for o, c in zip(opens, closes, strict=True)]
    low = [min(o, c) * (1 - abs(chance.gauss(0, 0.003))) for o, c in zip(opens, closes, strict=True)]
    lower, mean, upper = band(closes, window, width)
    saved_lower, _, saved_upper = band(closes, *saved)
    times = [START_MS + at * STEP_MS for at in range(140)]
    cut = slice(56, None)
    trades = [
        Trade(times[at], closes[at], "buy" if closes[at] < (lower[at] or 0) else "sell", "closed at +1.2 %")
        for at in range(60, 140)
        if not (lower[at] or 0) <= closes[at] <= (upper[at] or 1e9)
    ]
    differs = (window, width) != saved
    return TunerView(
        title="SIM-BTC, 4-hour bars, USD",
        unit="USD",
        time_ms=times[cut],
        open=opens[cut],
        high=high[cut],
        low=low[cut],
        close=closes[cut],
        lower=lower[cut],
        mean=mean[cut],
        upper=upper[cut],
        trades=trades[::4],
        fan=fan(times[-1], closes[-1]),
        touch_upper=0.55,
        touch_lower=0.58,
        saved_lower=saved_lower[cut] if differs else None,
        saved_upper=saved_upper[cut] if differs else None,
    )


def band(closes: list[float], window: int, width: float) -> tuple[list[float | None], ...]:
    """Mean and edges over the last `window` closes."""
    lower: list[float | None] = []
    mean: list[float | None] = []
    upper: list[float | None] = []
    for at in range(len(closes)):
        part = closes[at - window + 1 : at + 1] if at >= window - 1 else []
        middle = sum(part) / window if part else None
        spread = math.sqrt(sum((c - middle) ** 2 for c in part) / (window - 1)) if middle else 0.0
        mean.append(middle)
        lower.append(middle - width * spread if middle else None)
        upper.append(middle + width * spread if middle else None)
    return lower, mean, upper


def fan(last_ms: int, last: float) -> Fan:
    """Ranges that widen with the root of time."""
    ahead = range(1, 43)

    def edge(z: float) -> list[float]:
        return [last * math.exp(z * 0.0078 * math.sqrt(k)) for k in ahead]

    return Fan(
        time_ms=[last_ms + k * STEP_MS for k in ahead],
        median=edge(0),
        low_50=edge(-0.67),
        high_50=edge(0.67),
        low_80=edge(-1.28),
        high_80=edge(1.28),
        low_95=edge(-1.96),
        high_95=edge(1.96),
    )
