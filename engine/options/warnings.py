"""What can go wrong with an idea, in plain sentences chosen by rule from its own numbers."""

from collections.abc import Callable
from typing import Final

import numpy as np

from engine.options.features.early import TOLD, UNKNOWN
from engine.options.opportunity import Opportunity

THIN: Final = 40.0  # liquidity under which getting out costs
WIDE: Final = 0.10
OLD_SECONDS: Final = 900.0
LOW_RANK: Final = 20.0
CHEAP: Final = 1.0  # paid over realised, under which sellers are paid less than has moved
TOUCHED: Final = 0.6
CALM_SHARE: Final = 0.25

Rule = Callable[[Opportunity], str | None]


def what_can_go_wrong(one: Opportunity) -> tuple[str, ...]:
    """The sentences that fit, the gravest first; never empty, since how the strategy loses is always one."""
    told = [rule(one) for rule in RULES]
    return tuple(text for text in told if text)


def _loses(one: Opportunity) -> str:
    return f"{one.kind.risks[0].upper()}{one.kind.risks[1:]}."


def _unlimited(one: Opportunity) -> str | None:
    if not np.isinf(one["max_loss"]):
        return None
    return "There is no limit to what it can lose: the broker may ask for more money at the worst time."


def _earnings(one: Opportunity) -> str | None:
    within = one.numbers.get("earnings_in_term", np.nan)
    if within == 1:
        days = one.numbers.get("days_to_earnings", np.nan)
        when = f" in {days:.0f} day{'' if round(days) == 1 else 's'}" if np.isfinite(days) else ""
        return f"The company reports{when}, before expiry: the price may leap past every level overnight."
    if np.isnan(within):
        return "Whether the company reports before expiry is not known: no dates so far ahead."
    return None


def _early(one: Opportunity) -> str | None:
    code = one.numbers.get("early_exercise", np.nan)
    text = TOLD.get(int(code), "") if np.isfinite(code) else ""
    return None if not text or (int(code) == UNKNOWN and not one.kind.is_credit) else f"{text[0].upper()}{text[1:]}."


def _touch(one: Opportunity) -> str | None:
    chance = one["touch"]
    if not chance >= TOUCHED:
        return None
    return f"The sold strike is touched on the way in about {chance * 100:.0f} of 100 cases, more than it ends beyond."


def _thin(one: Opportunity) -> str | None:
    spread, liquidity = one["spread_pct"], one["liquidity"]
    if np.isnan(spread):
        return "Bid and ask are not known: what getting in and out costs is not in these numbers."
    if spread > WIDE or liquidity < THIN:
        return f"Getting out costs: bid and ask lie {spread * 100:.0f} % of the price apart."
    return None


def _cheap(one: Opportunity) -> str | None:
    paid, rank = one.numbers.get("vrp", np.nan), one.numbers.get("iv_rank", np.nan)
    if one.kind.is_credit and paid < CHEAP:
        return f"Sellers are paid less than has moved lately ({paid:.2f} of it)."
    if one.kind.is_credit and rank < LOW_RANK:
        return f"Volatility is low for this market (rank {rank:.0f}): a rise of it costs before expiry."
    if not one.kind.is_credit and rank > 100 - LOW_RANK:
        return f"Volatility is dear for this market (rank {rank:.0f}): a fall of it costs even if the price moves."
    return None


def _old(one: Opportunity) -> str | None:
    age = one["age"]
    if not age > OLD_SECONDS:
        return None
    return f"The oldest quote is {age / 3600:.1f} hours old: the market may stand elsewhere."


def _fair(one: Opportunity) -> str | None:
    if not one["ev"] < 0:
        return None
    return "On average it loses after costs, by the market's own volatility: it needs a reason beyond its price."


RULES: Final[tuple[Rule, ...]] = (_loses, _unlimited, _earnings, _early, _touch, _thin, _cheap, _old, _fair)
