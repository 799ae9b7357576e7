"""Claim: words of others, never seen before, become the right change offline in 65 % or more, with harm in 3 % or less.

`python -m benchmarks.words FILE.jsonl ...` scores files of labelled requests (`{id, utterance, current, expected}` and
more, judged by the resulting state) by kind and language, with 95 % Wilson intervals, and times it on one core.
Without a file: the shared corpus beside this checkout, where it is. The figures of sets that were unseen when they were
scored are kept in `FIRST_CONTACT`, and nothing that is scored here again replaces them.
"""

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from time import process_time
from types import ModuleType
from typing import Any

from benchmarks.peers import ROOT
from engine.chat.offline import OfflineInterpreter
from engine.services.interpret import interpreted, read_requests

CORPUS = ROOT.parent / "shared" / "corpus"
# What was measured on text of others before any of it was looked at: set, reader, requests, correct, harm.
FIRST_CONTACT: tuple[tuple[str, str, int, float, float], ...] = (
    ("English, five authors", "the reader before: rules over English phrases", 130, 0.569, 0.146),
    ("English, five authors", "roles and things, first version", 130, 0.554, 0.092),
    ("English, five other authors", "roles and things, second version", 130, 0.738, 0.115),
    ("English, written to mislead", "roles and things, third version", 120, 0.567, 0.150),
    (
        "English, users of forums and chats",
        "six languages, with the past and the supposed kept apart",
        150,
        0.853,
        0.040,
    ),
    ("English, people of all ages", "the same", 120, 0.858, 0.033),
    ("English, people of many trades", "the same", 120, 0.775, 0.033),
    ("Five languages, another author", "the same", 60, 0.950, 0.0),
    ("English, traders of ten countries", "frames for what others say and do", 150, 0.787, 0.053),
    ("English, a beginner and a quant", "frames for what others say and do", 50, 0.540, 0.100),
    ("Five languages, native idiom", "frames for what others say and do", 50, 0.780, 0.060),
    ("English, ten walks of life", "a last check that every word is explained", 110, 0.864, 0.0),
    ("Five languages, the same author", "the same", 50, 1.0, 0.0),
    ("German", "first lexicon", 12, 0.750, 0.0),
    ("Spanish", "first lexicon", 12, 0.917, 0.0),
    ("French", "first lexicon", 12, 1.0, 0.0),
    ("Portuguese", "first lexicon", 12, 0.750, 0.167),
    ("Chinese", "first lexicon", 12, 1.0, 0.0),
)


@dataclass
class Count:
    """How many requests of a group there are, and how many were right, harmful, proposed, right when proposed."""

    requests: int = 0
    correct: int = 0
    harm: int = 0
    proposed: int = 0
    right: int = 0

    def add(self, judged: Mapping[str, Any], changed: bool) -> None:
        """Count one request."""
        self.requests += 1
        self.correct += bool(judged["ok"])
        self.harm += bool(judged["harm"])
        self.proposed += changed
        self.right += changed and bool(judged["ok"])


@dataclass
class Score:
    """The counts of a file by group, and the seconds that reading took."""

    groups: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    seconds: float = 0.0


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def judge() -> ModuleType:
    """The judge of the shared corpus; a line that says so where it is absent."""
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    if spec is None or spec.loader is None or not (CORPUS / "score.py").exists():
        sys.exit(f"Skipped: the corpus is not beside this checkout ({CORPUS.name}/score.py).")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scored(path: Path, module: ModuleType) -> Score:
    """Every request of a file read, applied and judged."""
    reader, score = OfflineInterpreter(), Score()
    rows = {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines()) if row}
    for asked in read_requests(path):
        started = process_time()
        answer = interpreted(asked, reader)
        score.seconds += process_time() - started
        row = rows[asked.id]
        judged = module.judge(row, answer)
        changed = any(answer["parameters_after"][name] != value for name, value in row["current"].items())
        for group in ("all", f"kind {row['kind']}", f"language {row['lang']}"):
            score.groups[group].add(judged, changed)
    return score


def share(hits: int, of: int) -> str:
    """A share with its interval."""
    low, high = wilson(hits, of)
    return f"{hits / of if of else 0:6.1%} ({low:4.0%} to {high:4.0%})"


def table(name: str, score: Score) -> None:
    """Print one file's scores."""
    whole = score.groups["all"]
    print(f"\n{name}: {whole.requests} requests, {1000 * score.seconds / whole.requests:.2f} ms each")
    print(f"{'group':24}{'n':>5}  {'correct':22}{'harm':22}{'right when it proposes'}")
    for group in sorted(score.groups):
        one = score.groups[group]
        told = (share(one.correct, one.requests), share(one.harm, one.requests), share(one.right, one.proposed))
        print(f"{group:24}{one.requests:>5}  {told[0]:22}{told[1]:22}{told[2]}")


def main(files: Iterable[str]) -> None:
    """Score the files named, else the shared corpus."""
    module = judge()
    for path in [Path(name) for name in files] or [CORPUS / "dev.jsonl"]:
        table(path.name, scored(path, module))
    print("\nFirst contact: sets of other authors, scored once before anybody looked at them")
    for name, reader, requests, correct, harm in FIRST_CONTACT:
        right, wrong = share(round(correct * requests), requests), share(round(harm * requests), requests)
        print(f"{name:30}{reader:48}{requests:>5}  {right:22}{wrong}")


if __name__ == "__main__":
    main(sys.argv[1:])
