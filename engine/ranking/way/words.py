"""What the stages and steps of a feed are called where people read them, and how their numbers read."""

import math
from collections.abc import Mapping
from typing import Final

from engine.ranking.way.trace import Unit
from engine.scoring import LABELS, PARTS

THOUSAND: Final = 1_000  # of margin, by which worth is told

STAGES: Final[Mapping[str, str]] = {
    "score": "by fit alone", "blend": "by the chance that you trade it", "profit": "by what it is worth to show",
    "book": "beside what you hold", "diversity": "in a mixed list", "exploring": "after places left to chance",
}  # fmt: skip
BRIEF: Final[Mapping[str, str]] = {
    "score": "Fit", "blend": "Models", "profit": "Profit", "book": "Book", "diversity": "Variety",
    "exploring": "Drawn",
}  # fmt: skip
MODELS: Final[Mapping[str, str]] = {
    "fit": "fit", "regime": "market regime", "content": "what you answered to", "collaborative": "traders like you",
    "popularity": "popular now", "history": "what you took before", "neighbours": "nearest traders",
    "similar": "trades like it",
}  # fmt: skip
TERMS: Final[Mapping[str, str]] = {
    "level": "usual rate of trading", "wanted": "chance of a trade", "outcome": "outcome of a trade",
    "chance": "chance of a trade", "tail": "worst tenth", "book": "moves with the book",
    "diversity": "variety of the list", "exploring": "places left to chance",
}  # fmt: skip
STEPS: Final[Mapping[str, str]] = {
    **{part: label.lower() for part, label in zip(PARTS, LABELS, strict=True)}, **MODELS, **TERMS
}  # fmt: skip


def step_name(stage: str, step: str) -> str:
    """What a step is called; a model nobody named by its own name."""
    if stage == "profit" and step == stage:
        return STAGES[stage]
    return STEPS.get(step, STAGES.get(step, step))


def amount(added: float, unit: Unit) -> str:
    """So much of a unit: points, a factor on the odds, money per 1,000 of margin, places."""
    if unit == "log_odds":
        return f"odds × {math.exp(added):.2f}"
    return _signed(added * (THOUSAND if unit == "worth" else 1), 0 if unit == "places" else 1)


def reached(total: float, unit: Unit) -> str:
    """A sum in its unit: a score, a chance, money per 1,000 of margin, a place."""
    if unit == "log_odds":
        return f"{100 / (1 + math.exp(-total)):.1f}\u00a0%"
    if unit == "places":
        return f"no. {total:,.0f}"
    return _minus(total * (THOUSAND if unit == "worth" else 1), 1)


def _signed(value: float, decimals: int) -> str:
    digits = _minus(value, decimals)
    return digits if digits.startswith("−") or not float(digits.replace(",", "")) else f"+{digits}"


def _minus(value: float, decimals: int) -> str:
    digits = f"{abs(value):,.{decimals}f}"
    return f"−{digits}" if value < 0 and float(digits.replace(",", "")) else digits
