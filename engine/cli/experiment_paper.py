"""`experiment paper` and `experiment propose`: configurations of a bot on paper, and the one that was shipped."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from engine.bots.backtest import Costs
from engine.bots.parameters import KNOBS
from engine.cli.bars import AsJson
from engine.cli.experiment import As, Key, acting, answer
from engine.cli.output import print_json, print_table, say
from engine.core.errors import DataError
from engine.experiments.paper.design import Limits
from engine.experiments.paper.judged import BASIS_POINTS
from engine.services.review_rankings.paper import designing, planning, proposing
from engine.services.startup import opened

POINT = 1 / BASIS_POINTS


def paper(  # noqa: PLR0913, PLR0917  # one argument an option
    key: Key,
    bot: Annotated[str, typer.Option(help="The bot's market, such as SIM-SOL, or SIM-SOL:1h.")],
    arm: Annotated[
        list[str], typer.Option(help="name or name:version=2 k_sigma=1.5; the first is today's; repeat, 2 to 4.")
    ],
    hypothesis: Annotated[str, typer.Option(help="What is expected, and why.")],
    market: Annotated[list[str] | None, typer.Option(help="Where it runs; repeat. Without: the bot's own.")] = None,
    days: Annotated[int | None, typer.Option(help="How long; else by --effect.")] = None,
    effect: Annotated[float, typer.Option(help="A daily difference worth seeing, basis points of the capital.")] = 0.5,
    limit_fall: Annotated[float, typer.Option(help="The deepest fall that stops it, a fraction; 0 for none.")] = 0.1,
    limit_fees: Annotated[float, typer.Option(help="Fees a day, basis points of the capital; 0 for none.")] = 0.0,
    limit_trades: Annotated[float, typer.Option(help="Positions opened a day and market; 0 for none.")] = 0.0,
    cash: Annotated[float, typer.Option(help="Capital on each market, in quote currency.")] = 10_000.0,
    fee: Annotated[float, typer.Option(help="A fraction for each fill (0.001 is 0.1 %).")] = 0.001,
    slippage_bps: Annotated[float, typer.Option(help="For each market order.")] = 0.0,
    method: Annotated[str, typer.Option(help="planned looks, always valid or fixed.")] = "planned looks",
    role: As = "manager",
    as_json: AsJson = False,
) -> None:
    """Design an experiment over configurations of a bot: from its start on they run on paper by themselves."""
    named: Any = method
    with opened() as engine:
        who = acting(role)
        place = _market(engine, bot)
        wanted = designing.Wanted(
            place, tuple(_arm(each) for each in arm), tuple(_market(engine, each) for each in market or [bot]),
            Limits(limit_fall or None, limit_fees * POINT or None, limit_trades or None), cash,
            Costs(fee, fee, slippage_bps),
        )  # fmt: skip
        if days is None:
            told = planning.past(engine, designing.paper_of(engine, who, wanted))
            days = planning.need(told, effect * POINT).days
        if days is None:
            raise DataError(
                f"a difference of {effect:g} basis points a day takes over a hundred years to see. Ask more."
            )
        plan = designing.Plan(key, hypothesis, max(days, 0), named)
        answer(designing.design(engine, who, plan, wanted), as_json)


def propose(
    key: Key,
    variant: Annotated[str, typer.Option(help="Which arm.")],
    keep: Annotated[bool, typer.Option("--keep", help="Make it the bot's next version; undo takes it back.")] = False,
    role: As = "manager",
    as_json: AsJson = False,
) -> None:
    """Show what shipping an arm would change in the bot; nothing is kept without --keep."""
    with opened() as engine:
        who = acting(role)
        bot, offer = proposing.proposed(engine, who, key, variant)
        after = proposing.take(engine, who, key, variant) if keep else bot
    moved = [one for one in offer.outcome.decisions if one.status in ("applied", "clamped")]
    if as_json:
        told = [{"setting": one.edit.parameter, "before": one.before, "after": one.after, "status": one.status}
                for one in offer.outcome.decisions]  # fmt: skip
        print_json({"bot": bot.name, "version": after.head.number, "kept": keep, "changes": told,
                    "findings": [asdict(each) for each in offer.findings], "notes": offer.notes})  # fmt: skip
        return
    rows = [[one.edit.parameter, *(KNOBS[one.edit.parameter].text(each) for each in (one.before, one.after))]
            for one in moved]  # fmt: skip
    print_table(f"{variant} for {bot.name}", ("setting", "now", "then"), rows)
    for each in (*(one.message for one in offer.findings), *offer.notes):
        say(each)
    say(f"Kept as version {after.head.number}." if keep else "Nothing is kept. Add --keep to make it a version.")


def _arm(text: str) -> tuple[str, str]:
    name, _, what = text.partition(":")
    return name.strip(), what.strip()


def _market(engine: Any, text: str) -> tuple[str, str]:
    """A stored market by symbol, with its step where there are several."""
    symbol, _, step = text.rpartition(":") if ":" in text else (text, "", "")
    found = [
        (each.symbol, each.step)
        for each in engine.candles.listings()
        if each.symbol in (symbol, text) and step in ("", each.step)
    ]
    if len(found) != 1:
        here = ", ".join(f"{each.symbol}:{each.step}" for each in engine.candles.listings()) or "none yet"
        raise DataError(f"a market must be one of {here}, was {text!r}.")
    return found[0]
