"""How a belief reads: its value and range in their unit, where they lie on a scale, what they rest on."""

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from engine.options.strategies.kinds import STRATEGIES
from engine.services.browse_feed.portrait import Portrait
from engine.traders.beliefs import Belief
from engine.traders.events import Action, Event
from pages.ui.look import NOT_KNOWN, money, number, percent
from pages.ui.profile.beliefs import BeliefGroup, BeliefRow

Form = Callable[[float], str]
MOST_TICKERS: Final = 12
DAY_HOURS: Final = 24


def hour(value: float) -> str:
    """A time of day; beyond midnight it is the next day's."""
    minutes = round(value * 60) % (DAY_HOURS * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def signed(decimals: int) -> Form:
    """A number with its sign."""
    return lambda value: number(value, decimals, signed=True)


FORMS: Final[Mapping[str, Form]] = {
    "affinity": lambda value: number(value, 2), "delta": lambda value: number(value, 2), "money": money,
    "days": lambda value: f"{number(value)} days", "hour": hour, "points": signed(1), "delta in 30 days": signed(2),
    "fraction in 30 days": lambda value: percent(value, 0, signed=True),
    "share": lambda value: percent(value, 0, signed=True), "times": lambda value: f"{number(value, 1)} times",
}  # fmt: skip
SCALES: Final[Mapping[str, tuple[float, float, Form]]] = {
    "affinity": (0.0, 1.0, float), "delta": (0.0, 1.0, float), "money": (math.log(10), math.log(20_000), math.log),
    "days": (0.0, math.log1p(120), math.log1p), "hour": (0.0, 24.0, float), "share": (-0.5, 0.5, float),
}  # fmt: skip
KINDS: Final[tuple[tuple[str, str, str], ...]] = (
    ("strategy:", "Strategies", "0 never, 1 always, ½ as often as chance"),
    ("", "Risk, premium and timing", "where you are at home"),
    ("ticker:", "Tickers", "0 never, 1 always, ½ as often as chance"),
    ("sector:", "Sectors", "0 never, 1 always, ½ as often as chance"),
    ("habit:", "How you go about it", "what tells times and markets apart"),
)
DEEDS: Final[Mapping[Action, str]] = {
    Action.SHOWN: "shown", Action.VIEW: "looked at", Action.SAVE: "saved", Action.DISMISS: "dismissed",
    Action.TRADE: "traded on paper", Action.PROFIT: "ended with a profit", Action.LOSS: "ended with a loss",
}  # fmt: skip

COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "habit:hour": ("session", "sessions"), "habit:holding": ("trade over", "trades over"),
    "habit:risk_drift": ("choice", "choices"), "habit:margin_drift": ("choice", "choices"),
    "habit:rotation": ("choice", "choices"), "habit:regimes": ("day", "days"), "habit:vix": ("day", "days"),
    "habit:vix_change": ("day", "days"),
}  # fmt: skip  # what the number behind a habit counts; of all other beliefs it is acts


def written(belief: Belief, value: float | None) -> str:
    """A value of a belief in its unit; unknown is a dash."""
    if value is None or not math.isfinite(value):
        return NOT_KNOWN
    return FORMS.get(belief.unit, FORMS["affinity"])(value)


def reach_of(belief: Belief) -> str:
    """The range: of a scale where one is at home, else that of the error."""
    low, high = belief.reach or (belief.measured.low, belief.measured.high)
    if low is None or high is None:
        return "" if belief.said else "too little is known"
    return f"{written(belief, low)} to {written(belief, high)}"


def said_of(belief: Belief) -> str:
    """What the trader has set, in the belief's unit."""
    said = belief.said
    if said is None:
        return ""
    both = written(belief, said.low), written(belief, said.high)
    return both[0] if both[0] == both[1] else " to ".join(both)


def share_of(belief: Belief, value: float | None) -> float | None:
    """Where a value lies on its scale, 0 to 1; None where there is no scale."""
    if value is None or belief.unit not in SCALES or belief.id.startswith(("habit:risk", "habit:holding")):
        return None
    low, high, form = SCALES[belief.unit]
    if belief.unit == "money" and value <= 0:
        return 0.0
    return min(max((form(value) - low) / (high - low), 0.0), 1.0)  # type: ignore[operator]  # forms of scales are numbers


def rests_on(belief: Belief) -> str:
    """How much there is behind it."""
    many = belief.measured.n
    told = f"{number(many)} {COUNTED.get(belief.forgets, ('act', 'acts'))[many != 1]}"
    return f"{told}, {number(belief.shown)} shown" if belief.shown else told


def row_of(belief: Belief) -> BeliefRow:
    """A belief as a line."""
    low, high = belief.reach or (belief.measured.low, belief.measured.high)
    said = said_of(belief)
    return BeliefRow(
        belief.id, belief.label, said or written(belief, belief.measured.value), reach_of(belief), rests_on(belief),
        share_of(belief, low), share_of(belief, belief.said.low if belief.said else belief.measured.value),
        share_of(belief, high), "yours" if said else "", 0.5 if belief.unit in ("affinity", "share") else None,
    )  # fmt: skip


def groups_of(seen: Portrait, is_whole: bool) -> list[BeliefGroup]:
    """Every kind of belief that there is something of; of tickers the best known, unless all are asked for."""
    found = []
    for prefix, title, note in KINDS:
        rows = [row_of(each) for each in seen.beliefs if is_of(each, prefix)]
        if prefix == "ticker:" and not is_whole:
            rows = rows[:MOST_TICKERS]
        if rows:
            found.append(BeliefGroup(title, note, rows))
    return found


def is_of(belief: Belief, prefix: str) -> bool:
    """Whether a belief is of this kind; scales have no prefix."""
    return belief.id.startswith(prefix) if prefix else ":" not in belief.id


def event_rows(events: Sequence[Event]) -> list[tuple[datetime, str, str, str]]:
    """Events as a table: when, what, of which idea, what came of it."""
    return [
        (
            datetime.fromtimestamp(each.at_ms / 1000, UTC), DEEDS[each.action],
            f"{each.idea.underlying} · {STRATEGIES[each.idea.strategy].label}",
            percent(each.outcome, 0, signed=True) if math.isfinite(each.outcome) else "",
        )
        for each in events
    ]  # fmt: skip
