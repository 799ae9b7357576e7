"""The documented command line: say what you want, see what changes and why, refine, undo, save."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from engine.core.errors import ToptionError
from engine.services.personalize import joined, read_json, save_result, starting_values
from personalize_model_parameters import prompts
from personalize_model_parameters.claude_processor import PersonalizationProcessor
from personalize_model_parameters.config import PersonalizationConfig

Json = dict[str, Any]
FAILED: Final = 2


class Session:
    """One sitting: where it started, and a result for every refinement that was made and not taken back."""

    def __init__(self, processor: PersonalizationProcessor, parameters: Json, predictions: Any) -> None:
        self.processor, self.start, self.predictions = processor, parameters, predictions
        self.results: list[Json] = []
        self.saved = 0

    @property
    def now(self) -> Json:
        """Every setting as it stands."""
        return {**self.start, **(joined(self.start, self.results)["modified_parameters"] if self.results else {})}

    def refine(self, words: str) -> Json:
        """Read the words; what changes something becomes a step that undo takes back."""
        result = self.processor.personalize_bot(self.now, self.predictions, {"request": words})
        if result["parameter_changes_summary"]:
            self.results.append(result)
        return result


def main(arguments: list[str] | None = None) -> int:
    """Run one sitting; exit status 0, or 2 when a file cannot be used."""
    console = Console(width=None if sys.stdout.isatty() else 120)
    try:
        config = PersonalizationConfig()
        given = _arguments(config).parse_args(arguments)
        session = Session(
            PersonalizationProcessor(config), starting_values(read_json(given.parameters)), read_json(given.predictions)
        )
        session.processor.personalize_bot(session.start, session.predictions, "")
        return _converse(session, console, given.output)
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


def _converse(session: Session, console: Console, folder: Path) -> int:
    _say(console, prompts.WELCOME)
    _say(console, prompts.HELP)
    _show_settings(console, session.now)
    while (words := _asked(console)) not in ("quit", "exit", "q"):
        if words == "show":
            _show_settings(console, session.now)
        elif words == "undo":
            _say(console, prompts.UNDONE if session.results else prompts.NOTHING_TO_UNDO)
            _undo(session, console)
        elif words == "save":
            _save(session, console, folder)
        elif words in ("help", "?"):
            _say(console, prompts.HELP)
        elif words:
            _refine(session, console, words)
    if len(session.results) != session.saved:
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
    return words.lower() if words.lower() in ("show", "undo", "save", "help", "quit", "exit", "q") else words


def _refine(session: Session, console: Console, words: str) -> None:
    try:
        result = session.refine(words)
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
    judged += [(name.split("_")[-1], text) for name, text in expected.items()]
    if changes:
        _table(console, "Judgement", ("", ""), judged)
    for title, texts in (("Warnings", result["warnings"]), ("Consider", result["recommendations"])):
        if texts:
            _table(console, title, ("",), [(text,) for text in texts])


def _undo(session: Session, console: Console) -> None:
    if session.results:
        session.results.pop()
        session.saved = min(session.saved, len(session.results) + 1)
        _show_settings(console, session.now)


def _save(session: Session, console: Console, folder: Path) -> None:
    if not session.results:
        _say(console, prompts.NOTHING_TO_SAVE)
        return
    try:
        path = save_result(folder, joined(session.start, session.results))
    except ToptionError as error:
        _say(console, str(error))
        return
    session.saved = len(session.results)
    _say(console, f"Saved {path}")


def _show_settings(console: Console, values: Json) -> None:
    _table(console, "Settings", ("parameter", "value"), [(name, json.dumps(value)) for name, value in values.items()])


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
