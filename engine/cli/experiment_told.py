"""How experiments are told at the command line: as JSON for scripts, as tables for people."""

import json
from dataclasses import asdict
from typing import Any

from engine.cli.output import counted, print_table, say
from engine.core.as_json import as_json
from engine.core.interval import Interval
from engine.experiments.analysis.looks import Line, Span
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.paper.judged import BASIS_POINTS
from engine.services.review_rankings.evidence import Standing
from engine.services.review_rankings.outcomes import Outcomes
from engine.services.review_rankings.paper.standing import PaperStanding


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
        say("Its traders are simulated." if told.paper is None else "Its candles are simulated.")
    if told.life.decision is not None:
        say(f"Decided by {told.life.decision.by}: {told.life.decision.call}. {told.life.decision.why}")
    if told.trouble:
        say(told.trouble)
    if told.verdict is None:
        return
    say(f"{told.verdict.call}: {told.verdict.sentence}")
    for reason in told.verdict.reasons:
        say(f"  {reason}")
    if told.outcomes is not None:
        looked(told.outcomes)
    elif told.paper is not None:
        on_paper(design.key, told.paper)
    else:
        _metrics(told)


def _metrics(told: Standing) -> None:
    """Every metric of every variant, and who has left."""
    design, rows = told.life.design, []
    if sum(told.withdrawn):
        gone = counted(sum(told.withdrawn), "trader")
        say(f"{gone} erased everything since: counted in the shares, in nothing else.")
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


def on_paper(key: str, told: PaperStanding) -> None:
    """Every arm so far, and the notes on its candles."""
    title = f"{key}: {told.days} days on paper of {told.planned}; ranges of 95 %"
    rows = [
        [each.variant, each.what, interval(each.total, 100, 2), interval(each.fall, 100, 2),
         interval(each.trades, 1, 2), interval(each.fees, BASIS_POINTS, 3)]
        for each in told.arms
    ]  # fmt: skip
    names = ("arm", "what", "return, %", "deepest fall, %", "positions a day", "fees a day, basis points")
    print_table(title, names, rows)
    for note in told.notes:
        say(note)


def interval(told: Interval, scale: float, decimals: int) -> str:
    """A number with its range, where there is one."""
    value, low, high = (None if each is None else each * scale for each in (told.value, told.low, told.high))
    if value is None:
        return ""
    text = f"{value:.{decimals}f}"
    if low is not None and high is not None:
        text += f" ({low:.{decimals}f} to {high:.{decimals}f})"
    return text.replace("-", "−")
