"""The documented way in: a name, an action, a plain mapping."""

from datetime import UTC, datetime

import pytest

from engine.core.errors import DataError
from engine.traders.context import event_of
from engine.traders.profile import TraderProfileLearner, profile_of
from tests.traders.deeds import DAY, NOW

CALL = {"ticker": "SIM-A", "strategy": "Covered call", "delta": 0.3, "premium": 120, "days_to_expiry": 30}


def test_the_learner_learns_what_a_fold_of_the_same_events_knows() -> None:
    """The documented name is the real thing."""
    learner = TraderProfileLearner()
    events = [
        event_of("ann", action, CALL | {"timestamp": NOW + place * DAY}, f"ann#{place}", 0)
        for place, action in enumerate(["view", "save", "dismiss", "trade", "profit"])
    ]
    for event in events:
        profile = learner.update_profile("ann", event.action, CALL | {"timestamp": event.at_ms})
    assert profile.taste().tickers == profile_of("ann", events, events[-1].at_ms).taste().tickers
    assert profile.taste().tickers["SIM-A"] > 0.5 == learner.profile("bob").taste().other_tickers


def test_an_old_event_finds_its_place_however_late_it_comes() -> None:
    """Imports bring the past after the present."""
    learner = TraderProfileLearner()
    for place in range(600):
        learner.update_profile("ann", "view", CALL | {"timestamp": NOW + place * DAY // 9})
    before = learner.profile("ann").taste().evidence
    assert learner.update_profile("ann", "trade", CALL | {"timestamp": NOW - DAY}).taste().evidence > before


@pytest.mark.parametrize(
    ("timestamp", "at_ms"),
    [
        (1_700_000_000, 1_700_000_000_000), (1_700_000_000_500, 1_700_000_000_500),
        ("2023-11-14T22:13:20Z", 1_700_000_000_000), (datetime.fromisoformat("2023-11-14T22:13:20"), 1_700_000_000_000),
        (datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC), 1_700_000_000_000),
    ],
)  # fmt: skip
def test_a_moment_is_read_in_every_usual_form(timestamp: object, at_ms: int) -> None:
    """Seconds, milliseconds, text and datetimes; without a zone they are UTC."""
    assert event_of("ann", "save", CALL | {"timestamp": timestamp}, "k", 0).at_ms == at_ms


@pytest.mark.parametrize(
    ("user", "action", "context", "word"),
    [
        ("ann", "like", CALL, "'like'"), ("ann", "save", {"strategy": "wheel"}, "ticker"),
        ("ann", "save", {"ticker": "SIM-A"}, "strategy"), ("ann", "save", CALL | {"delta": "high"}, "'high'"),
        ("ann", "save", CALL | {"premium": float("inf")}, "inf"), ("ann", "save", CALL | {"days": -3}, "-3"),
        ("ann", "save", CALL | {"regime": "odd"}, "'odd'"), ("ann", "save", CALL | {"timestamp": "soon"}, "'soon'"),
        ("ann", "save", CALL | {"timestamp": 1e30}, "1970"), ("", "save", CALL, "user id"),
        ("ann", "save", ["SIM-A"], "mapping"), ("ann", "save", CALL | {"timestamp": float("nan")}, "nan"),
        ("ann", "save", CALL | {"timestamp": -5e12}, "1970"), ("ann", "save", CALL | {"delta": True}, "True"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_line_and_changes_nothing(
    user: str, action: str, context: object, word: str
) -> None:
    """The message names it and what is allowed; what was learned before is untouched."""
    learner = TraderProfileLearner()
    learner.update_profile("ann", "save", CALL)
    before = learner.profile("ann")
    with pytest.raises(DataError, match=word) as refused:
        learner.update_profile(user, action, context)  # type: ignore[arg-type]
    assert "\n" not in str(refused.value)
    assert learner.profile("ann") is before


def test_an_empty_cell_of_a_table_is_unknown_and_not_a_word() -> None:
    """Rows of a table bring nan for what nobody wrote: no sector is called nan."""
    event = event_of("ann", "save", CALL | {"sector": float("nan"), "regime": float("nan"), "id": float("nan")}, "1", 0)
    assert (event.idea.sector, event.circumstances.regime, "nan" in event.idea.id) == ("", "", False)
