"""The content model learns from every response, forgets towards the crowd, and never learns from the future."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.worlds.course import crowd
from benchmarks.worlds.responses import answered, person
from benchmarks.worlds.slates import SECTOR_OF, slate
from benchmarks.worlds.tastes import switching, taste_of
from engine.core.chance import generator
from engine.core.errors import DataError
from engine.core.packed import pack, unpack
from engine.market.bars import DAY_MS
from engine.ranking.content.fitting import fit_prior, usual_prior
from engine.ranking.content.model import TICKERS, ContentModel, ContentState, Pace
from engine.traders.events import Action, Event, Idea

SEED = 11
LIKED = (Action.VIEW, Action.SAVE, Action.TRADE)
ANN = person("ann", taste_of("five parts", SEED, 0), SEED)


@cache
def model() -> ContentModel:
    people = [person(f"crowd {each}", taste_of("five parts", SEED, 10_000 + each), SEED) for each in range(12)]
    return ContentModel(usual_prior(crowd(people, SEED, 4)))


def day(number: int, count: int = 10) -> list[Event]:
    """What Ann did on that day with the first ten ideas of it."""
    return answered(ANN, slate(SEED, number), list(range(count)), generator(SEED, "day", number))


@cache
def after_days(count: int) -> ContentState:
    return model().learned([event for number in range(count) for event in day(number)])


def one(action: Action, row: int = 0, number: int = 5, key: str = "one") -> Event:
    candidates = slate(SEED, number)
    return Event(key, "ann", action, candidates.at_ms + 60_000, candidates.idea(row), candidates.circumstances)


def vote(state: ContentState, row: int = 0, number: int = 5) -> float:
    return float(model().votes(state, slate(SEED, number).table, SECTOR_OF)[row])


@settings(max_examples=30, deadline=None)
@given(
    row=st.integers(0, 299), days=st.integers(0, 6), action=st.sampled_from([Action.VIEW, Action.SAVE, Action.TRADE])
)
def test_what_is_opened_saved_or_traded_never_falls(row: int, days: int, action: Action) -> None:
    """Whoever saves an idea and sees it sink stops saving."""
    before = model().settled(after_days(days), one(action, row, 7).at_ms)
    after = model().update(before, one(action, row, 7))
    assert vote(after, row, 7) >= vote(before, row, 7)


@settings(max_examples=30, deadline=None)
@given(row=st.integers(0, 299), days=st.integers(0, 6))
def test_a_dismissed_idea_never_rises(row: int, days: int) -> None:
    """And the other way round."""
    before = model().settled(after_days(days), one(Action.DISMISS, row, 7).at_ms)
    after = model().update(before, one(Action.DISMISS, row, 7))
    assert vote(after, row, 7) <= vote(before, row, 7)


def test_a_trade_says_more_than_a_save_and_that_more_than_a_look() -> None:
    """The steps add up."""
    start = model().begin()
    seen, saved, traded = (vote(model().update(start, one(each))) for each in (Action.VIEW, Action.SAVE, Action.TRADE))
    assert vote(start) < seen < saved < traded


def test_what_was_shown_and_passed_by_falls_more_at_the_top_than_far_down() -> None:
    """A card at the top was surely looked at; one far down may never have been seen."""
    start, fallen = model().begin(), []
    for rank in (1, 30):
        shown = replace(one(Action.SHOWN), feed="a feed", rank=rank)
        state = model().update(start, shown)
        assert vote(state) == vote(start)  # he may still answer
        fallen.append(vote(start) - vote(model().settled(state, shown.at_ms + DAY_MS // 2)))
    assert fallen[0] > fallen[1] > 0


def test_a_list_made_anew_by_a_click_counts_once() -> None:
    """Every click ranks again: what stays on the screen has been passed by once, from the best place it had."""
    shown = replace(one(Action.SHOWN), feed="first", rank=4)
    again = replace(shown, key="again", feed="second", rank=2, at_ms=shown.at_ms + 5_000)
    later = shown.at_ms + DAY_MS // 2
    twice = model().settled(model().update(model().update(model().begin(), shown), again), later)
    once = model().settled(model().update(model().begin(), replace(shown, rank=2)), later)
    assert np.array_equal(twice.belief.mean, once.belief.mean)


def test_an_answer_in_time_is_all_that_an_exposure_says() -> None:
    """What was traded has not been passed by."""
    shown = replace(one(Action.SHOWN, key="shown"), feed="a feed", rank=1)
    state = model().update(model().update(model().begin(), shown), one(Action.TRADE))
    later = model().settled(state, shown.at_ms + DAY_MS // 2)
    assert later.shown == ()
    assert np.array_equal(later.belief.mean, state.belief.mean)


def test_an_answer_says_the_same_however_late_it_comes() -> None:
    """Who reads for an hour before trading the fourth card has not passed it by first."""
    shown = replace(one(Action.SHOWN, key="shown"), feed="a feed", rank=4)
    state, trade = model().update(model().begin(), shown), one(Action.TRADE)
    late = model().update(state, replace(trade, at_ms=trade.at_ms + 3_600_000))
    assert np.array_equal(late.belief.mean, model().update(state, trade).belief.mean)


def test_what_newer_lists_do_not_hold_has_been_passed_by() -> None:
    """However quickly lists follow one another, what they say is learned."""
    state, said = model().begin(), []
    for number in range(3):
        shown = replace(one(Action.SHOWN, row=number, key=f"{number}"), feed=f"{number}", rank=1)
        state = model().update(state, replace(shown, at_ms=shown.at_ms + number))
        said.append(len(state.shown))
    assert said == [1, 2, 2]
    assert vote(state, 0) < vote(model().begin(), 0)


def test_what_was_saved_stays_above_what_was_passed_by() -> None:
    """That he did not trade it within the hour says little beside that he saved it."""
    shown = replace(one(Action.SHOWN, key="shown"), feed="a feed", rank=1)
    passed = model().update(model().begin(), shown)
    saved = model().update(passed, one(Action.SAVE))
    later = [model().settled(each, shown.at_ms + DAY_MS // 2) for each in (passed, saved)]
    assert vote(later[1]) > vote(passed) > vote(later[0])


def test_nothing_is_learned_from_the_future() -> None:
    """What is known after two days is the same whatever happens on the third."""
    early = [event for number in range(2) for event in day(number)]
    state = model().learned(early)
    longer = model().begin()
    for event in [*early, *day(2)][: len(early)]:
        longer = model().update(longer, event)
    assert np.array_equal(state.belief.mean, longer.belief.mean)
    assert pack(state) == pack(longer)


def test_what_is_taken_back_was_never_there() -> None:
    """Undo means undo."""
    events = day(0)
    slip = one(Action.TRADE, 40, 0, "a slip")
    back = replace(slip, key="back", undoes="a slip", at_ms=slip.at_ms + 1)
    assert pack(model().learned([*events, slip, back])) == pack(model().learned(events))
    with pytest.raises(DataError, match="learn from the rest"):
        model().update(model().begin(), back)


def test_a_state_kept_as_bytes_learns_on_as_if_it_had_not_been() -> None:
    """The next click comes to another process."""
    kept = unpack(pack(after_days(2)), ContentState, "a model")
    straight = after_days(2)
    for event in day(2):
        straight, kept = model().update(straight, event), model().update(kept, event)
    assert pack(straight) == pack(kept)


def test_a_model_kept_as_bytes_votes_the_same() -> None:
    """It is fitted in one process and used in another."""
    table = slate(SEED, 5).table
    kept = ContentModel.from_bytes(model().to_bytes())
    assert np.array_equal(kept.votes(after_days(2), table, SECTOR_OF), model().votes(after_days(2), table, SECTOR_OF))
    with pytest.raises(DataError, match="content model"):
        ContentModel.from_bytes(b"something else")


def test_time_alone_leads_back_to_the_crowd() -> None:
    """After many half-lives nothing is left of what was known."""
    quick = ContentModel(model().prior, Pace(half_life=1.0))
    state = quick.settled(after_days(4), slate(SEED, 400).at_ms)
    crowd_says = quick.votes(quick.begin(), slate(SEED, 400).table, SECTOR_OF)
    assert quick.votes(state, slate(SEED, 400).table, SECTOR_OF) == pytest.approx(crowd_says, abs=1e-6)


def test_votes_are_chances_for_every_idea_even_where_numbers_are_unknown() -> None:
    """A row without quotes must not make the feed fall over, nor win it."""
    table = slate(SEED, 5).table
    blind = table.having({name: np.full(len(table), np.nan) for name in table.columns})
    found = model().votes(after_days(2), blind, {})
    assert np.isfinite(found).all()
    assert ((found > 0) & (found < 1)).all()


def test_what_is_summed_quickly_is_what_the_lines_say() -> None:
    """Votes of ten thousand rows never make the lines that learning uses."""
    state, candidates = after_days(3), slate(SEED, 5)
    prior, size = model().prior, model().prior.basis.size
    f = [model()._seen(one(Action.VIEW, row)).line @ state.belief.mean[:size] for row in range(20)]
    own = dict(zip(state.tickers, state.belief.mean[size:].tolist(), strict=True))
    f = [each + own.get(candidates.idea(row).underlying, 0.0) for row, each in enumerate(f)]
    assert model().votes(state, candidates.table, SECTOR_OF)[:20] == pytest.approx(prior.habits.takes(np.array(f)))


def test_only_so_many_tickers_are_kept_and_the_oldest_goes() -> None:
    """A state stays small however much somebody looks at."""
    state = model().begin()
    for number in range(TICKERS + 3):
        idea = Idea(f"idea {number}", f"T{number}", "wheel")
        state = model().update(state, Event(f"{number}", "ann", Action.VIEW, 1_000 + number, idea))
    assert len(state.tickers) == TICKERS
    assert state.tickers[-1] == f"T{TICKERS + 2}"
    assert len(state.belief.mean) == model().prior.basis.size + TICKERS


def test_somebody_else_at_the_same_desk_is_noticed() -> None:
    """A switch of taste raises the alarm soon after it and not before; what follows is learned from a fresh start."""
    who = person("bob", switching("five parts", SEED, 3, 20), SEED)
    state = model().begin()
    for number in range(45):
        candidates = slate(SEED, number)
        state = model().settled(state, candidates.at_ms)
        rows = np.argsort(-model().votes(state, candidates.table, SECTOR_OF))[:20].tolist()
        for event in answered(who, candidates, rows, generator(SEED, "switch", number)):
            state = model().update(state, event)
    assert state.alarms
    assert state.alarms[0] >= slate(SEED, 20).at_ms


def test_the_crowd_begins_where_its_traders_are() -> None:
    """Fitted on its own events, the crowd's votes follow what the crowd takes."""
    people = [person(f"crowd {each}", taste_of("five parts", SEED, 10_000 + each), SEED) for each in range(30)]
    fitted = ContentModel(fit_prior(crowd(people, SEED, 8), turns=4))
    table = slate(SEED, 50).table
    truth = np.mean([who.takes(slate(SEED, 50)) for who in people], axis=0)
    found = fitted.votes(fitted.begin(), table, SECTOR_OF)
    assert np.corrcoef(found, truth)[0, 1] > 0.5
    assert fitted.prior.traders == 30
