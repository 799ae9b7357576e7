"""What is known beside the simulated quotes: candles, reports, dividends, sectors, the market and its fear."""

from typing import Final

import numpy as np

from engine.market.bars import DAY_MS, Bars, Floats
from engine.options.features.climate import Series
from engine.options.features.context import Context
from engine.options.features.events import Calendar
from engine.options.features.iv_history import IvHistory
from engine.options.simulated.quotes import dividend_dates, expected_volatility, report_dates
from engine.options.simulated.shares import Shares, shares
from engine.options.simulated.universe import SECTORS, companies

KNOWN_AHEAD: Final = 100 * DAY_MS  # companies announce their reports about a quarter ahead
MONTH: Final = 30 / 365
INDEX: Final = "SIM-INDEX"


def surroundings(seed: int, now_ms: int) -> Context:
    """The context of every simulated company at one moment; nothing in it is later than that."""
    world = shares(seed)
    found = companies(seed)
    bars = {each.symbol: world.bars(each.symbol, now_ms) for each in found}
    market, fear = mood(seed, now_ms)
    n = world.until(now_ms)
    reports, dividends = {}, {}
    for each in found:
        until = now_ms + KNOWN_AHEAD
        due = report_dates(seed, each.symbol)
        reports[each.symbol] = Calendar(due[due <= until], until)
        days, amounts = dividend_dates(seed, each)
        dividends[each.symbol] = Calendar(days[days <= until], until, amounts[days <= until])
    month = {each.symbol: expected_volatility(seed, each, n, MONTH) for each in found}
    sectors = {sector: [bars[each.symbol] for each in found if each.sector == sector] for sector, *_ in SECTORS}
    return Context(
        volatility={name: IvHistory(world.close_ms[:n], sigma) for name, sigma in month.items()},
        bars=bars, earnings=reports, dividends=dividends, sector={each.symbol: each.sector for each in found},
        sector_bars={sector: _average(sector, parts) for sector, parts in sectors.items()},
        market=market, vix=fear,
    )  # fmt: skip


def mood(seed: int, now_ms: int) -> tuple[Bars, Series]:
    """The market of all companies and its fear, up to a moment."""
    world = shares(seed)
    n = world.until(now_ms)
    market = _average(INDEX, [world.bars(each, now_ms) for each in world.names])
    return market, Series(world.close_ms[:n], _fear(world, n))


def _average(name: str, parts: list[Bars]) -> Bars:
    """An equally weighted index of candles of the same days, from 100."""
    open_, high, low, close = (
        100 * np.mean([getattr(each, column) / each.close[0] for each in parts], axis=0)
        for column in ("open", "high", "low", "close")
    )
    volume = np.sum([each.volume for each in parts], axis=0)
    return Bars(name, "1d", parts[0].time, open_, np.maximum(high, np.maximum(open_, close)), low, close, volume)


def _fear(world: Shares, n: int) -> Floats:
    """Expected volatility of the market, in points, as the VIX is told: what all companies share of theirs."""
    shared: Floats = 62.0 * np.median(world.sigma[:, :n], axis=0)
    return np.round(shared, 2)
