"""Which model is asked: the one that is set while it is alive and priced, else its documented replacement, said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType
from typing import Final

from engine.gateways.claude.money.prices import PRICES

# From the provider's page of deprecations, October 2026.
REPLACEMENTS: Final[Mapping[str, str]] = MappingProxyType({
    **dict.fromkeys((
        "claude-sonnet-4-5", "claude-sonnet-4-5-20250929", "claude-sonnet-4-0", "claude-sonnet-4-20250514",
        "claude-3-7-sonnet-latest", "claude-3-7-sonnet-20250219",
    ), "claude-sonnet-5-5"),
    **dict.fromkeys((
        "claude-haiku-4-5", "claude-haiku-4-5-20251001", "claude-3-5-haiku-latest", "claude-3-5-haiku-20241022",
    ), "claude-haiku-5-5"),
    **dict.fromkeys(("claude-opus-4-0", "claude-opus-4-20250514"), "claude-opus-5-5"),
})  # fmt: skip
ALIVE: Final = ("active", "deprecated")
FRESH: Final = 6 * 3600.0  # seconds that a list holds
SOON: Final = 300.0  # seconds until it is asked for again when it could not be got
Listed = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The model to ask (empty: none, so nobody asks), and what people should be told about the choice."""

    model: str
    notice: str = ""


def chosen(wanted: str, listed: Listed | None) -> Chosen:
    """The model for these wishes; `listed` is (id, lifecycle, retires on) of all, None where the list was not got."""
    known = {name: (lifecycle, retires) for name, lifecycle, retires in listed or ()}
    lifecycle, retires = known.get(wanted, ("unknown", ""))
    replacement = REPLACEMENTS.get(wanted, "")
    if wanted in PRICES and (listed is None or lifecycle in ALIVE):
        return Chosen(wanted, _about_end(wanted, lifecycle, retires, replacement))
    if replacement in PRICES and (listed is None or known.get(replacement, ("",))[0] in ALIVE):
        return Chosen(
            replacement,
            f"{wanted} is {_state(lifecycle, wanted)}: {replacement}, its documented replacement, answers instead."
            f" Set CLAUDE_MODEL={replacement}.",
        )
    named = ", ".join(name for name in PRICES if listed is None or known.get(name, ("",))[0] == "active") or "none"
    return Chosen(
        "", f"CLAUDE_MODEL is {wanted[:60]!r}, which is {_state(lifecycle, wanted)}. Set it to one of: {named}."
    )  # fmt: skip


def _state(lifecycle: str, wanted: str) -> str:
    if lifecycle in ALIVE:
        return "without a known price, so that no limit could hold"
    if lifecycle == "retired" or wanted in REPLACEMENTS:
        return "retired"
    return "not known"


def _about_end(wanted: str, lifecycle: str, retires: str, replacement: str) -> str:
    if lifecycle != "deprecated":
        return ""
    when = f"on {retires}" if retires else "soon"
    return f"{wanted} retires {when}." + (f" Set CLAUDE_MODEL={replacement}." if replacement else " Choose another.")


class Lifecycle:
    """Asks now and then which models live; while the list cannot be got, what is set is believed."""

    def __init__(self, wanted: str, list_models: Callable[[], Listed | None], seconds: Callable[[], float]) -> None:
        self._wanted, self._list_models, self._seconds = wanted, list_models, seconds
        self._lock = Lock()
        self._choice: Chosen | None = None
        self._stale_at = 0.0

    def choice(self) -> Chosen:
        """The model to ask now."""
        with self._lock:
            if self._choice is None or self._seconds() >= self._stale_at:
                listed = self._list_models()
                self._choice = chosen(self._wanted, listed)
                self._stale_at = self._seconds() + (FRESH if listed is not None else SOON)
            return self._choice

    def gone(self, model: str) -> Chosen:
        """The choice after the API said that it does not know this model."""
        with self._lock:
            others = tuple((name, "active", "") for name in PRICES if name != model)
            self._choice = chosen(self._wanted, ((model, "retired", ""), *others))
            self._stale_at = self._seconds() + FRESH
            return self._choice
