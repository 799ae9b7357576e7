"""What tokens cost: one dated table, and the arithmetic from a reply's usage or a request's size to dollars."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

DEFAULT_MODEL: Final = "claude-sonnet-5-5"
AS_OF: Final = "2026-10-24"  # the provider's price list of that day; US dollars for a million tokens
MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for a million tokens of each class; micro-dollars for one, which is the same number."""

    input: float
    output: float
    cache_write_5m: float
    cache_write_1h: float
    cache_read: float


_SONNET_4: Final = Price(3.0, 15.0, 3.75, 6.0, 0.30)
_OPUS_5: Final = Price(5.0, 25.0, 6.25, 10.0, 0.50)
# Only models with a price here are ever asked: without one no limit could hold.
PRICES: Final[Mapping[str, Price]] = MappingProxyType({
    "claude-sonnet-5-5": Price(2.0, 10.0, 2.5, 4.0, 0.10),
    "claude-sonnet-5": Price(2.0, 10.0, 2.5, 4.0, 0.20),
    "claude-haiku-5-5": Price(0.10, 0.50, 0.125, 0.20, 0.01),  # prompts up to 100,000 tokens; ours are below 10,000
    "claude-opus-5-5": Price(4.0, 20.0, 5.0, 8.0, 0.20),
    "claude-opus-5": _OPUS_5,
    "claude-opus-4-8": _OPUS_5,
    "claude-sonnet-4-6": _SONNET_4,
    "claude-sonnet-4-5": _SONNET_4,
    "claude-sonnet-4-5-20250929": _SONNET_4,
    "claude-haiku-4-5": Price(1.0, 5.0, 1.25, 2.0, 0.10),
    "claude-haiku-4-5-20251001": Price(1.0, 5.0, 1.25, 2.0, 0.10),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one call used, by class; thinking is part of the output."""

    input: int = 0
    output: int = 0
    cache_write_5m: int = 0
    cache_write_1h: int = 0
    cache_read: int = 0
    thinking: int = 0


def cost(model: str, used: Tokens) -> int:
    """Micro-dollars of a call, rounded up."""
    price = PRICES[model]
    return math.ceil(
        used.input * price.input
        + used.output * price.output
        + used.cache_write_5m * price.cache_write_5m
        + used.cache_write_1h * price.cache_write_1h
        + used.cache_read * price.cache_read
    )


def worst_case(model: str, sent_bytes: int, max_tokens: int) -> int:
    """Micro-dollars that one attempt can cost at most: all of it written to the hour's cache, all the output used.

    A token of our prompts is four bytes on average; two are reckoned with.
    """
    return cost(model, Tokens(cache_write_1h=math.ceil(sent_bytes / 2), output=max_tokens))
