"""What the documented interface is set up with: folders, and key and model from the environment or `.env`."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dotenv import dotenv_values

from engine.core.errors import StoreError

HERE: Final = Path(__file__).resolve().parent
NO_KEYS: Final = ("", "your_claude_api_key_here")


def chosen(name: str, otherwise: str = "") -> str:
    """A setting of the environment, else of `.env` beside the project; the environment may set it to nothing."""
    file = HERE.parent / ".env"
    try:
        written = dotenv_values(file)
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{file} cannot be read as UTF-8 text ({type(error).__name__}). Mend or remove it.") from error
    return (os.environ.get(name, written.get(name)) or otherwise).strip()


def claude_key() -> str:
    """CLAUDE_API_KEY, else ANTHROPIC_API_KEY; the placeholder of an example file counts as none."""
    keys = (chosen("CLAUDE_API_KEY"), chosen("ANTHROPIC_API_KEY"))
    return next((key for key in keys if key not in NO_KEYS), "")


@dataclass(frozen=True, slots=True)
class PersonalizationConfig:
    """Folders for input and output; the key is never shown, not even when this is printed."""

    claude_api_key: str = field(default_factory=claude_key, repr=False)
    claude_model: str = field(default_factory=lambda: chosen("CLAUDE_MODEL"))
    claude_base_url: str = field(default_factory=lambda: chosen("CLAUDE_BASE_URL"))
    input_folder: Path = HERE / "input"
    output_folder: Path = HERE / "output"

    @property
    def claude(self) -> dict[str, str]:
        """Key, model and server under the names of the environment."""
        return {
            "CLAUDE_API_KEY": self.claude_api_key,
            "CLAUDE_MODEL": self.claude_model,
            "CLAUDE_BASE_URL": self.claude_base_url,
        }

    @property
    def has_claude_key(self) -> bool:
        """Whether Claude could be asked."""
        return bool(self.claude_api_key)
