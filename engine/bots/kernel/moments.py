"""Rolling statistics, compiled: causal, exact in every window, absent (nan) across gaps."""

import numpy as np

from engine.core.compiled import compiled
from engine.market.bars import Floats, Times

BLOCK = 1024  # bars worked on at once, so that the sums stay in the first-level cache


@compiled
def _add(total: Floats, a: Floats, b: Floats, c: Floats, d: Floats) -> None:
    for i in range(len(total)):
        total[i] += (a[i] + b[i]) + (c[i] + d[i])


@compiled
def _add_one(total: Floats, a: Floats) -> None:
    for i in range(len(total)):
        total[i] += a[i]


@compiled
def _add_squares(total: Floats, mean: Floats, a: Floats, b: Floats) -> None:
    for i in range(len(total)):
        total[i] += (a[i] - mean[i]) * (a[i] - mean[i]) + (b[i] - mean[i]) * (b[i] - mean[i])


@compiled
def _add_square(total: Floats, mean: Floats, a: Floats) -> None:
    for i in range(len(total)):
        total[i] += (a[i] - mean[i]) * (a[i] - mean[i])


@compiled
def _sum_window(total: Floats, values: Floats, start: int, window: int) -> None:
    stop, back = start + len(total), 0
    while back + 4 <= window:
        _add(
            total,
            values[start - back : stop - back],
            values[start - back - 1 : stop - back - 1],
            values[start - back - 2 : stop - back - 2],
            values[start - back - 3 : stop - back - 3],
        )
        back += 4
    while back < window:
        _add_one(total, values[start - back : stop - back])
        back += 1


@compiled
def _square_window(total: Floats, mean: Floats, values: Floats, start: int, window: int) -> None:
    stop, back = start + len(total), 0
    while back + 2 <= window:
        _add_squares(total, mean, values[start - back : stop - back], values[start - back - 1 : stop - back - 1])
        back += 2
    if back < window:
        _add_square(total, mean, values[start - back : stop - back])


@compiled
def mean_and_deviation(values: Floats, run: Times, window: int) -> tuple[Floats, Floats]:
    """Mean and population deviation of the last `window` values; nan where fewer than that follow without a gap.

    Two passes over every window (no running sums), so that nothing drifts: exact to the last few bits
    whatever came before. `run` counts the values since the last gap, shape (n,), as `values`.
    """
    n = len(values)
    mean, deviation = np.zeros(n), np.zeros(n)
    for start in range(window - 1, n, BLOCK):
        stop = min(start + BLOCK, n)
        m, s = mean[start:stop], deviation[start:stop]
        _sum_window(m, values, start, window)
        for i in range(len(m)):
            m[i] /= window
        _square_window(s, m, values, start, window)
        for i in range(len(s)):
            s[i] = np.sqrt(s[i] / window)
    for i in range(n):
        if run[i] < window:
            mean[i] = np.nan
            deviation[i] = np.nan
    return mean, deviation


@compiled
def rolling_mean(values: Floats, run: Times, window: int) -> Floats:
    """Mean of the last `window` values, nan across gaps; sums are started afresh every 256 values."""
    n = len(values)
    mean = np.empty(n)
    anchor, total = 0.0, 0.0
    for i in range(n):
        if i % 256 == 0 or i < window:
            anchor, total = values[i], 0.0
            for j in range(max(0, i - window + 1), i + 1):
                total += values[j] - anchor
        else:
            total += values[i] - values[i - window]
        mean[i] = anchor + total / window if run[i] >= window else np.nan
    return mean


@compiled
def rolling_deviation(values: Floats, run: Times, window: int) -> Floats:
    """Population deviation of the last `window` values, nan across gaps; for values near zero, such as returns."""
    n = len(values)
    deviation = np.empty(n)
    total, squares = 0.0, 0.0
    for i in range(n):
        if i % 256 == 0 or i < window:
            total, squares = 0.0, 0.0
            for j in range(max(0, i - window + 1), i + 1):
                total += values[j]
                squares += values[j] * values[j]
        else:
            total += values[i] - values[i - window]
            squares += values[i] * values[i] - values[i - window] * values[i - window]
        spread = max(0.0, squares / window - (total / window) * (total / window))
        deviation[i] = np.sqrt(spread) if run[i] >= window else np.nan
    return deviation


@compiled
def efficiency_ratio(values: Floats, run: Times, length: int) -> Floats:
    """Net change over `length` steps as a share of the path walked (Kaufman), 0 when nothing moved, nan across gaps."""
    n = len(values)
    ratio = np.empty(n)
    path = 0.0
    for i in range(n):
        if i % 256 == 0 or i <= length:
            path = 0.0
            for j in range(max(1, i - length + 1), i + 1):
                path += abs(values[j] - values[j - 1])
        else:
            path += abs(values[i] - values[i - 1]) - abs(values[i - length] - values[i - length - 1])
        if run[i] <= length:
            ratio[i] = np.nan
        else:
            net = abs(values[i] - values[i - length])
            ratio[i] = net / path if path > 1e-12 * values[i] else 0.0
    return ratio
