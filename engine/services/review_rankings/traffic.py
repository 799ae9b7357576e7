"""What comes into an experiment but real traders: simulated ones, kept as a plan, and a bot's outcomes in a file."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from engine.core.errors import DataError
from engine.experiments.life import checked_act, units_in
from engine.experiments.traffic import A_DAY, MOST_DAYS, Stretch
from engine.gateways.store.desk import Principal
from engine.services.review_rankings.evidence import Standing, terms_of
from engine.services.review_rankings.outcomes import judge, read_outcomes
from engine.services.review_rankings.running import life_for, noted, watched
from engine.services.startup import App


@dataclass(frozen=True, slots=True)
class Trouble:
    """What else is planted: traders a day, relative harm to the first guardrail, the share of the treated whose
    exposure is lost (which the sample-ratio check must notice).
    """

    a_day: int = A_DAY
    harm: float = 0.0
    broken: float = 0.0


def simulate(  # what is planted, for whom, how long
    app: App, principal: Principal, key: str, days: int = 7, effect: float = 0.0, trouble: Trouble | None = None
) -> Standing:
    """Let so many days of simulated traders pass, with an effect on the deciding metric (relative) among the treated.

    They are analysed as real ones would be, and a guardrail that is hurt stops the experiment. DataError without a
    sample world, or where real traders are in it.
    """
    life = checked_act(life_for(app, principal, key), "simulated")
    if life.design.kind == "bot":
        told = "its days come with the candles" if life.design.paper is not None else "its outcomes come in a file"
        raise DataError(f"{key!r} is about bots, which no trader is shown: {told}.")
    world = app.store.world()
    if world is None:
        raise DataError("traffic is simulated in a sample world alone. Make one with `python -m engine sample`.")
    if not life.traffic and app.desk(principal).manager.exposures(key):
        raise DataError(f"real traders are in {key!r}: simulated ones would spoil what is known. Design another one.")
    if life.traffic and life.traffic[0].seed != world.seed:
        raise DataError(f"{key!r} has traders of another sample world. Stop it and design one for this world.")
    planted = trouble or Trouble()
    stretch = Stretch(days, effect, planted.a_day, planted.harm, planted.broken, life.design.coverage, world.seed)
    past = sum(each.days for each in life.traffic)
    if past + days > MOST_DAYS:
        raise DataError(f"traffic is simulated for {MOST_DAYS} days in all: {past} have passed, asked were {days}.")
    noted(app, principal, life, "simulated", json.dumps(asdict(stretch)))
    return watched(app, principal, key)


def add_outcomes(app: App, principal: Principal, key: str, file: Path | bytes, name: str) -> Standing:
    """Take what the versions of a bot's experiment were worth on paper: unit, variant, value[, before], all so far."""
    life = checked_act(life_for(app, principal, key), "outcomes")
    if life.design.kind != "bot":
        raise DataError(f"{key!r} is about {life.design.kind}: its traders are counted, no file is taken for them.")
    if life.design.paper is not None:
        raise DataError(f"{key!r} runs on paper by itself: its days come from the candles, no file is taken for them.")
    table = read_outcomes(file, name)
    names = [each.name for each in life.design.variants]
    strange = sorted(set(table["variant"]) - set(names))
    if strange:
        raise DataError(f"the variants of {key!r} are {', '.join(names)}; the file has {', '.join(strange[:5])}.")
    past = (*life.looked, units_in(life)) if life.outcomes else life.looked
    judge(table, name, replace(terms_of(life.design), earlier=past))
    noted(app, principal, life, "outcomes", json.dumps({"csv": table.to_csv(index=False)}))
    return watched(app, principal, key)
