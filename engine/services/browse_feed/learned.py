"""What the content model has learned of one trader: as it was, and newer events; a step back costs a few of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.gateways.store.desk import Principal
from engine.ranking.content.model import ContentModel, ContentState
from engine.services.startup import App
from engine.traders.events import Event
from engine.traders.log import standing

SPAN: Final = 64  # events between two states that are remembered
OLDEST: Final = 1_500  # events back from which on it learns, where nothing is remembered


@dataclass(frozen=True, slots=True, eq=False)
class _At:
    """The state after the first so many events, of which `last` is the last."""

    many: int
    last: Event | None
    state: ContentState

    def begins(self, events: Sequence[Event]) -> bool:
        """Whether these events begin with those."""
        return self.last is not None and self.many <= len(events) and events[self.many - 1] is self.last


@dataclass(frozen=True, slots=True, eq=False)
class _Learned:
    """States by a version of the fit, the newest last: at most three, `SPAN` events or more apart."""

    version: int
    states: tuple[_At, ...]


def content_state(
    app: App, principal: Principal, version: int, model: ContentModel, events: Sequence[Event]
) -> ContentState:  # fmt: skip
    """The state after these events, from the newest remembered one that they allow."""
    key = ("content", principal.id)
    known = app.recent.get(key)
    states = known.states if isinstance(known, _Learned) and known.version == version else ()
    states = tuple(each for each in states if each.begins(events))
    usable = [each for each in states if _is_whole(events, each.many)]
    if not usable:
        usable = _from_the_start(model, events)
    state = _heard(model, usable[-1], events, len(events))
    app.recent.put(key, _Learned(version, _kept((*usable, state))))
    return state.state


def _from_the_start(model: ContentModel, events: Sequence[Event]) -> list[_At]:
    """States on the way to these events, so that a step back soon costs little."""
    states = [_At(max(0, len(events) - OLDEST), None, model.begin())]
    for back in (2 * SPAN, SPAN):
        many = len(events) - back
        if many > states[-1].many and _is_whole(events, many):
            states.append(_heard(model, states[-1], events, many))
    return states


def _heard(model: ContentModel, at: _At, events: Sequence[Event], many: int) -> _At:
    """The state after so many of these events, from an earlier one."""
    state = at.state
    for each in standing(events[at.many : many]):
        state = model.update(state, each)
    return _At(many, events[many - 1] if many else None, state)


def _is_whole(events: Sequence[Event], many: int) -> bool:
    """Whether nothing that came later takes anything of the first so many back."""
    taken = {each.undoes for each in events[many:] if each.undoes}
    return not taken or not any(each.key in taken for each in events[:many])


def _kept(states: tuple[_At, ...]) -> tuple[_At, ...]:
    """The newest, and the two before it that are far enough apart to be worth it."""
    newest = states[-1]
    before: list[_At] = []
    for each in reversed(states[:-1]):
        if (before[-1].many if before else newest.many) - each.many >= SPAN:
            before.append(each)
    return (*reversed(before[:2]), newest)
