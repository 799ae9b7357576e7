"""What a change did where it was measured, as it is kept beside its version: written once, and never made up later."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from engine.bots.measure.comparison import Comparison, Difference
from engine.core.interval import Interval


@dataclass(frozen=True, slots=True)
class Result:
    """The version before against this one, over so many days up to a moment, on real or simulated prices."""

    effect: Comparison
    days: float
    until_ms: int
    simulated: bool


def to_text(result: Result) -> str:
    """The result as the store keeps it."""
    return json.dumps(asdict(result), separators=(",", ":"), allow_nan=False)


def from_text(text: str) -> Result | None:
    """The result that a row holds; None where another version of Toption wrote it, for it is only shown."""
    try:
        content = json.loads(text)
        effect = content.pop("effect")
        differences = {
            each.name: _difference(effect[each.name]) for each in fields(Comparison) if each.name != "is_same"
        }
        return Result(Comparison(**differences, is_same=bool(effect["is_same"])), **content)
    except (KeyError, TypeError, ValueError):
        return None


def _difference(content: dict[str, Any]) -> Difference:
    return Difference(content["before"], content["after"], Interval(**content["change"]), content["sentence"])
