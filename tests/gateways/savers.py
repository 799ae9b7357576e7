"""Processes that bring candles into one library at the same moment, or hold its lock until they are killed."""

import time
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

import numpy as np

from engine.gateways.candle_library import CandleLibrary, Stored
from engine.gateways.exchange.merging import joined
from engine.gateways.exchange.replies import Page
from engine.gateways.file_lock import held
from engine.market.bars import COLUMNS, Bars
from engine.market.market import Market
from tests.builders import walk

PIECE, PIECES = 20, 6
WHOLE = walk(4, 8 * PIECE * PIECES)


def bring_pieces(folder: Path, start: Barrier, who: int) -> None:
    """Join one's own stretches of `WHOLE` to what is stored, one after the other."""
    start.wait()
    for number in range(PIECES):
        first = (who * PIECES + number) * PIECE
        join(CandleLibrary(folder), WHOLE.slice(first, first + PIECE))


def join(library: CandleLibrary, piece: Bars) -> None:
    """What a fetch does with a page."""
    page = Page(1, piece.time, np.column_stack([getattr(piece, name) for name in COLUMNS]))

    def make() -> Stored:
        here = library.stored("TEST", "1h")
        return Stored(joined(here.bars if here else None, page, "TEST", "1h")[0], Market("TEST"), "test")

    library.change("TEST", "1h", make)


def hold(path: Path, told: Connection) -> None:
    """Take the lock, say so, and never give it back."""
    with held(path, "x"):
        told.send("held")
        time.sleep(600)
