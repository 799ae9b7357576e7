"""One step after another: what a trader did and said, folded into sums and the watch over his answers."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.traders.corrections import Correction
from engine.traders.events import Event
from engine.traders.memory.crowd import Crowd
from engine.traders.memory.drift import KEPT, Watch
from engine.traders.memory.masses import EARLIEST_MS, Masses

Step = Event | Correction


@dataclass(slots=True)
class Memory:
    """What a fold carries along; changed by the fold alone, on a copy of its own."""

    masses: Masses = field(default_factory=Masses)
    watch: Watch = field(default_factory=Watch)
    at_ms: int = EARLIEST_MS

    def after(self, steps: Sequence[Step], crowd: Crowd) -> "Memory":
        """A memory of these steps too."""
        found = Memory(self.masses.copy(), self.watch.copy(), self.at_ms)
        for each in steps:
            found._take(each, crowd)
        return found

    def _take(self, step: Step, crowd: Crowd) -> None:
        self.at_ms = max(self.at_ms, step.at_ms)
        if isinstance(step, Correction):
            if step.kind == "forget":
                self.masses.forget(step.belief)
            return
        is_alarming = self.watch.note(step, self.masses, crowd)
        if is_alarming:
            self.masses.shrink(KEPT)
        self.masses.note(step)
