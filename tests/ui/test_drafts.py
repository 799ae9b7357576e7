"""Walking back and forth along what was moved: every state comes back, in its order, on the version it was made on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.ui.drafts import MOST_KEPT, BotDrafts, Moves, read, written

STATES = st.lists(st.dictionaries(st.sampled_from(["window", "k_sigma"]), st.integers(5, 30), min_size=1), max_size=8)


def moved(states) -> Moves:
    """The moves through these states."""
    moves = Moves()
    for state in states:
        moves = moves.to(state)
    return moves


def test_taking_back_one_move_leaves_the_others() -> None:
    """Undo is for the last move, not for the whole change."""
    moves = moved([{"window": 18}, {"window": 18, "k_sigma": 2.0}])
    assert moves.undone().draft == {"window": 18}
    assert moves.undone().undone().draft == {}


def test_giving_a_draft_up_can_be_taken_back() -> None:
    """Discard stands beside Apply: a slip of the hand must not cost the work."""
    assert moved([{"window": 18}, {}]).undone().draft == {"window": 18}


@given(STATES, st.integers(0, 10))
def test_what_was_taken_back_comes_forward_in_order(states, back: int) -> None:
    """As many steps forward as back end where they began, whatever was moved."""
    moves = start = moved(states)
    steps = min(back, start.at)
    for _ in range(steps):
        moves = moves.undone()
    for _ in range(steps):
        assert moves.can_redo
        moves = moves.redone()
    assert moves == start


@given(STATES)
def test_a_new_move_forgets_what_was_taken_back(states) -> None:
    """Otherwise redo would jump to a change that does not follow from what is shown."""
    moves = moved(states).undone().to({"window": 99})
    assert not moves.can_redo
    assert moves.draft == {"window": 99}


def test_the_ends_hold() -> None:
    """A key that is pressed once too often does nothing."""
    assert Moves().undone() == Moves().redone() == Moves()


def test_every_version_has_its_own_moves() -> None:
    """Back to version 1 and forward again: what was taken back on version 2 can still come forward there."""
    drafts = BotDrafts(moved([{"window": 18}]).undone())
    drafts.go(2, 1)
    assert drafts.moves == Moves()
    drafts.go(1, 2)
    assert drafts.moves.redone().draft == {"window": 18}


@given(now=STATES, waiting=st.dictionaries(st.integers(1, 99), STATES, max_size=3), steps=st.integers(0, 8))
def test_moves_come_back_from_text_as_they_were(now: list, waiting: dict, steps: int) -> None:
    """A reload loses nothing: neither a move nor the place among them, on any version."""
    moves = moved(now)
    for _ in range(steps):
        moves = moves.undone()
    drafts = BotDrafts(moves, {number: moved(states) for number, states in waiting.items()})
    assert drafts == BotDrafts() or read(written(drafts)) == drafts
    assert written(BotDrafts()) == ""


def test_long_work_keeps_the_states_around_the_present_one() -> None:
    """They travel with every answer: what lies far back stays behind, what is shown never does."""
    moves = moved([{"window": 5 + at % 26} for at in range(400)])
    for steps in (0, 5, 200, 394):
        back = moves
        for _ in range(steps):
            back = back.undone()
        kept = read(written(BotDrafts(back)))
        assert kept is not None
        assert len(kept.moves.states) == MOST_KEPT
        assert kept.moves.draft == back.draft
        assert kept.moves.can_undo == back.can_undo


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{", "null", '{"": []}', '{"": [[], 0]}', '{"": [[{}], 1]}', '{"": [[{}], -1]}', '{"x": [[{}], 0]}',
        '{"": [[{"nothing": 1}], 0]}', '{"": [[{"window": [1]}], 0]}', '{"": [[[]], 0]}', "[" * 100_000,
    ],
    ids=range(13),
)  # fmt: skip
def test_a_text_that_is_none_of_ours_is_no_moves(text: str) -> None:
    """It comes from a browser, where anybody may write it."""
    assert read(text) is None
