"""What one visitor has before them in the Lab: what was asked for by hand, what is looked at, what is compared."""

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from engine.services.lab.request import LabRequest

MOST_COMPARED: Final = 3  # beside the bot
Keeping = int | Literal["best"] | None


@dataclass(slots=True)
class Desk:
    """One visitor's Lab.

    `pressed` counts how often a request was asked for by hand, `is_pressed` says that the next one shown is; `picked`
    is the configuration looked at and `compared` those held side by side, by request; `keeping` the one to ask about
    before it is kept, `kept` the bot and version that one became last. `set_up` is what the controls were drawn with
    last: where it differs, `generation` moves on and they begin anew.
    """

    pressed: dict[LabRequest, int] = field(default_factory=dict)
    pressed_markets: int = 0
    is_pressed: bool = False
    picked: dict[LabRequest, int] = field(default_factory=dict)
    compared: dict[LabRequest, tuple[int, ...]] = field(default_factory=dict)
    keeping: Keeping = None
    kept: tuple[int, int] | None = None
    set_up: Any = None
    generation: int = 0

    def draw_with(self, set_up: Any) -> None:
        """Let the controls show this set-up: new ones, where it is another than the last."""
        if set_up != self.set_up:
            self.set_up = set_up
            self.generation += 1

    def press(self, request: LabRequest) -> int:
        """How often this request was asked for by hand, the press that just came among them."""
        if self.is_pressed:
            self.is_pressed = False
            self.pressed[request] = self.pressed.get(request, 0) + 1
        return self.pressed.get(request, 0)

    def press_markets(self) -> int:
        """As `press`, for a run over all markets."""
        if self.is_pressed:
            self.is_pressed = False
            self.pressed_markets += 1
        return self.pressed_markets

    def pick(self, place: LabRequest, configuration: int) -> None:
        """Look at this configuration."""
        self.picked[place] = configuration

    def compare(self, place: LabRequest, configurations: tuple[int, ...]) -> None:
        """Hold these side by side with those that are: the newest few of them."""
        before = self.compared.get(place, ())
        self.compared[place] = tuple(dict.fromkeys([*before, *configurations]))[-MOST_COMPARED:]

    def drop(self, place: LabRequest, configuration: int) -> None:
        """Take one out of the comparison."""
        self.compared[place] = tuple(each for each in self.compared.get(place, ()) if each != configuration)
