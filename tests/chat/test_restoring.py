"""Going back by words: every named state is found in the versions, and none is invented."""

from hypothesis import given
from hypothesis import strategies as st

from engine.bots.parameters import BotParameters
from engine.chat.decisions import decide
from engine.chat.edits import Edit, Past, Proposal, Request, Restore
from engine.chat.restoring import history, resolved, state_at

DAY_MS = 86_400_000
STATES = tuple(BotParameters(window=window) for window in range(10, 16))


def past(*windows: int) -> tuple[Past, ...]:
    """Versions a day apart with these windows."""
    return tuple(
        Past(place + 1, place * DAY_MS, BotParameters(window=window, k_sigma=1.5 if place else 1.2), f"state {place}")
        for place, window in enumerate(windows)
    )


def after(wanted: Restore, *windows: int, keep: tuple[str, ...] = ()) -> BotParameters:
    versions = past(*windows)
    request = Request("as I said", versions[-1].parameters, versions=versions, now_ms=len(windows) * DAY_MS)
    proposal = resolved(Proposal("restore", restore=wanted, keep=keep), request)
    return decide(proposal, request.words, request.current).parameters


def test_undo_goes_back_one_change_or_as_many_as_said() -> None:
    """The present state is the last version; the one before it is one change away."""
    assert after(Restore("undo"), 10, 12, 14).window == 12
    assert after(Restore("undo", steps=2), 10, 12, 14) == BotParameters(window=10)


def test_undo_and_redo_in_any_order_are_read_from_the_states() -> None:
    """10, 12, then back to 10: redo means 12 again; a change after that ends it."""
    assert after(Restore("redo"), 10, 12, 14, 12).window == 14
    assert after(Restore("undo"), 10, 12, 14, 12).window == 10
    versions = past(10, 12, 14, 12, 11)
    request = Request("redo", versions[-1].parameters, versions=versions)
    assert resolved(Proposal("restore", restore=Restore("redo")), request).intent == "unclear"


def test_one_setting_goes_back_to_its_value_before_and_others_stay() -> None:
    """Only its own last change counts, however long ago."""
    moved = after(Restore("undo", only=("window",)), 10, 12, 12)
    assert (moved.window, moved.k_sigma) == (10, 1.5)


def test_versions_are_found_by_number_label_and_time() -> None:
    """A time means the state that held then, not the nearest one."""
    assert after(Restore("version", number=1), 10, 12, 14).window == 10
    assert after(Restore("label", label="State 1"), 10, 12, 14).window == 12
    assert after(Restore("time", at_ms=DAY_MS + 5), 10, 12, 14).window == 12
    assert state_at(past(10, 12), -1) is None


def test_what_is_to_be_kept_stays_when_a_state_comes_back() -> None:
    """Keep goes before restore."""
    assert after(Restore("undo"), 10, 12, 14, keep=("window",)).window == 14


def test_a_state_that_is_not_known_is_asked_about() -> None:
    """Nothing is guessed: the question names what there is, and offers it."""
    versions = past(10, 12)
    request = Request("back", versions[-1].parameters, versions=versions)
    for wanted in (Restore("version", number=9), Restore("label", label="x"), Restore("undo", steps=7)):
        proposal = resolved(Proposal("restore", restore=wanted), request)
        assert (proposal.intent, proposal.edits) == ("unclear", ())
        assert proposal.choices == ("go back to version 1",)
    lone = Request("use the old one", BotParameters())
    asked = resolved(Proposal("edit", (Edit("window", "previous", "the old one"),)), lone)
    assert "window never had another value" in asked.question


@given(st.lists(st.one_of(st.sampled_from(STATES), st.just("undo"), st.just("redo")), max_size=40))
def test_the_log_alone_tells_what_undo_and_redo_mean(acts: list[BotParameters | str]) -> None:
    """Against two stacks kept beside: after any acts, the same way back and the same way forward.

    An act that brings back what an undo or a redo would bring is that undo or redo: the states are all there is.
    """
    back, ahead, log = [BotParameters()], [], [BotParameters()]
    for act in acts:
        if act == "undo" and len(back) > 1:
            ahead.append(back.pop())
        elif act == "redo" and ahead:
            back.append(ahead.pop())
        elif isinstance(act, BotParameters) and act not in (back[-1], *back[-2:-1], *ahead[-1:]):
            back.append(act)
            ahead.clear()
        else:
            continue
        log.append(back[-1])
    found, forward = history(Past(number, number, state) for number, state in enumerate(log))
    assert [each.parameters for each in found] == back
    assert [each.parameters for each in forward] == ahead[::-1]
