"""The journey of many requests at once: a file of words in, the state after each confirmed change out."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from engine.bots.parameters import BotParameters, as_dict, changed
from engine.chat.decisions import decide
from engine.chat.edits import Interpreter, Past, Request
from engine.chat.restoring import resolved
from engine.core.errors import DataError, InterpreterError, StoreError, ToptionError
from engine.gateways.claude.money.budget import Limits
from engine.gateways.claude.reader import ClaudeReader, Rules
from engine.gateways.claude.recording import RecordedReader
from engine.gateways.store.desk import HOUSE
from engine.services.startup import App

LONGEST_REQUEST: Final = 4000
UNLIMITED: Final = 1_000_000  # requests: a file is bounded by its money, not by a person's pace
PAYS: Final = "interpret"  # whose money the answers to files are


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of a file of requests: its own name, and everything a reader may look at."""

    id: str
    request: Request


def claude_reader(app: App, record: Path, budget_usd: float) -> Interpreter:
    """Claude, whose answers are kept in `record`: what is in it is not asked again, and needs no key.

    At most `budget_usd` are spent on files of requests in one day (UTC).
    """
    claude = app.settings.claude
    if claude is None:
        if not record.exists():
            told = app.settings.claude_problem or "No Claude key is set. Set CLAUDE_API_KEY in the environment or .env."
            raise InterpreterError(f"{told} Without a key, give --record a file of recorded answers.")
        return RecordedReader(record, None)
    limits = Limits(minute=UNLIMITED, day=UNLIMITED, user_usd=budget_usd, message=LONGEST_REQUEST)
    return RecordedReader(record, ClaudeReader(claude, app.store.spending(HOUSE), Rules(limits=limits), PAYS))


def interpreted(asked: Asked, interpreter: Interpreter) -> dict[str, Any]:
    """The state after the change was confirmed, and whether something was asked back or refused."""
    proposal = resolved(interpreter.read(asked.request), asked.request)
    outcome = decide(proposal, asked.request.words, asked.request.current)
    statuses = {one.status for one in outcome.decisions}
    return {
        "id": asked.id,
        "parameters_after": as_dict(outcome.parameters),
        "asked_clarification": bool(proposal.question),
        "refused": bool(proposal.refused) or "refused" in statuses,
    }


def interpret_file(requests: Path, out: Path, interpreter: Interpreter) -> int:
    """Answer every line of a file; how many there were. Nothing is written unless all could be read."""
    answers = [interpreted(asked, interpreter) for asked in read_requests(requests)]
    try:
        with out.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(answer, allow_nan=False) + "\n" for answer in answers)
    except OSError as error:
        raise StoreError(f"{out} cannot be written ({error.strerror}). Choose a file you may write.") from error
    return len(answers)


def read_requests(path: Path) -> tuple[Asked, ...]:
    """Every request of a file of JSON lines; DataError names the line that cannot be used."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read as UTF-8 text. Give a file of JSON lines.") from error
    return tuple(_numbered(lines, path))


def _numbered(lines: Iterable[str], path: Path) -> Iterator[Asked]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _asked(json.loads(line))
        except (ValueError, TypeError, KeyError, ToptionError) as error:
            told = " ".join(str(error).split())[:200]
            raise DataError(f"{path}, line {number}: {told}. A line is {{id, utterance, current}}.") from error


def _asked(row: Any) -> Asked:
    if not isinstance(row, Mapping) or not isinstance(row.get("utterance"), str):
        raise TypeError("no object with an utterance in words")
    if len(row["utterance"]) > LONGEST_REQUEST:
        raise ValueError(f"an utterance is at most {LONGEST_REQUEST} characters")
    current = changed(BotParameters(), row["current"])
    now_ms = _at_ms(row["now"]) if row.get("now") else 0
    return Asked(str(row["id"]), Request(row["utterance"], current, str(row.get("pasted") or ""),
                                         _versions(row, current, now_ms), now_ms=now_ms))  # fmt: skip


def _versions(row: Mapping[str, Any], current: BotParameters, now_ms: int) -> tuple[Past, ...]:
    """The versions of a line, the present settings last."""
    past = [
        Past(int(each.get("version", place)), _at_ms(each["at"]) if each.get("at") else 0,
             changed(BotParameters(), each["parameters"]), str(each.get("label") or ""))
        for place, each in enumerate(row.get("history") or (), 1)
    ]  # fmt: skip
    if past and past[-1].parameters != current:
        past.append(Past(past[-1].number + 1, now_ms, current))
    return tuple(past)


def _at_ms(text: str) -> int:
    """Milliseconds of a date and time; without a zone it is UTC."""
    at = datetime.fromisoformat(text)
    return int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() * 1000)
