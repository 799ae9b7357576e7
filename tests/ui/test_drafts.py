"""Walking back and forth along what was moved: every state comes back, in its order, on the version it was made on."""

from hypothesis import given
from hypothesis import strategies as st

from pages.ui.drafts import BotDrafts, Moves

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
