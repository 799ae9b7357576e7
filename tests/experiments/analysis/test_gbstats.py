"""The published library's answers on the same sums; `python -m benchmarks.experiments` makes them anew."""

import json
from pathlib import Path

from benchmarks.experiments import farthest, ours

GOLDEN = json.loads((Path(__file__).parent / "gbstats.json").read_text("utf-8"))


def test_means_ratios_and_adjusted_means_agree_with_the_published_library() -> None:
    """Effects, errors, p-values and both kinds of interval, absolute and relative, to 1e-9."""
    assert len(GOLDEN["cases"]) == 60
    assert farthest(ours(GOLDEN["cases"]), GOLDEN["answers"]) < 1e-9
