"""Several bots on one cash: what they would have done together on past candles."""

from dataclasses import dataclass

import numpy as np

from engine.bots.backtest import Setup, check, columns, rules_of
from engine.bots.kernel.fold import Columns
from engine.bots.kernel.shared import Markets, fold_shared
from engine.bots.parameters import BotParameters
from engine.bots.performance import Replay
from engine.bots.strategy import signals
from engine.bots.tape import Tape
from engine.bots.trades import Trades, trades_from
from engine.core.errors import DataError
from engine.market.bars import Flags, Floats, Times


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """One bot of a portfolio: its market's tape and its settings."""

    tape: Tape
    parameters: BotParameters

    @property
    def symbol(self) -> str:
        """The market it trades."""
        return self.tape.bars.symbol


@dataclass(frozen=True, slots=True, eq=False)
class PortfolioResult:
    """A replay of several bots on one cash: `time` (t,) opening times in ms UTC of the common clock.

    `equity`, `cash` (t,) in quote currency and `position` (bots, t) in coins at every close; `worth` (bots, t) what
    each bot holds at its market's last close (below 0 for a short); `trades` by bot, bars being rows of its own tape.
    """

    members: tuple[Member, ...]
    setup: Setup
    time: Times
    equity: Floats
    cash: Floats
    position: Floats
    worth: Floats
    trades: tuple[Trades, ...]

    @property
    def pnl(self) -> float:
        """Money made or lost by all of them at the last close, net of all costs, in quote currency."""
        return float(self.equity[-1] - self.setup.capital)

    @property
    def record(self) -> Replay:
        """As performance and comparison read it; what is held counts at its gross worth."""
        first = self.members[0].tape
        entries = [
            np.searchsorted(self.time, each.tape.bars.time[taken.entry_bar])
            for each, taken in zip(self.members, self.trades, strict=True)
        ]
        return Replay(
            time=self.time, close=np.ones(len(self.time)), equity=self.equity,
            position=np.abs(self.worth).sum(axis=0), entry_bar=np.concatenate(entries),
            trade_pnl=np.concatenate([taken.pnl for taken in self.trades]),
            fees=sum(float(taken.fees.sum()) for taken in self.trades),
            traded=sum(_traded(taken) for taken in self.trades),
            step_ms=first.bars.step_ms, days_per_year=max(each.tape.market.days_per_year for each in self.members),
        )  # fmt: skip


def portfolio(members: tuple[Member, ...], setup: Setup | None = None) -> PortfolioResult:
    """Replay the bots together, each by its own settings, the brakes reading the common equity.

    At every time the fills of all come first, in the order given (who is named first has the cash first), then all
    closes. Lots of all count against each bot's `max_open_positions`. All candles must have one step and one
    quote currency; a market without a candle at some time rests, its position counted at its last close.
    """
    setup = setup or Setup()
    _check(members, setup)
    time = np.unique(np.concatenate([each.tape.bars.time for each in members]))
    at = [np.searchsorted(time, each.tape.bars.time) for each in members]
    tables = [columns(each.tape, signals(each.tape, each.parameters, core=False), setup.delay) for each in members]
    rows = np.array([tuple(rules_of(each.parameters, each.tape, setup.costs)) for each in members], dtype=np.float64)
    rows = np.where(np.isposinf(rows), np.finfo(np.float64).max, rows)
    book = fold_shared(_markets(tables, at, len(time)), rows, setup.capital)
    worth = book.position * np.array([_last(each, rows_of, time) for each, rows_of in zip(members, at, strict=True)])
    trades = tuple(trades_from(book.trades[book.owner == bot]) for bot in range(len(members)))
    return PortfolioResult(members, setup, time, book.equity, book.cash, book.position, worth, trades)


def _check(members: tuple[Member, ...], setup: Setup) -> None:
    if setup.core:
        raise DataError("a portfolio replays the bots' own rules, was core. Leave core out.")
    if not members:
        raise DataError("a portfolio needs at least one bot, was none.")
    for name, found in (
        ("timeframe", {each.tape.bars.step for each in members}),
        ("currency", {each.tape.market.quote for each in members}),
    ):
        if len(found) > 1:
            raise DataError(f"bots on one cash need one {name}, were {', '.join(sorted(found))}. Leave some out.")
    for each in members:
        check(each.tape, each.parameters, setup)


def _markets(tables: list[Columns], at: list[Times], times: int) -> Markets:
    there: Flags = np.zeros((len(tables), times), dtype=np.bool_)
    for bot, rows in enumerate(at):
        there[bot, rows] = True
    laid = {name: _laid([getattr(table, name) for table in tables], at, times) for name in Columns._fields}
    prices = np.stack([laid.pop(name) for name in ("open", "high", "low", "close")])
    new_day = laid.pop("new_day") > 0
    return Markets(there, new_day, prices, **laid)


def _laid(arrays: list[Floats], at: list[Times], times: int) -> Floats:
    """Each bot's values on the common clock, 0 where it has no candle."""
    found = np.zeros((len(arrays), times))
    for bot, (values, rows) in enumerate(zip(arrays, at, strict=True)):
        found[bot, rows] = values
    return found


def _last(member: Member, at: Times, time: Times) -> Floats:
    """The market's last close at every time of the clock; 0 before its first."""
    known = np.searchsorted(at, np.arange(len(time)), side="right") - 1
    return np.where(known >= 0, member.tape.bars.close[np.maximum(known, 0)], 0.0)


def _traded(trades: Trades) -> float:
    exits = np.where(trades.exit_bar >= 0, np.nan_to_num(trades.exit_price), 0.0)
    return float(((trades.entry_price + exits) * trades.quantity).sum())
