"""`feed --why`: every step of one idea's way to its place, for people and for scripts."""

from collections.abc import Sequence
from typing import Any

from engine.cli.output import print_json, print_table, say
from engine.core.errors import DataError
from engine.ranking.recommendation import Feed, Order, Recommendation
from engine.ranking.stages.setups import setups
from engine.ranking.way.needed import Need, needed
from engine.ranking.way.trace import Step, Trace
from engine.ranking.way.words import STAGES, amount, reached, step_name
from engine.services.browse_feed.browsing import FeedView
from engine.services.opportunities.catalogue import Ideas


def tell_why(trader: str, view: FeedView, found: Ideas, wanted: str, as_json: bool) -> None:
    """Print the way of the idea of this name or place."""
    trace = view.feed.trace
    if trace is None:
        raise DataError("a way is told of a feed that was traced.")
    row = _row(view.feed, trace, found, wanted)
    way = trace.way(row)
    item = next((each for each in view.feed.items if each.row == row), None)
    needs = needed(trace, row, view.weights)
    if as_json:
        print_json({
            "trader": trader, "order": view.feed.order, "id": found.table.id_of(row), "place": way[-1].place,
            "of": len(trace.rows), "is_listed": item is not None,
            "propensity": None if item is None else item.propensity, "steps": [_told(each) for each in way],
            "first_if": [{"what": each.name, "now": each.now, "needed": each.needed} for each in needs],
        })  # fmt: skip
        return
    _print(trader, view, (found.table.id_of(row).split("@")[0], item), way, needs)


def _row(feed: Feed, trace: Trace, found: Ideas, wanted: str) -> int:
    """The row of an idea by its place in the list, its whole name, or its name without the time of its quote."""
    if wanted.isdigit():
        if not 1 <= int(wanted) <= len(feed.items):
            raise DataError(f"a place must be 1 to {len(feed.items)}, was {wanted}. Ask for more with --top.")
        return feed.items[int(wanted) - 1].row
    names = {row: found.table.id_of(row) for row in range(len(found.table))}
    rows = [row for row, name in names.items() if wanted in (name, name.split("@")[0])]
    ranked = [row for row in rows if row in trace.rows]
    if ranked:
        return ranked[0]
    code = setups(found.table)
    for row in rows:
        for other in trace.rows[code[trace.rows] == code[row]].tolist():
            better = names[other].split("@")[0]
            raise DataError(f"{wanted[:80]} was not ranked: {better} is of the same set-up and fits better.")
        raise DataError(f"{wanted[:80]} was not ranked: it was dismissed, or is not among what was asked for.")
    raise DataError(f"there is no idea {wanted[:80]!r} now. `python -m engine feed` lists what there is.")


def _told(step: Step) -> dict[str, Any]:
    return {
        "stage": step.stage, "step": step.name, "unit": step.unit, "added": step.added, "usual": step.usual,
        "total": step.total, "before": step.before, "place": step.place,
    }  # fmt: skip


def _print(
    trader: str, view: FeedView, named: tuple[str, Recommendation | None], way: Sequence[Step], needs: Sequence[Need]
) -> None:
    name, item = named
    before = (None, *way[:-1])
    print_table(
        f"{trader}: how {name} became no. {way[-1].place:,} of {view.feed.candidates:,}",
        ("stage", "step", "adds", "to all, on average", "so far", "moved", "place"),
        [_cells(earlier, step) for earlier, step in zip(before, way, strict=True)],
    )
    say("Worth is money per 1,000 of margin. Steps on the odds multiply, all others add up.")
    if item is None:
        say(f"It is not in the list, which ends at {len(view.feed.items)}.")
    elif item.propensity < 1:
        say(f"Chance that it stands at this very place: {100 * item.propensity:.1f} %.")
    for line in (
        *((item.reason, *item.why_here) if item is not None else ()),
        *(_line(each, view.feed.order) for each in needs),
    ):
        say(line)


def _cells(earlier: Step | None, step: Step) -> tuple[str, ...]:
    """A row of the table; the stage is named where it begins."""
    stage = "" if earlier is not None and earlier.stage == step.stage else STAGES[step.stage]
    sums = ("", "", "")
    if step.unit != "places":
        sums = (amount(step.added, step.unit), amount(step.usual, step.unit), reached(step.total, step.unit))
    moved = "" if step.before is None else amount(step.moved, "places")
    return (stage, step_name(step.stage, step.name), *sums, moved, f"{step.place:,}")


def _line(need: Need, order: Order) -> str:
    aim = "To fit best" if order == "best_fit" else "To be worth the most to show"
    what = step_name("", need.name)
    reach = "nothing would be enough" if need.needed is None else f"{need.needed:.3f} would be enough"
    return f"{aim}, with all else as it is: {what} {need.now:.3f}, {reach}."
