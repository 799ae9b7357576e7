"""What an experiment has shown so far: who was in it, every look, every guardrail, and the call with its reasons."""

import csv
import io
from dataclasses import astuple, dataclass, replace
from typing import Final

import numpy as np

from engine.core.errors import DataError
from engine.experiments.analysis.exposed import Exposed, exposed
from engine.experiments.analysis.looks import Beside, Course, Line, beside, course, fading, line, share_in
from engine.experiments.analysis.novelty import Novelty
from engine.experiments.analysis.sample_ratio import SampleRatio, sample_ratio
from engine.experiments.experiment import Experiment, Method
from engine.experiments.life import Life, Step
from engine.experiments.metrics.definitions import METRICS
from engine.experiments.paper.design import METRIC, Paper
from engine.experiments.paper.looks import PaperLook
from engine.experiments.traffic import simulated
from engine.experiments.verdict import Call, Verdict, verdict
from engine.gateways.store.desk import Principal
from engine.gateways.store.world import World
from engine.market.bars import DAY_MS
from engine.services.people import people_of
from engine.services.review_rankings.outcomes import Outcomes, Terms, judge, read_outcomes
from engine.services.review_rankings.paper.material import mark_of
from engine.services.review_rankings.paper.standing import PaperStanding, on_paper
from engine.services.startup import App
from engine.traders.log import EventLog

BEFORE_MS: Final = 28 * DAY_MS
FIRST: Final[tuple[Call, ...]] = ("mend first", "ship", "keep running", "roll back", "no difference")


@dataclass(frozen=True, slots=True, eq=False)
class Arm:
    """One variant against control: the deciding metric and the guardrails day by day, other metrics, the call."""

    variant: str
    main: Line
    guardrails: tuple[Line, ...]
    beside: tuple[Beside, ...]
    novelty: Novelty | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """All that is known of an experiment; `days` are whole ones since the start, `counts` traders by variant.

    `alarm` says which guardrail is hurt, "" while none is. `verdict` is that of the arm with most to say, None before
    the start. `history` are all notes, oldest first. `outcomes` are those of a bot's experiment that came in a file:
    `counts` are units then, and there are no arms. `paper` is what one has shown that runs by itself, `trouble` why
    that cannot be told now. `withdrawn` are traders by variant who were in it and erased everything about themselves:
    in `ratio` they count, in nothing else.
    """

    life: Life
    history: tuple[Step, ...]
    is_simulated: bool
    days: int
    until_ms: int
    counts: tuple[int, ...]
    share: float
    ratio: SampleRatio | None
    arms: tuple[Arm, ...]
    alarm: str
    alarm_day: int | None
    verdict: Verdict | None
    outcomes: Outcomes | None = None
    paper: PaperStanding | None = None
    trouble: str = ""
    withdrawn: tuple[int, ...] = ()


def standing_of(app: App, principal: Principal, life: Life, history: tuple[Step, ...]) -> Standing:
    """What this experiment has shown up to now, or up to its stop."""
    none = Standing(life, history, False, 0, app.now(), (), 0.0, None, (), "", None, None)
    if life.started_ms is None:
        return none
    if life.design.paper is not None:
        return _on_paper(app, none, life.design.paper)
    if life.outcomes:
        return _by_outcomes(none)
    key = ("standing", life.design.key)
    mark = (life.revision, history, _seen(app, principal, life))
    known = app.recent.get(key)
    if known is not None and known[0] == mark:
        found: Standing = known[1]
        return found
    days, material = days_of(app, life), material_of(app, principal, life)
    left = () if life.traffic else app.desk(principal).manager.withdrawn(life.design.key)
    made = _judged(life, history, days, course(material, days), left)
    app.recent.put(key, (mark, made))
    return made


def _by_outcomes(before: Standing) -> Standing:
    """The standing of a bot's experiment, by the table that came in last."""
    design = before.life.design
    found = judge(
        read_outcomes(before.life.outcomes.encode(), "outcomes.csv"),
        "outcomes",
        replace(terms_of(design), earlier=before.life.looked),
    )
    chosen = min((each.verdict for each in found.compared), key=lambda each: FIRST.index(each.call))
    return replace(
        before, counts=found.ratio.counts, share=found.share, ratio=found.ratio, verdict=chosen, outcomes=found
    )  # fmt: skip


def _on_paper(app: App, before: Standing, paper: Paper) -> Standing:
    """The standing of one that runs by itself; where its candles are gone it says so, and stays in the list."""
    life, key = before.life, ("standing", before.life.design.key)
    try:
        mark = (life.revision, before.history, mark_of(app, paper))
        known = app.recent.get(key)
        if known is not None and known[0] == mark:
            found: Standing = known[1]
            return found
        told = on_paper(app, life, paper)
        is_simulated = app.candles.market(*paper.markets[0]).simulated
    except DataError as error:
        return replace(before, trouble=str(error))
    chosen = min((each.verdict for each in told.pairs), key=lambda each: FIRST.index(each.call))
    alarm, day = told.alarm
    until = told.day_ms[-1] if told.day_ms else told.begins_ms
    made = replace(
        before, is_simulated=is_simulated, days=told.days, until_ms=until, share=told.share, alarm=alarm,
        alarm_day=day, verdict=chosen, paper=told,
    )  # fmt: skip
    app.recent.put(key, (mark, made))
    return made


def terms_of(design: Experiment) -> Terms:
    """How a design has its outcomes judged."""
    shares = dict(zip((each.name for each in design.variants), design.weights, strict=True))
    return Terms(design.control.name, shares, design.traders, METRICS[design.metric].is_higher_better, design.level)


def _seen(app: App, principal: Principal, life: Life) -> tuple[int, ...]:
    """What tells that more has happened since."""
    if life.traffic:
        return ()
    return (days_of(app, life), app.store.crowd(principal).count())


def days_of(app: App, life: Life) -> int:
    """Whole days that count: simulated ones, or those since the start; none after a stop."""
    if life.traffic:
        days = sum(each.days for each in life.traffic)
    else:
        end = app.now() if life.stopped_ms is None else life.stopped_ms
        days = max(0, end - (life.started_ms or 0)) // DAY_MS
    return days if life.stopped_day is None else min(days, life.stopped_day)


def material_of(app: App, principal: Principal, life: Life) -> Exposed:
    """Who was exposed and what they did: simulated traders where there is simulated traffic, else the real ones."""
    start = life.started_ms or 0
    if life.traffic:
        seed = life.traffic[0].seed
        crowd = people_of(app, World(seed, start))  # also where the world's clock was set back, or another made since
        found = simulated(crowd, life.design, start, life.traffic, seed)
        return exposed(found.traders, found.variant, found.at_ms, found.log, start)
    rows = app.desk(principal).manager.exposures(life.design.key)
    number = {each.name: place for place, each in enumerate(life.design.variants)}
    variant = np.array([number[name] for _, name, _ in rows], dtype=np.int64)
    at_ms = np.array([moment for _, _, moment in rows], dtype=np.int64)
    log: EventLog = app.store.crowd(principal).log(start - BEFORE_MS)
    return exposed(tuple(name for name, _, _ in rows), variant, at_ms, log, start)


def _judged(life: Life, history: tuple[Step, ...], days: int, told: Course, left: tuple[str, ...]) -> Standing:
    """Every variant against control, and what that comes to.

    Whoever erased everything about themselves (`left`, by variant) was assigned like everybody: they count where the
    shares are checked. What they did is gone: they count nowhere else.
    """
    design = life.design
    until = told.ends_ms[-1] if told.ends_ms else told.material.start_ms
    many = told.material.until(until)
    seen = told.material.variant[:many]
    counts = tuple(int((seen == place).sum()) for place in range(len(design.variants)))
    withdrawn = tuple(left.count(each.name) for each in design.variants)
    assigned = tuple(here + gone for here, gone in zip(counts, withdrawn, strict=True))
    ratio, share = sample_ratio(assigned, design.weights), share_in(design, days, many)
    arms = tuple(_arm(life, told, place, ratio, share) for place in range(1, len(design.variants)))
    chosen = min(arms, key=lambda each: FIRST.index(each.verdict.call))
    alarm, day = _alarm(arms)
    return Standing(
        life, history, bool(life.traffic), days, until, counts, share, ratio, arms, alarm, day, chosen.verdict,
        withdrawn=withdrawn,
    )  # fmt: skip


def _arm(life: Life, told: Course, treated: int, ratio: SampleRatio, share: float) -> Arm:
    design = life.design
    # A guardrail is there to stop a test: also one whose metric is to be looked at only once.
    watching: Method = "planned looks" if design.method == "fixed" else design.method
    main = line(design, told, design.metric, treated, design.method)
    guards = tuple(line(design, told, each, treated, watching) for each in design.guardrails)
    novelty = fading(design, told, treated)
    call = verdict(main.reading, [each.reading for each in guards], ratio, share, novelty)
    name = design.variants[treated].name
    if len(design.variants) > 2:
        call = replace(call, sentence=f"{name}: {call.sentence}")
    return Arm(name, main, guards, beside(design, told, treated), novelty, call)


def _alarm(arms: tuple[Arm, ...]) -> tuple[str, int | None]:
    """The first guardrail that is hurt, in words, and after which day."""
    hurt = [
        (look.day, arm.variant, each)
        for arm in arms
        for each in arm.guardrails
        if (look := each.called) is not None and look.is_decided and not each.reading.is_better
    ]
    if not hurt:
        return "", None
    day, variant, each = min(hurt, key=lambda one: one[0])
    told = each.reading
    size = f"{100 * told.effect:+.1f} % ({100 * told.low:+.1f} to {100 * told.high:+.1f})".replace("-", "−")
    return f"{told.metric} got worse under {variant} by more than chance explains: {size} after day {day}", day


COLUMNS: Final = (
    "experiment", "variant", "metric", "day", "traders_control", "traders_treated", "share", "control", "treated",
    "effect", "low", "high", "relative_effect", "relative_low", "relative_high", "z", "bound", "is_decided",
)  # fmt: skip


def looks_as_csv(told: Standing) -> str:
    """Every look at the deciding metric and the guardrails, a row each; what is not known is left empty."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for arm in told.arms:
        for each in (arm.main, *arm.guardrails):
            for look in each.looks:
                numbers = (look.share, look.control, look.treated, *astuple(look.absolute), *astuple(look.relative))
                rows.writerow([
                    told.life.design.key, arm.variant, each.metric, look.day, look.control_n, look.treated_n,
                    *(number if np.isfinite(number) else "" for number in (*numbers, look.z, look.bound)),
                    int(look.is_decided),
                ])  # fmt: skip
    for pair in told.paper.pairs if told.paper is not None else ():
        rows.writerows(_paper_row(told, pair.variant, each) for each in pair.line.looks)
    return out.getvalue()


def _paper_row(told: Standing, variant: str, look: PaperLook) -> list[object]:
    """One look at the paired difference: traders are days, and there is no relative effect."""
    numbers = (look.share, np.nan, np.nan, *astuple(look.daily), np.nan, np.nan, np.nan, look.z, look.bound)
    known = (number if np.isfinite(number) else "" for number in numbers)
    return [told.life.design.key, variant, METRIC, look.day, look.day, look.day, *known, int(look.is_decided)]
