"""Claim: implied volatilities and Greeks of real contracts agree with QuantLib and take a fraction of its loop's time.

`python -m benchmarks.options` also re-makes Deribit's marks, compares the 30-day volatility of SPY with the VIX, scans
767,060 contracts into opportunities in seconds, and asks whether predicted chances of profit came true. Real chains
stand in ../shared/data/options; each part says so where they are absent.
"""

import resource
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import QuantLib as ql  # noqa: N813 - its own documents call it so

from benchmarks.harness import best, print_machine
from benchmarks.peers import ROOT
from benchmarks.words import wilson
from engine.gateways.chains.chain_file import read_chain
from engine.options.chain import Chain, Floats
from engine.options.curve import Curve, curve
from engine.options.features.likeness import settled
from engine.options.opportunity import OpportunityTable
from engine.options.pricing.black import Place, greeks, price
from engine.options.pricing.implied import implied_deviation
from engine.options.scanner import scan
from engine.options.smile import at_the_money, smile, thirty_days
from engine.options.strategies.kinds import STRATEGIES

DATA = ROOT.parent / "shared" / "data"
LOOP = 20_000  # contracts that QuantLib's loop is timed on; its time a contract does not depend on how many
DAY = 86_400_000
BINS = np.array([0.0, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 1.0])


def contracts(chain: Chain, lines: Curve) -> dict[str, Floats]:
    """Out-of-the-money contracts with a price, a forward and time left."""
    place = lines.slice_of_row
    forward, discount, years = lines.forward[place], lines.discount[place], lines.years[place]
    out = (chain.strike >= forward) == chain.is_call
    kept = out & np.isfinite(forward) & np.isfinite(chain.price) & (years > 0)
    named = {"price": chain.price, "forward": forward, "strike": chain.strike, "call": chain.is_call,
             "discount": discount, "years": years, "spot": chain.spot}  # fmt: skip
    return {name: values[kept] for name, values in named.items()}


def quantlib_deviation(row: tuple[Any, ...]) -> float:
    """Its own inversion at its own default accuracy (1e-6); nan where it finds none."""
    paid, forward, strike, call, discount = row
    kind = ql.Option.Call if call else ql.Option.Put
    try:
        return float(
            ql.blackFormulaImpliedStdDev(kind, strike, forward, paid, discount, 0.0, ql.nullDouble(), 1e-12, 1000)
        )
    except RuntimeError:
        return float("nan")


def accuracy(c: dict[str, Floats]) -> None:
    """Volatilities behind prices that QuantLib made from known ones, and beside its own inversion of real prices."""
    s = implied_deviation(c["price"], c["forward"], c["strike"], c["call"], c["discount"])
    known = np.isfinite(s)
    print(f"{len(s):,} real contracts out of the money, {known.sum():,} with a volatility")
    rows = np.flatnonzero(known)
    kinds = np.where(c["call"], ql.Option.Call, ql.Option.Put)
    columns = (kinds, c["strike"], c["forward"], s, c["discount"])
    made = np.array([ql.blackFormula(*row) for row in zip(*(each[rows].tolist() for each in columns), strict=True)])
    back = implied_deviation(made, c["forward"][rows], c["strike"][rows], c["call"][rows], c["discount"][rows])
    error = np.abs(back / s[rows] - 1)
    print(f"  QuantLib's price, inverted: median error {np.median(error):.1e}, worst {error.max():.1e}")
    repriced = price(c["forward"][rows], c["strike"][rows], s[rows], c["call"][rows], c["discount"][rows])
    print(
        f"  re-priced at our volatility: worst error {np.abs(repriced / c['price'][rows] - 1).max():.1e} of the price"
    )


def speed(c: dict[str, Floats]) -> None:
    """One run, one thread each: ours over all contracts, QuantLib's loop over some, as ratios a contract."""
    n = len(c["price"])
    some = np.random.default_rng(0).choice(n, min(LOOP, n), replace=False)
    rows = list(
        zip(*(c[name][some].tolist() for name in ("price", "forward", "strike", "call", "discount")), strict=True)
    )
    ours = best(lambda: implied_deviation(c["price"], c["forward"], c["strike"], c["call"], c["discount"])) / n
    theirs = best(lambda: [quantlib_deviation(row) for row in rows], 3) / len(rows)
    print(
        f"implied volatility: {1 / ours:,.0f} a second, QuantLib's loop {1 / theirs:,.0f}:"
        f" {theirs / ours:.1f} times (goal 1.5)"
    )
    s = implied_deviation(c["price"], c["forward"], c["strike"], c["call"], c["discount"])
    known = np.isfinite(s)
    c = {name: values[known] for name, values in c.items()}
    sigma = s[known] / np.sqrt(c["years"])
    place = Place(c["spot"], c["forward"], c["strike"], c["years"], c["discount"], c["call"])
    ours = best(lambda: greeks(place, sigma)) / len(sigma)
    told = [np.arange(min(LOOP, len(sigma)))]
    theirs = best(lambda: [quantlib_greeks(c, sigma, i) for i in told[0].tolist()], 3) / len(told[0])
    print(
        f"five Greeks: {1 / ours:,.0f} a second, QuantLib's loop {1 / theirs:,.0f}: {theirs / ours:.0f} times (goal 50)"
    )
    found = greeks(place, sigma)
    mine = np.c_[found.delta, found.gamma, found.vega, found.theta * 365, found.rho][told[0]]
    other = np.array([quantlib_greeks(c, sigma, i) for i in told[0].tolist()])
    print(f"  worst difference {np.abs(mine - other).max():.1e}, relative to size {worst(mine, other):.1e}")


def worst(mine: Floats, other: Floats) -> float:
    """The largest difference over the larger of 1 and the size."""
    return float((np.abs(mine - other) / np.maximum(np.abs(other), 1.0)).max())


def quantlib_greeks(c: dict[str, Floats], sigma: Floats, i: int) -> tuple[float, ...]:
    """Its five Greeks of one contract."""
    kind = ql.Option.Call if c["call"][i] else ql.Option.Put
    spot, years = float(c["spot"][i]), float(c["years"][i])
    one = ql.BlackCalculator(
        ql.PlainVanillaPayoff(kind, float(c["strike"][i])), float(c["forward"][i]),
        float(sigma[i]) * years**0.5, float(c["discount"][i]),
    )  # fmt: skip
    return one.delta(spot), one.gamma(spot), one.vega(years), one.theta(spot, years), one.rho(years)


def marks(file: Path) -> None:
    """Deribit's marks from its own volatilities: the forward it states is the right one."""
    table = pd.read_parquet(file)
    chain = read_chain(file, file.name).chain
    place = pd.MultiIndex.from_arrays([
        np.array(chain.names, dtype=object)[chain.underlying], chain.moment, chain.expiry, chain.strike, chain.is_call,
    ])  # fmt: skip
    expiry = (table["expiry"] + pd.Timedelta(hours=8)).dt.as_unit("ms").astype("int64")
    moment = table["snapshot_utc"].dt.as_unit("ms").astype("int64")
    wanted = pd.MultiIndex.from_arrays([
        table["underlying"].astype(object), moment, expiry, table["strike"].astype(float), table["type"] == "call"
    ])  # fmt: skip
    row = place.get_indexer(wanted)
    sigma = table["mark_iv"].to_numpy() / 100
    made = price(chain.forward[row], chain.strike[row], sigma * np.sqrt(chain.years[row]), chain.is_call[row])
    large = table["mark_price"].to_numpy() > 1e-3
    error = np.abs(made[large] / chain.last[row[large]] - 1)
    print(f"Deribit: {large.sum():,} marks re-made, median relative error {np.median(error):.1e} (goal 1e-4)")


def month_against_vix(chain: Chain, lines: Curve) -> None:
    """The 30-day volatility of SPY beside the VIX of the same days."""
    file = DATA / "bars" / "vix_1d.parquet"
    month = thirty_days(lines, at_the_money(chain, lines, smile(chain, lines)))
    mine = month.underlying == chain.names.index("SPY")
    ours = pd.Series(month.sigma[mine], pd.to_datetime(month.moment[mine], unit="ms").normalize())
    vix = pd.read_parquet(file).set_index("timestamp")["close"]
    vix.index = vix.index.tz_localize(None).normalize()
    both = pd.concat([ours, vix], axis=1, keys=["ours", "vix"], sort=True).dropna()
    print(
        f"SPY's 30 days against the VIX: correlation {both.corr().iloc[0, 1]:.3f} on {len(both)} shared days (goal .95)"
    )


def whole_scan(file: Path) -> OpportunityTable:
    """A file of 767,060 contracts into opportunities."""
    started = time.perf_counter()
    chain = read_chain(file, file.name).chain
    read = time.perf_counter() - started
    found = scan(chain)
    if found is None:
        sys.exit("The scan was stopped.")
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"scan: {len(chain):,} contracts into {len(found.table):,} opportunities in {seconds:.1f} s"
          f" (of that reading {read:.1f} s; goal 10 s), process at most {peak:.2f} GB (goal 2 GB)")  # fmt: skip
    return found.table


def chances(table: OpportunityTable, chain: Chain) -> None:
    """Predicted chances of profit against what came: positions whose expiry lies within the sessions at hand."""
    spots = (
        pd.Series(chain.spot, pd.MultiIndex.from_arrays([chain.underlying, chain.moment // DAY]))
        .groupby(level=[0, 1])
        .first()
    )
    ended = spots.reindex(pd.MultiIndex.from_arrays([table.underlying, table.expiry // DAY])).to_numpy()
    known = np.isfinite(ended)
    for name in ("cash_secured_put", "put_credit_spread", "call_credit_spread", "iron_condor", "long_straddle"):
        mine = known & (table.strategy == STRATEGIES[name].number)
        part = table.rows(mine)
        gained = settled(part, ended[mine]).gained
        bins = np.digitize(part["pop"], BINS) - 1
        said, came = part["pop"].mean(), gained.mean()
        print(f"  {STRATEGIES[name].label}: {mine.sum():,} settled, said {said:.3f}, came {came:.3f}")
        for place in np.unique(bins).tolist():
            here = bins == place
            weeks = len(np.unique(part.expiry[here]))
            low, high = wilson(round(gained[here].mean() * weeks), weeks)
            span = f"{BINS[place]:.2f} to {BINS[place + 1]:.2f}"
            said, came = part["pop"][here].mean(), gained[here].mean()
            print(f"    {span}: said {said:.3f}, came {came:.3f} ({weeks} expiries: {low:.2f}-{high:.2f})")
    print("  Six weeks of one rising market: ideas of a session stand and fall together, so the ranges count expiries,"
          " not ideas, and what came says little about another season.")  # fmt: skip


def main() -> None:
    """Every part that has its data."""
    print_machine()
    file = DATA / "options" / "us_chain.parquet"
    if not file.exists():
        print("Skipped: no real chains beside this checkout (../shared/data/options).")
        return
    chain = read_chain(file, file.name).chain
    lines = curve(chain)
    found = contracts(chain, lines)
    accuracy(found)
    speed(found)
    marks(DATA / "options" / "crypto_chain_deribit.parquet")
    month_against_vix(chain, lines)
    table = whole_scan(file)
    print("chance of profit, said and come true")
    chances(table, chain)


if __name__ == "__main__":
    main()
