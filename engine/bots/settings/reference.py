"""The page of all settings for the documentation, made from the registry."""

from engine.bots.parameters import CATEGORIES, KNOBS
from engine.bots.settings.knob import Knob, Value

HEAD = """# The settings of a bot

This page is made from `engine/bots/parameters.py` by `make docs`; change the registry, not the page.

Allowed values are hard limits: anything else is refused. Outside the suggested range a warning says what to expect.
"""
COLUMNS = (
    "Setting", "Label", "Type", "Allowed", "Suggested", "Default", "Step", "Unit", "Lower", "Higher", "Effect"
)  # fmt: skip


def parameters_page() -> str:
    """All settings in Markdown: one table for each category."""
    counted = f"There are {len(KNOBS)} settings in {len(CATEGORIES)} categories.\n"
    return "\n".join((HEAD, counted, *(_section(category) for category in CATEGORIES)))


def _section(category: str) -> str:
    rows = [_row(name, knob) for name, knob in KNOBS.items() if knob.category == category]
    return "\n".join((f"## {_title(category)}\n", _line(COLUMNS), _line(("---",) * len(COLUMNS)), *rows, ""))


def _row(name: str, knob: Knob) -> str:
    return _line((
        f"`{name}`", knob.label, knob.type, _allowed(knob), _span(knob.suggested), _plain(knob.default),
        "" if knob.step is None else f"{knob.step:g}", knob.unit, knob.lower, knob.higher, knob.effect,
    ))  # fmt: skip


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _title(category: str) -> str:
    words = category.replace("_", " ")
    return f"ML {words[3:]}" if words.startswith("ml ") else words.capitalize()


def _allowed(knob: Knob) -> str:
    return ", ".join(f"`{choice}`" for choice in knob.choices) or _span(knob.allowed) or "on, off"


def _span(limits: tuple[float, float] | None) -> str:
    return "" if limits is None else f"{limits[0]:g} to {limits[1]:g}"


def _plain(value: Value) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"`{value}`" if isinstance(value, str) else f"{value:g}"
