"""The page of what words can do says what is so."""

import re

import pytest

from engine.bots.parameters import KNOBS
from engine.chat.edits import Request
from engine.chat.words.reference import ASKED, EXAMPLES, NEVER, words_page
from tests.spoken import READER, USUAL, moves
from tests.test_house import ROOT

# What the page quotes among the things that words never do.
NEVER_SAID = [quoted for said in NEVER for quoted in re.findall(r'"([^"]+)"', said)]


@pytest.mark.parametrize(("said", "change"), [(said, change) for _, said, change in EXAMPLES])
def test_every_example_does_what_the_page_says(said: str, change: str) -> None:
    """A reader tries the first line of the page and gets what it promises."""
    told = {part.rpartition(" ")[0]: part.rpartition(" ")[2] for part in change.split(", ")}
    moved = {name: KNOBS[name].text(new) for name, new in moves(said).items()}
    assert moved == {name: KNOBS[name].text(KNOBS[name].parse(name, value)) for name, value in told.items()}


@pytest.mark.parametrize("said", NEVER_SAID)
def test_what_is_said_to_be_never_done_is_not_done(said: str) -> None:
    """The page promises it."""
    assert moves(said) == {}


@pytest.mark.parametrize("said", ASKED)
def test_what_is_said_to_be_asked_is_asked(said: str) -> None:
    """One question, and nothing moves."""
    proposal = READER.read(Request(said, USUAL))
    assert (proposal.edits, bool(proposal.question)) == ((), True)


def test_the_page_in_the_documentation_shows_these_examples() -> None:
    """`make docs` was run after the last change of an example."""
    written = (ROOT / "docs" / "reference" / "words.md").read_text("utf-8")
    assert written.partition("## ")[0] == words_page().partition("## ")[0]
    assert all(f"| `{name}` |" in written for name in KNOBS)
