"""Every metric defined once: its name, unit, what it is in words, and which way is better.

Screens, downloads, experiments and the glossary are made from this list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

Unit = Literal["share", "a trader and month", "seconds", "minutes", "share of margin", "share of premium"]
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
        return self.unit in ("share of margin", "share of premium")


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
        "Premium captured", "business", "share of premium",
        "what was kept of premiums received as trades ended (losses taken off, at most the premium itself) ÷ premiums"
        " of the ideas shown that fitted: |delta|, premium and days each within 1.18 widths of where the trader was at"
        " home then, which is above half of that part of the score. Each idea once, one contract; nothing that is"
        " bought",
        "premium_kept", "premium_fitting",
    ),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of the feed itself: what it is in words, and what its `n` counts."""

    label: str
    counts: str
    definition: str


HEALTH: Final[Mapping[str, Measure]] = MappingProxyType({
    "staleness": Measure(
        "Regime staleness", "traders",
        "of what traders saved and traded, fading by half in 45 days, the share that came under another regime of the"
        " market than the present one",
    ),
    "clicks_and_profit": Measure(
        "Clicks against profit", "strategies",
        "rank correlation over strategies (those with ten ended trades) between the share opened and net profit per"
        " margin: below 0, what is clicked loses",
    ),
    "intra_list_diversity": Measure(
        "Diversity within a list", "traders",
        "share of pairs in a list that differ in strategy, and of those that differ in sector, averaged",
    ),
    "calibration": Measure(
        "Distance from taste", "traders",
        "KL divergence, in nats, of the strategies shown from those a trader saves and trades; 0 is equal",
    ),
    "coverage": Measure(
        "Catalogue coverage", "set-ups",
        "of all set-ups (every underlying with each of the twelve strategies), the share shown in the period; a count,"
        " no sample",
    ),
    "gini": Measure(
        "Concentration (Gini)", "set-ups",
        "how unevenly places went to those set-ups: 0 all alike, 1 one has everything",
    ),
    "exploration": Measure(
        "Share of exploration", "traders",
        "of the ideas shown, the share that was tried rather than chosen; where chance and choice were mixed, chance's"
        " part in it",
    ),
    "with_book": Measure(
        "List and book", "traders",
        "correlation, over the days of the year before, of what a list (one contract of each idea, by its delta) and"
        " what its trader then held would have earned, averaged over lists: near 1, a feed shows more of what is held",
    ),
})  # fmt: skip
