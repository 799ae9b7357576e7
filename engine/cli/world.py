"""`sample` and `doctor`: make the sample world, and say whether everything is in order."""

from dataclasses import asdict
from typing import Annotated

import typer

from engine.cli.bars import AsJson, minute, stamp
from engine.cli.output import print_json, print_table, say
from engine.core.errors import DataError
from engine.services.checkup import checks
from engine.services.sample import advance, is_needed, make_world
from engine.services.startup import opened


def sample(
    seed: Annotated[int | None, typer.Option(help="Another seed makes another world.")] = None,
    reset: Annotated[bool, typer.Option("--reset", help="Set its clock back to its first day.")] = False,
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Only where there are no candles yet.")] = False,
    next_days: Annotated[int, typer.Option(help="Move its clock on by this many days.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Make the sample world: simulated coins, companies with options, traders; labelled so wherever they are shown."""
    if next_days and (seed is not None or reset):
        raise DataError(
            "--next-days moves the world that is there, and goes with neither --seed nor --reset. Run both."
        )
    with opened() as app:
        if if_empty and not is_needed(app):
            if as_json:
                print_json({"made": False})
            return
        made = advance(app, next_days) if next_days else make_world(app, seed, reset)
    if as_json:
        print_json({**asdict(made), "now": stamp(made.now_ms), "made": True})
        return
    span = f"{made.candles:,} simulated candles of {made.markets} coins, up to {minute(made.now_ms)} UTC"
    options = f"{made.options:,} options on {made.companies} companies"
    people = f"{made.events:,} events of {made.traders} simulated traders"
    say(f"Sample world {made.seed}: {span}; {options}; {people}.")


def doctor(as_json: AsJson = False) -> int:
    """Say what is set up and what to do about the rest; exit status 1 when something needs doing."""
    found = checks()
    healthy = all(check.ok for check in found)
    if as_json:
        print_json({"ok": healthy, "checks": [asdict(check) for check in found]})
    else:
        rows = [("ok" if check.ok else "TO DO", check.name, check.detail) for check in found]
        print_table("Doctor", ("", "what", "as it stands"), rows)
    return 0 if healthy else 1
