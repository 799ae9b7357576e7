"""Start the engine: read the settings once, open the store and the candles, warm the compiled kernels."""

import os
import time
import tomllib
import weakref
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from dotenv import dotenv_values

from engine.bots.backtest import Setup, backtest
from engine.bots.parameters import BotParameters
from engine.bots.sweep.grid import Axis, Grid
from engine.bots.sweep.sweep import sweep
from engine.bots.sweep.swept import Workload
from engine.bots.tape import tape_of
from engine.chat.edits import Interpreter
from engine.chat.offline import OfflineInterpreter
from engine.core.errors import InterpreterError, StoreError
from engine.experiments.metrics.period import period
from engine.gateways.candle_library import CandleLibrary
from engine.gateways.claude.keys import ClaudeSettings, settings_from
from engine.gateways.claude.reader import ClaudeReader, load_client
from engine.gateways.exchange.quota import Quotas
from engine.gateways.log_guard import guard_logs
from engine.gateways.ongoing import Ongoing
from engine.gateways.recent import Recent
from engine.gateways.store.database import sqlite_url
from engine.gateways.store.desk import HOUSE, Desk, Principal, Role
from engine.gateways.store.store import Store
from engine.market.market import Market
from engine.market.synthetic import COINS, WORLD_START_MS, simulated_bars, simulated_market
from engine.options.opportunity import nothing
from engine.scoring import score_table
from engine.traders.log import log_of
from engine.traders.memory.limits import with_limits
from engine.traders.profile import TraderProfile

ROOT: Final = Path(__file__).resolve().parent.parent.parent
LOCAL: Final = Principal("local")


PASSING: Final = 64  # values that work on many traders remembers: what is common to them, and the last few of them


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment (or `.env`) says: where data lie, which database, how Claude is reached, if at all.

    `exchange_url` takes every exchange's place: a mirror, or a test's own server. `claude_problem` says why the
    key that is set cannot be used; `fits_beside` whether a server fits the feed by itself.
    """

    data: Path
    database_url: str
    claude: ClaudeSettings | None = None
    exchange_url: str | None = None
    claude_problem: str = ""
    fits_beside: bool = True

    @property
    def has_claude_key(self) -> bool:
        """Whether Claude could be asked."""
        return self.claude is not None


@dataclass(frozen=True, slots=True)
class App:
    """What every journey is given: settings, the store, the candles, the exchanges' quotas; and what time it is.

    `offline` reads words without a network, `claude` where a key is set; `answers` are those being made here, `recent`
    what was worked out last. `principal` is who acts: every desk is theirs unless another one is named. `fit` is the
    version of the feed's fitted models to rank by: None the one in use, 0 none.
    """

    settings: Settings
    store: Store
    candles: CandleLibrary
    quotas: Quotas = field(default_factory=Quotas)
    offline: Interpreter = field(default_factory=OfflineInterpreter)
    claude: ClaudeReader | None = None
    answers: Ongoing[Any] = field(default_factory=Ongoing)
    recent: Recent[Any] = field(default_factory=Recent)
    principal: Principal = LOCAL
    fit: int | None = None

    def now(self) -> int:
        """Milliseconds since 1970, UTC: the sample world's clock where there is one, else this machine's."""
        world = self.store.world()
        return world.now_ms if world else wall_clock()

    def now_on(self, market: Market) -> int:
        """What time it is for one market: simulated ones live by the world's clock, real ones by this machine's."""
        return self.now() if market.simulated else wall_clock()

    def desk(self, principal: Principal | None = None) -> Desk:
        """The rows that this person may see and change; those of whoever acts, where nobody is named."""
        return self.store.acting_as(principal or self.principal)

    def back_to(self, now_ms: int) -> "App":
        """The same in the sample world as it was at a moment, with a memory of its own."""
        return replace(self, store=self.store.back_to(now_ms), recent=Recent())

    def ranked_by(self, fit: int) -> "App":
        """The same with another version of the fitted models, with a memory of its own."""
        return replace(self, fit=fit, recent=Recent())

    def apart(self) -> "App":
        """The same with a small memory of its own, for work on many traders: what passes once pushes nothing out."""
        return replace(self, recent=Recent(PASSING))

    def acting_as(self, role: Role) -> "App":
        """The same, with the same person acting in this role."""
        if role == self.principal.role:
            return self
        candles = CandleLibrary(self.candles.folder, is_shown=role == "stakeholder")
        return replace(self, principal=replace(self.principal, role=role), candles=candles)

    def must_change(self, what: str) -> None:
        """StoreError where whoever acts looks on alone."""
        if self.principal.role == "stakeholder":
            raise StoreError(f"a stakeholder looks on: {what}. Choose another role above to do this yourself.")


def wall_clock() -> int:
    """The machine's time in milliseconds since 1970, UTC; people's own acts are dated with it."""
    return time.time_ns() // 1_000_000


def read_settings(environment: Mapping[str, str] | None = None, file: Path = ROOT / ".env") -> Settings:
    """The settings from the environment, then from `.env` beside the project, then the defaults.

    Claude's key may also stand in Streamlit's secrets, `.streamlit/secrets.toml` beside that file.
    """
    try:
        written = dotenv_values(file)
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{file} cannot be read as UTF-8 text ({type(error).__name__}). Mend or remove it.") from error
    chosen = {**written, **(os.environ if environment is None else environment)}
    data = data_folder(chosen.get("TOPTION_DATA") or str(ROOT / "data"))
    url = chosen.get("DATABASE_URL") or sqlite_url(data / "toption.db")
    exchange = exchange_address(chosen.get("TOPTION_EXCHANGE_URL") or "")
    named = {name: value or "" for name, value in chosen.items()}
    claude, problem = claude_settings(named, streamlit_secrets(file.parent / ".streamlit" / "secrets.toml"))
    return Settings(data, url, claude, exchange, problem, fits_beside(chosen.get("TOPTION_FITTING") or ""))


def fits_beside(said: str) -> bool:
    """Whether a server fits the feed by itself; else whoever runs it calls `feed fit` on a schedule of their own."""
    if said not in ("", "beside", "off"):
        raise StoreError(f"TOPTION_FITTING must be beside or off, was {said[:40]!r}. Mend it.")
    return said != "off"


def streamlit_secrets(file: Path) -> dict[str, str]:
    """The texts at the top of Streamlit's secrets; none where there is no such file. StoreError when it is no TOML."""
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:  # a broken line is not repeated: it may hold a key
        raise StoreError(f"{file} cannot be read as TOML ({type(error).__name__}). Mend or remove it.") from None
    return {name: value for name, value in found.items() if isinstance(value, str)}


def claude_settings(
    chosen: Mapping[str, str], secrets: Mapping[str, str] | None = None
) -> tuple[ClaudeSettings | None, str]:
    """How Claude is reached, None where there is no key; with why the key that is there cannot be used."""
    try:
        return settings_from(chosen, secrets), ""
    except InterpreterError as error:  # a key that was copied badly must not keep the product from starting
        return None, str(error)


def exchange_address(named: str) -> str | None:
    """The server that takes every exchange's place; None where none is named."""
    if named and not named.startswith(("http://", "https://")):
        raise StoreError(f"TOPTION_EXCHANGE_URL must begin with http:// or https://, was {named[:60]!r}. Mend it.")
    return named or None


def data_folder(named: str) -> Path:
    """The folder of this name, ~ and links followed."""
    try:
        return Path(named).expanduser().resolve()
    except (RuntimeError, OSError) as error:
        raise StoreError(f"TOPTION_DATA must name a folder, was {named!r} ({error}). Give its full path.") from error


def open_app(settings: Settings | None = None) -> App:
    """Open the store (made or migrated when needed) and the candles."""
    settings = settings or read_settings()
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"the data folder {settings.data} cannot be made ({error.strerror})."
            " Set TOPTION_DATA to a folder that you may write to."
        ) from error
    guard_logs()
    store = Store.open(settings.database_url)
    claude = None if settings.claude is None else ClaudeReader(settings.claude, store.spending(HOUSE))
    return App(settings, store, CandleLibrary(settings.data / "candles"), claude=claude)


@contextmanager
def opened() -> Iterator[App]:
    """The engine for one command, which lets go of the store at its end, however it ends."""
    app = open_app()
    try:
        yield app
    finally:
        app.store.close()


def reader_for(named: Mapping[str, str] | None = None) -> ClaudeReader | None:
    """Claude for a command that opens no app, by these names (CLAUDE_API_KEY, ...) or the settings; None without a key.

    What it costs counts in the same store. InterpreterError when the key cannot be used, StoreError without a store.
    """
    settings = read_settings()
    if named is None and settings.claude_problem:
        raise InterpreterError(settings.claude_problem)
    claude = settings.claude if named is None else settings_from(named)
    if claude is None:
        return None
    guard_logs()
    store = Store.open(settings.database_url)
    reader = ClaudeReader(claude, store.spending(HOUSE))
    weakref.finalize(reader, store.close)
    return reader


def warm_up() -> None:
    """Compile (or load from disk) what the first page and the first feed need, on a few simulated candles."""
    coin = COINS[0]
    bars = simulated_bars(coin, 0, WORLD_START_MS).slice(0, 600)
    tape = tape_of(bars, simulated_market(coin))
    bot = BotParameters(style="hybrid", trend_filter=True)
    for core in (False, True):
        backtest(tape, bot, Setup(core=core))
        sweep(tape, Grid(bot, (Axis("k_sigma", (1.2,)),)), Setup(core=core), Workload(1))
    score_table(nothing(("delta", "premium", "days")), TraderProfile("", 0).taste())
    period(with_limits(log_of(())), 0, 1)
    if read_settings().has_claude_key:
        load_client()
