"""`rank`: what each trader in a file of trades is likely to buy next, by what had happened up to a date."""

import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from engine.cli.bars import AsJson
from engine.cli.bars_fetch import moment
from engine.cli.output import counted, print_json, print_table, say
from engine.services.rank import RankAnswer, RankRequest, rank_file, towers_voice


def rank(  # noqa: PLR0913, PLR0917 - one argument an option
    events: Annotated[
        Path, typer.Option(help="Trades: trader_id, timestamp, ticker, side[, amount_low_usd, sector, industry].")
    ],
    at: Annotated[str, typer.Option(help="Nothing later is used: a day (its first moment) or a time, UTC.")],
    out: Annotated[Path, typer.Option(help="Write trader_id, rank, ticker, score here (.parquet, .csv, .csv.gz).")],
    top: Annotated[int, typer.Option(help="How many tickers for each trader.")] = 10,
    task: Annotated[str, typer.Option(help="any: the next tickers bought; new: never bought before.")] = "any",
    deep: Annotated[
        bool, typer.Option("--deep", help="Let a two-tower network compete too (needs requirements-deep.txt; slower).")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Rank the tickers each trader is likely to buy next; the models' weights are learned on the file's own past."""
    started = time.perf_counter()
    answer = rank_file(RankRequest(events, moment("at", at), out, top, task, deep))
    seconds = time.perf_counter() - started
    towers = towers_voice(answer.blend)
    if as_json:
        print_json({
            "traders": answer.traders, "items": answer.items, "seconds": seconds, "task": task,
            "days": answer.blend.chance.days,
            "weights": {name: weight for name, (weight, _) in answer.blend.heard().items()},
            "powers": {name: power for name, (power, _) in answer.blend.multiplied().items()},
            "two_towers": {**asdict(towers), "told": towers.told},
        })  # fmt: skip
        return
    describe(answer)
    say(towers.told)
    found = f"{counted(answer.traders, 'trader')}, {counted(answer.items, 'ticker')}"
    say(f"{found}, {seconds:.1f} s. Written to {out.name}.")


def describe(answer: RankAnswer) -> None:
    """Which models the blend listens to, and how much that moves between resamples of the traders."""
    for title, what, voices in (
        ("What the ranking listens to", "weight", answer.blend.heard()),
        ("What ranks what is new to a trader together", "power", answer.blend.multiplied()),
    ):
        rows = [[name, f"{value:.3f}", f"{spread:.3f}"] for name, (value, spread) in voices.items()]
        print_table(title, ("model", what, "± between resamples"), rows, "nothing yet: no model has proved useful here")
