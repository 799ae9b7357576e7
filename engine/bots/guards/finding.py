"""What a guardrail says: how serious, about which settings, why, and which changes put it right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from engine.bots.guards.situation import Situation
from engine.bots.parameters import KNOBS, BotParameters, changed
from engine.bots.settings.knob import Value
from engine.core.errors import ParameterError

Level = Literal["impossible", "warning", "note"]
Remedy = dict[str, Value]
Key = tuple[str, tuple[str, ...]]

LEVELS: Final[tuple[Level, ...]] = ("impossible", "warning", "note")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about these settings.

    impossible: never trades, or is refused; warning: costs or risks more than it seems; note: has no effect,
    or less than expected. `remedies` are changes each of which alone makes this finding disappear; `rule` names
    what was found, whatever the numbers.
    """

    level: Level
    settings: tuple[str, ...]
    message: str
    rule: str = ""
    remedies: tuple[Remedy, ...] = field(default=(), hash=False)

    @property
    def remedy(self) -> dict[str, Value] | None:
        """The first remedy, None when no setting helps."""
        return dict(self.remedies[0]) if self.remedies else None

    @property
    def key(self) -> Key:
        """What makes two findings the same one."""
        return self.rule, self.settings


Rule = Callable[[BotParameters, Situation], Iterator[Finding]]


def down_to(name: str, limit: float, strictly: bool = False) -> Remedy:
    """The change of one number to its highest allowed step at most `limit` (below it if `strictly`)."""
    return {name: _on_step(name, limit, -1, strictly)}


def up_to(name: str, limit: float, strictly: bool = False) -> Remedy:
    """The change of one number to its lowest allowed step at least `limit` (above it if `strictly`)."""
    return {name: _on_step(name, limit, 1, strictly)}


def _on_step(name: str, limit: float, way: int, strictly: bool) -> Value:
    knob = KNOBS[name]
    step = knob.step or 1.0
    steps = limit / step
    whole = -int(-(steps - 1e-9) // 1) if way > 0 else int((steps + 1e-9) // 1)
    if strictly and abs(whole - steps) < 1e-6:
        whole += way
    value = round(whole * step, knob.decimals + 2)
    low, high = knob.allowed or (value, value)
    inside = low < limit < high if strictly else low <= limit <= high
    if inside:  # the ends need not lie on the steps
        value = min(max(value, low), high)
    return int(value) if knob.type == "int" else value


def applied(parameters: BotParameters, remedy: Remedy) -> BotParameters | None:
    """The settings after a remedy, None when they would not be allowed."""
    try:
        return changed(parameters, remedy)
    except ParameterError:
        return None


def advice(parameters: BotParameters, remedies: tuple[Remedy, ...]) -> str:
    """The remedies in one sentence: "Lower k_sigma to 1.9 or raise window to 6."; empty for none."""
    moves = (
        " and ".join(
            _move(parameters, name, value) for name, value in remedy.items() if value != getattr(parameters, name)
        )
        for remedy in remedies
    )
    said = " or ".join(dict.fromkeys(move for move in moves if move))
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _move(parameters: BotParameters, name: str, value: Value) -> str:
    if isinstance(value, bool):
        return f"turn {name} {KNOBS[name].text(value)}"
    if isinstance(value, str):
        return f"set {name} to {value}"
    if name == "trailing_stop_pct" and value == 0:
        return f"switch {name} off (0)"
    return f"{'raise' if value > getattr(parameters, name) else 'lower'} {name} to {value:g}"
