"""The same store on SQLite and on a real PostgreSQL server, and a desk to work at."""

import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from engine.bots.parameters import BotParameters
from engine.gateways.store.bots import Bot, NewBot
from engine.gateways.store.desk import Desk, Principal
from engine.gateways.store.store import Store

MakeUrl = Callable[[], str]


@pytest.fixture(scope="session")
def new_postgresql() -> Iterator[MakeUrl]:
    """Makes empty places on a PostgreSQL server, owned by an ordinary role so that row-level security holds for it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a runtime folder of this machine
        pgserver = pytest.importorskip("pgserver", reason="pgserver has no wheel for this Python: no PostgreSQL here")
        server = pgserver.get_server(tempfile.mkdtemp(prefix="store-"), cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as admin:
        admin.execute("CREATE ROLE trader_app LOGIN NOSUPERUSER")

        def make() -> str:
            name = f"t{uuid.uuid4().hex}"
            admin.execute(f"CREATE SCHEMA {name} AUTHORIZATION trader_app")
            return f"{server.get_uri().replace('postgres:@', 'trader_app:@')}&options=-csearch_path={name}"

        yield make
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server.cleanup()


@pytest.fixture
def new_sqlite(tmp_path: Path) -> MakeUrl:
    """Names SQLite files that are not there yet, in a folder that is not there yet."""
    return lambda: f"sqlite:///{tmp_path / 'data' / f'{uuid.uuid4().hex}.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind in turn."""
    return request.getfixturevalue(f"new_{request.param}")()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An open store of each kind in turn."""
    opened = Store.open(url)
    yield opened
    opened.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    """Ada's desk."""
    return store.acting_as(Principal("ada"))


@pytest.fixture
def bot(desk: Desk) -> Bot:
    """Ada's first bot, with the settings every bot starts from."""
    return desk.create_bot(NewBot("Dip", "BTC/USDT", "1h", BotParameters(), "to begin with"), at_ms=1)
