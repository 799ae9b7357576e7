"""A minute for somebody new: six ideas of today that tell most of a taste, and what answers make of the feed."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from engine.core.errors import DataError
from engine.gateways.store.desk import Principal
from engine.market.bars import DAY_MS
from engine.ranking.content.fitting import usual_prior
from engine.ranking.content.model import QUIZ
from engine.ranking.content.prior import ContentPrior
from engine.ranking.quiz import CARDS
from engine.ranking.quiz import cards as telling
from engine.services.browse_feed.book import book_of
from engine.services.browse_feed.fitted import ranker_now
from engine.services.browse_feed.known import events_of, next_moment
from engine.services.browse_feed.moment import circumstances_of, idea_of
from engine.services.opportunities.catalogue import Ideas
from engine.services.people import people
from engine.services.startup import App
from engine.traders.events import Action, Event, Idea
from engine.traders.log import log_of

Answer = Literal["yes", "perhaps", "no"]
ENOUGH: Final = "feed:enough"
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


def answered(app: App, principal: Principal) -> tuple[Event, ...]:
    """What a trader answered to cards so far, in the order it came."""
    return tuple(each for each in events_of(app, principal) if each.ranker == QUIZ)


def next_card(app: App, principal: Principal, ideas: Ideas) -> Card | None:
    """The card to ask about by what is kept, whatever was reloaded meanwhile; None where enough are answered."""
    done = {each.idea.id for each in answered(app, principal)}
    every = cards(app, ideas)
    return next((each for each in every if each.idea.id not in done), None) if len(done) < len(every) else None


def is_halfway(app: App, principal: Principal) -> bool:
    """Whether somebody answered some cards within the last day and did not say that it is enough: they go on."""
    own = answered(app, principal)
    if not own or len({each.idea.id for each in own}) >= CARDS or app.now() - own[-1].at_ms >= DAY_MS:
        return False
    return not app.desk(principal).setting(ENOUGH)


def enough(app: App, principal: Principal) -> None:
    """No more cards: what was answered counts."""
    app.desk(principal).trader.must_write()
    app.desk(principal).set_setting(ENOUGH, "yes")


def _usual(app: App) -> ContentPrior:
    """Before anything is fitted: what is usual, on the scales of what simulated traders were shown."""
    made = people(app)
    return usual_prior(log_of(()) if made is None else made)
