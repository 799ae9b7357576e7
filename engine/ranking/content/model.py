"""What one trader likes, learned while he acts: a Gaussian over weights that every response moves, and forgetting."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.core.errors import DataError
from engine.core.packed import pack, unpack
from engine.market.bars import DAY_MS
from engine.options.opportunity import OpportunityTable
from engine.ranking.content.belief import Belief
from engine.ranking.content.encounters import SESSION_MS
from engine.ranking.content.prior import ContentPrior
from engine.ranking.content.traits import traits_of, traits_of_table
from engine.traders.events import Action, Event
from engine.traders.log import standing

Floats = NDArray[np.float64]
TICKERS: Final = 200  # of his own; the one heard of longest ago gives way to the next
QUIZ: Final = "quiz"  # `Event.ranker` of an answer to a card: saved is yes, viewed perhaps, dismissed no
WAITING: Final = 200  # ideas shown and not yet passed by; the oldest give way


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast it forgets and doubts: half-life of what is known (days), bound of the alarm, boldness of draws."""

    half_life: float = 500.0
    alarm: float = 16.0
    boldness: float = 0.1


@dataclass(frozen=True, slots=True)
class Shown:
    """An idea that may still be answered, however late, until other lists come; `line`: its numbers less the ticker.

    In a list first at `at_ms`, and until now last at `last_ms`.
    """

    idea: str
    ticker: str
    rank: int
    at_ms: int
    line: tuple[float, ...]
    last_ms: int = 0
    was_opened: bool = False
    was_taken: bool = False
    was_traded: bool = False
    was_dismissed: bool = False
    is_card: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ContentState:
    """One trader's weights: the crowd's line and his own `tickers`, heard of last at the end.

    `young` has learned only since `doubt` was last 0: what would be believed of somebody new. `alarms` are the times at
    which his answers fitted it so much better that it took over (ms UTC). The newest list came at `listed_ms`.
    """

    tickers: tuple[str, ...]
    belief: Belief
    young: Belief
    doubt: float = 0.0
    alarms: tuple[int, ...] = ()
    at_ms: int = 0
    shown: tuple[Shown, ...] = ()
    listed_ms: int = 0


Says = Callable[[Floats], Floats]


@dataclass(frozen=True, slots=True, eq=False)
class ContentModel:
    """Learns one trader's weights from what he does with what he is shown, beginning with the crowd's."""

    prior: ContentPrior
    pace: Pace = field(default_factory=Pace)

    def to_bytes(self) -> bytes:
        """What was learned of the crowd, to be kept."""
        return pack(self.prior)

    @staticmethod
    def from_bytes(data: bytes) -> "ContentModel":
        """The model that was kept; DataError where these bytes hold none."""
        return ContentModel(unpack(data, ContentPrior, "the content model"))

    def begin(self) -> ContentState:
        """Somebody new."""
        return ContentState((), self.prior.belief, self.prior.belief)

    def learned(self, events: Iterable[Event]) -> ContentState:
        """The state after one trader's events; those taken back are as if they had never been."""
        state = self.begin()
        for event in standing(events):
            state = self.update(state, event)
        return state

    def update(self, state: ContentState, event: Event) -> ContentState:
        """The state after one more event; to take one back, learn from what remains."""
        if event.undoes:
            raise DataError("an event that takes another back cannot be learned from; learn from the rest anew.")
        state = self._listed(state, event.at_ms) if event.action is Action.SHOWN else state
        state = self._faded(state, event.at_ms)
        if event.action is Action.LOSS:
            return state
        answered = next((one for one in reversed(state.shown) if one.idea == event.idea.id), None)
        seen = answered or self._seen(event)
        if event.action is Action.SHOWN:
            return _with_shown(state, seen, event)
        after = self._heard(state, seen, self._says(event.action, seen))
        if answered is None:
            return after
        noted = _noted(answered, event.action)
        return replace(after, shown=tuple(noted if one is answered else one for one in after.shown))

    def settled(self, state: ContentState, now_ms: int) -> ContentState:
        """As it is to vote with: what has been left unanswered for half an hour is passed by; time makes forget.

        Not to learn on from: an answer may still come.
        """
        over = [one for one in state.shown if now_ms - one.at_ms > SESSION_MS]
        return self._faded(self._over(state, over), now_ms)

    def _listed(self, state: ContentState, at_ms: int) -> ContentState:
        """Another list comes: what the one before it did not hold any more, or was shown long before, is over."""
        if at_ms == state.listed_ms:
            return state
        over = [one for one in state.shown if one.last_ms < state.listed_ms or at_ms - one.at_ms > SESSION_MS]
        return replace(self._over(state, over), listed_ms=at_ms)

    def _over(self, state: ContentState, over: Sequence[Shown]) -> ContentState:
        """What nobody answers any more has been passed by, or left as it is."""
        if not over:
            return state
        gone = {id(one) for one in over}
        state = replace(state, shown=tuple(one for one in state.shown if id(one) not in gone))
        for one in over:
            says = self._left(one)
            state = self._heard(state, one, says) if says else state
        return state

    def votes(self, state: ContentState, table: OpportunityTable, sectors: Mapping[str, str]) -> Floats:
        """The chance that he saves or trades each row if he looks at it, (n,); `sectors` names each ticker's sector."""
        return self._takes(state.belief.mean, state, table, sectors)

    def draw(
        self, state: ContentState, table: OpportunityTable, sectors: Mapping[str, str], rng: np.random.Generator
    ) -> Floats:
        """Votes by weights as they may be (Thompson): where little is known they differ from draw to draw, (n,)."""
        return self._takes(state.belief.drawn(rng, self.pace.boldness), state, table, sectors)

    def _takes(
        self, weights: Floats, state: ContentState, table: OpportunityTable, sectors: Mapping[str, str]
    ) -> Floats:
        traits = traits_of_table(table, sectors)
        return self.prior.habits.takes(self.prior.likings(weights, state.tickers, traits))

    def _seen(self, event: Event) -> Shown:
        line = self.prior.basis.lines(traits_of(event.idea, event.circumstances))[0]
        idea, about = event.idea, tuple(line.tolist())
        is_card = event.ranker == QUIZ
        return Shown(idea.id, idea.underlying, event.rank, event.at_ms, about, event.at_ms, is_card=is_card)

    def _says(self, action: Action, seen: Shown) -> Says:
        """What an action says of the liking, beyond what is known from the steps before it."""
        habits = self.prior.habits
        if seen.is_card and action in (Action.VIEW, Action.DISMISS):
            return habits.left if action is Action.VIEW else habits.refused
        if action is Action.DISMISS:
            return lambda f: habits.dismissed(f, seen.was_opened)
        steps: list[Says] = []
        if not (seen.was_opened or seen.was_taken):
            steps.append(habits.opened)
        if action in (Action.SAVE, Action.TRADE, Action.PROFIT) and not seen.was_taken:
            steps.append(habits.taken)
        if action in (Action.TRADE, Action.PROFIT):
            steps.append(habits.traded)
        return lambda f: np.sum([each(f) for each in steps], axis=0) if steps else np.zeros_like(f)

    def _left(self, seen: Shown) -> Says | None:
        """What it says that nothing more was done; nothing after a trade or a dismissal."""
        if seen.was_traded or seen.was_dismissed:
            return None
        if seen.was_taken:
            return self.prior.habits.kept
        return self.prior.habits.left_open if seen.was_opened else lambda f: self.prior.habits.passed_by(f, seen.rank)

    def _heard(self, state: ContentState, seen: Shown, says: Says) -> ContentState:
        """Both beliefs after a response; where the younger has long foretold better, it takes over."""
        state = self._with(state, seen.ticker)
        line = np.r_[seen.line, np.zeros(len(state.tickers))]
        line[len(seen.line) + state.tickers.index(seen.ticker)] = 1
        belief, chance = state.belief.heard(line, says)
        young, chance_young = state.young.heard(line, says)
        doubt = state.doubt + chance_young - chance
        if doubt <= 0:
            return replace(state, belief=belief, young=self.prior.whole(state.tickers), doubt=0.0)
        if doubt <= self.pace.alarm:
            return replace(state, belief=belief, young=young, doubt=doubt)
        fresh = self.prior.whole(state.tickers)
        return replace(state, belief=young, young=fresh, doubt=0.0, alarms=(*state.alarms, seen.at_ms))

    def _with(self, state: ContentState, ticker: str) -> ContentState:
        """With weights for that ticker; beyond the most that are kept, without the oldest of them."""
        if ticker in state.tickers:
            return state
        size, kept = self.prior.basis.size, state.tickers[-(TICKERS - 1) :]
        lost = len(state.tickers) - len(kept)
        places = np.r_[np.arange(size), size + lost + np.arange(len(kept))]
        mean = np.array([self.prior.mean_of(ticker)])
        belief, young = (
            each.kept(places).grown(mean, self.prior.ticker_variance) for each in (state.belief, state.young)
        )
        return replace(state, tickers=(*kept, ticker), belief=belief, young=young)

    def _faded(self, state: ContentState, now_ms: int) -> ContentState:
        """Time passes in whole days: what is known of him fades towards the crowd's."""
        days = (now_ms - state.at_ms) // DAY_MS
        if not state.at_ms or days < 1:
            return replace(state, at_ms=state.at_ms or now_ms)
        whole, kept = self.prior.whole(state.tickers), 0.5 ** (days / self.pace.half_life)
        faded = [each.faded(whole, kept) for each in (state.belief, state.young)]
        return replace(state, belief=faded[0], young=faded[1], at_ms=state.at_ms + days * DAY_MS)


def _with_shown(state: ContentState, seen: Shown, event: Event) -> ContentState:
    """With one more idea in front of him; one that is there already (each click makes a new list) at its best rank."""
    best = min((each for each in (seen.rank, event.rank) if each > 0), default=0)
    others = tuple(one for one in state.shown if one is not seen)
    return replace(state, shown=(*others, replace(seen, rank=best, last_ms=event.at_ms))[-WAITING:])


def _noted(shown: Shown, action: Action) -> Shown:
    """The same idea, with what has been done to it."""
    if action is Action.DISMISS:
        return replace(shown, was_dismissed=True)
    was_traded = shown.was_traded or action in (Action.TRADE, Action.PROFIT)
    was_taken = shown.was_taken or was_traded or action is Action.SAVE
    return replace(shown, was_opened=True, was_taken=was_taken, was_traded=was_traded)
