"""`interpret`: a file of requests in words; the state after each confirmed change, as JSON lines."""

import sys
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from engine.chat.offline import OfflineInterpreter
from engine.cli.bars import AsJson
from engine.cli.output import print_json
from engine.core.errors import ParameterError
from engine.services.interpret import claude_reader, interpret_file
from engine.services.startup import opened


def interpret(
    requests: Annotated[Path, typer.Option(help="JSON lines: id, utterance, current; history and now where known.")],
    out: Annotated[Path, typer.Option(help="Where the answers go, a JSON line each.")],
    with_: Annotated[str, typer.Option("--with", help="Who reads the words: offline or claude.")] = "offline",
    record: Annotated[
        Path | None, typer.Option(help="Claude's answers, kept and used again; beside --out if not named.")
    ] = None,
    budget: Annotated[float, typer.Option(min=0.0, help="US dollars that files may cost at Claude in a day.")] = 2.0,
    as_json: AsJson = False,
) -> None:
    """Read a file of requests and write the settings after each, whether it asked back and whether it refused."""
    if with_ not in ("offline", "claude"):
        raise ParameterError(f"--with must be offline or claude, was {with_!r}.")
    started = perf_counter()
    if with_ == "claude":
        with opened() as app:
            kept = record or out.with_suffix(".recorded.jsonl")
            answered = interpret_file(requests, out, claude_reader(app, kept, budget))
    else:
        answered = interpret_file(requests, out, OfflineInterpreter())
    seconds = perf_counter() - started
    if as_json:
        print_json({"requests": answered, "seconds": round(seconds, 3), "out": str(out)})
    else:
        sys.stdout.write(f"{answered} requests read in {seconds:.2f} s; the answers are in {out}\n")
