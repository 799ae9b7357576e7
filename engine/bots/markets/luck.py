"""Is the best of each market better than luck, when several markets were asked? A luck test each, all counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.luck.permutation import LuckTest, Shuffles, luck_test
from engine.bots.markets.several import Several, within
from engine.bots.sweep.swept import Workload

LEVEL: Final = 0.05


@dataclass(frozen=True, slots=True)
class MarketLuck:
    """One market's luck test; `adjusted` is its p-value after all markets that were asked are counted (Holm 1979)."""

    symbol: str
    test: LuckTest
    adjusted: float

    @property
    def is_better(self) -> bool:
        """Whether the best here is better than luck, the other markets counted."""
        return self.adjusted <= LEVEL


def luck_on_each(found: Several, shuffles: Shuffles, workload: Workload | None = None) -> tuple[MarketLuck, ...] | None:
    """The search repeated on luck's markets for every market on which anything traded; None when it was cancelled."""
    workload = workload or Workload()
    asked = [each for each in found.markets if each.best is not None]
    tests: list[LuckTest] = []
    for place, each in enumerate(asked):
        part = within(workload, place, len(asked))
        test = luck_test(each.tape, found.grid, found.setup, shuffles, part, each.swept)
        if test is None:
            return None
        tests.append(test)
    adjusted = holm([test.p_value for test in tests])
    return tuple(MarketLuck(each.symbol, test, value) for each, test, value in zip(asked, tests, adjusted, strict=True))


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """The p-values of several questions, each as it must be read when all of them were asked.

    The smallest counts for all of them, the next for one less, and none below the one before (Holm, "A Simple
    Sequentially Rejective Multiple Test Procedure", 1979); right however the questions hang together.
    """
    count = len(p_values)
    order = np.argsort(p_values, kind="stable")
    highest, adjusted = 0.0, [0.0] * count
    for place, which in enumerate(order):
        highest = max(highest, min(1.0, (count - place) * p_values[which]))
        adjusted[which] = highest
    return tuple(adjusted)


def sentence(told: Sequence[MarketLuck]) -> str:
    """On how many markets the best is better than luck, by rule; and whether the shuffles could have told."""
    if not told:
        return "Nothing traded on any market: luck was not asked."
    better, count = [each.symbol for each in told if each.is_better], len(told)
    shuffles = min(len(each.test.lucky) for each in told)
    if better:
        return f"After {count} markets are counted, the best is better than luck on {len(better)}: {', '.join(better)}."
    if count / (1 + shuffles) > LEVEL:
        least = int(np.ceil(count / LEVEL)) - 1
        return (
            f"{shuffles} shuffles cannot tell on {count} markets: none can pass, whatever its best."
            f" Take {least} or more."
        )
    return f"After {count} markets are counted, the best is better than luck on none of them."
