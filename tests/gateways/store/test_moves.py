"""Random lives of a bot against a plain list, and histories that only grow."""

import pytest
from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select, text

from engine.bots.parameters import BotParameters
from engine.core.errors import ConflictError, StoreError
from engine.gateways.store.bots import Bot, Change, NewBot
from engine.gateways.store.database import engine_for, reading, sign, writing
from engine.gateways.store.desk import Desk, Principal
from engine.gateways.store.moves import State, fold
from engine.gateways.store.store import Store
from engine.gateways.store.tables import BOT_MOVES, BOTS

WINDOWS = strategies.integers(5, 9)


class Life(RuleBasedStateMachine):
    """A bot beside its model: every version's window, and a line of versions with a cursor on it."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.desk = store.acting_as(Principal("ada"))
        market = f"M{len(self.desk.bots())}"  # every life has a bot of its own
        self.bot = self.desk.create_bot(NewBot("Dip", market, "1h", BotParameters(window=5), ""), at_ms=0)
        self.windows = {1: 5}
        self.line = [1]
        self.cursor = 0

    def saved(self, bot: Bot, window: int) -> None:
        """A version was saved: it ends the line after the cursor."""
        number = len(self.windows) + 1
        self.windows[number] = window
        self.line[self.cursor + 1 :] = [number]
        self.cursor += 1
        self.bot = bot

    @rule(window=WINDOWS)
    def apply(self, window: int) -> None:
        """Save these settings, unless they are the present ones."""
        change = Change(BotParameters(window=window), "you", "")
        if window == self.windows[self.line[self.cursor]]:
            with pytest.raises(StoreError, match="already has"):
                self.desk.apply(self.bot.id, change, self.bot.revision, 0)
            return
        self.saved(self.desk.apply(self.bot.id, change, self.bot.revision, 0), window)

    @rule(choice=strategies.integers(0, 99))
    def restore(self, choice: int) -> None:
        """Save any old version again, unless it equals the present one."""
        number = choice % len(self.windows) + 1
        if self.windows[number] != self.windows[self.line[self.cursor]]:
            self.saved(self.desk.restore(self.bot.id, number, self.bot.revision, 0), self.windows[number])

    @rule()
    @precondition(lambda self: self.cursor > 0)
    def undo(self) -> None:
        """One step back on the line."""
        self.bot = self.desk.undo(self.bot.id, self.bot.revision, 0)
        self.cursor -= 1

    @rule()
    @precondition(lambda self: self.cursor < len(self.line) - 1)
    def redo(self) -> None:
        """One step forward on the line."""
        self.bot = self.desk.redo(self.bot.id, self.bot.revision, 0)
        self.cursor += 1

    @rule(behind=strategies.integers(1, 3), window=WINDOWS)
    def act_on_an_old_view(self, behind: int, window: int) -> None:
        """Another tab, some moves behind, is refused."""
        with pytest.raises(ConflictError, match="your change was"):
            self.desk.apply(
                self.bot.id, Change(BotParameters(window=window), "auto", ""), self.bot.revision - behind, 0
            )

    @invariant()
    def the_bot_is_where_the_model_is(self) -> None:
        """Head, undo, redo and every version equal the model's."""
        seen = self.desk.bot(self.bot.id)
        around = dict(enumerate(self.line))
        assert seen == self.bot
        assert seen.head.number == self.line[self.cursor]
        assert (seen.undo_to, seen.redo_to) == (around.get(self.cursor - 1), around.get(self.cursor + 1))
        kept = {version.number: version.parameters.window for version in self.desk.versions(self.bot.id)}
        assert kept == self.windows

    def teardown(self) -> None:
        """At the end everything still adds up."""
        assert self.store.check() == []


def test_any_life_of_a_bot_matches_a_plain_list(store: Store) -> None:
    """Undo is trusted only when no sequence of clicks can confuse it."""
    run_state_machine_as_test(lambda: Life(store), settings=settings(max_examples=15, stateful_step_count=20))


def test_head_and_revision_are_the_fold_of_the_moves(url: str, desk: Desk, bot: Bot) -> None:
    """The moves are the truth; what the bots table says is a cache of them."""
    now = desk.apply(bot.id, Change(BotParameters(window=18), "you", ""), 1, at_ms=2)
    now = desk.undo(bot.id, now.revision, at_ms=3)
    engine = engine_for(url)
    with reading(engine) as connection:
        sign(connection, "ada")
        rows = connection.execute(select(BOT_MOVES).order_by(BOT_MOVES.c.revision)).all()
        cached = connection.execute(select(BOTS.c.head, BOTS.c.revision)).one()
    state = fold((row.kind, row.from_number, row.to_number) for row in rows)
    assert state == State(head=1, revision=3, redo=(2,))
    assert tuple(cached) == (state.head, state.revision) == (now.head.number, now.revision)
    engine.dispose()


def test_a_redo_of_something_else_does_not_fold() -> None:
    """A history that was tampered with is named, not believed."""
    with pytest.raises(StoreError, match="move 3 "):
        fold([("create", None, 1), ("apply", 1, 2), ("redo", 2, 3)])


@pytest.mark.parametrize("statement", [
    "UPDATE bot_versions SET reason = 'never said'", "DELETE FROM bot_versions",
    "UPDATE bot_moves SET author = 'auto'", "DELETE FROM bot_moves",
])  # fmt: skip
def test_the_database_itself_refuses_to_rewrite_history(url: str, desk: Desk, bot: Bot, statement: str) -> None:
    """Append-only holds even for a mistake in our own code."""
    engine = engine_for(url)
    with pytest.raises(StoreError, match="histories can only grow"), writing(engine) as connection:
        connection.execute(text(statement))
    engine.dispose()
    assert desk.bot(bot.id) == bot
