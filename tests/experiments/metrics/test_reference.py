"""The page of metrics says what the code counts: it is made from the definitions."""

from pathlib import Path

from engine.experiments.metrics.definitions import HEALTH, METRICS
from engine.experiments.metrics.reference import metrics_page

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "metrics.md"


def test_the_page_is_the_one_that_make_docs_writes() -> None:
    """A definition that changes is changed there too."""
    assert PAGE.read_text(encoding="utf-8") == metrics_page()


def test_every_metric_has_its_row() -> None:
    """Five cells for a metric, three for a measure of health, whatever bars are in the words."""
    rows = [line.replace("\\|", "") for line in metrics_page().splitlines() if line.startswith("| ")]
    cells = [line.count("|") - 1 for line in rows]
    assert cells.count(5) == len(METRICS) + 1
    assert cells.count(3) == len(HEALTH) + 1
