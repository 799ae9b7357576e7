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
    }
)
