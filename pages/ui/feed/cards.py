"""The feed's cards as plain values, made of what a ranking gives and of the table that was ranked."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from engine.options.opportunity import OpportunityTable
from engine.ranking.recommendation import Recommendation
from pages.ui.feed import wording
from pages.ui.feed.shape import Shape, shape
from pages.ui.look import number

Part = tuple[str, float]  # the name of a part of the score, and the most points it can give


@dataclass(frozen=True, slots=True)
class Card:
    """One idea as the screen shows it; every number is text already.

    `parts` are points of 100. `chip` is the one mark it may carry; `away` tells why it stands far from its
    rank by score alone, `moved` how far it went since the last look.
    """

    id: str
    rank: int
    score: str
    parts: tuple[float, ...]
    parts_told: str
    title: str
    terms: str
    reason: str
    numbers: wording.Numbers
    shape: Shape | None
    is_saved: bool = False
    is_held: bool = False
    chip: str = ""
    away: str = ""
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of ideas beside their ranking, by id: saved, held, their last ranks; and shapes by row."""

    saved: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    ranks: Mapping[str, int] = field(default_factory=dict)
    shapes: Mapping[int, Shape] = field(default_factory=dict)


def cards(
    items: Sequence[Recommendation], table: OpportunityTable, parts: Sequence[Part], known: Known
) -> tuple[Card, ...]:
    """A card for each place."""
    return tuple(card(one, table, parts, known) for one in items)


def card(one: Recommendation, table: OpportunityTable, parts: Sequence[Part], known: Known) -> Card:
    """One place of the feed as a card."""
    name = table.id_of(one.row)
    return Card(
        id=name, rank=one.rank, score=number(one.score), parts=tuple(round(each, 2) for each in one.parts),
        parts_told=wording.parts_told(one.parts, tuple(parts)), title=wording.title(table, one.row),
        terms=wording.terms(table, one.row), reason=one.reason, numbers=wording.four(table, one.row),
        shape=known.shapes.get(one.row) or shape(table, one.row), is_saved=name in known.saved,
        is_held=name in known.held, chip="exploring" if one.is_exploring else "",
        away=wording.away(one),
        moved=wording.moved(one.rank, known.ranks.get(name)),
    )  # fmt: skip


def sent(each: Card) -> dict[str, Any]:
    """A card as the browser reads it."""
    return asdict(each)
