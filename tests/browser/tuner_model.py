"""What the tuner's page must show after any sequence of acts: versions, moves on each of them, nothing else."""

from dataclasses import dataclass, field

from engine.bots.parameters import BotParameters, changed
from engine.bots.settings.knob import Value

Draft = dict[str, Value]


@dataclass
class TunerModel:
    """A bot's versions (number -> settings, parent) and this visitor's moves on each, as plain lists."""

    settings: dict[int, BotParameters] = field(default_factory=lambda: {1: BotParameters()})
    parents: dict[int, int | None] = field(default_factory=lambda: {1: None})
    head: int = 1
    states: dict[int, list[Draft]] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    @property
    def saved(self) -> BotParameters:
        """The settings that are kept."""
        return self.settings[self.head]

    @property
    def draft(self) -> Draft:
        """What was moved and not kept."""
        return self.states.get(self.head, [{}])[self.place]

    @property
    def place(self) -> int:
        """Which of the moves is shown."""
        return self.places.get(self.head, 0)

    @property
    def shown(self) -> BotParameters:
        """The settings on the screen."""
        return changed(self.saved, self.draft)

    @property
    def newest(self) -> int:
        """The number of the newest version."""
        return max(self.settings)

    @property
    def redo_to(self) -> int | None:
        """The version on the way from the head to the newest one."""
        number: int | None = self.newest
        while number is not None and self.parents[number] != self.head:
            number = self.parents[number]
        return number

    @property
    def can_undo(self) -> bool:
        """Whether Undo is offered."""
        return self.place > 0 or self.parents[self.head] is not None

    @property
    def can_redo(self) -> bool:
        """Whether Redo is offered."""
        forward = self.place < len(self.states.get(self.head, [{}])) - 1
        return forward or (not self.draft and self.redo_to is not None)

    def move(self, values: Draft) -> None:
        """Sliders, a preset, a file: further values on the same version."""
        self.become({**self.draft, **values})

    def become(self, draft: Draft) -> None:
        """Another state; what had been taken back is forgotten."""
        if draft != self.draft:
            kept = self.states.get(self.head, [{}])[: self.place + 1]
            self.states[self.head], self.places[self.head] = [*kept, draft], len(kept)

    def append(self, parameters: BotParameters) -> int:
        """One more version after the head."""
        number = self.newest + 1
        self.settings[number], self.parents[number], self.head = parameters, self.head, number
        return number

    def apply(self) -> None:
        """Keep what is shown; nothing of the draft is left."""
        left, shown = self.head, self.shown
        self.forget(left)
        self.append(shown)

    def forget(self, number: int) -> None:
        """No moves on this version."""
        self.states.pop(number, None)
        self.places.pop(number, None)

    def elsewhere(self, parameters: BotParameters) -> None:
        """Somebody else kept a version: this visitor's moves lie on it now."""
        left = self.head
        moved, place = self.states.get(left, [{}]), self.place
        self.forget(left)
        number = self.append(parameters)
        self.states[number], self.places[number] = moved, place

    def undo(self) -> None:
        """The last move, else the last version."""
        if self.place > 0:
            self.places[self.head] = self.place - 1
        else:
            self.head = self.parents[self.head] or self.head

    def redo(self) -> None:
        """The next move, else the next version."""
        if self.place < len(self.states.get(self.head, [{}])) - 1:
            self.places[self.head] = self.place + 1
        else:
            self.head = self.redo_to or self.head
