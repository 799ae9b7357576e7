"""`forecast`: seven days ahead of the candles in a file, now or at past dates."""

import contextlib
import json
import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer

from engine.cli.bars import AsJson
from engine.cli.output import print_json, say
from engine.core.errors import DataError
from engine.forecast.e4.pool import pools
from engine.forecast.interchange import to_predictions
from engine.market.bars import Bars
from engine.services.candles import read_markets
from engine.services.forecasts import forecast_rows, forecasts_at, latest_forecasts, summarise
from engine.services.startup import wall_clock

app = typer.Typer(invoke_without_command=True)


@app.callback()
def forecast(  # noqa: PLR0913, PLR0917  # one argument an option
    context: typer.Context,
    bars: Annotated[
        Path | None, typer.Option(help="Candles of one market, or a long table with unique_id (required).")
    ] = None,
    at: Annotated[Path | None, typer.Option(help="CSV with unique_id and cutoff; else the newest bar.")] = None,
    predictions: Annotated[Path | None, typer.Option(help="Write model_predictions.json here.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write the long table of quantiles here (Parquet).")] = None,
    step: Annotated[str | None, typer.Option(help="Length of a candle; read from the rows if absent.")] = None,
    as_json: AsJson = False,
) -> None:
    """Forecast with nothing later than each cutoff; skill and coverage are those of replayed forecasts.

    The commands below take forecasts from elsewhere, and show what became of those that were issued.
    """
    if context.invoked_subcommand is not None:
        return
    if bars is None:
        raise DataError("forecast needs --bars FILE, or one of its commands. See: python -m engine forecast --help")
    started = time.perf_counter()
    markets = read_markets(bars, step, volume=False)
    if at is not None and predictions is not None:
        raise DataError("--predictions holds forecasts from the newest bar; leave out --at, or take --out.")
    summary, table = made(markets, at, predictions)
    if out is not None:
        written(out, lambda path: table.to_parquet(path, index=False))
    answer = {**asdict(summary), "seconds": time.perf_counter() - started, "rows": len(table)}
    if as_json:
        print_json(answer)
        return
    say(f"{summary.model}: {summary.forecasts} forecasts of {summary.markets} markets, {len(table)} rows.")
    if summary.skill is not None:
        shares = ", ".join(f"{name} %: {share:.1%}" for name, share in (summary.coverage or {}).items())
        say(
            f"Replayed at {summary.origins} past weeks: {summary.skill:.2f} % better than a random walk"
            f" (standard error {summary.skill_error:.2f}); bands held {shares}."
        )


def made(markets: dict[str, Bars], at: Path | None, predictions: Path | None) -> tuple[Any, pd.DataFrame]:
    """The summary and the long table, from the newest bars or at the dates asked."""
    if at is not None:
        table, summary = forecasts_at(markets, dates(at))
        return summary, table
    pooled = pools(markets)
    forecasts = latest_forecasts(markets, pooled)
    if predictions is not None:
        document = to_predictions(*forecasts, generated_ms=wall_clock())
        written(predictions, lambda path: path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8"))
    models = " and ".join(sorted({one.model for one in forecasts}))
    return summarise(markets, models, len(forecasts), pooled), forecast_rows(forecasts)


def dates(file: Path) -> pd.DataFrame:
    """The table of cutoffs."""
    try:
        return pd.read_csv(file, dtype=str, keep_default_na=False)
    except (OSError, ValueError, UnicodeDecodeError) as error:
        raise DataError(
            f"{file} must be a CSV table with the columns unique_id and cutoff; it could not be read ({error})."
        ) from error


def written(path: Path, write: Any) -> None:
    """Write a file whole or not at all."""
    aside = path.with_name(f".{path.name}.part")
    try:
        write(aside)
        aside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise DataError(f"{path} could not be written ({error.strerror}). Choose a folder you may write to.") from error
