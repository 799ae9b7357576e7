"""Forecasts as the JSON that others read: `model_predictions`, version 1.0."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np

from engine.core.errors import DataError
from engine.forecast.evaluate import TrackRecord
from engine.forecast.model import HORIZON, Forecast
from engine.market.bars import DAY_MS, Floats

VERSION: Final = "1"
FLAT: Final = 1e-9


def to_predictions(
    *forecasts: Forecast,
    generated_ms: int | None = None,
    records: Mapping[str, TrackRecord] | None = None,
    source: str = "engine",
    version: str = VERSION,
) -> dict[str, Any]:
    """One document for one or more forecasts of equal levels; prices, dates of UTC days.

    `generated_ms` is when it was made (the newest cutoff when not said); `records` are track records
    by symbol; `source` is who made them. A cutoff is the day whose close was the last one known, and
    `ds` are the days after it.
    """
    if len({tuple(forecast.levels) for forecast in forecasts}) != 1:
        raise DataError("predictions need at least one forecast, all with equal levels.")
    newest = max(forecast.cutoff_ms for forecast in forecasts)
    moment = datetime.fromtimestamp((newest if generated_ms is None else generated_ms) / 1000, UTC)
    return {
        "schema_version": "1.0",
        "generated_at": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "freq": "D",
        "timezone": "UTC",
        "horizon": HORIZON,
        "target": "close",
        "quantile_levels": [float(level) for level in forecasts[0].levels],
        "model": {
            "name": "/".join(sorted({forecast.model for forecast in forecasts})),
            "version": version,
            "trained_through": _day(newest, 0),
            "source": source,
        },
        "predictions": [_prediction(forecast, (records or {}).get(forecast.symbol)) for forecast in forecasts],
    }


def _prediction(forecast: Forecast, record: TrackRecord | None) -> dict[str, Any]:
    known = {} if record is None else {"track_record": _record(record)}
    median = np.flatnonzero(np.abs(forecast.levels - 0.5) < 1e-9)
    middle = forecast.quantiles[:, median[0]] if len(median) else np.median(forecast.paths, axis=0)
    is_flat = bool(np.all(np.abs(middle / forecast.last_close - 1) < FLAT))
    above = (forecast.paths > forecast.last_close).mean(axis=0)
    even = (forecast.paths == forecast.last_close).mean(axis=0) / 2
    return {
        "unique_id": forecast.symbol,
        "cutoff": _day(forecast.cutoff_ms, 0),
        "last_close": forecast.last_close,
        "ds": [_day(forecast.cutoff_ms, ahead) for ahead in range(1, HORIZON + 1)],
        "y_hat": [forecast.last_close] * HORIZON if is_flat else _prices(middle),
        "quantiles": {
            f"{level:g}": _prices(forecast.quantiles[:, column]) for column, level in enumerate(forecast.levels)
        },
        "prob_up": [0.5] * HORIZON if is_flat else [round(float(share), 4) for share in above + even],
        "direction": {"horizon": HORIZON, "verdict": "not_better_than_chance" if is_flat else "not_judged"},
        **known,
        "paths": {
            "n": len(forecast.paths),
            "method": "schaake_shuffle",
            "values": [_prices(path) for path in forecast.paths],
        },
    }


def _record(record: TrackRecord) -> dict[str, Any]:
    return {
        "origins": record.origins,
        "from": _day(record.first_ms, 0),
        "to": _day(record.last_ms, 0),
        "coverage": {
            name: [round(row[column], 4) for row in record.coverage] for column, name in enumerate(("50", "80", "95"))
        },
        "crps_skill_vs_rw_ewma": round(record.skill / 100, 6),
        "crps_skill_standard_error": round(record.skill_error / 100, 6),
        "label": record.label,
    }


def _day(close_ms: int, ahead: int) -> str:
    """The UTC day that a close at this moment belongs to (midnight ends a day), and days after it."""
    return datetime.fromtimestamp((close_ms - 1 + ahead * DAY_MS) / 1000, UTC).strftime("%Y-%m-%d")


def _prices(values: Floats) -> list[float]:
    """Ten significant digits, so that coins worth a millionth of a dollar keep their quantiles apart."""
    return [float(np.format_float_scientific(value, precision=9, unique=True)) for value in values]
