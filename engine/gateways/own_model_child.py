"""Runs one forecast model of somebody's own in a process of its own: question on stdin, answer on stdout.

Whatever the model does (raises, prints, exits, crashes, hangs) happens here, and not to the engine.
"""

import json
import os
import sys
from importlib.metadata import entry_points
from typing import Any

import numpy as np

from engine.forecast.own import CUT, FEWEST_TO_CUT


def answered(question: dict[str, Any]) -> dict[str, Any]:
    """What the model says of the whole past, and of the past some days ago, before and after it has seen them."""
    (entry,) = entry_points(group=question["group"], name=question["name"])
    make = entry.load()
    times, closes = np.array(question["times"], dtype=np.int64), np.array(question["closes"], dtype=np.float64)
    levels = np.array(question["levels"], dtype=np.float64)

    def said(model: Any, until: int) -> Any:
        # Copies: a model that writes into what it is given spoils nothing for the next call.
        model.fit(times[:until].copy(), closes[:until].copy())
        return np.asarray(model.forecast(times[:until].copy(), closes[:until].copy(), levels.copy())).tolist()

    is_cut = len(closes) >= FEWEST_TO_CUT
    # First of all, while nothing in this process, not even the class, has seen the days that are cut off.
    answer = {"fresh": said(make(), len(closes) - CUT)} if is_cut else {}
    model = make()
    answer |= {"about": dict(model.describe()), "prices": said(model, len(closes))}
    if is_cut:
        answer["knowing"] = said(model, len(closes) - CUT)
    return answer


def main() -> None:
    """One question, one answer; what the model prints goes to stderr."""
    out = os.dup(1)
    os.dup2(2, 1)
    answer = json.dumps(answered(json.load(sys.stdin)), default=str)
    with os.fdopen(out, "w", encoding="utf-8") as stream:
        stream.write(answer)


if __name__ == "__main__":
    main()
