"""`personalize`: a wish in words becomes checked settings, printed as the documented JSON."""

import json
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from engine.bots.parameters import BotParameters, as_dict
from engine.cli.backtest import chosen
from engine.cli.bars import AsJson
from engine.cli.output import print_json
from engine.services.personalize import read_json
from engine.services.sitting import Sitting
from engine.services.startup import reader_for

NONE: Final[dict[str, object]] = {}


def personalize(
    words: Annotated[list[str], typer.Option(help="What should change, in your own words; again for each refinement.")],
    settings: Annotated[
        list[str] | None, typer.Option("--set", help="name=value to start from; may be repeated.")
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option(help="A model_predictions.json to weigh the wish against.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Turn a wish into settings: every change with its reason, the risk, what to expect, warnings."""
    start = {**as_dict(BotParameters()), **chosen(settings or [])}
    forecast = NONE if predictions is None else read_json(predictions)
    sitting = Sitting(start, forecast, reader_for())
    answer = [sitting.say(each) for each in words][-1]
    if len(words) > 1:
        answer = sitting.result or answer
    if as_json:
        print_json(answer)
    else:
        sys.stdout.write(json.dumps(answer, indent=2, allow_nan=False) + "\n")
