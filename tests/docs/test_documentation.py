"""The documentation agrees with the code: links lead somewhere, named files exist, pictures are small."""

import re
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(chain(ROOT.glob("*.md"), ROOT.glob("docs/**/*.md"), ROOT.glob("data/*.md")))
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)|(?:src|srcset)=\"([^\":]+)\"")
FILE = re.compile(r"`([\w/.]+\.(?:py|md|toml|csv|txt|woff2))`")
LARGEST = {"tune-light.png": 250_000, "tune-dark.png": 250_000, "drag.gif": 500_000}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A newcomer who follows a dead link stops reading."""
    targets = [one or other for one, other in LINK.findall(page.read_text("utf-8"))]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_file_that_the_glossary_names_exists() -> None:
    """The glossary is the map from words to code: a moved file must move there too."""
    named = FILE.findall((ROOT / "docs/reference/glossary.md").read_text("utf-8"))
    assert [name for name in named if not ((ROOT / name).exists() or (ROOT / "engine/bots" / name).exists())] == []


def test_pictures_are_small_and_shown() -> None:
    """Pictures are kept in every copy of the project for ever; one that no page shows is only weight."""
    text = "".join(page.read_text("utf-8") for page in PAGES)
    pictures = sorted((ROOT / "docs/pictures").iterdir())
    assert [one.name for one in pictures if one.stat().st_size > LARGEST.get(one.name, 200_000)] == []
    assert [one.name for one in pictures if one.name not in text] == []
