"""What the stages and steps of a feed are called where people read them."""

from collections.abc import Mapping
from typing import Final

from engine.scoring import LABELS, PARTS

STAGES: Final[Mapping[str, str]] = {
    "score": "by fit alone", "blend": "by the chance that you trade it", "profit": "by what it is worth to show",
    "book": "beside what you hold", "diversity": "in a mixed list", "exploring": "after places left to chance",
}  # fmt: skip
BRIEF: Final[Mapping[str, str]] = {
    "score": "Fit", "blend": "Models", "profit": "Profit", "book": "Book", "diversity": "Variety",
    "exploring": "Chance",
}  # fmt: skip
MODELS: Final[Mapping[str, str]] = {
    "fit": "fit", "regime": "market regime", "content": "what you answered to", "collaborative": "traders like you",
    "popularity": "popular now", "history": "what you took before", "neighbours": "nearest traders",
    "similar": "trades like it",
}  # fmt: skip
TERMS: Final[Mapping[str, str]] = {
    "level": "usual rate of trading", "wanted": "chance of a trade", "outcome": "outcome of a trade",
    "tail": "worst tenth", "book": "moves with the book", "diversity": "variety of the list",
    "exploring": "places left to chance",
}  # fmt: skip
STEPS: Final[Mapping[str, str]] = {
    **{part: label.lower() for part, label in zip(PARTS, LABELS, strict=True)}, **MODELS, **TERMS
}  # fmt: skip


def step_name(stage: str, step: str) -> str:
    """What a step is called; a model nobody named by its own name."""
    if stage == "profit" and step == stage:
        return STAGES[stage]
    return STEPS.get(step, STAGES.get(step, step))
