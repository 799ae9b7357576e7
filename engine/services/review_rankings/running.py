"""The life of an experiment: designed, started, ramped up, stopped, decided; every step noted and signed, none lost."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, get_args

import numpy as np

from engine.core.as_json import as_json
from engine.core.errors import ConflictError, DataError, StoreError
from engine.experiments.assignment import Range
from engine.experiments.experiment import Experiment
from engine.experiments.life import Act, Life, Step, checked_act, free_part, life_of, overlapping
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.metrics.tally import tally
from engine.experiments.metrics.values import moments_of
from engine.experiments.paper.error import FEWEST
from engine.experiments.planning import HALVES, POWER, Plan, plan
from engine.experiments.verdict import Call
from engine.experiments.written import checked_metrics, to_text
from engine.gateways.store.desk import Principal
from engine.gateways.store.managers.desk import Note
from engine.market.bars import DAY_MS
from engine.services.assigned import ranker_in, weights_in
from engine.services.review_rankings.everybody import everybody
from engine.services.review_rankings.evidence import Standing, looks_as_csv, standing_of
from engine.services.review_rankings.paper.material import checked_clock, next_midnight
from engine.services.review_rankings.paper.standing import look_of
from engine.services.startup import App

CALLS: Final[tuple[Call, ...]] = get_args(Call)
PLAN_DAYS: Final = 28
LETTERS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Planned:
    """What a plan rests on: the metric's mean and deviation over `traders` in the last 28 days, newcomers a day."""

    plan: Plan
    metric: str
    mean: float
    deviation: float
    traders: int
    traders_a_day: float


def design(app: App, principal: Principal, wanted: Experiment) -> Life:
    """Keep a design for good; DataError where its name is taken, or its part of a namespace is somebody else's."""
    checked_metrics(wanted)
    _checked_variants(app, wanted)
    lives = lives_for(app, principal)
    if wanted.key in lives:
        raise DataError(f"there is an experiment {wanted.key!r} already. A design is never changed: take another name.")
    _hand_out(app, principal, wanted, lives)
    return _noted(app, principal, wanted.key, "designed", to_text(wanted), 0)


def part_for(app: App, principal: Principal, namespace: str, share: float) -> Range:
    """The first part of a namespace that wide which nobody has; DataError where none is left."""
    return free_part(lives_for(app, principal).values(), namespace, share)


def start(app: App, principal: Principal, key: str, after: int | None = None) -> Life:
    """From now on traders are assigned; on paper, every arm runs from the next midnight (UTC) on."""
    life = checked_act(life_for(app, principal, key), "started")
    paper = life.design.paper
    told = "{}" if paper is None else json.dumps({"begins_ms": next_midnight(app, paper)})
    return _noted(app, principal, key, "started", told, life.revision if after is None else after)


def ramp(app: App, principal: Principal, key: str, coverage: float, after: int | None = None) -> Life:
    """Let more traders in; nobody changes variant, and nobody is sent away."""
    life = checked_act(life_for(app, principal, key), "ramped")
    if not life.design.coverage < coverage <= 1:
        raise DataError(
            f"coverage can only grow: it must be above {life.design.coverage:g} to 1, was {coverage:g}. Stop the"
            " experiment to let nobody in."
        )
    told = json.dumps({"coverage": coverage})
    return _noted(app, principal, key, "ramped", told, life.revision if after is None else after)


def stop(app: App, principal: Principal, key: str, reason: str, after: int | None = None) -> Life:
    """Assign nobody any more; what was found stays, and can still be decided on."""
    life = checked_act(life_for(app, principal, key), "stopped")
    told = json.dumps({"reason": _said("a stop", reason), **_day_of(app, principal, life)})
    return _noted(app, principal, key, "stopped", told, life.revision if after is None else after)


def decide(  # whose decision about what, as of which step
    app: App, principal: Principal, key: str, call: Call, why: str, after: int | None = None
) -> Life:
    """Close an experiment with a call and why; ConflictError where somebody noted something since `after`."""
    life = checked_act(life_for(app, principal, key), "decided")
    if call not in CALLS:
        raise DataError(f"a decision is one of {', '.join(CALLS)}, was {call!r}.")
    told = json.dumps({"call": call, "why": _said("a decision", why), **_day_of(app, principal, life)})
    return _noted(app, principal, key, "decided", told, life.revision if after is None else after)


def standing(app: App, principal: Principal, key: str) -> Standing:
    """All that is known of one experiment; nothing is changed by looking."""
    history = _history(app, principal, key)
    return standing_of(app, principal, life_for(app, principal, key), history)


def standings(app: App, principal: Principal) -> tuple[Standing, ...]:
    """The same of every experiment, the one that was noted last first."""
    lives = lives_for(app, principal)
    histories = {key: _history(app, principal, key) for key in lives}
    order = sorted(lives, key=lambda key: (histories[key][-1].at_ms, histories[key][-1].number), reverse=True)
    return tuple(standing_of(app, principal, lives[key], histories[key]) for key in order)


def watched(app: App, principal: Principal, key: str) -> Standing:
    """The standing, and the stop where a guardrail is hurt: noted with its reason, by whom it was looked at. A look at
    days on paper that nobody has looked at yet is kept with what it showed.
    """
    found = standing(app, principal, key)
    if found.life.state != "running" or not app.desk(principal).manager.may_write:
        return found
    try:
        if _has_new_days(found):
            _noted(app, principal, key, "looked", json.dumps(_look(found)), found.life.revision)
            found = standing(app, principal, key)
        if found.alarm:
            told = json.dumps({"reason": f"guardrail: {found.alarm}", "day": found.alarm_day})
            _noted(app, principal, key, "stopped", told, found.life.revision)
    except ConflictError:
        return standing(app, principal, key)  # somebody was as quick: theirs stands
    return standing(app, principal, key)


def _has_new_days(found: Standing) -> bool:
    """Whether there are enough days on paper, and more than at the look before."""
    seen = max((day for day, _ in found.life.seen), default=FEWEST - 1)
    return found.paper is not None and found.paper.days > seen


def _look(found: Standing) -> dict[str, Any]:
    """The look as it is noted."""
    return {} if found.paper is None or found.verdict is None else look_of(found.paper, found.verdict.call)


def _day_of(app: App, principal: Principal, life: Life) -> dict[str, int]:
    """How many days had counted on paper, so that none comes to them after a stop or a decision."""
    if life.design.paper is None or life.started_ms is None:
        return {}
    found = standing_of(app, principal, life, _history(app, principal, life.design.key))
    return {} if found.paper is None else {"day": found.paper.days}


def export(app: App, principal: Principal, key: str, kind: Literal["csv", "json"] = "csv") -> str:
    """Every look at every metric as a table, or all that is known as JSON."""
    found = standing(app, principal, key)
    return as_json(found) if kind == "json" else looks_as_csv(found)


@dataclass(frozen=True, slots=True)
class Aim:
    """A relative effect, the chance with which it is to be seen, and the variants' shares, today's first."""

    effect: float
    power: float = POWER
    shares: tuple[float, ...] = HALVES


def plan_for(
    app: App, principal: Principal, metric: str, aim: Aim, traders_a_day: float | None = None
) -> Planned:  # fmt: skip
    """What it takes to see an effect on a metric, by its mean and deviation in the last 28 days of the log."""
    app.desk(principal).manager.notes("experiment", "")
    if metric not in METRICS:
        raise DataError(f"metrics are {', '.join(METRICS)}; {metric!r} is not among them.")
    log, now = everybody(app, principal), app.now()
    counted = tally(log, now - PLAN_DAYS * DAY_MS, now)
    told = moments_of(metric, counted)
    if told is None or not told.variance > 0 or not told.mean != 0:
        raise DataError(f"{METRICS[metric].label} was not measured in the last {PLAN_DAYS} days: nothing to plan from.")
    many, mean, deviation = int(told.n), float(told.mean), float(np.sqrt(told.variance))
    a_day = many / PLAN_DAYS if traders_a_day is None else traders_a_day
    return Planned(
        plan(abs(aim.effect * mean), deviation, a_day, aim.power, aim.shares), metric, mean, deviation, many, a_day
    )


def lives_for(app: App, principal: Principal) -> Mapping[str, Life]:
    """Every experiment by its key, for who may see them."""
    steps: dict[str, list[Step]] = {}
    for note in app.desk(principal).manager.notes("experiment"):
        steps.setdefault(note.key, []).append(_step(note))
    return {key: life for key, each in steps.items() if (life := life_of(sorted(each, key=_number))) is not None}


def life_for(app: App, principal: Principal, key: str) -> Life:
    """One experiment; StoreError where there is none of this name."""
    life = life_of(_history(app, principal, key))
    if life is None:
        raise StoreError(f"there is no experiment {key[:80]!r}. Choose one of the list.")
    return life


def _history(app: App, principal: Principal, key: str) -> tuple[Step, ...]:
    return tuple(sorted(map(_step, app.desk(principal).manager.notes("experiment", key)), key=_number))


def _number(step: Step) -> int:
    return step.number


def _step(note: Note) -> Step:
    act: Any = note.act
    return Step(act, note.content, note.by, note.at_ms, note.number)


def noted(app: App, principal: Principal, life: Life, act: Act, told: str) -> Life:
    """Note the next step of an experiment after the one that `life` is; ConflictError where there is another since."""
    return _noted(app, principal, life.design.key, act, told, life.revision)


def _noted(  # one note
    app: App, principal: Principal, key: str, act: Act, told: str, after: int
) -> Life:
    app.desk(principal).manager.append(Note("experiment", key, act, told, principal.id, app.now()), after)
    return life_for(app, principal, key)


def _said(what: str, text: str) -> str:
    if not text.strip() or len(text) > LETTERS:
        raise DataError(f"{what} needs its reason in 1 to {LETTERS:,} letters, had {len(text.strip()):,}.")
    return text.strip()


def _checked_variants(app: App, wanted: Experiment) -> None:
    """What is tried can be done: weights that add up, rankers that there are."""
    for each in wanted.variants:
        if wanted.kind == "weights" and each.what:
            weights_in(each.what)
        if wanted.kind == "ranker" and each.what:
            ranker_in(each.what)
    if wanted.paper is not None:
        checked_clock(app, wanted.paper)


def _hand_out(app: App, principal: Principal, wanted: Experiment, lives: Mapping[str, Life]) -> None:
    """Take a part of a namespace, one at a time: of two who ask at once, one is told to look again."""
    if not wanted.namespace:
        return
    other = overlapping(lives.values(), wanted)
    if other is not None:
        low, high = other.design.part
        raise DataError(
            f"{other.design.key!r} has {100 * low:.0f} % to {100 * high:.0f} % of namespace {wanted.namespace!r},"
            " and parts may not overlap. Take the next free one, or stop that experiment."
        )
    manager, key = app.desk(principal).manager, f"namespace:{wanted.namespace}"
    before = max((each.number for each in manager.notes("stated", key)), default=0)
    told = json.dumps({"experiment": wanted.key, "part": wanted.part})
    manager.append(Note("stated", key, "handed out", told, principal.id, app.now()), before)


def with_free_part(app: App, principal: Principal, wanted: Experiment, share: float) -> Experiment:
    """The design with the next free part of its namespace, that wide."""
    return replace(wanted, part=part_for(app, principal, wanted.namespace, share))
