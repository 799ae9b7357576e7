"""Every metric defined once: its name, unit, what it is in words, and which way is better.

Screens, downloads, experiments and the glossary are made from this list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Unit = Literal["share", "a trader and month", "seconds", "minutes", "share of margin", "money"]
Group = Literal["engagement", "business"]


@dataclass(frozen=True, slots=True)
class Metric:
    """A ratio of two sums over traders: `top` over `bottom`, columns of the tally."""

    label: str
    group: Group
    unit: Unit
    definition: str
    top: str
    bottom: str
    is_higher_better: bool = True

    @property
    def is_signed(self) -> bool:
        """Whether it lies around zero: its differences are told as they are, since a share of nothing is nothing."""
        return self.unit == "share of margin"


METRICS: Final[Mapping[str, Metric]] = MappingProxyType({
    "click_through": Metric(
        "Click-through", "engagement", "share", "ideas whose details were opened ÷ ideas shown on a delivered page",
        "views", "shown",
    ),
    "save_rate": Metric("Save rate", "engagement", "share", "ideas saved ÷ ideas shown", "saves", "shown"),
    "dismissal_rate": Metric(
        "Dismissal rate", "engagement", "share", "ideas dismissed ÷ ideas shown", "dismissals", "shown", False
    ),
    "first_interaction": Metric(
        "Time to first interaction", "engagement", "seconds",
        "from the first idea shown in a session to the first view, save, dismissal or trade in it; sessions with one",
        "first_seconds", "answered_sessions", False,
    ),
    "session_duration": Metric(
        "Session duration", "engagement", "minutes",
        "from a session's first to its last event; a gap of 30 minutes or more begins a new one",
        "session_minutes", "sessions",
    ),
    "trades_a_month": Metric(
        "Trades", "business", "a trader and month", "trades ÷ traders who came ÷ months (30 days) of the period",
        "trades", "months",
    ),
    "trade_rate": Metric("Trade rate", "business", "share", "ideas traded ÷ ideas shown", "trades", "shown"),
    "win_rate": Metric(
        "Win rate", "business", "share", "trades that ended with a profit ÷ trades that ended", "wins", "ended"
    ),
    "profit": Metric(
        "Net profit per margin", "business", "share of margin", "sum of net profit ÷ margin ÷ trades that ended",
        "outcome", "ended",
    ),
    "premium_captured": Metric(
        "Premium captured", "business", "share",
        "premium of trades that ended with a profit ÷ premium of saves and of trades (an idea saved and then traded"
        " counts for both), credits alone",
        "premium_kept", "premium_fitting",
    ),
})  # fmt: skip
