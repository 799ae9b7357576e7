"""One person's desk: the only way to rows of people, each transaction signed with whose desk it is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import Connection, Engine, select

from engine.core.errors import StoreError
from engine.gateways.store import bots, moves, runs, talk
from engine.gateways.store.bots import Bot, Change, NewBot, Stood, Version
from engine.gateways.store.database import put, put_new, reading, sign, writing
from engine.gateways.store.managers.desk import ManagerDesk
from engine.gateways.store.moves import Edit
from engine.gateways.store.results import Result
from engine.gateways.store.runs import ListedRun, NewRun
from engine.gateways.store.tables import SETTINGS
from engine.gateways.store.talk import Kept, Line
from engine.gateways.store.text import SETTING_LETTERS, checked_name, checked_text
from engine.gateways.store.traders.desk import TraderDesk

Role = Literal["trader", "manager", "admin", "stakeholder", "house"]
ADMINISTRATORS: Final[tuple[Role, ...]] = ("house", "admin")
CROWD_READERS: Final[tuple[Role, ...]] = (*ADMINISTRATORS, "manager", "stakeholder")


@dataclass(frozen=True, slots=True)
class Principal:
    """Who acts: the identity that owns the rows, and the role the pages go by."""

    id: str
    role: Role = "trader"

    def __post_init__(self) -> None:
        checked_name("an identity", self.id, letters=255)


HOUSE: Final = Principal("house", "house")  # what the product does by itself: fitting, issuing, moving its clock


def must_be(principal: Principal, roles: Sequence[Role], purpose: str) -> None:
    """StoreError where this principal's role is none of these."""
    if principal.role not in roles:
        allowed = " or ".join(each for each in roles if each != "house")
        raise StoreError(f"a {principal.role} may not {purpose}. Ask an {allowed}, or switch the role in the demo.")


class Desk:
    """What one principal has saved; nothing of anybody else can be seen or changed through it."""

    def __init__(self, engine: Engine, principal: Principal) -> None:
        self._engine = engine
        self._owner = principal.id
        self._may_write = principal.role != "stakeholder"
        self.manager = ManagerDesk(engine, principal.id, principal.role)
        self.trader = TraderDesk(engine, principal.id, may_write=self._may_write)

    def bots(self) -> tuple[Bot, ...]:
        """My bots, oldest first."""
        with self._reading() as connection:
            return bots.load_all(connection, self._owner)

    def create_bot(self, draft: NewBot, at_ms: int) -> Bot:
        """Save a new bot as version 1; a market that has a bot keeps the one it has, and that one is returned.

        Whoever looks on may do this too: there has to be a bot to look at.
        """
        with self._writing(even_looking=True) as connection:
            return moves.create(connection, self._owner, draft, at_ms)

    def bot_on(self, symbol: str, step: str) -> Bot | None:
        """My bot on this market, None when I have none there."""
        with self._reading() as connection:
            return bots.load_on(connection, self._owner, symbol, step)

    def bot(self, bot_id: int) -> Bot:
        """One of my bots; StoreError when I have none of this number."""
        with self._reading() as connection:
            return bots.load(connection, self._owner, bot_id)

    def apply(self, bot_id: int, change: Change, expected_revision: int, at_ms: int) -> Bot:
        """Save a change as the next version; ConflictError when the bot moved since `expected_revision`."""
        with self._writing() as connection:
            return moves.apply(connection, Edit(self._owner, bot_id, expected_revision, at_ms), change)

    def undo(self, bot_id: int, expected_revision: int, at_ms: int) -> Bot:
        """Go back to the version the present one came from."""
        with self._writing() as connection:
            return moves.undo(connection, Edit(self._owner, bot_id, expected_revision, at_ms))

    def redo(self, bot_id: int, expected_revision: int, at_ms: int) -> Bot:
        """Take the last undo back."""
        with self._writing() as connection:
            return moves.redo(connection, Edit(self._owner, bot_id, expected_revision, at_ms))

    def restore(self, bot_id: int, number: int, expected_revision: int, at_ms: int) -> Bot:
        """Save the settings of an old version again, as a new version."""
        with self._writing() as connection:
            return moves.restore(connection, Edit(self._owner, bot_id, expected_revision, at_ms), number)

    def versions(self, bot_id: int) -> tuple[Version, ...]:
        """Every version of one of my bots, newest first."""
        with self._reading() as connection:
            return bots.versions(connection, self._owner, bot_id)

    def results(self, bot_id: int) -> dict[int, Result]:
        """What the changes of one of my bots did where it was measured when they were kept, by version."""
        with self._reading() as connection:
            return bots.results(connection, self._owner, bot_id)

    def course(self, bot_id: int) -> tuple[Stood, ...]:
        """Where one of my bots stood after each of its moves, oldest first."""
        with self._reading() as connection:
            return bots.course(connection, self._owner, bot_id)

    def say(self, bot_id: int, line: Line) -> tuple[Kept, bool]:
        """Append a message about one of my bots and tell whether it is new; a known id changes nothing."""
        with self._writing() as connection:
            return talk.add(connection, self._owner, bot_id, line)

    def talk(self, bot_id: int, most: int = talk.MOST) -> tuple[Kept, ...]:
        """The newest messages about one of my bots, oldest first."""
        with self._reading() as connection:
            return talk.newest(connection, self._owner, bot_id, most)

    def message(self, line_id: str, bot_id: int | None = None) -> Kept:
        """One of my messages (about this bot); StoreError when I have none of this id."""
        with self._reading() as connection:
            return talk.load(connection, self._owner, line_id, bot_id)

    def found(self, line_id: str, bot_id: int) -> Kept | None:
        """One of my messages about this bot, None when there is none of this id."""
        with self._reading() as connection:
            return talk.found(connection, self._owner, line_id, bot_id)

    def said_since(self, at_ms: int) -> tuple[Kept, ...]:
        """My messages from a moment on, about whatever bot."""
        with self._reading() as connection:
            return talk.since(connection, self._owner, at_ms)

    def discard_said(self, line_id: str, at_ms: int) -> Kept:
        """Mark a message's card as discarded; one that was applied stays so."""
        with self._writing() as connection:
            found = talk.load(connection, self._owner, line_id)
            bots.row(connection, self._owner, found.bot_id, lock=True)
            kept = talk.load(connection, self._owner, line_id, found.bot_id)
            if kept.mark is None:
                talk.mark(connection, self._owner, kept, "discarded", at_ms)
            return talk.load(connection, self._owner, line_id, kept.bot_id)

    def apply_said(self, line_id: str, change: Change, bot: Bot, at_ms: int) -> Bot:
        """Save a message's change as the next version and mark it applied, both or neither; a second click is one."""
        with self._writing() as connection:
            bots.row(connection, self._owner, bot.id, lock=True)
            kept = talk.load(connection, self._owner, line_id, bot.id)
            if kept.mark == "applied":
                return bots.load(connection, self._owner, bot.id)
            saved = moves.apply(connection, Edit(self._owner, bot.id, bot.revision, at_ms), change)
            talk.mark(connection, self._owner, kept, "applied", at_ms, saved.head.number)
            return saved

    def step_said(self, line_id: str, bot: Bot, steps: int, at_ms: int) -> Bot:
        """Undo so many moves (redo, where negative) for a message's card, and mark it applied; all of it or nothing."""
        with self._writing() as connection:
            bots.row(connection, self._owner, bot.id, lock=True)
            kept = talk.load(connection, self._owner, line_id, bot.id)
            moved = bots.load(connection, self._owner, bot.id) if kept.mark == "applied" else bot
            if kept.mark != "applied":
                move = moves.undo if steps > 0 else moves.redo
                for _ in range(abs(steps)):
                    moved = move(connection, Edit(self._owner, bot.id, moved.revision, at_ms))
                talk.mark(connection, self._owner, kept, "applied", at_ms, moved.head.number)
            return moved

    def keep_run(self, run: NewRun) -> ListedRun:
        """Keep a run of the lab; one that is there under its key stays as it is."""
        with self._writing() as connection:
            return runs.add(connection, self._owner, run)

    def runs(self, most: int, symbol: str | None = None) -> tuple[ListedRun, ...]:
        """My newest runs that are not forgotten (on this market), newest first."""
        with self._reading() as connection:
            return runs.listed(connection, self._owner, most, symbol)

    def run(self, key: str) -> tuple[ListedRun, bytes]:
        """One of my runs with its result; StoreError when I have none of this key."""
        with self._reading() as connection:
            return runs.result(connection, self._owner, key)

    def configurations_tried(self, symbol: str, step: str) -> int:
        """How many configurations my runs ever tried on a market."""
        with self._reading() as connection:
            return runs.tried(connection, self._owner, symbol, step)

    def label_run(self, key: str, name: str, at_ms: int) -> ListedRun:
        """Give one of my runs a name ("" takes it away)."""
        with self._writing() as connection:
            return runs.label(connection, self._owner, key, name, at_ms)

    def forget_run(self, key: str, at_ms: int) -> None:
        """Remove the result of one of my runs for good."""
        with self._writing() as connection:
            runs.forget(connection, self._owner, key, at_ms)

    def setting(self, key: str, default: str = "") -> str:
        """My preference of this name, or `default` when I never set it."""
        wanted = select(SETTINGS.c.value).where(
            SETTINGS.c.owner == self._owner, SETTINGS.c.key == checked_name("a setting", key)
        )
        with self._reading() as connection:
            found = connection.execute(wanted).scalar()
        return default if found is None else str(found)

    def set_setting(self, key: str, value: str) -> None:
        """Keep my preference of this name; the last one kept counts."""
        row = {
            "owner": self._owner,
            "key": checked_name("a setting", key),
            "value": checked_text(f"the setting {key}", value, SETTING_LETTERS),
        }
        with self._writing() as connection:
            put(connection, SETTINGS, row)

    def amend(self, key: str, change: Callable[[str], str]) -> None:
        """Replace my preference of this name by what `change` makes of it ("" when unset), as one step."""
        mine = {"owner": self._owner, "key": checked_name("a setting", key)}
        with self._writing() as connection:
            # There is a row to lock then, so that two who find nothing do not both begin from nothing.
            put_new(connection, SETTINGS, {**mine, "value": ""}, list(mine))
            now = connection.execute(select(SETTINGS.c.value).filter_by(**mine).with_for_update()).scalar_one()
            put(
                connection,
                SETTINGS,
                {**mine, "value": checked_text(f"the setting {key}", change(now), SETTING_LETTERS)},
            )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with reading(self._engine) as connection:
            sign(connection, self._owner)
            yield connection

    @contextmanager
    def _writing(self, even_looking: bool = False) -> Iterator[Connection]:
        if not self._may_write and not even_looking:
            raise StoreError(
                "a stakeholder looks on: nothing is changed. Choose another role above to do this yourself."
            )
        with writing(self._engine) as connection:
            sign(connection, self._owner)
            yield connection
