"""The journey of personalising: settings, a forecast and a wish in; checked changes, reasons and warnings out."""

import contextlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any, Final

from engine.bots.parameters import CORE_FOUR, KNOBS, BotParameters, changed
from engine.bots.settings.knob import Value
from engine.bots.settings.risk_profiles import PROFILES
from engine.chat.answers.answer import answered
from engine.chat.answers.facts import Facts
from engine.chat.assessment import Assessment, assess
from engine.chat.decisions import Decision, Outcome, decide
from engine.chat.edits import Past, Proposal, Request, Turn
from engine.chat.offline import OfflineInterpreter
from engine.chat.outlook import Outlook, outlook
from engine.chat.restoring import resolved
from engine.core.errors import DataError, ParameterError, StoreError
from engine.forecast.imported import Imported, read_predictions
from engine.gateways.claude.outcomes import OFFLINE as CAN_READ
from engine.gateways.claude.outcomes import Answer
from engine.gateways.claude.reader import ClaudeReader
from engine.services.startup import LOCAL, wall_clock

LONGEST_REQUEST: Final = 4000
LARGEST_FILE: Final = 16 << 20
APPETITES: Final[Mapping[str, str]] = {
    **{name: name for name in PROFILES},
    "conservative": "cautious", "low": "cautious", "moderate": "balanced", "medium": "balanced",
    "high": "aggressive", "bold": "aggressive",
}  # fmt: skip
PREFERENCES: Final = ("request", "trading_style", "risk_tolerance", "goals")
OFFLINE: Final = "No Claude key is set: the offline interpreter read your words."
BY_CLAUDE: Final = "Claude ({model}) read your words."
INSTEAD: Final = "The offline interpreter read your words."
QUESTION: Final = "This was read as a question: nothing changed."
NO_REQUEST: Final = "There was no request: nothing changed."


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks, checked at the door: settings to start from, forecasts, their words, their appetite.

    `versions` are the states before, the present one last, `turns` what was said before, where that is known.
    """

    start: BotParameters
    forecasts: tuple[Imported, ...]
    words: str
    profile: str | None = None
    notes: tuple[str, ...] = ()
    versions: tuple[Past, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Personalized:
    """The answer: how the words were read, the settings after, a decision for each edit, what has to be said."""

    start: BotParameters
    proposal: Proposal
    outcome: Outcome
    assessment: Assessment
    warnings: tuple[str, ...]
    recommendations: tuple[str, ...]


def personalized(
    default_parameters: object, model_predictions: object, user_preferences: object, claude: ClaudeReader | None = None
) -> dict[str, Any]:
    """The documented result for the documented input, JSON in and JSON out; what is wrong is refused in one line."""
    wish = wish_of(default_parameters, model_predictions, user_preferences, today())
    return document(personalize(wish, claude, today()))


def today() -> date:
    """Today's date, UTC."""
    return datetime.fromtimestamp(wall_clock() / 1000, UTC).date()


def wish_of(default_parameters: object, model_predictions: object, user_preferences: object, day: date) -> Wish:
    """Read and check what came in; ParameterError or DataError says what cannot be used."""
    start = starting_parameters(default_parameters)
    forecasts = read_predictions(model_predictions, day)
    if isinstance(user_preferences, str):
        return Wish(start, forecasts, _text(user_preferences, "user_preferences"))
    if not isinstance(user_preferences, Mapping):
        told = type(user_preferences).__name__
        raise ParameterError(f"user_preferences must be an object with a request, or the request itself; was {told}.")
    given = {name: _text(user_preferences.get(name), name) for name in ("request", "trading_style", "goals")}
    notes = [
        f"{str(name)[:40]!r} in user_preferences is not known and was not used."
        for name in user_preferences
        if name not in PREFERENCES
    ]
    words = given["request"] or given["trading_style"]
    if given["trading_style"] and given["request"]:
        notes.append("trading_style moved nothing: only the request does. Put the style into the request to change it.")
    if given["goals"]:
        notes.append("goals moved nothing: no setting promises a result. Ask for a change of settings in the request.")
    return Wish(start, forecasts, words, appetite(user_preferences.get("risk_tolerance")), tuple(notes))


def starting_parameters(given: object) -> BotParameters:
    """The settings in an object of names and values, or in a saved result; what is absent has its default."""
    if isinstance(given, Mapping) and isinstance(given.get("modified_parameters"), Mapping):
        given = given["modified_parameters"]
    if not isinstance(given, Mapping):
        raise ParameterError(f"default_parameters must be an object of names and values, was {type(given).__name__}.")
    return changed(BotParameters(), {str(name): value for name, value in given.items()})


def appetite(given: object) -> str | None:
    """The risk profile of a risk_tolerance: one of the three, or 0 to 1 in thirds; None when not said."""
    if given is None or given == "":
        return None
    if isinstance(given, str) and given.strip().lower() in APPETITES:
        return APPETITES[given.strip().lower()]
    if isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given <= 1:
        return tuple(PROFILES)[min(int(given * 3), 2)]
    raise ParameterError(f"risk_tolerance must be {', '.join(PROFILES)} or 0 to 1, was {str(given)[:40]!r}.")


def _text(given: object, name: str) -> str:
    if isinstance(given, Sequence) and not isinstance(given, str | bytes):
        given = "; ".join(str(each) for each in given)
    if given is not None and not isinstance(given, str):
        raise ParameterError(f"{name} must be text, was {type(given).__name__}.")
    if len(given or "") > LONGEST_REQUEST:
        raise ParameterError(
            f"{name} must be at most {LONGEST_REQUEST} characters, was {len(given or '')}. Say it shorter."
        )
    return (given or "").strip()


def personalize(wish: Wish, claude: ClaudeReader | None, day: date) -> Personalized:
    """Read the words, do and check the arithmetic, judge the outcome, weigh it against the forecast.

    Claude reads them where there is a reader; when it cannot, the offline interpreter does, and the warnings say so.
    """
    asked = Request(wish.words, wish.start, versions=wish.versions, turns=wish.turns, now_ms=wall_clock())
    seen = outlook(wish.forecasts, wish.start, wish.start, day)
    proposal, read_by = _read(replace(asked, market=" ".join(seen.warnings)), claude)
    meant = resolved(proposal, asked)
    outcome = decide(meant, wish.words, wish.start, None if meant.restore else wish.profile)
    judged = assess(wish.start, outcome.parameters, wish.profile)
    seen = outlook(wish.forecasts, wish.start, outcome.parameters, day)
    said = (*_about_reading(wish, meant), *_about_decisions(outcome), *judged.warnings, *seen.warnings)
    return Personalized(
        wish.start,
        meant,
        outcome,
        judged,
        tuple(dict.fromkeys((read_by, *said, *wish.notes))),
        _recommended(judged, seen, meant),
    )


def _read(asked: Request, claude: ClaudeReader | None) -> tuple[Proposal, str]:
    """How the words were understood, and who read them."""
    if not asked.words:
        return Proposal("question"), OFFLINE if claude is None else INSTEAD
    if claude is None:
        return OfflineInterpreter().read(asked), OFFLINE
    *_, answer = claude.ask(asked, uuid.uuid4().hex, LOCAL.id)
    if isinstance(answer, Answer) and answer.proposal is not None:
        return answer.proposal, " ".join(part for part in (BY_CLAUDE.format(model=answer.model), answer.told) if part)
    told = answer.told if isinstance(answer, Answer) else ""
    return OfflineInterpreter().read(asked), f"{told.replace(CAN_READ, '').strip()} {INSTEAD}".strip()


def _recommended(judged: Assessment, seen: Outlook, proposal: Proposal) -> tuple[str, ...]:
    asked = tuple(text for text in (proposal.says, proposal.question) if text)
    choices = tuple(f'You could say: "{choice}".' for choice in proposal.choices)
    return tuple(dict.fromkeys((*asked, *choices, *seen.recommendations, *judged.recommendations)))


def _about_reading(wish: Wish, proposal: Proposal) -> list[str]:
    """What was not understood, or asks for no change."""
    if not wish.words:
        return [NO_REQUEST]
    said = [f'Not understood and left out: "{piece}".' for piece in proposal.unread]
    if proposal.intent == "question":
        said += [QUESTION, *answered(wish.words, proposal, Facts(wish.start, wish.start)).splitlines()]
    if proposal.intent == "unclear" and proposal.refused:
        said.append(f"Nothing changed. {proposal.refused}")
    elif proposal.intent == "unclear":
        said.append(f"Nothing changed, since it is not clear what should. {proposal.question}")
    return said


def _about_decisions(outcome: Outcome) -> list[str]:
    """What was clamped, refused or kept, and steps so large that they want a second look."""
    said = [one.reason for one in outcome.decisions if one.reason]
    large = [f"{one.edit.parameter} {one.before} to {one.after}" for one in outcome.decisions if one.look_twice]
    if large:
        said.append(f"A large step, look twice before you save it: {', '.join(large)}.")
    return said


def document(answer: Personalized) -> dict[str, Any]:
    """The answer as the documented JSON: these keys, in this order."""
    after, judged = answer.outcome.parameters, answer.assessment
    return {
        "modified_parameters": _modified(answer.start, after),
        "parameter_changes_summary": [_change(one) for one in answer.outcome.decisions if one.before != one.after],
        "risk_assessment": {
            "overall_risk_level": judged.overall_risk_level,
            "risk_factors": list(judged.risk_factors),
            "suitability": judged.suitability,
        },
        "expected_performance": {
            "expected_trade_frequency": judged.expected_trade_frequency,
            "expected_sensitivity": judged.expected_sensitivity,
            "position_sizing_characterization": judged.position_sizing_characterization,
        },
        "warnings": list(answer.warnings),
        "recommendations": list(answer.recommendations),
    }


def _modified(start: BotParameters, after: BotParameters) -> dict[str, Value]:
    """The four core settings, then every other one that changed."""
    others = [name for name in KNOBS if name not in CORE_FOUR and getattr(after, name) != getattr(start, name)]
    return {name: getattr(after, name) for name in (*CORE_FOUR, *others)}


def _change(one: Decision) -> dict[str, Any]:
    knob = KNOBS[one.edit.parameter]
    numbers = not isinstance(one.before, str) and not isinstance(one.after, str)
    effect = (knob.higher if one.after > one.before else knob.lower) if numbers else knob.effect  # type: ignore[operator]  # numbers
    why = one.edit.reasoning or effect
    told = f'You said "{one.edit.evidence}": {why}' + (f" ({effect})" if one.edit.reasoning and effect else "")
    return {
        "parameter_name": one.edit.parameter,
        "original_value": one.before,
        "new_value": one.after,
        "reasoning": f"{told}. {one.reason}".rstrip(),
    }


def joined(start: Mapping[str, Any], results: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Several refinements as one result: the last one's judgement, every change in order, all that differs."""
    first, last = starting_parameters(start), results[-1]
    values = {name: value for result in results for name, value in result["modified_parameters"].items()}
    changes = [change for result in results for change in result["parameter_changes_summary"]]
    after = changed(first, values)
    return {**last, "modified_parameters": _modified(first, after), "parameter_changes_summary": changes}


def starting_values(given: object) -> dict[str, Value]:
    """Every setting of a parameters file by name, the core four first; what is absent has its default."""
    values = asdict(starting_parameters(given))
    return {name: values[name] for name in (*CORE_FOUR, *(name for name in values if name not in CORE_FOUR))}


def read_json(path: Path) -> object:
    """The content of a JSON file; DataError says what is wrong with it."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise DataError(f"{path} must be at most {LARGEST_FILE >> 20} MiB of JSON. Give a smaller file.")
        return json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise DataError(f"{path} cannot be read ({error.strerror}). Give the path of a JSON file.") from error
    except (ValueError, RecursionError) as error:
        raise DataError(f"{path} is not JSON ({str(error)[:80]}). Mend it or export it anew.") from error


def save_result(folder: Path, result: Mapping[str, Any]) -> Path:
    """Write a result under the time it was saved; a file that is there is never overwritten."""
    stamp = datetime.fromtimestamp(wall_clock() / 1000, UTC).strftime("%Y%m%d_%H%M%S")
    text = json.dumps(result, indent=2, allow_nan=False) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for place in count(1):
            path = folder / f"personalized_parameters_{stamp}{f'_{place}' if place > 1 else ''}.json"
            with contextlib.suppress(FileExistsError), path.open("x", encoding="utf-8") as file:
                file.write(text)
                return path
    except OSError as error:
        raise StoreError(f"{folder} cannot be written ({error.strerror}). Choose a folder you may write to.") from error
    raise AssertionError  # count never ends
