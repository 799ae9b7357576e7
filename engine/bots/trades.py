"""The positions of a replay, one row from flat to flat, as columns."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from engine.bots.kernel.orders import BAND, DRAWDOWN, HOLDING, NONE, STOP, TARGET
from engine.market.bars import Floats, Times

REASONS: Final = {
    NONE: "open", STOP: "stop", TARGET: "take profit", BAND: "band", HOLDING: "held longest", DRAWDOWN: "drawdown limit"
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Trades:
    """Finished positions and, last, one that is still open (exit_bar -1, exit_price nan, marked to the last close).

    Bars are numbers of rows in the replay's candles; prices and money in quote currency, quantity in coins;
    `pnl` is net of fees and funding; `entry_price` is the average over the lots. Arrays of shape (m,), oldest first.
    """

    entry_bar: Times
    exit_bar: Times
    side: NDArray[np.int8]
    entry_price: Floats
    exit_price: Floats
    quantity: Floats
    lots: Times
    pnl: Floats
    fees: Floats
    funding: Floats
    reason: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.pnl)

    def table(self, time: Times) -> pd.DataFrame:
        """One row a position with times (UTC, opening times of the bars) and the reason in words."""
        stamps = pd.to_datetime(time, unit="ms", utc=True)
        left = pd.Series(stamps[np.maximum(self.exit_bar, 0)])
        return pd.DataFrame({
            "entry_time": stamps[self.entry_bar], "entry_price": self.entry_price,
            "exit_time": left.where(self.exit_bar >= 0), "exit_price": self.exit_price,
            "side": np.where(self.side > 0, "long", "short"), "quantity": self.quantity, "lots": self.lots,
            "pnl": self.pnl, "fees": self.fees, "funding": self.funding,
            "reason": [REASONS[int(code)] for code in self.reason],
        })  # fmt: skip


def trades_from(book: Floats) -> Trades:
    """The trades written down by the replay's loop, rows (m, 11) in the order of `engine.bots.kernel.orders.Trade`."""
    column = book.T
    return Trades(
        column[0].astype(np.int64), column[1].astype(np.int64), column[2].astype(np.int8), column[3].copy(),
        column[4].copy(), column[5].copy(), column[6].astype(np.int64), column[7].copy(), column[8].copy(),
        column[9].copy(), column[10].astype(np.int8),
    )  # fmt: skip
