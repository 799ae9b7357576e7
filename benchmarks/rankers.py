"""What the benchmarks of ranking share: peers asked in environments of their own, each kind's best, and the table."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from benchmarks.harness import print_table
from benchmarks.peers import LONGEST, Peer, asked
from engine.ranking.blending.evidence import Task, permitted
from engine.ranking.judging.evaluate import Row
from engine.ranking.judging.measures import Judged, best, judged
from engine.ranking.judging.protocol import Window
from engine.ranking.models.interactions import DAY_MS, Floats

BLEND: Final = "blend"
SHOWN: Final = 12
Said = dict[str, dict[int, Floats]]


def peer_scores(peer: Peer, known: Sequence[Window]) -> Said:
    """What every configuration of a peer says in every window; nothing, and a line why, where it cannot."""
    with tempfile.TemporaryDirectory() as folder:
        given, taken = Path(folder) / "in.npz", Path(folder) / "out.npz"
        np.savez(given, allow_pickle=False, **{k: v for window in known for k, v in _given(window).items()})
        if not asked(peer, given, taken, patience=4 * LONGEST):
            return {}
        found: Said = {}
        with np.load(taken) as made:
            for name in made.files:
                number, _, configuration = name.partition("|")
                found.setdefault(f"{peer.name}: {configuration}", {})[int(number)] = made[name]
        return found


def _given(window: Window) -> dict[str, Floats]:
    past = window.fold.past
    columns = {
        "user": past.user, "item": past.item, "sale": past.is_sale, "users": window.fold.users,
        "age": (window.fold.now_ms - past.at_ms) / DAY_MS, "shape": np.array(past.shape),
    }  # fmt: skip
    return {f"{window.number}|{name}": values.astype(np.float64) for name, values in columns.items()}


def on_window(window: Window, scores: Floats, task: Task) -> Judged:
    """The lists that scores make, against what was taken of what may be recommended."""
    fold = window.fold
    allowed = permitted(fold.past, fold.users, task)
    return judged(fold.users, best(scores, allowed), csr_array(fold.taken.toarray() * allowed), fold.past)


def peer_outcomes(
    said: Said, known: Sequence[Window], task: Task, judge: Callable[[Window, Floats, Task], Judged] = on_window
) -> dict[str, list[Judged]]:
    """Each peer's kinds by window, each kind with the configuration that was best on the windows for tuning."""
    tuning = [place for place, window in enumerate(known) if window.is_tuning]
    chosen: dict[str, tuple[float, str, list[Judged]]] = {}
    for name, by_window in said.items():
        outcomes = [judge(window, by_window[window.number].astype(np.float64), task) for window in known]
        on_tuning = float(np.concatenate([outcomes[place].ndcg for place in tuning]).mean())
        kind = " ".join(name.split(" ")[:2]).rstrip(",")
        if kind not in chosen or on_tuning > chosen[kind][0]:
            chosen[kind] = (on_tuning, name, outcomes)
    return {name: outcomes for _, name, outcomes in chosen.values()}


def titled(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table under its title."""
    print(title)
    print_table(columns, rows)


def told(rows: Sequence[Row], peers: Sequence[Row], title: str) -> None:
    """The table: the blend, our best models, the peers."""
    every = sorted([*[each for each in rows if each.name == BLEND], *rows[:SHOWN], *peers], key=lambda a: -a.ndcg.value)
    once = {each.name: each for each in every}
    titled(
        f"\n{title} ({rows[0].n} cases)",
        ("model", "NDCG@10", "95 %", "recall", "MRR", "coverage", "Gini", "ILD"),
        [
            (each.name, f"{each.ndcg.value:.3f}", f"{each.ndcg.low:.3f} to {each.ndcg.high:.3f}",
             f"{each.recall.value:.3f}", f"{each.mrr.value:.3f}", f"{each.coverage:.3f}", f"{each.gini:.3f}",
             f"{each.diversity:.3f}")
            for each in once.values()
        ],
    )  # fmt: skip
