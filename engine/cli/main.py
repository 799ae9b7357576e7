"""The command line: one command a journey; exit status 0 done, 2 the request was wrong, 1 anything else."""

import sys
from typing import Any, Final

import typer

from engine.cli import (
    ab,
    backtest,
    bars,
    bars_fetch,
    chains,
    experiment,
    experiment_paper,
    feed,
    forecast,
    forecast_evaluate,
    forecast_models,
    forecast_record,
    forecast_refit,
    interpret,
    ope,
    personalize,
    portfolio,
    rank,
    recommend,
    scan,
    sweep,
    world,
)
from engine.cli.output import readable, say
from engine.core.errors import ClusterError, ExchangeError, StoreError, ToptionError

# Typer brings its own copy of click and names its usage error only through this public child of it.
USAGE_ERROR: Final[type[Exception]] = typer.BadParameter.__mro__[1]
DONE, FAILED, WRONG_REQUEST = 0, 1, 2
PROGRAM: Final = "python -m engine"

app = typer.Typer(
    name=PROGRAM,
    help="Toption without a browser. Every command takes --json and then prints one JSON object.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("sample")(world.sample)
app.command("doctor")(world.doctor)
bars.app.command("fetch")(bars_fetch.fetch_bars)
app.add_typer(bars.app, name="bars")
app.command("backtest")(backtest.backtest)
app.command("ab")(ab.ab)
app.command("portfolio")(portfolio.portfolio)
app.command("sweep")(sweep.sweep)
forecast.app.command("import")(forecast_record.import_file)
forecast.app.command("record")(forecast_record.record)
forecast.app.command("issue")(forecast_models.issue_now)
forecast.app.command("models")(forecast_models.models)
forecast.app.command("evaluate")(forecast_evaluate.evaluate)
forecast.app.command("refit")(forecast_refit.refit_now)
app.add_typer(feed.app, name="feed")
app.add_typer(forecast.app, name="forecast")
app.command("interpret")(interpret.interpret)
app.command("personalize")(personalize.personalize)
app.add_typer(chains.app, name="chains")
app.command("scan")(scan.scan)
app.command("rank")(rank.rank)
experiment.app.command("paper")(experiment_paper.paper)
experiment.app.command("propose")(experiment_paper.propose)
app.add_typer(experiment.app, name="experiment")
app.command("ope")(ope.ope)
app.command("recommend")(recommend.recommend)


def run(arguments: list[str] | None = None) -> None:
    """Run one command and leave with its exit status; what was wrong is one line on stderr."""
    sys.exit(status(sys.argv[1:] if arguments is None else arguments))


def status(arguments: list[str]) -> int:
    """The exit status of one command line."""
    try:
        outcome = app(arguments, prog_name=PROGRAM, standalone_mode=False)
    except USAGE_ERROR as error:
        say(misused(error))
        return WRONG_REQUEST
    except typer.Abort:
        say("Stopped.")
        return FAILED
    except (StoreError, ExchangeError, ClusterError) as error:
        say(in_one_line(error))
        return FAILED
    except ToptionError as error:
        say(in_one_line(error))
        return WRONG_REQUEST
    except OSError as error:  # a full disk behind the answer, or a file that went away
        what = readable(str(error.filename)) if error.filename else "the answer"
        say(f"{what} could not be written or read: {error.strerror or type(error).__name__}. Check the disk it is on.")
        return FAILED
    return outcome if isinstance(outcome, int) else DONE


def misused(error: Any) -> str:
    """What was wrong with the words of a command and where its help is; the help itself where no word was given."""
    told = error.format_message()
    if not error.ctx or told == error.ctx.get_help():
        return str(told)
    return f"{' '.join(told.split()).rstrip('.')}. See: {error.ctx.command_path} --help"


def in_one_line(error: ToptionError) -> str:
    """The message without line breaks: scripts read one line."""
    return " ".join(line.strip() for line in str(error).splitlines())
