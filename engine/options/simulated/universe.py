"""Forty companies that do not exist, in eleven sectors, and what is peculiar to each; simulated, and named so."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.core.chance import generator
from engine.core.errors import DataError

PREFIX: Final = "SIM-"
# Sector, market beta, usual yearly volatility; three or four names each.
SECTORS: Final = (
    ("Technology", 1.25, 0.32, ("NOVA", "QBIT", "LUMN", "FLUX")),
    ("Communication", 1.05, 0.29, ("ECHO", "WAVE", "PLAY", "LINK")),
    ("Consumer cyclical", 1.20, 0.34, ("MOTO", "CART", "TRIP", "LOOM")),
    ("Consumer defensive", 0.55, 0.18, ("SOAP", "OATS", "BREW", "CROP")),
    ("Health", 0.75, 0.24, ("GENE", "PULS", "MEDI", "CELL")),
    ("Financial", 1.10, 0.26, ("VALT", "LEND", "COIN", "RISK")),
    ("Industrial", 1.00, 0.25, ("BOLT", "RAIL", "CRAN", "FORG")),
    ("Energy", 0.90, 0.33, ("DRIL", "GASO", "SUNN")),
    ("Materials", 0.95, 0.29, ("ORES", "CLAY", "POLY")),
    ("Real estate", 0.80, 0.23, ("DOOR", "LAND", "ROOF")),
    ("Utilities", 0.50, 0.17, ("WATT", "GRID", "AQUA")),
)


@dataclass(frozen=True, slots=True)
class Company:
    """One simulated company: its sector, where its price starts, how it moves, how its options are quoted and traded.

    `beta` to the market, `volatility` a year in usual times, `own` share of variance that is its own; `skew` is how
    much dearer a put a tenth below the forward is (per unit of log-moneyness at a month), `paid` what option sellers
    are usually paid over what moves (1.1 is a tenth); `report_day` where in a quarter it reports; `jump` the usual move
    over a report; `dividend` a year as a share of the price; `turnover` option contracts a day; `spread` the usual
    half spread of an option at the money as a share of its price.
    """

    symbol: str
    sector: str
    price: float
    beta: float
    volatility: float
    own: float
    skew: float
    paid: float
    report_day: int
    jump: float
    dividend: float
    turnover: float
    spread: float


def companies(seed: int) -> tuple[Company, ...]:
    """All forty, the same for the same seed."""
    found = []
    for sector, beta, volatility, names in SECTORS:
        for name in names:
            rng = generator(seed, "company", name)
            busy = float(np.exp(rng.normal(0.0, 1.0)))
            found.append(Company(
                PREFIX + name, sector, float(np.round(np.exp(rng.uniform(np.log(25), np.log(420))), 2)),
                float(beta * np.exp(rng.normal(0, 0.15))), float(volatility * np.exp(rng.normal(0, 0.2))),
                float(rng.uniform(0.35, 0.65)), float(rng.uniform(0.15, 0.55)), float(rng.uniform(1.02, 1.22)),
                int(rng.integers(12, 45)), float(rng.uniform(0.03, 0.09)),
                float(rng.choice([0.0, 0.01, 0.02, 0.035])), 9_000 * busy, float(0.006 + 0.014 / (1 + busy)),
            ))  # fmt: skip
    return tuple(found)


def company_named(seed: int, symbol: str) -> Company:
    """The simulated company of this symbol."""
    for each in companies(seed):
        if each.symbol == symbol:
            return each
    raise DataError(
        f"there is no simulated company {symbol!r}. They are {', '.join(c.symbol for c in companies(seed))}."
    )
