"""Events of a trader for tests: written out in full only where it matters, or drawn by hypothesis."""

from hypothesis import strategies as st

from engine.options.strategies.kinds import NAMES
from engine.traders.events import Action, Circumstances, Event, Idea

DAY = 86_400_000
NOW = 1_790_000_000_000


def deed(
    action: Action | str = Action.TRADE, days_ago: float = 0.0, *, key: str = "", ticker: str = "SIM-A",
    strategy: str = "covered_call", delta: float = 0.3, premium: float = 200.0, days: float = 30.0, **more: object,
) -> Event:  # fmt: skip
    """Something ann did so many days before `NOW`."""
    at_ms = round(NOW - days_ago * DAY)
    idea = Idea(f"{ticker}:{strategy}", ticker, strategy, "Energy", delta, premium, days)
    circumstances = Circumstances(str(more.pop("regime", "rising")))
    return Event(key or f"{at_ms}{action}", "ann", Action(action), at_ms, idea, circumstances, **more)  # type: ignore[arg-type]


@st.composite
def histories(draw: st.DrawFn, most: int = 40, actions: tuple[Action, ...] = tuple(Action)) -> list[Event]:
    """What ann did in the last two years, oldest first."""
    found = [
        deed(
            draw(st.sampled_from(actions)), draw(st.floats(0, 700)), key=f"e{place}",
            ticker=draw(st.sampled_from(["SIM-A", "SIM-B", "SIM-C"])), strategy=draw(st.sampled_from(NAMES)),
            delta=draw(st.floats(-1, 1)), premium=draw(st.floats(-900, 900)), days=draw(st.floats(0, 400)),
        )
        for place in range(draw(st.integers(0, most)))
    ]  # fmt: skip
    return sorted(found, key=lambda one: one.at_ms)
