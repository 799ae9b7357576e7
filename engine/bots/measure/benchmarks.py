"""What the same money would have done without the bot: held, held at the bot's own exposure, or kept as cash."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.bots.measure.comparison import Difference, return_difference
from engine.bots.measure.drawdown import deepest
from engine.bots.measure.resampling import RESAMPLES
from engine.bots.performance import Replay, annual_sharpe, mean_exposure, returns_of

Floats = NDArray[np.float64]

BOT: Final = "The bot"
BOTS: Final = "The bots"
OF: Final = {BOT: "'s", BOTS: "'"}


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One way to do without the bot, its numbers, and the bot's lead over it (bot - benchmark)."""

    name: str
    total_return: float
    sharpe: float | None
    max_drawdown: float
    lead: Difference


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """The three; `same_exposure` is None when equity ran out, so that the exposure is undefined."""

    hold: Benchmark
    same_exposure: Benchmark | None
    cash: Benchmark


def benchmarks(
    bot: Replay, fee: float = 0.001, funding: Floats | None = None, seed: int = 0, resamples: int = RESAMPLES
) -> Benchmarks:
    """The bot beside buy-and-hold, buy-and-hold at the bot's average share of equity, and cash at 0 %.

    All start with the bot's capital at the first close and pay `fee` (a fraction) once, on what they buy.
    `funding` (n,) is the fraction of a long position's worth paid up to each close (perpetuals), None for none.
    """
    paid = np.zeros(len(bot.close)) if funding is None else funding
    exposure = mean_exposure(bot)

    def next_to(name: str, equity: Floats) -> Benchmark:
        return beside(name, equity, bot, seed, resamples)

    return Benchmarks(
        hold=next_to("Buy and hold", held(bot, 1.0, fee, paid)),
        same_exposure=None
        if exposure is None
        else next_to("Buy and hold at equal exposure", held(bot, exposure, fee, paid)),
        cash=next_to("Cash", np.full(len(bot.close), bot.equity[0])),
    )


def held(bot: Replay, share: float, fee: float, funding: Floats) -> Floats:
    """Equity (n,) of a long position kept at `share` of equity; 1 is plain buy-and-hold.

    A share below 1 is brought back at every close without a fee, which favours the benchmark; the entry
    fee falls on the second close, the first shows the capital. Equity ends at zero and stays there.
    """
    moves = bot.close[1:] / bot.close[:-1] - 1 - funding[1:]
    factors = np.maximum(1 + share * moves, 0.0)
    if len(factors):
        factors[0] *= 1 - share * fee / (1 + fee)
    grown: Floats = bot.equity[0] * np.cumprod(np.r_[1.0, factors])
    return grown


def beside(
    name: str, equity: Floats, bot: Replay, seed: int = 0, resamples: int = RESAMPLES, who: str = BOT
) -> Benchmark:
    """Another course of the same capital over the same bars, and the lead of `bot` over it; `who` is it in words."""
    still = replace(bot, equity=equity, entry_bar=bot.entry_bar[:0], trade_pnl=bot.trade_pnl[:0])
    compared = return_difference(still, bot, seed, resamples)
    return Benchmark(
        name,
        total_return=float(equity[-1] / equity[0] - 1),
        sharpe=annual_sharpe(returns_of(equity), bot.bars_per_year),
        max_drawdown=deepest(equity).depth,
        lead=replace(compared, sentence=_lead(name, compared, who)),
    )


def _lead(name: str, compared: Difference, who: str) -> str:
    """One plain sentence about the bot's lead in return, by the same rule as every difference."""
    lead, than = compared.change, name.lower()
    if lead.low is None or lead.high is None or lead.value is None:
        return f"Too little happened to compare {who.lower()} with {than}."
    if not lead.excludes_zero:
        return f"{who}{OF[who]} lead over {than} is smaller than its error: it may be chance."
    low, high = sorted((abs(lead.low) * 100, abs(lead.high) * 100))
    way = "more" if lead.value > 0 else "less"
    return f"{who} made {abs(lead.value) * 100:.2f} points {way} than {than} (95 %: {low:.2f} to {high:.2f})."
