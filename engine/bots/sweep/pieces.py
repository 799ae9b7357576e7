"""A sweep's work in pieces: each runs on its own, lets go of the interpreter's lock, and writes to its own rows."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

from engine.bots.sweep.swept import Workload


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work and how many configurations it finishes."""

    configurations: int
    run: Callable[[], None]


def run_all(pieces: Sequence[Piece], workload: Workload) -> bool:
    """Run every piece; False where somebody stopped it between two of them."""
    of, done = sum(piece.configurations for piece in pieces), 0
    if workload.threads == 1:
        for piece in pieces:
            if workload.is_cancelled:
                return False
            piece.run()
            done += piece.configurations
            workload.tell(done, of)
        return True
    with ThreadPoolExecutor(workload.threads, "sweep") as pool:
        waiting = {pool.submit(_unless_cancelled, piece, workload): piece for piece in pieces}
        for future in as_completed(waiting):
            if not future.result():
                pool.shutdown(cancel_futures=True)
                return False
            done += waiting[future].configurations
            workload.tell(done, of)
    return True


def _unless_cancelled(piece: Piece, workload: Workload) -> bool:
    if workload.is_cancelled:
        return False
    piece.run()
    return True
