"""What somebody wants of a bot: the interview's four questions, and the answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, get_args

from engine.bots.settings.risk_profiles import PROFILES
from engine.core.errors import ParameterError

Goal = Literal["growth", "smooth", "beat_holding", "few_trades"]
GOALS: Final[tuple[Goal, ...]] = get_args(Goal)
PATIENCE: Final[Mapping[str, int]] = MappingProxyType({"month": 30, "quarter": 91, "half_year": 182, "year": 365})
LEAST_CAPITAL: Final = 100.0
MOST_CAPITAL: Final = 1e9


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that may be given: its value, how it reads, and what it means."""

    value: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the interview; without choices the answer is a number."""

    name: str
    text: str
    choices: tuple[Choice, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Preference:
    """The answers: goal, risk profile, patience (a name of PATIENCE), capital in quote currency.

    `seed` says which settings are tried: with the same answers and candles the same comes out.
    """

    goal: Goal = "smooth"
    risk: str = "balanced"
    patience: str = "quarter"
    capital: float = 10_000.0
    seed: int = 0

    def __post_init__(self) -> None:
        for name, allowed in (("goal", GOALS), ("risk", tuple(PROFILES)), ("patience", tuple(PATIENCE))):
            value = getattr(self, name)
            if value not in allowed:
                raise ParameterError(f"{name} must be one of {', '.join(allowed)}, was {value!r}.")
        if not LEAST_CAPITAL <= self.capital <= MOST_CAPITAL:
            raise ParameterError(f"capital must be {LEAST_CAPITAL:g} to {MOST_CAPITAL:g}, was {self.capital:g}.")

    @property
    def patience_days(self) -> int:
        """The longest time below a former high that is accepted, in days."""
        return PATIENCE[self.patience]

    @property
    def words(self) -> str:
        """The answers as one request: what a proposal made from them rests on."""
        said = [
            f"{QUESTIONS[name].text.lower()} {labelled(name, getattr(self, name)).lower()}"
            for name in ("goal", "risk", "patience")
        ]
        return f"Recommend a configuration for me: {', '.join(said)}, capital {self.capital:,.0f}."


GOAL_CHOICES: Final = (
    Choice("smooth", "A smooth ride", "the most return for its ups and downs (Sharpe ratio)"),
    Choice("growth", "Growth", "the most growth that the past shows beyond its own error"),
    Choice("beat_holding", "More than holding", "a lead over the same money simply held at equal exposure"),
    Choice("few_trades", "Few trades", "a smooth ride with about two entries a week or fewer"),
)
RISK_CHOICES: Final = tuple(
    Choice(name, name.capitalize() if name != "aggressive" else "Bold", profile.summary)
    for name, profile in PROFILES.items()
)
PATIENCE_CHOICES: Final = (
    Choice("month", "A month", "the longest time below a former high"),
    Choice("quarter", "A quarter", "the longest time below a former high"),
    Choice("half_year", "Half a year", "the longest time below a former high"),
    Choice("year", "A year or more", "the longest time below a former high"),
)
QUESTIONS: Final[Mapping[str, Question]] = MappingProxyType(
    {
        "goal": Question("goal", "Goal", GOAL_CHOICES, "smooth"),
        "risk": Question("risk", "Risk", RISK_CHOICES, "balanced"),
        "patience": Question("patience", "Patience", PATIENCE_CHOICES, "quarter"),
        "capital": Question("capital", "Capital", (), "10000"),
    }
)


def labelled(question: str, value: str) -> str:
    """How an answer reads."""
    return next(choice.label for choice in QUESTIONS[question].choices if choice.value == value)
