"""A forecast as it was issued: who made it, when, from which candles, and what it said."""

import json
import math
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

import numpy as np

from engine.core.errors import DataError
from engine.forecast.model import HORIZON, Forecast
from engine.forecast.volatility import ewma_deviation
from engine.market.bars import Floats

Origin = Literal["ours", "imported", "plug-in"]
ORIGINS: Final[tuple[str, ...]] = get_args(Origin)
LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a forecast: ours, imported from `source`, or a plug-in of that name; the model and its version."""

    origin: Origin
    source: str
    model: str
    version: str

    def __post_init__(self) -> None:
        if self.origin not in ORIGINS:
            raise DataError(f"a forecast is {', '.join(ORIGINS)}, was {self.origin!r}.")
        for what, name in (("source", self.source), ("model", self.model), ("version", self.version)):
            if not (name.strip() and len(name) <= LONGEST_NAME and name.isprintable()):
                raise DataError(
                    f"the {what} of a forecast must be 1 to {LONGEST_NAME} letters on one line,"
                    f" was {name[:LONGEST_NAME]!r}. Give it a shorter or plainer name."
                )


@dataclass(frozen=True, slots=True)
class Seen:
    """The candles that a forecast was made from: their step, the first one's opening (ms, UTC), and their digest."""

    step: str
    first_ms: int
    digest: str


@dataclass(frozen=True, slots=True)
class Issued:
    """One market's forecast as it was issued; times in ms, UTC.

    `step` is the market's own, which `seen.step` may be coarser than. `quantiles` holds for 1 to 7 days the prices
    at `levels`; `deviation` is that of daily log returns at the cutoff, which the random walk beside it goes by.
    """

    symbol: str
    step: str
    cutoff_ms: int
    issued_ms: int
    maker: Maker
    seen: Seen
    last_close: float
    deviation: float
    levels: tuple[float, ...]
    quantiles: tuple[tuple[float, ...], ...]
    note: str = ""

    def __post_init__(self) -> None:
        if len(self.quantiles) != HORIZON or any(len(row) != len(self.levels) for row in self.quantiles):
            raise DataError(f"{self.symbol}: an issued forecast needs {HORIZON} rows of {len(self.levels)} quantiles.")

    @property
    def key(self) -> str:
        """Equal keys, one forecast: kept once, however many show it.

        What somebody else or a plug-in said from a cutoff stands as it was said first, also when candles are revised
        or its maker thinks better of it; ours is another forecast where model or candles are others.
        """
        of = (self.symbol, self.step, self.cutoff_ms, self.maker.origin, self.maker.source)
        ours = (self.maker.model, self.maker.version, self.seen.step, self.seen.digest)
        return json.dumps([*of, *(ours if self.maker.origin == "ours" else ())], separators=(",", ":"))

    def column(self, level: float) -> int | None:
        """Where a level's prices stand in each row, None when the forecast has no such level."""
        return next((place for place, each in enumerate(self.levels) if abs(each - level) < 1e-9), None)


def issued(forecast: Forecast, step: str, issued_ms: int, maker: Maker, seen: Seen, note: str = "") -> Issued:
    """A forecast as it is issued now, its prices in ten significant digits."""
    return Issued(
        forecast.symbol, step, forecast.cutoff_ms, issued_ms, maker, seen,
        float(forecast.last_close), float(forecast.daily_deviation), tuple(forecast.levels.tolist()),
        as_rows(forecast.quantiles), note,
    )  # fmt: skip


def content_text(one: Issued) -> str:
    """What a forecast said, as the text that is stored and sealed; equal forecasts give equal text."""
    return json.dumps(
        {
            "candles": {"step": one.seen.step, "first_ms": one.seen.first_ms},
            "last_close": one.last_close,
            "deviation": one.deviation,
            "levels": one.levels,
            "quantiles": one.quantiles,
            "note": one.note,
        },
        separators=(",", ":"),
        allow_nan=False,
    )


def parted(text: str, digest: str) -> dict[str, Any]:
    """The fields of an `Issued` that the stored text and the stored digest give."""
    said = json.loads(text)
    return {
        "seen": Seen(said["candles"]["step"], int(said["candles"]["first_ms"]), digest),
        "last_close": float(said["last_close"]),
        "deviation": float(said["deviation"]),
        "levels": tuple(float(level) for level in said["levels"]),
        "quantiles": tuple(tuple(float(price) for price in row) for row in said["quantiles"]),
        "note": str(said["note"]),
    }


def deviation_of(closes: Floats) -> float:
    """The deviation of daily log returns after the last of these closes one day apart; 0 where there is one only."""
    return float(ewma_deviation(np.log(closes))[-1])


def as_rows(prices: Floats) -> tuple[tuple[float, ...], ...]:
    """Prices (7, n_levels) as they are kept."""
    return tuple(tuple(_short(price) for price in row) for row in prices)


def _short(price: float) -> float:
    """Ten significant digits: what is stored is what is shown, and coins worth a millionth stay apart."""
    value = float(f"{float(price):.10g}")
    if not (math.isfinite(value) and value > 0):
        raise DataError(f"a forecast's prices must be finite and above 0, was {price}.")
    return value
