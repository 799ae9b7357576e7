"""Where an experiment stands: a fold over what was noted of it, so that nothing it went through is ever lost."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from engine.core.errors import DataError
from engine.experiments.assignment import Range
from engine.experiments.experiment import Experiment, Variant
from engine.experiments.traffic import Stretch
from engine.experiments.verdict import Call
from engine.experiments.written import from_text

State = Literal["designed", "running", "stopped", "decided"]
Act = Literal["designed", "started", "ramped", "stopped", "decided", "simulated", "outcomes", "looked", "kept"]
Seen = tuple[int, tuple[tuple[float, ...], ...]]
LIVE: Final = ("designed", "running")
FROM: Final[dict[Act, tuple[State, ...]]] = {
    "started": ("designed",), "ramped": ("running",), "stopped": ("designed", "running"),
    "decided": ("running", "stopped"), "simulated": ("running",), "outcomes": ("running",),
    "looked": ("running",), "kept": ("decided",),
}  # fmt: skip
WANTED: Final[dict[Act, str]] = {
    "started": "be started", "ramped": "be ramped up", "stopped": "be stopped", "decided": "be decided",
    "simulated": "get traffic", "outcomes": "take outcomes", "looked": "be looked at", "kept": "be taken over",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, why, by whom and when."""

    call: Call
    why: str
    by: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class Step:
    """One note of an experiment."""

    act: Act
    content: str
    by: str = ""
    at_ms: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Life:
    """A design and what became of it; `design.coverage` is the present one, `revision` the number of the last note.

    `stop` says why it was stopped, `stopped_day` after how many days where a guardrail did it. `traffic` are stretches
    of simulated days, none where traders are real; `outcomes` the last table that came in, as CSV, for a bot's, and
    `looked` the units of those before it: up to the one that ended the plan, since none after it is a look.
    `begins_ms` is the midnight at which arms begin on paper, `seen` the days that were looked at there with the returns
    of every arm on every market up to then; `kept` says which variant became which version of the bot.
    """

    design: Experiment
    state: State = "designed"
    by: str = ""
    revision: int = 1
    started_ms: int | None = None
    stopped_ms: int | None = None
    stopped_day: int | None = None
    stop: str = ""
    decision: Decision | None = None
    traffic: tuple[Stretch, ...] = ()
    outcomes: str = ""
    looked: tuple[int, ...] = ()
    begins_ms: int | None = None
    seen: tuple[Seen, ...] = ()
    kept: tuple[tuple[str, int], ...] = ()

    @property
    def is_live(self) -> bool:
        """Whether it still owns its part of the traders."""
        return self.state in LIVE

    @property
    def is_over(self) -> bool:
        """Whether a table of outcomes has come in that ended the plan."""
        return bool(self.outcomes) and _units(self.outcomes) >= self.design.traders

    def variant_for(self, trader: str) -> Variant | None:
        """What a trader sees while it runs."""
        return self.design.variant_for(trader) if self.state == "running" else None


def life_of(steps: Iterable[Step]) -> Life | None:
    """The fold; None where there is no design."""
    life: Life | None = None
    for step in steps:
        if step.act == "designed":
            life = Life(from_text(step.content), by=step.by, revision=step.number)
        elif life is not None:
            life = replace(_after(life, step, _told(step)), revision=step.number)
    return life


def _after(life: Life, step: Step, told: dict[str, Any]) -> Life:
    if step.act == "started":
        return replace(life, state="running", started_ms=step.at_ms, begins_ms=told.get("begins_ms"))
    if step.act == "ramped":
        return replace(life, design=replace(life.design, coverage=float(told["coverage"])))
    if step.act == "simulated":
        return replace(life, traffic=(*life.traffic, Stretch(**told)))
    if step.act == "stopped":
        return replace(life, state="stopped", stop=told["reason"], stopped_day=told.get("day"), stopped_ms=step.at_ms)
    if step.act == "decided":
        decision = Decision(told["call"], told["why"], step.by, step.at_ms)
        day = told.get("day") if life.stopped_day is None else life.stopped_day
        return replace(
            life, state="decided", decision=decision, stopped_ms=life.stopped_ms or step.at_ms, stopped_day=day
        )
    return _fed(life, step.act, told)


def _fed(life: Life, act: Act, told: dict[str, Any]) -> Life:
    """The same after something came in or was taken out that does not change its state."""
    if act == "outcomes":
        if life.is_over:
            return life  # the plan was over with the table before: what came after it is no look
        before = (*life.looked, _units(life.outcomes)) if life.outcomes else ()
        return replace(life, outcomes=told["csv"], looked=before)
    if act == "looked":
        sums = tuple(tuple(float(each) for each in row) for row in told["sums"])
        return replace(life, seen=(*life.seen, (int(told["day"]), sums)))
    return replace(life, kept=(*life.kept, (str(told["variant"]), int(told["version"]))))


def units_in(life: Life) -> int:
    """The units of the table of outcomes that came in last; none without one."""
    return _units(life.outcomes) if life.outcomes else 0


def _units(table: str) -> int:
    """Rows of a table as it is kept, under its line of names."""
    return table.count("\n") - 1


def _told(step: Step) -> dict[str, Any]:
    try:
        found = json.loads(step.content)
    except ValueError as error:
        raise DataError("a note of an experiment is damaged where it is kept. Restore a backup.") from error
    return found if isinstance(found, dict) else {}


def checked_act(life: Life, act: Act) -> Life:
    """The life, if this may happen to it now; DataError otherwise."""
    allowed = FROM[act]
    if life.state not in allowed:
        raise DataError(
            f"{life.design.key!r} is {life.state}; only one that is {' or '.join(allowed)} can {WANTED[act]}."
        )
    return life


def free_part(lives: Iterable[Life], namespace: str, share: float) -> Range:
    """The first part of a namespace as wide as `share` that no live experiment has; DataError where none is left."""
    if not 0 < share <= 1:
        raise DataError(f"a part must be above 0 to 1 of a namespace, was {share:g}.")
    taken = sorted((each.design.part, each.design.key) for each in lives if owns(each, namespace))
    begin = 0.0
    for (low, high), _ in taken:
        if low - begin >= share - TINY:
            break
        begin = max(begin, high)
    if 1 - begin < share - TINY:
        names = ", ".join(key for _, key in taken)
        raise DataError(
            f"no part of {100 * share:.0f} % is left in namespace {namespace!r}: {names} take part in it. Ask for"
            " less, or stop one of them."
        )
    return begin, min(1.0, begin + share)


TINY: Final = 1e-9


def owns(life: Life, namespace: str) -> bool:
    """Whether a live experiment has a part of this namespace."""
    return life.is_live and bool(namespace) and life.design.namespace == namespace


def overlapping(lives: Iterable[Life], design: Experiment) -> Life | None:
    """A live experiment whose part of the same namespace overlaps with this design's."""
    low, high = design.part
    for each in lives:
        theirs = each.design.part
        if owns(each, design.namespace) and low < theirs[1] - TINY and theirs[0] < high - TINY:
            return each
    return None
