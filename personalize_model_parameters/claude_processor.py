"""The documented Python interface: parameters, predictions and preferences in, the documented result out."""

from collections.abc import Mapping
from typing import Any

from engine.services.personalize import personalized
from personalize_model_parameters.config import PersonalizationConfig


class PersonalizationProcessor:
    """Personalises a bot's parameters from words; holds nothing between calls."""

    def __init__(self, config: PersonalizationConfig | None = None) -> None:
        self.config = config or PersonalizationConfig()

    def personalize_bot(
        self,
        default_parameters: Mapping[str, Any],
        model_predictions: Mapping[str, Any] | list[float],
        user_preferences: Mapping[str, Any] | str,
    ) -> dict[str, Any]:
        """The result with exactly the documented keys; a ToptionError says in one line what cannot be used."""
        return personalized(default_parameters, model_predictions, user_preferences, self.config.has_claude_key)
