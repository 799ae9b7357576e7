"""A minute for somebody new: six ideas of today that tell most of a taste, and what answers make of the feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.ranking.content.fitting import usual_prior
from engine.ranking.content.model import QUIZ
from engine.ranking.content.prior import ContentPrior
from engine.ranking.quiz import cards as telling
from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.fitted import ranker_now
from engine.services.browse_feed.known import next_moment
from engine.services.browse_feed.moment import circumstances_of, idea_of
from engine.services.opportunities.catalogue import Ideas
from engine.services.people import people
from engine.services.startup import App
from engine.traders.events import Action, Event, Idea
from engine.traders.log import log_of

Answer = Literal["yes", "perhaps", "no"]
MEANT: Final = MappingProxyType({"yes": Action.SAVE, "perhaps": Action.VIEW, "no": Action.DISMISS})


@dataclass(frozen=True, slots=True)
class Card:
    """One idea that is asked about: its row, and what is remembered of it."""

    row: int
    idea: Idea


def cards(app: App, ideas: Ideas) -> tuple[Card, ...]:
    """Six ideas on which the crowd is divided, far apart in kind; the same for everybody until ideas or fit change."""
    found = ranker_now(app)
    version = 0 if found is None else found[0].number
    key = ("cards", version, len(ideas.table), int(ideas.table.moment.max(initial=0)))
    known = app.recent.get(key)
    if known is None:
        prior = None if found is None else found[1].content
        rows = telling(prior or _usual(app), ideas.table, ideas.context.sector)
        known = app.recent.put(key, tuple(Card(row, idea_of(ideas, row)) for row in rows))
    made: tuple[Card, ...] = known
    return made


def answer(app: App, principal: Principal, ideas: Ideas, answers: Sequence[tuple[Card, Answer]]) -> tuple[Event, ...]:
    """Keep answers, each once: yes counts as a save, perhaps as a look, no as a dismissal; none of it is on a list."""
    book, at_ms = book_of(app, principal, ideas), next_moment(app, principal)
    events = []
    for card, word in answers:
        if word not in MEANT:
            raise DataError(f"an answer is {', '.join(MEANT)}, was {word!r}.")
        then = circumstances_of(ideas, card.row, book)
        key = f"{QUIZ}:{card.idea.id}:{word}"
        events.append(Event(key, principal.id, MEANT[word], at_ms, card.idea, then, ranker=QUIZ))
    return app.desk(principal).trader.add_events(events) if events else ()


def _usual(app: App) -> ContentPrior:
    """Before anything is fitted: what is usual, on the scales of what simulated traders were shown."""
    made = people(app)
    return usual_prior(log_of(()) if made is None else made)
