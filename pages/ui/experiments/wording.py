"""How an experiment reads: calls and states as badges, effects with their ranges, steps as sentences."""

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from engine.experiments.analysis.looks import Span
from engine.experiments.experiment import Kind, Method
from engine.experiments.life import Act, State, Step
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.paper.design import METRIC
from engine.experiments.verdict import Call
from engine.market.bars import timestamp
from engine.services.review_rankings.evidence import Arm, Standing
from pages.ui.look import NOT_KNOWN, day, number, percent, plain

NEW_LINE: Final = "\n"
PERCENT: Final = re.compile(r"(\d) ?%")
CALLS: Final[Mapping[Call, tuple[str, str, Any]]] = {
    "ship": ("Ship", ":material/rocket_launch:", "blue"),
    "keep running": ("Keep running", ":material/hourglass_top:", "gray"),
    "roll back": ("Roll back", ":material/undo:", "orange"),
    "no difference": ("No difference", ":material/drag_handle:", "gray"),
    "mend first": ("Mend first", ":material/healing:", "orange"),
}
STATES: Final[Mapping[State, tuple[str, str, Any]]] = {
    "designed": ("Designed", ":material/draft:", "gray"),
    "running": ("Running", ":material/play_arrow:", "blue"),
    "stopped": ("Stopped", ":material/stop:", "orange"),
    "decided": ("Decided", ":material/gavel:", "gray"),
}
KINDS: Final[Mapping[Kind, str]] = {"ranker": "Ranker", "weights": "Weights of the score", "bot": "Bot, on paper"}
METHODS: Final[Mapping[Method, str]] = {
    "planned looks": "Planned looks: every day, to an end",
    "always valid": "Always valid: for ever, wider",
    "fixed": "Fixed: once, at the end",
}
DEEDS: Final[Mapping[Act, str]] = {
    "designed": "Designed", "started": "Started", "ramped": "Ramped up", "stopped": "Stopped", "decided": "Decided",
    "simulated": "Simulated", "outcomes": "Outcomes came in", "looked": "Looked at", "kept": "Kept",
}  # fmt: skip


def effect(value: float) -> str:
    """A relative effect."""
    return percent(value, 1, signed=True)


def spoken(text: str) -> str:
    """What the engine says, for use inside markdown: a percent sign stands apart from its number here."""
    return plain(PERCENT.sub("\\1\u00a0%", text))


def ranged(span: Span) -> str:
    """The range of a relative effect; in words where the look allows none."""
    if not (math.isfinite(span.low) and math.isfinite(span.high)):
        return "no range yet"
    return f"{effect(span.low)} to {effect(span.high)}"


def counts_told(seen: Standing) -> str:
    """Traders by variant."""
    if not seen.counts:
        return "nobody yet"
    names = (each.name for each in seen.life.design.variants)
    return ", ".join(f"{number(count)} {name}" for name, count in zip(names, seen.counts, strict=True))


def left_told(seen: Standing) -> str:
    """Who was in it and erased everything about themselves; nothing where nobody did."""
    many = sum(seen.withdrawn)
    if not many:
        return ""
    who = "1 trader has" if many == 1 else f"{number(many)} traders have"
    names = (each.name for each in seen.life.design.variants)
    parts = ", ".join(f"{number(count)} {name}" for name, count in zip(names, seen.withdrawn, strict=True) if count)
    return f"{who} erased everything about themselves since ({parts}): counted in the shares and in nothing else."


def days_told(seen: Standing) -> str:
    """How long it has run, of how long it may."""
    if seen.life.design.paper is not None:
        return f"day {number(seen.days)} of {number(seen.life.design.days)}"
    if seen.life.design.kind == "bot":
        return f"{number(sum(seen.counts))} units of {number(seen.life.design.traders)}"
    return f"day {number(seen.days)} of {number(seen.life.design.days)}"


def arm_of(seen: Standing, wanted: str | None = None) -> Arm | None:
    """The variant that is looked at: the one that was asked for, else the one whose call is the experiment's."""
    named = next((each for each in seen.arms if each.variant == wanted), None)
    return named or next((each for each in seen.arms if each.verdict == seen.verdict), None)


def label(metric: str) -> str:
    """A metric's name; one that lies around zero is compared in points, and says so."""
    if metric == METRIC:
        return "Net return a day"
    return METRICS[metric].label + (", points" if METRICS[metric].is_signed else "")


def step_told(step: Step) -> str:
    """What a step says beyond its name."""
    said = DETAILS.get(step.act)
    return "" if said is None else said(json.loads(step.content))


def simulated_told(told: dict[str, Any]) -> str:
    """A stretch of simulated traders, with all that was planted."""
    extra = [f"harm {percent(told['harm'], 0)}"] if told.get("harm") else []
    extra += [f"exposures lost {percent(told['broken'], 0)}"] if told.get("broken") else []
    more = f", {', '.join(extra)}" if extra else ""
    return f"{number(told['days'])} days of {number(told['a_day'])} traders, planted {effect(told['effect'])}{more}"


def started_told(told: dict[str, Any]) -> str:
    """When arms begin on paper; nothing where traders are assigned."""
    return f"on paper from {when(told['begins_ms'])}, 00:00 UTC" if told.get("begins_ms") else ""


DETAILS: Final[Mapping[Act, Callable[[dict[str, Any]], str]]] = {
    "started": started_told,
    "ramped": lambda told: f"to {percent(told['coverage'], 0)} of the traders",
    "stopped": lambda told: str(told["reason"]),
    "decided": lambda told: f"{CALLS[told['call']][0]}: {told['why']}",
    "simulated": simulated_told,
    "outcomes": lambda told: f"{number(str(told['csv']).strip().count(NEW_LINE))} units",
    "looked": lambda told: f"day {number(told['day'])}: {CALLS[told['call']][0]}",
    "kept": lambda told: f"{told['variant']} as version {number(told['version'])}",
}


def rare(p_value: float) -> str:
    """A p-value."""
    return "below 0.001" if p_value < 0.001 else number(p_value, 3)


def when(at_ms: int | None) -> str:
    """A day."""
    return NOT_KNOWN if at_ms is None else day(timestamp(at_ms))
