"""A session's option quotes of the simulated companies and coins: skew, term, reports, spreads and volumes.

The quoted volatility is what the next weeks are expected to move, times what sellers are usually paid, tilted for puts,
lifted over a report that lies before the expiry. Everything follows from the seed, the name and the session.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.core.chance import generator
from engine.market.bars import DAY_MS, Floats, Times
from engine.options.chain import YEAR_MS, Chain, Kind, chain_of
from engine.options.pricing.black import price
from engine.options.simulated.shares import CLOSE_HOUR_MS, HALF_LIFE, QUARTER, Shares, shares
from engine.options.simulated.universe import Company, companies

RATE: Final = 0.04
YEAR: Final = 252
WEEKS: Final = (1, 2, 3, 4, 6, 8, 13)  # Fridays ahead
STRIKES: Final = 10  # on either side of the forward
STEPS: Final = np.array([0.5, 1.0, 2.5, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1_000.0, 2_500.0, 5_000.0])
TICK: Final = 0.01
DEPTH: Final = 0.5  # how fast volumes fall with distance, in deviations
BUSY_SHARE: Final = 0.004  # of contracts a day that somebody trades far more than usual
COIN_HOUR_MS: Final = 8 * 3_600_000
COIN_SKEW: Final = 0.12  # as a company's
COIN_PAID: Final = 1.06
COIN_SPREAD: Final = 0.02
Columns = dict[str, NDArray[Any]]
Numbers = Floats | float


@dataclass(frozen=True, slots=True)
class Coin:
    """What a coin's chain is made from: its name, spot, yearly volatility now and in usual times, contracts a day."""

    symbol: str
    spot: float
    sigma: float
    usual: float
    turnover: float


def session(seed: int, number: int) -> Chain:
    """The chain of every company at the close of one session, by its number."""
    world = shares(seed)
    parts = [_company(seed, world, row, each, number) for row, each in enumerate(companies(seed))]
    columns = {name: np.concatenate([each[name] for each in parts]) for name in parts[0]}
    return chain_of(dict.fromkeys(world.names, "equity"), columns)


def coin_chain(seed: int, coins: tuple[Coin, ...], now_ms: int) -> Chain:
    """The chains of simulated coins at one moment; expiries on Fridays at 08:00 UTC, no discount."""
    parts = []
    for coin in coins:
        expiries = fridays(now_ms, COIN_HOUR_MS)
        parts.append(_chain(seed, coin.symbol, now_ms, expiries, _Quoted(
            coin.spot, 0.0, 0.0, lambda years, c=coin: pulled(c.sigma, c.usual, years), COIN_SKEW, COIN_PAID,
            coin.turnover, COIN_SPREAD,
        )))  # fmt: skip
    columns = {name: np.concatenate([each[name] for each in parts]) for name in parts[0]}
    columns["forward"] = columns["spot"]
    return chain_of(dict.fromkeys((each.symbol for each in coins), "crypto"), columns)


@dataclass(frozen=True, slots=True)
class _Quoted:
    """What one name's quotes are made from; `sigma` gives the expected volatility a year until some years ahead."""

    spot: float
    rate: float
    held: float
    sigma: Any
    skew: float
    paid: float
    turnover: float
    spread: float


def _company(seed: int, world: Shares, row: int, company: Company, number: int) -> Columns:
    now = int(world.close_ms[number])
    spot, sigma = float(world.close[row, number]), float(world.sigma[row, number])
    reports = world.close_ms[np.flatnonzero(world.reports[row])]
    ahead = reports[reports >= now]

    def expected(years: Floats) -> Floats:
        calm = pulled(sigma, company.volatility, years)
        due = np.searchsorted(ahead, now + np.asarray(years) * YEAR_MS)
        return np.sqrt(calm**2 + due * company.jump**2 / np.maximum(years, 1 / 365))

    told = _Quoted(spot, RATE, company.dividend, expected, company.skew, company.paid, company.turnover, company.spread)
    return _chain(seed, company.symbol, now, fridays(now, CLOSE_HOUR_MS), told)


def tilted(at_money: Numbers, skew: Numbers, x: Floats, years: Numbers) -> Floats:
    """The quoted volatility at log-moneyness `x`: dearer for puts, and far from the money; arrays that broadcast."""
    middle, t = np.asarray(at_money, dtype=np.float64), np.asarray(years, dtype=np.float64)
    month = np.sqrt(np.maximum(t, 1 / 365) * 12)
    sigma = (
        middle
        - skew * x / np.maximum(month, 0.4) * middle * 2
        + 0.6 * middle * (x / np.maximum(4 * (middle * np.sqrt(t)), 0.05)) ** 2
    )
    found: Floats = np.clip(sigma, 0.4 * middle, 3.0 * middle)
    return found


def half_spread(right: Floats, spread: Numbers, x: Floats, deviation: Numbers) -> Floats:
    """Half the usual distance between bid and ask of an option of this price, `x` from the money."""
    found: Floats = np.maximum(right * spread * (1 + np.abs(x) / np.maximum(deviation, 1e-3)), TICK / 2)
    return found


def pulled(sigma: Numbers, usual: Numbers, years: Numbers) -> Floats:
    """Root mean square of a volatility that goes back to its usual one with the storms' half-life."""
    speed = np.log(2) / (HALF_LIFE / YEAR)
    t = np.maximum(np.asarray(years, dtype=np.float64), 1e-6)
    left = (1 - np.exp(-speed * t)) / (speed * t)
    known, calm = np.asarray(sigma, dtype=np.float64), np.asarray(usual, dtype=np.float64)
    found: Floats = np.sqrt(calm**2 + (known**2 - calm**2) * left)
    return found


def fridays(now: int, hour: int) -> Times:
    """The expiries ahead: Fridays of the next weeks that are not over."""
    day = now // DAY_MS
    friday = day + (4 - (day + 3) % 7) % 7
    first = friday if friday * DAY_MS + hour > now + DAY_MS else friday + 7
    return (first + 7 * (np.array(WEEKS) - 1)) * DAY_MS + hour


def _chain(seed: int, name: str, now: int, expiries: Times, told: _Quoted) -> Columns:
    years = (expiries - now) / YEAR_MS
    forward = told.spot * np.exp((told.rate - told.held) * years)
    at_money = told.sigma(years) * told.paid
    parts = [_expiry(seed, (name, now, int(e)), (float(t), float(f), float(s)), told)
             for e, t, f, s in zip(expiries, years, forward, at_money, strict=True)]  # fmt: skip
    columns = {each: np.concatenate([part[each] for part in parts]) for each in parts[0]}
    n = len(columns["strike"])
    constant = {"underlying": np.full(n, name), "moment": np.full(n, now), "spot": np.full(n, told.spot)}
    return columns | constant


def _expiry(seed: int, at: tuple[str, int, int], known: tuple[float, float, float], told: _Quoted) -> Columns:
    name, now, expiry = at
    years, forward, at_money = known
    s = at_money * np.sqrt(years)
    strike = np.repeat(_ladder(forward, s), 2)
    call = np.tile([False, True], len(strike) // 2)
    x = np.log(strike / forward)
    sigma = tilted(at_money, told.skew, x, years)
    right = price(forward, strike, sigma * np.sqrt(years), call, np.exp(-told.rate * years))
    rng = generator(seed, "quotes", name, now, expiry)
    half = half_spread(right, told.spread, x, s) * np.exp(0.2 * rng.standard_normal(len(x)))
    bid = np.maximum(np.floor((right - half) / TICK) * TICK, 0.0)
    ask = np.maximum(np.ceil((right + half) / TICK) * TICK, bid + TICK)
    volume, interest = _traded(rng, (x, s, years), told.turnover)
    return {
        "expiry": np.full(len(x), expiry), "strike": strike, "is_call": call, "bid": np.round(bid, 2),
        "ask": np.round(ask, 2), "last": np.round(np.maximum(right, TICK), 2), "volume": volume,
        "open_interest": interest, "age": np.round(rng.exponential(4.0, len(x)), 1),
    }  # fmt: skip


def strike_step(forward: Numbers, deviation: Numbers) -> Floats:
    """From one strike to the next: round, denser where the option is short-lived; arrays that broadcast."""
    middle = np.asarray(forward, dtype=np.float64)
    wanted = np.maximum(middle * deviation * 2.8 / STRIKES, 0.25)
    nearest = np.argmin(np.abs(np.log(STEPS / wanted[..., np.newaxis])), axis=-1)
    found: Floats = np.where(middle > 5, STEPS[nearest], middle * 0.025)
    return found


def _ladder(forward: float, s: float) -> Floats:
    """Round strikes around the forward."""
    step = float(strike_step(forward, s))
    middle = round(forward / step)
    ladder = np.arange(middle - STRIKES, middle + STRIKES + 1, dtype=np.float64) * step
    kept: Floats = ladder[ladder > 0]
    return kept


def _traded(rng: np.random.Generator, where: tuple[Floats, float, float], turnover: float) -> tuple[Floats, Floats]:
    """Volume and open interest: most near the money and in the next weeks, now and then far more than usual."""
    x, s, years = where
    shape = np.exp(-DEPTH * np.abs(x) / max(s, 1e-3)) / (1 + 6 * years) / 120
    held = np.round(turnover * shape * 9 * np.exp(0.7 * rng.standard_normal(len(x))))
    usual = turnover * shape * np.exp(0.9 * rng.standard_normal(len(x)))
    busy = rng.random(len(x)) < BUSY_SHARE
    volume = np.round(np.where(busy, usual * 25 + 600, usual))
    return np.asarray(volume, dtype=np.float64), np.asarray(held, dtype=np.float64)


def expected_volatility(seed: int, company: Company, sessions: int, years: float) -> Floats:
    """The volatility that options over these years are quoted around, at every one of the first sessions, (d,)."""
    world = shares(seed)
    row = world.names.index(company.symbol)
    sigma = world.sigma[row, :sessions]
    speed = np.log(2) / (HALF_LIFE / YEAR)
    left = (1 - np.exp(-speed * years)) / (speed * years)
    calm = company.volatility**2 + (sigma**2 - company.volatility**2) * left
    reports = report_dates(seed, company.symbol)
    now = world.close_ms[:sessions]
    due = np.searchsorted(reports, now + int(years * YEAR_MS)) - np.searchsorted(reports, now)
    found: Floats = np.sqrt(calm + due * company.jump**2 / years) * company.paid
    return found


def report_dates(seed: int, symbol: str) -> Times:
    """When a simulated company reports: after the close of these sessions, ms UTC."""
    world = shares(seed)
    found: Times = world.close_ms[np.flatnonzero(world.reports[world.names.index(symbol)])]
    return found


def dividend_dates(seed: int, company: Company) -> tuple[Times, Floats]:
    """Ex-days, one a quarter, and the amount of each in quote currency; none where nothing is paid."""
    world = shares(seed)
    if not company.dividend:
        return np.zeros(0, np.int64), np.zeros(0)
    rows = np.arange((company.report_day + QUARTER // 2) % QUARTER, len(world.close_ms), QUARTER)
    paid = np.round(world.close[world.names.index(company.symbol), rows] * company.dividend / 4, 2)
    return world.close_ms[rows] // DAY_MS * DAY_MS, paid


def kinds(seed: int, coins: tuple[Coin, ...]) -> dict[str, Kind]:
    """Every simulated underlying with its kind."""
    found: dict[str, Kind] = dict.fromkeys((each.symbol for each in companies(seed)), "equity")
    return found | dict.fromkeys((each.symbol for each in coins), "crypto")
