"""The documented command line: say what you want, see what changes and why, refine, undo, save."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.core.errors import ToptionError
from engine.services.personalize import read_json
from engine.services.sitting import Sitting
from personalize_model_parameters import prompts
from personalize_model_parameters.claude_processor import PersonalizationProcessor
from personalize_model_parameters.config import PersonalizationConfig

FAILED: Final = 2
LEAVING: Final = ("quit", "exit", "q")
COMMANDS: Final = ("show", "undo", "redo", "save", "help", *LEAVING)


def main(arguments: list[str] | None = None) -> int:
    """Run one sitting; exit status 0, or 2 when a file cannot be used."""
    console = Console(width=None if sys.stdout.isatty() else 120)
    try:
        config = PersonalizationConfig()
        given = _arguments(config).parse_args(arguments)
        sitting = PersonalizationProcessor(config).sitting(read_json(given.parameters), read_json(given.predictions))
        return _converse(sitting, console, given.output)
    except ToptionError as error:
        Console(stderr=True).print(Text(" ".join(str(error).split())), soft_wrap=True)
        return FAILED


def _arguments(config: PersonalizationConfig) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("personalize_model_parameters.main", description="Personalise a bot's parameters.")
    parser.add_argument(
        "parameters", nargs="?", type=Path, default=config.input_folder / "default_parameters.json",
        help="JSON of names and values, or a saved result; default: input/default_parameters.json",
    )  # fmt: skip
    parser.add_argument(
        "predictions", nargs="?", type=Path, default=config.input_folder / "model_predictions.json",
        help="model_predictions.json; default: input/model_predictions.json, which is simulated",
    )  # fmt: skip
    parser.add_argument("--output", type=Path, default=config.output_folder, help="folder of saved results")
    return parser


def _converse(sitting: Sitting, console: Console, folder: Path) -> int:
    _say(console, prompts.WELCOME)
    _say(console, prompts.HELP)
    _show_settings(console, sitting)
    commands: dict[str, Callable[[], None]] = {
        "show": lambda: _show_settings(console, sitting),
        "undo": lambda: _step(sitting, console, sitting.undo, (prompts.UNDONE, prompts.NOTHING_TO_UNDO)),
        "redo": lambda: _step(sitting, console, sitting.redo, (prompts.REDONE, prompts.NOTHING_TO_REDO)),
        "save": lambda: _save(sitting, console, folder),
        "help": lambda: _say(console, prompts.HELP),
        "?": lambda: _say(console, prompts.HELP),
        "": lambda: None,
    }
    while (words := _asked(console)) not in LEAVING:
        commands.get(words, lambda words=words: _refine(sitting, console, words))()
    if not sitting.is_saved:
        _say(console, prompts.LEFT_UNSAVED)
    return 0


def _asked(console: Console) -> str:
    try:
        words = console.input(prompts.ASK).strip()
    except (EOFError, KeyboardInterrupt):
        console.print()
        return "quit"
    if not sys.stdin.isatty():  # a terminal shows what was typed, a pipe does not
        console.print(Text(words))
    return words.lower() if words.lower() in COMMANDS else words


def _refine(sitting: Sitting, console: Console, words: str) -> None:
    try:
        result = sitting.say(words)
    except ToptionError as error:
        _say(console, str(error))
        return
    changes = result["parameter_changes_summary"]
    if changes:
        names = ("parameter_name", "original_value", "new_value", "reasoning")
        rows = [[str(change[name]) for name in names] for change in changes]
        _table(console, "Changes", ("parameter", "before", "after", "why"), rows)
        risk, expected = result["risk_assessment"], result["expected_performance"]
        judged = [("risk", risk["overall_risk_level"]), ("suits", risk["suitability"])]
        _table(
            console, "Judgement", ("", ""), [*judged, *((name.split("_")[-1], text) for name, text in expected.items())]
        )
    for title, texts in (
        ("Warnings" if changes else "Answer", result["warnings"]),
        ("Consider", result["recommendations"]),
    ):
        if texts:
            _table(console, title, ("",), [(text,) for text in texts])


def _step(sitting: Sitting, console: Console, move: Callable[[], bool], said: tuple[str, str]) -> None:
    """Take a step back or bring it again: what moved by it, or that there is none."""
    before = sitting.values
    if not move():
        _say(console, said[1])
        return
    _say(console, said[0])
    moved = [(name, str(old), str(new)) for name, new in sitting.values.items() if (old := before[name]) != new]
    _table(console, "Settings", ("parameter", "before", "after"), moved)


def _save(sitting: Sitting, console: Console, folder: Path) -> None:
    try:
        path = sitting.save(folder)
    except ToptionError as error:
        _say(console, str(error))
        return
    _say(console, prompts.NOTHING_TO_SAVE if path is None else f"Saved {path}")


def _show_settings(console: Console, sitting: Sitting) -> None:
    rows = [(name, json.dumps(value)) for name, value in sitting.values.items()]
    _table(console, "Settings", ("parameter", "value"), rows)


def _table(console: Console, title: str, columns: tuple[str, ...], rows: Any) -> None:
    table = Table(title=Text(title), title_justify="left", box=box.SIMPLE_HEAD, show_header=any(columns))
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(part) for part in row))
    console.print(table)


def _say(console: Console, text: str) -> None:
    console.print(Text(text), soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
