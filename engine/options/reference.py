"""The page of every number of an opportunity, and of the strategies, made from their registries."""

from collections.abc import Mapping

from engine.options.fields import SURROUNDINGS, TERMS, Field
from engine.options.strategies.kinds import STRATEGIES

HEAD = """# The numbers of an opportunity

Made from `engine/options/fields.py` and `engine/options/strategies/kinds.py` by `make docs`; change these instead.

Prices are per one of the underlying, shares as fractions (0.05 is 5 %). What is unknown is empty in files,
– on screens, and passes no filter.
"""
UNITS: Mapping[str, str] = {
    "price": "quote currency", "share": "fraction", "percent": "%", "sigma": "a year (0.2 is 20 %)", "atr": "ranges",
    "flag": "1, 0", "code": "code", "score": "0 to 100",
}  # fmt: skip
"""How units read on the page, where the registry's word is not enough."""


def opportunities_page() -> str:
    """Strategies, then all fields in Markdown."""
    kinds = [_line((f"`{name}`", each.label, each.view, each.earns, each.risks)) for name, each in STRATEGIES.items()]
    columns = ("Name", "Label", "Hopes for", "How it earns", "How it loses")
    lines = [HEAD, f"## The {len(STRATEGIES)} strategies\n", _head(columns), *kinds, ""]
    lines += [*_section("What its own quotes tell", TERMS), *_section("What stands around it", SURROUNDINGS)]
    return "\n".join(lines)


def _section(title: str, fields: Mapping[str, Field]) -> list[str]:
    rows = [
        _line((f"`{name}`", each.label, UNITS.get(each.unit, each.unit), each.formula, each.source))
        for name, each in fields.items()
    ]
    return [f"## {title}\n", _head(("Column", "Label", "Unit", "How it is computed", "Source")), *rows, ""]


def _head(names: tuple[str, ...]) -> str:
    return f"{_line(names)}\n{_line(('---',) * len(names))}"


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
