"""Simulated quotes: without arbitrage, dearer before reports, puts dearer than calls, the same each time."""

import numpy as np
import pytest

from engine.market.synthetic import WORLD_START_MS
from engine.options.curve import curve
from engine.options.quality import CROSSED, OVER, PARITY, SLOPE, marks
from engine.options.scanner import ScanSetup, scan
from engine.options.simulated.quotes import Coin, coin_chain, dividend_dates, report_dates, session
from engine.options.simulated.shares import shares
from engine.options.simulated.surroundings import surroundings
from engine.options.simulated.universe import companies, company_named
from engine.options.smile import at_the_money, smile, thirty_days

SEED = 18
NUMBER = shares(SEED).until(WORLD_START_MS) - 1
CHAIN = session(SEED, NUMBER)
LINES = curve(CHAIN)
SMILE = smile(CHAIN, LINES)


def test_every_company_has_quotes_and_the_same_ones_each_time() -> None:
    """Forty names, seven expiries, about twenty strikes, both sides."""
    assert len(CHAIN.names) == 40
    assert len(LINES) == 40 * 7
    assert 8_000 < len(CHAIN) < 14_000
    again = session(SEED, NUMBER)
    assert np.array_equal(again.bid, CHAIN.bid)
    assert not np.array_equal(session(SEED, NUMBER - 1).strike[:100], CHAIN.strike[:100])


def test_quotes_leave_nothing_to_arbitrage() -> None:
    """No crossed ones, none over, parity and strikes in order."""
    found = marks(CHAIN, LINES)
    for wrong in (CROSSED, OVER, PARITY, SLOPE):
        assert ((found & wrong) > 0).mean() < 0.002, wrong
    assert np.isfinite(LINES.forward).mean() > 0.9


def test_puts_are_dearer_than_calls() -> None:
    """The skew of every company at a month leans the way of equities."""
    place = np.flatnonzero(np.abs(LINES.years * 365 - 30) < 8)
    x = np.full(len(place), 0.05)
    assert (SMILE.at(place, -x) > SMILE.at(place, x)).mean() > 0.95


def test_a_report_before_expiry_lifts_volatility() -> None:
    """Expiries after the next report are dearer in total variance than those before, for those about to report."""
    at_money = at_the_money(CHAIN, LINES, SMILE)
    lifts = []
    for code, name in enumerate(CHAIN.names):
        due = report_dates(SEED, name)
        due = due[due >= CHAIN.moment[0]][0]
        mine = np.flatnonzero((LINES.underlying == code) & np.isfinite(at_money))
        before, after = mine[LINES.expiry[mine] < due], mine[LINES.expiry[mine] >= due]
        if len(before) and len(after) and LINES.years[after[0]] < 0.12:
            lifts.append(at_money[after[0]] / at_money[before[-1]])
    assert len(lifts) > 5
    assert np.median(lifts) > 1.03


def test_a_scan_of_it_finds_every_strategy_with_its_surroundings() -> None:
    """What the feed of the sample world is made from."""
    result = scan(CHAIN, ScanSetup(), surroundings(SEED, int(CHAIN.moment[0])))
    assert result is not None
    table = result.table
    assert len(np.unique(table.strategy)) == 12
    for name in ("iv_rank", "iv_percentile", "hv20", "vrp", "earnings_in_term", "regime", "vix", "sector_strength"):
        assert np.isfinite(table[name]).mean() > 0.8, name
    assert 0 < (table["earnings_in_term"] == 1).mean() < 1
    assert table["iv_n"].min() > 200


def test_surroundings_know_nothing_of_the_future() -> None:
    """Candles, volatilities and fear end at the moment; reports are known a quarter ahead."""
    now = int(CHAIN.moment[0])
    known = surroundings(SEED, now)
    assert all((each.time + each.step_ms).max() <= now + 86_400_000 for each in known.bars.values())
    assert all(each.moment.max() <= now for each in known.volatility.values())
    assert known.vix is not None
    assert known.vix.moment.max() <= now
    assert all(each.dates.max() <= each.known_until for each in known.earnings.values())


def test_the_month_told_is_the_month_quoted() -> None:
    """The history that rank and percentile come from agrees with what the quotes imply."""
    month = thirty_days(LINES, at_the_money(CHAIN, LINES, SMILE))
    told = surroundings(SEED, int(CHAIN.moment[0])).volatility
    quoted = {CHAIN.names[int(u)]: float(v) for u, v in zip(month.underlying, month.sigma, strict=True)}
    ratios = [quoted[name] / told[name].sigma[-1] for name in quoted if np.isfinite(quoted[name])]
    assert np.median(ratios) == pytest.approx(1.0, abs=0.06)


def test_coins_have_chains_too() -> None:
    """No discount, their own forward, one coin a contract."""
    chain = coin_chain(SEED, (Coin("SIM-BTC", 60_000.0, 0.45, 0.5, 4_000.0),), WORLD_START_MS)
    lines = curve(chain)
    assert (lines.discount == 1.0).all()
    assert chain.multiplier.tolist() == [1.0]
    result = scan(chain)
    assert result is not None
    assert len(result.table) > 50


def test_dividends_are_paid_where_there_are_any() -> None:
    """Four a year."""
    paying = [each for each in companies(SEED) if each.dividend]
    dates, amounts = dividend_dates(SEED, paying[0])
    assert len(dates) == len(amounts) > 15
    assert (amounts > 0).all()
    nothing = next(each for each in companies(SEED) if not each.dividend)
    assert len(dividend_dates(SEED, company_named(SEED, nothing.symbol))[0]) == 0
