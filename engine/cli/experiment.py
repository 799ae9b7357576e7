"""`experiment`: design, start, ramp up, look, stop and decide; and who is in which variant, for whoever asks."""

from pathlib import Path
from typing import Annotated, Any, Final

import typer

from engine.cli.bars import AsJson, stamp
from engine.cli.experiment_told import described, listed, looked, outcomes_facts, standing_facts
from engine.cli.output import print_json, print_table, say
from engine.core.errors import DataError
from engine.experiments.assignment import bucket, checked_shares, chosen
from engine.experiments.experiment import Experiment, Variant
from engine.experiments.life import Life
from engine.gateways.store.desk import Principal
from engine.gateways.whole_file import write_bytes_whole
from engine.services.review_rankings import running, traffic
from engine.services.review_rankings.outcomes import Terms, analyse_file
from engine.services.startup import LOCAL, opened

app = typer.Typer(
    help="Experiments: design, start, ramp, analyse, stop, decide; simulated traffic; assignment.", no_args_is_help=True
)
ROLES: Final = ("manager", "admin", "stakeholder", "trader")
SHORT: Final = 200  # of a note, where people read; --json has all of it
As = Annotated[str, typer.Option("--as", help=f"Who asks: {', '.join(ROLES)}.")]
Key = Annotated[str, typer.Argument(help="The experiment's name.")]


def acting(role: str) -> Principal:
    """The person of this installation in a role."""
    known: Any = role
    if role not in ROLES:
        raise DataError(f"--as takes {', '.join(ROLES)}, was {role!r}.")
    return Principal(LOCAL.id, known)


@app.command("list")
def list_all(role: As = "manager", as_json: AsJson = False) -> None:
    """Name every experiment, its state and its call."""
    with opened() as engine:
        found = running.standings(engine, acting(role))
    if as_json:
        print_json({"experiments": [listed(each) for each in found]})
        return
    rows = [[str(value) for value in listed(each).values()] for each in found]
    print_table("Experiments", ("name", "state", "kind", "metric", "days", "traders", "call"), rows)


@app.command("show")
def show(key: Key, role: As = "manager", as_json: AsJson = False) -> None:
    """Show a design, what became of it, and every note; nothing is changed by looking."""
    with opened() as engine:
        found = running.standing(engine, acting(role), key)
    if as_json:
        print_json(standing_facts(found))
        return
    described(found)
    for step in found.history:
        told = step.content if len(step.content) <= SHORT else f"{step.content[: SHORT - 1]}…"
        say(f"{stamp(step.at_ms)} {step.act} by {step.by}: {told}")


@app.command("design")
def design(  # noqa: PLR0913, PLR0917  # one argument an option
    key: Key,
    kind: Annotated[str, typer.Option(help="ranker, weights or bot.")],
    hypothesis: Annotated[str, typer.Option(help="What is expected, and why.")],
    variant: Annotated[list[str], typer.Option(help="name=share or name=share:what; the first is today's; repeat.")],
    metric: Annotated[str, typer.Option(help="What decides.")],
    guardrail: Annotated[list[str] | None, typer.Option(help="What may not get worse; repeat.")] = None,
    traders: Annotated[int | None, typer.Option(help="How many are planned; else by --effect.")] = None,
    effect: Annotated[float, typer.Option(help="The relative effect worth seeing (0.1 is 10 %).")] = 0.1,
    days: Annotated[int, typer.Option(help="How long at most.")] = 28,
    coverage: Annotated[float, typer.Option(help="The share of traders to begin with.")] = 1.0,
    namespace: Annotated[str, typer.Option(help="Experiments in one namespace exclude each other.")] = "",
    share: Annotated[float, typer.Option(help="How much of the namespace; the next free part is taken.")] = 1.0,
    method: Annotated[str, typer.Option(help="planned looks, always valid or fixed.")] = "planned looks",
    role: As = "manager",
    as_json: AsJson = False,
) -> None:
    """Keep a design; it is never changed after."""
    named: Any = (kind, method)
    with opened() as engine:
        who = acting(role)
        tried = tuple(map(_variant, variant))
        aim = running.Aim(effect, shares=tuple(each.weight for each in tried))
        planned = traders if traders is not None else running.plan_for(engine, who, metric, aim).plan.traders
        wanted = Experiment(
            key, named[0], hypothesis, tried, metric, tuple(guardrail or ()), planned, days,
            coverage, namespace, method=named[1],
        )  # fmt: skip
        if namespace:
            wanted = running.with_free_part(engine, who, wanted, share)
        answer(running.design(engine, who, wanted), as_json)


@app.command("start")
def start(key: Key, role: As = "manager", as_json: AsJson = False) -> None:
    """Assign traders from now on."""
    with opened() as engine:
        answer(running.start(engine, acting(role), key), as_json)


@app.command("ramp")
def ramp(
    key: Key, coverage: Annotated[float, typer.Option(help="The share of traders from now on; it only grows.")],
    role: As = "manager", as_json: AsJson = False,
) -> None:  # fmt: skip
    """Let more traders in; nobody changes variant."""
    with opened() as engine:
        answer(running.ramp(engine, acting(role), key, coverage), as_json)


@app.command("stop")
def stop(
    key: Key, reason: Annotated[str, typer.Option(help="Why.")], role: As = "manager", as_json: AsJson = False
) -> None:  # fmt: skip
    """Assign nobody any more."""
    with opened() as engine:
        answer(running.stop(engine, acting(role), key, reason), as_json)


@app.command("decide")
def decide(
    key: Key,
    call: Annotated[str, typer.Option(help=f"One of {', '.join(running.CALLS)}.")],
    why: Annotated[str, typer.Option(help="The reason, kept with it.")],
    role: As = "manager",
    as_json: AsJson = False,
) -> None:
    """Close an experiment with a decision and why."""
    taken: Any = call
    with opened() as engine:
        answer(running.decide(engine, acting(role), key, taken, why), as_json)


@app.command("analyse")
def analyse(  # noqa: PLR0913, PLR0917  # one argument an option
    key: Annotated[str | None, typer.Argument(help="The experiment's name; or --outcomes FILE.")] = None,
    outcomes: Annotated[Path | None, typer.Option(help="unit, variant, value[, before].")] = None,
    control: Annotated[str | None, typer.Option(help="Of a file: what there is today; else the first.")] = None,
    planned: Annotated[int | None, typer.Option(help="Of a file: units planned in all.")] = None,
    lower_is_better: Annotated[bool, typer.Option("--lower-is-better", help="Of a file.")] = False,
    export: Annotated[Path | None, typer.Option(help="Write every look here: .csv or .json.")] = None,
    role: As = "manager",
    as_json: AsJson = False,
) -> None:
    """Look at an experiment: every effect with the range that holds at this look; a hurt guardrail stops it."""
    if key is None and outcomes is None:
        raise DataError("analyse needs an experiment's name or --outcomes FILE, or both.")
    if outcomes is not None and key is None:
        found = analyse_file(outcomes, Terms(control, None, planned, not lower_is_better))
        if as_json:
            print_json(outcomes_facts(found))
        else:
            looked(found)
        return
    with opened() as engine:
        who = acting(role)
        if outcomes is not None:
            traffic.add_outcomes(engine, who, str(key), outcomes, outcomes.name)
        told = running.watched(engine, who, str(key))
        if export is not None:
            kind: Any = export.suffix.lstrip(".")
            if kind not in ("csv", "json"):
                raise DataError(f"--export takes a .csv or .json file, was {export.name!r}.")
            write_bytes_whole(export, running.export(engine, who, str(key), kind).encode(), "the looks")
    if as_json:
        print_json(standing_facts(told))
    else:
        described(told)


@app.command("simulate")
def simulate(  # noqa: PLR0913, PLR0917  # one argument an option
    key: Key,
    days: Annotated[int, typer.Option(help="How many days pass.")] = 7,
    effect: Annotated[float, typer.Option(help="On the deciding metric among the treated (0.1 is 10 %).")] = 0.0,
    a_day: Annotated[int, typer.Option(help="New traders a day.")] = 120,
    harm: Annotated[float, typer.Option(help="To the first guardrail, relative.")] = 0.0,
    broken: Annotated[float, typer.Option(help="The share of the treated whose exposure is lost.")] = 0.0,
    role: As = "manager",
    as_json: AsJson = False,
) -> None:
    """Let simulated traders of the sample world pass through a running experiment."""
    with opened() as engine:
        found = traffic.simulate(engine, acting(role), key, days, effect, traffic.Trouble(a_day, harm, broken))
    if as_json:
        print_json(standing_facts(found))
    else:
        described(found)


@app.command("assign")
def assign(  # one argument an option
    seed: Annotated[str, typer.Option(help="What the traders are hashed with: an experiment's name.")],
    trader: Annotated[list[str] | None, typer.Option(help="A trader; repeat, or name more of them after it.")] = None,
    more: Annotated[list[str] | None, typer.Argument(help="More traders.")] = None,
    weight: Annotated[
        list[float] | None,
        typer.Option(help="The share of each variant, today's first; repeat. Without: half and half."),
    ] = None,
    coverage: Annotated[float, typer.Option(help="The share of traders who take part.")] = 1.0,
    as_json: AsJson = False,
) -> None:
    """Say in which variant (0 is today's) each trader is: the same on every machine."""
    owned = checked_shares(weight or [0.5, 0.5], coverage)
    names = [*(trader or ()), *(more or ())]
    if not names or not all(names):
        raise DataError("assign needs one or more traders, none of them empty: --trader ID.")
    found = [(each, bucket(seed, each)) for each in names]
    told = [{"trader": each, "bucket": place, "variant": chosen(place, owned)} for each, place in found]
    if as_json:
        print_json(told)
        return
    print_table(seed, ("trader", "bucket", "variant"), [[str(value) for value in each.values()] for each in told])


def _variant(text: str) -> Variant:
    """A variant out of name=share or name=share:what."""
    name, _, rest = text.partition("=")
    share, _, what = rest.partition(":")
    try:
        return Variant(name, float(share), what)
    except ValueError as error:
        raise DataError(f"--variant takes name=share or name=share:what, was {text!r}.") from error


def answer(life: Life, as_json: bool) -> None:
    """Tell where an experiment stands after a step."""
    if as_json:
        print_json({"experiment": life.design.key, "state": life.state, "revision": life.revision,
                    "coverage": life.design.coverage, "part": list(life.design.part)})  # fmt: skip
    else:
        say(f"{life.design.key} is {life.state}.")
