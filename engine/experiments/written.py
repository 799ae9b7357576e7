"""A design as text that is kept, and read back whole or refused."""

import json
from dataclasses import asdict, fields
from typing import Any, Final

from engine.core.errors import DataError
from engine.experiments.experiment import Experiment, Variant
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.paper.design import from_told

FORMAT: Final = 1
FIELDS: Final = frozenset(each.name for each in fields(Experiment))


def to_text(design: Experiment) -> str:
    """The design as JSON."""
    return json.dumps({"format": FORMAT, **asdict(design)})


def from_text(text: str) -> Experiment:
    """The design in a text; DataError where it is none."""
    try:
        told = json.loads(text)
        if not isinstance(told, dict):
            raise DataError("a design must be one JSON object.")
        if told.pop("format", FORMAT) != FORMAT:
            raise DataError("a design was kept by another version of this program and cannot be read by this one.")
        return _read(told)
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"a design cannot be read ({error}). It needs what `experiment show` prints.") from error


def _read(told: dict[str, Any]) -> Experiment:
    unknown = sorted(set(told) - FIELDS)
    if unknown:
        raise DataError(f"a design has {', '.join(sorted(FIELDS))}; {', '.join(unknown)} is not among them.")
    variants = tuple(Variant(**each) for each in told.pop("variants"))
    part = tuple(float(each) for each in told.pop("part", (0.0, 1.0)))
    guardrails = tuple(told.pop("guardrails", ()))
    paper = from_told(told.pop("paper", None))
    return Experiment(variants=variants, part=(part[0], part[1]), guardrails=guardrails, paper=paper, **told)


def checked_metrics(design: Experiment) -> Experiment:
    """The design, judged by metrics that there are; DataError for another name, or one that is named twice."""
    if design.paper is not None:
        return design  # its limits guard, and its own net return decides
    named = (design.metric, *design.guardrails)
    unknown = [each for each in named if each not in METRICS]
    if unknown:
        raise DataError(f"metrics are {', '.join(METRICS)}; {', '.join(unknown)} is not among them.")
    if len(set(named)) < len(named):
        raise DataError("a metric decides or guards, once: one is named twice. Take the second one out.")
    return design
