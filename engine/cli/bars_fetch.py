"""`bars fetch`: candles from an exchange; stopped with Ctrl-C or failed, it goes on where it was."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Event
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from engine.cli.bars import AsJson, facts, minute, stamp
from engine.cli.output import errors, print_json, say
from engine.core.errors import DataError
from engine.services.fetch_candles import CURATED, Fetch, Fetched, Progress, fetch
from engine.services.startup import opened

STOPPED = 1


def fetch_bars(  # noqa: PLR0913, PLR0917 - one argument an option
    exchange: Annotated[str, typer.Option(help=f"{', '.join(CURATED)}, or any other that ccxt knows.")],
    symbol: Annotated[str, typer.Option(help="The market as the exchange calls it, such as BTC/USDT.")],
    since: Annotated[str, typer.Option(help="The first day, such as 2024-01-01, in UTC.")],
    step: Annotated[str, typer.Option(help="Length of a candle, such as 1h.")] = "1h",
    until: Annotated[str | None, typer.Option(help="The day before which to end; else the newest candle.")] = None,
    name: Annotated[str | None, typer.Option(help="What the market is called here; else as at the exchange.")] = None,
    as_json: AsJson = False,
) -> int:
    """Fetch candles without a key, check them and join them to those that are here; Ctrl-C keeps what came."""
    wanted = Fetch(exchange, symbol, step, moment("since", since), moment("until", until) if until else None, name)
    with opened() as engine, ctrl_c() as is_stopped, shown() as show:
        done = fetch(engine, wanted, show, is_stopped)
    for sentence in (*done.repairs, *done.notes):
        say(sentence)
    if as_json:
        print_json(answer(done))
    else:
        say(summary(done))
    if not done.is_whole:
        say("Stopped: what came is kept. Run the same command again to go on.")
        return STOPPED
    return 0


def moment(option: str, text: str) -> int:
    """A day or a time in milliseconds since 1970; without a zone it is UTC."""
    try:
        at = datetime.fromisoformat(text.strip())
        return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() * 1000)
    except (ValueError, OverflowError) as error:
        raise DataError(f"{option} must be a day such as 2024-01-01, was {text[:40]!r}.") from error


@contextmanager
def ctrl_c() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed; a second one ends at once, as ever."""
    pressed = Event()

    def note(*_: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """A bar on the terminal; nothing where there is none."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:.0f} %"))
    with Bar(*columns, TimeRemainingColumn(), console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task("Asking", total=1.0)

        def show(now: Progress) -> None:
            text = f"{now.candles:,} candles, {minute(now.first_ms)} to {minute(now.last_ms)} UTC"
            bar.update(task, completed=now.share, description=text)

        yield show


def answer(done: Fetched) -> dict[str, Any]:
    """The facts for scripts."""
    gaps = [{"after": stamp(gap.after_ms), "before": stamp(gap.before_ms), "missing": gap.missing} for gap in done.gaps]
    return {
        **facts(done.listing),
        "added": done.added,
        "resumed_from": None if done.resumed_from is None else stamp(done.resumed_from),
        "finished": done.is_whole,
        "problems": list(done.repairs),
        "gap_list": gaps,
        "notes": list(done.notes),
    }


def summary(done: Fetched) -> str:
    """What is here now, in one line."""
    listing = done.listing
    missing = f", {listing.missing:,} missing in {listing.gaps:,} gaps" if listing.gaps else ", no gap"
    span = f"{minute(listing.first_ms)} to {minute(listing.last_ms)} UTC"
    return f"{listing.symbol} {listing.step}: {listing.rows:,} candles ({done.added:,} new), {span}{missing}."
