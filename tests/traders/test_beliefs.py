"""What is believed is said with its range and the events behind it, and nothing else is."""

from engine.traders.beliefs import Belief, beliefs
from engine.traders.corrections import Correction
from engine.traders.events import Event
from engine.traders.profile import profile_of
from tests.traders.deeds import DAY, NOW, deed


def of(events: list[Event], *corrections: Correction) -> dict[str, Belief]:
    """Beliefs by id."""
    profile = profile_of("ann", events, NOW, corrections=corrections)
    return {each.id: each for each in beliefs(profile, events)}


TRADES = [deed("trade", day, key=f"t{day}") for day in range(12)]


def test_every_belief_names_the_events_behind_it() -> None:
    """A trader can look at each of them, newest first, and at no other."""
    other = deed("save", 1, key="other", ticker="SIM-B", strategy="wheel")
    found = of([*TRADES, other])
    assert found["ticker:SIM-A"].keys == tuple(f"t{day}" for day in range(12))
    assert found["strategy:wheel"].keys == ("other",)
    assert found["strategy:covered_call"].measured.n == 12
    assert "ticker:SIM-C" not in found


def test_a_liking_is_said_once_its_range_lies_above_chance() -> None:
    """One save is no liking; twelve trades are one."""
    assert of(TRADES[:1])["strategy:covered_call"].words == "Too little is known to tell."
    liked = of(TRADES)["strategy:covered_call"]
    assert liked.words.startswith("You like it")
    assert 0.5 < (liked.measured.low or 0) < (liked.measured.value or 0) < (liked.measured.high or 1)


def test_what_is_always_passed_over_is_said() -> None:
    """Being shown is evidence too, and its keys are there."""
    shown = [deed("shown", day / 9, key=f"s{day}", strategy="wheel", ticker="SIM-B") for day in range(300)]
    called = [deed("shown", day / 9, key=f"c{day}") for day in range(300)]
    found = of([*TRADES, *called, *shown])["strategy:wheel"]
    assert found.words == "You pass it over whenever it is shown."
    assert (found.measured.n, found.shown, len(found.keys)) == (0, 300, 300)


def test_scales_are_told_in_their_own_units() -> None:
    """Delta, money and days, not logarithms."""
    found = of([deed("trade", day, key=f"t{day}", delta=-0.2, premium=150, days=45) for day in range(40)])
    low, high = found["premium"].reach or (0, 0)
    assert low < 150 < high
    assert abs((found["timing"].measured.value or 0) - 45) < 2
    assert (found["risk"].measured.low or 0) <= 0.2 + 0.01
    assert "delta" in found["risk"].words


def test_what_the_trader_set_is_there_even_if_never_seen() -> None:
    """He can take back all that he said."""
    said = Correction("ticker:SIM-Z", NOW, "set", 0.0, 0.0)
    found = of([], said)
    assert found["ticker:SIM-Z"].said == said
    assert found["ticker:SIM-Z"].can_set


def test_forgotten_events_are_behind_nothing() -> None:
    """Not in the numbers, and not in the list."""
    found = of(TRADES, Correction("ticker:SIM-A", NOW - 5 * DAY - 1, "forget"))
    assert found["ticker:SIM-A"].keys == tuple(f"t{day}" for day in range(6))
    assert found["strategy:covered_call"].measured.n == 12
    assert of(TRADES, Correction("everything", NOW, "forget")) == {}


def test_a_habit_is_forgotten_alone() -> None:
    """Its events still count for all else."""
    found = of(TRADES, Correction("habit:hour", NOW - 3 * DAY, "forget"))
    assert len(found["habit:hour"].keys) == 3
    assert len(found["habit:risk_drift"].keys) == 12
    assert found["habit:hour"].forgets == "habit:hour"
