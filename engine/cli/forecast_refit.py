"""`forecast refit`: the pooled model of this installation, fitted now."""

from dataclasses import asdict
from typing import Annotated

import typer

from engine.cli.bars import AsJson, stamp
from engine.cli.output import print_json, say
from engine.gateways.beside import step_back
from engine.services.pooled import refit
from engine.services.startup import read_settings


def refit_now(
    if_due: Annotated[
        bool, typer.Option("--if-due", help="Only after 90 days, a week of new outcomes, or other markets.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Fit the pooled model on every real market that is here, and replay it on each; the server does it by itself."""
    step_back()
    made = refit(read_settings(), only_if_due=if_due)
    if as_json:
        print_json(
            {"fitted": False} if made is None else {"fitted": True, **asdict(made), "until": stamp(made.until_ms)}
        )
    elif made is None:
        say("No refit is due: neither 90 days nor a week of outcomes nor other markets since the last one.")
    else:
        say(
            f"E4 fitted on {made.days:,} days of {', '.join(made.markets)}, with what was known by"
            f" {stamp(made.until_ms)}, in {made.seconds:.0f} seconds."
        )
