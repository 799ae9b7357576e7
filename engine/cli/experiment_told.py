"""How experiments are told at the command line: as JSON for scripts, as tables for people."""

import json
from dataclasses import asdict
from typing import Any

from engine.cli.output import print_table, say
from engine.core.as_json import as_json
from engine.experiments.analysis.looks import Line, Span
from engine.experiments.metrics.definitions import METRICS
from engine.services.review_rankings.evidence import Standing
from engine.services.review_rankings.outcomes import Outcomes


def listed(told: Standing) -> dict[str, Any]:
    """One experiment in a row."""
    design, decision = told.life.design, told.life.decision
    call = decision.call if decision is not None else "" if told.verdict is None else told.verdict.call
    return {
        "experiment": design.key, "state": told.life.state, "kind": design.kind, "metric": design.metric,
        "days": told.days, "traders": sum(told.counts), "call": call,
    }  # fmt: skip


def standing_facts(told: Standing) -> dict[str, Any]:
    """The row of the list, then all that is known."""
    whole: dict[str, Any] = json.loads(as_json(told))
    return {**listed(told), **whole}


def described(told: Standing) -> None:
    """The call with its reasons, then every metric."""
    design = told.life.design
    state = f"{design.key} is {told.life.state}" + (f": {told.life.stop}" if told.life.stop else "")
    say(f"{state}. {design.hypothesis}")
    if told.is_simulated:
        say("Its traders are simulated.")
    if told.life.decision is not None:
        say(f"Decided by {told.life.decision.by}: {told.life.decision.call}. {told.life.decision.why}")
    if told.verdict is None:
        return
    say(f"{told.verdict.call}: {told.verdict.sentence}")
    for reason in told.verdict.reasons:
        say(f"  {reason}")
    if told.outcomes is not None:
        looked(told.outcomes)
        return
    rows = []
    for arm in told.arms:
        rows += [_row(arm.variant, each) for each in (arm.main, *arm.guardrails)]
        rows += [
            [arm.variant, METRICS[each.metric].label, "", "", ranged(each.relative), f"p {each.adjusted:.3f} of many"]
            for each in arm.beside
        ]
    title = f"{design.key}: {told.days} days, {' to '.join(f'{each:,}' for each in told.counts)} traders"
    print_table(title, ("variant", "metric", design.control.name, "treated", "effect", ""), rows)


def _row(variant: str, line: Line) -> list[str]:
    look = line.called
    name = METRICS[line.metric].label
    if look is None:
        return [variant, name, "", "", "", "nothing to compare yet"]
    told = f"decided on day {look.day}" if look.is_decided else f"day {look.day}, not decided"
    return [variant, name, f"{look.control:.5g}", f"{look.treated:.5g}", ranged(look.relative), told]


def ranged(span: Span) -> str:
    """An effect as a share, with its range."""
    text = f"{100 * span.effect:+.1f} % ({100 * span.low:+.1f} to {100 * span.high:+.1f})"
    return text.replace("-", "−")


def outcomes_facts(found: Outcomes) -> dict[str, Any]:
    """A file of outcomes, judged."""
    return {**asdict(found), "is_broken": found.ratio.is_broken}


def looked(found: Outcomes) -> None:
    """The same for people."""
    rows = [
        [each.variant, f"{each.units:,}", f"{each.mean:.5g}", f"{each.absolute.effect:+.4g}",
         f"{each.absolute.low:+.4g} to {each.absolute.high:+.4g}", each.verdict.call]
        for each in found.compared
    ]  # fmt: skip
    title = f"against {found.control}: {found.units:,} units, mean {found.mean:.5g}"
    print_table(title, ("variant", "units", "mean", "effect", "range", "call"), rows)
    for each in found.compared:
        say(f"{each.variant}: {each.verdict.sentence}")
