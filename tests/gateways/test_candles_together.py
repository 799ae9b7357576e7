"""Several save candles of one market at the same moment: what was acknowledged is there afterwards."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

import numpy as np

from engine.core.errors import DataError
from engine.gateways.candle_library import CandleLibrary, Stored
from engine.market.market import Market
from tests.builders import walk
from tests.gateways.savers import PIECE, PIECES, WHOLE, bring_pieces, join
from tests.gateways.store.crew import PROCESSES


def test_processes_that_join_candles_at_once_lose_none(tmp_path: Path) -> None:
    """Two fetches of one market, one of them on the command line."""
    start = PROCESSES.Barrier(4, timeout=60)
    savers = [PROCESSES.Process(target=bring_pieces, args=(tmp_path, start, who)) for who in range(4)]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    assert [saver.exitcode for saver in savers] == [0] * 4
    assert np.array_equal(CandleLibrary(tmp_path).bars("TEST", "1h").time, WHOLE.time[: 4 * PIECES * PIECE])
    assert len(list(tmp_path.iterdir())) == 1


def test_threads_that_join_candles_at_once_lose_none(tmp_path: Path) -> None:
    """Two browser windows."""
    pieces = [WHOLE.slice(first, first + PIECE) for first in range(0, len(WHOLE), PIECE)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda piece: join(CandleLibrary(tmp_path), piece), pieces))
    assert np.array_equal(CandleLibrary(tmp_path).bars("TEST", "1h").time, WHOLE.time)


def test_an_import_waits_for_a_change_that_is_under_way(tmp_path: Path) -> None:
    """Whatever was read of the market stays true until the change is stored."""
    library, reading, may_end = CandleLibrary(tmp_path), Event(), Event()
    library.save(WHOLE.slice(0, 10), Market("TEST"), "first")

    def slow() -> Stored:
        reading.set()
        may_end.wait(30)
        here = library.stored("TEST", "1h")
        assert here is not None
        return Stored(WHOLE.slice(0, 20), here.market, f"{here.source} and more")

    change = Thread(target=lambda: library.change("TEST", "1h", slow))
    change.start()
    reading.wait(30)
    other = Thread(target=lambda: library.save(WHOLE.slice(0, 30), Market("TEST"), "import"))
    other.start()
    other.join(0.2)
    assert library.listings()[0].source == "first"
    may_end.set()
    change.join()
    other.join()
    assert [(each.source, each.rows) for each in library.listings()] == [("import", 30)]


def test_who_reads_while_others_save_sees_one_state_whole(tmp_path: Path) -> None:
    """Label and candles of two different saves would pass for damage."""
    library, is_over, wrong = CandleLibrary(tmp_path), Event(), []
    library.save(WHOLE.slice(0, 10), Market("TEST"), "0")

    def look() -> None:
        while not is_over.is_set():
            try:
                library.bars("TEST", "1h")
            except DataError as error:
                wrong.append(str(error))

    reader = Thread(target=look)
    reader.start()
    for number in range(150):
        library.save(walk(number, 200), Market("TEST"), str(number))
    is_over.set()
    reader.join()
    assert wrong == []
