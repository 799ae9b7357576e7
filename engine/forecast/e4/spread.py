"""From a scale to quantiles: how errors spread, the market's own year mixed in, and what made the bands hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.errors import DataError
from engine.forecast.e4.past import OWN_LEVELS, Past
from engine.forecast.model import HORIZON, symmetric_quantiles
from engine.market.bars import DAY_MS, Floats, Times

MEMORY_DAYS: Final = 4 * 365
POOLED_SHARE: Final = 0.8  # of the mixture; the rest is the market's own year
FEWEST_ERRORS: Final = 300
TRUSTED: Final = 300  # so many outcomes weigh as much as the belief that the bands are right as they are
# Shares of outcomes by size at which the tables below are kept, the tail more finely.
SHARES: Final = np.concatenate([np.linspace(0, 0.95, 191), np.linspace(0.9525, 1.0, 20)])


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Tables of shape (7, 211), a row a horizon.

    `errors` holds the size of returns in units of the scale below which each of `SHARES` lay; `levels` the
    level above the median (0 to 0.5) to ask the mixture for so that this share comes to lie inside.
    """

    errors: Floats
    levels: Floats

    def __post_init__(self) -> None:
        for name in ("errors", "levels"):
            table = getattr(self, name)
            if table.shape != (HORIZON, len(SHARES)) or not np.all(np.isfinite(table) & (table >= 0)):
                raise DataError(f"a forecast model's {name} must be {HORIZON} rows of {len(SHARES)}. Fit it again.")
            if np.any(np.diff(table, axis=1) < 0) or (name == "levels" and table.max() > 0.5):
                raise DataError(f"a forecast model's {name} must rise from share to share. Fit it again.")

    def upper(self, logs: Floats, rows: Times, scales: Floats, half: Floats) -> Floats:
        """Log quantiles at 0.5 + half from each row, `half` from 0 up to 0.5, shape (rows, 7, len(half)).

        `logs` are the market's log closes one day apart, `scales` (rows, 7) the log scales there.
        """
        found = np.empty((len(rows), HORIZON, len(half)))
        for h in range(1, HORIZON + 1):
            asked = np.interp(2 * half, SHARES, self.levels[h - 1])
            pooled = np.exp(scales[:, h - 1])[:, None] * np.interp(2 * asked, SHARES, self.errors[h - 1])
            own = symmetric_quantiles(logs, rows, h, asked)
            found[:, h - 1] = POOLED_SHARE * pooled + (1 - POOLED_SHARE) * own
        return found


def fitted_spread(markets: Sequence[Past], scales: Sequence[Floats], cutoff_ms: int) -> Spread | None:
    """The tables from the last four years known at the cutoff; None when they hold too few outcomes.

    `scales` are log scales (n, 7) for each market's days, each made without what came after, NaN where none was.
    """
    errors, levels = [], []
    for h in range(1, HORIZON + 1):
        known = [_recent(each, scale, cutoff_ms, h) for each, scale in zip(markets, scales, strict=True)]
        sizes = np.concatenate([
            np.abs(each.moves[rows, h - 1]) * np.exp(-scale[rows, h - 1])
            for each, scale, rows in zip(markets, scales, known, strict=True)
        ])  # fmt: skip
        if len(sizes) < FEWEST_ERRORS:
            return None
        table = np.quantile(sizes, SHARES)
        came = [
            _share_inside(each, scale[:, h - 1], rows, table, h)
            for each, scale, rows in zip(markets, scales, known, strict=True)
        ]
        errors.append(table)
        levels.append(_asked(np.concatenate(came)))
    return Spread(np.array(errors), np.array(levels))


def _recent(each: Past, scale: Floats, cutoff_ms: int, horizon: int) -> Times:
    is_recent = each.history.time > cutoff_ms - MEMORY_DAYS * DAY_MS
    return np.flatnonzero(each.known_by(cutoff_ms, horizon) & is_recent & ~np.isnan(scale[:, 0]))


def _share_inside(each: Past, scale: Floats, rows: Times, table: Floats, horizon: int) -> Floats:
    """For every third known day, the level above the median at which the mixture's quantile is what came."""
    kept = np.isin(each.thinned, rows)
    rows = each.thinned[kept]
    pooled = np.exp(scale[rows])[:, None] * np.interp(2 * OWN_LEVELS, SHARES, table)
    mixed = POOLED_SHARE * pooled + (1 - POOLED_SHARE) * each.own[kept, horizon - 1]
    size = np.abs(each.moves[rows, horizon - 1])
    last = len(OWN_LEVELS) - 2
    below = np.clip((mixed <= size[:, None]).sum(axis=1) - 1, 0, last)[:, None]
    low, high = (np.take_along_axis(mixed, place, axis=1)[:, 0] for place in (below, below + 1))
    part = np.clip((size - low) / np.maximum(high - low, 1e-12), 0, 1)
    below = below[:, 0]
    return np.asarray(OWN_LEVELS[below] + (OWN_LEVELS[below + 1] - OWN_LEVELS[below]) * part, dtype=np.float64)


def _asked(came: Floats) -> Floats:
    """The level that held each of `SHARES`, drawn towards the share itself where few outcomes are known."""
    trust = len(came) / (len(came) + TRUSTED)
    return trust * np.quantile(came, SHARES) + (1 - trust) * SHARES / 2 if len(came) else SHARES / 2
