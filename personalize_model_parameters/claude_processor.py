"""The documented Python interface: parameters, predictions and preferences in, the documented result out."""

from collections.abc import Mapping
from typing import Any

from engine.services.personalize import personalized
from engine.services.sitting import Sitting
from engine.services.startup import reader_for
from personalize_model_parameters.config import PersonalizationConfig


class PersonalizationProcessor:
    """Personalises a bot's parameters from words; holds nothing of them between calls.

    With a key Claude reads the words, else the offline interpreter; the result says which.
    """

    def __init__(self, config: PersonalizationConfig | None = None) -> None:
        self.config = config or PersonalizationConfig()
        self._claude = reader_for(self.config.claude)

    def personalize_bot(
        self,
        default_parameters: Mapping[str, Any],
        model_predictions: Mapping[str, Any] | list[float],
        user_preferences: Mapping[str, Any] | str,
    ) -> dict[str, Any]:
        """The result with exactly the documented keys; a ToptionError says in one line what cannot be used."""
        return personalized(default_parameters, model_predictions, user_preferences, self._claude)

    def sitting(self, parameters: object, predictions: object) -> Sitting:
        """Refinements one after the other from these parameters, with undo and redo; a ToptionError as above."""
        return Sitting(parameters, predictions, self._claude)
