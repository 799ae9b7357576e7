"""The page of an opportunity's numbers is the registry's, and stands in the documentation as it is made."""

from pathlib import Path

from engine.options.fields import FIELDS
from engine.options.reference import opportunities_page
from engine.options.strategies.kinds import STRATEGIES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "opportunities.md"


def test_every_number_and_strategy_is_on_the_page_with_its_formula() -> None:
    """Nothing is told twice, nothing is left out."""
    page = opportunities_page()
    for name, field in FIELDS.items():
        assert f"| `{name}` | {field.label} |" in page
        assert field.formula.replace("|", "\\|") in page
    assert all(f"| `{name}` | {each.label} |" in page for name, each in STRATEGIES.items())


def test_the_documentation_holds_the_page_of_today() -> None:
    """`make docs` after a change of the registry."""
    assert PAGE.read_text(encoding="utf-8") == opportunities_page()
