"""Which settings cannot work, risk more than they seem to, or do nothing; and what puts each right."""

from dataclasses import replace
from typing import Final

from engine.bots.guards import conflicts, ranges, sizes
from engine.bots.guards.finding import LEVELS, Finding, Key, Remedy, Rule, advice, applied
from engine.bots.guards.situation import Situation
from engine.bots.parameters import BotParameters
from engine.market.market import Market

NOWHERE: Final = Situation()
OTHERWISE: Final = {  # what helps where no setting does
    "too_small_to_trade": "Give the bot more capital or choose another market.",
    "above_share_of_equity": "Give the bot more capital.",
    "hardly_at_work": "Give the bot less capital.",
}
NOT_HERE: Final = "On this market and capital every way back makes the orders too small to trade."

RULES: Final[tuple[Rule, ...]] = (
    conflicts.never_signals,
    sizes.too_small_to_trade,
    sizes.no_shorts_here,
    sizes.timeframe_too_fine,
    ranges.beyond_profile,
    ranges.outside_suggested,
    sizes.above_largest_position,
    sizes.above_share_of_equity,
    sizes.stop_beyond_drawdown,
    conflicts.target_below_costs,
    conflicts.lopsided,
    conflicts.trailing_within_costs,
    conflicts.exit_at_the_entry,
    conflicts.held_too_briefly,
    conflicts.growing_ladder,
    conflicts.day_above_drawdown,
    conflicts.no_slip_allowed,
    sizes.stop_beyond_day,
    sizes.hardly_at_work,
    conflicts.hardly_confirms,
    conflicts.trailing_hides_stop,
    conflicts.trailing_too_late,
    conflicts.cooldown_of_a_day,
    conflicts.forecast_never_sure,
    conflicts.scaling_without_a_second_lot,
    conflicts.trend_against_reversion,
)


def findings(
    parameters: BotParameters,
    market: Market | None = None,
    price: float | None = None,
    capital: float | None = None,
    profile: str | None = None,
    step: str | None = None,
) -> tuple[Finding, ...]:
    """Everything to know about these settings here, the most serious first; what is not given is not judged."""
    return judged(parameters, Situation(market, price, capital, profile, step))


def judged(parameters: BotParameters, place: Situation = NOWHERE) -> tuple[Finding, ...]:
    """As `findings`, with the costs too: every message ends with the changes that put it right."""
    found = _found(parameters, place)
    before = {each.key for each in found}
    mended = [_with_advice(each, parameters, place, before) for each in found]
    return tuple(sorted(mended, key=lambda each: LEVELS.index(each.level)))


def _found(parameters: BotParameters, place: Situation) -> list[Finding]:
    return [each for rule in RULES for each in rule(parameters, place)]


def _with_advice(finding: Finding, parameters: BotParameters, place: Situation, before: set[Key]) -> Finding:
    """The finding with the remedies that work, and its message with them as a sentence."""
    remedies = _working(finding, finding.remedies, parameters, place, before)
    if not remedies:
        # Each remedy makes something else impossible: mend that along with it.
        joined = tuple(
            remedy | other
            for remedy in finding.remedies
            for new in _found_after(remedy, parameters, place) or []
            if new.level == "impossible"
            for other in new.remedies
        )
        remedies = _working(finding, joined, parameters, place, before)
    said = advice(parameters, remedies) or OTHERWISE.get(finding.rule, NOT_HERE)
    return replace(finding, message=f"{finding.message} {said}", remedies=remedies)


def _working(
    finding: Finding, remedies: tuple[Remedy, ...], parameters: BotParameters, place: Situation, before: set[Key]
) -> tuple[Remedy, ...]:
    """The remedies after which the finding is gone: those that bring nothing new, else nothing impossible."""
    clean, working = [], []
    for remedy in remedies:
        left = _found_after(remedy, parameters, place)
        if left is None or finding.key in {each.key for each in left}:
            continue
        new = [each for each in left if each.key not in before]
        if not new:
            clean.append(remedy)
        elif not any(each.level == "impossible" for each in new):
            working.append(remedy)
    return tuple(clean or working)


def _found_after(remedy: Remedy, parameters: BotParameters, place: Situation) -> list[Finding] | None:
    """What would be found after a remedy; None when the registry refuses it."""
    changed = applied(parameters, remedy)
    return None if changed is None else _found(changed, place)
