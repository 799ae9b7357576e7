"""`feed`: a trader's ranked ideas with scores, parts and reasons; `feed fit`: what everybody did, learned now."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from engine.cli.bars import AsJson, stamp
from engine.cli.feed_why import tell_why
from engine.cli.output import counted, print_json, print_table, say
from engine.core.errors import DataError
from engine.gateways.beside import step_back
from engine.gateways.rankers import Version
from engine.gateways.store.desk import Principal
from engine.ranking.recommendation import Recommendation
from engine.scoring import PARTS
from engine.services.browse_feed import fitting
from engine.services.browse_feed.browsing import FeedRequest, FeedView
from engine.services.browse_feed.browsing import feed as ranked
from engine.services.browse_feed.known import must_be_somebody
from engine.services.opportunities.catalogue import Ideas, ideas
from engine.services.startup import LOCAL, opened, read_settings

app = typer.Typer(help="The feed of a trader, and what it has learned from all of them.", rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def feed(  # noqa: PLR0913, PLR0917  # one argument an option
    context: typer.Context,
    trader: Annotated[str, typer.Option(help="Whose feed: local, or a simulated trader such as SIM-trader-007.")]
    = LOCAL.id,
    top: Annotated[int, typer.Option(help="How many ideas.")] = 20,
    order: Annotated[str | None, typer.Option(help="best_fit or recommended; by how much is known.")] = None,
    surprise: Annotated[float | None, typer.Option(help="From 0, more of the same, to 1, surprise me; usually 0.3.")]
    = None,
    why: Annotated[str, typer.Option(help="Every step of one idea's way to its place: its name, or its place.")] = "",
    is_new: Annotated[bool, typer.Option("--new", help="The trader is somebody of whom nothing is known yet.")] = False,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Rank what there is now for a trader; nothing of it is kept."""
    if context.invoked_subcommand is not None:
        return
    asked: Any = order
    request = FeedRequest(asked, None, top, surprise, is_traced=bool(why))
    with opened() as engine:
        found = ideas(engine)
        if found is None:
            raise DataError("there is nothing to rank: make the sample world with `python -m engine sample`.")
        must_be_somebody(engine, Principal(trader), is_new)
        view = ranked(engine, Principal(trader), found, request)
    if why:
        tell_why(trader, view, found, why, as_json)
    elif as_json:
        print_json(_told(trader, view, found))
    else:
        _print(trader, view, found)


def _print(trader: str, view: FeedView, found: Ideas) -> None:
    rows = [_row(each, found) for each in view.feed.items]
    title = f"{trader}: {_ORDERS[view.feed.order]} of {counted(view.feed.candidates, 'idea')}, by {view.feed.ranker}"
    print_table(title, ("", "idea", "score", *PARTS, "chance", "why"), rows)
    for line in view.feed.told:
        say(line)


@app.command("fit")
def fit(
    if_due: Annotated[
        bool, typer.Option("--if-due", help="Only after a week, enough new events, or an erasure.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Fit the feed on what everybody did, judge it on days held back, keep it; the server does it by itself."""
    step_back()
    made = fitting.fit_now(read_settings(), if_due)
    if as_json:
        print_json({"fitted": False} if made is None else {
            "fitted": True, "seconds": made.seconds, **_version(made.version)})  # fmt: skip
    elif made is None:
        say("No fit is due, or nobody has done anything yet.")
    else:
        say(f"{_line(made.version)}, in {made.seconds:.0f} seconds.")


@app.command("models")
def models(as_json: AsJson = False) -> None:
    """List every fit with how good it was on days held back, the newest first."""
    found = fitting.versions(read_settings())
    if as_json:
        print_json({"fits": [_version(each) for each in found]})
        return
    for each in found:
        say(f"{_line(each)}.")
    if not found:
        say("Nothing has been fitted yet: `python -m engine feed fit` does, and the server by itself.")


@app.command("roll-back")
def roll_back(
    number: Annotated[int, typer.Argument(help="The number of a fit.")],
    why: Annotated[str, typer.Option(help="Why, in a few words.")],
    as_json: AsJson = False,
) -> None:
    """Use a fit no more; the one before it takes its place."""
    fitting.roll_back(read_settings(), number, why)
    if as_json:
        print_json({"rolled_back": number})
    else:
        say(f"Fit {number} is used no more: {why}")


_ORDERS = {"best_fit": "best fit", "recommended": "recommended"}


def _told(trader: str, view: FeedView, found: Ideas) -> dict[str, Any]:
    feed = view.feed
    items = [_item(each, found) for each in feed.items]
    return {
        "trader": trader, "order": feed.order, "is_cold": view.is_cold, "candidates": feed.candidates,
        "ranker": feed.ranker, "weights": feed.weights, "told": feed.told, "feed": items,
    }  # fmt: skip


def _item(one: Recommendation, found: Ideas) -> dict[str, Any]:
    table = found.table
    told = asdict(one)
    del told["row"]
    told["parts"] = dict(zip(PARTS, one.parts, strict=True))
    return {**told, "id": table.id_of(one.row), "underlying": table.names[table.underlying[one.row]]}


def _row(one: Recommendation, found: Ideas) -> tuple[str, ...]:
    parts = (f"{each:.1f}" for each in one.parts)
    why = " ".join((one.reason, *one.why_here))
    name = found.table.id_of(one.row).split("@")[0]
    return (str(one.rank), name, f"{one.score:.1f}", *parts, f"{100 * one.chance:.1f} %", why)


def _version(one: Version) -> dict[str, Any]:
    held = None if one.held is None else {**asdict(one.held), "told": one.held.told()}
    return {**asdict(one), "until": stamp(one.until_ms), "held": held}


def _line(one: Version) -> str:
    judged = "nothing was held back to judge it" if one.held is None else one.held.told()
    state = f"; not used: {one.rolled_back}" if one.rolled_back else "" if one.is_there else "; its file is gone"
    learned = f"{counted(one.events, 'event')} of {counted(one.traders, 'trader')}"
    return f"Fit {one.number} on {learned} up to {stamp(one.until_ms)}: {judged}{state}"
