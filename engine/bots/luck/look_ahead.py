"""Does the past change when the future is taken away? A replay that looks ahead gives itself away by it.

The candles are cut off at several points, everything is made anew from what is left (indicators, forecast, replay),
and every trade that had ended and every close's equity and position must be the same to the last bit. It finds
whatever depends on later candles of this market in this replay; it cannot find settings that were chosen by
knowing the future, which is what holding back months is for.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from engine.bots.backtest import BacktestResult, Setup, backtest
from engine.bots.parameters import BotParameters
from engine.bots.tape import Tape, tape_of
from engine.market.bars import Bars

SHARES: Final = (0.25, 0.4, 0.55, 0.7, 0.85, 0.95)  # of the candles, that are left by default
Replayed = Callable[[Bars], BacktestResult]


@dataclass(frozen=True, slots=True)
class LookAhead:
    """Where the candles were cut (bar numbers), ended trades compared over all cuts, and the cuts that differed."""

    checked: tuple[int, ...]
    trades: int
    differing: tuple[int, ...]

    @property
    def is_clean(self) -> bool:
        """Whether the past stayed the same at every cut."""
        return not self.differing


def look_ahead(
    tape: Tape, parameters: BotParameters, setup: Setup, cuts: Sequence[int] | None = None
) -> LookAhead:  # fmt: skip
    """The replay of one configuration, cut off at `cuts` (bar numbers; six by default)."""

    def replay(bars: Bars) -> BacktestResult:
        return backtest(tape_of(bars, tape.market), parameters, setup)

    return cut_off(tape.bars, replay, cuts)


def cut_off(bars: Bars, replay: Replayed, cuts: Sequence[int] | None = None) -> LookAhead:
    """As `look_ahead`, of any replay of candles."""
    at = [int(share * len(bars)) for share in SHARES] if cuts is None else cuts
    checked = tuple(sorted({cut for cut in at if 2 <= cut < len(bars)}))
    whole = replay(bars)
    differing, trades = [], 0
    for cut in checked:
        trades += int(np.count_nonzero(_ended(whole, cut)))
        if not _is_same(whole, replay(bars.slice(0, cut)), cut):
            differing.append(cut)
    return LookAhead(checked, trades, tuple(differing))


def _ended(result: BacktestResult, cut: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which trades had ended before the candle numbered `cut`."""
    exits = result.trades.exit_bar
    found: np.ndarray[tuple[int], np.dtype[np.bool_]] = (exits >= 0) & (exits < cut)
    return found


def _is_same(whole: BacktestResult, short: BacktestResult, cut: int) -> bool:
    curves = all(np.array_equal(getattr(whole, name)[:cut], getattr(short, name)) for name in ("equity", "position"))
    ours, theirs = _ended(whole, cut), _ended(short, cut)
    columns = ("entry_bar", "exit_bar", "side", "entry_price", "exit_price", "quantity", "pnl", "fees", "reason")
    return curves and all(
        np.array_equal(getattr(whole.trades, name)[ours], getattr(short.trades, name)[theirs]) for name in columns
    )
