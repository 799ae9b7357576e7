"""The documented settings are the real ones."""

from pathlib import Path

from engine.bots.parameters import KNOBS
from engine.bots.settings.reference import parameters_page

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "parameters.md"


def test_the_page_of_settings_is_up_to_date():
    """A reference that lags behind the code misleads; its own head says how to make it again."""
    assert PAGE.read_text(encoding="utf-8") == parameters_page()


def test_every_setting_has_one_row_of_eleven_cells():
    """A stray bar in a description would shift all that follows."""
    rows = [line for line in parameters_page().splitlines() if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == sorted(KNOBS, key=[row.split("`")[1] for row in rows].index)
    assert len(rows) == len(KNOBS)
    assert all(row.replace("\\|", "").count("|") == 12 for row in rows)
