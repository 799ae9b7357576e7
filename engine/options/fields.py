"""Every number of an opportunity, described once: what it is called, its unit, how it is computed, its source.

Tables, screens, downloads and the glossary are made from this list; nothing about a field is written twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Unit = Literal[
    "price", "share", "percent", "days", "years", "number", "score", "sigma", "code", "flag", "seconds", "atr"
]


@dataclass(frozen=True, slots=True)
class Field:
    """One column: label, unit, formula in words and signs, and its source; nan always means unknown."""

    label: str
    unit: Unit
    formula: str
    source: str = ""


TERMS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        "spot": Field("Price of the underlying", "price", "as seen with the quotes"),
        "forward": Field(
            "Forward",
            "price",
            "C − P = DF (F − K), least squares over strikes within 6 % of spot; crypto: the venue's own",
            "put-call parity",
        ),
        "days": Field(
            "Days to expiry", "days", "(expiry instant − now) / 24 h; equity 16:00 New York, Deribit 08:00 UTC"
        ),
        "premium": Field(
            "Premium", "price", "sum of the middles of bid and ask: sold legs less bought ones; below 0 is paid"
        ),
        "natural": Field("Premium at worst", "price", "sold legs at their bid, bought ones at their ask"),
        "delta": Field(
            "Delta", "number", "sum over legs of side × DF N(±d1) F / S, and of the shares held", "Black 1976"
        ),
        "gamma": Field("Gamma", "number", "sum over legs of DF φ(d1) F² / (S² F σ √T)", "Black 1976"),
        "vega": Field(
            "Vega", "price", "sum over legs of DF F φ(d1) √T, for one whole unit of volatility", "Black 1976"
        ),
        "theta": Field("Theta a day", "price", "change of value in one calendar day, all else the same", "Black 1976"),
        "max_profit": Field("Most it can earn", "price", "highest value at expiry over all prices; ∞ without limit"),
        "max_loss": Field("Most it can lose", "price", "lowest value at expiry over all prices; ∞ without limit"),
        "breakeven_low": Field("Lower breakeven", "price", "where the value at expiry is 0"),
        "breakeven_high": Field("Upper breakeven", "price", "where the value at expiry is 0"),
        "pop": Field(
            "Chance of profit",
            "share",
            "Σ over profit intervals of N(z(hi)) − N(z(lo)), z(x) = (ln(x/F) + s²T/2) / (s√T),"
            " s the skew's volatility at the breakeven",
            "risk-neutral; not 1 − |delta|",
        ),
        "touch": Field(
            "Chance to touch a sold strike",
            "share",
            "min(1, 2 × chance to end beyond it), the nearest sold strike",
            "reflection principle, an approximation",
        ),
        "ev": Field(
            "Average outcome",
            "price",
            "discounted average payoff under one lognormal law at the volatility at the money,"
            " plus premium, less fees and half spread",
        ),
        "alpha": Field(
            "Average outcome per money at risk", "share", "average outcome / most it can lose", "Option Alpha"
        ),
        "return_on_risk": Field(
            "Return on risk", "share", "most it can earn / most it can lose; naked: premium / margin"
        ),
        "annual_yield": Field(
            "Yield a year",
            "share",
            "cash-secured put: c/K × 365/days; covered call: c/S × 365/days; others: return on risk × 365/days",
            "wheelscreener, frenzycap",
        ),
        "margin": Field(
            "Money set aside",
            "price",
            "put: K; covered call: S − c; defined risk: most it can lose; naked:"
            " premium + max(20 % S − out of the money, 10 % K), the dearer side",
            "Reg T minimum, stated rule",
        ),
        "iv": Field(
            "Volatility",
            "sigma",
            "of the leg nearest to the money, from its out-of-the-money side's middle",
            "Black 1976",
        ),
        "at_money": Field("Volatility at the money", "sigma", "mean of the two strikes nearest to the forward"),
        "spread_pct": Field("Spread", "share", "Σ (ask − bid) / Σ middle over the legs"),
        "spread_money": Field("Spread in money", "price", "Σ (ask − bid) over the legs"),
        "open_interest": Field("Open interest", "number", "the least of the legs; yesterday's"),
        "volume": Field("Volume", "number", "the least of the legs"),
        "liquidity": Field(
            "Liquidity",
            "score",
            "40 e^(−spread/5 %) + 30 min(1, log10(1+OI)/4) + 30 min(1, log10(1+volume)/3.5)",
            "weights ours",
        ),
        "age": Field("Age of the quotes", "seconds", "the oldest of the legs"),
        "forward_volatility": Field("Forward volatility", "sigma", "√((s2²T2 − s1²T1)/(T2 − T1)), calendars only"),
        "static_return": Field("Return if nothing moves", "share", "covered call: c/S"),
        "called_return": Field("Return if called away", "share", "covered call: (K − S + c)/(S − c)"),
        "discount": Field(
            "Discount", "share", "DF of one unit paid at expiry, from parity; crypto: 1", "put-call parity"
        ),
        "expected_move": Field(
            "Expected move",
            "price",
            "one deviation until expiry: F σ √T at the volatility at the money",
            "not 0.85 straddle",
        ),
        "skew": Field("Skew", "sigma", "volatility of the 25-delta put less that of the 25-delta call"),
        "term_slope": Field("Slope to 30 days", "sigma", "volatility at the money of this expiry less that of 30 days"),
        "unusual": Field(
            "Unusual activity",
            "score",
            "gate: volume > 500, OI > 100, price > 0.10, volume/OI ≥ 1.25; then 40 z/6 + 25 (volume/OI)/5"
            " + 20 log10(1 + premium)/6 + 15 (1 − days/30), each part at most full; z of ln(1 + volume) over 20"
            " sessions",
            "gate as Barchart's; the score is ours; volume is not buying",
        ),
    }
)
SURROUNDINGS: Final[Mapping[str, Field]] = MappingProxyType(
    {
        "iv30": Field(
            "Volatility, 30 days",
            "sigma",
            "total variance at the money linear in time between the expiries around 30 days",
        ),
        "iv_rank": Field("Rank of volatility", "score", "100 (IV − min) / (max − min) over 252 sessions", "tastytrade"),
        "iv_percentile": Field(
            "Percentile of volatility",
            "score",
            "100 × share of the 252 sessions before with a lower one",
            "Market Chameleon",
        ),
        "iv_n": Field("Sessions behind rank and percentile", "number", "at most 252; under 20 neither is told"),
        "hv20": Field("Realised volatility", "sigma", "root mean square of 20 daily log returns × √252 (crypto √365)"),
        "vrp": Field(
            "Paid over realised", "number", "30-day volatility / realised volatility; above 1 sellers are paid more"
        ),
        "support_pct": Field(
            "Beyond support", "share", "(support − sold put's strike) / support; support: the level below spot"
        ),
        "support_atr": Field("Beyond support, in ranges", "atr", "(support − strike) / mean true range of 14 days"),
        "resistance_pct": Field("Beyond resistance", "share", "(sold call's strike − resistance) / resistance"),
        "resistance_atr": Field(
            "Beyond resistance, in ranges", "atr", "(strike − resistance) / mean true range of 14 days"
        ),
        "earnings_in_term": Field(
            "Earnings before expiry", "flag", "1 yes, 0 surely not, unknown where the calendar ends before"
        ),
        "days_to_earnings": Field("Days to earnings", "days", "to the next known date"),
        "days_to_dividend": Field("Days to dividend", "days", "to the next known date"),
        "early_exercise": Field(
            "Early exercise",
            "code",
            "sold call in the money: time value < dividends due; sold put: time value < K (1 − DF)",
        ),
        "regime": Field("Regime", "code", "above or below its 200-day mean; calm or turbulent by its own past year"),
        "market_regime": Field("Regime of the market", "code", "the same of the whole market"),
        "vix": Field("VIX or DVOL", "number", "the newest close known at the moment, at most five days old"),
        "vix_change": Field("Change of it", "number", "over five days"),
        "sector_strength": Field(
            "Strength of its sector", "share", "log return of the sector less the market's, 63 days"
        ),
        "sentiment": Field("Sentiment", "number", "an imported series, the newest value at most five days old"),
        "win_rate": Field(
            "Made a profit",
            "share",
            "share of settled ideas alike (strategy, chance and days in the same cells) that made a profit",
        ),
        "win_n": Field("Settled ideas alike", "number", "over before this moment; under 20 no rate is told"),
    }
)
FIELDS: Final[Mapping[str, Field]] = MappingProxyType({**TERMS, **SURROUNDINGS})
