"""The strategies there are: what each is made of, what it hopes for, what it can cost, in a trader's words."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

View = Literal["bullish", "bearish", "neutral", "moving"]

PUT, CALL = "put", "call"


@dataclass(frozen=True, slots=True)
class Strategy:
    """One strategy: its number in tables, label, the market it hopes for, and sentences that explain it.

    `legs` lists (bought +1 or sold -1, put or call) from the lowest strike up; `shares` is what is held of the
    underlying per contract; `earns` and `risks` say how money is made and lost; `is_credit` whether it is paid for
    at the start; `two_expiries` whether the bought leg expires later.
    """

    number: int
    label: str
    view: View
    legs: tuple[tuple[int, str], ...]
    earns: str
    risks: str
    is_credit: bool
    shares: float = 0.0
    two_expiries: bool = False


STRATEGIES: Final = MappingProxyType({
    "cash_secured_put": Strategy(
        0, "Cash-secured put", "bullish", ((-1, PUT),), "keeps the premium while the price stays above the strike",
        "must buy at the strike however far the price has fallen", True,
    ),
    "covered_call": Strategy(
        1, "Covered call", "bullish", ((-1, CALL),), "keeps the premium, and the rise up to the strike",
        "keeps the whole fall of the shares, less the premium; gives up the rise beyond the strike", True, 1.0,
    ),
    "put_credit_spread": Strategy(
        2, "Put credit spread", "bullish", ((1, PUT), (-1, PUT)),
        "keeps the credit while the price stays above the sold strike",
        "loses the width less the credit below the bought strike", True,
    ),
    "call_credit_spread": Strategy(
        3, "Call credit spread", "bearish", ((-1, CALL), (1, CALL)),
        "keeps the credit while the price stays below the sold strike",
        "loses the width less the credit above the bought strike", True,
    ),
    "iron_condor": Strategy(
        4, "Iron condor", "neutral", ((1, PUT), (-1, PUT), (-1, CALL), (1, CALL)),
        "keeps the credit while the price stays between the sold strikes",
        "loses the wider side less the credit beyond either bought strike", True,
    ),
    "iron_butterfly": Strategy(
        5, "Iron butterfly", "neutral", ((1, PUT), (-1, PUT), (-1, CALL), (1, CALL)),
        "earns most where the price ends at the sold strike",
        "loses the width less the credit beyond either wing", True,
    ),
    "short_strangle": Strategy(
        6, "Short strangle", "neutral", ((-1, PUT), (-1, CALL)),
        "keeps the credit while the price stays between the strikes",
        "loses without limit when the price runs away", True,
    ),
    "long_straddle": Strategy(
        7, "Long straddle", "moving", ((1, PUT), (1, CALL)), "earns when the price moves far, either way",
        "loses the whole debit when the price stays where it is", False,
    ),
    "calendar": Strategy(
        8, "Calendar", "neutral", ((-1, CALL), (1, CALL)),
        "earns when the near option decays faster than the far one, most at the strike",
        "loses the debit when the price runs away or volatility falls", False, two_expiries=True,
    ),
    "wheel": Strategy(
        9, "Wheel", "bullish", ((-1, PUT),),
        "sells puts until assigned, then calls on the shares until called away, and begins again",
        "holds the shares through their fall; the premiums lower what they cost", True,
    ),
    "long_call": Strategy(
        10, "Long call", "bullish", ((1, CALL),), "earns the rise beyond strike and debit",
        "loses the debit when the price does not rise enough in time", False,
    ),
    "long_put": Strategy(
        11, "Long put", "bearish", ((1, PUT),), "earns the fall below strike and debit",
        "loses the debit when the price does not fall enough in time", False,
    ),
})  # fmt: skip
NAMES: Final = tuple(STRATEGIES)
