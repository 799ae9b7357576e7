"""What was known of every simulated underlying at the close of each session: companies and two coins alike."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.forecast.volatility import ewma_deviation
from engine.market.bars import Floats, Times
from engine.market.synthetic import FIRST_MS, HOUR_MS, coin_named, simulated_bars
from engine.options.chain import YEAR_MS
from engine.options.features.climate import regime
from engine.options.features.iv_history import IvHistory, standing
from engine.options.simulated.quotes import COIN_PAID, COIN_SKEW, COIN_SPREAD, RATE, expected_volatility, pulled
from engine.options.simulated.shares import Shares, shares
from engine.options.simulated.surroundings import MONTH, mood
from engine.options.simulated.universe import Company, companies

COINS: Final = ("SIM-BTC", "SIM-ETH")
DAY: Final = 24  # hours
YEAR: Final = float(np.sqrt(365))
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Nature:
    """What does not change about each underlying, (u,): usual volatility, what sellers are paid over what moves, skew,
    half spread, rate and dividends a year, the usual move over a report, units in a contract.
    """

    usual: Floats
    paid: Floats
    skew: Floats
    spread: Floats
    rate: Floats
    held: Floats
    jump: Floats
    multiplier: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Sessions:
    """Underlyings (u,), companies first, and the sessions (d,) that were over by a moment.

    `spot`, `sigma` (yearly, of what moves next) and `iv_rank` are (u, d), nan where unknown; `regime` of the market (-1
    unknown), `vix` and its change over five days (d,). `reports` (u, all + 1) counts those before each session of
    `calendar` (all,), which goes on beyond the moment, as reports are announced. `hourly` (coins, hours) are closes.
    """

    until_ms: int
    names: tuple[str, ...]
    sectors: tuple[str, ...]
    close_ms: Times
    spot: Floats
    sigma: Floats
    iv_rank: Floats
    nature: Nature
    regime: NDArray[np.int32]
    vix: Floats
    vix_change: Floats
    calendar: Times
    reports: Floats
    hourly: Floats

    def moving(self, row: Rows, number: int | Rows, expiry: Times) -> Floats:
        """The yearly volatility that is expected from a session to each expiry, reports on the way counted, (n,)."""
        years = (expiry - self.close_ms[number]) / YEAR_MS
        calm = pulled(self.sigma[row, number], self.nature.usual[row], years)
        due = self.reports[row, np.searchsorted(self.calendar, expiry)] - self.reports[row, number]
        found: Floats = np.sqrt(calm**2 + due * self.nature.jump[row] ** 2 / np.maximum(years, 1 / 365))
        return found

    def number_at(self, moments: Times) -> Rows:
        """The last session that was over at each moment, (n,)."""
        found: Rows = np.searchsorted(self.close_ms, moments, side="right") - 1
        return found

    def price_at(self, row: Rows, moments: Times) -> Floats:
        """What each underlying cost at a moment, (n,); nan where that is still to come."""
        here = len(self.names) - len(self.hourly)
        hour = np.minimum((moments - FIRST_MS) // HOUR_MS, self.hourly.shape[1]) - 1
        share = self.spot[row, self.number_at(moments)]
        price = np.where(row >= here, self.hourly[np.maximum(row - here, 0), hour], share)
        return np.where(moments <= self.until_ms, price, np.nan)


def underlyings(seed: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Their names, companies first, and the sectors ("" for coins)."""
    found = companies(seed)
    return (*(each.symbol for each in found), *COINS), (*(each.sector for each in found), *("" for _ in COINS))


def sessions(seed: int, until_ms: int) -> Sessions:
    """Everything of the sample world's sessions up to a moment; nothing in it is later, but announced reports."""
    world, found = shares(seed), companies(seed)
    n = world.until(until_ms)
    coins = _coins(seed, until_ms, world.close_ms[:n])
    spot = np.vstack((world.close[:, :n], coins.spot))
    sigma = np.vstack((world.sigma[:, :n], coins.sigma))
    moments = world.close_ms[:n]
    market, fear = mood(seed, until_ms)
    weather = regime(market, moments)
    month = [expected_volatility(seed, each, n, MONTH) for each in found]
    month += list(pulled(coins.sigma, coins.usual[:, np.newaxis], MONTH) * COIN_PAID)
    return Sessions(
        until_ms, *underlyings(seed), moments, spot, sigma,
        np.stack([standing(IvHistory(moments, each), moments).rank for each in month]),
        _nature(found, coins.usual), np.where(np.isfinite(weather), weather, -1).astype(np.int32),
        fear.at(moments), fear.change(moments), world.close_ms, _reports(world), coins.hourly,
    )  # fmt: skip


def _nature(found: tuple[Company, ...], coins: Floats) -> Nature:
    """Companies' as they are; a coin has no rate, no dividends and no reports."""
    own = {"skew": COIN_SKEW, "paid": COIN_PAID, "spread": COIN_SPREAD}
    told = {name: np.r_[[getattr(each, name) for each in found], np.full(len(coins), own[name])] for name in own}
    none = np.zeros(len(coins))
    return Nature(
        usual=np.r_[[each.volatility for each in found], coins], rate=np.r_[np.full(len(found), RATE), none],
        held=np.r_[[each.dividend for each in found], none], jump=np.r_[[each.jump for each in found], none],
        multiplier=np.r_[np.full(len(found), 100.0), none + 1], **told,
    )  # fmt: skip


def _reports(world: Shares) -> Floats:
    all_of = np.vstack((world.reports, np.zeros((len(COINS), len(world.close_ms)))))
    counted: Floats = np.cumsum(np.c_[np.zeros(len(all_of)), all_of], axis=1)
    return counted


@dataclass(frozen=True, slots=True, eq=False)
class _Coins:
    """Prices and volatilities at the sessions' closes (c, d), the usual volatility (c,), hourly closes (c, h)."""

    spot: Floats
    sigma: Floats
    usual: Floats
    hourly: Floats


def _coins(seed: int, until_ms: int, moments: Times) -> _Coins:
    """The coins as the catalogue sees them: volatility from their daily closes by then."""
    hourly = np.stack([simulated_bars(coin_named(name), seed, until_ms).close for name in COINS])
    hours = (moments - FIRST_MS) // HOUR_MS
    days = np.maximum(hours // DAY - 1, 0)  # the last whole day
    sigma = [ewma_deviation(np.log(each[DAY - 1 :: DAY])) * YEAR for each in hourly]
    usual = np.array([coin_named(name).volatility for name in COINS]) * YEAR
    return _Coins(hourly[:, hours - 1], np.stack([each[days] for each in sigma]), usual, hourly)
