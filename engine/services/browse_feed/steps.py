"""Back and forth over what was done in one window: the last first, each once, whatever other windows do meanwhile."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS
from engine.ranking.content.model import QUIZ
from engine.services.browse_feed.acting import again, take_back
from engine.services.browse_feed.held import end_key
from engine.services.browse_feed.known import events_of
from engine.services.browse_feed.marks import last_marks
from engine.services.startup import App
from engine.traders.events import ENDED, Action, Event

Deed = Literal["save", "unsave", "dismiss", "trade"]
DEEDS: Final[tuple[Deed, ...]] = get_args(Deed)
ACTS: Final = (Action.SAVE, Action.DISMISS, Action.TRADE)  # what can be taken back
MOST: Final = 50  # steps one can take back; nobody goes back further by hand


@dataclass(frozen=True, slots=True)
class Step:
    """One deed and the key of its event; of an idea taken off the saved list, that of the save it took off."""

    deed: Deed
    key: str


@dataclass(frozen=True, slots=True)
class Steps:
    """What a window did and can take back, the newest last; what it took back and can do again, the next one last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def did(self, deed: Deed, event: Event) -> "Steps":
        """One step further; what had been taken back before it is forgotten. The same click again is no step."""
        step = Step(deed, event.undoes or event.key)
        return self if step in self.done else Steps((*self.done, step)[-MOST:])

    def renamed(self, old: str, new: str) -> "Steps":
        """The same where an event was done again under a new key: steps about the old one mean the new one."""
        done, undone = (
            tuple(replace(each, key=new) if each.key == old else each for each in steps)
            for steps in (self.done, self.undone)
        )
        return Steps(done, undone)


def undo(app: App, principal: Principal, steps: Steps) -> tuple[Steps, Event | None]:
    """Take this window's last step back; None where it has none that still can be.

    A paper trade can be taken back on its own day: who could take losers back later would have a fine record.
    """
    seen = open_steps(app, principal, steps)
    if not seen.done:
        return seen, None
    step = seen.done[-1]
    left = Steps(seen.done[:-1], (*seen.undone, step))
    return _turned(app, principal, left, step, is_back=step.deed != "unsave")


def redo(app: App, principal: Principal, steps: Steps) -> tuple[Steps, Event | None]:
    """Do again what this window took back last, unless it did something else since; None where there is nothing."""
    seen = open_steps(app, principal, steps)
    if not seen.undone:
        return seen, None
    step = seen.undone[-1]
    left = Steps((*seen.done, step), seen.undone[:-1])
    return _turned(app, principal, left, step, is_back=step.deed == "unsave")


def open_steps(app: App, principal: Principal, steps: Steps) -> Steps:
    """Beginning with steps that can be gone: those taken back elsewhere, over or erased are passed over.

    What lies below may depend on what lies above, so that only the newest are looked at.
    """
    if steps == Steps():
        return steps
    there, done, undone = _There(app, principal), steps.done, steps.undone
    while done and not there.allows(done[-1], done[-1].deed != "unsave"):
        done = done[:-1]
    while undone and not there.allows(undone[-1], undone[-1].deed == "unsave"):
        undone = undone[:-1]
    return Steps(done, undone)


def event_of(app: App, principal: Principal, step: Step) -> Event | None:
    """The event that a step is about."""
    return next((each for each in events_of(app, principal) if each.key == step.key), None)


def written(steps: Steps) -> str:
    """Steps as text, which the browser's window keeps; empty where there are none."""
    if steps == Steps():
        return ""
    return json.dumps([[[each.deed, each.key] for each in part] for part in (steps.done, steps.undone)])


def read(text: str) -> Steps | None:
    """The steps in a text that `written` made; None for any other text: it comes from a browser."""
    try:
        done, undone = (tuple(Step(*each) for each in part) for part in json.loads(text))
    except (ValueError, TypeError, RecursionError):
        return None
    steps = (*done, *undone)
    is_ours = len(steps) <= 2 * MOST and all(each.deed in DEEDS and isinstance(each.key, str) for each in steps)
    return Steps(done[-MOST:], undone[-MOST:]) if is_ours else None


def _turned(app: App, principal: Principal, steps: Steps, step: Step, *, is_back: bool) -> tuple[Steps, Event | None]:
    """The event of a step taken back, or done once more."""
    event = event_of(app, principal, step)
    if event is None:
        return steps, None
    if is_back:
        return steps, take_back(app, principal, event, is_unsave=step.deed == "unsave")
    made = again(app, principal, event)
    return steps.renamed(event.key, made.key), made


class _There:
    """What stands of a trader's events at this moment."""

    def __init__(self, app: App, principal: Principal) -> None:
        events = events_of(app, principal)
        self.now = app.now()
        self.taken = frozenset(each.undoes for each in events if each.undoes)
        acts = (each for each in events if each.action in ACTS and each.ranker != QUIZ)
        self.events = {each.key: each for each in acts if not each.undoes}
        self.ended = frozenset(each.key for each in events if each.action in ENDED)
        self.marks = last_marks(events)
        self.held = _held(events, self.taken)

    def allows(self, step: Step, is_back: bool) -> bool:
        """Whether the event of a step can be taken back (or done again) now."""
        event = self.events.get(step.key)
        if event is None or (event.key in self.taken) is is_back:
            return False
        if event.action is Action.TRADE:
            is_over = end_key(event.key) in self.ended or self.now - event.at_ms >= DAY_MS
            return not is_over and (is_back or event.idea.id not in self.held)
        mark = self.marks.get(event.idea.id)
        return is_back or mark is None or mark.action is not event.action


def _held(events: Sequence[Event], taken: frozenset[str]) -> frozenset[str]:
    """The names of ideas traded on paper, where the trade stands."""
    return frozenset(each.idea.id for each in events
                     if each.action is Action.TRADE and not each.undoes and each.key not in taken)  # fmt: skip
