"""What a trader did in the feed is kept once, read back as it was by them alone, and erased as a whole."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, Executable, delete, func, select, text

from engine.core.errors import StoreError
from engine.gateways.store.database import engine_for, reading, sign, writing
from engine.gateways.store.desk import HOUSE, Principal
from engine.gateways.store.store import Store
from engine.gateways.store.tables import CORRECTIONS, EVENTS, PAPER_TRADES, POSITION_FILES
from engine.gateways.store.traders.desk import TraderDesk
from engine.gateways.store.traders.told import Told
from engine.traders.events import Action, Circumstances, Event, Idea
from engine.traders.log import log_of

IDEA = Idea("SIM-AAA:iron_condor:x", "SIM-AAA", "iron_condor", "Energy", -0.1, 120.5, 30.0, 55.0, 500.0, 0.7)
SAVE = Event("save:1", "ada", Action.SAVE, 5, IDEA, Circumstances("rising, calm", 18.0, -0.5, 2, 0.3))
SHOWN = replace(
    SAVE,
    key="f1:1",
    action=Action.SHOWN,
    feed="f1",
    rank=1,
    propensity=0.25,
    ranker="r1",
    fits=1.0,
    with_book=-0.3,
    exploring=0.0,
)
TRADE = replace(SAVE, key="trade:1", action=Action.TRADE, at_ms=6)
HISTORIES = (EVENTS, PAPER_TRADES, CORRECTIONS, POSITION_FILES)


@pytest.fixture
def ada(store: Store) -> TraderDesk:
    """Ada's desk, as the feed uses it."""
    return store.acting_as(Principal("ada")).trader


@pytest.fixture
def engine(url: str, store: Store) -> Iterator[Engine]:
    """The same database without its desks."""
    opened = engine_for(url)
    yield opened
    opened.dispose()


def as_ada(engine: Engine, *statements: Executable) -> None:
    """Something that Toption itself never says, signed as Ada."""
    with writing(engine) as connection:
        sign(connection, "ada")
        for each in statements:
            connection.execute(each)


def lived(desk: TraderDesk, owner: str = "ada") -> None:
    """A desk on which everything has happened once."""
    desk.add_events([replace(each, trader=owner) for each in (SHOWN, SAVE)])
    desk.add_event(replace(TRADE, trader=owner), '{"price": 1}')
    desk.correct(Told("strategy:iron_condor", '{"forget": true}', 7))
    desk.bring_positions(Told("book.csv", "[]", 8))


def test_events_come_back_as_they_were(ada: TraderDesk) -> None:
    """A profile is a fold over them: a number that changed on the way would be another taste."""
    assert ada.add_events([SHOWN, SAVE]) == (SHOWN, SAVE)
    bare = replace(SAVE, key="view:1", action=Action.VIEW, idea=Idea("X", "X", "calendar"), at_ms=6)
    ada.add_event(replace(bare, undoes="save:1"))
    kept = ada.events()
    assert kept[:2] == (SHOWN, SAVE)
    assert repr(kept[2]) == repr(replace(bare, undoes="save:1"))
    assert ada.shown() == (SHOWN,)
    assert [each.key for each in ada.events(since_ms=6)] == ["view:1"]


def test_a_double_click_is_one_event(ada: TraderDesk) -> None:
    """Also within one batch; the first to come stays as it was."""
    assert ada.add_event(SAVE) is True
    assert ada.add_event(replace(SAVE, at_ms=99)) is False
    again = replace(SAVE, key="b")
    assert ada.add_events([SAVE, again, replace(again, at_ms=98)]) == (again,)
    assert ada.events() == (SAVE, again)


def test_eight_clicks_at_once_are_one_event_and_numbers_have_no_hole(ada: TraderDesk) -> None:
    """Whoever has read up to a number reads what is new from there, and misses nothing."""
    with ThreadPoolExecutor(8) as pool:
        same = list(pool.map(lambda _: ada.add_event(SAVE), range(8)))
        list(pool.map(lambda n: ada.add_event(replace(SAVE, key=f"save:{n}")), range(10, 18)))
    assert sum(same) == 1
    assert [number for number, _ in ada.events_after(0)] == list(range(1, 10))
    assert [number for number, _ in ada.events_after(7)] == [8, 9]


def test_what_was_traded_is_kept_with_its_event_and_only_once(ada: TraderDesk) -> None:
    """A second press must not change the price of the first."""
    ada.add_event(TRADE, '{"price": 1}')
    ada.add_event(TRADE, '{"price": 2}')
    assert ada.paper_trades() == {"trade:1": '{"price": 1}'}


def test_corrections_stay_in_order_and_the_newest_file_of_positions_counts(ada: TraderDesk) -> None:
    """What a trader says of themselves is a history too."""
    assert (ada.corrections(), ada.positions()) == ((), None)
    for belief in ("risk", "sector", "risk"):
        ada.correct(Told(belief, "{}", 1))
    ada.bring_positions(Told("old.csv", "[1]", 1))
    ada.bring_positions(Told("new.csv", "[2]", 2))
    assert [each.about for each in ada.corrections()] == ["risk", "sector", "risk"]
    assert ada.positions() == Told("new.csv", "[2]", 2)


def test_nobody_reads_or_writes_at_the_desk_of_another(store: Store, ada: TraderDesk) -> None:
    """Whatever their role."""
    lived(ada)
    other = store.acting_as(Principal("bob", role="manager")).trader
    assert (other.events(), other.shown(), other.paper_trades(), other.corrections()) == ((), (), {}, ())
    assert other.positions() is None
    with pytest.raises(StoreError, match="at the desk of its own trader"):
        other.add_event(SAVE)
    assert other.erase() == 0
    assert len(ada.events()) == 3


def test_a_stakeholder_looks_on(store: Store) -> None:
    """Someone on a tour leaves no trace in what models learn from."""
    looker = store.acting_as(Principal("ada", role="stakeholder")).trader
    for act in (lambda: looker.add_event(SAVE), lambda: looker.correct(Told("x", "", 1)), looker.erase):
        with pytest.raises(StoreError, match="a stakeholder looks on"):
            act()
    assert looker.events() == ()


@pytest.mark.parametrize("change", [{"key": ""}, {"key": "a\nb"}, {"key": "k" * 301}, {"at_ms": -1}, {"rank": -1},
                                    {"feed": "\0"}, {"undoes": "x" * 301}])  # fmt: skip
def test_what_cannot_be_kept_is_refused_and_nothing_with_it(ada: TraderDesk, change: dict[str, object]) -> None:
    """All or none: half a list that was shown would bias every later reading."""
    with pytest.raises(StoreError):
        ada.add_events([SHOWN, replace(SAVE, **change)])  # type: ignore[arg-type]  # that is the question
    assert ada.events() == ()


def test_histories_only_grow(ada: TraderDesk, engine: Engine) -> None:
    """Not even by who holds the database's own tools."""
    lived(ada)
    changes = ("UPDATE events SET at_ms = 1", "UPDATE corrections SET belief = ''")
    for change in (*map(delete, HISTORIES), *map(text, changes)):
        with pytest.raises(StoreError, match="histories can only grow"):
            as_ada(engine, change)
    assert len(ada.events()) == 3


def test_everything_about_a_person_goes_and_nothing_of_anybody_else(store: Store, ada: TraderDesk) -> None:
    """A right of theirs, and the reason why these histories have a door at all."""
    lived(ada)
    desk = store.acting_as(Principal("ada"))
    desk.set_setting("feed:capital", "5")
    desk.set_setting("theme", "dark")
    bob = store.acting_as(Principal("bob")).trader
    lived(bob, "bob")
    assert ada.erase() == 7
    assert (ada.events(), ada.paper_trades(), ada.corrections(), ada.positions()) == ((), {}, (), None)
    assert (desk.setting("feed:capital", "none"), desk.setting("theme")) == ("none", "dark")
    assert len(bob.events()) == 3
    assert ada.add_event(SAVE)
    assert [number for number, _ in ada.events_after(0)] == [1]
    assert store.check() == []


def test_what_was_erased_stands_on_the_disk_no_more(new_sqlite: Callable[[], str]) -> None:
    """Neither in pages that are free again nor in the log that a running server keeps."""
    url = new_sqlite()
    folder = Path(url.removeprefix("sqlite:///")).parent
    with closing(Store.open(url)) as store:
        desk = store.acting_as(Principal("ada")).trader
        for at in range(300):
            desk.add_event(replace(TRADE, key=f"trade:{at}", at_ms=at), "a-detail-of-mine")
        assert b"a-detail-of-mine" in b"".join(each.read_bytes() for each in folder.iterdir())
        desk.erase()
        left = b"".join(each.read_bytes() for each in folder.iterdir())
        assert b"a-detail-of-mine" not in left
        assert b"SIM-AAA" not in left


def test_nobody_picks_what_is_erased(store: Store, ada: TraderDesk, engine: Engine) -> None:
    """Whoever could erase the losing trades alone would have a fine record."""
    lived(ada)
    as_ada(engine, text("INSERT INTO erasures (owner) VALUES ('ada')"), delete(CORRECTIONS))
    with pytest.raises(StoreError, match="histories can only grow"):
        as_ada(engine, text("DELETE FROM erasures"))
    with pytest.raises(StoreError, match="your profile is half erased"):
        ada.add_event(replace(SAVE, key="later"))
    assert store.check() == ["The profiles of 1 traders are half erased. Erase them again on their own pages."]
    ada.erase()
    assert store.check() == []
    assert ada.add_event(SAVE)


def test_row_level_security_hides_traders_from_a_forgotten_filter(new_postgresql: Callable[[], str]) -> None:
    """The second wall: a query without its WHERE sees the signed owner's rows only."""
    store = Store.open(url := new_postgresql())
    for owner in ("ada", "bob"):
        lived(store.acting_as(Principal(owner)).trader, owner)
    engine = engine_for(url)
    for owner, seen in (("ada", True), ("bob", True), ("eve", False), ("", False)):
        with reading(engine) as connection:
            sign(connection, owner)
            counts = [connection.execute(select(func.count()).select_from(each)).scalar() for each in HISTORIES]
            assert counts == ([3, 1, 1, 1] if seen else [0, 0, 0, 0])
    engine.dispose()
    store.close()


def test_the_crowd_is_everybody_without_a_name(store: Store, ada: TraderDesk) -> None:
    """Models are fitted on all; nobody is read out of them."""
    bob = store.acting_as(Principal("bob")).trader
    lived(ada)
    bob.add_event(replace(SAVE, trader="bob", at_ms=1))
    crowd = store.crowd(HOUSE)
    log = crowd.log()
    expected = log_of([*ada.events(), *bob.events()])
    assert not {"ada", "bob"} & set(log.traders)
    names = [crowd.name_of(expected.traders[number]) for number in expected.trader.tolist()]
    assert [log.traders[number] for number in log.trader.tolist()] == names
    for column in ("at_ms", "action", "strategy", "regime", "rank", "delta", "vix", "propensity", "fits", "with_book"):
        assert getattr(log, column).tolist() == pytest.approx(getattr(expected, column).tolist(), nan_ok=True)
    assert (crowd.count(), len(crowd.log(since_ms=6))) == (4, 1)


def test_what_was_taken_back_teaches_nothing(store: Store, ada: TraderDesk) -> None:
    """A key that somebody else used too is not theirs to take back."""
    bob = store.acting_as(Principal("bob")).trader
    ada.add_events([SAVE, replace(SAVE, key="undo", undoes="save:1")])
    bob.add_event(replace(SAVE, trader="bob"))
    log = store.crowd(HOUSE).log()
    assert [log.traders[number] for number in log.trader.tolist()] == [store.crowd(HOUSE).name_of("bob")]


def test_an_empty_store_has_an_empty_crowd(store: Store) -> None:
    """A first day."""
    assert len(store.crowd(HOUSE).log()) == 0


def test_two_stores_name_one_person_differently(new_sqlite: Callable[[], str]) -> None:
    """Who gets hold of a fitted model cannot look for a name in it."""
    first, second = Store.open(new_sqlite()), Store.open(new_sqlite())
    assert first.crowd(HOUSE).name_of("ada") == first.crowd(HOUSE).name_of("ada") != second.crowd(HOUSE).name_of("ada")
    first.close()
    second.close()
