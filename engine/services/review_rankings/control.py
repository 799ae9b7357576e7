"""Do traders win more than those who were left as they were? Every experiment about rankings against its control."""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from engine.core.as_json import as_json
from engine.core.interval import Interval
from engine.experiments.analysis.comparison import difference
from engine.experiments.analysis.exposed import Exposed
from engine.experiments.life import Life
from engine.experiments.metrics.values import FEWEST
from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS
from engine.services.review_rankings.everybody import mark_of
from engine.services.review_rankings.evidence import days_of, material_of
from engine.services.review_rankings.measuring import MetricsView
from engine.services.review_rankings.running import lives_for
from engine.services.startup import App

METRIC: Final = "win_rate"
OF_TRADERS: Final = ("ranker", "weights")  # kinds of experiments that traders are in


@dataclass(frozen=True, slots=True)
class AgainstControl:
    """The win rate of an experiment's traders since each was exposed, less that of its control, with its range.

    `control` and `treated` are the two rates; `traders` those with a trade that ended, in control and treated.
    """

    experiment: str
    variant: str
    is_running: bool
    is_simulated: bool
    days: int
    control: float
    treated: float
    traders: tuple[int, int]
    gain: Interval


def against_control(app: App, principal: Principal) -> tuple[AgainstControl, ...]:
    """Every variant of every experiment that has run, the latest started first; nothing where none has."""
    lives = [
        each for each in lives_for(app, principal).values()
        if each.started_ms is not None and each.design.kind in OF_TRADERS
    ]  # fmt: skip
    lives.sort(key=lambda each: -(each.started_ms or 0))
    return tuple(one for life in lives for one in _of(app, principal, life))


def all_as_json(app: App, principal: Principal, view: MetricsView) -> str:
    """Everything that the metrics page tells, control groups among it."""
    whole = {each.name: getattr(view, each.name) for each in fields(view)}
    return as_json({**whole, "against_control": against_control(app, principal)})


def _of(app: App, principal: Principal, life: Life) -> tuple[AgainstControl, ...]:
    """One experiment, worked out again only where something happened since."""
    days = days_of(app, life)
    key, mark = ("control", life.design.key), (life.revision, days, () if life.traffic else mark_of(app, principal))
    known = app.recent.get(key)
    if known is not None and known[0] == mark:
        found: tuple[AgainstControl, ...] = known[1]
        return found
    material = material_of(app, principal, life)
    made = tuple(
        each for place in range(1, len(life.design.variants))
        if (each := _arm(life, material, days, place)) is not None
    )  # fmt: skip
    app.recent.put(key, (mark, made))
    return made


def _arm(life: Life, material: Exposed, days: int, treated: int) -> AgainstControl | None:
    """One variant; None before a trade ended on either side."""
    counted = material.counted(material.start_ms, material.start_ms + days * DAY_MS)
    pair = material.pair(METRIC, counted, treated)
    if pair is None:
        return None
    seen = material.variant[: len(counted.came)]
    control, other = (int(((seen == place) & (counted["ended"] > 0)).sum()) for place in (0, treated))
    apart = difference(pair.control, pair.treated)
    gain = Interval(float(apart.effect), n=control + other)
    if min(control, other) >= FEWEST and np.isfinite(apart.low):
        gain = Interval(float(apart.effect), float(apart.low), float(apart.high), control + other)
    return AgainstControl(
        life.design.key, life.design.variants[treated].name, life.state == "running", bool(life.traffic), days,
        float(pair.control.seen), float(pair.treated.seen), (control, other), gain,
    )  # fmt: skip
