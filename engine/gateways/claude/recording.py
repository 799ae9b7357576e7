"""Answers kept in a file: what was read once is never paid for again, and can be scored without a key."""

import hashlib
import json
from pathlib import Path
from typing import Final

from engine.chat.claude.prompts import request_text, system_prompt
from engine.chat.claude.schema import SCHEMA
from engine.chat.edits import Interpreter, Proposal, Request
from engine.chat.proposal_text import as_json, from_json
from engine.core.errors import DataError, InterpreterError, StoreError
from engine.gateways.claude.outcomes import Kind, UnansweredError

# What Claude makes of these words, not of this minute: asking again would not help.
LASTING: Final[frozenset[Kind]] = frozenset({"refusal", "truncated", "invalid"})


class RecordedReader:
    """Reads from a file of recorded answers, and asks `reader` (None: nobody) for what is not in it."""

    def __init__(self, path: Path, reader: Interpreter | None) -> None:
        self._path, self._reader = path, reader
        self._known = _recorded(path)

    @property
    def name(self) -> str:
        """Who answers."""
        return self._reader.name if self._reader else "recorded answers"

    def read(self, request: Request) -> Proposal:
        """The recorded proposal of this request, made now if there is none; InterpreterError when it cannot be made."""
        key = key_of(request)
        if key not in self._known:
            self._keep(key, request, self._asked(request))
        return self._known[key]

    def _asked(self, request: Request) -> Proposal:
        if self._reader is None:
            raise InterpreterError(
                f"{self._path} has no answer to {request.words[:60]!r}, and no Claude key is set. Set CLAUDE_API_KEY."
            )
        try:
            return self._reader.read(request)
        except UnansweredError as error:
            if error.kind not in LASTING:
                raise
            return Proposal("unclear", refused=str(error))

    def _keep(self, key: str, request: Request, proposal: Proposal) -> None:
        line = {"key": key, "words": request.words, "proposal": as_json(proposal)}
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")
        except OSError as error:
            raise StoreError(f"{self._path} cannot be written ({error.strerror}). Choose another file.") from error
        self._known[key] = proposal


def key_of(request: Request) -> str:
    """Letters that name a request together with the instructions: with other instructions it is another question."""
    told = json.dumps([system_prompt(), dict(SCHEMA), request_text(request)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _recorded(path: Path) -> dict[str, Proposal]:
    """Every answer of a file that this version knows; one that was cut by a crash is made again."""
    try:
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path} cannot be read as UTF-8 text. Give a file of recorded answers.") from error
    found = {}
    for line in lines:
        try:
            content = json.loads(line)
            proposal = from_json(content["proposal"])
        except (ValueError, TypeError, KeyError):
            continue
        if proposal is not None:
            found[str(content.get("key"))] = proposal
    return found
