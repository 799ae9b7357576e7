"""What a market's name says: what is traded, and in which currency its prices are."""

import re
from dataclasses import dataclass
from typing import Final

DOLLARS: Final = ("USD", "USDT", "USDC", "FDUSD", "BUSD", "TUSD", "DAI")
# Currencies that a name may end in without a mark before them, the longest first; so many letters must be left.
ENDINGS: Final = {
    "FDUSD": 2, "USDT": 1, "USDC": 1, "BUSD": 3, "USD": 1, "EUR": 1, "GBP": 1,
    **dict.fromkeys((
        "JPY", "TRY", "KRW", "BRL", "AUD", "CAD", "CHF", "INR", "MXN", "ZAR", "PLN", "UAH", "ARS", "NGN", "CZK",
        "SGD", "HKD", "CNY", "NZD", "SEK", "NOK", "DKK", "IDR", "THB", "BTC", "ETH", "BNB",
    ), 3),
}  # fmt: skip
SIMULATED: Final = "SIM-"
NAMED: Final = frozenset((*DOLLARS, *ENDINGS))
LONGER: Final = frozenset({"SHIB"})  # SHIBUSD is SHIB in USD, and no SHI in BUSD
LABELS: Final = frozenset({"SPOT", "PERP", "SWAP", "PERPETUAL", "FUTURES"})
BITCOIN: Final = frozenset({"BTC", "XBT", "XXBT", "XXBTZ"})  # the last two are an old exchange's: XXBTZUSD


@dataclass(frozen=True, slots=True)
class Pair:
    """What is traded, and the currency of its prices; None where the name says none."""

    base: str
    quote: str | None


def is_simulated(symbol: str) -> bool:
    """Whether a name says that its prices were made up."""
    return symbol.upper().startswith(SIMULATED)


def pair_of(symbol: str, is_ticker: bool = False) -> Pair:
    """BTC and USDT of BTC/USDT, BTC/USDT:USDT, BTCUSDT, btc-usdt, BTCUSDT_PERP, BINANCE:BTCUSDT or SIM-BTC/USDT.

    What follows a slash is the currency, whatever it is; else one that is known. A ticker of an equity is one word.
    """
    name = symbol.upper().removeprefix(SIMULATED)
    if "/" in name:
        base, rest = name.split("/", 1)
        return Pair(base.rsplit(":", 1)[-1] or name, (re.findall("^[A-Z0-9]+", rest) or [None])[0])
    if is_ticker:
        return Pair(name.rsplit(":", 1)[-1] or name, None)
    head, _, tail = name.rpartition(":")
    words = re.split("[-_.]+", head if head and tail in NAMED else tail)
    words = [word for word in words if word and word not in LABELS] or [name]
    if len(words) > 1 and words[1] in NAMED:
        return Pair(words[0], words[1])
    return _parted(words[0].removesuffix("PERP") or words[0])


def _parted(word: str) -> Pair:
    """A name in one word: the currency that it ends in, and what is left."""
    for ending, least in ENDINGS.items():
        base = word.removesuffix(ending)
        if base != word and len(base) >= least and base + ending[0] not in LONGER:
            return Pair(base, ending)
    return Pair(word, None)
