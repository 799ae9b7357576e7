"""The store: opened once per process, brought up to date, and entered through a person's desk."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from engine.core.errors import StoreError
from engine.gateways.store.database import engine_for, explained, reading, sqlite_path, writing
from engine.gateways.store.desk import ADMINISTRATORS, CROWD_READERS, Desk, Principal, must_be
from engine.gateways.store.issued import IssuedForecasts
from engine.gateways.store.managers.desk import expose, running
from engine.gateways.store.migrations.upgrade import migrate
from engine.gateways.store.spending import Spending
from engine.gateways.store.traders.crowd import Crowd
from engine.gateways.store.upkeep import back_up, problems, refuse_unusable
from engine.gateways.store.world import World
from engine.gateways.store.world import load as load_world
from engine.gateways.store.world import save as save_world


class Store:
    """An open store: every call that reads or changes rows says who makes it; the clock and the upkeep know no rows."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str) -> Self:
        """The store at this URL, made when it is not there, with today's tables; StoreError when it is unusable."""
        engine = engine_for(url)
        path = sqlite_path(engine.url)
        with explained(engine.url):
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                refuse_unusable(path)
        try:
            migrate(engine)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine)

    def acting_as(self, principal: Principal) -> Desk:
        """The desk of this person."""
        return Desk(self._engine, principal)

    def spending(self, principal: Principal) -> Spending:
        """The ledger of what asking Claude cost: hashes and numbers, nobody's words. Kept by the house."""
        must_be(principal, ADMINISTRATORS, "keep the ledger of Claude")
        return Spending(self._engine)

    def forecasts(self, principal: Principal) -> IssuedForecasts:
        """The forecasts that were issued: of markets, nobody's in particular; the house and traders issue them."""
        return IssuedForecasts(self._engine, may_issue=principal.role != "stakeholder")

    def crowd(self, principal: Principal) -> Crowd:
        """What all traders did, without their names: for fitting models and for those who review."""
        must_be(principal, CROWD_READERS, "see what everybody did")
        return Crowd(self._engine)

    def experiments(self, principal: Principal) -> Sequence[tuple[str, str, str]]:
        """Key, act and content of everything that was noted of experiments, in order: for who assigns by them."""
        must_be(principal, ADMINISTRATORS, "see every experiment")
        return running(self._engine)

    def expose(self, principal: Principal, experiment: str, variant: str, at_ms: int) -> None:
        """Note once that this principal saw a variant, under the number that stands for them in the crowd."""
        expose(self._engine, experiment, self.acting_as(principal).trader.nameless(), variant, at_ms)

    def close(self) -> None:
        """Let go of every connection; what was saved stays."""
        self._engine.dispose()

    def backup(self, path: Path) -> None:
        """A consistent copy of a SQLite store, taken while others write; PostgreSQL has pg_dump for it."""
        back_up(self._engine, path)

    def check(self) -> list[str]:
        """Everything that is wrong with what is stored, one sentence each; empty when all is well."""
        return problems(self._engine)

    def world(self) -> World | None:
        """The sample world of this store, None when there is none."""
        with reading(self._engine) as connection:
            return load_world(connection)

    def back_to(self, now_ms: int) -> "Store":
        """The same store in a sample world whose clock stands earlier: to look back, never to change anything."""
        return _Earlier(self._engine, now_ms)

    def set_world(self, principal: Principal, world: World) -> None:
        """Make this the sample world of this store."""
        must_be(principal, ADMINISTRATORS, "move the sample world's clock")
        with writing(self._engine) as connection:
            save_world(connection, world)


class _Earlier(Store):
    """A store whose sample world is at an earlier moment."""

    def __init__(self, engine: Engine, now_ms: int) -> None:
        super().__init__(engine)
        self._now_ms = now_ms

    def world(self) -> World | None:
        found = super().world()
        return None if found is None else replace(found, now_ms=min(found.now_ms, self._now_ms))

    def set_world(self, principal: Principal, world: World) -> None:
        raise StoreError(
            f"{principal.id} looks back and changes nothing, not to {world.now_ms} either. Move today's clock."
        )
